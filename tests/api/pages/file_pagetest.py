"""The other pages of a file: the way, the stay, who may read what."""
import re

from page import PageTest

TODAY = "2026-03-02"


class File(PageTest):
    def act(self, who, case, event, **data):
        answer = self.house.send(who, "POST", f"/api/v1/cases/{case['id']}/events", {"event": event, "data": data})
        self.assertEqual(200, answer.status, answer.body)

    def page(self, who, case, tab=""):
        browser = self.logged_in(who)
        self.assertEqual(200, browser.get(f"/dossiers/{case['reference']}{tab}").status, browser.text)
        return browser

    def test_the_way_is_drawn_with_the_present_state_lit_and_said_as_a_list(self):
        case = self.open_case()
        self.act("admin_assistant", case, "send_first_contact")
        text = self.page("admin_assistant", case, "/parcours").text
        self.assertRegex(text, r'class="node place_first_contact_sent here"')
        self.assertRegex(text, r'class="node place_notified_digital visited"')
        self.assertRegex(text, r'aria-current="step"><a href="#etape-2">Premier courrier envoyé</a>')
        self.assertIn('id="etape-1"', text, "each station leads to its entry")

    def test_a_file_is_seen_as_it_was_on_a_day(self):
        case = self.open_case(received_on="2026-02-20")
        self.act("admin_assistant", case, "send_first_contact")
        browser = self.page("admin_assistant", case, f"/parcours?au={TODAY}")
        self.assertIn("Le dossier au lundi 2 mars 2026", browser.text)
        browser.get(f"/dossiers/{case['reference']}/parcours?au=2020-01-01")
        self.assertIn("Il n&#39;y avait pas encore de dossier", browser.text.replace("&apos;", "&#39;"))
        browser.get(f"/dossiers/{case['reference']}/parcours?au=hier")
        self.assertIn("Un jour est attendu", browser.text)

    def test_consent_is_noted_and_can_be_taken_back_and_both_stay_in_sight(self):
        case = self.open_case()
        browser = self.page("social_worker", case, "/acces")
        address = f"/dossiers/{case['reference']}/acces/accord"
        for consent, sentence in (("given", "La personne est d’accord"), ("withdrawn", "a refusé ou retiré son accord")):
            browser.send(address, {"objet": "mdph", "accord": consent, "voie": "oral", "jour": TODAY})
            self.assertIn("La réponse de la personne est notée", browser.text)
            self.assertIn(sentence, browser.text)
        self.assertIn("Retrait de l’accord de vive voix", browser.text)
        self.assertIn("Accord de vive voix", browser.text)
        browser.send(address, {"objet": "team", "accord": "given", "voie": "written", "jour": TODAY})
        self.assertIn("lisent les conclusions", browser.text)
        self.assertIn("Accord par écrit", browser.text)

    def test_the_coordination_says_who_is_of_the_persons_team_and_the_others_see_it(self):
        case = self.open_case()
        browser = self.page("coordinator", case, "/acces")
        self.assertIn("Aucun référent n’est encore désigné", browser.text)
        address = f"/dossiers/{case['reference']}/acces/equipe"
        browser.send(address, {"compte": "trainer"})
        self.assertIn("L’équipe de la personne est changée", browser.text)
        self.assertRegex(browser.text, r'name="compte" value="trainer">Retirer')
        self.assertNotIn('<option value="trainer">', browser.text)
        others = self.page("trainer", case, "/acces").text
        self.assertIn("ajouté par coordinator", others)
        self.assertNotIn("Ajouter un collègue", others)
        self.assertNotIn("Retirer", others)
        browser.send(address + "/retrait", {"compte": "trainer"})
        self.assertNotIn('value="trainer">Retirer', browser.text)
        self.assertIn("a quitté l’équipe", browser.text)
        self.assertNotIn("L’équipe de la personne", self.page("partner_of_12", case, "/acces").text)

    def test_an_exceptional_access_says_what_it_does_and_is_in_the_register(self):
        case = self.open_case()
        browser = self.page("trainer", case, "/acces")
        self.assertIn("La coordination et la direction en sont averties", browser.text)
        browser.send(f"/dossiers/{case['reference']}/acces/exception", {"motif": "Malaise en atelier ce matin"})
        self.assertIn("Le dossier vous est ouvert pour une heure", browser.text)
        browser.get(f"/dossiers/{case['reference']}/acces")
        self.assertIn("Votre accès exceptionnel est ouvert", browser.text)
        self.assertIn("« Malaise en atelier ce matin »", self.page("coordinator", case, "/acces").text)
        self.assertNotIn("exceptionnellement", self.page("doctor", case, "/acces").text)

    def test_who_read_the_file_is_for_those_who_answer_for_it(self):
        case = self.open_case()
        self.assertIn("Qui a lu ce dossier", self.page("coordinator", case, "/acces").text)
        for who in ("admin_assistant", "trainer"):
            self.assertNotIn("Qui a lu ce dossier", self.page(who, case, "/acces").text)

    def test_the_whole_file_is_handed_out_by_who_may(self):
        case = self.open_case()
        browser = self.page("deputy_director", case, "/acces")
        answer = browser.get(f"/dossiers/{case['reference']}/dossier.json")
        self.assertEqual((200, f'attachment; filename="{case["reference"]}.json"'),
                         (answer.status, answer.header("content-disposition")))
        self.assertEqual(case["id"], answer.json()["case"]["id"])
        pdf = browser.get(f"/dossiers/{case['reference']}/dossier.pdf")
        self.assertEqual((200, b"%PDF-"), (pdf.status, pdf.body[:5]))
        for ending in ("json", "pdf"):
            refused = self.logged_in("coordinator").get(f"/dossiers/{case['reference']}/dossier.{ending}")
            self.assertEqual(403, refused.status)

    def test_an_empty_stay_says_so_and_counts_the_internships_from_zero(self):
        text = self.page("referent", self.open_case(), "/sejour").text
        self.assertIn("0 h sur 105", text)
        self.assertIn("Rien n’est encore noté.", text)

    def test_the_documents_say_since_when_they_are_here_and_which_are_missing(self):
        case = self.open_case()
        self.act("admin_assistant", case, "send_first_contact")
        self.act("admin_assistant", case, "receive_documents", documents=["rqth_notification"])
        text = self.page("admin_assistant", case, "/pieces").text
        self.assertRegex(text, r'Notification de RQTH</th><td>.*reçue le <a href="/dossiers/[\d-]+/parcours#etape-3">')
        self.assertEqual(5, text.count("manque</span>"))
        self.assertIn("Recevoir des pièces", text)
        self.assertNotIn("Recevoir des pièces", self.page("trainer", case, "/pieces").text)

    def test_what_left_the_house_stands_with_its_day_and_how_far_it_came(self):
        case = self.open_case()
        self.act("admin_assistant", case, "send_first_contact")
        self.act("admin_assistant", case, "add_note", kind="call", text="Au téléphone : rappeler jeudi")
        text = self.page("admin_assistant", case, "/echanges").text
        self.assertRegex(text, r"Courrier à la personne</td><th scope=\"row\">Premier courrier")
        self.assertIn("ViaTrajectoire", text)
        self.assertIn("rappeler jeudi", text)

    def test_an_address_is_corrected_and_what_is_wrong_with_it_stands_beside_it(self):
        case = self.open_case()
        address = f"/dossiers/{case['reference']}/coordonnees"
        browser = self.page("admin_assistant", case, "/coordonnees")
        known = {"family_name": "Soulier", "given_name": "Jeanne", "birth_date": "1984-05-17"}
        browser.send(address, known | {"email": "sans arobase"})
        self.assertIn("Rien n’a été enregistré", browser.text)
        self.assertIn('value="sans arobase"', browser.text)
        browser.get(address)
        browser.send(address, known | {"address": "3 rue du Pont\n12000 Rodez", "email": "jeanne@exemple.example"})
        self.assertIn("Les coordonnées sont corrigées", browser.text)
        self.assertIn("3 rue du Pont", browser.text)
        browser.get(address)
        browser.send(address, known | {"address": "3 rue du Pont\n12000 Rodez"})
        self.assertNotIn("jeanne@exemple.example", browser.text, "what is emptied is taken away")
        history = self.house.send("coordinator", "GET", f"/api/v1/cases/{case['id']}/history").json()["items"]
        self.assertEqual({"email": None}, history[-1]["data"]["person"], "what was not touched is not written again")
        self.assertEqual(403, self.logged_in("trainer").get(address).status)

    def test_the_next_act_comes_first_and_leaving_stands_apart(self):
        case = self.open_case()
        text = self.page("admin_assistant", case).text
        self.assertRegex(text, r'btn-primary" href="/dossiers/[\d-]+/actes/send_first_contact">')
        self.assertGreater(text.index("Ajouter une note"), text.index("À tout moment"))

    def test_none_of_them_is_for_another_house_or_for_who_keeps_accounts(self):
        case = self.open_case()
        neighbour = self.browser()
        neighbour.log_in("neighbour", establishment="voisin")
        for tab in ("/parcours", "/pieces", "/echanges", "/sejour", "/rapport", "/acces", "/coordonnees"):
            self.assertEqual(404, neighbour.get(f"/dossiers/{case['reference']}{tab}").status)
            self.assertEqual(403, self.logged_in("administrator").get(f"/dossiers/{case['reference']}{tab}").status)


