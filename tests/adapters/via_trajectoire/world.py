"""`jalon serve` beside a stand-in for the national system, on data that outlive a kill."""
import datetime
import json
import os
import shutil
import subprocess
import tempfile
import time
import uuid

from certificates import Certificates
from served import Served
from server import PASSWORD, free_port
from stand_in import CLIENT, FINESS, SECRET, StandIn
from wire import exchange

WITHIN_S = 60


class World:
    def __init__(self, program, **stand_in_options):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="jalon-sdo-")
        os.chmod(self.folder, 0o755)  # PostgreSQL runs as a user of its own, and must be able to pass
        self.data = os.path.join(self.folder, "data")
        self.certificates = Certificates(self.folder)
        self.stand_in = StandIn(self.certificates, **stand_in_options).start()
        self.address, self.served, self.token = f"127.0.0.1:{free_port()}", None, None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.environ.pop("JALON_SDO_CLIENT_SECRET_FILE", None)
        self.stand_in.stop()
        if self.served:
            self.served.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def secret_file(self):
        path = os.path.join(self.folder, "secret")
        with open(path, "w", encoding="utf-8") as file:
            file.write(SECRET + "\n")
        return path

    def start(self, **changed):
        """The first start makes the account; `changed` replaces options of the system."""
        options = {"endpoint": self.stand_in.endpoint + "/", "token_endpoint": self.stand_in.token_endpoint,
                   "client_id": CLIENT, "certificate": self.certificates.path("client.pem"),
                   "key": self.certificates.path("client.key"),
                   "authority": self.certificates.path("authority.pem"), "patience": "2"} | changed
        words = [word for name, value in options.items() for word in ("--sdo-" + name.replace("_", "-"), value)]
        os.environ["JALON_SDO_CLIENT_SECRET_FILE"] = self.secret_file()
        self.served = Served(self.program, self.address, os.path.join(self.folder, "log"), "--data-dir", self.data,
                             *words).start()
        if not self.token:
            self.settle()
        return self

    def restart(self, **changed):
        self.served.stop()
        return self.start(**changed)

    def settle(self):
        self.command("user", "add", "--login", "assistante", "--name", "Assistante", "--role", "admin_assistant",
                     "--password-stdin", feed=PASSWORD + "\n")
        self.token = self.command("token", "create", "--login", "assistante").split()[-1]
        self.set_finess(FINESS)

    def set_finess(self, finess):
        self.command("setting", "via-trajectoire", "--finess", finess, "--name", "ESPO d'essai", "--mode", "46")

    def command(self, *words, feed=None, check=True):
        done = subprocess.run([self.program, *words, "--data-dir", self.data], input=feed, text=True,
                              capture_output=True, timeout=60, check=False)
        if check and done.returncode != 0:
            raise RuntimeError(f"jalon {' '.join(words)}: {done.stderr}")
        return done.stdout if check else done

    def ask(self, method, path, body=None, allowed=(200, 201)):
        answer = exchange(self.address, method, "/api/v1" + path, body, {"Authorization": f"Bearer {self.token}"})
        if answer.status not in allowed:
            raise RuntimeError(f"{method} {path}: {answer.status} {answer.body[:500]}")
        return answer.json()

    def today(self):
        return datetime.date.fromisoformat(self.ask("GET", "/clock")["now"][:10])

    def open_case(self, **notification):
        """A digital notification; its first contact makes a report 41."""
        person = {"family_name": "Soulier", "given_name": "Camille", "birth_date": "1984-05-17"}
        known = {"channel": "digital", "received_on": self.today().isoformat(), "mdph": "12",
                 "decision_id": "D-" + uuid.uuid4().hex[:8], "national_decision_id": str(uuid.uuid4())} | notification
        case = self.ask("POST", "/cases", {"workflow": "preorientation", "person": person, "notification": {
            name: value for name, value in known.items() if value is not None}})["id"]
        self.act(case, "send_first_contact")
        return case

    def act(self, case, event, data=None):
        return self.ask("POST", f"/cases/{case}/events", {"event": event, "data": data or {}})

    def transmissions(self, case):
        return self.ask("GET", f"/transmissions?case={case}")["items"]

    def wait_for(self, case, code, holds):
        """The report of that code, once it is as wanted."""
        end = time.monotonic() + WITHIN_S
        while True:
            found = next((item for item in self.transmissions(case) if item["code"] == code), None)
            if found and holds(found):
                return found
            if time.monotonic() > end:
                raise TimeoutError(f"{code} of {case}: {json.dumps(found, ensure_ascii=False)}\n{self.served.log()}")
            time.sleep(0.05)

    def wait_until_confirmed(self, case, code="41"):
        return self.wait_for(case, code, lambda item: item["status"] == "confirmed")

    def wait_until_stopped(self, case, delivery, code="41"):
        return self.wait_for(case, code, lambda item: item["delivery"] == delivery)
