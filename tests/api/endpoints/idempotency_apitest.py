"""F14, F15. Idempotency-Key: the first answer again, word for word; If-Match: nobody overwrites what they have not
read."""
import uuid
from concurrent.futures import ThreadPoolExecutor

from endpoint import AA, CO, EndpointTest

NOTE = {"kind": "call", "text": "Appel"}


def key():
    return {"Idempotency-Key": str(uuid.uuid4())}


class Idempotency(EndpointTest):
    def history(self, case):
        return [entry["event"] for entry in self.walk(CO, f"/cases/{case}/history")]

    def test_a_repeated_event_gets_the_first_answer_byte_by_byte_and_happens_once(self):
        case, headers = self.open_case(), key()
        first = self.submit(AA, case, "send_first_contact", headers=headers)
        self.assertEqual(200, first.status, first.body)
        self.act(AA, case, "record_interest")  # meanwhile the case has gone on
        again = self.submit(AA, case, "send_first_contact", headers=headers)
        self.assertEqual((first.status, first.body, first.header("etag")),
                         (again.status, again.body, again.header("etag")))
        self.assertEqual(["open_case", "send_first_contact", "record_interest"], self.history(case))

    def test_a_repeated_opening_opens_one_case(self):
        body, headers = self.opening(), key()
        first, again = (self.call(AA, "POST", "/cases", body, headers) for _ in range(2))
        self.assertEqual((201, 201), (first.status, again.status))
        self.assertEqual(first.body, again.body)
        self.assertTrue(first.json()["reference"])
        for name in ("location", "etag"):
            self.assertEqual(first.header(name), again.header(name))
        self.assertEqual(["open_case"], self.history(first.json()["id"]))

    def test_a_repeated_correction_and_a_repeated_amendment_happen_once(self):
        case = self.case_in_first_contact_sent()
        for method, path, body in (("POST", "/corrections", {"back_to": 1, "reason": "Erreur de saisie"}),
                                   ("PATCH", "", {"person": {"phone": "06 39 98 00 00"}})):
            headers = key()
            first, again = (self.call(AA, method, f"/cases/{case}{path}", body, headers) for _ in range(2))
            self.assertEqual((200, first.body), (again.status, again.body), path)
        self.assertEqual(4, len(self.history(case)))

    def test_the_key_with_another_body_is_refused(self):
        case, headers = self.open_case(), key()
        self.assertEqual(200, self.submit(AA, case, "add_note", NOTE, headers).status)
        for who, target, event, data in (
                (AA, case, "add_note", NOTE | {"text": "Autre"}), (AA, case, "send_first_contact", {}),
                (AA, self.open_case(), "add_note", NOTE)):
            self.assert_refused(case, 422, "key_reused", lambda w=who, t=target, e=event, d=data: self.submit(
                w, t, e, d, headers))

    def test_the_order_of_fields_does_not_make_another_body(self):
        case, headers = self.open_case(), key()
        first = self.call(AA, "POST", f"/cases/{case}/events",
                          b'{"event":"add_note","data":{"kind":"call","text":"a"}}', headers)
        again = self.call(AA, "POST", f"/cases/{case}/events",
                          b'{ "data": {"text":"\\u0061","kind":"call"}, "event":"add_note" }', headers)
        self.assertEqual((200, first.body), (again.status, again.body))

    def test_a_key_belongs_to_the_one_who_sent_it(self):
        case, headers = self.open_case(), key()
        for who in (AA, CO):
            self.assertEqual(200, self.submit(who, case, "add_note", NOTE, headers).status)
        self.assertEqual(["open_case", "add_note", "add_note"], self.history(case))

    def test_a_refusal_does_not_use_up_its_key(self):
        case, headers = self.case_in_first_contact_sent(), key()
        self.assert_refused(case, 422, "refused", lambda: self.submit(
            AA, case, "close_without_answer", headers=headers))
        self.act(AA, case, "send_reminder", {"by": ["phone"]})
        self.assertEqual(200, self.submit(AA, case, "close_without_answer", headers=headers).status)

    def test_the_same_key_from_many_at_once_makes_one_entry_and_one_answer(self):
        case, headers = self.open_case(), key()
        with ThreadPoolExecutor(12) as pool:
            answers = list(pool.map(lambda _: self.submit(AA, case, "add_note", NOTE, headers), range(24)))
        self.assertEqual({200}, {answer.status for answer in answers})
        self.assertEqual(1, len({answer.body for answer in answers}))
        self.assertEqual(["open_case", "add_note"], self.history(case))

    def test_one_opening_from_many_at_once_opens_one_case(self):
        body, headers = self.opening(), key()
        before = len(self.walk(CO, "/cases"))
        with ThreadPoolExecutor(12) as pool:
            answers = list(pool.map(lambda _: self.call(AA, "POST", "/cases", body, headers), range(12)))
        self.assertEqual({201}, {answer.status for answer in answers})
        self.assertEqual(1, len({answer.body for answer in answers}))
        self.assertEqual(before + 1, len(self.walk(CO, "/cases")))

    def test_events_of_many_at_once_are_all_kept_in_one_sequence(self):
        case = self.open_case()
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda n: self.submit(
                AA, case, "add_note", NOTE | {"text": f"note {n}"}, key()), range(16)))
        self.assertEqual({200}, {answer.status for answer in answers})
        entries = self.walk(CO, f"/cases/{case}/history")
        self.assertEqual(list(range(1, 18)), [entry["seq"] for entry in entries])
        self.assertEqual({f"note {n}" for n in range(16)}, {entry["data"]["text"] for entry in entries[1:]})
        self.assertEqual(17, self.get(CO, f"/cases/{case}")["revision"])


