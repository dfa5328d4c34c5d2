"""422 invalid_data: every field that is unknown, missing, null, of another type or out of its values is named."""
from endpoint import AA, CO, NOBODY, EndpointTest, person

OPENINGS = {  # what is wrong → (part, fields, the pointers named)
    "no name": ("person", {"family_name": None}, ["/person/family_name"]),
    "a blank name": ("person", {"family_name": "  "}, ["/person/family_name"]),
    "a name of 201 signs": ("person", {"family_name": "a" * 201}, ["/person/family_name"]),
    "a control character": ("person", {"given_name": "a\u0007b"}, ["/person/given_name"]),
    "a name of two lines": ("person", {"family_name": "a\r\nb"}, ["/person/family_name"]),
    "a number for a name": ("person", {"given_name": 7}, ["/person/given_name"]),
    "a birth in the future": ("person", {"birth_date": "2150-01-01"}, ["/person/birth_date"]),
    "the 30th of February": ("person", {"birth_date": "1980-02-30"}, ["/person/birth_date"]),
    "a date the French way": ("person", {"birth_date": "17/05/1984"}, ["/person/birth_date"]),
    "an address that is none": ("person", {"email": "camille"}, ["/person/email"]),
    "two lines in an address": ("person", {"email": "a@b.example\r\nBcc: c@d.example"}, ["/person/email"]),
    "another preference": ("person", {"contact_preference": "phone"}, ["/person/contact_preference"]),
    "an unknown field of the person": ("person", {"role": "administrator"}, ["/person/role"]),
    "another channel": ("notification", {"channel": "fax"}, ["/notification/channel"]),
    "no channel": ("notification", {"channel": None}, ["/notification/channel"]),
    "no day": ("notification", {"received_on": None}, ["/notification/received_on"]),
    "an instant for a day": ("notification", {"received_on": "2026-01-05T00:00:00Z"},
                             ["/notification/received_on"]),
    "a department as a number": ("notification", {"mdph": 12}, ["/notification/mdph"]),
    "no such department": ("notification", {"mdph": "99"}, ["/notification/mdph"]),
    "validity that ends before it begins": (
        "notification", {"valid_from": "2026-02-01", "valid_until": "2026-01-31"},
        ["/notification/valid_until"]),
    "an unknown field of the notification": ("notification", {"establishment": "voisin"},
                                             ["/notification/establishment"]),
}


class InvalidOpening(EndpointTest):
    def assert_opens_nothing(self, body, pointers=None):
        before = len(self.walk(CO, "/cases"))
        answer = self.call(AA, "POST", "/cases", body)
        self.assert_problem(answer, 422, "invalid_data")
        if pointers is not None:
            self.assertEqual(sorted(pointers), sorted(answer.pointers()))
        self.assertTrue(all(error["code"] and error["message"] for error in answer.json()["errors"]))
        self.assertEqual(before, len(self.walk(CO, "/cases")))

    def test_each_wrong_field_is_named_and_no_case_is_opened(self):
        for what, (part, fields, pointers) in OPENINGS.items():
            with self.subTest(what):
                body = self.opening()
                body[part] |= fields
                self.assert_opens_nothing(body, pointers)

    def test_a_day_of_reception_in_the_future_is_refused_and_today_is_not(self):
        body = self.opening(received_on=self.today(1))
        self.assert_opens_nothing(body, ["/notification/received_on"])
        self.open_case(received_on=self.today())

    def test_missing_fields_are_all_named_together(self):
        self.assert_opens_nothing({"workflow": "preorientation", "person": {}, "notification": {}}, [
            "/person/family_name", "/person/given_name", "/person/birth_date",
            "/notification/channel", "/notification/received_on", "/notification/mdph"])

    def test_an_opening_that_is_no_object_or_lacks_its_parts_is_refused(self):
        whole = self.opening()
        for body in ([], "x", 7, None, {}, {"workflow": "preorientation"},
                     whole | {"person": []}, whole | {"notification": "x"}, whole | {"person": None},
                     whole | {"workflow": None}, whole | {"workflow": 3}, whole | {"workflow": "unknown"},
                     whole | {"id": NOBODY}, whole | {"revision": 7}, whole | {"__proto__": {}}):
            with self.subTest(str(body)[:70]):
                self.assert_opens_nothing(body if body is not None else b"null")

    def test_only_those_who_receive_notifications_open_a_case(self):
        body = self.opening()
        for who in ("doctor", "trainer", "referent", "partner_of_12", "administrator"):
            before = len(self.walk(CO, "/cases"))
            self.assert_problem(self.call(who, "POST", "/cases", body), 403, "role_not_allowed")
            self.assertEqual(before, len(self.walk(CO, "/cases")))


