"""Every list gives each item once, however short its pages; what is no cursor and no limit is refused."""
import time

from endpoint import AA, CO, EndpointTest

LISTS = ("/cases", "/overdue", "/tasks", "/messages", "/transmissions", "/committees", "/sessions",
         "/cases?overdue=true", "/cases?overdue=false", "/cases?role=admin_assistant", "/tasks?role=admin_assistant",
         "/cases?state=notified_digital&region=journey", "/cases?q=page")

LONG_ENOUGH_S = 60


class Paging(EndpointTest):
    @classmethod
    def setUpClass(cls):
        helper = cls()
        for number in range(5):
            case = helper.open_case(person_fields={"family_name": f"Page {number}"}, received_on=helper.today(-40))
            helper.open_case(person_fields={"family_name": f"Page {number}"})
            helper.call(CO, "POST", "/committees", {"held_on": helper.today(30)})  # five on one day
            helper.call(CO, "POST", "/sessions", {"entry_on": helper.today(60), "capacity": 3})
        helper.advance(seconds=1)  # lets the old ones become overdue
        for _ in range(5):
            case = helper.case_in_first_contact_sent()
            helper.act(AA, case, "send_reminder", {"by": ["letter"]})
        cls.case = case

    def whole_once_letters_are_ready(self, path):
        """Letters of other tests join the list of tasks when they are made; the outbox is not this test's."""
        end = time.monotonic() + LONG_ENOUGH_S
        while any(message["status"] == "pending" and message["kind"] == "letter"
                  for message in self.walk(AA, "/messages")):
            self.assertLess(time.monotonic(), end, "letters do not get ready")
        return self.walk(AA, path)

    def test_short_pages_give_all_that_one_long_page_gives_in_the_same_order(self):
        for path in (*LISTS, f"/cases/{self.case}/history", f"/messages?case={self.case}"):
            with self.subTest(path):
                whole = self.whole_once_letters_are_ready(path)
                self.assertGreaterEqual(len(whole), 2, "a list to page through")
                for limit in (1, 2, 3):
                    self.assertEqual(whole, self.walk(AA, path, limit))
                keys = [str(item.get("id") or item.get("seq") or item) for item in whole]
                self.assertEqual(len(keys), len(set(keys)), "each item once")

    def test_a_page_of_exactly_all_items_has_no_next_one(self):
        whole = self.walk(CO, f"/cases/{self.case}/history")
        page = self.get(CO, f"/cases/{self.case}/history?limit={len(whole)}")
        self.assertEqual((whole, None), (page["items"], page["next"]))

    def test_items_that_come_meanwhile_do_not_repeat_or_hide_others(self):
        before = {item["id"] for item in self.walk(AA, "/cases?q=page")}
        first = self.get(AA, "/cases?q=page&limit=3")
        self.open_case(person_fields={"family_name": "Page nouvelle"})
        seen = [item["id"] for item in first["items"]]
        cursor = first["next"]
        while cursor:
            page = self.get(AA, f"/cases?q=page&limit=3&cursor={cursor}")
            seen += [item["id"] for item in page["items"]]
            cursor = page["next"]
        self.assertEqual(len(seen), len(set(seen)))
        self.assertLessEqual(before, set(seen))

    def test_what_is_no_cursor_is_refused(self):
        for path in (*LISTS, f"/cases/{self.case}/history"):
            separator = "&" if "?" in path else "?"
            for cursor in ("x", "-1", "AAAA", "null", "%7B%7D", "2026-13-01", "a" * 500):
                with self.subTest(f"{path} {cursor[:12]}"):
                    answer = self.call(AA, "GET", f"{path}{separator}cursor={cursor}")
                    self.assert_problem(answer, 422, "invalid_data")

    def test_a_nul_in_a_parameter_is_malformed(self):
        for query in ("cursor=%00", "q=a%00b", "state=%00"):
            self.assert_problem(self.call(AA, "GET", "/cases?" + query), 400, "malformed")

    def test_the_cursor_of_another_list_is_refused_or_leads_nowhere_wrong(self):
        cursor = self.get(AA, "/committees?limit=1")["next"]
        answer = self.call(AA, "GET", f"/cases/{self.case}/history?cursor={cursor}")
        self.assert_problem(answer, 422, "invalid_data")

    def test_a_limit_is_a_number_from_1_to_200(self):
        for path in LISTS:
            separator = "&" if "?" in path else "?"
            for limit in ("0", "201", "-1", "abc", "1e1", "1.5", "", "99999999999"):
                with self.subTest(f"{path} {limit}"):
                    answer = self.call(AA, "GET", f"{path}{separator}limit={limit}")
                    self.assert_problem(answer, 422, "invalid_data")

    def test_a_filter_that_means_nothing_is_refused(self):
        for query in ("/cases?overdue=yes", "/cases?role=king", "/tasks?role=king", "/messages?case=x",
                      "/transmissions?case=1"):
            with self.subTest(query):
                self.assert_problem(self.call(AA, "GET", query), 422, "invalid_data")

    def test_an_unknown_parameter_is_an_unknown_field(self):
        case = self.open_case()
        for method, path, body in (
                ("GET", "/cases?stat=retained", None), ("GET", "/tasks?rôle=x".replace("ô", "%C3%B4"), None),
                ("POST", f"/cases/{case}/events?dryrun=true", {"event": "send_first_contact"})):
            with self.subTest(path):
                self.assert_refused(case, 422, "invalid_data", lambda m=method, p=path, b=body: self.call(
                    AA, m, p, b))


