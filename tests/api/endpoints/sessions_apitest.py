"""A session as people work with it: its seats, who is next, its letters in one batch, its lists."""
import uuid

from committee_house import DR, SW, CommitteeTest
from endpoint import AA, CO, NOBODY


class Seats(CommitteeTest):
    def setUp(self):
        """Nobody waits for a seat but those of this test."""
        for case in self.walk(CO, "/cases?state=retained"):
            self.act(AA, case["id"], "renounce")

    def test_a_seat_that_frees_is_offered_to_the_next_in_order(self):
        committee, session = self.committee(), self.session(capacity=1)
        seated = self.seated(committee, session)
        third, second = self.retained(committee, rank=3), self.retained(committee, rank=2)
        unranked = self.retained(committee)
        full = self.get(CO, f"/sessions/{session}")
        self.assertEqual((0, [seated]), (full["free"], [seat["case"] for seat in full["seats"]]))
        self.assertEqual([second, third, unranked], [line["case"] for line in full["waiting"]])
        self.assertFalse(any(line["offered"] for line in full["waiting"]))
        freed = self.act(AA, seated, "renounce")
        self.assertIn("offer_seat", [task["kind"] for task in freed["tasks"]])
        now = self.get(CO, f"/sessions/{session}")
        self.assertEqual([(second, True), (third, False), (unranked, False)],
                         [(line["case"], line["offered"]) for line in now["waiting"]])
        self.assertIn("Rang 2", now["waiting"][0]["reason"])
        self.act(CO, second, "assign_session", {"session": session})
        self.assertEqual((0, [second]), (lambda s: (s["free"], [seat["case"] for seat in s["seats"]]))(
            self.get(CO, f"/sessions/{session}")))

    def seat_task(self, who, case):
        [task] = [task for task in self.walk(who, "/tasks") if task["case"] == case and task["kind"] == "offer_seat"]
        return task

    def test_the_task_of_a_freed_seat_names_the_session_and_who_is_next_as_it_is_when_read(self):
        committee, session = self.committee(), self.session(capacity=1)
        seated, last = self.seated(committee, session), self.retained(committee, rank=5)
        self.act(AA, seated, "renounce")
        task = self.seat_task(CO, seated)
        self.assertEqual((session, last), (task["session"], task["next"]["case"]))
        self.assertEqual({"case", "reference", "family_name", "given_name"}, set(task["next"]))
        first = self.retained(committee, rank=1)
        self.assertEqual(first, self.seat_task(CO, seated)["next"]["case"])
        self.assertEqual(first, self.seat_task("partner_of_12", seated)["next"]["case"])
        for case in (first, last):
            self.act(AA, case, "renounce")
        self.assertIsNone(self.seat_task(CO, seated)["next"])
        self.assertTrue(all(task["session"] is None for task in self.walk(CO, "/tasks") if task["kind"] != "offer_seat"))

    def test_what_was_graded_for_the_committee_orders_those_without_a_rank(self):
        committee, session = self.committee(), self.session()
        cases = [self.listed(committee) for _ in range(2)]
        self.grade(SW, committee, cases[1], "social", 2)
        for case in cases:
            self.act(CO, case, "open_review")
            self.act(CO, case, "decide", {"outcome": "retained", "aim": "x", "choice": "both"})
        waiting = self.get(DR, f"/sessions/{session}")["waiting"]
        self.assertEqual([cases[1], cases[0]], [line["case"] for line in waiting])
        self.assertEqual("À suivre de près", waiting[0]["social_reason"])

    def test_each_role_sees_of_a_session_what_is_its_own(self):
        committee, session = self.committee(), self.session(capacity=2)
        seated, waiting = self.seated(committee, session), self.retained(committee, rank=1)
        for_trainer = self.get("trainer", f"/sessions/{session}")
        self.assertEqual([None], [line["reason"] for line in for_trainer["waiting"]])
        self.assertEqual("Soulier", for_trainer["seats"][0]["family_name"])
        self.assertEqual([seated], [s["case"] for s in self.get("partner_of_12", f"/sessions/{session}")["seats"]])
        stranger = self.get("partner_of_48", f"/sessions/{session}")
        self.assertEqual(([], [], 1), (stranger["seats"], stranger["waiting"], stranger["taken"]))
        self.assert_problem(self.call("administrator", "GET", f"/sessions/{session}"), 403, "role_not_allowed")
        self.assert_problem(self.call("neighbour", "GET", f"/sessions/{session}"), 404, "not_found")
        self.assert_problem(self.call(CO, "GET", f"/sessions/{NOBODY}"), 404, "not_found")
        self.act(AA, waiting, "renounce")


