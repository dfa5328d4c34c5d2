"""Lists of cases: their filters and order, counts, files, kept lists, and one event for several of them."""
import csv
import io

from endpoint import AA, CO, NOBODY, NOTIFICATIONS, EndpointTest


class Filters(EndpointTest):
    def references(self, query, who=CO):
        return [item["reference"] for item in self.walk(who, f"/cases?{query}")]

    def reference(self, **fields):
        return self.get(CO, f"/cases/{self.open_case(**fields)}")["reference"]

    def test_a_department_and_a_missing_document_are_looked_for(self):
        of_48 = self.reference(mdph="48")
        paper = self.reference(channel="paper")
        self.assertIn(of_48, self.references("mdph=48"))
        self.assertNotIn(paper, self.references("mdph=48"))
        self.assertIn(of_48, self.references(f"missing={NOTIFICATIONS[0]}"))
        self.assertNotIn(paper, self.references(f"missing={NOTIFICATIONS[0]}"))

    def test_names_are_in_order_page_by_page_and_stand_in_no_cursor(self):
        for name in ("Zola", "Ébène", "abbé"):
            self.open_case(person_fields={"family_name": name})
        items = self.walk(CO, "/cases?order=name&closed=false", limit=2)
        names = [item["person"]["family_name"] for item in items]
        self.assertLess(names.index("abbé"), names.index("Ébène"))
        self.assertLess(names.index("Ébène"), names.index("Zola"))
        self.assertEqual(len(items), len({item["id"] for item in items}))
        self.assertEqual(len(items), len(self.walk(CO, "/cases?closed=false")))

    def test_the_nearest_date_comes_first_page_by_page(self):
        self.open_case(received_on=self.today(-60))
        self.open_case()
        dates = [item["due"] or "9999" for item in self.walk(CO, "/cases?order=due&closed=false", limit=3)]
        self.assertEqual(sorted(dates), dates)

    def test_counts_are_those_of_the_lists(self):
        self.open_case()
        for query in ("", "mdph=12", "overdue=true", f"role={AA}", "missing=social_sheet"):
            counts = self.get(CO, f"/case-counts?{query}")
            items = self.walk(CO, f"/cases?{query}")
            open_ones = [item for item in items if not item["closed"]]
            self.assertEqual(sum(each["count"] for each in counts["open"]), len(open_ones), query)
            self.assertEqual(counts["closed"], len(items) - len(open_ones), query)

    def test_a_value_that_no_filter_may_have_is_refused(self):
        for query in ("order=random", "closed=maybe", "overdue=1", "role=queen", "session=none"):
            for address in ("/cases", "/cases.csv"):
                self.assert_problem(self.call(CO, "GET", f"{address}?{query}"), 422, "invalid_data")
        self.assert_problem(self.call("administrator", "GET", "/cases.csv"), 403, "role_not_allowed")

    def test_a_file_holds_the_list_as_it_is_filtered_and_no_formula(self):
        self.open_case(person_fields={"family_name": "=1+1"}, mdph="48")
        answer = self.call(CO, "GET", "/cases.csv?mdph=48&order=name")
        lines = list(csv.DictReader(io.StringIO(answer.body.decode("utf-8-sig")), delimiter=";"))
        self.assertEqual({"48"}, {line["mdph"] for line in lines})
        self.assertIn("'=1+1", {line["nom"] for line in lines})
        self.assertEqual(len(self.walk(CO, "/cases?mdph=48")), len(lines))
        self.assertEqual(b"PK", self.call(CO, "GET", "/cases.xlsx?mdph=48").body[:2])
        partner = self.call("partner_of_12", "GET", "/cases.csv").body.decode("utf-8-sig")
        self.assertEqual(set(), {line["mdph"] for line in csv.DictReader(io.StringIO(partner), delimiter=";")} - {"12"})


class SavedViews(EndpointTest):
    def names(self, who):
        return [view["name"] for view in self.get(who, "/views")["items"]]

    def test_a_view_is_its_account_s_alone_and_the_same_name_replaces_it(self):
        saved = self.call("doctor", "POST", "/views", {"name": "À voir", "filters": {"state": "under_review"}})
        self.assertEqual(201, saved.status, saved.body)
        again = self.call("doctor", "POST", "/views", {"name": "À voir", "filters": {"overdue": "true"}}).json()
        self.assertEqual(saved.json()["id"], again["id"])
        self.assertEqual([again], self.get("doctor", "/views")["items"])
        self.assertNotIn("À voir", self.names("trainer"))
        self.assert_problem(self.call("trainer", "DELETE", f"/views/{again['id']}"), 404, "not_found")
        self.assertEqual(204, self.call("doctor", "DELETE", f"/views/{again['id']}").status)
        self.assertEqual([], self.names("doctor"))

    def test_a_search_is_not_kept_nor_what_is_no_filter(self):
        for filters in ({"q": "Soulier"}, {"state": 7}, {"order": "random"}, {"role": "queen"}):
            answer = self.call(CO, "POST", "/views", {"name": "x", "filters": filters})
            self.assert_problem(answer, 422, "invalid_data")
        self.assert_problem(self.call(CO, "POST", "/views", {"name": "é" * 61, "filters": {}}), 422, "invalid_data")
        self.assertNotIn("x", self.names(CO))

    def test_fifty_are_kept_and_no_more(self):
        for number in range(50):
            self.assertEqual(201, self.call("trainer", "POST", "/views", {"name": f"v{number}", "filters": {}}).status)
        self.assert_problem(self.call("trainer", "POST", "/views", {"name": "51", "filters": {}}), 409,
                            "not_allowed_here")
        self.assertEqual(201, self.call("trainer", "POST", "/views", {"name": "v7", "filters": {}}).status)


class Batches(EndpointTest):
    def test_one_event_for_several_cases_each_for_itself(self):
        ready, sent = self.open_case(), self.case_in_first_contact_sent()
        body = {"event": "send_first_contact", "items": [{"case": ready}, {"case": sent}, {"case": NOBODY}]}
        results = self.call(AA, "POST", "/case-batches", body).json()["items"]
        self.assertEqual([True, False, False], [result["done"] for result in results])
        self.assertTrue(results[2]["problem"]["type"].endswith("no_such_case"))

    def test_a_batch_sent_again_with_its_key_repeats_nothing(self):
        cases = [self.open_case() for _ in range(2)]
        body = {"event": "add_note", "data": {"kind": "call", "text": "Fermé"}, "items": [{"case": id} for id in cases]}
        for _ in range(2):
            answer = self.call(AA, "POST", "/case-batches", body, {"Idempotency-Key": f"batch-{cases[0]}"})
            self.assertEqual([True, True], [result["done"] for result in answer.json()["items"]])
        self.assertEqual([2, 2], [self.get(CO, f"/cases/{case}")["revision"] for case in cases])

    def test_what_is_no_batch_is_refused_whole(self):
        case = self.open_case()
        for items in ([], [{"case": case}, {"case": case}], [{"case": "x"}], [{"case": case, "data": {}}]):
            answer = self.call(AA, "POST", "/case-batches", {"event": "send_first_contact", "items": items})
            self.assert_problem(answer, 422, "invalid_data")
        self.assertEqual(1, self.get(CO, f"/cases/{case}")["revision"])
