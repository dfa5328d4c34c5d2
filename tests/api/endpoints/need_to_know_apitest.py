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

    def test_the_answer_to_an_event_shows_what_is_disclosed_as_long_as_it_is(self):
        case = self.decided()
        self.consent(case, purpose="team")
        self.call(CO, "POST", f"/cases/{case}/team", {"login": TRAINER})

        def note(query="", key="disclosed"):
            answer = self.call(TRAINER, "POST", f"/cases/{case}/events{query}",
                               {"event": "add_note", "data": {"kind": "call", "text": "Rappeler"}},
                               headers={"Idempotency-Key": f"{key}-{case}"})
            self.assertEqual(200, answer.status, answer.body)
            return answer.json()["data"]["decision"].get("social_urgency")

        self.assertEqual([2, 2, 2], [note("?dry_run=true", "dry"), note(), note()])
        self.assertEqual(TRAINER, self.readings(case)[0]["login"])
        self.consent(case, "withdrawn", purpose="team")
        self.assertEqual([None, None], [note(), note("?dry_run=true", "dry")], "a repeated answer no more than others")

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

    def test_with_the_persons_consent_their_team_reads_conclusions_until_it_is_taken_back(self):
        case = self.decided()
        self.assertEqual(200, self.call(CO, "POST", f"/cases/{case}/team", {"login": TRAINER}).status)
        self.assertEqual((None, None), self.urgencies(TRAINER, case))
        self.consent(case, purpose="team")
        self.assertEqual((2, 1), self.urgencies(TRAINER, case))
        for other in (AA, PARTNER, "referent", "work_psychologist", "workshop_leader"):
            self.assertEqual((None, None), self.urgencies(other, case), other)
        self.assertEqual((TRAINER, ["medical_urgency", "social_urgency"]),
                         (self.readings(case)[0]["login"], self.readings(case)[0]["facts"]))
        self.consent(case, "withdrawn", purpose="team")
        self.assertEqual((None, None), self.urgencies(TRAINER, case))

    def test_why_a_person_renounces_is_not_for_everybody_who_sees_the_case(self):
        case = self.case_in_first_contact_sent()
        self.act(AA, case, "renounce", {"reason": "Doit garder sa mère"})

        def reason(who):
            return self.walk(who, f"/cases/{case}/history")[-1]["data"].get("reason")

        for who in (CO, "deputy_director", DR, SW, "clinical_psychologist", "referent"):
            self.assertEqual("Doit garder sa mère", reason(who), who)
            self.assertEqual((who, ["reason"]), (self.readings(case)[0]["login"], self.readings(case)[0]["facts"]))
        for who in (AA, TRAINER, "workshop_leader", "work_psychologist", "placement_counsellor", PARTNER):
            self.assertIsNone(reason(who), who)
        self.consent(case, purpose="team")
        self.call(CO, "POST", f"/cases/{case}/team", {"login": TRAINER})
        self.assertEqual("Doit garder sa mère", reason(TRAINER))
        self.assertIsNone(reason("workshop_leader"))

    def access(self, who, case, reason="Malaise en atelier, le médecin est absent"):
        return self.call(who, "POST", f"/cases/{case}/exceptional-accesses", {"reason": reason})

    def test_an_exceptional_access_opens_the_file_for_an_hour_and_tells_who_answers_for_it(self):
        case = self.decided()
        self.assertEqual(201, self.access(TRAINER, case).status)
        self.assertEqual((2, 1), self.urgencies(TRAINER, case))
        self.assertEqual((None, None), self.urgencies(AA, case))
        listed = self.walk(CO, f"/cases/{case}/exceptional-accesses")
        self.assertEqual([(TRAINER, "Malaise en atelier, le médecin est absent")],
                         [(access["login"], access["reason"]) for access in listed])
        told = [task["label"] for task in self.walk(CO, "/tasks?role=coordinator")
                if task["kind"] == "exceptional_access"]
        self.assertTrue(any(self.get(CO, f"/cases/{case}")["reference"] in label for label in told), told)

    def test_an_access_without_a_reason_or_without_need_is_refused_and_opens_nothing(self):
        case = self.decided()
        for reason in ("", "vite", "x" * 501):
            self.assert_problem(self.access(TRAINER, case, reason), 422, "invalid_data")
        self.assert_problem(self.access(DR, case), 409, "not_allowed_here")
        for who in (PARTNER, "administrator"):
            self.assert_problem(self.access(who, case), 403, "role_not_allowed")
        self.assert_problem(self.access("neighbour", case), 404, "no_such_case")
        self.assertEqual((None, None), self.urgencies(TRAINER, case))
        self.assertEqual([], self.walk(CO, f"/cases/{case}/exceptional-accesses"))