class Batches(CommitteeTest):
    def test_the_dates_letters_go_to_every_seat_that_has_none(self):
        committee, session = self.committee(), self.session()
        sent_before, first, second = (self.seated(committee, session) for _ in range(3))
        self.act(AA, sent_before, "send_dates_letter")
        key = {"Idempotency-Key": str(uuid.uuid4())}
        found = self.results(AA, f"/sessions/{session}/dates-letters", None, key)
        self.assertEqual({first: True, second: True}, {case: item["done"] for case, item in found.items()})
        self.assertEqual("admitted", self.state(first))
        self.assertEqual({}, self.results(AA, f"/sessions/{session}/dates-letters", None, key))
        self.assert_problem(self.call(CO, "POST", f"/sessions/{session}/dates-letters"), 403, "role_not_allowed")
        self.assert_problem(self.call(AA, "POST", f"/sessions/{NOBODY}/dates-letters"), 404, "not_found")

    def test_the_pre_reception_is_recorded_for_all_with_a_result_for_each(self):
        committee, session = self.committee(), self.session(days=40)
        came, missed, wrong, early = (self.seated(committee, session) for _ in range(4))
        stranger = self.retained(committee)
        for case in (came, missed, wrong):
            self.act(AA, case, "send_dates_letter")
        found = self.results(CO, f"/sessions/{session}/pre-reception", {"results": [
            {"case": came, "attended": True, "medically_stable": True, "social_urgency": False,
             "missing_documents": ["social_sheet"]},
            {"case": missed, "attended": False}, {"case": wrong, "attended": "oui"},
            {"case": early, "attended": True}, {"case": stranger, "attended": True}]})
        self.assertEqual([True, True, False, False, False],
                         [found[case]["done"] for case in (came, missed, wrong, early, stranger)])
        self.assertEqual(("pre_reception_done", "pre_reception_missed"), (self.state(came), self.state(missed)))
        self.assertEqual("/data/attended", found[wrong]["problem"]["errors"][0]["pointer"])
        self.assertEqual("Ce dossier n’a pas de place dans cette session.", found[stranger]["problem"]["detail"])
        answer = self.call(CO, "POST", f"/sessions/{session}/pre-reception", {"results": []})
        self.assert_problem(answer, 422, "invalid_data")


class Lists(CommitteeTest):
    def test_the_lists_are_pdfs_for_the_team(self):
        committee, session = self.committee(), self.session(pre_reception_on=self.today(60))
        self.seated(committee, session)
        for path in ("pre-reception.pdf", "attendance.pdf"):
            answer = self.call(CO, "GET", f"/sessions/{session}/{path}")
            self.assertEqual(200, answer.status, answer.body[:300])
            self.assertTrue(answer.body.startswith(b"%PDF-"))
            self.assertNotIn("Soulier", answer.header("content-disposition"))
            self.assert_problem(self.call("partner_of_12", "GET", f"/sessions/{session}/{path}"), 403, "role_not_allowed")
            self.assert_problem(self.call(CO, "GET", f"/sessions/{NOBODY}/{path}"), 404, "not_found")

    def test_the_attendance_list_is_of_the_next_day_or_the_day_asked_for(self):
        session = self.session(pre_reception_on=self.today(60))
        for query, day in (("", self.today(60)), (f"?on={self.today(91)}", self.today(91))):
            answer = self.call(CO, "GET", f"/sessions/{session}/attendance.pdf{query}")
            self.assertIn(f"presence-{day}.pdf", answer.header("content-disposition"))
        self.assert_problem(self.call(CO, "GET", f"/sessions/{session}/attendance.pdf?on=demain"), 422, "invalid_data")
