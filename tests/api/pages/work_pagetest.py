"""The day of the assistant and the coordinator: seeing what is due, doing it, explaining a no."""
from page import PageTest

SCRIPT = "<script>alert(1)</script>"


class Working(PageTest):
    def test_what_is_due_stands_in_my_day_and_is_done_from_there(self):
        case = self.open_case("Aubrac", received_on="2026-02-16")
        browser = self.logged_in("admin_assistant")
        self.assertIn(f"Jeanne Aubrac · {case['reference']}", browser.text)
        address = f"/dossiers/{case['reference']}/actes/send_first_contact"
        browser.get(address + "?retour=/")
        browser.send(address, {"occurred_on": "2026-03-02"})
        self.assertIn("Enregistré : « Envoyer le premier courrier »", browser.text)
        self.assertIn("<h1>Ma journée</h1>", browser.text)
        self.assertNotIn(address, browser.text)

    def test_one_role_does_not_see_the_work_of_another(self):
        case = self.open_case("Causse", received_on="2026-02-16")
        self.assertNotIn(case["reference"], self.logged_in("placement_counsellor").text)

    def test_a_form_that_lacks_something_says_so_beside_the_field_and_keeps_what_was_typed(self):
        case = self.open_case()
        browser = self.logged_in("admin_assistant")
        address = f"/dossiers/{case['reference']}/actes/add_note"
        browser.get(address)
        answer = browser.send(address, {"kind": "call", "text": "", "occurred_on": "2026-03-02"})
        self.assertEqual(422, answer.status)
        self.assertIn("Texte : ", browser.text)
        self.assertRegex(browser.text, r'value="call" selected')

    def test_a_form_that_somebody_overtook_says_so_and_keeps_what_was_typed(self):
        case = self.open_case()
        browser = self.logged_in("admin_assistant")
        address = f"/dossiers/{case['reference']}/actes/add_note"
        browser.get(address)
        self.house.send("coordinator", "POST", f"/api/v1/cases/{case['id']}/events",
                        {"event": "add_note", "data": {"kind": "visit", "text": "Passée à l'accueil"}})
        answer = browser.send(address, {"kind": "call", "text": "A rappelé", "occurred_on": "2026-03-02"})
        self.assertEqual(412, answer.status)
        self.assertIn("Le dossier a changé pendant que vous remplissiez ce formulaire", browser.text)
        self.assertIn(">A rappelé</textarea>", browser.text)
        self.assertRegex(browser.text, r"<strong>Ajouter une note</strong>.*coordinator", "what happened is said there")
        browser.send(address, {"kind": "call", "text": "A rappelé", "occurred_on": "2026-03-02"})
        self.assertIn("Enregistré : « Ajouter une note »", browser.text)

    def test_an_act_that_somebody_overtook_shows_what_was_typed_even_when_it_is_no_longer_possible(self):
        case = self.open_case()
        browser = self.logged_in("admin_assistant")
        address = f"/dossiers/{case['reference']}/actes/reject_notification"
        browser.get(address)
        self.house.send("admin_assistant", "POST", f"/api/v1/cases/{case['id']}/events",
                        {"event": "send_first_contact", "data": {}})
        answer = browser.send(address, {"reason": "Décision périmée depuis mars", "occurred_on": "2026-03-02"})
        self.assertIn(answer.status, (409, 412))
        self.assertIn("Décision périmée depuis mars", browser.text)

    def test_a_form_sent_twice_acts_once(self):
        case = self.open_case()
        browser = self.logged_in("admin_assistant")
        address = f"/dossiers/{case['reference']}/actes/add_note"
        browser.get(address)
        fields = browser.hidden(address) | {"kind": "call", "text": "Une fois", "occurred_on": "2026-03-02"}
        self.assertEqual([303, 303], [browser.post(address, fields).status for _ in range(2)])
        case = self.house.send("admin_assistant", "GET", f"/api/v1/cases/{case['id']}").json()
        self.assertEqual(2, case["revision"])

    def test_a_file_says_what_is_not_possible_why_and_who_could(self):
        case = self.open_case()
        browser = self.logged_in("admin_assistant")
        browser.get(f"/dossiers/{case['reference']}")
        self.assertIn("Ce qui n’est pas possible, et pourquoi", browser.text)
        self.assertIn("revient à : coordinat", browser.text)
        self.assertIn("15 jours à compter du", browser.text, "each date explains itself")

    def test_a_step_is_taken_back_with_a_reason_and_nothing_is_deleted(self):
        case = self.open_case()
        self.house.send("admin_assistant", "POST", f"/api/v1/cases/{case['id']}/events",
                        {"event": "send_first_contact", "data": {}})
        browser = self.logged_in("admin_assistant")
        file = f"/dossiers/{case['reference']}"
        browser.get(file)
        self.assertIn("Rien n’est encore parti.", browser.text)
        answer = self.house.send("admin_assistant", "GET", f"/api/v1/transmissions?case={case['id']}")
        report = answer.json()["items"][0]
        self.house.send("admin_assistant", "POST", f"/api/v1/transmissions/{report['id']}/confirm",
                        {"on": "2026-03-02", "proof": "Saisi"})
        browser.get(file)
        self.assertRegex(browser.text,
                         r'Déjà parti.*\n<ul><li>ViaTrajectoire : 41[^<]*<span class="hint">faite le 02/03/2026')
        browser.send(file + "/correction", {"back_to": "1", "reason": "Mauvaise ligne"})
        self.assertIn("La correction est enregistrée", browser.text)
        self.assertIn("Notification numérique reçue</span>", browser.text)
        self.assertIn("Envoyer le premier courrier", browser.text)


