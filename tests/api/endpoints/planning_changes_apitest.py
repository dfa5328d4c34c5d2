"""A committee or a session that was fixed by mistake, or that changes, is put right while nothing hangs on it."""
from committee_house import CommitteeTest
from endpoint import AA, CO, NOBODY


class Changes(CommitteeTest):
    def change(self, path, body, who=CO):
        return self.call(who, "PATCH", path, body)

    def remove(self, path, who=CO):
        return self.call(who, "DELETE", path)

    def assert_kept(self, answer, words):
        self.assertIn(words, self.assert_problem(answer, 409, "not_allowed_here")["detail"])

    def found(self, path, plan):
        return next((item for item in self.walk(CO, path) if item["id"] == plan), None)


class Committees(Changes):
    def test_a_committee_with_nobody_on_its_list_gets_another_day_or_goes(self):
        committee = self.committee()
        answer = self.change(f"/committees/{committee}", {"held_on": self.today(17)})
        self.assertEqual((200, {"id": committee, "held_on": self.today(17)}), (answer.status, answer.json()))
        self.assertEqual(self.today(17), self.found("/committees", committee)["held_on"])
        self.assertEqual(204, self.remove(f"/committees/{committee}").status)
        self.assertIsNone(self.found("/committees", committee))
        self.assert_problem(self.remove(f"/committees/{committee}"), 404, "not_found")

    def test_who_is_listed_keeps_the_committee_and_may_be_taken_off_first(self):
        committee = self.committee()
        cases = [self.listed(committee) for _ in range(2)]
        for answer in (self.change(f"/committees/{committee}", {"held_on": self.today(17)}),
                       self.remove(f"/committees/{committee}")):
            self.assert_kept(answer, "2 dossiers y sont inscrits : retirez-les de la liste d’abord")
        for case in cases:
            self.act(AA, case, "unlist", {"reason": "Inscription par erreur"})
        self.assertEqual(200, self.change(f"/committees/{committee}", {"held_on": self.today(17)}).status)

    def test_a_list_that_was_sent_keeps_the_committee(self):
        committee = self.committee()
        case = self.listed(committee)
        self.send_table(committee)
        self.act(AA, case, "unlist", {"reason": "Demande un report"})
        self.assert_kept(self.remove(f"/committees/{committee}"), "Sa liste a été envoyée à ses membres")

    def test_what_was_graded_keeps_the_committee_but_not_its_day(self):
        committee = self.committee()
        case = self.listed(committee)
        self.grade("social_worker", committee, case, "social", 2)
        self.act(AA, case, "unlist", {"reason": "Demande un report"})
        self.assert_kept(self.remove(f"/committees/{committee}"), "changez plutôt son jour")
        self.assertEqual(200, self.change(f"/committees/{committee}", {"held_on": self.today(17)}).status)

    def test_an_event_that_names_a_committee_that_went_is_refused_as_unknown(self):
        committee, case = self.committee(), self.listed(self.committee())
        self.act(AA, case, "unlist", {"reason": "Demande un report"})
        self.remove(f"/committees/{committee}")
        answer = self.assert_refused(case, 422, "invalid_data", lambda: self.submit(
            AA, case, "list_for_committee", {"committee": committee}))
        self.assertEqual(["/data/committee"], answer.pointers())

    def test_no_correction_leads_back_to_a_committee_that_moved_or_went(self):
        committee = self.committee()
        case = self.listed(committee)
        listed_at = self.get(CO, f"/cases/{case}")["revision"]
        self.act(AA, case, "unlist", {"reason": "Demande un report"})

        def correct():
            return self.call(CO, "POST", f"/cases/{case}/corrections", {"back_to": listed_at, "reason": "Erreur"})
        self.change(f"/committees/{committee}", {"held_on": self.today(17)})
        moved = self.assert_refused(case, 422, "refused", correct).json()
        self.assertIn("déplacée ou supprimée", moved["blocked_by"][0]["message"])
        self.change(f"/committees/{committee}", {"held_on": self.today(10)})
        self.assertEqual(200, correct().status)
        self.act(AA, case, "unlist", {"reason": "Demande un report"})
        self.remove(f"/committees/{committee}")
        self.assert_refused(case, 422, "refused", correct)

    def test_a_date_that_was_chosen_by_mistake_is_open_to_choice_again(self):
        days = [self.today(31), self.today(32)]
        proposal = self.call(AA, "POST", "/committee-proposals", {"dates": days}).json()["id"]
        address = f"/committee-proposals/{proposal}"
        chosen = self.call(AA, "POST", f"{address}/choice", {"date": days[0]}).json()["committee"]
        self.assertEqual(204, self.remove(f"/committees/{chosen}").status)
        self.assertIsNone(self.get(CO, address)["chosen_on"])
        self.assertEqual(days[1], self.call(AA, "POST", f"{address}/choice", {"date": days[1]}).json()["chosen_on"])


