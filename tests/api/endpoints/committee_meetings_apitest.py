"""Dates proposed, answered and chosen; minutes, with the decisions that the cases know."""
import datetime
import tempfile

from committee_house import DR, RETAINED, SW, CommitteeTest
from endpoint import AA, CO, NOBODY, day
from house import FIRST
from psql import Database, socket_of


class MeetingTest(CommitteeTest):
    def opening_day(self, days):
        """That day, or the next one that is neither of a week-end nor at the turn of the year."""
        found = day(self.today(days))
        while found.weekday() >= 5 or (found.month, found.day) in ((1, 1), (5, 1), (5, 8), (7, 14), (8, 15)):
            found += datetime.timedelta(days=1)
        return found.isoformat()

    def saturday(self):
        found = day(self.today(20))
        return (found + datetime.timedelta(days=(5 - found.weekday()) % 7)).isoformat()


class Dates(MeetingTest):
    def proposal(self, *days, **more):
        dates = [self.opening_day(days) for days in (days or (20, 27))]
        answer = self.call(AA, "POST", "/committee-proposals", {"dates": dates} | more)
        self.assertEqual(201, answer.status, answer.body)
        return answer.json()["id"], dates

    def answer(self, who, proposal, **answers):
        body = {"answers": [{"on": on, "answer": given} for on, given in answers.items()]}
        answer = self.call(who, "POST", f"/committee-proposals/{proposal}/answers", body)
        self.assertEqual(200, answer.status, answer.body)
        return {each["on"]: each for each in answer.json()["dates"]}

    def test_members_answer_each_date_and_the_last_answer_counts(self):
        proposal, (first, second) = self.proposal(note="Salle du bas")
        self.answer(DR, proposal, **{first: "no", second: "yes"})
        self.answer(SW, proposal, **{first: "if_needed"})
        dates = self.answer(DR, proposal, **{first: "yes"})
        self.assertEqual((1, 1, 0), tuple(dates[first][key] for key in ("yes", "if_needed", "no")))
        self.assertEqual([{"login": DR, "name": DR, "answer": "yes"}], dates[second]["answers"])
        self.assertEqual("Salle du bas", self.get("partner_of_12", f"/committee-proposals/{proposal}")["note"])
        self.assertIn(proposal, [each["id"] for each in self.walk(CO, "/committee-proposals", 1)])

    def test_the_chosen_date_becomes_a_committee_once(self):
        proposal, (first, second) = self.proposal()
        address = f"/committee-proposals/{proposal}/choice"
        chosen = self.call(CO, "POST", address, {"date": second}).json()
        self.assertEqual(second, chosen["chosen_on"])
        self.assertEqual(second, self.get(CO, f"/committees/{chosen['committee']}")["held_on"])
        self.assertEqual(chosen, self.call(CO, "POST", address, {"date": second}).json())
        self.assert_problem(self.call(CO, "POST", address, {"date": first}), 409, "not_allowed_here")
        late = self.call(DR, "POST", f"/committee-proposals/{proposal}/answers",
                         {"answers": [{"on": first, "answer": "yes"}]})
        self.assert_problem(late, 409, "not_allowed_here")

    def test_only_days_on_which_the_establishment_is_open_are_proposed(self):
        good = self.opening_day(20)
        for dates, pointer, words in (
                ([good, self.saturday()], "/dates/1", "samedi"), ([self.today()], "/dates/0", "passée"),
                (["2027-01-01"], "/dates/0", "jour de l"), ([good, good], "/dates/1", "déjà proposée"),
                (["demain"], "/dates/0", "AAAA"), ([], "/dates", "liste"), ([good] * 13, "/dates", "liste")):
            answer = self.call(AA, "POST", "/committee-proposals", {"dates": dates})
            self.assert_problem(answer, 422, "invalid_data")
            found = {error["pointer"]: error["message"] for error in answer.json()["errors"]}
            self.assertIn(pointer, found)
            self.assertIn(words, found[pointer])

    def test_a_closure_of_the_house_is_no_day_either(self):
        closed = self.opening_day(40)
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write(f"{closed};{closed};inventaire\n")
            file.flush()
            self.house.server.command("setting", "calendar", "--establishment", "voisin", "--closures", file.name)
        answer = self.call("neighbour", "POST", "/committee-proposals", {"dates": [closed]})
        self.assert_problem(answer, 422, "invalid_data")
        self.assertIn("inventaire", answer.json()["errors"][0]["message"])

    def test_what_is_no_answer_is_refused_with_its_place(self):
        proposal, (first, _) = self.proposal()
        address = f"/committee-proposals/{proposal}/answers"
        for answers, pointer in (([], "/answers"), ([{"on": first, "answer": "maybe"}], "/answers/0/answer"),
                                 ([{"on": self.today(1), "answer": "yes"}], "/answers/0/on"),
                                 ([{"on": first, "answer": "yes"}, 3], "/answers/1"),
                                 ([{"on": first}], "/answers/0/answer")):
            answer = self.call(DR, "POST", address, {"answers": answers})
            self.assert_problem(answer, 422, "invalid_data")
            self.assertIn(pointer, answer.pointers())
        self.assert_problem(self.call(CO, "POST", f"/committee-proposals/{proposal}/choice", {"date": self.today(1)}),
                            422, "invalid_data")
        self.assert_problem(self.call(DR, "POST", "/committee-proposals", {"dates": [first]}), 403, "role_not_allowed")
        self.assert_problem(self.call("trainer", "POST", address, {"answers": []}), 403, "role_not_allowed")
        self.assert_problem(self.call(CO, "GET", f"/committee-proposals/{NOBODY}"), 404, "not_found")
        self.assert_problem(self.call("neighbour", "GET", f"/committee-proposals/{proposal}"), 404, "not_found")

    def test_the_emails_name_the_dates_and_not_the_note(self):
        if "doctor_by_mail" not in self.house.tokens:
            self.house.add_account("doctor_by_mail", "doctor", "--email", "docteur@exemple.example",
                                   establishment=FIRST)
        proposal, dates = self.proposal(note="Pour Mme Soulier")
        [mail] = [row for row in Database(socket_of(self.house.server.data_folder)).rows(
            f"""select template, details from message where details ->> 'proposal' = '{proposal}'
                and details ->> 'login' = 'doctor_by_mail'""")]
        self.assertEqual(("committee_dates", [{"on": on} for on in dates]), (
            mail["template"], mail["details"]["proposed"]))
        self.assertNotIn("Soulier", str(mail))
        self.call(CO, "POST", f"/committee-proposals/{proposal}/choice", {"date": dates[0]})
        self.call(CO, "POST", f"/committee-proposals/{proposal}/choice", {"date": dates[0]})
        [told] = [row for row in Database(socket_of(self.house.server.data_folder)).rows(
            f"""select details from message where template = 'committee_fixed'
                and details ->> 'proposal' = '{proposal}' and details ->> 'login' = 'doctor_by_mail'""")]
        self.assertEqual(dates[0], told["details"]["on"])


