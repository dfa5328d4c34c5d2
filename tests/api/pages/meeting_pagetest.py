"""The meeting itself: what is decided on one screen, its date, its minutes."""
import re

from committee_house import RETAINED
from endpoint import AA, CO
from meeting import MeetingTest

DR = "doctor"


class Deciding(MeetingTest):
    def decisions(self, committee):
        browser = self.logged_in(CO)
        browser.get(f"/commissions/{committee}/decisions")
        return browser, re.search(r'action="(/commissions/[^"]+/decisions)"', browser.text).group(1)

    def chosen(self, reference, **data):
        return {f"{field}.{reference}": value for field, value in data.items()}

    def test_a_whole_meeting_is_decided_on_one_screen_and_what_is_refused_stays_as_typed(self):
        committee = self.committee()
        kept, more, bad, untouched = (
            self.listed_as(committee, name) for name in ("Gardée", "Plus", "Refusée", "Autre"))
        browser, address = self.decisions(committee)
        answer = browser.send(address, {"toutes": "oui"} | self.chosen(
            kept[1], outcome="retained", aim="Vérifier un projet", choice="person", rank="2") | self.chosen(
            more[1], outcome="more_information", reason="Un avis médical") | self.chosen(
            bad[1], outcome="retained", aim="But sans origine <b>", rank="1") | self.chosen(
            untouched[1], outcome="", aim="Pas encore"))
        self.assertEqual(422, answer.status)
        self.assertEqual(["retained", "waiting_committee", "on_committee_list", "on_committee_list"],
                         [self.state(case) for case, _ in (kept, more, bad, untouched)])
        self.assertIn("2 enregistrés, 1 refusé.", browser.text)
        self.assertIn("le but de la pré-orientation et l&apos;origine du choix ne sont pas notés",
                      browser.text.replace("&#39;", "&apos;"))
        self.assertIn(f'href="/dossiers/{bad[1]}"', browser.text, "the way out")
        self.assertIn('>But sans origine &lt;b&gt;</textarea>', self.line(browser, bad[1]))
        self.assertRegex(self.line(browser, bad[1]), 'value="retained" selected')
        self.assertIn('>Pas encore</textarea>', self.line(browser, untouched[1]))
        browser.send(address, {"seule": bad[1]} | self.chosen(
            bad[1], outcome="retained", aim="But", choice="both", rank="1") | self.chosen(
            untouched[1], outcome="not_retained", reason="Ne pas encore enregistrer"))
        self.assertEqual(("retained", "on_committee_list"), (self.state(bad[0]), self.state(untouched[0])))
        self.assertIn('>Ne pas encore enregistrer</textarea>', self.line(browser, untouched[1]))

    def test_the_review_of_all_is_opened_in_one_go(self):
        committee = self.committee()
        cases = [self.listed_as(committee, name)[0] for name in ("Ouverte", "Aussi")]
        browser, address = self.decisions(committee)
        browser.send(address.replace("/decisions", "/examen"), {})
        self.assertEqual(["under_review"] * 2, [self.state(case) for case in cases])

    def test_what_the_evaluations_say_stands_in_the_form_and_a_form_sent_twice_decides_once(self):
        committee = self.committee()
        case, reference = self.listed_as(committee, "Évaluée")
        self.grade(DR, committee, case, "medical", 3)
        browser, address = self.decisions(committee)
        self.assertRegex(self.line(browser, reference), rf'name="medical_urgency.{reference}"[^>]* value="3"')
        fields = browser.hidden(address) | {"toutes": "oui"} | self.chosen(
            reference, outcome="not_retained", reason="Autre service")
        self.assertEqual([200, 200], [browser.post(address, fields).status for _ in range(2)])
        events = [entry["event"] for entry in self.walk(CO, f"/cases/{case}/history")]
        self.assertEqual(1, events.count("decide"))

    def test_what_somebody_else_decided_meanwhile_is_said_with_what_was_typed(self):
        committee = self.committee()
        case, reference = self.listed_as(committee, "Devancée")
        browser, address = self.decisions(committee)
        self.act(CO, case, "open_review")
        self.act(CO, case, "decide", RETAINED)
        answer = browser.send(address, {"seule": reference} | self.chosen(
            reference, outcome="not_retained", reason="Décidé trop tard"))
        self.assertEqual((422, "retained"), (answer.status, self.state(case)))
        self.assertIn("Vous aviez saisi : ", browser.text)
        self.assertIn("Décidé trop tard", browser.text)

    def test_bad_input_and_nothing_chosen_are_refused_and_change_nothing(self):
        committee = self.committee()
        case, reference = self.listed_as(committee, "Intacte")
        browser, address = self.decisions(committee)
        typed = self.chosen(reference, outcome="retained", aim="But", choice="person")
        for fields, status in ((typed, 422), ({"toutes": "oui"}, 422),
                               (typed | {"toutes": "oui", "occurred_on": "hier"}, 422),
                               (typed | {"toutes": "oui", f"rank.{reference}": "premier"}, 422),
                               (typed | {"toutes": "oui", f"outcome.{reference}": "sans_suite"}, 422),
                               ({"seule": "9999-9999"}, 404)):
            self.assertEqual(status, browser.send(address, fields).status, fields)
            self.assertEqual("on_committee_list", self.state(case))
            if status == 404:
                browser.get(address)
            self.assertIn(reference, browser.text)

    def test_the_assistant_and_the_doctor_cannot_decide(self):
        committee = self.committee()
        case, reference = self.listed_as(committee, "Protégée")
        for who in (AA, DR):
            browser = self.logged_in(who)
            browser.get(f"/commissions/{committee}")
            self.assertNotIn(">Décider<", browser.text)
            self.assertEqual(403, browser.get(f"/commissions/{committee}/decisions").status)
            answer = browser.post(f"/commissions/{committee}/decisions", browser.hidden("/deconnexion") | {
                "toutes": "oui"} | self.chosen(reference, outcome="retained", aim="But", choice="person"))
            self.assertEqual((403, "on_committee_list"), (answer.status, self.state(case)))

    def test_nobody_sees_the_committee_of_another_house_and_the_administrator_none(self):
        committee = self.committee()
        neighbour = self.browser()
        neighbour.log_in("neighbour_coordinator", establishment="voisin")
        for page in ("", "/envoi", "/decisions", "/compte-rendu", "/liste.pdf"):
            self.assertEqual(404, neighbour.get(f"/commissions/{committee}{page}").status, page)
            self.assertEqual(403, self.logged_in("administrator").get(f"/commissions/{committee}{page}").status)
        self.assertEqual(403, self.logged_in("trainer").get("/commissions").status)
        self.assertNotIn("/commissions", self.logged_in("trainer").text)