class InvalidEvent(EndpointTest):
    def refuse(self, case, who, event, data, pointers, **more):
        def send():
            return self.submit(who, case, event, data, **more)
        answer = self.assert_refused(case, 422, "invalid_data", send)
        self.assertEqual(sorted(pointers), sorted(answer.pointers()))

    def test_the_fields_around_an_event_are_checked_too(self):
        case = self.open_case()
        note = {"event": "add_note", "data": {"kind": "call", "text": "Appel"}}
        for body, pointer in (
                (note | {"at": "2026-01-01"}, "/at"), (note | {"actor": "trainer"}, "/actor"),
                (note | {"occurred_on": "hier"}, "/occurred_on"), (note | {"occurred_on": 20260105}, "/occurred_on"),
                (note | {"data": []}, "/data"), (note | {"data": "x"}, "/data")):
            with self.subTest(str(body)[:80]):
                answer = self.assert_refused(case, 422, "invalid_data", lambda body=body: self.call(
                    AA, "POST", f"/cases/{case}/events", body))
                self.assertIn(pointer, answer.pointers())

    def test_a_body_that_is_no_object_or_has_no_event_is_refused(self):
        case = self.open_case()
        for body in (b"null", [], "add_note", 7, {}, {"event": None}, {"event": 7}, {"event": ["add_note"]}):
            with self.subTest(str(body)):
                self.assert_refused(case, 422, "invalid_data", lambda body=body: self.call(
                    AA, "POST", f"/cases/{case}/events", body))

    def test_wrong_types_nulls_and_values_are_named(self):
        case = self.open_case()
        for data, pointers in (
                ({}, ["/data/kind", "/data/text"]),
                ({"kind": "call", "text": None}, ["/data/text"]),
                ({"kind": "call", "text": ""}, ["/data/text"]),
                ({"kind": "call", "text": " \n"}, ["/data/text"]),
                ({"kind": "call", "text": "a" * 4001}, ["/data/text"]),
                ({"kind": "call", "text": "a\u001bb"}, ["/data/text"]),
                ({"kind": "call", "text": ["x"]}, ["/data/text"]),
                ({"kind": "smoke signal", "text": "x"}, ["/data/kind"]),
                ({"kind": 1, "text": 2}, ["/data/kind", "/data/text"]),
                ({"kind": "call", "text": "x", "more": 1, "actor": "a"}, ["/data/more", "/data/actor"])):
            with self.subTest(str(data)[:70]):
                self.refuse(case, AA, "add_note", data, pointers)

    def test_an_event_without_data_takes_none(self):
        case = self.open_case()
        self.refuse(case, AA, "send_first_contact", {"note": "x"}, ["/data/note"])

    def test_lists_are_not_empty_and_name_each_value_once(self):
        case = self.case_in_first_contact_sent()
        for documents, pointer in (([], "/data/documents"), (["passport"], "/data/documents/0"),
                                   (["social_sheet", "social_sheet"], "/data/documents/1"),
                                   ("social_sheet", "/data/documents"), ([None], "/data/documents/0"),
                                   ({"social_sheet": True}, "/data/documents")):
            with self.subTest(str(documents)):
                self.refuse(case, AA, "receive_documents", {"documents": documents}, [pointer])
        self.refuse(case, AA, "send_reminder", {"by": []}, ["/data/by"])
        self.refuse(case, AA, "send_reminder", {"by": ["pigeon"]}, ["/data/by/0"])

    def test_numbers_keep_their_bounds(self):
        case = self.case_under_review()
        retained = {"outcome": "retained", "aim": "Un métier", "choice": "person"}
        for field, values in (("rank", [0, -1, 1.5, "1", True]), ("social_urgency", [-1, 4]),
                              ("medical_urgency", [4, "3"])):
            for value in values:
                with self.subTest(f"{field} {value}"):
                    self.refuse(case, CO, "decide", retained | {field: value}, ["/data/" + field])
        self.refuse(case, CO, "decide", {"outcome": "not_retained"}, ["/data/reason"])

    def test_what_an_event_points_to_must_exist_in_this_establishment(self):
        case = self.open_case()
        other = self.open_case("neighbour")
        for target in (NOBODY, "x", 7, case, other):
            with self.subTest(str(target)):
                self.refuse(case, AA, "confirm_duplicate", {"of_case": target}, ["/data/of_case"])
        self.act(AA, case, "confirm_duplicate", {"of_case": self.open_case()})

    def test_the_day_of_an_event_is_not_in_the_future_nor_before_its_state(self):
        case = self.open_case()
        note = {"kind": "call", "text": "Appel"}
        self.refuse(case, AA, "add_note", note, ["/occurred_on"], occurred_on=self.today(1))
        self.refuse(case, AA, "send_first_contact", {}, ["/occurred_on"], occurred_on=self.today(-1))
        self.act(AA, case, "send_first_contact", occurred_on=self.today())

    def test_an_events_own_day_and_occurred_on_must_agree(self):
        case = self.case_in_first_contact_sent(received_on=self.today(-10))
        self.act(AA, case, "receive_documents", {"documents": ["rqth_notification", "orientation_notification"]})
        data = {"documents": ["social_sheet"], "returned_on": self.today(-1)}
        self.refuse(case, AA, "return_file", data, ["/occurred_on"], occurred_on=self.today())
        case = self.act(AA, case, "return_file", data, occurred_on=self.today(-1))
        self.assertEqual("completeness_check", case["states"]["journey"])

    def test_the_person_is_kept_as_written(self):
        name = "D'Élhuyar-Ñandú 'OR 1=1;-- <b>𝒜</b>"
        case = self.open_case(person_fields={"family_name": name})
        self.assertEqual(person(family_name=name), self.get(CO, f"/cases/{case}")["person"])
