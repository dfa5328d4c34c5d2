"""ViaTrajectoire: what is reported and how it reads, and the weekly look."""
from datetime import datetime, timedelta

from endpoint import AA, CO, NOBODY, PARIS, EndpointTest, day


class Reports(EndpointTest):
    def only(self, case):
        return self.walk(AA, f"/transmissions?case={case}")[0]

    def test_a_report_reads_as_what_to_enter(self):
        case = self.case_in_first_contact_sent(national_decision_id="N-" + self.today())
        found = self.only(case)
        self.assertEqual(("151", "l'ESMS a pris contact", "41 Contact effectué"), (
            found["reason"], found["reason_label"], found["label"]))
        french = day(self.today()).strftime("%d/%m/%Y")
        self.assertEqual(["Statut à saisir : Contact effectué (41)", "Motif : l'ESMS a pris contact (151)",
                          f"Date : {french}", f"Décision nationale : N-{self.today()}",
                          f"Dossier : {found['reference']}"], found["wording"].split("\n"))
        task = next(item for item in self.walk(AA, "/tasks") if item.get("transmission") == found["id"])
        self.assertEqual((found["wording"], None), (task["wording"], task["problem"]))

    def test_other_tasks_have_nothing_to_copy(self):
        self.open_case(received_on=self.today(-40))
        self.advance(seconds=1)
        late = [item for item in self.walk(AA, "/tasks") if item["kind"] == "overdue"]
        self.assertEqual(set(), {name for item in late for name in item} & {"wording", "transmission", "problem"})
        self.assertTrue(late)

    def test_a_planned_entry_is_told(self):
        case = self.case_under_review()
        self.act(CO, case, "decide", {"outcome": "retained", "aim": "Un métier", "choice": "person"})
        session = self.call(CO, "POST", "/sessions", {"entry_on": self.today(90), "capacity": 8}).json()["id"]
        self.act(CO, case, "assign_session", {"session": session})
        self.act(AA, case, "send_dates_letter")
        found = self.walk(AA, f"/transmissions?case={case}")[-1]
        french = day(self.today(90)).strftime("%d/%m/%Y")
        self.assertIn(f"Date d’entrée prévue : {french}", found["wording"])

    def test_it_is_not_confirmed_before_what_it_reports(self):
        case = self.open_case(received_on=self.today(-5))
        self.act(AA, case, "send_first_contact", occurred_on=self.today(-2))
        one = self.only(case)["id"]
        answer = self.assert_refused(case, 422, "invalid_data", lambda: self.call(
            AA, "POST", f"/transmissions/{one}/confirm", {"on": self.today(-3)}))
        self.assertEqual(["/on"], answer.pointers())
        self.assertEqual(200, self.call(AA, "POST", f"/transmissions/{one}/confirm", {"on": self.today(-2)}).status)

    def test_the_document_names_what_is_missing(self):
        one = self.only(self.case_in_first_contact_sent())["id"]
        answer = self.call(CO, "GET", f"/transmissions/{one}/sdo")
        self.assert_problem(answer, 422, "refused")
        self.assertIn("decision_known", answer.guards())

    def test_the_document_is_for_those_who_see_the_case(self):
        one = self.only(self.case_in_first_contact_sent())["id"]
        for who in ("partner_of_48", "neighbour"):
            self.assert_problem(self.call(who, "GET", f"/transmissions/{one}/sdo"), 404, "not_found")
        self.assert_problem(self.call(AA, "GET", f"/transmissions/{NOBODY}/sdo"), 404, "not_found")
        self.assert_problem(self.call("administrator", "GET", f"/transmissions/{one}/sdo"), 403, "role_not_allowed")

    def test_the_whole_document(self):
        self.house.server.command("setting", "via-trajectoire", "--finess", "120001234", "--establishment", "espo")
        case = self.case_in_first_contact_sent(decision_id="D-1")
        answer = self.call(AA, "GET", f"/transmissions/{self.only(case)['id']}/sdo")
        self.assertEqual((200, "application/fhir+json"), (answer.status, answer.header("content-type")))
        self.assertEqual("Task", answer.json()["resourceType"])

    def test_only_what_stopped_is_sent_again_and_only_by_the_assistant(self):
        case = self.case_in_first_contact_sent()
        path = f"/transmissions/{self.only(case)['id']}/retry"
        self.assert_refused(case, 409, "not_allowed_here", lambda: self.call(AA, "POST", path))
        self.assert_refused(case, 403, "role_not_allowed", lambda: self.call(CO, "POST", path))
        self.assert_refused(case, 404, "not_found", lambda: self.call(AA, "POST", f"/transmissions/{NOBODY}/retry"))


class WeeklyConsultation(EndpointTest):
    def open_ones(self):
        return [item for item in self.walk(AA, "/tasks?role=admin_assistant") if item["kind"] == "weekly_consultation"]

    def next_monday(self):
        today = day(self.today())
        return today + timedelta(days=7 - today.weekday())

    def at(self, date):
        return datetime(date.year, date.month, date.day, tzinfo=PARIS)

    def finish_all(self):
        for task in self.open_ones():
            self.assertEqual(200, self.call(AA, "POST", f"/tasks/{task['id']}/done").status)

    def test_one_opens_each_week_and_what_was_not_done_stays(self):
        self.finish_all()
        monday = self.next_monday()
        self.set_clock(self.at(monday) - timedelta(seconds=1))
        self.finish_all()
        self.set_clock(self.at(monday) + timedelta(days=18))
        self.assertGreaterEqual(len(self.open_ones()), 2)
        found = self.open_ones()
        self.assertEqual(len(found), len({item["label"] for item in found}), "once a week")
        self.assertEqual(sorted(item["due"] for item in found), [item["due"] for item in found])
        for item in found:
            self.assertEqual((None, False), (item["case"], item["done"]))
            self.assertLessEqual(item["due"], self.today())
            self.assertRegex(item["label"], r"semaine du \d\d/\d\d/\d{4} \(notifications papier à retrouver : \d+ ; "
                                            r"transmissions à faire : \d+\)$")

    def test_its_numbers_are_those_of_the_day(self):
        monday = self.next_monday()
        self.set_clock(self.at(monday) - timedelta(hours=1))
        self.finish_all()
        self.open_case(channel="paper", national_decision_id=None)
        to_do = sum(item["status"] == "to_do" for item in self.walk(AA, "/transmissions"))
        to_find = sum(item["states"].get("via_trajectoire") in ("unknown", "requested") and not item["closed"]
                      for item in self.walk(AA, "/cases"))
        self.set_clock(self.at(monday) + timedelta(days=5))
        task, = self.open_ones()
        self.assertIn(f"à retrouver : {to_find} ; transmissions à faire : {to_do})", task["label"])
        self.finish_all()
        self.advance(minutes=5)
        self.assertEqual([], self.open_ones(), "done for this week")
