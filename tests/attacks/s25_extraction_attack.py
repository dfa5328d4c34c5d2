"""S25, mass extraction: one account with every right to read reads file after file. Those who answer for the house hear
of it, and there is an end to it. What was read before is entered as the program enters it, for files that exist."""
from attack import AttackTest
from committee_house import CO, DR, CommitteeTest

ALERTED_AT, AT_MOST = 150, 400


class Extraction(AttackTest, CommitteeTest):
    def setUp(self):
        super().setUp()
        self.advance(minutes=11)  # nobody has read anything lately
        self.case = self.retained(self.committee(days=0), medical_urgency=1, social_urgency=1)

    def others(self, number):
        known = [row["id"] for row in self.database.rows(
            f"""select id from "case" where establishment = (select establishment from "case" where id = '{self.case}')
                and id <> '{self.case}' limit {number}""")]
        return known + [self.open_case() for _ in range(number - len(known))]

    def has_read(self, login, number):
        values = ", ".join(f"('{case}'::uuid)" for case in self.others(number))
        self.database.run(
            f"""insert into reading (establishment, at, login, case_id, template, facts)
                select c.establishment, jalon_now(), '{login}', c.id, 'case', array['medical_urgency']
                from (values {values}) as read (id) join "case" c using (id)""")

    def tasks_to_look_into_it(self):
        return [task for task in self.walk(CO, "/tasks") if task["kind"] == "reading_pace"]

    def read(self, login=DR):
        return self.house.send(login, "GET", f"/api/v1/cases/{self.case}")

    def test_S25_many_files_read_by_one_account_alert_and_then_are_refused_until_it_is_over(self):
        self.has_read(DR, ALERTED_AT - 2)
        self.assertEqual(200, self.read().status)
        self.assertEqual([], self.tasks_to_look_into_it(), "149 files alert nobody")
        self.has_read(DR, ALERTED_AT)
        self.assertEqual([200, 200], [self.read().status, self.read().status])
        tasks = self.tasks_to_look_into_it()
        self.assertEqual(1, len(tasks), tasks)
        self.assertIn("a lu 151 dossiers en dix minutes", tasks[0]["label"])
        self.has_read(DR, AT_MOST)
        self.assertEqual((429, "throttled"), (self.read().status, self.read().problem))
        self.assertEqual(200, self.read(CO).status, "others read on")
        self.advance(minutes=11)
        self.assertEqual(200, self.read().status)
        self.assertEqual(1, len(self.tasks_to_look_into_it()), "one a day is enough")
