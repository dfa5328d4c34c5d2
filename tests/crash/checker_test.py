#!/usr/bin/env python3
"""The checker of the crash test finds what it is there to find: a sound base passes, each seeded fault is caught.

    checker_test.py --jalon build/jalon
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../kit")]
from checker import Checker  # noqa: E402
from journal import Journal, Kept  # noqa: E402
from load import Client, Field  # noqa: E402
from psql import Database  # noqa: E402
from scratch_cluster import ScratchCluster  # noqa: E402
from served import Served  # noqa: E402
from server import PASSWORD, free_port  # noqa: E402

STEPS, SEED = 150, 7
ONE_ENTRY = "(case_id, seq) = (select case_id, max(seq) from history group by case_id having max(seq) > 1 limit 1)"
FAULTS = {
    "an acknowledged command is lost": f"""
        delete from command_log where {ONE_ENTRY}; delete from history where {ONE_ENTRY};""",
    "a command happened twice": f"""
        insert into history select establishment, case_id, seq + 1, at, occurred_on, event, actor, from_states,
          to_states, data, effects, facts, after, command_id from history where {ONE_ENTRY};""",
    "a history has a gap": "delete from history where seq = 2 and case_id in "
                           "(select case_id from history where seq = 3 limit 1);",
    "a case is not its last entry": """update "case" set data = data || '{"documents": ["social_sheet"]}';""",
    "an entry does not begin where the last one ended":
        f"update history set from_states = to_states || '{{\"journey\": \"stay\"}}' where {ONE_ENTRY};",
    "a deadline passed twice": """
        update history set event = 'deadline_passed', data = '{"deadline": "seat", "due": "2020-01-01"}'
        where event = 'add_note' and case_id in
          (select case_id from history where event = 'add_note' group by case_id having count(*) > 1);""",
    "a due deadline was forgotten": "update deadline set passed_at = null where passed_at is not null;",
    "an overdue task is missing": "delete from task where kind = 'overdue' and done_at is null;",
    "a deadline passed too early": """
        update history set at = at - interval '100 years' where event = 'deadline_passed';""",
    "a message is missing": "delete from message where template = 'first_contact';",
    "a message nobody wanted": """
        insert into message (establishment, id, case_id, seq, kind, template, recipient, created_at, status, html)
        select establishment, gen_random_uuid(), case_id, 1, 'letter', 'first_contact', 'person', at, 'prepared', ''
        from history where seq = 1 limit 1;""",
    "a transmission is missing": "delete from transmission where code = '41';",
    "a message is still claimed": f"""
        update message set status = 'sending', claimed_by = gen_random_uuid() where status = 'prepared';""",
    "a letter was not prepared": "update message set status = 'pending' where status = 'prepared';",
}


class Seeded:
    def __init__(self, program, folder):
        self.program, self.folder, self.cluster = program, folder, ScratchCluster(folder)

    def fill(self):
        """A quiet load without any kill; what the clients know of it."""
        address, journal = f"127.0.0.1:{free_port()}", Journal(os.path.join(self.folder, "journal"))
        served = Served(self.program, address, os.path.join(self.folder, "log"), "--database",
                        self.cluster.url("quiet")).start()
        try:
            field = Field(address, self.token(), journal)
            client = Client(field, SEED)
            for _ in range(STEPS):
                client.step()
            while not self.is_at_rest():
                pass
        finally:
            served.stop()
            journal.close()
        return Kept(journal.path)

    def is_at_rest(self):
        """E-mails wait: there is no mail server."""
        return self.cluster.database.one("""
            select (select count(*) from deadline where passed_at is null and not frozen
                      and fires_at <= jalon_now())
                 + (select count(*) from message where kind = 'letter' and status in ('pending', 'sending'))""") == 0

    def token(self):
        here = ("--database", self.cluster.url("quiet"))
        names = ("--login", "aa", "--name", "aa", "--role", "admin_assistant", "--password-stdin")
        for words, feed in ((("user", "add", *names), PASSWORD), (("token", "create", "--login", "aa"), None)):
            out = subprocess.run([self.program, *words, *here], input=feed, text=True, check=True,
                                 capture_output=True).stdout
        return out.split()[-1]

    def faults_after(self, number, sql, kept):
        """What the checker finds in a copy of the base on which that was done."""
        name = f"copy{number}"
        Database(self.cluster.files, database="postgres").run(f"create database {name} template jalon")
        copy = Database(self.cluster.files, database=name)
        copy.run("set session_replication_role = replica;" + sql)
        checker = Checker(copy, kept)
        checker.check_tables()
        return checker.faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    folder, failures = tempfile.mkdtemp(prefix="jalon-checker-"), []
    os.chmod(folder, 0o755)
    try:
        seeded = Seeded(os.path.abspath(parser.parse_args().jalon), folder)
        try:
            kept = seeded.fill()
            sound = seeded.faults_after(0, "", kept)
            failures += [f"a sound base has faults: {sound}"] if sound else []
            for number, (what, sql) in enumerate(FAULTS.items(), 1):
                if not seeded.faults_after(number, sql, kept):
                    failures.append(f"not found: {what}")
        finally:
            seeded.cluster.stop()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for failure in failures:
        print("FAIL", failure)
    print(f"{1 + len(FAULTS) - len(failures)} passed, {len(failures)} failed")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
