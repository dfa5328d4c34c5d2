#!/usr/bin/env python3
"""F27, S24. A base as it was written verifies: after an erasure, a correction, two processes that seal at once and a kill
in the middle of sealing. Whatever is then tampered with at random, in a copy and in the base itself, is found.

    run.py --jalon build/jalon [--tamperings 1500] [--in-base 100]      JALON_SEED chooses the chance
"""
import argparse
import json
import os
import random
import subprocess
import sys
from collections import Counter

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "../..")
sys.path[:0] = [HERE, os.path.join(ROOT, "adapters/audit"), os.path.join(HERE, "../kit"), os.path.join(HERE, "../crash")]
import base  # noqa: E402
import chain  # noqa: E402
import sources  # noqa: E402
import tampering  # noqa: E402
from lively import Lively  # noqa: E402
from psql import Database, program, socket_of  # noqa: E402

LEAST_BLOCKS = 4


class Trial:
    def __init__(self, server, chance):
        self.server, self.chance, self.faults = server, chance, []
        self.database = Database(socket_of(server.data_folder))
        self.heads = []

    def verified(self, when):
        """By the program of its own, as people run it."""
        head = os.path.join(self.server.folder, "head.json")
        with open(head, "w", encoding="utf-8") as file:
            json.dump(self.heads, file)
        done = subprocess.run([sys.executable, os.path.join(ROOT, "adapters/audit/verify.py"), "--data-dir",
                               self.server.data_folder, "--head", head], capture_output=True, text=True, check=False)
        if done.returncode != 0:
            self.faults.append(f"{when}: {done.stdout[:800]}{done.stderr[-800:]}")

    def keep_head(self):
        self.heads = json.loads(self.server.command("audit", "head", "--json"))

    def seal_twice_at_once(self):
        words = [self.server.program, "audit", "seal", "--data-dir", self.server.data_folder]
        both = [subprocess.Popen(words, stdout=subprocess.DEVNULL) for _ in range(2)]
        if [each.wait(60) for each in both] != [0, 0]:
            self.faults.append("two that seal at once: one of them failed")

    def kill_while_sealing(self):
        """A lock holds the sealing up between its leaves and its block."""
        gate = subprocess.Popen([program("psql"), "-X", "-q", "-At", *self.database.words], text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        gate.stdin.write("begin; lock table audit_block in exclusive mode; select 'closed';\n")
        gate.stdin.flush()
        gate.stdout.readline()
        self.server.live(100)
        words = [self.server.program, "audit", "seal", "--data-dir", self.server.data_folder]
        sealing = subprocess.Popen(words, stderr=subprocess.DEVNULL)
        while not self.database.one("""select count(*) from pg_stat_activity
                                       where wait_event_type = 'Lock' and query like '%seal_audit%'"""):
            pass
        sealing.kill()
        sealing.wait()
        gate.communicate("commit;\n", timeout=30)

    def live(self):
        for number in range(3):
            self.server.live(number)
            self.server.seal()
        self.verified("cases, corrections, consents")
        self.seal_twice_at_once()
        self.kill_while_sealing()
        self.verified("after a kill in the middle of sealing")
        case = self.server.close(1)
        self.server.seal()
        self.keep_head()
        self.server.erase(case)
        self.verified("erased, not sealed anew")
        self.server.seal()
        self.verified("erased and sealed anew")
        self.keep_head()

    def is_settled(self, copy):
        if len(copy.blocks) < LEAST_BLOCKS or copy.pending or not copy.rows["erasure"]:
            self.faults.append(f"{len(copy.blocks)} blocks, {len(copy.pending)} rows not sealed: proves little")
        kinds = [name for name, rows in copy.rows.items() if rows]
        print(f"{len(copy.blocks)} blocks, {len(copy.leaves)} leaves, rows in {', '.join(kinds)}", flush=True)

    def all_columns_are_covered(self):
        for table, (_, columns) in sources.SOURCES.items():
            found = self.database.rows(f"""select column_name as name from information_schema.columns
                                           where table_name = '{table}' order by ordinal_position""")
            if [row["name"] for row in found] != columns:
                self.faults.append(f"{table}: the columns in adapters/audit/sources.py are not those of the base")

    def tamper_with_copies(self, whole, times):
        found, missed = Counter(), Counter()
        for _ in range(times):
            act = self.chance.choice(tampering.ALL)
            copy = tampering.copy_of(whole)
            said = act(self.chance, copy)
            if chain.verify(copy, self.heads):
                found[act.__name__] += 1
            else:
                missed[said] += 1
        self.faults += [f"not found: {said} ({count} times)" for said, count in missed.items()]
        print(f"in a copy: {sum(found.values())} of {times} found: {dict(found)}", flush=True)

    def tampering_in_base(self):
        tables = [name for name in sources.SOURCES if self.database.one(f"select count(*) from {name}")]
        table = self.chance.choice([*tables, "audit_block", "audit_leaf"])
        row = f"(select ctid from {table} order by md5(ctid::text || {self.chance.random()}) limit 1)"
        if self.chance.random() < 0.4:
            return f"delete from {table} where ctid = {row};"
        columns = self.database.rows(f"""select column_name as name from information_schema.columns
            where table_name = '{table}' and data_type = 'text' and column_name <> 'establishment'""")
        if not columns:
            return f"delete from {table} where ctid = {row};"
        column = self.chance.choice(columns)["name"]
        return f"""update {table} set "{column}" = coalesce("{column}", '') || 'x' where ctid = {row};"""

    def tamper_with_base(self, times):
        """As the superuser, without triggers and constraints that would refuse, and rolled back each time."""
        checks = "\n".join(row["drop"] for row in self.database.rows("""
            select format('alter table %s drop constraint %I cascade;', conrelid::regclass, conname) as drop
            from pg_constraint where contype in ('c', 'f') and connamespace = 'public'::regnamespace"""))
        for _ in range(times):
            act = self.tampering_in_base()
            begin = ("begin; set local client_min_messages = error;\n" + checks +
                     "\nset local session_replication_role = replica;\n" + act)
            if not chain.verify(base.read(self.database.words, begin), self.heads):
                self.faults.append(f"in the base, not found: {act}")
        print(f"in the base: {times} tried", flush=True)


def run(jalon, seed, tamperings, in_base):
    with Lively(jalon) as server:
        trial = Trial(server, random.Random(seed))
        trial.live()
        trial.all_columns_are_covered()
        whole = base.read(trial.database.words)
        trial.is_settled(whole)
        trial.faults += chain.verify(whole, trial.heads)
        trial.tamper_with_copies(whole, tamperings)
        trial.tamper_with_base(in_base)
        trial.verified("at the end")
        return trial.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("--tamperings", type=int, default=1500)
    parser.add_argument("--in-base", type=int, default=100)
    arguments = parser.parse_args()
    seed = int(os.environ.get("JALON_SEED") or random.SystemRandom().getrandbits(32))
    print(f"JALON_SEED={seed}", flush=True)
    faults = run(arguments.jalon, seed, arguments.tamperings, arguments.in_base)
    for fault in faults[:40]:
        print("FAULT", fault)
    print(f"{len(faults)} faults (JALON_SEED={seed})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
