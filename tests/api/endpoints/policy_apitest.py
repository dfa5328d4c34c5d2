"""The policy and the calendar of an establishment: who sets them, what they would move, what becomes of what runs."""
import time

from endpoint import AA, CO, NOTIFICATIONS, EndpointTest

LONG_ENOUGH_S = 30
HERE, CHIEF, ADMIN, DIRECTOR = "neighbour", "neighbour_coordinator", "administrator", "deputy_director"


def period(deadline, value, **more):
    return {"deadlines": {deadline: {"period": value} | more}}


class Policy(EndpointTest):
    def setUp(self):
        """Each test begins as shipped; what ran before it keeps its dates."""
        self.put(CHIEF, {}, clocks=self.all_kept({}))

    def preview(self, who, value, setting="policy"):
        answer = self.call(who, "POST", f"/settings/{setting}/preview", {"value": value})
        self.assertEqual(200, answer.status, answer.body)
        return answer.json()

    def put(self, who, value, status=200, setting="policy", clocks=None):
        answer = self.call(who, "PUT", f"/settings/{setting}", {"value": value, "clocks": clocks or {}})
        self.assertEqual(status, answer.status, answer.body)
        return answer.json()

    def all_kept(self, value, setting="policy"):
        return {kind["deadline"]: "kept" for kind in self.preview(CHIEF, value, setting)["dates"]}

    def file_sent(self):
        case = self.open_case(who=HERE)
        self.act(HERE, case, "send_first_contact")
        self.act(HERE, case, "receive_documents", {"documents": NOTIFICATIONS})
        return case

    def due(self, case, deadline="file_return"):
        deadlines = self.get(HERE, f"/cases/{case}")["deadlines"]
        return next(item for item in deadlines if item["id"] == deadline)["due"]

    def test_who_leads_and_who_administers_may_others_may_not(self):
        for who in (AA, "trainer", "partner_of_12"):
            for method, path, body in (("GET", "", None), ("GET", "/history", None), ("PUT", "", {"value": {}}),
                                       ("POST", "/preview", {"value": {}})):
                answer = self.call(who, method, "/settings/policy" + path, body)
                self.assert_problem(answer, 403, "role_not_allowed")
        for who in (CO, DIRECTOR, ADMIN):
            self.assertEqual("policy", self.get(who, "/settings/policy")["name"])
        self.assert_problem(self.call(CO, "GET", "/settings/letter_head"), 404, "not_found")

    def test_what_holds_is_shown_beside_what_the_pathway_says(self):
        self.put(CHIEF, period("file_return", "P45D") | {"group_size": 12, "required_documents": ["social_sheet"]},
                 clocks=self.all_kept(period("file_return", "P45D")))
        answer = self.get(CHIEF, "/settings/policy")
        shown = {item["id"]: item for item in answer["effective"]["deadlines"]}
        self.assertEqual({"period": "P45D"}, shown["file_return"]["own"])
        self.assertEqual(["P1M"], shown["file_return"]["default"]["periods"])
        self.assertNotIn("follow_up_end", shown)
        self.assertEqual(["social_sheet"],
                         [item["id"] for item in answer["effective"]["documents"] if item["required"]])
        self.assertEqual(CHIEF, answer["own"]["set_by"])
        session = self.call(CHIEF, "POST", "/sessions", {"entry_on": self.today(90)})
        self.assertEqual((201, 12), (session.status, session.json()["capacity"]), session.body)

    def test_each_value_stays_in_the_history_the_newest_first(self):
        before = len(self.walk(CHIEF, "/settings/policy/history"))
        self.put(CHIEF, {"group_size": 9})
        self.put(CHIEF, {"group_size": 10})
        history = self.walk(CHIEF, "/settings/policy/history", limit=1)
        self.assertEqual([{"group_size": 10}, {"group_size": 9}], [item["value"] for item in history[:2]])
        self.assertEqual(before + 2, len(history))

    def test_a_change_that_moves_dates_asks_what_becomes_of_them(self):
        case = self.file_sent()
        before = self.due(case)
        refused = self.put(CHIEF, period("file_return", "P45D"), status=422)
        self.assertEqual(["/clocks/file_return"], [error["pointer"] for error in refused["errors"]])
        self.assertIn("échéance(s) en cours", refused["errors"][0]["message"])
        self.assertEqual({}, self.get(CHIEF, "/settings/policy")["own"]["value"], "nothing has changed")
        answer = self.put(CHIEF, period("file_return", "P45D"), clocks={"file_return": "kept"})
        self.assertEqual(0, answer["recounted"]["count"])
        self.assertEqual(before, self.due(case))
        self.assertNotEqual(before, self.due(self.file_sent()), "what begins now is counted by the new policy")

    def test_the_preview_says_exactly_what_restarting_then_does(self):
        cases = [self.file_sent() for _ in range(3)]
        value = period("file_return", "P3M")
        preview = self.preview(CHIEF, value)
        self.assertEqual(["file_return"], [kind["deadline"] for kind in preview["dates"]])
        moving = {item["case"]: item for item in preview["dates"][0]["cases"]}
        self.assertLessEqual(set(cases), set(moving))
        for case in cases:
            self.assertEqual(moving[case]["before"]["due"], self.due(case))
        answer = self.put(CHIEF, value, clocks={"file_return": "restarted"})
        self.assertEqual(len(moving), answer["recounted"]["count"])
        self.assertEqual(0, answer["recounted"]["failed"])
        for case in cases:
            self.assertEqual(moving[case]["after"]["due"], self.due(case))
            last = self.walk(HERE, f"/cases/{case}/history")[-1]
            self.assertEqual(("deadlines_recounted", "engine"), (last["event"], last["actor"]))
            self.assertEqual(moving[case]["before"]["due"], last["data"]["moved"][0]["before"])
        again = self.put(CHIEF, value, clocks={"file_return": "restarted"})
        self.assertEqual(0, again["recounted"]["count"], "sent again it finds nothing left to do")

    def test_files_that_would_become_complete_or_not_are_named(self):
        case = self.file_sent()
        preview = self.preview(CHIEF, {"required_documents": NOTIFICATIONS})
        self.assertIn(case, [item["case"] for item in preview["completed"]["cases"]])
        self.put(CHIEF, {"required_documents": NOTIFICATIONS})
        self.assertIn(case, [item["case"] for item in self.preview(CHIEF, {})["incompleted"]["cases"]])

    def reminder_of(self, case):
        """The page of the reminder, once the outbox has made it."""
        end = time.monotonic() + LONG_ENOUGH_S
        while time.monotonic() < end:
            letters = [item for item in self.get(HERE, f"/messages?case={case}")["items"]
                       if item["template"] == "reminder" and item["status"] == "prepared"]
            if letters:
                return self.call(HERE, "GET", f"/messages/{letters[0]['id']}/letter").body.decode()
        self.fail("the reminder is not prepared")

    def test_a_reminder_asks_only_for_what_the_policy_requires(self):
        self.put(CHIEF, {"required_documents": [*NOTIFICATIONS, "social_sheet"]})
        case = self.file_sent()
        self.act(HERE, case, "send_reminder", {"by": ["letter"]})
        page = self.reminder_of(case)
        self.assertIn("la fiche sociale", page)
        self.assertNotIn("la fiche professionnelle", page)

    def test_who_administers_sees_how_many_and_not_who(self):
        self.case_in_first_contact_sent()
        kind = self.preview(ADMIN, period("first_contact_answer", "P90D"))["dates"][0]
        self.assertGreaterEqual(kind["count"], 1)
        self.assertEqual([], kind["cases"])

    def test_what_does_not_fit_is_refused_where_it_stands(self):
        for value, pointer in ((period("follow_up_end", "P6M"), "/value/deadlines/follow_up_end"),
                               (period("file_return", "P9999D"), "/value/deadlines/file_return/period"),
                               ({"required_documents": ["passport"]}, "/value/required_documents"),
                               ({"group_size": 0}, "/value")):
            for answer in (self.call(CHIEF, "POST", "/settings/policy/preview", {"value": value}),
                           self.call(CHIEF, "PUT", "/settings/policy", {"value": value})):
                self.assert_problem(answer, 422, "invalid_data")
                self.assertEqual([pointer], answer.pointers())
        for clocks, pointer in (({"file_return": "stopped"}, "/clocks/file_return"),
                                ({"completeness": "kept"}, "/clocks/completeness")):
            answer = self.call(CHIEF, "PUT", "/settings/policy", {"value": {"group_size": 7}, "clocks": clocks})
            self.assert_problem(answer, 422, "invalid_data")
            self.assertEqual([pointer], answer.pointers())

    def test_a_closure_is_one_change_more_and_asks_the_same(self):
        case = self.file_sent()
        due = self.due(case)
        closed = {"closures": [{"first": due, "last": due, "reason": "Inventaire"}]}
        self.assertIn("/clocks/file_return", [error["pointer"] for error in
                                              self.put(CHIEF, closed, 422, "calendar")["errors"]])
        clocks = self.all_kept(closed, "calendar") | {"file_return": "restarted"}
        self.put(CHIEF, closed, setting="calendar", clocks=clocks)
        self.assertGreater(self.due(case), due)
        self.put(CHIEF, {}, setting="calendar", clocks=self.all_kept({}, "calendar"))

    def plan(self, value, valid_from, status=200, **fields):
        answer = self.call(CHIEF, "PUT", "/settings/policy", {"value": value, "valid_from": valid_from} | fields)
        self.assertEqual(status, answer.status, answer.body)
        return answer.json()

    def test_a_change_may_be_planned_for_a_day_and_takes_effect_on_it(self):
        case = self.file_sent()
        before, day = self.due(case), self.today(3)
        value = period("file_return", "P45D")
        clocks = self.all_kept(value) | {"file_return": "restarted"}
        planned = self.plan(value, day, clocks=clocks)["planned"]
        self.assertEqual([(day, value, "neighbour_coordinator")],
                         [(item["valid_from"], item["value"], item["planned_by"]) for item in planned])
        self.advance(days=2)
        self.assertEqual(before, self.due(case))
        later = self.file_sent()
        self.advance(days=5)
        self.assertGreater(self.due(case), before)
        moved = self.walk(HERE, f"/cases/{case}/history")[-1]
        self.assertEqual((day, "deadlines_recounted"), (moved["occurred_on"], moved["event"]))
        answer = self.get(CHIEF, "/settings/policy")
        self.assertEqual(([], value, "neighbour_coordinator"),
                         (answer["planned"], answer["own"]["value"], answer["own"]["set_by"]))
        self.assertEqual("deadlines_recounted", self.walk(HERE, f"/cases/{later}/history")[-1]["event"],
                         "also a file sent after it was planned")

    def test_a_planned_change_can_be_withdrawn_and_is_refused_as_one_that_takes_effect_at_once(self):
        self.file_sent()
        value = period("file_return", "P45D")
        self.assertIn("/clocks/file_return", [error["pointer"] for error in
                                              self.plan(value, self.today(3), 422)["errors"]])
        for day in (self.today(0), self.today(-1), self.today(800)):
            self.assertEqual(["/valid_from"], [error["pointer"] for error in
                                               self.plan({}, day, 422)["errors"]])
        day = self.today(3)
        self.plan({"group_size": 9}, day)
        answer = self.call(CHIEF, "DELETE", f"/settings/policy/planned/{day}")
        self.assertEqual((200, []), (answer.status, answer.json()["planned"]))
        self.assert_problem(self.call(CHIEF, "DELETE", f"/settings/policy/planned/{day}"), 404, "not_found")
        self.advance(days=4)
        self.assertIsNone(self.get(CHIEF, "/settings/policy")["effective"]["group_size"])

    def test_letters_that_are_wanted_leave_and_are_shown_as_wanted(self):
        self.put(CHIEF, {"optional_letters": ["acknowledgement"]})
        shown = self.get(CHIEF, "/settings/policy")["effective"]["optional_letters"]
        self.assertEqual(["acknowledgement"], [item["id"] for item in shown if item["wanted"]])
        case = self.file_sent()
        self.act(HERE, case, "return_file", {"documents": ["social_sheet"]})
        self.assertIn("acknowledgement",
                      [item["template"] for item in self.get(HERE, f"/messages?case={case}")["items"]])
        self.assertEqual(["/value/optional_letters"], [error["pointer"] for error in self.put(
            CHIEF, {"optional_letters": ["convocation"]}, 422)["errors"]])
