"""Who reads which facts of a case, and the register of who did."""
from committee_house import DR, SW, CommitteeTest
from endpoint import AA, CO

PARTNER, TRAINER = "partner_of_12", "trainer"
GRADES = {"social_urgency": 2, "medical_urgency": 1}


class NeedToKnow(CommitteeTest):
    def decided(self):
        return self.retained(self.committee(days=0), **GRADES)

    def urgencies(self, who, case):
        decision = self.get(who, f"/cases/{case}")["data"]["decision"]
        return decision.get("social_urgency"), decision.get("medical_urgency")

    def readings(self, case, who=CO):
        return self.walk(who, f"/cases/{case}/readings")

    def test_urgencies_are_for_those_who_decide_on_them_also_in_the_history_and_in_the_past(self):
        case = self.decided()
        for who, seen in ((CO, (2, 1)), (DR, (2, 1)), (SW, (2, 1)), (AA, (None, None)), (TRAINER, (None, None)),
                          (PARTNER, (None, None))):
            self.assertEqual(seen, self.urgencies(who, case), who)
            entry = [item for item in self.walk(who, f"/cases/{case}/history") if item["event"] == "decide"][0]
            self.assertEqual(seen[0], entry["data"].get("social_urgency"), who)
            then = self.get(who, f"/cases/{case}/history?at={self.today()}")
            self.assertEqual(seen[0], then["data"]["decision"].get("social_urgency"), who)

    def test_the_answer_to_an_event_withholds_the_same_also_when_it_is_repeated(self):
        case = self.decided()
        for _ in range(2):
            answer = self.call(AA, "POST", f"/cases/{case}/events",
                               {"event": "add_note", "data": {"kind": "call", "text": "Rappeler"}},
                               headers={"Idempotency-Key": f"note-{case}"})
            self.assertEqual(200, answer.status, answer.body)
            self.assertNotIn("social_urgency", answer.json()["data"]["decision"])

    def test_each_reading_is_entered_and_a_look_without_facts_is_none(self):
        case = self.decided()
        before = len(self.readings(case))
        self.get(DR, f"/cases/{case}")
        self.get(AA, f"/cases/{case}")
        self.get(TRAINER, f"/cases/{case}/history")
        after = self.readings(case)
        self.assertEqual(before + 1, len(after))
        self.assertEqual((DR, "case", ["medical_urgency", "social_urgency"]),
                         (after[0]["login"], after[0]["what"], after[0]["facts"]))

    def test_a_committees_list_is_a_reading_of_each_of_its_lines(self):
        committee = self.committee(days=0)
        case, other = self.listed(committee), self.listed(committee)
        self.grade(SW, committee, case, "social", 3)
        self.table(DR, committee)
        for each in (case, other):
            self.assertEqual((DR, "committee_table"), (self.readings(each)[0]["login"], self.readings(each)[0]["what"]))

    def test_a_doctors_note_is_not_for_the_coordinator_nor_for_the_mdph(self):
        committee = self.committee(days=0)
        case = self.seated(committee, self.session(days=60, pre_reception_on=self.today(0)))
        self.act(AA, case, "send_dates_letter")
        self.act(CO, case, "hold_pre_reception", {"attended": False, "medically_stable": False})
        self.act(DR, case, "postpone_for_health", {"note": "Opération prévue"})
        for who, seen in ((DR, "Opération prévue"), (SW, "Opération prévue"), (CO, None), (AA, None), (PARTNER, None)):
            entry = self.walk(who, f"/cases/{case}/history")[-1]
            self.assertEqual(seen, entry["data"].get("note"), who)

    def test_the_register_is_for_those_who_answer_for_it(self):
        case = self.decided()
        for who in (AA, TRAINER, PARTNER, "administrator"):
            self.assert_problem(self.call(who, "GET", f"/cases/{case}/readings"), 403, "role_not_allowed")
        self.assert_problem(self.call("neighbour_coordinator", "GET", f"/cases/{case}/readings"), 404, "no_such_case")
        self.assert_problem(self.call(CO, "GET", "/cases/nothing/readings"), 404, "no_such_case")
