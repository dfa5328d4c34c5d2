"""What people work from: tasks to finish, transmissions to confirm, committees, sessions, definitions."""
from endpoint import AA, CO, NOBODY, EndpointTest


class Tasks(EndpointTest):
    def overdue_case(self):
        case = self.open_case(received_on=self.today(-40))
        self.advance(seconds=1)
        return case, self.get(AA, f"/cases/{case}")["tasks"][0]["id"]

    def finish(self, who, task, body=None):
        return self.call(who, "POST", f"/tasks/{task}/done", body)

    def test_a_finished_task_leaves_the_lists_and_may_be_finished_again(self):
        case, task = self.overdue_case()
        answer = self.finish(AA, task)
        self.assertEqual((200, True, task), (answer.status, answer.json()["done"], answer.json()["id"]))
        self.assertEqual([], self.get(AA, f"/cases/{case}")["tasks"])
        self.assertNotIn(task, [item["id"] for item in self.walk(AA, "/tasks")])
        self.assertEqual(200, self.finish(AA, task, {}).status)
        self.assertTrue(self.get(AA, f"/cases/{case}")["deadlines"][0]["overdue"], "overdue is a fact of dates")

    def test_a_task_is_finished_by_its_role_or_by_those_who_lead(self):
        case, task = self.overdue_case()
        for who in ("trainer", "doctor", "partner_of_12", "administrator"):
            self.assert_refused(case, 403, "role_not_allowed", lambda w=who: self.finish(w, task))
        self.assertEqual(200, self.finish(CO, task).status)

    def test_an_unknown_task_and_one_of_the_neighbours_are_not_found(self):
        case, task = self.overdue_case()
        for who, which in ((AA, NOBODY), (AA, "x"), ("neighbour", task)):
            self.assert_refused(case, 404, "not_found", lambda w=who, t=which: self.finish(w, t))

    def test_finishing_takes_no_data(self):
        case, task = self.overdue_case()
        for body in ({"on": "2026-01-01"}, [], "x"):
            self.assert_refused(case, 422, "invalid_data", lambda b=body: self.finish(AA, task, b))

    def test_the_task_of_a_transmission_is_done_by_confirming_it(self):
        case = self.case_in_first_contact_sent()
        tasks = [t for t in self.get(AA, f"/cases/{case}")["tasks"] if t["kind"] == "transmission"]
        self.assertEqual(1, len(tasks))
        self.assert_refused(case, 409, "not_allowed_here", lambda: self.finish(AA, tasks[0]["id"]))
        transmission = self.walk(AA, f"/transmissions?case={case}")[0]["id"]
        answer = self.call(AA, "POST", f"/transmissions/{transmission}/confirm", {"on": self.today()})
        self.assertEqual(200, answer.status, answer.body)
        self.assertEqual([], self.get(AA, f"/cases/{case}")["tasks"])


class Transmissions(EndpointTest):
    def confirm(self, who, transmission, body):
        return self.call(who, "POST", f"/transmissions/{transmission}/confirm", body)

    def queued_case(self):
        case = self.open_case(channel="paper", national_decision_id=None)
        self.act(AA, case, "search_via_trajectoire", {"found": False})
        return case

    def statuses(self, case):
        return [(item["code"], item["status"]) for item in self.walk(AA, f"/transmissions?case={case}")]

    def test_a_queued_one_cannot_be_confirmed_and_can_once_the_case_is_linked(self):
        case = self.queued_case()
        self.assertEqual([("42", "queued")], self.statuses(case))
        transmission = self.walk(AA, f"/transmissions?case={case}")[0]["id"]
        self.assert_refused(case, 409, "not_allowed_here", lambda: self.confirm(
            AA, transmission, {"on": self.today()}))
        self.act(AA, case, "search_via_trajectoire", {"found": True, "national_decision_id": "N-" + case[:8]})
        self.assertEqual([("42", "to_do")], self.statuses(case))
        answer = self.confirm(AA, transmission, {"on": self.today(), "proof": "Accusé n° 7"})
        self.assertEqual((200, "confirmed", "42"), (
            answer.status, answer.json()["status"], answer.json()["code"]))
        self.assertEqual([("42", "confirmed")], self.statuses(case))
        again = self.confirm(AA, transmission, {"on": self.today(), "proof": "Accusé n° 7"})
        self.assertEqual((200, answer.body), (again.status, again.body))

    def test_wrong_confirmations_are_named_and_change_nothing(self):
        case = self.case_in_first_contact_sent()
        transmission = self.walk(AA, f"/transmissions?case={case}")[0]["id"]
        for body, pointer in (
                ({"on": self.today(1)}, "/on"), ({}, "/on"), ({"on": "hier"}, "/on"), ({"on": None}, "/on"),
                ({"on": self.today(), "proof": 7}, "/proof"), ({"on": self.today(), "proof": ""}, "/proof"),
                ({"on": self.today(), "status": "confirmed"}, "/status"), ([], "")):
            with self.subTest(str(body)):
                answer = self.assert_refused(case, 422, "invalid_data", lambda b=body: self.confirm(
                    AA, transmission, b))
                self.assertEqual([pointer], [p for p in answer.pointers() if p == pointer])
        self.assertEqual([("41", "to_do")], self.statuses(case))

    def test_only_the_assistant_confirms_and_only_what_is_hers(self):
        case = self.case_in_first_contact_sent()
        transmission = self.walk(AA, f"/transmissions?case={case}")[0]["id"]
        body = {"on": self.today()}
        for who in (CO, "trainer", "partner_of_12", "administrator"):
            self.assert_refused(case, 403, "role_not_allowed", lambda w=who: self.confirm(w, transmission, body))
        for who, which in ((AA, NOBODY), (AA, "x"), ("neighbour", transmission)):
            self.assert_refused(case, 404, "not_found", lambda w=who, t=which: self.confirm(w, t, body))

    def test_messages_and_transmissions_show_kind_template_code_and_status(self):
        case = self.case_in_first_contact_sent()
        message, = self.walk(CO, f"/messages?case={case}")
        self.assertEqual(("letter", "first_contact", case), (message["kind"], message["template"], message["case"]))
        transmission, = self.walk(CO, f"/transmissions?case={case}")
        self.assertEqual(("41", "to_do", case), (
            transmission["code"], transmission["status"], transmission["case"]))


