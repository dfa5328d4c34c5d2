"""« Liste en vue de la commission de pré-admission »: graded, in order, frozen when sent, each seeing what is theirs."""
from committee_house import DR, SW, CommitteeTest
from endpoint import AA, CO, NOBODY
from house import FIRST
from psql import Database, socket_of

SECRET = "Suivi stabilisé depuis un an"


class Order(CommitteeTest):
    def test_social_urgency_comes_before_medical_urgency_before_the_date_of_the_file(self):
        committee = self.committee()
        cases = [self.listed(committee) for _ in range(4)]
        for case, social, medical in ((cases[0], 1, 3), (cases[1], 3, 0), (cases[2], 1, 3)):
            self.grade(SW, committee, case, "social", social)
            self.grade(DR, committee, case, "medical", medical)
        self.assertEqual([cases[1], cases[0], cases[2], cases[3]], self.order(CO, committee))
        lines = self.table(CO, committee)["lines"]
        self.assertEqual([1, 2, 3, 4], [line["place"] for line in lines])
        self.assertIn("Urgence sociale 3, urgence médicale 0, dossier reçu le", lines[0]["reason"])
        self.assertEqual("urgence sociale 1 contre 3 pour le n° 1", lines[1]["difference"])
        self.assertIn("non évaluée", lines[3]["reason"])

    def test_the_last_grade_counts_and_all_are_kept(self):
        committee = self.committee()
        case = self.listed(committee)
        for urgency in (1, 1, 3, 2):
            self.grade(SW, committee, case, "social", urgency)
        self.assertEqual(2, self.table(CO, committee)["lines"][0]["social_urgency"])
        kept = Database(socket_of(self.house.server.data_folder)).one(
            f"select string_agg(urgency::text, ' ' order by id) from committee_grade where case_id = '{case}'")
        self.assertEqual("1 3 2", kept, "saying the same again adds nothing")


class Grading(CommitteeTest):
    def test_each_urgency_is_graded_by_the_one_whose_profession_it_is(self):
        committee = self.committee()
        case = self.listed(committee)
        good = {"urgency": 2, "reason": SECRET}
        for who, kind in ((SW, "medical"), (DR, "social"), (CO, "social"), (AA, "medical"), ("partner_of_12", "social")):
            self.assert_problem(self.call(who, "PUT", f"/committees/{committee}/cases/{case}/{kind}-urgency", good),
                                403, "role_not_allowed")
        self.assertIsNone(self.table(CO, committee)["lines"][0]["social_urgency"])

    def test_what_is_no_grade_is_refused_with_its_place(self):
        committee = self.committee()
        case = self.listed(committee)
        address = f"/committees/{committee}/cases/{case}/social-urgency"
        for body, pointers in (({"urgency": 4, "reason": "x"}, ["/urgency"]), ({"urgency": 1}, ["/reason"]),
                               ({"urgency": 1, "reason": " "}, ["/reason"]),
                               ({"urgency": "1", "reason": "x" * 501}, ["/urgency", "/reason"]),
                               ({"urgency": 1, "reason": "x", "diagnosis": "x"}, ["/diagnosis"])):
            answer = self.call(SW, "PUT", address, body)
            self.assert_problem(answer, 422, "invalid_data")
            self.assertEqual(pointers, answer.pointers())

    def test_only_a_case_on_the_list_is_graded(self):
        committee, good = self.committee(), {"urgency": 1, "reason": "x"}
        waiting = self.case_in_first_contact_sent()
        elsewhere, decided = self.listed(self.committee()), self.retained(committee)
        for case in (waiting, elsewhere, decided, NOBODY):
            answer = self.call(SW, "PUT", f"/committees/{committee}/cases/{case}/social-urgency", good)
            self.assert_problem(answer, 409, "not_allowed_here")
        self.assert_problem(
            self.call(SW, "PUT", f"/committees/{NOBODY}/cases/{waiting}/social-urgency", good), 404, "not_found")


