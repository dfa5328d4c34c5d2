"""The committee's list and the sessions' lists, from a terminal."""
import os

import xlsx
from exchange import SHEETS, ExchangeTest
from terminal import REFUSED, WRONG_USAGE

REACHED = ("--public-url", "https://jalon.example.org")
NOBODY = "00000000-0000-4000-8000-000000000000"


class Committee(ExchangeTest):
    def listed(self):
        """A committee with one case on its list."""
        case = self.open_case()
        self.act("admin_assistant", case, "search_via_trajectoire", found=True, national_decision_id="7")
        self.act("admin_assistant", case, "return_file", documents=SHEETS)
        self.act("admin_assistant", case, "check_file")
        _, committee = self.server.call("coordinator", "POST", "/committees", {"held_on": "2026-03-10"})
        self.act("admin_assistant", case, "list_for_committee", committee=committee["id"])
        return committee["id"], case

    def grade(self, committee, case):
        self.add("doctor")
        status, answer = self.server.call("doctor", "PUT", f"/committees/{committee}/cases/{case}/medical-urgency",
                                          {"urgency": 2, "reason": "Stabilisation confirmée"})
        self.assertEqual(200, status, answer)

    def test_the_list_is_read_as_json_pdf_and_spreadsheet(self):
        committee, case = self.listed()
        self.grade(committee, case)
        [line] = self.run_it("committee", "table", committee, *self.data).json()["lines"]
        self.assertEqual((case, 2, None), (line["case"], line["medical_urgency"], line["medical_reason"]))
        folder = self.folder()
        pdf, sheet = os.path.join(folder, "liste.pdf"), os.path.join(folder, "liste.xlsx")
        self.run_it("committee", "table", committee, "--out", pdf, *self.data)
        self.run_it("committee", "table", committee, "--out", sheet, *self.data)
        with open(pdf, "rb") as file:
            self.assertTrue(file.read().startswith(b"%PDF-"))
        self.assertEqual("'=cmd|' /C calc'!A0", dict(zip(*xlsx.read_file(sheet)["rows"]))["Nom"])

    def test_the_list_is_sent_and_frozen(self):
        committee, _ = self.listed()
        self.assertIn("liste non envoyée", self.run_it("committee", "list", *self.data).out)
        sent = self.run_it("committee", "send", committee, *REACHED, "--json", *self.data).json()
        self.assertEqual((1, 1, ["coordinator"]), (sent["version"], sent["files"], sent["without_email"]))
        self.assertIn("liste envoyée, version 1", self.run_it("committee", "list", *self.data).out)
        self.assertEqual("sent", self.run_it("committee", "table", committee, *self.data).json()["status"])
        draft = self.run_it("committee", "table", committee, "--draft", *self.data).json()
        self.assertEqual("draft", draft["status"])

    def test_the_export_of_a_person_holds_what_was_said_of_its_urgency(self):
        committee, case = self.listed()
        self.grade(committee, case)
        [grade] = self.run_it("export", "--case", case, *self.data).json()["committee_grades"]
        self.assertEqual(("medical", 2, "Stabilisation confirmée", "doctor"),
                         tuple(grade[key] for key in ("kind", "urgency", "reason", "by")))

    def test_what_cannot_be_is_refused(self):
        committee, _ = self.listed()
        self.run_it("committee", "table", NOBODY, *self.data, code=REFUSED)
        self.run_it("committee", "table", committee, "--version", "2", *self.data, code=REFUSED)
        self.run_it("committee", "table", committee, "--out", "liste.ods", *self.data, code=REFUSED)
        self.run_it("committee", "send", NOBODY, *REACHED, *self.data, code=REFUSED)
        self.assertIn("--public-url", self.run_it("committee", "send", committee, *self.data, code=REFUSED).err)
        self.run_it("committee", "send", *self.data, code=WRONG_USAGE)
        self.run_it("committee", *self.data, code=WRONG_USAGE)


class Session(ExchangeTest):
    def test_a_session_shows_its_seats_and_prints_its_lists(self):
        self.add("admin_assistant", "coordinator")
        body = {"entry_on": "2026-05-04", "capacity": 8}
        session = self.server.call("coordinator", "POST", "/sessions", body)[1]["id"]
        self.assertIn(session, self.run_it("session", "list", *self.data).out)
        self.assertIn("8 place(s) libre(s) sur 8", self.run_it("session", "show", session, *self.data).out)
        self.assertEqual([], self.run_it("session", "show", session, "--json", *self.data).json()["waiting"])
        for verb in ("pre-reception", "attendance"):
            path = os.path.join(self.folder(), "liste.pdf")
            self.run_it("session", verb, session, "--out", path, *self.data)
            with open(path, "rb") as file:
                self.assertTrue(file.read().startswith(b"%PDF-"))
            self.run_it("session", verb, session, "--out", "liste.doc", *self.data, code=REFUSED)
            self.run_it("session", verb, NOBODY, "--out", path, *self.data, code=REFUSED)
        self.run_it("session", "attendance", session, "--out", path, "--on", "demain", *self.data, code=REFUSED)

    def test_committees_and_sessions_are_fixed_from_a_terminal_by_whoever_may(self):
        self.add("admin_assistant", "coordinator")
        as_coordinator, as_assistant = ("--login", "coordinator"), ("--login", "admin_assistant")
        committee = self.run_it("committee", "add", "--on", "2099-03-12", *as_coordinator, *self.data).out.split()[0]
        self.assertIn(f"{committee}  2099-03-12", self.run_it("committee", "list", *self.data).out)
        session = self.run_it("session", "add", "--entry-on", "2099-05-04", "--capacity", "6", "--json", *as_coordinator,
                              *self.data).json()
        self.assertEqual(6, session["capacity"])
        self.assertIn(session["id"], self.run_it("session", "list", *self.data).out)
        self.run_it("committee", "add", "--on", "2099-03-12", *as_assistant, *self.data, code=REFUSED)
        self.run_it("session", "add", "--entry-on", "demain", *as_coordinator, *self.data, code=REFUSED)
