"""Réglages: what the administrator sets, who else may, and that nothing of a case is seen there."""
import html
import itertools
import re

from page import PageTest

NUMBERS = itertools.count(1)
EVERY = ("comptes", "jetons", "modeles", "signataires", "delais", "fermetures", "conservation", "connexion")
ADMIN = "administrator"


class SettingsTest(PageTest):
    def at(self, address, login=ADMIN):
        browser = self.logged_in(login)
        self.assertEqual(200, browser.get(address).status, browser.text)
        return browser


class WhoMay(SettingsTest):
    def test_each_role_finds_what_it_may_set_and_nothing_else(self):
        for login, allowed in ((ADMIN, EVERY), ("coordinator", ("delais", "fermetures")), ("trainer", ()),
                               ("deputy_director", ("signataires", "delais", "fermetures", "conservation"))):
            browser = self.logged_in(login)
            for name in EVERY:
                status = browser.get(f"/reglages/{name}").status
                self.assertEqual(200 if name in allowed else 403, status, f"{login} {name}")
            self.assertEqual(200 if allowed else 403, browser.get("/reglages").status)
            shown = set(re.findall(r'<a href="/reglages/(\w+)"', browser.text)) if allowed else set()
            self.assertEqual(set(allowed), shown)

    def test_the_administrator_starts_at_the_settings_and_sees_no_case(self):
        case = self.open_case(family_name="Invisible")
        browser = self.logged_in(ADMIN)
        self.assertIn("<h1>Réglages</h1>", browser.text)
        self.assertNotIn('href="/dossiers"', browser.text)
        self.assertNotIn("recherche-rapide", browser.text)
        browser.get(f"/dossiers/{case['reference']}")
        self.assertNotIn("Invisible", browser.text)


class Accounts(SettingsTest):
    def fields(self, **more):
        return {"login": f"nouveau{next(NUMBERS)}", "name": "Lucie Martin", "roles": ["trainer", "referent"]} | more

    def page_of(self, login):
        return "/reglages" + self.house.account_path(login).replace("accounts", "comptes")

    def test_an_account_is_made_with_a_password_shown_once_and_found_in_the_list(self):
        browser, fields = self.at("/reglages/nouveau-compte"), self.fields()
        browser.send("/reglages/nouveau-compte", fields)
        password = re.search(r"<code>([a-z2-9-]{24})</code>", browser.text)[1]
        self.assertEqual(200, self.browser().log_in(fields["login"], password).status)
        browser.get("/reglages/comptes")
        self.assertIn(f'href="{self.page_of(fields["login"])}">Lucie Martin</a>', browser.text)
        self.assertNotRegex(browser.text, f'href="[^"]*{fields["login"]}', "no login in an address")
        self.assertNotIn(password, browser.text)

    def test_what_does_not_fit_stands_beside_its_field_and_what_was_typed_stays(self):
        browser = self.at("/reglages/nouveau-compte")
        answer = browser.send("/reglages/nouveau-compte", self.fields(login="a b", email="x", name="<b>Lucie"))
        self.assertEqual(422, answer.status)
        text = html.unescape(browser.text)
        self.assertIn('href="#champ-login"', text)
        self.assertIn("cette adresse électronique n'a pas la forme attendue", text)
        self.assertIn("&lt;b&gt;Lucie", browser.text)
        self.assertEqual(2, browser.text.count("checked"), "the roles that were ticked")

    def test_it_is_amended_disabled_and_enabled_again(self):
        fields = self.fields(password="quatre mots sans rapport")
        browser = self.at("/reglages/nouveau-compte")
        browser.send("/reglages/nouveau-compte", fields)
        page = self.page_of(fields["login"])
        browser.send(page, {"name": "Lucie Durand", "roles": ["doctor"]})
        self.assertIn("<h1>Lucie Durand</h1>", browser.text)
        self.assertIn("Le compte est enregistré", browser.text)
        browser.send(page + "/desactivation", {})
        self.assertIn("Le compte est désactivé", browser.text)
        self.assertEqual(422, self.browser().log_in(fields["login"], fields["password"]).status)
        browser.send(page + "/reactivation", {})
        self.assertEqual(200, self.browser().log_in(fields["login"], fields["password"]).status)
        for words in ("Compte créé", "Nom, adresse ou rôles changés", "Compte désactivé", "Compte réactivé"):
            self.assertIn(words, browser.text)

    def test_a_new_password_is_shown_once(self):
        fields = self.fields(password="quatre mots sans rapport")
        browser = self.at("/reglages/nouveau-compte")
        browser.send("/reglages/nouveau-compte", fields)
        browser.send(self.page_of(fields["login"]) + "/mot-de-passe", {})
        password = re.search(r"<code>([a-z2-9-]{24})</code>", browser.text)[1]
        self.assertEqual(200, self.browser().log_in(fields["login"], password).status)

    def test_one_does_not_disable_oneself_nor_an_account_next_door(self):
        page = self.page_of(ADMIN)
        browser = self.at(page)
        self.assertNotIn("Désactiver le compte", browser.text)
        token = browser.hidden(page)
        self.assertEqual(409, browser.post(page + "/desactivation", token).status)
        for name in (self.house.id_next_door("neighbour"), "neighbour", ADMIN):
            self.assertEqual(404, browser.get(f"/reglages/comptes/{name}").status)
            self.assertEqual(404, browser.post(f"/reglages/comptes/{name}/desactivation", token).status)


