"""What every endpoint test stands on: cases of its own, calls by role, and the proof that a refusal changed nothing."""
import unittest
import uuid
from datetime import date, datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

PARIS = ZoneInfo("Europe/Paris")
NOBODY = "00000000-0000-4000-8000-000000000000"
SHEETS = ["administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"]
NOTIFICATIONS = ["rqth_notification", "orientation_notification"]
AA, CO = "admin_assistant", "coordinator"


def person(**fields):
    return {"family_name": "Soulier", "given_name": "Camille", "birth_date": "1984-05-17"} | fields


class EndpointTest(unittest.TestCase):
    house = None
    maxDiff = 2000

    # ---- calls ----
    def call(self, who, method, path, body=None, headers=None):
        return self.house.send(who, method, "/api/v1" + path, body, headers)

    def get(self, who, path):
        answer = self.call(who, "GET", path)
        self.assertEqual(200, answer.status, f"GET {path} as {who}: {answer.body[:500]}")
        return answer.json()

    def walk(self, who, path, limit=200):
        """Every item of a list, page by page."""
        items, cursor = [], None
        while True:
            separator = "&" if "?" in path else "?"
            more = f"&cursor={quote(cursor, safe='')}" if cursor else ""
            page = self.get(who, f"{path}{separator}limit={limit}{more}")
            self.assertLessEqual(len(page["items"]), limit)
            items += page["items"]
            cursor = page["next"]
            if cursor is None:
                return items
            self.assertTrue(page["items"], "an empty page has no next one")

    # ---- the clock ----
    def now(self):
        return datetime.fromisoformat(self.get("trainer", "/clock")["now"].replace("Z", "+00:00"))

    def today(self, days=0):
        return (self.now().astimezone(PARIS).date() + timedelta(days=days)).isoformat()

    def set_clock(self, instant):
        answer = self.call("administrator", "PUT", "/clock", {"now": instant.isoformat()})
        self.assertEqual(200, answer.status, answer.body)
        return answer.json()["fired"]

    def advance(self, **span):
        return self.set_clock(self.now() + timedelta(**span))

    # ---- cases ----
    def notification(self, **fields):
        return {"channel": "digital", "received_on": self.today(), "mdph": "12",
                "national_decision_id": str(uuid.uuid4())} | fields

    def opening(self, person_fields=None, **notification):
        return {"workflow": "preorientation", "person": person(**(person_fields or {})),
                "notification": self.notification(**notification)}

    def open_case(self, who=AA, person_fields=None, **notification):
        answer = self.call(who, "POST", "/cases", self.opening(person_fields, **notification))
        self.assertEqual(201, answer.status, answer.body)
        return answer.json()["id"]

    def submit(self, who, case, event, data=None, headers=None, query="", **more):
        body = {"event": event, "data": data or {}} | more
        return self.call(who, "POST", f"/cases/{case}/events{query}", body, headers)

    def act(self, who, case, event, data=None, **more):
        """An event that must be accepted; the case after it."""
        answer = self.submit(who, case, event, data, **more)
        self.assertEqual(200, answer.status, f"{event} by {who}: {answer.body[:800]}")
        return answer.json()

    def case_in_first_contact_sent(self, **fields):
        case = self.open_case(**fields)
        self.act(AA, case, "send_first_contact")
        return case

    def case_under_review(self, **fields):
        case = self.case_in_first_contact_sent(**fields)
        self.act(AA, case, "receive_documents", {"documents": NOTIFICATIONS})
        self.act(AA, case, "return_file", {"documents": SHEETS})
        self.act(AA, case, "check_file")
        committee = self.call(CO, "POST", "/committees", {"held_on": self.today(10)}).json()["id"]
        self.act(AA, case, "list_for_committee", {"committee": committee})
        self.act(CO, case, "open_review")
        return case

    # ---- a refusal changes nothing ----
    def messages_of(self, case, reader=CO):
        """Which there are; how far the outbox has come with them is no matter of the request."""
        return [(item["id"], item["kind"], item["template"])
                for item in self.walk(reader, f"/messages?case={case}")]

    def trace(self, case, reader=CO):
        return {
            "case": self.get(reader, f"/cases/{case}"),
            "history": self.walk(reader, f"/cases/{case}/history"),
            "messages": self.messages_of(case, reader),
            "transmissions": self.walk(reader, f"/transmissions?case={case}"),
            "cases": len(self.walk(reader, "/cases"))}

    def assert_problem(self, answer, status, name):
        self.assertEqual((status, name), (answer.status, answer.problem), answer.body[:600])
        document = answer.json()
        self.assertEqual(status, document["status"])
        self.assertTrue(document["title"])
        return document

    def assert_refused(self, case, status, name, send, reader=CO):
        """`send` makes the call; its refusal is of that kind and leaves no trace."""
        before = self.trace(case, reader)
        answer = send()
        self.assert_problem(answer, status, name)
        self.assertEqual(before, self.trace(case, reader), "a refusal changes nothing")
        return answer


def day(text):
    return date.fromisoformat(text)