class Lists(EndpointTest):
    def test_cases_are_found_by_state_region_delay_role_and_name(self):
        name = "Œuvrard-Piñata"
        late = self.open_case(person_fields={"family_name": name}, received_on=self.today(-40))
        new = self.open_case(person_fields={"family_name": name, "given_name": "Zoé"})
        self.advance(seconds=1)
        for query, expected in (
                ("q=oeuvrard", {late, new}), ("q=PINATA%20oeuvrard", {late, new}), ("q=zoe%20oeuvrard", {new}),
                ("q=oeuvrard&overdue=true", {late}), ("q=oeuvrard&overdue=false", {new}),
                ("q=oeuvrard&state=notified_digital", {late, new}), ("q=oeuvrard&state=retained", set()),
                ("q=oeuvrard&region=life&state=open", {late, new}), ("q=oeuvrard&region=journey&state=open", set()),
                ("q=oeuvrard&role=admin_assistant", {late, new}), ("q=oeuvrard&role=doctor", set()),
                ("q=oeuvrard%25", {late, new}), ("q=%27%20or%20%27nobody%27%3D%27nobody", set())):
            with self.subTest(query):
                self.assertEqual(expected, {item["id"] for item in self.walk(AA, f"/cases?{query}")})
        reference = self.get(AA, f"/cases/{new}")["reference"]
        self.assertIn(new, {item["id"] for item in self.walk(AA, f"/cases?q={reference}")})

    def test_the_lists_show_the_case_as_it_is(self):
        case = self.open_case(received_on=self.today(-40))
        self.advance(seconds=1)
        whole = self.get(AA, f"/cases/{case}")
        item = next(item for item in self.walk(AA, "/cases") if item["id"] == case)
        self.assertEqual((whole["reference"], whole["states"], False, True),
                         (item["reference"], item["states"], item["closed"], item["overdue"]))
        self.assertIn((case, "first_contact"),
                      {(item["case"], item["deadline"]) for item in self.walk(AA, "/overdue")})
        tasks = [item for item in self.walk(AA, "/tasks") if item["case"] == case]
        self.assertEqual(["overdue"], [task["kind"] for task in tasks])
        self.assertEqual([task["id"] for task in whole["tasks"]], [task["id"] for task in tasks])