class Sending(CommitteeTest):
    def test_the_list_stays_as_it_was_sent_and_a_later_sending_is_a_further_version(self):
        committee = self.committee()
        first = self.listed(committee)
        self.assertEqual(("draft", None), tuple(self.table(CO, committee)[key] for key in ("status", "version")))
        self.assertEqual(1, self.send_table(committee)["version"])
        second = self.listed(committee)
        self.grade(SW, committee, second, "social", 3)
        self.assertEqual([first], self.order(CO, committee))
        self.assertEqual([second, first], self.order(CO, committee, "?version=draft"))
        self.assertEqual(2, self.send_table(committee, CO)["version"])
        self.assertEqual([second, first], self.order(CO, committee))
        self.assertEqual([first], self.order(CO, committee, "?version=1"))
        sent = self.get(CO, f"/committees/{committee}")["lists"]
        self.assertEqual([(1, AA, 1), (2, CO, 2)], [(v["version"], v["sent_by"], v["files"]) for v in sent])
        self.assert_problem(self.call(CO, "GET", f"/committees/{committee}/table.json?version=3"), 404, "not_found")
        self.assert_problem(self.call(CO, "GET", f"/committees/{committee}/table.json?version=x"), 422, "invalid_data")

    def test_a_committee_says_how_many_are_listed_and_the_team_to_whom_the_list_would_go(self):
        committee = self.committee()

        def listed():
            return next(item["listed"] for item in self.walk(CO, "/committees") if item["id"] == committee)
        self.assertEqual((0, []), (listed(), self.get(CO, f"/committees/{committee}")["members"]))
        taken, _ = self.listed(committee), self.listed(committee)
        members = {member["login"]: member["files"] for member in self.get(CO, f"/committees/{committee}")["members"]}
        self.assertEqual((2, 2, 2), (listed(), members["doctor"], members["partner_of_12"]))
        self.assertNotIn("partner_of_48", members)
        self.assertNotIn("members", self.get("partner_of_12", f"/committees/{committee}"))
        self.act(AA, taken, "unlist", {"reason": "Demande un report"})
        self.assertEqual(1, listed())

    def test_each_member_gets_one_email_that_holds_no_personal_data(self):
        house = self.house
        for login, role, more in (("doctor_with_mail", "doctor", ()), ("rip_12", "mdph_partner", ("--mdph", "12")),
                                  ("rip_48", "mdph_partner", ("--mdph", "48")), ("trainer_with_mail", "trainer", ())):
            if login not in house.tokens:
                house.add_account(login, role, "--email", f"{login}@exemple.example", *more,
                                  establishment=FIRST)
        committee = self.committee()
        self.listed(committee), self.listed(committee)
        sent = self.send_table(committee)
        self.assertEqual(["doctor_with_mail", "rip_12"], sent["recipients"])
        self.assertEqual({"coordinator", "doctor", "social_worker", "partner_of_12"}, set(sent["without_email"]))
        database = Database(socket_of(house.server.data_folder))
        mails = database.rows(f"""select kind, template, case_id, details from message
            where details -> 'committee' ->> 'id' = '{committee}' order by details ->> 'login'""")
        self.assertEqual([("email", "committee_list", None)] * 2,
                         [(mail["kind"], mail["template"], mail["case_id"]) for mail in mails])
        self.assertEqual({"login", "committee", "version", "files", "files_many", "url"}, set(mails[0]["details"]))
        self.assertEqual(2, mails[1]["details"]["files"])
        again = self.send_table(committee)
        self.assertEqual((1, 2), (again["version"], database.one(
            f"select count(*) from message where details -> 'committee' ->> 'id' = '{committee}'")))

    def test_an_empty_list_or_a_past_committee_is_not_sent(self):
        self.assert_problem(self.call(AA, "POST", f"/committees/{self.committee()}/table/send"), 409, "not_allowed_here")
        self.assert_problem(self.call(AA, "POST", f"/committees/{NOBODY}/table/send"), 404, "not_found")
        committee = self.committee(days=1)
        self.listed(committee)
        self.assert_problem(self.call(DR, "POST", f"/committees/{committee}/table/send"), 403, "role_not_allowed")
        self.assert_problem(self.call(AA, "POST", f"/committees/{committee}/table/send", {"to": "x"}), 422,
                            "invalid_data")
        self.advance(days=2)
        self.assert_problem(self.call(AA, "POST", f"/committees/{committee}/table/send"), 409, "not_allowed_here")