class Sessions(Changes):
    def test_a_session_where_nobody_had_a_seat_changes_as_a_whole_or_goes(self):
        session = self.session()
        answer = self.change(f"/sessions/{session}", {"entry_on": self.today(97), "weeks": 12, "capacity": 6,
                                                      "pre_reception_on": self.today(60)})
        self.assertEqual({"id": session, "entry_on": self.today(97), "weeks": 12, "capacity": 6, "taken": 0,
                          "pre_reception_on": self.today(60)}, answer.json())
        self.assertIsNone(self.change(f"/sessions/{session}", {"pre_reception_on": None}).json()["pre_reception_on"])
        self.assertEqual(204, self.remove(f"/sessions/{session}").status)
        self.assertIsNone(self.found("/sessions", session))

    def test_a_session_has_never_fewer_places_than_are_taken_and_a_further_one_is_offered(self):
        for case in self.walk(CO, "/cases?state=retained"):
            self.act(AA, case["id"], "renounce")
        committee, session = self.committee(), self.session(capacity=2)
        for _ in range(2):
            self.seated(committee, session)
        waiting = self.retained(committee, rank=1)
        self.assert_kept(self.change(f"/sessions/{session}", {"capacity": 1}), "2 places sont déjà prises")
        self.assertFalse(self.get(CO, f"/sessions/{session}")["waiting"][0]["offered"])
        self.assertEqual(3, self.change(f"/sessions/{session}", {"capacity": 3}).json()["capacity"])
        [line] = self.get(CO, f"/sessions/{session}")["waiting"]
        self.assertEqual((waiting, True), (line["case"], line["offered"]))
        self.act(CO, waiting, "assign_session", {"session": session})

    def test_a_seat_taken_once_keeps_the_dates_and_the_session(self):
        committee, session = self.committee(), self.session()
        case = self.seated(committee, session)
        for answer in (self.change(f"/sessions/{session}", {"entry_on": self.today(97)}),
                       self.remove(f"/sessions/{session}")):
            self.assert_kept(answer, "1 place y est prise")
        self.act(CO, case, "change_session", {"session": self.session(days=120)})
        self.assert_kept(self.change(f"/sessions/{session}", {"weeks": 10}), "1 dossier y a eu une place")
        self.assertEqual(200, self.change(f"/sessions/{session}", {"weeks": 14, "capacity": 1}).status)

    def test_a_pre_reception_that_moves_moves_the_deadline_of_who_has_a_seat(self):
        session = self.session()
        case = self.seated(self.committee(), session)
        self.act(AA, case, "send_dates_letter")
        for day in (self.today(61), self.today(62), None):
            self.assertEqual(200, self.change(f"/sessions/{session}", {"pre_reception_on": day}).status)
            known = self.get(CO, f"/cases/{case}")
            self.assertEqual(day, known["data"]["seat"].get("pre_reception_on"))
            due = {item["id"]: item["due"] for item in known["deadlines"]}["pre_reception"]
            self.assertEqual(day is not None, due == day)
        last = self.walk(CO, f"/cases/{case}/history")[-1]
        self.assertEqual(("session_changed", "engine", session), (last["event"], last["actor"], last["data"]["session"]))

    def test_what_is_no_change_of_a_session_is_refused_with_its_place(self):
        session = self.session()
        for body, pointers in (({}, [""]), ({"capacity": 0}, ["/capacity"]), ({"capacity": None}, ["/capacity"]),
                               ({"entry_on": None}, ["/entry_on"]), ({"weeks": 15}, ["/weeks"]),
                               ({"pre_reception_on": self.today(90)}, ["/pre_reception_on"]),
                               ({"pre_reception_on": self.today(-1)}, ["/pre_reception_on"]),
                               ({"taken": 1}, ["/taken"])):
            with self.subTest(body):
                answer = self.change(f"/sessions/{session}", body)
                self.assert_problem(answer, 422, "invalid_data")
                self.assertEqual(pointers, answer.pointers())
        answer = self.change(f"/committees/{self.committee()}", {"held_on": "2026-02-30"})
        self.assert_problem(answer, 422, "invalid_data")

    def test_a_pre_reception_whose_day_is_past_stays(self):
        session = self.session(pre_reception_on=self.today())
        self.advance(days=1)
        self.assert_kept(self.change(f"/sessions/{session}", {"pre_reception_on": None}), "est passé")
        self.assertEqual(200, self.change(f"/sessions/{session}", {"capacity": 9}).status)


class Who(Changes):
    def test_only_the_coordinator_changes_what_the_coordinator_fixed(self):
        plans = (f"/committees/{self.committee()}", {"held_on": self.today(17)}), (
            f"/sessions/{self.session()}", {"capacity": 9})
        for path, body in plans:
            for who in (AA, "doctor", "partner_of_12", "administrator"):
                self.assert_problem(self.change(path, body, who), 403, "role_not_allowed")
                self.assert_problem(self.remove(path, who), 403, "role_not_allowed")
            self.assertEqual(200, self.change(path, body).status)

    def test_what_is_unknown_is_not_found(self):
        day, places = {"held_on": self.today(17)}, {"capacity": 9}
        for path, body in ((f"/committees/{NOBODY}", day), (f"/sessions/{NOBODY}", places), ("/committees/none", day),
                           ("/sessions/none", places)):
            self.assert_problem(self.change(path, body), 404, "not_found")
            self.assert_problem(self.remove(path), 404, "not_found")