class Tokens(SettingsTest):
    def test_a_token_is_shown_once_used_and_revoked(self):
        browser = self.at("/reglages/jetons")
        browser.send("/reglages/jetons", {"login": "coordinator", "name": "import du soir", "days": "30"})
        token = re.search(r"<code>(jalon_[0-9a-f]{64})</code>", browser.text)[1]
        self.house.tokens["import"] = token
        self.assertEqual(200, self.house.send("import", "GET", "/api/v1/committees").status)
        browser.get("/reglages/jetons")
        self.assertNotIn(token, browser.text)
        row = re.search(r'import du soir</th>.*?action="([^"]+/revocation)"', browser.text, re.S)
        self.assertNotIn("jamais", row[0])
        browser.send(row[1], {})
        self.assertIn("Le jeton est révoqué", browser.text)
        self.assertNotIn("import du soir</th>", browser.text)

    def test_what_does_not_fit_is_refused_in_words(self):
        browser = self.at("/reglages/jetons")
        self.assertEqual(422, browser.send("/reglages/jetons", {"login": "", "name": "x", "days": "beaucoup"}).status)
        for field in ("champ-login", "champ-days"):
            self.assertIn(f'href="#{field}"', browser.text)


class Templates(SettingsTest):
    def test_every_template_is_listed_under_its_kind_with_its_subject(self):
        browser = self.at("/reglages/modeles")
        names = re.findall(r'href="/reglages/modeles/(\w+)">([^<]+)</a>', browser.text)
        self.assertGreater(len(names), 20)
        for name, label in names:
            self.assertNotEqual(name, label)
            self.assertNotIn("{{", label)
        for kind in ("Courriers", "Courriels", "Documents et listes"):
            self.assertIn(f"<h2>{kind}</h2>", browser.text)

    def text_of(self, browser):
        return html.unescape(re.search(r"<textarea[^>]*>(.*?)</textarea>", browser.text, re.S)[1])

    def test_a_text_is_kept_as_a_version_and_the_shipped_one_comes_back(self):
        page = "/reglages/modeles/retained_waiting"
        browser = self.at(page)
        shipped = self.text_of(browser)
        own = shipped.replace("\n", "\r\n").replace("Madame", "Chère Madame", 1) + "\r\n<p>Merci de votre patience.</p>"
        browser.send(page, {"text": own})
        self.assertIn("Votre texte, version 1", browser.text)
        self.assertIn("Merci de votre patience.", self.text_of(browser))
        self.assertNotIn("\r", self.text_of(browser))
        browser.send(page + "/texte-fourni", {})
        self.assertIn("Texte fourni avec Jalon", browser.text)
        self.assertIn("retour au texte fourni", browser.text)
        self.assertEqual(shipped.strip(), self.text_of(browser).strip())

    def test_a_line_that_is_wrong_is_refused_with_its_reason_and_what_was_typed_stays(self):
        page = "/reglages/modeles/reminder"
        browser = self.at(page)
        broken = self.text_of(browser) + "\n{{person.shoe_size}}"
        for action in (page, page + "/essai"):
            browser.get(page)
            answer = browser.post(action, browser.hidden(page) | {"text": broken})
            self.assertEqual(422, answer.status)
            self.assertRegex(html.unescape(browser.text), r"ligne \d+ : ")
            self.assertIn("person.shoe_size", self.text_of(browser))
        browser.get(page)
        self.assertIn("Texte fourni avec Jalon", browser.text)

    def test_a_text_is_tried_for_an_invented_person_as_a_page_and_as_a_pdf(self):
        page = "/reglages/modeles/reminder"
        browser = self.at(page)
        fields = browser.hidden(page) | {"text": self.text_of(browser) + "\n<p>Essai du soir</p>"}
        self.assertIn("Essai du soir", browser.post(page + "/essai", fields | {"forme": "page"}).body.decode())
        pdf = browser.post(page + "/essai", fields | {"forme": "pdf"})
        self.assertEqual((200, "application/pdf"), (pdf.status, pdf.header("content-type")))
        self.assertTrue(pdf.body.startswith(b"%PDF-"))
        self.assertEqual(404, browser.get("/reglages/modeles/nothing").status)