class Minutes(MeetingTest):
    PRESENT = [{"role": "coordinator", "name": "Claire Soulié"}, {"role": "doctor", "name": "Paul Mazars"}]

    def held(self):
        """A committee of today that decided on three cases, one of them of another department."""
        committee = self.committee(days=0)
        retained, asked = self.listed(committee), self.listed(committee)
        refused, open_still = self.listed(committee, mdph="48"), self.listed(committee)
        self.results(CO, f"/committees/{committee}/decisions", {"decisions": [
            {"case": retained, "data": RETAINED | {"rank": 1}},
            {"case": asked, "data": {"outcome": "more_information", "reason": "Un avis manque"}},
            {"case": refused, "data": {"outcome": "not_retained", "reason": "Autre service"}}]})
        return committee, retained, asked, refused, open_still

    def record(self, committee, **body):
        return self.call(AA, "PUT", f"/committees/{committee}/minutes", {"present": self.PRESENT} | body)

    def test_they_hold_the_decisions_of_the_meeting_even_of_cases_that_left_its_list(self):
        committee, retained, asked, refused, open_still = self.held()
        answer = self.record(committee, remarks="Séance courte")
        self.assertEqual(200, answer.status, answer.body)
        outcomes = {each["case"]: each["outcome"] for each in answer.json()["decisions"]}
        self.assertEqual({retained: "retained", asked: "more_information", refused: "not_retained",
                          open_still: None}, outcomes)
        motive = {each["case"]: each["motive"] for each in answer.json()["decisions"]}[asked]
        self.assertEqual(("Un avis manque", self.PRESENT), (motive, answer.json()["present"]))

    def test_a_decision_that_a_correction_took_back_is_not_in_them(self):
        committee, retained, *_ = self.held()
        revision = self.get(CO, f"/cases/{retained}")["revision"]
        self.call(CO, "POST", f"/cases/{retained}/corrections", {"back_to": revision - 1, "reason": "Erreur"})
        decisions = {each["case"]: each["outcome"] for each in self.record(committee).json()["decisions"]}
        self.assertIsNone(decisions[retained])

    def test_each_change_is_a_further_version(self):
        committee, *_ = self.held()
        versions = [self.record(committee, remarks=words).json()["version"] for words in ("a", "a", "b")]
        self.assertEqual([1, 1, 2], versions)

    def test_a_partner_reads_its_own_persons_and_no_remarks(self):
        committee, _, _, refused, _ = self.held()
        self.record(committee, remarks="Parlé de Mme Soulier")
        seen = self.get("partner_of_48", f"/committees/{committee}/minutes.json")
        self.assertEqual(([refused], None), ([each["case"] for each in seen["decisions"]], seen["remarks"]))
        page = self.call("partner_of_48", "GET", f"/committees/{committee}/minutes").body.decode()
        self.assertNotIn("Parlé", page)
        self.assertIn("Parlé", self.call(DR, "GET", f"/committees/{committee}/minutes").body.decode())
        self.assertTrue(self.call(CO, "GET", f"/committees/{committee}/minutes.pdf").body.startswith(b"%PDF-"))

    def test_what_are_no_minutes_is_refused(self):
        ahead, committee = self.committee(), self.held()[0]
        self.assert_problem(self.record(ahead), 409, "not_allowed_here")
        self.assert_problem(self.record(NOBODY), 404, "not_found")
        self.assert_problem(self.call(CO, "GET", f"/committees/{committee}/minutes.json"), 404, "not_found")
        for body, pointer in (({"present": []}, "/present"),
                              ({"present": [{"role": "x", "name": "y"}]}, "/present/0/role"),
                              ({"present": [{"role": "doctor"}]}, "/present/0/name"), ({"decided": 1}, "/decided")):
            answer = self.record(committee, **body)
            self.assert_problem(answer, 422, "invalid_data")
            self.assertIn(pointer, answer.pointers())
        self.assert_problem(self.call(DR, "PUT", f"/committees/{committee}/minutes", {"present": self.PRESENT}), 403,
                            "role_not_allowed")
