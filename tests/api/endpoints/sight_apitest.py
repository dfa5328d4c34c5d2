"""Who sees what: the administrator no case, a partner the cases of its MDPH, an establishment its own, the disabled
nothing."""
import time

from endpoint import AA, CO, NOBODY, EndpointTest

LISTS = ("/cases", "/overdue", "/tasks", "/messages", "/transmissions")
CASE_READS = ("", "/history", "/history?at=2099-01-01")


class Administrator(EndpointTest):
    def test_no_case_content_in_any_list_or_document(self):
        case = self.case_in_first_contact_sent()
        for path in (*LISTS, f"/messages?case={case}", *(f"/cases/{case}{read}" for read in CASE_READS)):
            with self.subTest(path):
                self.assert_problem(self.call("administrator", "GET", path), 403, "role_not_allowed")

    def test_no_event_and_no_trial_of_one(self):
        case = self.open_case()
        for event in ("add_note", "send_first_contact", "record_death", "decide"):
            for query in ("", "?dry_run=true"):
                self.assert_refused(case, 403, "role_not_allowed", lambda e=event, q=query: self.submit(
                    "administrator", case, e, query=q))


class Partner(EndpointTest):
    def test_the_cases_of_its_mdph_and_no_others(self):
        own, foreign = self.case_in_first_contact_sent(mdph="48"), self.case_in_first_contact_sent(mdph="12")
        for read in CASE_READS:
            self.assertEqual(200, self.call("partner_of_48", "GET", f"/cases/{own}{read}").status, read)
            answer = self.call("partner_of_48", "GET", f"/cases/{foreign}{read}")
            self.assert_problem(answer, 404, "no_such_case")
        seen = {item["id"] for item in self.walk("partner_of_48", "/cases")}
        self.assertIn(own, seen)
        self.assertNotIn(foreign, seen)
        self.assertEqual({"48"}, {item["mdph"] for item in self.walk("partner_of_48", "/cases")})

    def test_no_list_shows_a_foreign_case(self):
        foreign = self.case_in_first_contact_sent(mdph="12")
        late = self.open_case(mdph="12", received_on=self.today(-40))
        self.advance(seconds=1)
        for path in ("/overdue", "/tasks", "/messages", "/transmissions", f"/messages?case={foreign}",
                     f"/transmissions?case={foreign}"):
            with self.subTest(path):
                cases = {item["case"] for item in self.walk("partner_of_48", path)}
                self.assertFalse(cases & {foreign, late, None})

    def test_it_adds_notes_to_its_cases_changes_nothing_else_and_does_not_learn_that_a_foreign_case_exists(self):
        own, foreign = self.open_case(mdph="48"), self.open_case(mdph="12")
        note = {"kind": "call", "text": "Appel"}
        answer = self.submit("partner_of_48", own, "add_note", note)
        self.assertEqual((200, 2), (answer.status, answer.json()["revision"]))
        for event in ("send_first_contact", "record_death", "decide", "renounce"):
            self.assert_refused(own, 403, "role_not_allowed", lambda e=event: self.submit("partner_of_48", own, e))
        unknown = self.submit("partner_of_48", NOBODY, "add_note", note)
        answer = self.assert_refused(foreign, 404, "no_such_case", lambda: self.submit(
            "partner_of_48", foreign, "add_note", note))
        self.assertEqual(unknown.body, answer.body)

    def test_a_task_of_a_foreign_case_answers_as_an_unknown_one(self):
        foreign = self.open_case(mdph="12", received_on=self.today(-40))
        self.advance(seconds=1)
        task = self.get(AA, f"/cases/{foreign}")["tasks"][0]["id"]
        answers = [self.call("partner_of_48", "POST", f"/tasks/{which}/done") for which in (task, NOBODY)]
        self.assertEqual(answers[0].status, answers[1].status)
        self.assertEqual(answers[0].body, answers[1].body)


class Establishments(EndpointTest):
    def test_neither_sees_or_moves_the_cases_of_the_other(self):
        ours, theirs = self.open_case(), self.open_case("neighbour")
        for who, foreign in (("neighbour", ours), (AA, theirs), (CO, theirs)):
            for read in CASE_READS:
                answer = self.call(who, "GET", f"/cases/{foreign}{read}")
                self.assert_problem(answer, 404, "no_such_case")
            for path in (*LISTS, f"/messages?case={foreign}", "/cases?q=soulier"):
                self.assertNotIn(foreign, str(self.walk(who, path)), path)
        note = {"event": "add_note", "data": {"kind": "call", "text": "Appel"}}
        for method, path, body in (("POST", "/events", note), ("POST", "/events?dry_run=true", note),
                                   ("PATCH", "", {"person": {"phone": "1"}}),
                                   ("POST", "/corrections", {"back_to": 1, "reason": "x"})):
            answer = self.assert_refused(ours, 404, "no_such_case", lambda m=method, p=path, b=body: self.call(
                "neighbour", m, f"/cases/{ours}{p}", b))
            self.assertEqual(404, answer.status)

    def test_the_same_key_of_the_same_login_elsewhere_is_another_key(self):
        self.house.add_account("twin", AA, establishment="voisin")
        theirs = self.house.tokens["twin"]
        self.house.add_account("twin", AA, establishment="espo")
        ours, key = self.house.tokens["twin"], {"Idempotency-Key": "the-same-" + self.today()}
        body = self.opening()
        answers = [self.call(None, "POST", "/cases", body, key | {"Authorization": f"Bearer {token}"})
                   for token in (ours, theirs)]
        self.assertEqual([201, 201], [answer.status for answer in answers])
        self.assertNotEqual(answers[0].json()["id"], answers[1].json()["id"])


class Disabled(EndpointTest):
    def test_the_token_of_a_disabled_account_is_dead_within_a_second(self):
        self.house.add_account("leaving", "coordinator", establishment="espo")
        self.assertEqual(200, self.call("leaving", "GET", "/cases").status)
        self.house.disable_account("leaving")
        dead_by = time.monotonic() + 1.0
        while self.call("leaving", "GET", "/cases").status != 401:
            self.assertLess(time.monotonic(), dead_by)
        self.assert_problem(self.call("leaving", "GET", "/cases"), 401, "unauthenticated")
        self.assert_problem(self.call("leaving", "POST", "/cases", self.opening()), 401, "unauthenticated")