class Signatories(SettingsTest):
    def test_who_signs_is_set_and_taken_back(self):
        browser = self.at("/reglages/signataires", "deputy_director")
        action = "/reglages/signataires/stay_contract"
        browser.send(action, {"name": "Dr Claire Vidal", "title": "médecin"})
        self.assertIn('value="Dr Claire Vidal"', browser.text)
        browser.send(action, {"name": "", "title": ""})
        self.assertNotIn("Dr Claire Vidal", browser.text)
        self.assertEqual(422, browser.send(action, {"name": "", "title": "médecin"}).status)


class Policy(SettingsTest):
    """Next to this house's cases: what is set is set back, so that other tests count as before."""

    def tearDown(self):
        browser = self.logged_in("coordinator")
        for address, cleared in (("/reglages/delais", {"duree-file_return": "", "groupe": ""}),
                                 ("/reglages/fermetures", {"first": "", "last": "", "reason": ""})):
            browser.get(address)
            self.preview(browser, address, cleared)
            self.confirm(browser, address, "kept")

    def preview(self, browser, address, typed):
        fields = browser.hidden(address)
        if address.endswith("delais"):
            fields["documents"] = re.findall(r'name="documents" value="(\w+)"', browser.text)
        else:
            fields["region"] = "metropole"
        return browser.post(address, fields | typed)

    def confirm(self, browser, address, clock):
        kinds = set(re.findall(r'name="(delai-\w+)"', browser.text))
        return browser.send(address + "/enregistrement", {kind: clock for kind in kinds})

    def case_with_a_file_sent(self):
        case = self.open_case()
        for event, data in (("send_first_contact", {}), ("receive_documents", {
                "documents": ["rqth_notification", "orientation_notification"]})):
            answer = self.house.send("admin_assistant", "POST", f"/api/v1/cases/{case['id']}/events",
                                     {"event": event, "data": data})
            self.assertEqual(200, answer.status, answer.body)
        return case

    def due(self, case):
        shown = self.house.send("coordinator", "GET", f"/api/v1/cases/{case['id']}").json()
        return next(each["due"] for each in shown["deadlines"] if each["id"] == "file_return")

    def test_what_would_move_is_shown_first_and_moves_as_it_was_said(self):
        case = self.case_with_a_file_sent()
        before = self.due(case)
        browser = self.at("/reglages/delais", "coordinator")
        self.assertIn("Prévu : 1 mois", browser.text)
        answer = self.preview(browser, "/reglages/delais", {"duree-file_return": "45", "duree-file_return-unite": "D"})
        self.assertEqual(200, answer.status)
        self.assertIn(case["reference"], browser.text)
        self.assertEqual(before, self.due(case), "looking changes nothing")
        self.assertEqual(422, browser.send("/reglages/delais/enregistrement", {}).status, "each kind is decided")
        self.confirm(browser, "/reglages/delais", "restarted")
        self.assertIn("Le réglage est enregistré", browser.text)
        self.assertNotEqual(before, self.due(case))
        self.assertIn("45 jours", browser.text)

    def test_who_administers_sees_how_many_move_and_no_case(self):
        case = self.case_with_a_file_sent()
        browser = self.at("/reglages/delais")
        self.preview(browser, "/reglages/delais", {"duree-file_return": "50", "duree-file_return-unite": "D"})
        self.assertIn('class="count"', browser.text)
        self.assertNotIn(case["reference"], browser.text)

    def test_a_period_that_does_not_fit_names_its_deadline_and_stays_as_it_was_typed(self):
        browser = self.at("/reglages/delais")
        answer = self.preview(browser, "/reglages/delais", {"duree-file_return": "9999", "duree-file_return-unite": "D"})
        self.assertEqual(422, answer.status)
        self.assertIn("de un jour à deux ans", browser.text)
        self.assertIn('value="9999"', browser.text)

    def test_documents_and_group_size_are_set(self):
        browser = self.at("/reglages/delais", "coordinator")
        documents = re.findall(r'name="documents" value="(\w+)"', browser.text)[:3]
        self.preview(browser, "/reglages/delais", {"documents": documents, "groupe": "12"})
        self.confirm(browser, "/reglages/delais", "kept")
        self.assertIn("groupes de 12", browser.text)
        self.assertEqual(3, len(re.findall(r'name="documents" value="\w+" checked', browser.text)))

    def test_a_letter_is_wanted_and_a_change_of_something_else_leaves_it_wanted(self):
        for typed in ({"courriers": "acknowledgement"}, {"groupe": "9"}):
            browser = self.at("/reglages/delais", "coordinator")
            self.preview(browser, "/reglages/delais", {"courriers": "acknowledgement"} | typed)
            self.confirm(browser, "/reglages/delais", "kept")
        browser.get("/reglages/delais")
        self.assertRegex(browser.text, r'value="acknowledgement" checked')
        self.assertNotRegex(browser.text, r'value="retained_waiting" checked')

    def test_a_change_is_planned_for_a_day_and_withdrawn(self):
        browser = self.at("/reglages/delais", "coordinator")
        self.preview(browser, "/reglages/delais", {"groupe": "7"})
        browser.send("/reglages/delais/enregistrement", {"premier_jour": "2020-01-01"})
        self.assertIn("un jour à venir est attendu", browser.text)
        browser.send("/reglages/delais/enregistrement", {"premier_jour": "2027-06-01"})
        self.assertIn("Le changement est prévu pour ce jour-là", browser.text)
        self.assertIn("À partir du mardi 1er juin 2027 : groupes de 7", browser.text)
        browser.send("/reglages/delais/retrait", {})
        self.assertIn("Le changement prévu est retiré", browser.text)
        self.assertNotIn("1er juin 2027", browser.text)

    def test_a_closure_is_added_with_its_reason_and_kept_in_the_history(self):
        browser = self.at("/reglages/fermetures", "coordinator")
        answer = self.preview(browser, "/reglages/fermetures", {
            "first": ["2027-08-02", "2027-05-07"], "last": ["2027-08-20", ""], "reason": ["Congés d'été", "Pont"]})
        self.assertEqual(200, answer.status, browser.text)
        self.confirm(browser, "/reglages/fermetures", "kept")
        self.assertIn('value="2027-08-20"', browser.text)
        self.assertIn("Congés d'été du 02/08 au 20/08", html.unescape(browser.text))

    def test_a_closure_that_ends_before_it_begins_is_refused(self):
        browser = self.at("/reglages/fermetures", "coordinator")
        answer = self.preview(browser, "/reglages/fermetures", {
            "first": "2027-08-20", "last": "2027-08-02", "reason": "Congés"})
        self.assertEqual(422, answer.status)
        self.assertIn('value="2027-08-20"', browser.text)


