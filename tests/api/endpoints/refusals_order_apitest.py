"""The refusals of an event come in the contract's order: each request here commits every later fault as well."""
from endpoint import AA, CO, NOBODY, NOTIFICATIONS, EndpointTest

TOO_LARGE = b'{"event":"add_note","data":"' + b"a" * (1024 * 1024) + b'"}'
STALE = {"If-Match": '"999"'}
WRONG = {"unknown": 1}


class RefusalsOrder(EndpointTest):
    def test_400_malformed_comes_first(self):
        answer = self.call(None, "POST", f"/cases/{NOBODY}/events", b"{", STALE)
        self.assert_problem(answer, 400, "malformed")

    def test_401_unauthenticated_before_404_and_all_that_follows(self):
        case = self.open_case()
        for header in (None, "", "Bearer", "Bearer ", "Bearer wrong", "Basic YTpi", "bearer  " + "x" * 64):
            with self.subTest(header):
                headers = STALE | ({"Authorization": header} if header is not None else {})
                for target in (NOBODY, case):
                    answer = self.call(None, "POST", f"/cases/{target}/events", {"event": "none"}, headers)
                    self.assert_problem(answer, 401, "unauthenticated")
                    self.assertEqual("Bearer", answer.header("www-authenticate"))

    def test_every_address_but_those_for_operation_demands_a_token(self):
        for path in ("/cases", f"/cases/{NOBODY}", "/overdue", "/tasks", "/messages", "/transmissions",
                     "/committees", "/sessions", "/workflows", "/workflows/preorientation", "/clock"):
            self.assert_problem(self.call(None, "GET", path), 401, "unauthenticated")

    def test_401_unauthenticated_before_413(self):
        chunks = b"100000\r\n" + b"a" * 0x100000 + b"\r\n1\r\na\r\n0\r\n\r\n"
        for who in ({}, {"Authorization": "Bearer wrong"}):
            answer = self.call(None, "POST", f"/cases/{NOBODY}/events", TOO_LARGE, STALE | who)
            self.assert_problem(answer, 401, "unauthenticated")
            self.assertEqual("Bearer", answer.header("www-authenticate"))
            answer = self.call(None, "POST", f"/cases/{NOBODY}/events", chunks,
                               who | {"Transfer-Encoding": "chunked"})
            self.assert_problem(answer, 401, "unauthenticated")

    def test_413_too_large_before_404(self):
        answer = self.call(AA, "POST", f"/cases/{NOBODY}/events", TOO_LARGE, STALE)
        self.assert_problem(answer, 413, "too_large")

    def test_413_too_large_changes_nothing(self):
        case = self.open_case()
        self.assert_refused(case, 413, "too_large", lambda: self.call(
            AA, "POST", f"/cases/{case}/events", TOO_LARGE))

    def test_404_no_such_case_before_the_role_and_all_that_follows(self):
        for case in (NOBODY, "none", "1", NOBODY + "0", "%27%20or%201=1"):
            with self.subTest(case):
                answer = self.submit("trainer", case, "decide", WRONG, STALE)
                self.assert_problem(answer, 404, "no_such_case")

    def test_403_of_a_role_that_never_may_before_412_and_all_that_follows(self):
        case = self.open_case()
        self.assert_refused(case, 403, "role_not_allowed", lambda: self.submit(
            "trainer", case, "decide", WRONG, STALE))

    def test_412_stale_before_409_and_all_that_follows(self):
        case = self.open_case()
        self.assert_refused(case, 412, "stale", lambda: self.submit(CO, case, "decide", WRONG, STALE))

    def test_409_not_allowed_here_before_the_role_in_this_state_and_invalid_data(self):
        case = self.open_case()
        self.assert_refused(case, 409, "not_allowed_here", lambda: self.submit(
            "social_worker", case, "receive_documents", WRONG))
        self.assert_refused(case, 409, "not_allowed_here", lambda: self.submit(CO, case, "decide", WRONG))

    def test_403_not_by_this_role_in_this_state_before_invalid_data(self):
        case = self.case_in_first_contact_sent()
        self.assert_refused(case, 403, "role_not_allowed", lambda: self.submit(
            "social_worker", case, "receive_documents", WRONG))
        self.assert_refused(case, 403, "role_not_allowed", lambda: self.submit(
            CO, case, "close_without_answer", WRONG))

    def test_412_stale_also_before_the_role_in_this_state(self):
        case = self.case_in_first_contact_sent()
        self.assert_refused(case, 412, "stale", lambda: self.submit(
            "social_worker", case, "receive_documents", {"documents": NOTIFICATIONS}, STALE))

    def test_422_invalid_data_before_the_guards(self):
        case = self.case_in_first_contact_sent()
        answer = self.assert_refused(case, 422, "invalid_data", lambda: self.submit(
            AA, case, "close_without_answer", WRONG))
        self.assertEqual(["/data/unknown"], answer.pointers())

    def test_422_refused_names_the_guard_and_its_french_reason(self):
        case = self.case_in_first_contact_sent()
        answer = self.assert_refused(case, 422, "refused", lambda: self.submit(
            AA, case, "close_without_answer"))
        self.assertEqual(["reminder_sent"], answer.guards())
        self.assertIn("relanc", answer.json()["blocked_by"][0]["message"])

    def test_422_refused_also_for_the_committee_without_aim_and_choice(self):
        case = self.case_under_review()
        answer = self.assert_refused(case, 422, "refused", lambda: self.submit(
            CO, case, "decide", {"outcome": "retained"}))
        self.assertEqual(["aim_and_choice_recorded"], answer.guards())

    def test_422_refused_when_the_session_is_full(self):
        session = self.call(CO, "POST", "/sessions", {"entry_on": self.today(200), "capacity": 1}).json()["id"]
        first, second = self.case_under_review(), self.case_under_review()
        for case in (first, second):
            self.act(CO, case, "decide", {"outcome": "retained", "aim": "Un métier", "choice": "person"})
        self.act(CO, first, "assign_session", {"session": session})
        answer = self.assert_refused(second, 422, "refused", lambda: self.submit(
            CO, second, "assign_session", {"session": session}))
        self.assertEqual(["seat_free"], answer.guards())
        taken = [item["taken"] for item in self.walk(CO, "/sessions") if item["id"] == session]
        self.assertEqual([1], taken)

    def test_an_unknown_event_is_invalid_data_in_every_role(self):
        case = self.open_case()
        for who in (AA, "administrator"):
            for event in ("none", "open_case_", "deadline_passed", "correct_data", "correction", ""):
                with self.subTest(f"{event} by {who}"):
                    self.assert_refused(case, 422, "invalid_data", lambda w=who, e=event: self.submit(
                        w, case, e))

    def test_a_refused_action_was_announced_as_disabled_with_the_same_reason(self):
        case = self.case_in_first_contact_sent()
        shown = {action["event"]: action for action in self.get(AA, f"/cases/{case}")["actions"]}
        self.assertFalse(shown["close_without_answer"]["enabled"])
        self.assertEqual(["reminder_sent"],
                         [blocked["guard"] for blocked in shown["close_without_answer"]["blocked_by"]])
        as_seen_by_another = {a["event"]: a for a in self.get("trainer", f"/cases/{case}")["actions"]}
        self.assertFalse(as_seen_by_another["send_reminder"]["enabled"])
        self.assertTrue(as_seen_by_another["send_reminder"]["blocked_by"])
