"""PATCH, corrections, trials and looking back: what changes a case beside its events, and what must not."""
from datetime import timedelta
from urllib.parse import quote

from endpoint import AA, CO, NOBODY, NOTIFICATIONS, EndpointTest


class Amending(EndpointTest):
    def patch(self, who, case, body, headers=None):
        return self.call(who, "PATCH", f"/cases/{case}", body, headers)

    def test_a_field_is_corrected_the_others_stay_and_the_history_tells(self):
        case = self.open_case(person_fields={"phone": "06 39 98 11 11", "address": "1 rue Droite, 12100 Millau"})
        answer = self.patch(AA, case, {"person": {"phone": "06 39 98 22 22"}})
        self.assertEqual((200, '"2"'), (answer.status, answer.header("etag")))
        found = self.get(CO, f"/cases/{case}")["person"]
        self.assertEqual(("06 39 98 22 22", "1 rue Droite, 12100 Millau", "Soulier"),
                         (found["phone"], found["address"], found["family_name"]))
        entry = self.walk(CO, f"/cases/{case}/history")[-1]
        self.assertEqual((2, AA, entry["from"]), (entry["seq"], entry["actor"], entry["to"]))

    def test_null_removes_an_optional_field_and_never_a_required_one(self):
        case = self.open_case(person_fields={"phone": "06 39 98 11 11"})
        self.assertEqual(200, self.patch(CO, case, {"person": {"phone": None}}).status)
        self.assertNotIn("phone", self.get(CO, f"/cases/{case}")["person"])
        answer = self.assert_refused(case, 422, "invalid_data", lambda: self.patch(
            AA, case, {"person": {"family_name": None}}))
        self.assertEqual(["/person/family_name"], answer.pointers())

    def test_the_validity_of_the_decision_is_the_assistants_to_correct(self):
        case = self.open_case()
        validity = {"notification": {"valid_from": "2026-01-01", "valid_until": "2031-01-01", "decision_id": "7"}}
        self.assert_refused(case, 403, "role_not_allowed", lambda: self.patch(CO, case, validity))
        self.assertEqual(200, self.patch(AA, case, validity).status)
        self.assertEqual("2031-01-01", self.get(CO, f"/cases/{case}")["notification"]["valid_until"])

    def test_wrong_amendments_are_named_and_change_nothing(self):
        case = self.open_case()
        for body, pointer in (
                ({}, ""), ([], ""), ("x", ""), (b"null", ""), ({"person": []}, "/person"),
                ({"person": {"birth_date": "2150-01-01"}}, "/person/birth_date"),
                ({"person": {"given_name": ""}}, "/person/given_name"),
                ({"person": {"shoe_size": 40}}, "/person/shoe_size"),
                ({"person": {"email": "x"}}, "/person/email"),
                ({"notification": {"received_on": "2026-01-01"}}, "/notification/received_on"),
                ({"notification": {"mdph": "48"}}, "/notification/mdph"),
                ({"notification": {"valid_from": "2026-02-01", "valid_until": "2026-01-01"}},
                 "/notification/valid_until"),
                ({"data": {}}, "/data"), ({"states": {"journey": "retained"}}, "/states"),
                ({"person": {"phone": "1"}, "revision": 9}, "/revision")):
            with self.subTest(str(body)):
                answer = self.assert_refused(case, 422, "invalid_data", lambda b=body: self.patch(AA, case, b))
                self.assertIn(pointer, answer.pointers())

    def test_only_assistant_and_coordinator_amend(self):
        case = self.open_case()
        for who in ("trainer", "doctor", "partner_of_12", "administrator"):
            self.assert_refused(case, 403, "role_not_allowed", lambda w=who: self.patch(
                w, case, {"person": {"phone": "1"}}))
        self.assert_problem(self.patch(AA, NOBODY, {"person": {"phone": "1"}}), 404, "no_such_case")