class Retention(SettingsTest):
    def test_the_rule_is_said_in_words_and_changed_within_its_bounds(self):
        browser = self.at("/reglages/conservation", "deputy_director")
        self.assertIn("<strong>24 mois</strong>", browser.text)
        self.assertIn("Aucun dossier n’a passé sa durée", browser.text)
        browser.send("/reglages/conservation", {"months": "36"})
        self.assertIn("La durée de conservation est enregistrée", browser.text)
        self.assertIn("<strong>36 mois</strong>", browser.text)
        self.assertEqual(422, browser.send("/reglages/conservation", {"months": "3"}).status)
        self.assertIn("Rien n’a été enregistré", browser.text)
        browser.send("/reglages/conservation", {"months": "24"})

    def test_without_the_word_nothing_is_erased(self):
        case = self.open_case()
        browser = self.at("/reglages/conservation", "deputy_director")
        self.assertNotIn("effacement", browser.text, "nothing is due, so nothing is offered")
        typed = browser.hidden("/reglages/conservation") | {"dossier": case["id"]}
        address = "/reglages/conservation/effacement"
        self.assertEqual(422, browser.post(address, typed | {"confirm": "oui"}).status)
        browser.post(address, typed | {"confirm": "effacer"})
        self.assertIn("Dossiers effacés : 0 sur 1", browser.text)
        self.assertIn("Ce dossier n’est pas clos", browser.text)
