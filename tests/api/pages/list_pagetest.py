"""The list of files: counts, filters, order, lists kept by a name, files for a spreadsheet, and acting on several."""
import re

from page import PageTest


class Listing(PageTest):
    def test_each_state_shows_how_many_files_it_has_and_the_chosen_one_can_be_taken_away(self):
        self.open_case("Comptée")
        browser = self.logged_in("coordinator")
        browser.get("/dossiers")
        found = re.search(r'href="/dossiers\?etat=notified_digital">[^<]*<span class="number">(\d+)</span>', browser.text)
        listed = self.house.send("coordinator", "GET", "/api/v1/case-counts").json()["open"]
        self.assertEqual({"state": "notified_digital", "count": int(found[1])},
                         next(each for each in listed if each["state"] == "notified_digital"))
        browser.get("/dossiers?etat=notified_digital")
        self.assertRegex(browser.text, r'class="chip chosen" href="/dossiers" aria-current="true"')

    def test_filters_add_up_and_each_can_be_taken_away(self):
        browser = self.logged_in("coordinator")
        browser.get("/dossiers?role=admin_assistant&mdph=12&piece=social_sheet&tri=nom")
        for left in ("role=admin_assistant&amp;piece=social_sheet&amp;tri=nom",
                     "mdph=12&amp;piece=social_sheet&amp;tri=nom",
                     "role=admin_assistant&amp;mdph=12&amp;tri=nom"):
            self.assertIn(f'href="/dossiers?{left}"', browser.text.replace("&#x2F;", "/"))

    def test_a_filter_that_makes_no_sense_is_left_out(self):
        browser = self.logged_in("coordinator")
        answer = browser.get("/dossiers?role=reine&session=pas-une&tri=hasard&retard=peut-%C3%AAtre")
        self.assertEqual(200, answer.status)
        self.assertNotIn("retirer ce filtre", browser.text)

    def test_an_address_typed_with_a_slash_at_its_end_leads_to_its_page(self):
        browser = self.logged_in("coordinator")
        answer = browser.get("/dossiers/")
        self.assertEqual((303, "/dossiers"), (answer.status, dict(answer.headers)["Location"]))
        self.assertEqual(404, browser.get("/dossier/").status)

    def test_a_missing_document_is_looked_for(self):
        paper, digital = self.open_case("Avecpapier", channel="paper"), self.open_case("Sanspapier")
        browser = self.logged_in("coordinator")
        browser.get("/dossiers?piece=rqth_notification")
        self.assertNotIn(paper["reference"], browser.text)
        self.assertIn(digital["reference"], browser.text)

    def test_names_are_in_order_on_every_page_and_in_no_address(self):
        for number in range(60):
            self.open_case(f"Ordre-{number:03}")
        browser, seen = self.logged_in("coordinator"), []
        address = "/dossiers?tri=nom&etat=notified_digital"
        while address:
            browser.get(address)
            seen += re.findall(r"<a href=\"/dossiers/([\d-]+)\">([^<]+)</a></th>", browser.text)
            following = re.search(r'href="(/dossiers\?[^"]*suite=[^"]*)"', browser.text)
            address = following[1].replace("&amp;", "&") if following else None
            if address:
                self.assertIn("tri=nom", address)
        ours = [name for _, name in seen if name.startswith("Jeanne Ordre-")]
        self.assertEqual(sorted(ours), ours)
        self.assertEqual(60, len(ours))
        self.assertEqual(len(seen), len(set(seen)))

    def test_the_nearest_date_comes_first_when_asked(self):
        late = self.open_case("Ancienne", received_on="2025-12-01")
        self.open_case("Nouvelle")
        browser = self.logged_in("coordinator")
        browser.get("/dossiers?tri=echeance&etat=notified_digital")
        lines = re.findall(r"<a href=\"/dossiers/([\d-]+)\">[^<]+</a></th>", browser.text)
        self.assertIn(late["reference"], lines[:3])

    def test_a_list_is_kept_under_a_name_for_its_account_alone_and_can_be_deleted(self):
        browser = self.logged_in("coordinator")
        browser.get("/dossiers?retard=oui&mdph=12")
        browser.send("/dossiers/listes", {"nom": "Retards de l'Aveyron"})
        self.assertIn("La liste est gardée", browser.text)
        browser.get("/dossiers")
        self.assertRegex(browser.text, r'class="chip own" href="/dossiers\?retard=oui&amp;mdph=12">Retards de l')
        other = self.logged_in("deputy_director")
        other.get("/dossiers")
        self.assertNotIn("Retards de l", other.text)
        action = re.search(r'action="(/dossiers/listes/[^"]+/suppression)"', browser.text)[1]
        self.assertEqual(404, other.post(action, {"jeton": other.hidden("/deconnexion")["jeton"]}).status)
        browser.send(action, {})
        self.assertIn("La liste est supprimée", browser.text)
        self.assertNotIn("Retards de l", browser.text)

    def test_a_list_is_downloaded_as_it_is_filtered_and_no_formula_runs(self):
        case = self.open_case("=SOMME(A1)")
        browser = self.logged_in("coordinator")
        browser.get("/dossiers?etat=notified_digital")
        self.assertIn('href="/dossiers.csv?etat=notified_digital"', browser.text)
        answer = browser.get("/dossiers.csv?etat=notified_digital")
        self.assertEqual("text/csv; charset=utf-8", answer.header("content-type"))
        self.assertIn(f'"{case["reference"]}";"\'=SOMME(A1)"', browser.text)
        self.assertEqual({'"notified_digital"'}, {line.split(";")[4] for line in browser.text.splitlines()[1:]})
        sheet = browser.get("/dossiers.xlsx?etat=notified_digital")
        self.assertEqual(b"PK", sheet.body[:2])

    def test_a_partner_counts_and_downloads_only_its_own(self):
        self.open_case("Du-douze")
        partner = self.logged_in("partner_of_48")
        partner.get("/dossiers.csv")
        self.assertNotIn("Du-douze", partner.text)
        self.assertEqual({"open": [], "closed": 0}, self.house.send("partner_of_48", "GET", "/api/v1/case-counts").json())


