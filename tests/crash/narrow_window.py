#!/usr/bin/env python3
"""F12.
Kills `jalon serve` when the mail server has read a whole mail and not yet said so: the one moment when nobody knows
who has it. After the next start the mail is in doubt, a task asks a person, and it is never sent again by itself; the
mails behind it leave.

    narrow_window.py --jalon build/jalon
"""
import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import uuid

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../kit")]
from served import Served  # noqa: E402
from server import PASSWORD, free_port  # noqa: E402
from wire import exchange  # noqa: E402

ROOT = os.path.join(HERE, "../..")
WITHIN_S = 60


class SilentOnce:
    """The faulty mail server: it reads the first mail to its end, says nothing, and behaves from then on."""

    def __init__(self):
        script = os.path.join(ROOT, "tests/adapters/smtp/faulty_server.mjs")
        tools = os.path.join(ROOT, "node_modules/.bin")
        self.process = subprocess.Popen(
            ["node", script, "body", "hang", "--times", "1"], text=True, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, env=os.environ | {"PATH": tools + os.pathsep + os.environ["PATH"]})
        self.port = json.loads(self.process.stdout.readline())["port"]

    def next_kept(self):
        for line in self.process.stdout:
            if "kept" in (said := json.loads(line)):
                return said["kept"].split("@")[0]
        raise RuntimeError("the mail server ended")

    def close(self):
        """Ends it; the mails that it kept and nobody asked about."""
        rest = self.process.communicate(timeout=10)[0]
        return [said["kept"] for said in map(json.loads, rest.splitlines()) if "kept" in said]


class Trial:
    def __init__(self, program, folder):
        self.program, self.data = program, os.path.join(folder, "data")
        self.mail, self.address = SilentOnce(), f"127.0.0.1:{free_port()}"
        self.served = Served(program, self.address, os.path.join(folder, "log"), "--data-dir", self.data, "--smtp",
                             f"smtp://127.0.0.1:{self.mail.port}", "--smtp-starttls", "none", "--mail-from",
                             "espo@etablissement.example")

    def command(self, *words, feed=None):
        return subprocess.run([self.program, *words, "--data-dir", self.data], input=feed, text=True,
                              capture_output=True, timeout=60, check=True).stdout

    def ask(self, method, path, body=None):
        answer = exchange(self.address, method, "/api/v1" + path, body, {"Authorization": f"Bearer {self.token}"})
        if answer.status not in (200, 201):
            raise RuntimeError(f"{method} {path}: {answer.status} {answer.body[:300]}")
        return answer.json()

    def write(self):
        """A case whose first contact leaves by e-mail."""
        person = {"family_name": "Soulier", "given_name": "Camille", "birth_date": "1984-05-17",
                  "email": "camille@personne.example", "contact_preference": "email"}
        today = self.ask("GET", "/clock")["now"][:10]
        case = self.ask("POST", "/cases", {"workflow": "preorientation", "person": person, "notification": {
            "channel": "digital", "received_on": today, "mdph": "12", "national_decision_id": str(uuid.uuid4())}})
        self.ask("POST", f"/cases/{case['id']}/events", {"event": "send_first_contact"})

    def messages(self):
        return {item["id"]: item["status"] for item in self.ask("GET", "/messages?limit=200")["items"]}

    def wait_until(self, holds):
        end = time.monotonic() + WITHIN_S
        while not holds():
            if time.monotonic() > end:
                raise RuntimeError(f"not within {WITHIN_S} s: {self.messages()} {self.served.log()}")
            time.sleep(0.05)

    def run(self):
        self.served.start()
        words = ("--login", "assistante", "--name", "Assistante", "--role", "admin_assistant")
        self.command("user", "add", *words, "--password-stdin", feed=PASSWORD + "\n")
        self.token = self.command("token", "create", "--login", "assistante").split()[-1]
        self.write()
        first = self.mail.next_kept()
        self.served.kill()
        self.served.start()
        self.wait_until(lambda: self.messages()[first] == "in_doubt")
        self.write()
        second = self.mail.next_kept()
        self.wait_until(lambda: self.messages().get(second) == "sent")
        tasks = [task["kind"] for task in self.ask("GET", "/tasks")["items"]]
        self.served.stop()
        again = self.mail.close()
        faults = []
        if first == second or again:
            faults.append(f"sent again: {first}, {second}, {again}")
        if tasks.count("message_in_doubt") != 1:
            faults.append(f"one task asks about the mail in doubt, not {tasks}")
        return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    folder = tempfile.mkdtemp(prefix="jalon-window-")
    os.chmod(folder, 0o755)  # PostgreSQL runs as a user of its own, and must be able to pass
    trial = Trial(os.path.abspath(parser.parse_args().jalon), folder)
    try:
        faults = trial.run()
    finally:
        trial.served.stop()
        trial.mail.process.kill()
        shutil.rmtree(folder, ignore_errors=True)
    for fault in faults:
        print("FAULT", fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
