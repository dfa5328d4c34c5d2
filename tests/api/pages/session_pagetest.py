"""A session from its group to its entry: seats, letters, the pre-reception, who came."""
from committee_house import RETAINED
from endpoint import AA, CO
from meeting import MeetingTest


class Sessions(MeetingTest):
    def test_a_session_is_opened_with_its_days_and_a_wrong_one_is_refused_beside_its_field(self):
        browser = self.logged_in(CO)
        browser.get("/sessions")
        typed = {"entry_on": self.today(211), "capacity": "7", "weeks": "14", "pre_reception_on": self.today(212)}
        refused = browser.send("/sessions", typed)
        self.assertEqual(422, refused.status)
        self.assertIn("le pré-accueil précède l&#39;entrée", browser.text.replace("&apos;", "&#39;"))
        self.assertIn('value="7"', browser.text)
        browser.send("/sessions", typed | {"pre_reception_on": self.today(180)})
        self.assertIn("La session est ouverte", browser.text)
        self.assertIn("7 places, 0 prise, 7 libres", browser.text)
        self.assertEqual(200, browser.get(f"/sessions/{self.today(211)}/semaines").status)
        self.assertIn("S14", browser.text)
        self.assertNotIn("S15", browser.text)

    def test_who_is_next_gets_the_seat_and_a_full_session_says_why_not(self):
        for case in self.walk(CO, "/cases?state=retained"):
            self.act(AA, case["id"], "renounce")
        session = self.session(capacity=1, days=111)
        cases = [self.listed_as(self.committee(), name) for name in ("Suivante", "Après")]
        for rank, (case, _) in enumerate(cases, 1):
            self.act(CO, case, "open_review")
            self.act(CO, case, "decide", RETAINED | {"rank": rank})
        browser = self.logged_in(CO)
        browser.get(f"/sessions/{session}")
        self.assertIn("une place lui revient", self.line(browser, cases[0][1]))
        self.assertIn("Rang 1", self.line(browser, cases[0][1]))
        self.assertNotIn("une place lui revient", self.line(browser, cases[1][1]))
        fields = browser.hidden(self.address_of(browser, "/places"))
        browser.send(self.address_of(browser, "/places"), {"dossier": cases[0][1]})
        self.assertEqual("assigned", self.state(cases[0][0]))
        self.assertIn("La session est complète", browser.text)
        late = browser.post(f"/sessions/{session}/places", fields | {"dossier": cases[1][1]})
        self.assertEqual((422, "retained"), (late.status, self.state(cases[1][0])))
        self.assertIn("la session n&#39;a plus de place libre", browser.text.replace("&apos;", "&#39;"))

    def test_the_dates_letters_leave_in_one_go_with_a_result_for_each(self):
        session = self.session(days=113)
        cases = [self.seated_as(session, name) for name in ("Datée", "Aussi")]
        browser = self.logged_in(AA)
        browser.get(f"/sessions/{session}")
        browser.send(self.address_of(browser, "/courriers"), {})
        self.assertIn("2 enregistrés, 0 refusé.", browser.text)
        self.assertEqual(["admitted"] * 2, [self.state(case) for case, _ in cases])
        self.assertNotIn(f"/sessions/{session}/courriers\"", browser.text, "nobody waits for one any more")

    def test_the_pre_reception_is_recorded_with_its_three_checks_and_what_is_wrong_stays_typed(self):
        session = self.session(days=40)
        came, missed, later = (self.seated_as(session, name, dated=True) for name in ("Venue", "Absente", "Plus-tard"))
        browser = self.logged_in(CO)
        browser.get(f"/sessions/{session}/pre-accueil")
        answer = browser.send(self.address_of(browser, "/pre-accueil"), {
            f"attended.{came[1]}": "true", f"medically_stable.{came[1]}": "true", f"social_urgency.{came[1]}": "false",
            f"missing_documents.{came[1]}": "social_sheet", f"attended.{missed[1]}": "false",
            f"medically_stable.{later[1]}": "true"})
        self.assertEqual(200, answer.status)
        self.assertEqual(["pre_reception_done", "pre_reception_missed", "admitted"],
                         [self.state(case) for case, _ in (came, missed, later)])
        held = self.get(CO, f"/cases/{came[0]}")["data"]["pre_reception"]
        self.assertEqual((True, False, ["social_sheet"]),
                         (held["medically_stable"], held["social_urgency"], held["missing_documents"]))
        self.assertRegex(self.line(browser, later[1]), 'name="medically_stable[^>]* value="true" checked')
        nothing = browser.send(self.address_of(browser, "/pre-accueil"), {"occurred_on": self.today()})
        self.assertEqual(422, nothing.status)
        wrong = browser.send(self.address_of(browser, "/pre-accueil"), {
            "occurred_on": "demain", f"attended.{later[1]}": "true"})
        self.assertEqual((422, "admitted"), (wrong.status, self.state(later[0])))
        self.assertEqual(403, self.logged_in(AA).post(f"/sessions/{session}/pre-accueil", {}).status)

    def test_the_entry_is_recorded_line_by_line_and_only_the_coordinator_says_who_did_not_come(self):
        session = self.session(days=0)
        came, absent = (self.seated_as(session, name, dated=True) for name in ("Entrée", "Non-venue"))
        for case, _ in (came, absent):
            self.act(CO, case, "hold_pre_reception", {"attended": True, "medically_stable": True})
            self.act(AA, case, "send_convocation")
        typed = {f"event.{came[1]}": "record_entry", f"entered_on.{came[1]}": self.today(),
                 f"event.{absent[1]}": "record_no_show"}
        browser = self.logged_in(AA)
        browser.get(f"/sessions/{session}/entree")
        self.assertNotIn('value="record_no_show"', browser.text)
        answer = browser.send(self.address_of(browser, "/entree"), typed)
        self.assertEqual((422, "convoked"), (answer.status, self.state(absent[0])))
        self.assertNotEqual("convoked", self.state(came[0]))
        coordinator = self.logged_in(CO)
        coordinator.get(f"/sessions/{session}/entree")
        self.assertEqual(200, coordinator.send(self.address_of(coordinator, "/entree"),
                                               {f"event.{absent[1]}": "record_no_show"}).status)
        self.assertEqual("closed_no_show", self.state(absent[0]))

    def test_the_lists_are_printed_by_the_team_and_no_other_house_reads_the_session(self):
        session = self.session(days=117)
        self.seated_as(session, "Imprimée")
        trainer = self.logged_in("trainer")
        for paper in ("presence.pdf", "pre-accueil.pdf"):
            self.assertEqual(b"%PDF-", trainer.get(f"/sessions/{session}/{paper}").body[:5])
            self.assertEqual(403, self.logged_in("partner_of_12").get(f"/sessions/{session}/{paper}").status)
        trainer.get(f"/sessions/{session}")
        self.assertNotIn("Attribuer la place", trainer.text)
        neighbour = self.browser()
        neighbour.log_in("neighbour_coordinator", establishment="voisin")
        for page in ("", "/pre-accueil", "/entree", "/semaines", "/presence.pdf"):
            self.assertEqual(404, neighbour.get(f"/sessions/{session}{page}").status, page)
            self.assertEqual(403, self.logged_in("administrator").get(f"/sessions/{session}{page}").status)
