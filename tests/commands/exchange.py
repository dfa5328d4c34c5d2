"""What tests of files and histories stand on: a server, an establishment for each test, and journeys through it."""
import os

from psql import Database, socket_of
from server import PASSWORD, Server
from terminal import ROOT, CommandTest
import terminal

LIFELIKE = os.path.join(ROOT, "tests/data/notifications.csv")
NOW = "2026-01-31T09:00:00+01:00"  # the last day of the lifelike file
FAULTY_LINES = 26
SHEETS = ["administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"]


class ExchangeTest(CommandTest):
    """One server, and for each test an establishment of its own, because each counts what is there."""

    establishments = 0

    @classmethod
    def setUpClass(cls):
        cls.server = Server(terminal.PROGRAM, "--clock", "manual", "--now", NOW)
        cls.addClassCleanup(cls.server.stop)

    def setUp(self):
        ExchangeTest.establishments += 1
        self.code = f"e{ExchangeTest.establishments}"
        folder = ("--data-dir", self.server.data_folder)
        self.run_it("establishment", "add", self.code, "--name", self.code, *folder)
        self.data = (*folder, "--establishment", self.code)
        self.added = set()

    def add(self, *roles):
        for role in set(roles) - self.added:
            self.added.add(role)
            words = ("--login", role, "--name", role, "--role", role, *self.data)
            self.run_it("user", "add", *words, "--password-stdin", feed=PASSWORD)
            token = self.run_it("token", "create", "--login", role, *self.data).out
            self.server.tokens[role] = token.split()[-1]

    def database(self):
        return Database(socket_of(self.server.data_folder))

    def count(self, table='"case"', condition="true"):
        return self.database().one(
            f"select count(*) from {table} where establishment = '{self.code}' and {condition}")

    def import_file(self, path, *options, code=0):
        return self.run_it("import", path, *options, "--json", *self.data, code=code)

    def open_case(self):
        self.add("admin_assistant", "coordinator")
        person = {"family_name": "=cmd|' /C calc'!A0", "given_name": "Zoé", "birth_date": "1990-01-02"}
        status, case = self.server.call("admin_assistant", "POST", "/cases", {
            "workflow": "preorientation", "person": person,
            "notification": {"channel": "paper", "received_on": "2026-01-30", "mdph": "12"}})
        self.assertEqual(201, status, case)
        return case["id"]

    def act(self, role, case, event, **data):
        status, answer = self.server.call(role, "POST", f"/cases/{case}/events", {"event": event, "data": data})
        self.assertEqual(200, status, answer)

    def open_journey(self):
        case = self.open_case()
        self.act("admin_assistant", case, "search_via_trajectoire", found=True, national_decision_id="7")
        self.act("admin_assistant", case, "return_file", documents=SHEETS)
        self.act("admin_assistant", case, "check_file")
        self.server.call("coordinator", "POST", f"/cases/{case}/corrections", {"back_to": 2, "reason": "Erreur"})
        return case
