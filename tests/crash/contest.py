#!/usr/bin/env python3
"""F13, F22.
Two processes on one database, `serve` and `worker`: thousands of due deadlines, each fired once; a full outbox,
each message sent once; and both processes have had their part in it.

    contest.py --jalon build/jalon [--cases 3000]
"""
import argparse
import datetime
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../kit")]
from checker import STILL_MOVING, Checker  # noqa: E402
from journal import Kept  # noqa: E402
from scratch_cluster import ScratchCluster  # noqa: E402
from served import Served  # noqa: E402
from server import PASSWORD, free_port  # noqa: E402
from sink import Sink  # noqa: E402
from wire import exchange  # noqa: E402

PROCESSES = ("serve", "worker")
MAILS = 200
REST_WITHIN_S = 60
# Which process did what, written by the database itself.
WITNESS = """
    create table witness (what text not null, thing text not null, process text not null);
    grant insert on witness to public;
    create function see_passing() returns trigger language plpgsql as $$ begin
      if new.event = 'deadline_passed' then
        insert into witness values ('deadline', new.case_id::text, session_user);
      end if;
      return new; end $$;
    create trigger see_passing after insert on history for each row execute function see_passing();
    create function see_sending() returns trigger language plpgsql as $$ begin
      if new.status = 'sent' and old.status <> 'sent' then
        insert into witness values ('message', new.id::text, session_user);
      end if;
      return new; end $$;
    create trigger see_sending after update on message for each row execute function see_sending();"""


def notifications(count):
    """The text of a file to import: every first contact in it has been due for a while."""
    received = (datetime.date.today() - datetime.timedelta(days=60)).isoformat()
    lines = ["nom;prenom;date_naissance;canal;recue_le;mdph;courriel;preference;numero_decision_national"]
    lines += [f"Essai;Numéro {n};1985-02-03;numerique;{received};12;p{n}@personne.example;courriel;N{n:06}"
              for n in range(count)]
    return "\n".join(lines) + "\n"


class Contest:
    def __init__(self, program, folder, cases):
        self.program, self.folder, self.cases = program, folder, cases
        self.cluster, self.sink = ScratchCluster(folder), Sink()
        self.database = self.cluster.database
        self.address = f"127.0.0.1:{free_port()}"
        self.faults, self.processes = [], []

    def command(self, *words, feed=None):
        return subprocess.run([self.program, *words, "--database", self.cluster.url("command")], input=feed,
                              text=True, capture_output=True, timeout=120, check=True).stdout

    def fill(self):
        """Due deadlines by the thousand, and an outbox that no mail server has emptied yet."""
        path = os.path.join(self.folder, "notifications.csv")
        with open(path, "w", encoding="utf-8") as file:
            file.write(notifications(self.cases))
        self.command("migrate")
        self.command("user", "add", "--login", "aa", "--name", "aa", "--role", "admin_assistant",
                     "--password-stdin", feed=PASSWORD + "\n")
        token = self.command("token", "create", "--login", "aa").split()[-1]
        served = self.served("filler").start()
        try:
            self.fill_outbox(token)
        finally:
            served.stop()
        self.command("import", path)
        self.database.run(WITNESS)

    def fill_outbox(self, token):
        headers = {"Authorization": f"Bearer {token}"}
        for number in range(MAILS):
            opened = exchange(self.address, "POST", "/api/v1/cases", {
                "workflow": "preorientation",
                "person": {"family_name": "Courriel", "given_name": str(number), "birth_date": "1985-02-03",
                           "email": f"m{number}@personne.example", "contact_preference": "email"},
                "notification": {"channel": "digital", "mdph": "12", "national_decision_id": f"M{number}",
                                 "received_on": datetime.date.today().isoformat()}}, headers)
            sent = exchange(self.address, "POST", f"/api/v1/cases/{opened.json()['id']}/events",
                            {"event": "send_first_contact"}, headers)
            assert sent.status == 200, sent.body

    def served(self, name, *options):
        return Served(self.program, self.address, os.path.join(self.folder, name), "--database",
                      self.cluster.url(name), *options)

    def start_both_at_once(self):
        """Nobody can claim anything until both have tried."""
        gate = self.database.lock_against_claims()
        serve = self.served("serve", *self.sink.options())
        starting = threading.Thread(target=serve.start)
        starting.start()
        with open(os.path.join(self.folder, "worker"), "wb") as log:
            worker = subprocess.Popen([self.program, "worker", "--database", self.cluster.url("worker"),
                                       *self.sink.options()], stdin=subprocess.DEVNULL, stdout=log, stderr=log)
        self.processes = [serve.stop, worker.terminate, worker.wait]
        self.wait_until_both_have_tried()
        gate.communicate("notify jalon_due; notify jalon_outbox; commit;\n", timeout=30)
        starting.join()

    def wait_until_both_have_tried(self):
        """Each gives up after a while and tries again: seen once is enough, the gate's opening wakes them."""
        seen, end = set(), time.monotonic() + REST_WITHIN_S
        while seen != set(PROCESSES):
            seen |= {row["name"] for row in self.database.rows(f"""
                select distinct usename as name from pg_stat_activity
                where usename in {PROCESSES} and wait_event_type = 'Lock'""")}
            if time.monotonic() > end:
                raise TimeoutError(f"only {seen} wanted to claim anything in {REST_WITHIN_S} s")

    def wait_until(self, what, query):
        end = time.monotonic() + REST_WITHIN_S
        while not self.database.one(query):
            if time.monotonic() > end:
                raise TimeoutError(f"after {REST_WITHIN_S} s still waiting: {what}")

    def judge(self):
        for what, least in (("deadline", self.cases), ("message", MAILS)):
            seen = {name: self.database.one(
                f"select count(*) from witness where what = '{what}' and process = '{name}'") for name in PROCESSES}
            things = self.database.one(f"select count(distinct thing) from witness where what = '{what}'")
            print(f"{what}s: {things} in {sum(seen.values())} goes, by process {seen}")
            if (things, sum(seen.values())) != (least, least):
                self.faults.append(f"{least} {what}s were due, {things} happened, in {sum(seen.values())} goes")
            if min(seen.values()) == 0:
                self.faults.append(f"one process had no part in the {what}s: the run does not count")
        checker = Checker(self.database, Kept(os.devnull))
        checker.check_sequences()
        checker.check_deadlines()
        checker.check_nothing_is_stuck()
        checker.check_mails(self.sink)
        self.faults += checker.faults
        if sorted(self.sink.copies().values()) != [1] * MAILS:
            self.faults.append(f"{len(self.sink.mails)} mails arrived, {MAILS} wanted")

    def run(self):
        self.fill()
        self.start_both_at_once()
        self.wait_until("all is fired and sent", f"select rows = 0 as rest from ({STILL_MOVING}) moving")
        self.judge()
        return self.faults

    def close(self):
        for end in self.processes:
            end()
        self.sink.close()
        self.cluster.stop()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("--cases", type=int, default=3000)
    arguments = parser.parse_args()
    folder = tempfile.mkdtemp(prefix="jalon-contest-")
    os.chmod(folder, 0o755)
    try:
        contest = Contest(os.path.abspath(arguments.jalon), folder, arguments.cases)
        try:
            faults = contest.run()
        finally:
            contest.close()
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for fault in faults:
        print("FAULT", fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