class Correcting(EndpointTest):
    def correct(self, who, case, body):
        return self.call(who, "POST", f"/cases/{case}/corrections", body)

    def test_a_correction_leads_back_by_a_further_entry_and_deletes_nothing(self):
        case = self.case_in_first_contact_sent()
        self.act(AA, case, "receive_documents", {"documents": NOTIFICATIONS})
        messages = self.messages_of(case)
        answer = self.correct(AA, case, {"back_to": 2, "reason": "Ces pièces étaient d'un autre"})
        self.assertEqual((200, '"4"'), (answer.status, answer.header("etag")))
        self.assertEqual("first_contact_sent", answer.json()["states"]["journey"])
        self.assertEqual([], answer.json()["data"]["documents"])
        self.assertEqual(["first_contact_answer"], [item["id"] for item in answer.json()["deadlines"]])
        history = self.walk(CO, f"/cases/{case}/history")
        self.assertEqual(["open_case", "send_first_contact", "receive_documents"],
                         [entry["event"] for entry in history[:3]])
        self.assertEqual(("file_sent", "first_contact_sent"),
                         (history[3]["from"]["journey"], history[3]["to"]["journey"]))
        self.assertEqual(messages, self.messages_of(case), "what was sent is never unsent")

    def test_after_a_correction_the_case_goes_on_from_there(self):
        case = self.case_in_first_contact_sent()
        self.act(AA, case, "record_interest")
        self.assertEqual(200, self.correct("deputy_director", case, {"back_to": 2, "reason": "Erreur"}).status)
        self.assertEqual("interest_expressed", self.act(AA, case, "record_interest")["states"]["journey"])

    def test_wrong_corrections_are_named_and_change_nothing(self):
        case = self.case_in_first_contact_sent()
        for body, pointers in (
                ({"back_to": 0, "reason": "x"}, ["/back_to"]), ({"back_to": 2, "reason": "x"}, ["/back_to"]),
                ({"back_to": 3, "reason": "x"}, ["/back_to"]), ({"back_to": -1, "reason": "x"}, ["/back_to"]),
                ({"back_to": "1", "reason": "x"}, ["/back_to"]), ({"back_to": 1.5, "reason": "x"}, ["/back_to"]),
                ({"back_to": None, "reason": "x"}, ["/back_to"]), ({"back_to": 1}, ["/reason"]),
                ({"back_to": 1, "reason": " "}, ["/reason"]), ({}, ["/back_to", "/reason"]),
                ({"back_to": 1, "reason": "x", "seq": 1}, ["/seq"]), ([], [""])):
            with self.subTest(str(body)):
                answer = self.assert_refused(case, 422, "invalid_data", lambda b=body: self.correct(AA, case, b))
                self.assertEqual(sorted(pointers), sorted(answer.pointers()))

    def test_only_assistant_coordinator_and_deputy_director_correct(self):
        case = self.case_in_first_contact_sent()
        for who in ("trainer", "doctor", "referent", "partner_of_12", "administrator"):
            self.assert_refused(case, 403, "role_not_allowed", lambda w=who: self.correct(
                w, case, {"back_to": 1, "reason": "x"}))
        self.assert_problem(self.correct(AA, NOBODY, {"back_to": 1, "reason": "x"}), 404, "no_such_case")


