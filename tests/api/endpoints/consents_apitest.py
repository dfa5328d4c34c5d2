"""The person's consent that the MDPH reads how urgent the file is: kept with who and when, looked at when it is read."""
from committee_house import DR, RETAINED, SW, CommitteeTest
from endpoint import AA, CO, NOBODY

PARTNER = "partner_of_12"
SECRET = "Logement à quitter"


class Consents(CommitteeTest):
    def graded(self):
        committee = self.committee(days=0)
        case = self.listed(committee)
        self.grade(SW, committee, case, "social", 3, SECRET)
        self.grade(DR, committee, case, "medical", 1)
        return committee, case

    def line(self, who, committee, query=""):
        [line] = self.table(who, committee, query)["lines"]
        return line

    def urgencies(self, line):
        return line["social_urgency"], line["medical_urgency"]

    def test_without_consent_the_partner_reads_the_line_without_its_urgency_and_why(self):
        committee, case = self.graded()
        seen = self.line(PARTNER, committee)
        self.assertEqual((case, (None, None)), (seen["case"], self.urgencies(seen)))
        self.assertIn("n’a pas donné son accord", seen["withheld"])
        self.assertEqual(seen["withheld"], seen["reason"], "nor does the reason tell it")
        page = self.call(PARTNER, "GET", f"/committees/{committee}/table").body.decode()
        self.assertIn("non communiquée", page)
        self.assertNotIn("non évaluée", page)
        self.assertIn("n’a pas donné son accord", page)
        row = dict(zip(*self.sheet(PARTNER, f"/committees/{committee}/table.xlsx")["rows"][:2]))
        self.assertEqual((None, seen["reason"]), (row["Urgence sociale (0 à 3)"] or None, row["Pourquoi cette place"]))
        team = self.line(CO, committee)
        self.assertEqual(((3, 1), None, None), (self.urgencies(team), team["withheld"], team["consent"]))

    def test_a_withdrawal_counts_at_once_also_for_a_list_that_was_sent(self):
        committee, case = self.graded()
        self.consent(case)
        self.assertEqual([], self.send_table(committee)["without_consent"])
        self.assertEqual((3, 1), self.urgencies(self.line(PARTNER, committee)))
        self.consent(case, "withdrawn", SW, way="written")
        seen = self.line(PARTNER, committee, "?version=1")
        self.assertEqual((None, None), self.urgencies(seen))
        self.assertIn("a retiré son accord", seen["withheld"])
        team = self.line(DR, committee)
        self.assertEqual((3, "withdrawn"), (team["social_urgency"], team["consent"]))
        self.assertEqual(1, self.send_table(committee)["version"], "a consent makes no further version")

    def test_sending_names_the_files_without_consent(self):
        committee, case = self.graded()
        other = self.listed(committee)
        self.consent(other)
        self.assertEqual([self.get(CO, f"/cases/{case}")["reference"]], self.send_table(committee)["without_consent"])

    def test_minutes_and_sessions_keep_to_it_too(self):
        committee, case = self.graded()
        self.act(CO, case, "open_review")
        self.act(CO, case, "decide", RETAINED | {"social_urgency": 3, "medical_urgency": 1, "rank": 1})
        self.call(AA, "PUT", f"/committees/{committee}/minutes", {"present": [{"role": "doctor", "name": "Paul"}]})
        session = self.session()

        def decided(who):
            return self.get(who, f"/committees/{committee}/minutes.json")["decisions"][0]

        def waiting(who):
            return next(line for line in self.get(who, f"/sessions/{session}")["waiting"] if line["case"] == case)
        for read in (decided, waiting):
            self.assertEqual((3, 1), self.urgencies(read(CO)))
            self.assertEqual((None, None), self.urgencies(read(PARTNER)))
            self.assertIn("n’est pas communiquée", read(PARTNER)["withheld"])
        self.assertEqual("retained", decided(PARTNER)["outcome"])
        self.consent(case)
        for read in (decided, waiting):
            self.assertEqual((3, 1), self.urgencies(read(PARTNER)))
        self.act(AA, case, "renounce")

    def test_everything_said_is_kept_with_who_and_when_and_the_same_again_adds_nothing(self):
        _, case = self.graded()
        nothing = self.get(CO, f"/cases/{case}/consents")
        self.assertEqual((None, []), (nothing["mdph"], nothing["entries"]))
        for _ in range(2):
            self.consent(case, on=self.today())
        told = self.consent(case, "withdrawn", SW, way="written")
        self.assertEqual(("withdrawn", [("given", "oral", AA), ("withdrawn", "written", SW)]), (
            told["mdph"], [(entry["consent"], entry["way"], entry["by"]) for entry in told["entries"]]))
        self.assertEqual(self.today(), told["entries"][0]["on"])

    def test_a_paper_that_is_recorded_late_does_not_undo_a_later_word(self):
        _, case = self.graded()
        self.consent(case, "withdrawn")
        self.assertEqual("withdrawn", self.consent(case, on=self.today(-3), way="written")["mdph"])

    def test_what_is_no_consent_is_refused(self):
        _, case = self.graded()
        address = f"/cases/{case}/consents"
        good = {"purpose": "mdph", "consent": "given", "way": "oral"}
        for body, pointer in ((good | {"consent": "maybe"}, "/consent"), (good | {"purpose": "all"}, "/purpose"),
                              ({"purpose": "mdph", "consent": "given"}, "/way"), (good | {"way": "phone"}, "/way"),
                              (good | {"on": self.today(1)}, "/on"), (good | {"on": "hier"}, "/on"),
                              (good | {"why": "x"}, "/why")):
            answer = self.assert_refused(case, 422, "invalid_data", lambda: self.call(AA, "POST", address, body))
            self.assertIn(pointer, answer.pointers())
        for who in ("trainer", "deputy_director", PARTNER, "administrator"):
            self.assert_problem(self.call(who, "POST", address, good), 403, "role_not_allowed")
        self.assert_problem(self.call(PARTNER, "GET", address), 403, "role_not_allowed")
        self.assert_problem(self.call("neighbour", "POST", address, good), 404, "no_such_case")
        self.assert_problem(self.call(AA, "GET", f"/cases/{NOBODY}/consents"), 404, "no_such_case")
        self.assertEqual([], self.get(CO, address)["entries"])