class Searching(PageTest):
    def test_a_name_is_found_without_accents_and_in_any_order_and_never_stands_in_the_address(self):
        case = self.open_case("Léotard-Ségur")
        browser = self.logged_in("coordinator")
        browser.get("/dossiers")
        answer = browser.post("/dossiers", browser.hidden("/dossiers") | {"recherche": "jeanne leotard segur"})
        self.assertEqual((303, f"/dossiers/{case['reference']}"), (answer.status, answer.header("location")))

    def test_filters_are_in_the_address_and_each_can_be_taken_away(self):
        self.open_case("Filtrée")
        browser = self.logged_in("coordinator")
        browser.get("/dossiers?etat=notified_digital&retard=oui")
        self.assertIn("retirer ce filtre", browser.text)
        self.assertIn('href="/dossiers?retard=oui"', browser.text)

    def test_nobody_sees_the_cases_of_another_house_or_department(self):
        case = self.open_case("Voisine")
        self.assertEqual(404, self.logged_in("partner_of_48").get(f"/dossiers/{case['reference']}").status)
        neighbour = self.browser()
        self.assertEqual(200, neighbour.log_in("neighbour", establishment="voisin").status)
        self.assertEqual(404, neighbour.get(f"/dossiers/{case['reference']}").status)
        self.assertEqual(403, self.logged_in("administrator").get(f"/dossiers/{case['reference']}").status)

    def test_what_people_typed_is_shown_as_text_and_never_run(self):
        case = self.open_case(f"{SCRIPT}\"'&")
        self.house.send("coordinator", "POST", f"/api/v1/cases/{case['id']}/events",
                        {"event": "add_note", "data": {"kind": "call", "text": SCRIPT}})
        browser = self.logged_in("coordinator")
        for address in ("/", "/dossiers", f"/dossiers/{case['reference']}"):
            browser.get(address)
            self.assertNotIn(SCRIPT, browser.text)
        browser.post("/dossiers", browser.hidden("/dossiers") | {"recherche": SCRIPT})
        self.assertNotIn(SCRIPT, browser.text)


class Steering(PageTest):
    def test_every_figure_says_what_it_is_counted_on(self):
        self.open_case("Comptée", received_on="2026-01-05")
        browser = self.logged_in("coordinator")
        browser.get("/pilotage?from=2026-01-01&to=2026-01-31")
        self.assertRegex(browser.text, r"\d+ % \(\d+ sur \d+ dossiers dont le délai est échu\)")
        self.assertIn("Premier contact", browser.text)

    def test_what_a_correction_took_back_is_not_counted(self):
        case = self.open_case("Reprise", received_on="2025-12-15")
        contact = lambda: next(  # noqa: E731
            figure for figure in self.house.send(
                "coordinator", "GET", "/api/v1/statistics?from=2025-12-01&to=2025-12-31").json()["figures"]
            if figure["id"] == "no_answer")["base"]
        before = contact()
        self.house.send("admin_assistant", "POST", f"/api/v1/cases/{case['id']}/events",
                        {"event": "send_first_contact", "data": {}})
        self.assertEqual(before + 1, contact())
        self.house.send("admin_assistant", "POST", f"/api/v1/cases/{case['id']}/corrections",
                        {"back_to": 1, "reason": "Mauvaise ligne"})
        self.assertEqual(before, contact())

    def test_only_those_who_coordinate_read_statistics_and_a_wrong_period_is_refused(self):
        self.assertEqual(403, self.logged_in("doctor").get("/pilotage").status)
        self.assertEqual(403, self.house.send("doctor", "GET", "/api/v1/statistics").status)
        for wrong in ("from=2026-02-30", "from=2026-02-01&to=2026-01-01", "from=1990-01-01"):
            self.assertEqual(422, self.house.send("coordinator", "GET", f"/api/v1/statistics?{wrong}").status)
            self.assertEqual(422, self.logged_in("coordinator").get(f"/pilotage?{wrong}").status)