class Trying(EndpointTest):
    def test_a_dry_run_shows_the_case_after_it_and_writes_nothing(self):
        case = self.open_case()
        before = self.trace(case)
        answer = self.submit(AA, case, "send_first_contact", query="?dry_run=true")
        self.assertEqual((200, "first_contact_sent"), (answer.status, answer.json()["states"]["journey"]))
        self.assertEqual(before, self.trace(case))

    def test_a_dry_run_is_refused_as_the_event_would_be(self):
        case = self.case_in_first_contact_sent()
        for who, event, data, status, name in (
                ("trainer", "decide", {}, 403, "role_not_allowed"), (CO, "decide", {}, 409, "not_allowed_here"),
                (AA, "record_interest", {"x": 1}, 422, "invalid_data"), (AA, "close_without_answer", {}, 422, "refused")):
            self.assert_refused(case, status, name, lambda w=who, e=event, d=data: self.submit(
                w, case, e, d, query="?dry_run=true"))
        self.assert_refused(case, 412, "stale", lambda: self.submit(
            AA, case, "record_interest", {}, {"If-Match": '"1"'}, query="?dry_run=true"))

    def test_a_dry_run_takes_no_seat(self):
        session = self.call(CO, "POST", "/sessions", {"entry_on": self.today(250), "capacity": 1}).json()["id"]
        case = self.case_under_review()
        self.act(CO, case, "decide", {"outcome": "retained", "aim": "Un métier", "choice": "person"})
        for _ in range(2):
            answer = self.submit(CO, case, "assign_session", {"session": session}, query="?dry_run=true")
            self.assertEqual(200, answer.status, answer.body)
        self.assertEqual([0], [s["taken"] for s in self.walk(CO, "/sessions") if s["id"] == session])

    def test_a_dry_run_does_not_use_up_a_key(self):
        case, key = self.open_case(), {"Idempotency-Key": "trial-then-real-" + self.today()}
        self.assertEqual(200, self.submit(AA, case, "send_first_contact", headers=key, query="?dry_run=true").status)
        real = self.submit(AA, case, "send_first_contact", headers=key)
        self.assertEqual((200, 2), (real.status, real.json()["revision"]))

    def test_dry_run_is_true_or_false(self):
        case = self.open_case()
        for value in ("yes", "1", "", "TRUE"):
            self.assert_refused(case, 422, "invalid_data", lambda v=value: self.submit(
                AA, case, "send_first_contact", query="?dry_run=" + v))
        self.assertEqual(200, self.submit(AA, case, "send_first_contact", query="?dry_run=false").status)
        self.assertEqual(2, self.get(CO, f"/cases/{case}")["revision"])


class LookingBack(EndpointTest):
    def test_an_entry_says_who_did_what_when_and_with_which_effect(self):
        case = self.open_case()
        self.act(AA, case, "send_first_contact")
        first, second = self.walk(CO, f"/cases/{case}/history")
        self.assertEqual({"seq", "at", "occurred_on", "event", "actor", "from", "to", "data", "effects"},
                         set(second))
        self.assertEqual((1, "open_case"), (first["seq"], first["event"]))
        self.assertEqual((2, "send_first_contact", AA, self.today(), {}),
                         tuple(second[name] for name in ("seq", "event", "actor", "occurred_on", "data")))
        self.assertEqual("notified_digital", second["from"]["journey"])
        self.assertEqual("first_contact_sent", second["to"]["journey"])
        self.assertIn("first_contact", str(second["effects"]))

    def test_the_case_is_shown_as_it_was_at_an_instant_and_at_the_end_of_a_day(self):
        case = self.open_case()
        opened = self.now()
        day = self.today()
        self.advance(days=1)
        self.act(AA, case, "send_first_contact")
        sent = self.now()
        for at, state, revision in ((opened.isoformat(), "notified_digital", 1), (day, "notified_digital", 1),
                                    (sent.isoformat(), "first_contact_sent", 2),
                                    (self.today(), "first_contact_sent", 2),
                                    ((sent - timedelta(seconds=1)).isoformat(), "notified_digital", 1),
                                    (self.today(400), "first_contact_sent", 2)):
            with self.subTest(at):
                then = self.get(CO, f"/cases/{case}/history?at={quote(at)}")
                self.assertEqual((case, state, revision), (then["id"], then["states"]["journey"], then["revision"]))

    def test_before_it_was_opened_there_is_no_such_case(self):
        case = self.open_case()
        answer = self.call(CO, "GET", f"/cases/{case}/history?at=2020-01-01")
        self.assert_problem(answer, 404, "no_such_case")

    def test_what_is_no_instant_is_refused(self):
        case = self.open_case()
        for at in ("hier", "2026-02-30", "2026-01-05T25:00:00Z", "", "1767600000"):
            answer = self.call(CO, "GET", f"/cases/{case}/history?at={at}")
            self.assert_problem(answer, 422, "invalid_data")

    def test_an_unknown_case_has_no_history(self):
        for path in ("", "/history", "/history?at=2026-03-03"):
            self.assert_problem(self.call(CO, "GET", f"/cases/{NOBODY}{path}"), 404, "no_such_case")