class Batch(PageTest):
    def ticked(self, *cases, login="admin_assistant"):
        browser = self.logged_in(login)
        browser.get("/dossiers")
        hidden = browser.hidden("/dossiers/lot")
        browser.post("/dossiers/lot", hidden | {"dossier": [case["reference"] for case in cases]})
        return browser

    def form(self, browser, event, cases):
        fields = browser.hidden("/dossiers/lot") | {"dossier": [case["reference"] for case in cases]}
        browser.post("/dossiers/lot", fields | {"evenement": event})
        return browser.hidden("/dossiers/lot") | {"dossier": [case["reference"] for case in cases]}

    def test_one_event_for_several_files_tells_of_each_what_became_of_it(self):
        first, second, sent = (self.open_case(f"Lot-{number}") for number in range(3))
        self.house.send("admin_assistant", "POST", f"/api/v1/cases/{sent['id']}/events",
                        {"event": "send_first_contact", "data": {}})
        cases = (first, second, sent)
        browser = self.ticked(*cases)
        self.assertIn("possible pour 2 sur 3", browser.text)
        fields = self.form(browser, "send_first_contact", cases)
        self.assertIn("pas possible pour l’instant", browser.text)
        browser.post("/dossiers/lot", fields | {"occurred_on": "2026-03-02"})
        self.assertIn("Enregistré pour 2 dossiers sur 3", browser.text)
        self.assertEqual(2, browser.text.count("</span>fait</span>"))
        self.assertEqual(1, browser.text.count("</span>refusé</span>"))
        self.assertIn(f'href="/dossiers/{sent["reference"]}"', browser.text)

    def test_a_batch_sent_twice_repeats_nothing(self):
        cases = [self.open_case(f"Redit-{number}") for number in range(2)]
        browser = self.ticked(*cases)
        fields = self.form(browser, "add_note", cases) | {"kind": "call", "text": "Fermé vendredi", "occurred_on": ""}
        for _ in range(2):
            browser.post("/dossiers/lot", fields)
            self.assertIn("Enregistré pour 2 dossiers sur 2", browser.text)
        for case in cases:
            self.assertEqual(2, self.house.send("coordinator", "GET", f"/api/v1/cases/{case['id']}").json()["revision"])

    def test_what_is_wrong_for_all_brings_the_form_back_with_what_was_typed(self):
        cases = [self.open_case(f"Faux-{number}") for number in range(2)]
        browser = self.ticked(*cases)
        fields = self.form(browser, "add_note", cases) | {"kind": "visit", "text": "", "occurred_on": ""}
        self.assertEqual(422, browser.post("/dossiers/lot", fields).status)
        self.assertIn("Rien n’a été enregistré", browser.text)
        self.assertRegex(browser.text, r'value="visit" selected')

    def test_nothing_ticked_says_so_and_a_foreign_file_is_passed_over(self):
        browser = self.ticked()
        self.assertIn("Aucun dossier n’est coché", browser.text)
        foreign = self.open_case("Étrangère")
        partner = self.logged_in("partner_of_48")
        partner.post("/dossiers/lot", {"jeton": partner.hidden("/deconnexion")["jeton"],
                                       "dossier": [foreign["reference"]]})
        self.assertIn("Aucun dossier n’est coché", partner.text)