class House(PageTest):
    def test_the_pathway_is_read_in_words_with_its_periods_and_who_does_what(self):
        browser = self.logged_in("trainer")
        self.assertEqual(200, browser.get("/parcours/preorientation").status)
        self.assertIn("Envoyer le premier courrier → Premier courrier envoyé", browser.text)
        self.assertIn("Possible presque partout", browser.text)
        self.assertIn("15 jours après la réception de la notification, jour d’ouverture suivant", browser.text)
        self.assertIn("21 jours avant l’entrée de la session, jour d’ouverture précédent", browser.text)
        rules = re.findall(r"<dt>Délai</dt><dd><strong>[^<]*</strong> : ([^<]*)", browser.text)
        self.assertGreater(len(rules), 20)
        for rule in rules:
            self.assertNotRegex(rule, r"_|\b(from|on|at|every|weeks|none|end|or)\b|P\d", "no word of the table's own")
        self.assertEqual(404, browser.get("/parcours/nowhere").status)

    def test_the_years_calendar_shows_holidays_committees_and_entries(self):
        self.house.send("coordinator", "POST", "/api/v1/committees", {"held_on": "2026-06-11"})
        self.house.send("coordinator", "POST", "/api/v1/sessions", {"entry_on": "2026-09-07", "capacity": 8})
        browser = self.logged_in("coordinator")
        browser.get("/calendrier?annee=2026")
        for words in ("11/06 : Commission de pré-admission", "07/09 : Entrée en pré-orientation", "lundi de Pâques"):
            self.assertIn(words, browser.text)
        keeper = self.logged_in("administrator")
        self.assertEqual(200, keeper.get("/calendrier?annee=2026").status)
        self.assertIn("lundi de Pâques", keeper.text)
        self.assertNotIn("11/06 : Commission", keeper.text)

    def test_what_is_to_come_stands_in_the_steering_page(self):
        self.house.send("coordinator", "POST", "/api/v1/committees", {"held_on": "2026-06-18"})
        browser = self.logged_in("coordinator")
        self.assertEqual(200, browser.get("/pilotage").status)
        self.assertIn("jeudi 18 juin 2026", browser.text)
