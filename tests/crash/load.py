"""Clients that open cases and move them on, each command under a key of its own, until they are told to stop.

A client whose connection is cut waits for the server and then, like people do, mostly sends the same again with
the same key; sometimes it gives up and never learns what became of its command.
"""
import hashlib
import random
import threading
import uuid
from datetime import date, timedelta

from wire import exchange

NOTIFICATIONS = ["rqth_notification", "orientation_notification"]
SHEETS = ["administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"]
DIGITAL_PATH = [("send_first_contact", {}), ("record_interest", {}), ("receive_documents", {"documents": NOTIFICATIONS}),
                ("return_file", {"documents": SHEETS}), ("check_file", {})]
PAPER_PATH = [("search_via_trajectoire", {"found": False}), ("send_reminder", {"by": ["letter"]}),
              ("return_file", {"documents": SHEETS}), ("check_file", {})]
GIVES_UP = 0.15
BY_EMAIL = 0.12  # enough to keep the outbox busy, few enough to be sent within a minute
LONG_AGO_DAYS = (30, 200)  # a first contact that was due two weeks ago or more


def digest(answer):
    return hashlib.sha256(answer.body).hexdigest()


class Field:
    """What all clients share: where the server is, whether it is there, and what is under way."""

    def __init__(self, address, token, journal):
        self.address, self.token, self.journal = address, token, journal
        self.is_up, self.is_over = threading.Event(), threading.Event()
        self.changed = threading.Condition()
        self.in_flight, self.cuts = 0, 0
        self.shared_cases, self.surprises = [], []

    def expects(self, refusal):
        """Whether the load may be refused so."""
        return False

    def door(self):
        return self.address

    def send(self, command):
        """The answer, or None when the connection was cut."""
        headers = {"Authorization": f"Bearer {self.token}", "Idempotency-Key": command["key"]}
        with self.changed:
            self.in_flight += 1
            self.changed.notify_all()
        answer = None
        try:
            answer = exchange(self.door(), "POST", command["path"], command["body"], headers)
        except OSError:
            pass
        with self.changed:
            self.in_flight -= 1
            self.cuts += answer is None
            self.changed.notify_all()
        return answer


class Client(threading.Thread):
    gives_up = GIVES_UP

    def __init__(self, field, seed):
        super().__init__(name=f"client {seed}")
        self.field, self.random = field, random.Random(seed)
        self.cases = []  # [identifier, events still to come]

    def run(self):
        try:
            while not self.field.is_over.is_set():
                self.field.is_up.wait()
                self.step()
        except Exception as error:  # the main thread reports it
            self.field.surprises.append(f"{self.name}: {error!r}")

    def step(self):
        chance = self.random.random()
        if not self.cases or chance < 0.25:
            self.open()
        elif chance < 0.4 and self.field.shared_cases:
            self.note(self.random.choice(self.field.shared_cases))
        else:
            self.move_on(self.random.randrange(len(self.cases)))

    def open(self):
        key, is_paper = self.new_key(), self.random.random() < 0.3
        days = self.random.randint(*LONG_AGO_DAYS) if self.random.random() < 0.5 else 0
        person = {"family_name": f"Essai {key}", "given_name": "Dominique", "birth_date": "1985-02-03",
                  "email": f"{key}@personne.example",
                  "contact_preference": "email" if self.random.random() < BY_EMAIL else "letter"}
        notification = {"channel": "paper" if is_paper else "digital", "mdph": self.random.choice(["12", "48"]),
                        "received_on": (date.today() - timedelta(days=days)).isoformat()}
        if not is_paper:
            notification["national_decision_id"] = key
        answer = self.perform(key, "/api/v1/cases", {
            "workflow": "preorientation", "person": person, "notification": notification})
        if answer is None:
            return
        if self.random.random() < 0.05:
            self.field.shared_cases.append(answer["id"])
        elif self.random.random() < 0.7:  # the others stay where they are and become overdue
            self.cases.append([answer["id"], list(PAPER_PATH if is_paper else DIGITAL_PATH)])

    def note(self, case):
        key = self.new_key()
        self.perform(key, f"/api/v1/cases/{case}/events", {
            "event": "add_note", "data": {"kind": "call", "text": f"Appel {key}"}})

    def move_on(self, place):
        case, path = self.cases[place]
        if self.random.random() < 0.3:
            return self.note(case)
        event, data = path.pop(0)
        answer = self.perform(self.new_key(), f"/api/v1/cases/{case}/events", {"event": event, "data": data})
        if answer is None or not path:
            self.cases.pop(place)

    def new_key(self):
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))

    def perform(self, key, path, body):
        """The case after the command, or None when its fate stays unknown."""
        command = {"key": key, "path": path, "body": body}
        self.field.journal.write(kind="sent", **command)
        while True:
            answer = self.field.send(command)
            if answer is not None and answer.status < 300:
                case = answer.json()
                self.field.journal.write(kind="acknowledged", key=key, status=answer.status, case=case["id"],
                                         revision=case["revision"], digest=digest(answer))
                return case
            if answer is not None and answer.status not in (429, 500, 503):
                self.field.journal.write(kind="refused", key=key, status=answer.status)
                if not self.field.expects(answer):
                    self.field.surprises.append(f"{answer.status} for {body}: {answer.body[:300]}")
                return None
            self.field.is_up.wait()
            if self.field.is_over.is_set() or self.random.random() < self.gives_up:
                return None
