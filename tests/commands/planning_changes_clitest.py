"""A committee or a session put right from a terminal."""
from exchange import ExchangeTest
from terminal import REFUSED, WRONG_USAGE

NOBODY = "00000000-0000-4000-8000-000000000000"


class PlanningChanges(ExchangeTest):
    def setUp(self):
        super().setUp()
        self.add("admin_assistant", "coordinator")
        self.mine = ("--login", "coordinator", *self.data)

    def committee(self):
        return self.server.call("coordinator", "POST", "/committees", {"held_on": "2026-03-10"})[1]["id"]

    def session(self):
        body = {"entry_on": "2026-05-04", "capacity": 8}
        return self.server.call("coordinator", "POST", "/sessions", body)[1]["id"]

    def test_a_committee_gets_another_day_and_goes(self):
        committee = self.committee()
        moved = self.run_it("committee", "move", committee, "--on", "2026-03-17", "--json", *self.mine).json()
        self.assertEqual({"id": committee, "held_on": "2026-03-17"}, moved)
        self.assertIn("2026-03-18", self.run_it("committee", "move", committee, "--on", "2026-03-18", *self.mine).out)
        self.assertIn("supprimée", self.run_it("committee", "remove", committee, *self.mine).out)
        self.assertNotIn(committee, self.run_it("committee", "list", *self.data).out)

    def test_a_session_is_amended_and_goes(self):
        session = self.session()
        amended = self.run_it("session", "amend", session, "--entry-on", "2026-05-11", "--weeks", "12", "--capacity", "6",
                              "--pre-reception-on", "2026-04-10", "--json", *self.mine).json()
        self.assertEqual(("2026-05-11", 12, 6, "2026-04-10"), tuple(
            amended[key] for key in ("entry_on", "weeks", "capacity", "pre_reception_on")))
        shown = self.run_it("session", "amend", session, "--without-pre-reception", *self.mine).out
        self.assertIn("0 place(s) prise(s) sur 6", shown)
        self.assertNotIn("pré-accueil", shown)
        self.assertEqual({"removed": session}, self.run_it("session", "remove", session, "--json", *self.mine).json())
        self.assertNotIn(session, self.run_it("session", "list", *self.data).out)

    def test_what_cannot_be_is_refused_in_words_and_by_whoever_may_not(self):
        committee, session = self.committee(), self.session()
        self.run_it("committee", "move", committee, "--on", "demain", *self.mine, code=REFUSED)
        self.run_it("committee", "move", committee, *self.mine, code=WRONG_USAGE)
        self.run_it("committee", "remove", NOBODY, *self.mine, code=REFUSED)
        self.run_it("session", "remove", NOBODY, *self.mine, code=REFUSED)
        self.run_it("session", "amend", session, *self.mine, code=REFUSED)
        self.run_it("session", "amend", session, "--capacity", "0", *self.mine, code=WRONG_USAGE)
        for words in (("committee", "remove", committee), ("session", "remove", session)):
            self.run_it(*words, "--login", "admin_assistant", *self.data, code=REFUSED)
        self.assertIn(committee, self.run_it("committee", "list", *self.data).out)
