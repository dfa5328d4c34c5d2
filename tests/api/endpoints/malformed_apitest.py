"""400: what is not JSON, or not JSON that two readers would understand alike, or a header that means nothing."""
import json

from endpoint import AA, NOBODY, EndpointTest

NOTE = {"event": "add_note", "data": {"kind": "call", "text": "Appel"}}
MALFORMED = {
    "nothing": b"",
    "white space": b"  ",
    "half an object": b'{"event":',
    "single quotes": b"{'event':'add_note'}",
    "a trailing comma": b'{"event":"add_note",}',
    "a comment": b'{"event":"add_note"/* why */}',
    "two documents": b'{"event":"add_note"}{}',
    "bytes that are no UTF-8": b'{"event":"\xff\xfe"}',
    "an overlong encoding": b'{"event":"\xc0\xaf"}',
    "a lone surrogate": b'{"event":"\\ud800"}',
    "an escaped NUL": b'{"event":"add_note","data":{"kind":"call","text":"a\\u0000b"}}',
    "a NUL in a key": b'{"event":"add_note","a\\u0000":1}',
    "a NUL byte": b'{"event":"add_note"}\x00{}',
    "a key twice": b'{"event":"add_note","event":"renounce"}',
    "a key twice, deep down": b'{"event":"add_note","data":{"kind":"call","text":"a","text":"b"}}',
    "a key twice, once escaped": b'{"event":"add_note","\\u0065vent":"renounce"}',
    "NaN": b'{"event":NaN}',
    "a number beyond measure": b'{"event":"add_note","data":{"kind":1e400}}',
    "an integer beyond 64 bits": b'{"event":"add_note","data":{"kind":99999999999999999999}}',
    "depth 33": b'{"data":' + b"[" * 32 + b"]" * 32 + b"}",
    "depth 100,000": b"[" * 100_000,
}


class Malformed(EndpointTest):
    def test_a_body_that_is_not_sound_json_is_malformed_and_changes_nothing(self):
        case = self.open_case()
        for what, body in MALFORMED.items():
            with self.subTest(what):
                self.assert_refused(case, 400, "malformed", lambda body=body: self.call(
                    AA, "POST", f"/cases/{case}/events", body))

    def test_a_malformed_opening_opens_nothing(self):
        case = self.open_case()
        for what in ("nothing", "half an object", "a key twice", "an escaped NUL"):
            with self.subTest(what):
                self.assert_refused(case, 400, "malformed", lambda body=MALFORMED[what]: self.call(
                    AA, "POST", "/cases", body))

    def test_every_call_that_takes_a_body_refuses_a_malformed_one(self):
        case = self.open_case()
        calls = [("POST", "/cases"), ("PATCH", f"/cases/{case}"), ("POST", f"/cases/{case}/corrections"),
                 ("POST", "/committees"), ("POST", "/sessions"), ("PUT", "/clock"),
                 ("POST", f"/transmissions/{NOBODY}/confirm"), ("POST", f"/tasks/{NOBODY}/done")]
        for method, path in calls:
            with self.subTest(path):
                self.assert_refused(case, 400, "malformed", lambda m=method, p=path: self.call(
                    AA, m, p, b'{"reason":"a","reason":"b"}'))

    def test_malformed_comes_before_unauthenticated_and_before_an_unknown_case(self):
        for who, case in ((None, NOBODY), (AA, NOBODY), (AA, "none")):
            answer = self.call(who, "POST", f"/cases/{case}/events", b"{")
            self.assert_problem(answer, 400, "malformed")

    def test_an_idempotency_key_is_1_to_200_visible_signs(self):
        case = self.open_case()
        for key in ("", "k" * 201, "with a blank", "clé"):
            with self.subTest(key):
                self.assert_refused(case, 400, "malformed", lambda key=key: self.call(
                    AA, "POST", f"/cases/{case}/events", NOTE, {"Idempotency-Key": key.encode("utf-8")}))
        answer = self.call(AA, "POST", f"/cases/{case}/events", NOTE, {"Idempotency-Key": "k" * 200})
        self.assertEqual(200, answer.status, answer.body)

    def test_an_if_match_that_is_no_revision_is_malformed(self):
        case = self.open_case()
        for etag in ('"x"', '""', '"1', "1.5", '"1", "2"', '"99999999999999999999"'):
            with self.subTest(etag):
                self.assert_refused(case, 400, "malformed", lambda etag=etag: self.call(
                    AA, "POST", f"/cases/{case}/events", NOTE, {"If-Match": etag}))

    def test_another_kind_of_body_is_refused_by_name(self):
        case = self.open_case()
        for kind in ("text/plain", "application/x-www-form-urlencoded", "application/jsonp"):
            with self.subTest(kind):
                self.assert_refused(case, 415, "unsupported_media_type", lambda kind=kind: self.call(
                    AA, "POST", f"/cases/{case}/events", NOTE, {"Content-Type": kind}))

    def test_the_kind_of_json_may_be_written_as_the_standards_allow(self):
        case = self.open_case()
        for kind in ("application/json; charset=utf-8", "Application/JSON", "application/json;charset=UTF-8"):
            answer = self.call(AA, "POST", f"/cases/{case}/events", NOTE, {"Content-Type": kind})
            self.assertEqual(200, answer.status, kind)

    def test_a_depth_of_32_is_still_read(self):
        case = self.open_case()
        deep = json.dumps(NOTE | {"data": None}).replace("null", "[" * 31 + "]" * 31).encode()
        self.assert_refused(case, 422, "invalid_data", lambda: self.call(
            AA, "POST", f"/cases/{case}/events", deep))