class DatesAndMinutes(MeetingTest):
    def test_dates_are_proposed_answered_and_one_is_chosen(self):
        browser = self.logged_in(CO)
        browser.get("/commissions/propositions")
        refused = browser.send("/commissions/propositions", {"dates": ["2026-01-05", ""], "note": "À la mairie"})
        self.assertEqual(422, refused.status)
        self.assertIn("cette date est passée", browser.text)
        self.assertIn(">À la mairie</textarea>", browser.text)
        days = ["2026-06-09", "2026-06-11"]
        browser.send("/commissions/propositions", {"dates": days, "note": "À la mairie"})
        proposal = re.search(r'action="(/commissions/propositions/[^"/]+)/reponses"', browser.text).group(1)
        doctor = self.logged_in(DR)
        doctor.get(proposal)
        doctor.send(f"{proposal}/reponses", {f"le.{days[0]}": "no", f"le.{days[1]}": "if_needed"})
        self.assertIn("doctor : s’il le faut", doctor.text)
        self.assertNotIn("Choisir ce jour", doctor.text)
        browser.get(proposal)
        browser.post(f"{proposal}/choix", browser.hidden(f"{proposal}/choix") | {"date": days[1]})
        self.assertIn(days[1], [item["held_on"] for item in self.walk(CO, "/committees")])
        self.assertIn("La date est choisie : jeudi 11 juin 2026", browser.get(proposal).body.decode())
        for wrong in ("x", "00000000-0000-4000-8000-000000000000"):
            self.assertEqual(404, browser.get(f"/commissions/propositions/{wrong}").status)

    def test_the_minutes_say_who_was_there_and_what_the_files_know(self):
        committee = self.committee(days=0)
        case, reference = self.listed_as(committee, "Consignée")
        self.act(CO, case, "open_review")
        self.act(CO, case, "decide", RETAINED)
        browser = self.logged_in(CO)
        browser.get(f"/commissions/{committee}/compte-rendu")
        address = re.search(r'action="(/commissions/[^"]+/compte-rendu)"', browser.text).group(1)
        refused = browser.send(address, {"role": ["doctor"], "name": [""], "remarks": "Gardé"})
        self.assertEqual(422, refused.status)
        self.assertIn(">Gardé</textarea>", browser.text)
        browser.send(address, {"role": ["doctor", "coordinator"], "name": ["Dr Mazars", "Claire Soulié"],
                               "remarks": "Réunion brève"})
        self.assertIn("Le compte rendu est enregistré", browser.text)
        self.assertIn("Dr Mazars (médecin)", browser.text)
        self.assertRegex(browser.text, f"Consignée.*{reference}.* : Retenu")
        pdf = browser.get(f"{address}.pdf")
        self.assertEqual((200, b"%PDF-"), (pdf.status, pdf.body[:5]))

    def test_minutes_of_a_meeting_that_lies_ahead_are_not_written(self):
        committee = self.committee(days=5)
        browser = self.logged_in(AA)
        browser.get(f"/commissions/{committee}/compte-rendu")
        self.assertIn("Le compte rendu s’écrit après la réunion", browser.text)
        answer = browser.post(f"/commissions/{committee}/compte-rendu", browser.hidden("/deconnexion") | {
            "role": "doctor", "name": "Dr Mazars"})
        self.assertEqual(422, answer.status)
