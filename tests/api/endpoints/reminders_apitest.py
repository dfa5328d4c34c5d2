"""Absences and the preview of what will leave: who may, what is refused, and that an absence ends without going."""
from datetime import date

from endpoint import AA, CO, NOBODY, EndpointTest

ADMIN = "administrator"


class Absences(EndpointTest):
    def announce(self, who, status=201, **fields):
        body = {"from": self.today(1), "until": self.today(5), "reason": "leave"} | fields
        answer = self.call(who, "POST", "/absences", body)
        self.assertEqual(status, answer.status, answer.body)
        return answer.json()

    def end(self, who, absence, status=204):
        answer = self.call(who, "DELETE", f"/absences/{absence}")
        self.assertEqual(status, answer.status, answer.body)

    def pointers(self, answer):
        return [(error["pointer"], error["code"]) for error in answer["errors"]]

    def test_one_announces_ones_own_and_takes_it_back(self):
        absence = self.announce("trainer", substitute=CO)
        self.assertEqual("trainer", absence["login"])
        self.assertEqual(CO, absence["substitute"])
        self.assertIsNone(absence["ended_at"])
        self.assertEqual([("/from", "overlapping")],
                         self.pointers(self.announce("trainer", 422, **{"from": self.today(5), "until": self.today(9)})))
        self.end("doctor", absence["id"], 404)
        self.end("trainer", absence["id"])
        self.end("trainer", absence["id"], 409)
        ended = [item for item in self.walk("trainer", "/absences") if item["id"] == absence["id"]]
        self.assertEqual(["trainer"], [item["ended_by"] for item in ended], "the row stays")
        self.end("trainer", self.announce("trainer")["id"])

    def test_those_who_lead_speak_for_others_and_see_all(self):
        self.announce("trainer", 403, login="doctor")
        absence = self.announce(CO, login="doctor")
        self.assertIn(absence["id"], [item["id"] for item in self.walk(ADMIN, "/absences", limit=1)])
        self.assertNotIn(absence["id"], [item["id"] for item in self.walk(AA, "/absences")])
        self.end(ADMIN, absence["id"])
        self.end(ADMIN, NOBODY, 404)

    def test_what_cannot_be_is_refused_and_changes_nothing(self):
        before = self.walk(CO, "/absences")
        for fields, error in (
                ({"until": self.today(0)}, ("/until", "value")),
                ({"from": self.today(-9), "until": self.today(-1)}, ("/until", "past")),
                ({"until": self.today(400)}, ("/until", "value")),
                ({"reason": "malade"}, ("/reason", "value")),
                ({"login": "nobody"}, ("/login", "reference")),
                ({"substitute": "nobody"}, ("/substitute", "reference")),
                ({"substitute": CO}, ("/substitute", "reference")),
                ({"login": "doctor", "substitute": "trainer"}, ("/substitute", "value")),
                ({"colour": "red"}, ("/colour", "unknown_field"))):
            with self.subTest(fields=fields):
                self.assertEqual(error, self.pointers(self.announce(CO, 422, **fields))[0])
        self.assertEqual(before, self.walk(CO, "/absences"))


class Planned(EndpointTest):
    def test_says_each_day_and_refuses_others(self):
        for days in ("0", "61", "x"):
            self.assertEqual(422, self.call(CO, "GET", f"/messages/planned?days={days}").status)
        for role in ("doctor", "partner_of_12", "referent"):
            self.assertEqual(403, self.call(role, "GET", "/messages/planned").status)
        planned = self.get(AA, "/messages/planned?days=7")
        self.assertEqual(self.today(7), planned["items"][-1]["day"])
        weekend = [day for day in planned["items"][-7:] if date.fromisoformat(day["day"]).weekday() >= 5]
        self.assertEqual([False, False], [day["open"] for day in weekend])
        for day in weekend:
            self.assertEqual([], day["digests"])
            self.assertTrue(day["why_closed"])

    def test_an_administrator_sees_how_many_and_nothing_of_a_case(self):
        planned = self.get(ADMIN, "/messages/planned?days=60")
        for day in planned["items"]:
            self.assertNotIn("unheard", day)
            for digest in day["digests"]:
                self.assertNotIn("lines", digest)
        self.assertEqual([], planned["urgent"])