class Revision(EndpointTest):
    def test_the_etag_is_the_quoted_revision_and_the_location_leads_to_the_case(self):
        answer = self.call(AA, "POST", "/cases", self.opening())
        self.assertEqual((201, '"1"'), (answer.status, answer.header("etag")))
        case = answer.json()
        self.assertEqual(f"/api/v1/cases/{case['id']}", answer.header("location"))
        read = self.house.send(AA, "GET", answer.header("location"))
        self.assertEqual((200, '"1"', case), (read.status, read.header("etag"), read.json()))
        self.assertRegex(case["reference"], r"^20\d\d-\d{4,}$")
        moved = self.submit(AA, case["id"], "send_first_contact")
        self.assertEqual('"2"', moved.header("etag"))
        self.assertEqual(2, moved.json()["revision"])

    def test_the_answer_to_an_event_is_the_case_as_it_is_read_afterwards(self):
        case = self.open_case()
        self.assertEqual(self.act(AA, case, "send_first_contact"), self.get(AA, f"/cases/{case}"))

    def test_the_present_revision_is_accepted_and_an_old_one_is_stale(self):
        case = self.open_case()
        self.assertEqual(200, self.submit(AA, case, "add_note", NOTE, {"If-Match": '"1"'}).status)
        for old in ('"1"', '"0"', '"3"', "1"):
            self.assert_refused(case, 412, "stale", lambda old=old: self.submit(
                AA, case, "add_note", NOTE, {"If-Match": old}))
        self.assert_refused(case, 412, "stale", lambda: self.call(
            AA, "PATCH", f"/cases/{case}", {"person": {"phone": "1"}}, {"If-Match": '"1"'}))
        self.assertEqual(200, self.submit(AA, case, "add_note", NOTE, {"If-Match": "*"}).status)

    def test_of_many_who_read_the_same_revision_one_wins(self):
        case = self.open_case()
        with ThreadPoolExecutor(8) as pool:
            answers = list(pool.map(lambda n: self.submit(
                AA, case, "add_note", NOTE, {"If-Match": '"1"'} | key()), range(8)))
        self.assertEqual([200] + [412] * 7, sorted(answer.status for answer in answers))
        self.assertEqual(2, len(self.walk(CO, f"/cases/{case}/history")))

    def test_of_many_who_want_the_last_seat_one_gets_it(self):
        session = self.call(CO, "POST", "/sessions", {"entry_on": self.today(300), "capacity": 1}).json()["id"]
        cases = [self.case_under_review() for _ in range(4)]
        for case in cases:
            self.act(CO, case, "decide", {"outcome": "retained", "aim": "Un métier", "choice": "both"})
        with ThreadPoolExecutor(4) as pool:
            answers = list(pool.map(lambda case: self.submit(
                CO, case, "assign_session", {"session": session}), cases))
        self.assertEqual([200, 422, 422, 422], sorted(answer.status for answer in answers))
        self.assertEqual({None, "refused"}, {answer.problem for answer in answers})
