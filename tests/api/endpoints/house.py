"""The server that all endpoint tests share, with an account for every role and a second establishment."""
import json

from server import PASSWORD, Server
from wire import exchange

START = "2026-03-02T09:00:00+01:00"
ROLES = (
    "admin_assistant", "coordinator", "deputy_director", "doctor", "clinical_psychologist", "social_worker",
    "work_psychologist", "placement_counsellor", "trainer", "workshop_leader", "referent", "administrator")
FIRST, NEIGHBOUR = "espo", "voisin"


class House:
    def __init__(self, program):
        self.server = Server(program, "--clock", "manual", "--now", START)
        self.tokens = {}
        self.called = set()  # (method, path) of every call that a route answered
        try:
            self._settle()
        except BaseException:
            self.server.stop()
            raise

    def _settle(self):
        for role in ROLES:
            self.add_account(role, role)
        self.add_account("partner_of_12", "mdph_partner", "--mdph", "12")
        self.add_account("partner_of_48", "mdph_partner", "--mdph", "48")
        self.server.command("establishment", "add", NEIGHBOUR, "--name", "ESPO voisin")
        self.add_account("neighbour", "admin_assistant", establishment=NEIGHBOUR)
        self.add_account("neighbour_coordinator", "coordinator", establishment=NEIGHBOUR)

    def add_account(self, login, role, *options, establishment=None):
        of = ("--establishment", establishment) if establishment else ()
        words = ("--login", login, "--name", login, "--role", role, *options, *of)
        self.server.command("user", "add", *words, "--password-stdin", feed=PASSWORD + "\n")
        self.tokens[login] = self.server.command("token", "create", "--login", login, *of).split()[-1]

    def account_path(self, login):
        """In the API, where an account is named by its identifier. A login that nobody has stands there as it is."""
        accounts = self.send("administrator", "GET", "/api/v1/accounts?limit=200").json()["items"]
        return "/accounts/" + next((each["id"] for each in accounts if each["login"] == login), login)

    def id_next_door(self, login):
        accounts = self.server.command("user", "list", "--establishment", NEIGHBOUR, "--json")
        return next(each["id"] for each in json.loads(accounts) if each["login"] == login)

    def disable_account(self, login):
        self.server.command("user", "disable", "--login", login, "--establishment", FIRST)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.stop()

    def send(self, who, method, target, body=None, headers=None):
        """`target` is the whole one, from the root; `who` None sends no token."""
        sent = dict(headers or {})
        if who is not None:
            sent.setdefault("Authorization", f"Bearer {self.tokens[who]}")
        answer = exchange(self.server.address, method, target, body, sent)
        if answer.status < 400:
            self.called.add((method, target.split("?")[0]))
        return answer
