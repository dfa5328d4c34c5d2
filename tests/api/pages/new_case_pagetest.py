"""A new file: opened in one screen, nothing typed lost, and nobody opened twice by mistake."""
import re

from page import PageTest

NEW = "/dossiers/nouveau"


def typed(**fields):
    return {"channel": "digital", "received_on": "2026-03-02", "mdph": "12", "family_name": "Estève",
            "given_name": "Maëlle", "birth_date": "1990-11-03", "address": "3 rue du Pont\n12000 Rodez"} | fields


class NewCase(PageTest):
    def opening(self, login="admin_assistant"):
        browser = self.logged_in(login)
        browser.get(NEW)
        return browser

    def number_of_cases(self, name):
        answer = self.house.send("coordinator", "GET", f"/api/v1/cases?q={name}")
        return len(answer.json()["items"])

    def test_the_assistant_opens_a_file_and_sees_what_is_to_do(self):
        browser = self.opening()
        browser.send(NEW, typed(family_name="Estampes"))
        self.assertIn("Le dossier est ouvert", browser.text)
        self.assertIn("<h1>Maëlle Estampes</h1>", browser.text.replace("Estampes Maëlle", "Maëlle Estampes"))
        self.assertIn("Envoyer le premier courrier", browser.text)
        self.assertIn("3 rue du Pont", browser.text)

    def test_a_paper_notification_brings_its_two_documents(self):
        browser = self.opening()
        browser.send(NEW, typed(family_name="Papier", channel="paper"))
        self.assertIn("2 reçues sur 6", browser.text)
        reference = re.search(r"/dossiers/([\d-]+)/pieces", browser.text)[1]
        browser.get(f"/dossiers/{reference}/pieces")
        self.assertEqual(2, browser.text.count("</span> reçue le"))
        self.assertRegex(browser.text, r"Notification de RQTH</th><td>.*reçue")

    def test_today_is_proposed_for_the_day_it_came_and_nothing_for_the_birth(self):
        browser = self.opening()
        today = self.house.send("admin_assistant", "GET", "/api/v1/clock").json()["now"][:10]
        self.assertRegex(browser.text, rf'name="received_on" value="{today}"')
        self.assertRegex(browser.text, r'name="birth_date" value=""')
        self.assertNotIn('name="channel" value="digital" checked', browser.text)

    def test_what_is_wrong_stands_beside_each_field_and_in_a_summary_and_nothing_typed_is_lost(self):
        browser = self.opening()
        before = self.number_of_cases("Estuaire")
        answer = browser.send(NEW, typed(family_name="Estuaire", mdph="99", email="pas une adresse"))
        self.assertEqual(422, answer.status)
        self.assertIn('role="alert" tabindex="-1" autofocus data-focus', browser.text)
        for field in ("mdph", "email"):
            self.assertIn(f'href="#nouveau-{field}"', browser.text)
            self.assertIn(f'id="nouveau-{field}-erreur"', browser.text)
        self.assertIn('value="Estuaire"', browser.text)
        self.assertIn('value="pas une adresse"', browser.text)
        self.assertRegex(browser.text, r"<details[^>]* open><summary>Téléphone")
        self.assertRegex(browser.text, r'value="digital" checked')
        self.assertEqual(before, self.number_of_cases("Estuaire"))

    def test_what_is_missing_is_named(self):
        browser = self.opening()
        self.assertEqual(422, browser.send(NEW, typed(given_name="", birth_date="")).status)
        for field in ("given_name", "birth_date"):
            self.assertIn(f'id="nouveau-{field}-erreur"', browser.text)

    def test_a_channel_is_chosen_and_never_presumed(self):
        browser = self.opening()
        fields = typed(family_name="Sanscanal")
        del fields["channel"]
        self.assertEqual(422, browser.send(NEW, fields).status)
        self.assertIn('id="nouveau-channel-erreur"', browser.text)

    def test_somebody_of_the_same_name_and_birth_is_shown_before_anything_is_opened(self):
        known = self.open_case("Étiévant-Roux")
        browser = self.opening()
        same = typed(family_name="etievant roux", given_name="JEANNE", birth_date="1984-05-17", phone="0565000000")
        browser.send(NEW, same)
        self.assertIn("déjà un dossier", browser.text)
        self.assertIn(f'href="/dossiers/{known["reference"]}"', browser.text)
        self.assertEqual(1, self.number_of_cases("etievant"))
        browser.send(NEW, {"revenir": "oui"})
        self.assertIn('value="etievant roux"', browser.text)
        self.assertIn("0565000000", browser.text)
        browser.send(NEW, same)
        browser.send(NEW, {"autre_personne": "oui"})
        self.assertIn("Le dossier est ouvert", browser.text)
        self.assertEqual(2, self.number_of_cases("etievant"))

    def test_another_birth_date_is_another_person(self):
        self.open_case("Homonyme")
        browser = self.opening()
        browser.send(NEW, typed(family_name="Homonyme", given_name="Jeanne", birth_date="1984-05-18"))
        self.assertIn("Le dossier est ouvert", browser.text)

    def test_a_form_sent_twice_opens_one_file(self):
        browser = self.opening()
        fields = browser.hidden(NEW) | typed(family_name="Deuxfois")
        first = browser.post(NEW, fields)
        again = browser.post(NEW, fields | {"autre_personne": "oui"})
        self.assertEqual([303, 303], [first.status, again.status])
        self.assertEqual(first.header("location"), again.header("location"))
        self.assertEqual(1, self.number_of_cases("deuxfois"))

    def test_who_may_not_open_is_told_so_and_sees_no_link(self):
        for login in ("trainer", "partner_of_12"):
            browser = self.logged_in(login)
            browser.get("/dossiers")
            self.assertNotIn(NEW, browser.text)
            self.assertEqual(403, browser.get(NEW).status)
        assistant = self.logged_in("admin_assistant")
        for address in ("/", "/dossiers"):
            assistant.get(address)
            self.assertIn(f'href="{NEW}"', assistant.text)

    def test_twins_of_another_house_are_not_shown(self):
        self.open_case("Ailleurs")
        neighbour = self.browser()
        neighbour.log_in("neighbour", establishment="voisin")
        neighbour.get(NEW)
        neighbour.send(NEW, typed(family_name="Ailleurs", given_name="Jeanne", birth_date="1984-05-17"))
        self.assertIn("Le dossier est ouvert", neighbour.text)