class Planning(EndpointTest):
    def test_the_coordinator_plans_committees_and_sessions(self):
        committee = self.call(CO, "POST", "/committees", {"held_on": self.today(20)})
        session = self.call(CO, "POST", "/sessions", {
            "entry_on": self.today(90), "capacity": 8, "weeks": 12, "pre_reception_on": self.today(60)})
        self.assertEqual((201, 201), (committee.status, session.status), session.body)
        self.assertIn(committee.json()["id"], [item["id"] for item in self.walk(AA, "/committees")])
        kept = next(item for item in self.walk(AA, "/sessions") if item["id"] == session.json()["id"])
        self.assertEqual((8, 0, 12, self.today(90), self.today(60)), tuple(
            kept[name] for name in ("capacity", "taken", "weeks", "entry_on", "pre_reception_on")))

    def assert_planned_nothing(self, who, path, body, status, name):
        before = self.walk(CO, path)
        answer = self.call(who, "POST", path, body)
        self.assert_problem(answer, status, name)
        self.assertEqual(before, self.walk(CO, path))
        return answer

    def test_nobody_else_plans(self):
        for who in (AA, "trainer", "partner_of_12", "administrator"):
            self.assert_planned_nothing(who, "/committees", {"held_on": self.today(5)}, 403, "role_not_allowed")
            self.assert_planned_nothing(
                who, "/sessions", {"entry_on": self.today(5), "capacity": 1}, 403, "role_not_allowed")

    def test_wrong_plans_are_named_and_plan_nothing(self):
        entry = self.today(90)
        for path, body, pointer in (
                ("/committees", {}, "/held_on"), ("/committees", {"held_on": None}, "/held_on"),
                ("/committees", {"held_on": "2026-02-30"}, "/held_on"), ("/committees", {"held_on": 5}, "/held_on"),
                ("/committees", {"held_on": entry, "id": NOBODY}, "/id"), ("/committees", [], ""),
                ("/sessions", {"capacity": 8}, "/entry_on"), ("/sessions", {"entry_on": entry}, "/capacity"),
                ("/sessions", {"entry_on": entry, "capacity": 0}, "/capacity"),
                ("/sessions", {"entry_on": entry, "capacity": -1}, "/capacity"),
                ("/sessions", {"entry_on": entry, "capacity": "8"}, "/capacity"),
                ("/sessions", {"entry_on": entry, "capacity": 2.5}, "/capacity"),
                ("/sessions", {"entry_on": entry, "capacity": 8, "weeks": 0}, "/weeks"),
                ("/sessions", {"entry_on": entry, "capacity": 8, "weeks": 15}, "/weeks"),
                ("/sessions", {"entry_on": entry, "capacity": 8, "pre_reception_on": entry}, "/pre_reception_on"),
                ("/sessions", {"entry_on": entry, "capacity": 8, "taken": 8}, "/taken")):
            with self.subTest(f"{path} {body}"):
                answer = self.assert_planned_nothing(CO, path, body, 422, "invalid_data")
                self.assertEqual([pointer], answer.pointers())

    def test_a_session_or_committee_of_the_neighbours_is_not_here(self):
        session = self.call("neighbour_coordinator", "POST", "/sessions", {
            "entry_on": self.today(90), "capacity": 8}).json()["id"]
        committee = self.call("neighbour_coordinator", "POST", "/committees", {"held_on": self.today(9)}).json()["id"]
        self.assertNotIn(session, [item["id"] for item in self.walk(CO, "/sessions")])
        self.assertNotIn(committee, [item["id"] for item in self.walk(CO, "/committees")])
        case = self.case_under_review()
        self.act(CO, case, "decide", {"outcome": "retained", "aim": "Un métier", "choice": "person"})
        answer = self.assert_refused(case, 422, "invalid_data", lambda: self.submit(
            CO, case, "assign_session", {"session": session}))
        self.assertEqual(["/data/session"], answer.pointers())


class Definitions(EndpointTest):
    def test_the_workflow_is_listed_and_read(self):
        listed = self.get("trainer", "/workflows")
        self.assertEqual((["preorientation"], None), ([item["id"] for item in listed["items"]], listed["next"]))
        text = str(self.get("trainer", "/workflows/preorientation"))
        for word in ("completeness_check", "return_file", "first_contact", "file_complete"):
            self.assertIn(word, text)

    def test_an_unknown_workflow_is_not_found(self):
        self.assert_problem(self.call("trainer", "GET", "/workflows/none"), 404, "not_found")
