"""A committee as it is prepared: who is listed, graded, agreed, and the list that is sent."""
from endpoint import AA, CO
from meeting import MeetingTest

DR, SW = "doctor", "social_worker"


class Committees(MeetingTest):
    def test_a_coordinator_fixes_a_committee_and_everybody_concerned_finds_it_with_its_files(self):
        browser = self.logged_in(CO)
        browser.get("/commissions")
        day = self.today(203)
        browser.send("/commissions", {"held_on": day})
        self.assertIn("La commission est fixée", browser.text)
        committee = next(item["id"] for item in self.walk(CO, "/committees") if item["held_on"] == day)
        self.listed_as(committee, "Trouvée")
        doctor = self.logged_in(DR)
        doctor.get("/commissions")
        self.assertIn(f'href="/commissions/{day}"', doctor.text)
        self.assertIn("1 dossier<", doctor.text)
        self.assertEqual(200, doctor.get(f"/commissions/{day}").status)
        self.assertIn("Trouvée", doctor.text)

    def test_two_committees_of_one_day_are_named_by_their_identifiers(self):
        first, second = self.committee(days=207), self.committee(days=207)
        browser = self.logged_in(CO)
        browser.get("/commissions")
        for committee in (first, second):
            self.assertIn(f'href="/commissions/{committee}"', browser.text)
            self.assertEqual(200, browser.get(f"/commissions/{committee}").status)
            browser.get("/commissions")
        self.assertEqual(404, browser.get(f"/commissions/{self.today(207)}").status)

    def test_a_day_that_is_none_is_refused_beside_its_field(self):
        browser = self.logged_in(CO)
        browser.get("/commissions")
        before = len(self.walk(CO, "/committees"))
        self.assertEqual(422, browser.send("/commissions", {"held_on": "2026-02-30"}).status)
        self.assertIn('id="held_on-erreur"', browser.text)
        self.assertEqual(before, len(self.walk(CO, "/committees")))

    def test_waiting_files_are_listed_in_one_go_and_one_is_taken_off_with_a_reason(self):
        committee = self.committee()
        cases = [self.waiting(name) for name in ("Inscrite", "Retirée")]
        page = f"/commissions/{committee}"
        browser = self.logged_in(AA)
        browser.get(page)
        browser.send(self.address_of(browser, "/inscriptions"), {"dossier": [reference for _, reference in cases]})
        self.assertIn("Les dossiers cochés sont inscrits", browser.text)
        self.assertEqual(["on_committee_list"] * 2, [self.state(case) for case, _ in cases])
        taken, reference = cases[1]
        refused = browser.send(self.address_of(browser, "/retraits"), {"dossier": reference, "reason": ""})
        self.assertEqual((422, "on_committee_list"), (refused.status, self.state(taken)))
        browser.send(self.address_of(browser, "/retraits"), {"dossier": reference, "reason": "Demande un report"})
        self.assertEqual("waiting_committee", self.state(taken))
        self.assertNotIn(f'id="dossier-{reference}"', browser.text)

    def test_the_doctor_grades_from_the_list_and_sees_the_order_change(self):
        committee = self.committee()
        (_, first), (_, second) = self.listed_as(committee, "Première"), self.listed_as(committee, "Seconde")
        browser = self.logged_in(DR)
        browser.get(f"/commissions/{committee}")
        self.assertIn("Manque : urgence médicale à évaluer", browser.text.replace("</span> ", ""))
        self.assertNotIn(f'name="social_urgency.{first}"', browser.text)
        browser.send(self.address_of(browser, "/evaluations"),
                     {f"medical_urgency.{second}": "3", f"medical_reason.{second}": "Soins en cours"})
        self.assertIn("3 sur 3 : Soins en cours", self.line(browser, second))
        self.assertLess(browser.text.index(f'id="dossier-{second}"'), browser.text.index(f'id="dossier-{first}"'))

    def test_a_grade_without_its_reason_is_refused_and_the_others_typed_are_kept(self):
        committee = self.committee()
        (case, first), (_, second) = self.listed_as(committee, "Sans"), self.listed_as(committee, "Avec")
        browser = self.logged_in(SW)
        browser.get(f"/commissions/{committee}")
        answer = browser.send(self.address_of(browser, "/evaluations"), {
            f"social_urgency.{first}": "2", f"social_reason.{first}": "",
            f"social_urgency.{second}": "1", f"social_reason.{second}": "Logée chez des proches"})
        self.assertEqual(422, answer.status)
        self.assertRegex(self.line(browser, first), 'value="2" selected')
        self.assertIn('class="error"', self.line(browser, first))
        self.assertIn("1 sur 3 : Logée chez des proches", self.line(browser, second))
        urgencies = {line["case"]: line["social_urgency"] for line in self.table(CO, committee)["lines"]}
        self.assertIsNone(urgencies[case])

    def test_who_may_not_grade_has_no_form_and_is_refused(self):
        committee = self.committee()
        _, reference = self.listed_as(committee, "Réservée")
        browser = self.logged_in(AA)
        browser.get(f"/commissions/{committee}")
        self.assertNotIn("medical_urgency.", browser.text)
        token = browser.hidden("/deconnexion")
        answer = browser.post(f"/commissions/{committee}/evaluations", token | {f"medical_urgency.{reference}": "3"})
        self.assertEqual(403, answer.status)

    def test_the_consent_of_the_person_is_noted_and_opens_the_urgency_to_the_partner(self):
        committee = self.committee()
        case, reference = self.listed_as(committee, "Consultée")
        self.grade(SW, committee, case, "social", 2, "Sans ressources")
        partner, browser = self.logged_in("partner_of_12"), self.logged_in(AA)
        partner.get(f"/commissions/{committee}")
        self.assertNotIn("2 sur 3", self.line(partner, reference))
        browser.get(f"/commissions/{committee}")
        browser.send(self.address_of(browser, "/accords"),
                     {"dossier": reference, "consent": "given", "way": "oral", "on": self.today()})
        self.assertIn("donné : la MDPH lit l’urgence", self.line(browser, reference))
        partner.get(f"/commissions/{committee}")
        self.assertIn("2 sur 3", self.line(partner, reference))
        self.assertNotIn("Sans ressources", partner.text)

    def test_the_list_is_sent_frozen_and_read_as_papers(self):
        committee = self.committee()
        _, reference = self.listed_as(committee, "Envoyée")
        browser = self.logged_in(AA)
        browser.get(f"/commissions/{committee}/envoi")
        self.assertIn("1 dossier du département 12, et l’urgence de 0 personne", browser.text)
        browser.send(self.address_of(browser, "/envoi"), {})
        self.assertIn("Version 1, envoyée le", browser.text)
        self.assertIn("La liste est figée", browser.text)
        pdf = browser.get(f"/commissions/{committee}/liste.pdf?version=1")
        self.assertEqual((200, b"%PDF-"), (pdf.status, pdf.body[:5]))
        self.assertEqual(b"PK", browser.get(f"/commissions/{committee}/liste.xlsx?version=1").body[:2])
        for version in ("2", "x", "1&x=%2e%2e"):
            self.assertIn(browser.get(f"/commissions/{committee}/liste.pdf?version={version}").status, (200, 404, 422))
        self.assertEqual(404, browser.get(f"/commissions/{committee}/liste.pdf?version=2").status)
        stranger = self.logged_in("partner_of_48")
        stranger.get(f"/commissions/{committee}/envoi")
        self.assertNotIn("À qui la liste irait", stranger.text)
        stranger.get(f"/commissions/{committee}")
        self.assertNotIn(reference, stranger.text)
