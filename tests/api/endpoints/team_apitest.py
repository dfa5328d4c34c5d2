"""Who is of a person's team: who says so, whom it opens conclusions to, and what stays of it."""
from committee_house import DR, SW, CommitteeTest
from endpoint import AA, CO, NOBODY

DIRECTOR, PARTNER, TRAINER, LEADER = "deputy_director", "partner_of_12", "trainer", "workshop_leader"


class Team(CommitteeTest):
    def setUp(self):
        self.case = self.retained(self.committee(days=0), social_urgency=2, medical_urgency=1)
        self.consent(self.case, purpose="team")

    def add(self, who, login, case=None):
        return self.call(who, "POST", f"/cases/{case or self.case}/team", {"login": login})

    def end(self, who, login):
        return self.call(who, "POST", f"/cases/{self.case}/team-departures", {"login": login})

    def reads(self, who, case=None):
        return "social_urgency" in self.get(who, f"/cases/{case or self.case}")["data"]["decision"]

    def team(self, who=CO):
        return self.get(who, f"/cases/{self.case}/team")

    def test_only_colleagues_of_the_team_read_what_the_person_agreed_to(self):
        other = self.retained(self.committee(days=0), social_urgency=3, medical_urgency=3)
        self.consent(other, purpose="team")
        for who in (TRAINER, LEADER, "work_psychologist", "placement_counsellor", "referent"):
            self.assertFalse(self.reads(who), who)
            self.assertEqual(200, self.add(CO, who).status)
            self.assertTrue(self.reads(who), who)
            self.assertFalse(self.reads(who, other), "it is this person's team")
        for who in (CO, DIRECTOR, DR, SW, "clinical_psychologist"):
            self.assertTrue(self.reads(who), who)

    def test_who_is_taken_out_reads_no_more_and_every_change_names_who_made_it(self):
        self.add(CO, TRAINER)
        self.add(CO, TRAINER)
        self.assertEqual([(TRAINER, CO)], [(one["login"], one["by"]) for one in self.team(TRAINER)["members"]])
        self.assertEqual([], self.end(DIRECTOR, TRAINER).json()["members"])
        self.assertFalse(self.reads(TRAINER))
        self.assertEqual([(TRAINER, "added", CO), (TRAINER, "ended", DIRECTOR)],
                         [(entry["login"], entry["change"], entry["by"]) for entry in self.team()["entries"]])
        self.assertEqual(2, len(self.get(DIRECTOR, f"/cases/{self.case}/file")["team"]))
        self.assert_problem(self.end(CO, TRAINER), 404, "not_found")

    def test_the_coordination_says_who_is_of_it_and_the_team_reads_it(self):
        for who in (AA, DR, SW, TRAINER, "referent", PARTNER, "administrator"):
            self.assert_problem(self.add(who, TRAINER), 403, "role_not_allowed")
            self.assert_problem(self.end(who, TRAINER), 403, "role_not_allowed")
        for who in (PARTNER, "administrator"):
            self.assert_problem(self.call(who, "GET", f"/cases/{self.case}/team"), 403, "role_not_allowed")
        for who in (AA, DR, TRAINER):
            self.assertEqual([], self.team(who)["members"])

    def test_nobody_is_added_to_whom_it_opens_nothing(self):
        for login in (AA, DR, CO, PARTNER, "administrator", "nobody", "neighbour", "", 7):
            self.assert_problem(self.add(CO, login), 422, "invalid_data")
        self.assertEqual([], self.team()["entries"])

    def test_a_file_of_another_house_has_no_team_here(self):
        for case in (NOBODY, "nothing"):
            self.assert_problem(self.add(CO, TRAINER, case), 404, "no_such_case")
            self.assert_problem(self.call(CO, "GET", f"/cases/{case}/team"), 404, "no_such_case")
            gone = self.call(CO, "POST", f"/cases/{case}/team-departures", {"login": TRAINER})
            self.assert_problem(gone, 404, "no_such_case")
        self.assert_problem(self.call("neighbour", "GET", f"/cases/{self.case}/team"), 404, "no_such_case")