class Reading(CommitteeTest):
    def graded(self):
        committee = self.committee()
        case, other = self.listed(committee), self.listed(committee, mdph="48")
        self.grade(SW, committee, case, "social", 3, "Logement à quitter")
        self.grade(DR, committee, case, "medical", 1, SECRET)
        self.grade(SW, committee, other, "social", 1)
        return committee, case, other

    def test_a_partner_sees_the_persons_of_its_department_only(self):
        committee, case, other = self.graded()
        for each in (case, other):
            self.consent(each)
        for sent in (False, True):
            if sent:
                self.send_table(committee)
            self.assertEqual([case], self.order("partner_of_12", committee))
            [line] = self.table("partner_of_48", committee)["lines"]
            self.assertEqual((other, 2, None), (line["case"], line["place"], line["difference"]))
            page = self.call("partner_of_48", "GET", f"/committees/{committee}/table").body.decode()
            self.assertNotIn(self.get(CO, f"/cases/{case}")["reference"], page)
            sheet = self.sheet("partner_of_48", f"/committees/{committee}/table.xlsx")
            self.assertEqual(2, len(sheet["rows"]))

    def test_reasons_in_words_are_for_the_medical_and_social_team_and_the_coordinator(self):
        committee, case, _ = self.graded()
        self.consent(case)
        self.send_table(committee)
        for who in (DR, SW, CO, "clinical_psychologist"):
            self.assertEqual(SECRET, self.table(who, committee)["lines"][0]["medical_reason"])
        for who in (AA, "deputy_director", "partner_of_12"):
            line = self.table(who, committee)["lines"][0]
            self.assertEqual((1, None, None), (line["medical_urgency"], line["medical_reason"], line["social_reason"]))
            self.assertNotIn(SECRET.encode(), self.call(who, "GET", f"/committees/{committee}/table").body)
            words = sum(self.sheet(who, f"/committees/{committee}/table.xlsx")["rows"], [])
            self.assertNotIn(SECRET, words)
        for who in ("trainer", "administrator"):
            self.assert_problem(self.call(who, "GET", f"/committees/{committee}/table.json"), 403, "role_not_allowed")

    def test_the_spreadsheet_holds_the_list_with_dates_as_dates(self):
        committee, case, _ = self.graded()
        sheet = self.sheet(CO, f"/committees/{committee}/table.xlsx")
        line = dict(zip(*sheet["rows"][:2]))
        self.assertEqual((1, self.get(CO, f"/cases/{case}")["reference"], 3, SECRET), (
            line["N°"], line["Dossier"], line["Urgence sociale (0 à 3)"], line["Conclusion médicale"]))
        self.assertEqual(f"date {self.today()} dd/mm/yyyy", line["Dossier reçu le"])
        self.assertEqual(("landscape", "$1:$1", 0), (sheet["orientation"], sheet["repeated"], sheet["formulas"]))

    def test_the_pdf_says_whether_it_is_a_draft_or_which_version(self):
        committee, *_ = self.graded()
        self.assertIn("Projet", self.call(CO, "GET", f"/committees/{committee}/table").body.decode())
        self.send_table(committee)
        self.assertIn("Version 1", self.call(CO, "GET", f"/committees/{committee}/table").body.decode())
        pdf = self.call(CO, "GET", f"/committees/{committee}/table.pdf")
        self.assertTrue(pdf.body.startswith(b"%PDF-"))
        self.assertIn("-v1.pdf", pdf.header("content-disposition"))

    def test_every_reading_is_kept_line_by_line(self):
        committee, case, other = self.graded()
        database = Database(socket_of(self.house.server.data_folder))

        def readings(who):
            return {row["case_id"]: row["n"] for row in database.rows(f"""select case_id, count(*) as n
                from reading where login = '{who}' and case_id in ('{case}', '{other}') group by 1""")}
        self.table("partner_of_12", committee)
        self.assertEqual({case: 1}, readings("partner_of_12"))
        self.table(DR, committee), self.sheet(DR, f"/committees/{committee}/table.xlsx")
        self.assertEqual({case: 2, other: 2}, readings(DR))

    def test_another_establishment_knows_nothing_of_it(self):
        committee, *_ = self.graded()
        for path in ("", "/table", "/table.json", "/table.xlsx", "/table.pdf"):
            self.assert_problem(self.call("neighbour_coordinator", "GET", f"/committees/{committee}{path}"), 404,
                                "not_found")
