"""Letters to print and post, letters that came back, and reports to ViaTrajectoire."""
import re
import time

from page import PageTest

PATIENCE_S = 20


class Letters(PageTest):
    def case_with_a_letter(self, name):
        case = self.open_case(name)
        self.house.send("admin_assistant", "POST", f"/api/v1/cases/{case['id']}/events",
                        {"event": "send_first_contact", "data": {}})
        return case, self.prepared_letter(case)

    def prepared_letter(self, case):
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            messages = self.house.send("admin_assistant", "GET", f"/api/v1/messages?case={case['id']}").json()["items"]
            for message in messages:
                if message["kind"] == "letter" and message["status"] == "prepared":
                    return message["id"]
        raise AssertionError("the letter is not prepared")

    def today(self):
        return self.house.send("admin_assistant", "GET", "/api/v1/clock").json()["now"][:10]

    def test_letters_are_chosen_printed_in_one_file_and_noted_as_posted(self):
        letters = [self.case_with_a_letter(f"Postée-{number}") for number in range(2)]
        browser = self.logged_in("admin_assistant")
        browser.get("/courriers")
        for case, letter in letters:
            self.assertIn(f'name="courrier" value="{letter}"', browser.text)
            self.assertIn(f"Jeanne {case['person']['family_name']}", browser.text)
        hidden = browser.hidden("/courriers/impression") | {"courrier": [letter for _, letter in letters]}
        answer = browser.post("/courriers/impression", hidden)
        self.assertEqual((200, "application/pdf"), (answer.status, answer.header("content-type")))
        self.assertEqual(b"%PDF", answer.body[:4])
        browser.post("/courriers/envois", hidden | {"on": self.today()})
        self.assertIn("Envoi enregistré pour 2 courriers sur 2", browser.text)
        browser.get("/courriers")
        for case, letter in letters:
            self.assertNotIn(f'name="courrier" value="{letter}"', browser.text)
            self.assertIn(f'action="/courriers/{letter}/retour"', browser.text)

    def test_each_letter_says_why_it_could_not_be_noted(self):
        _, letter = self.case_with_a_letter("Demain")
        browser = self.logged_in("admin_assistant")
        browser.get("/courriers")
        hidden = browser.hidden("/courriers/impression")
        browser.post("/courriers/envois", hidden | {"courrier": [letter], "on": "2150-01-01"})
        self.assertIn("Envoi enregistré pour 0 courriers sur 1", browser.text)
        self.assertIn("cette date est dans l&apos;avenir", browser.text)
        self.assertEqual(422, browser.post("/courriers/envois", hidden | {"on": self.today()}).status)

    def test_all_can_be_ticked_at_once(self):
        _, letter = self.case_with_a_letter("Cochée")
        browser = self.logged_in("admin_assistant")
        browser.get("/courriers?coches=tous")
        self.assertRegex(browser.text, rf'value="{letter}"[^>]* checked')

    def test_a_letter_that_came_back_is_noted_and_says_what_to_do(self):
        case, letter = self.case_with_a_letter("Revenue")
        browser = self.logged_in("admin_assistant")
        browser.get("/courriers")
        browser.post("/courriers/envois", browser.hidden("/courriers/impression") |
                     {"courrier": [letter], "on": self.today()})
        browser.get("/courriers")
        browser.send(f"/courriers/{letter}/retour", {"on": self.today(), "motif": "N'habite pas à l'adresse"})
        self.assertIn("Le retour du courrier est noté", browser.text)
        self.assertIn("Vérifiez l’adresse auprès de la personne", browser.text)
        browser.send(f"/taches/{letter}/fait", {})
        self.assertNotIn(f'action="/taches/{letter}/fait"', browser.text)
        self.assertIn("<h1>Courriers</h1>", browser.text)

    def test_the_fourteen_days_to_come_are_shown(self):
        browser = self.logged_in("coordinator")
        browser.get("/courriers")
        self.assertGreaterEqual(len(re.findall(r"<dt>(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche) ",
                                               browser.text)), 14)
        self.assertNotIn("Enregistrer l’envoi", browser.text, "posting is the assistant's")

    def test_who_has_nothing_to_do_with_letters_is_turned_away(self):
        for login in ("trainer", "partner_of_12", "administrator"):
            browser = self.logged_in(login)
            self.assertNotIn('href="/courriers"', browser.text)
            for address in ("/courriers", "/transmissions"):
                self.assertEqual(403, browser.get(address).status)


class Transmissions(PageTest):
    def case_to_report(self, name, channel="digital"):
        case = self.open_case(name, channel=channel)
        first = {"digital": {"event": "send_first_contact", "data": {}},
                 "paper": {"event": "search_via_trajectoire", "data": {"found": False}}}
        self.house.send("admin_assistant", "POST", f"/api/v1/cases/{case['id']}/events", first[channel])
        found = self.house.send("admin_assistant", "GET", f"/api/v1/transmissions?case={case['id']}").json()["items"]
        return case, found[0]

    def test_a_report_is_copied_and_confirmed_where_it_stands(self):
        _, report = self.case_to_report("Transmise")
        browser = self.logged_in("admin_assistant")
        browser.get("/transmissions")
        self.assertIn("Jeanne Transmise", browser.text)
        self.assertIn('class="more copy"', browser.text)
        today = self.house.send("admin_assistant", "GET", "/api/v1/clock").json()["now"][:10]
        browser.send(f"/transmissions/{report['id']}/confirmation", {"on": today, "proof": "VT-4711"})
        self.assertIn("La transmission est confirmée", browser.text)
        self.assertIn("preuve : VT-4711", browser.text)
        self.assertNotIn(f"/transmissions/{report['id']}/confirmation", browser.text)

    def test_a_report_waits_until_its_case_is_found(self):
        case, report = self.case_to_report("Enattente", channel="paper")
        self.assertEqual("queued", report["status"])
        browser = self.logged_in("admin_assistant")
        browser.get("/transmissions")
        waiting = browser.text.split('id="en-attente"')[1].split('id="faites"')[0]
        self.assertIn(case["reference"], waiting)
        self.assertNotIn(f"/transmissions/{report['id']}/confirmation", browser.text)

    def test_the_coordinator_reads_and_does_not_confirm(self):
        _, report = self.case_to_report("Lue")
        browser = self.logged_in("coordinator")
        browser.get("/transmissions")
        self.assertIn("Jeanne Lue", browser.text)
        self.assertNotIn(f"/transmissions/{report['id']}/confirmation", browser.text)

    def test_reports_of_another_house_are_not_shown(self):
        self.case_to_report("Chez-nous")
        neighbour = self.browser()
        neighbour.log_in("neighbour", establishment="voisin")
        neighbour.get("/transmissions")
        self.assertNotIn("Chez-nous", neighbour.text)
