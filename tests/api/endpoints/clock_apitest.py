"""The manual clock: forward only, by the administrator; what falls due on the way happens, each on its own day."""
from datetime import datetime, timedelta

from endpoint import AA, CO, PARIS, EndpointTest, day


class Clock(EndpointTest):
    def put(self, who, now):
        return self.call(who, "PUT", "/clock", {"now": now})

    def assert_stands(self, status, name, send):
        before = self.now()
        answer = send()
        self.assert_problem(answer, status, name)
        self.assertEqual(before, self.now())
        return answer

    def test_it_goes_forward_and_never_back(self):
        before = self.now()
        self.advance(minutes=5)
        self.assertEqual(before + timedelta(minutes=5), self.now())
        back = (before - timedelta(seconds=1)).isoformat()
        self.assert_stands(422, "invalid_data", lambda: self.put("administrator", back))
        self.assertEqual(200, self.put("administrator", self.now().isoformat()).status, "standing still is allowed")

    def test_what_is_no_instant_is_refused(self):
        for now in ("demain", "2026-13-01T00:00:00Z", "2099-01-01", "2099-01-01T00:00:00", 7, None, ""):
            with self.subTest(str(now)):
                answer = self.assert_stands(422, "invalid_data", lambda n=now: self.put("administrator", n))
                self.assertEqual(["/now"], answer.pointers())
        self.assert_stands(422, "invalid_data", lambda: self.call(
            "administrator", "PUT", "/clock", {"now": self.now().isoformat(), "mode": "real"}))

    def test_only_the_administrator_sets_it_and_everybody_reads_it(self):
        for who in (AA, CO, "trainer", "partner_of_12"):
            self.assert_stands(403, "role_not_allowed", lambda w=who: self.put(w, "2099-01-01T00:00:00Z"))
            self.assertTrue(self.get(who, "/clock")["now"])

    def test_a_deadline_passes_at_the_first_moment_after_its_last_day_in_paris(self):
        case = self.open_case()
        due = day(self.get(AA, f"/cases/{case}")["deadlines"][0]["due"])
        midnight = datetime(due.year, due.month, due.day, tzinfo=PARIS) + timedelta(days=1)
        fired = self.set_clock(midnight - timedelta(seconds=1))
        self.assertNotIn(case, [item["case"] for item in fired])
        self.assertFalse(self.get(AA, f"/cases/{case}")["deadlines"][0]["overdue"])
        fired = [item for item in self.set_clock(midnight) if item["case"] == case]
        self.assertEqual(["first_contact"], [item["deadline"] for item in fired])
        self.assertEqual(midnight, datetime.fromisoformat(fired[0]["at"].replace("Z", "+00:00")))
        self.assertTrue(self.get(AA, f"/cases/{case}")["deadlines"][0]["overdue"])

    def test_a_leap_fires_everything_once_in_order_and_each_on_its_day(self):
        case = self.case_in_first_contact_sent()
        other = self.open_case()
        fired = [item for item in self.advance(days=100) if item["case"] in (case, other)]
        self.assertEqual([(other, "first_contact"), (case, "first_contact_answer")],
                         [(item["case"], item["deadline"]) for item in fired])
        self.assertEqual(sorted(item["at"] for item in fired), [item["at"] for item in fired])
        self.assertEqual([], [item for item in self.advance(days=1) if item["case"] in (case, other)])
        entry = self.walk(CO, f"/cases/{case}/history")[-1]
        self.assertEqual(("deadline_passed", "first_contact_answer"), (entry["event"], entry["data"]["deadline"]))
        self.assertEqual([], [t for t in self.get(AA, f"/cases/{case}")["tasks"] if t["kind"] == "close_proposal"])

    def test_the_state_stays_when_a_deadline_passes(self):
        case = self.open_case(received_on=self.today(-20))
        self.advance(seconds=1)
        found = self.get(AA, f"/cases/{case}")
        self.assertEqual(("notified_digital", ["overdue"]), (
            found["states"]["journey"], [task["kind"] for task in found["tasks"]]))
