#!/usr/bin/env python3
"""F02, F23.
Kills `jalon serve` with SIGKILL twenty times in the middle of a load of events, then checks from outside that no
acknowledged event was lost, none happened twice, no deadline was forgotten and no message left twice.

    crash.py --jalon build/jalon [--kills 20]      JALON_SEED repeats a run
"""
import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../kit")]
from checker import Checker, is_at_rest  # noqa: E402
from journal import Journal, Kept  # noqa: E402
from load import Client, Field  # noqa: E402
from psql import Database, socket_of  # noqa: E402
from served import Served  # noqa: E402
from server import PASSWORD, free_port  # noqa: E402
from sink import Sink  # noqa: E402

CLIENTS = 6
LEAST_SUCCESS = 0.8
REST_WITHIN_S = 60


def command(program, data_folder, *words, feed=None):
    done = subprocess.run([program, *words, "--data-dir", data_folder], input=feed, text=True,
                          capture_output=True, timeout=60, check=True)
    return done.stdout


def make_token_by(command):
    """`command` runs a verb of the program where the server under test has its data."""
    names = ("--login", "assistante", "--name", "Assistante", "--role", "admin_assistant")
    command("user", "add", *names, "--password-stdin", feed=PASSWORD + "\n")
    return command("token", "create", "--login", "assistante").split()[-1]


def make_token(program, data_folder):
    return make_token_by(lambda *words, **options: command(program, data_folder, *words, **options))


def kill_under_load(field, served, moment_s):
    """Kills at that moment, or as soon after it as a request is under way. Whether one was really cut."""
    field.is_over.wait(moment_s)
    with field.changed:
        field.changed.wait_for(lambda: field.in_flight > 0, 30)
        cuts = field.cuts
        field.is_up.clear()
        served.kill()
    with field.changed:
        field.changed.wait_for(lambda: field.in_flight == 0, 30)
        return field.cuts > cuts


def run_load(field, served, chance, kills):
    """How many kills landed in the middle of requests, of at most half as many again."""
    clients = [Client(field, chance.getrandbits(32)) for _ in range(CLIENTS)]
    for client in clients:
        client.start()
    landed = 0
    try:
        for attempt in range(kills + kills // 2):
            if landed == kills or field.surprises:
                break
            landed += kill_under_load(field, served, chance.uniform(0.1, 1.8))
            served.start()
            field.is_up.set()
        field.is_over.wait(1)  # the last start bears a load too
    finally:
        field.is_over.set()
        field.is_up.set()
        for client in clients:
            client.join()
    return landed


def wait_for_rest(database):
    end = time.monotonic() + REST_WITHIN_S
    while not is_at_rest(database):
        if time.monotonic() > end:
            return False
    return True


def examine(field, kept, database, sink, kills):
    checker = Checker(database, kept)
    if not wait_for_rest(database):
        checker.fault(f"not at rest {REST_WITHIN_S} s after the last start")
    checker = Checker(database, kept) if not checker.faults else checker
    checker.check_tables()
    mails = checker.check_mails(sink)
    checker.check_answers(field.address, field.token)
    passed = sum(entry["event"] == "deadline_passed" for entry in checker.history)
    print(f"{len(kept.sent)} commands sent, {len(kept.acknowledged)} acknowledged "
          f"({100 * kept.success_ratio():.1f} %), {len(checker.history)} entries, {passed} deadlines passed, "
          f"e-mails {dict(mails)}, {len(sink.mails)} mails arrived")
    if mails["in_doubt"] > kills:
        checker.fault(f"{mails['in_doubt']} e-mails in doubt: each kill finds one under way at most")
    if not passed or not mails["sent"]:
        checker.fault("no deadline or no e-mail took part: the run proves nothing of them")
    return checker.faults


def run(program, folder, seed, kills):
    chance, sink = random.Random(seed), Sink()
    data_folder, address = os.path.join(folder, "data"), f"127.0.0.1:{free_port()}"
    served = Served(program, address, os.path.join(folder, "log"), "--data-dir", data_folder, *sink.options())
    journal = Journal(os.path.join(folder, "journal"))
    try:
        served.start()
        field = Field(address, make_token(program, data_folder), journal)
        field.is_up.set()
        landed = run_load(field, served, chance, kills)
        kept = Kept(journal.path)
        faults = field.surprises + examine(field, kept, Database(socket_of(data_folder)), sink,
                                          kills)
    finally:
        served.stop()
        sink.close()
        journal.close()
    print(f"{landed} kills landed while requests were under way")
    if landed < kills:
        faults.append(f"only {landed} of {kills} kills landed: the run does not count")
    if kept.success_ratio() < LEAST_SUCCESS:
        faults.append(f"only {100 * kept.success_ratio():.0f} % of the commands succeeded: the run does not count")
    if faults:
        faults.append(served.log())
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("--kills", type=int, default=20)
    arguments = parser.parse_args()
    seed = int(os.environ.get("JALON_SEED") or random.SystemRandom().getrandbits(32))
    print(f"JALON_SEED={seed}", flush=True)
    folder = tempfile.mkdtemp(prefix="jalon-crash-")
    os.chmod(folder, 0o755)  # PostgreSQL runs as a user of its own, and must be able to pass
    try:
        faults = run(os.path.abspath(arguments.jalon), folder, seed, arguments.kills)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    for fault in faults[:40]:
        print("FAULT", fault)
    print(f"{len(faults)} faults (JALON_SEED={seed})")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
