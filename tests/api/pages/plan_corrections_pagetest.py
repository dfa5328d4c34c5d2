"""« Corriger » on the page of a committee or a session: by forms alone, and why not where it cannot be."""
from endpoint import AA, CO
from meeting import MeetingTest


class Corrections(MeetingTest):
    def correction(self, browser):
        """What « Corriger » holds."""
        self.assertIn('id="corriger"', browser.text)
        return browser.text.split('id="corriger"')[1].split("</details>")[0]

    def test_a_committee_with_nobody_gets_another_day_and_is_then_removed(self):
        committee = self.committee(days=223)
        browser = self.logged_in(CO)
        browser.get(f"/commissions/{committee}")
        browser.send(self.address_of(browser, "/correction"), {"held_on": self.today(224)})
        self.assertIn("La commission a un autre jour", browser.text)
        self.assertIn(f'value="{self.today(224)}"', self.correction(browser))
        browser.send(self.address_of(browser, "/suppression"), {})
        self.assertIn("La commission est supprimée", browser.text)
        self.assertNotIn(committee, [item["id"] for item in self.walk(CO, "/committees")])

    def test_a_day_that_is_none_is_refused_beside_its_field_and_stays_typed(self):
        committee = self.committee(days=225)
        browser = self.logged_in(CO)
        browser.get(f"/commissions/{committee}")
        self.assertEqual(422, browser.send(self.address_of(browser, "/correction"), {"held_on": "2026-02-30"}).status)
        self.assertIn('value="2026-02-30"', self.correction(browser))
        self.assertIn('class="error"', self.correction(browser))

    def test_a_committee_with_files_says_why_it_stays(self):
        committee = self.committee(days=227)
        self.listed_as(committee, "Inscrite")
        browser = self.logged_in(CO)
        browser.get(f"/commissions/{committee}")
        shown = self.correction(browser)
        self.assertEqual(1, shown.count("1 dossier y est inscrit"))
        self.assertNotIn("<form", shown)
        late = browser.post(f"/commissions/{committee}/suppression", browser.hidden(self.any_form(browser)))
        self.assertEqual(409, late.status)

    def any_form(self, browser):
        return browser.text.split('action="')[1].split('"')[0]

    def test_a_session_is_corrected_as_far_as_its_seats_allow(self):
        session = self.session(days=229, capacity=4)
        browser = self.logged_in(CO)
        browser.get(f"/sessions/{session}")
        typed = {"entry_on": self.today(230), "weeks": "12", "capacity": "5", "pre_reception_on": self.today(200)}
        browser.send(self.address_of(browser, "/correction"), typed)
        self.assertIn("La session est corrigée", browser.text)
        self.assertIn("5 places, 0 prise, 5 libres", browser.text)
        refused = browser.send(self.address_of(browser, "/correction"), typed | {"pre_reception_on": self.today(231)})
        self.assertEqual(422, refused.status)
        self.assertIn(f'value="{self.today(231)}"', self.correction(browser))
        self.seated_as(session, "Placée")
        browser.get(f"/sessions/{session}")
        shown = self.correction(browser)
        self.assertIn("1 place y est prise", shown)
        self.assertNotIn('name="entry_on"', shown)
        self.assertNotIn("Supprimer", shown)
        browser.send(self.address_of(browser, "/correction"), {"capacity": "6", "pre_reception_on": ""})
        self.assertIn("6 places, 1 prise, 5 libres", browser.text)
        known = next(item for item in self.walk(CO, "/sessions") if item["id"] == session)
        self.assertEqual((self.today(230), None), (known["entry_on"], known["pre_reception_on"]))

    def test_an_empty_session_is_removed(self):
        session = self.session(days=233)
        browser = self.logged_in(CO)
        browser.get(f"/sessions/{session}")
        browser.send(self.address_of(browser, "/suppression"), {})
        self.assertIn("La session est supprimée", browser.text)
        self.assertNotIn(session, [item["id"] for item in self.walk(CO, "/sessions")])

    def test_nobody_but_the_coordinator_of_the_house_corrects(self):
        plans = f"/commissions/{self.committee(days=235)}", f"/sessions/{self.session(days=235)}"
        neighbour = self.browser()
        neighbour.log_in("neighbour_coordinator", establishment="voisin")
        assistant = self.logged_in(AA)
        for page in plans:
            assistant.get(page)
            self.assertNotIn("Corriger", assistant.text)
            for act in ("/correction", "/suppression"):
                self.assertEqual(403, assistant.post(page + act, {}).status)
                self.assertNotIn(neighbour.post(page + act, {}).status, (200, 303))
