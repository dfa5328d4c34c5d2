"""A committee held and a session filled from a terminal, in the name of the colleagues whose work it is."""
import json
import os

from exchange import SHEETS, ExchangeTest
from terminal import REFUSED, WRONG_USAGE

REACHED = ("--public-url", "https://jalon.example.org")
NOBODY = "00000000-0000-4000-8000-000000000000"
AA, CO, DR, SW = "admin_assistant", "coordinator", "doctor", "social_worker"


class MeetingTest(ExchangeTest):
    def setUp(self):
        super().setUp()
        self.add(AA, CO, DR, SW)
        self.committee = self.new("/committees", {"held_on": "2026-01-31"})

    def new(self, path, body):
        return self.server.call(CO, "POST", path, body)[1]["id"]

    def listed(self):
        case = self.open_case()
        self.act(AA, case, "search_via_trajectoire", found=True, national_decision_id=case[:8])
        self.act(AA, case, "return_file", documents=SHEETS)
        self.act(AA, case, "check_file")
        self.act(AA, case, "list_for_committee", committee=self.committee)
        return case

    def seen(self, case):
        return self.server.call(CO, "GET", f"/cases/{case}")[1]

    def reference(self, case):
        return self.seen(case)["reference"]

    def state(self, case):
        return self.seen(case)["states"]["journey"]

    def as_(self, login, *words, code=0):
        return self.run_it(*words, "--login", login, *self.data, code=code)

    def refuse(self, case):
        self.as_(CO, "committee", "decide", self.committee, "--case", case, "outcome=not_retained",
                 "reason=Autre service")

    def lines(self):
        lines = self.run_it("committee", "table", self.committee, "--draft", *self.data).json()["lines"]
        return {line["case"]: line for line in lines}


class Files(MeetingTest):
    def test_each_profession_grades_by_words_or_by_a_file(self):
        first, second = self.listed(), self.listed()
        out = self.as_(DR, "committee", "grade", self.committee, "--kind", "medical", "--case", self.reference(first),
                       "urgency=2", "reason=Stabilisation confirmée").out
        self.assertIn("fait", out)
        sheet = self.file(f"case;urgency;reason\n{self.reference(first)};3;Logement à quitter\n{second};0;Rien\n",
                          "grades.csv")
        results = self.as_(SW, "committee", "grade", self.committee, "--kind", "social", "--file", sheet, "--json").json()
        self.assertEqual([(first, True), (second, True)], [(item["case"], item["done"]) for item in results])
        self.assertEqual((3, 2), tuple(self.lines()[first][key] for key in ("social_urgency", "medical_urgency")))
        self.assertEqual(0, self.lines()[second]["social_urgency"])

    def test_a_grade_that_is_refused_stops_none_of_the_others(self):
        first, second = self.listed(), self.listed()
        sheet = self.file(json.dumps([{"case": first, "urgency": 4, "reason": "x"},
                                      {"case": second, "urgency": 1, "reason": "x"}]), "grades.json")
        outcome = self.as_(SW, "committee", "grade", self.committee, "--kind", "social", "--file", sheet, code=REFUSED)
        self.assertIn(f"{self.reference(first)}  refusé : ", outcome.out)
        self.assertIn("refusé : Des données ne conviennent pas : urgency", outcome.out)
        self.assertIn("1 dossier(s) sur 2", outcome.err)
        self.assertEqual((None, 1), tuple(self.lines()[case]["social_urgency"] for case in (first, second)))
        self.as_(CO, "committee", "grade", self.committee, "--kind", "social", "--case", first, "urgency=1", "reason=x",
                 code=REFUSED)

    def test_decisions_come_from_a_file_with_a_result_for_each(self):
        retained, asked, wrong = self.listed(), self.listed(), self.listed()
        sheet = self.file("case,outcome,aim,choice,rank,reason\n"
                          f"{self.reference(retained)},retained,\"Vérifier, puis choisir\",person,1,\n"
                          f"{asked},more_information,,,,Un avis manque\n{wrong},not_retained,,,,\n", "decisions.csv")
        words = ("committee", "decide", self.committee, "--file", sheet, "--key", "seance")
        outcome = self.as_(CO, *words, code=REFUSED)
        lines = outcome.out.splitlines()
        self.assertEqual(f"{self.reference(retained)}  fait : Retenu(e), liste d'attente", lines[0])
        self.assertIn("refusé", lines[2])
        self.assertIn("(le dossier : ", lines[2])
        self.assertEqual(["retained", "waiting_committee", "on_committee_list"],
                         [self.state(case) for case in (retained, asked, wrong)])
        decision = self.seen(retained)["data"]["decision"]
        self.assertEqual(("Vérifier, puis choisir", 1), (decision["aim"], decision["rank"]))
        revision = self.seen(retained)["revision"]
        again = self.as_(CO, *words, "--json", code=REFUSED).json()
        self.assertEqual([True, True, False], [item["done"] for item in again])
        self.assertEqual(revision, self.seen(retained)["revision"], "the same batch decides nothing twice")

    def test_one_decision_is_said_in_words(self):
        case = self.listed()
        self.refuse(case)
        self.assertEqual("closed_not_retained", self.state(case))
        self.assertEqual(CO, self.server.call(CO, "GET", f"/cases/{case}/history?limit=200")[1]["items"][-1]["actor"])

    def test_what_is_no_batch_is_refused_whole(self):
        case = self.listed()
        words = ("committee", "decide", self.committee)
        for text, name in (("case;outcome\n2026-9999;retained\n", "a.csv"), ("outcome\nretained\n", "a.csv"),
                           (f"case;outcome\n{case};retained;x\n", "a.csv"), ("", "a.csv"), ("{}", "a.json"),
                           ("[", "a.json"), ("[3]", "a.json"),
                           (f"case;outcome\n{case};retained\n{case};retained\n", "a.csv")):
            with self.subTest(text):
                self.as_(CO, *words, "--file", self.file(text, name), code=REFUSED)
        self.as_(CO, *words, "--case", case, "retained", code=REFUSED)
        self.as_(AA, *words, "--case", case, "outcome=retained", code=REFUSED)
        self.as_("personne", *words, "--case", case, "outcome=retained", code=REFUSED)
        self.as_(CO, "committee", "decide", NOBODY, "--case", case, "outcome=retained", code=REFUSED)
        self.as_(CO, *words, code=WRONG_USAGE)
        self.as_(CO, *words, "--case", case, "--file", "a.csv", code=WRONG_USAGE)
        self.run_it(*words, "--case", case, "outcome=retained", *self.data, code=WRONG_USAGE)
        self.assertEqual("on_committee_list", self.state(case))

    def test_a_case_that_is_not_there_is_a_result_beside_the_others(self):
        case = self.listed()
        lines = f"case;outcome;reason\n2026-9999;not_retained;Autre\n{case};not_retained;Autre service\n"
        file = self.file(lines, "a.csv")
        refused = self.as_(CO, "committee", "decide", self.committee, "--file", file, code=REFUSED)
        self.assertIn("2026-9999  refusé : Aucun dossier n'a cette référence.", refused.out)
        self.assertIn("1 dossier(s) sur 2", refused.err)
        self.assertEqual("closed_not_retained", self.state(case))

    def test_the_team_of_a_person_is_set_by_who_coordinates(self):
        case = self.listed()
        self.add("trainer")
        out = self.as_(CO, "case", "team", self.reference(case), "--add", "trainer").out
        self.assertIn("Référent : à désigner", out)
        self.assertRegex(out, r"(?m)^trainer .*\(ajouté par coordinator\)$")
        self.as_(AA, "case", "team", case, "--end", "trainer", code=REFUSED)
        self.as_(CO, "case", "team", case, "--add", AA, code=REFUSED)
        self.as_(CO, "case", "team", case, "--add", "a", "--end", "b", code=WRONG_USAGE)
        team = self.as_(CO, "case", "team", case, "--end", "trainer", "--json").json()
        self.assertEqual(([], ["added", "ended"]), (team["members"], [entry["change"] for entry in team["entries"]]))

    def test_a_consent_is_recorded_read_and_exported(self):
        case = self.listed()
        sent = self.run_it("committee", "send", self.committee, *REACHED, *self.data).out
        self.assertIn(f"sans accord de la personne : {self.reference(case)}", sent)
        given = ("--say", "given", "--way", "oral")
        self.as_(SW, "committee", "consent", self.reference(case), *given, "--on", "2026-01-30")
        out = self.as_(SW, "committee", "consent", case, "--say", "withdrawn", "--way", "written").out
        self.assertEqual(["2026-01-30  pour la MDPH : accord, oralement  (noté par social_worker)",
                          "2026-01-31  pour la MDPH : accord retiré, par écrit  (noté par social_worker)",
                          "L'urgence n'est pas communiquée à la MDPH.",
                          "Les conclusions restent à ceux qui en décident."], out.splitlines())
        self.assertEqual("withdrawn", self.as_(CO, "committee", "consent", case, "--json").json()["mdph"])
        self.as_(SW, "committee", "consent", case, *given, "--for", "team")
        self.assertEqual("given", self.as_(CO, "committee", "consent", case, "--json").json()["team"])
        kept = self.run_it("export", "--case", case, *self.data).json()["consents"]
        self.assertEqual(["given", "withdrawn", "given"], [entry["consent"] for entry in kept])
        self.as_(SW, "committee", "consent", case, *given, "--on", "2027-01-01", code=REFUSED)
        self.as_(SW, "committee", "consent", "2026-9999", code=REFUSED)
        self.as_(SW, "committee", "consent", case, "--say", "given", code=WRONG_USAGE)


class Meetings(MeetingTest):
    def test_dates_are_proposed_answered_and_chosen(self):
        dates = ("--date", "2026-03-10", "--date", "2026-03-12")
        proposal = self.as_(AA, "committee", "propose", *dates, *REACHED, "--note", "Salle du bas", "--json").json()["id"]
        self.as_(DR, "committee", "answer", proposal, "2026-03-10=no", "2026-03-12=yes")
        out = self.as_(SW, "committee", "answer", proposal, "2026-03-12=if_needed").out
        self.assertIn("2026-03-12  oui 1, s'il le faut 1, non 0", out)
        self.assertIn(proposal, self.as_(CO, "committee", "proposals").out)
        chosen = self.as_(CO, "committee", "choose", proposal, "--date", "2026-03-12", "--json").json()
        self.assertEqual(("2026-03-12", "Salle du bas"), (chosen["chosen_on"], chosen["note"]))
        self.assertIn(chosen["committee"], self.run_it("committee", "list", *self.data).out)
        self.assertEqual(chosen, self.as_(CO, "committee", "proposals", proposal, "--json").json())

    def test_dates_that_cannot_be_are_refused(self):
        self.as_(AA, "committee", "propose", "--date", "2026-03-14", *REACHED, code=REFUSED)  # a Saturday
        self.as_(DR, "committee", "propose", "--date", "2026-03-10", *REACHED, code=REFUSED)
        self.as_(AA, "committee", "propose", code=WRONG_USAGE)
        self.as_(DR, "committee", "answer", NOBODY, "2026-03-10=yes", code=REFUSED)
        self.as_(DR, "committee", "answer", NOBODY, "2026-03-10", code=REFUSED)
        self.as_(CO, "committee", "choose", NOBODY, "--date", "2026-03-10", code=REFUSED)

    def test_minutes_are_recorded_and_read_with_the_decisions(self):
        case = self.listed()
        self.refuse(case)
        self.as_(CO, "committee", "minutes", self.committee, code=REFUSED)
        record = ("committee", "record-minutes", self.committee, "--present", "coordinator=Claire Soulié")
        self.assertIn("version 1", self.as_(AA, *record).out)
        again = self.as_(AA, *record, "--remarks", "Séance courte", "--json").json()
        self.assertEqual((2, "Séance courte"), (again["version"], again["remarks"]))
        out = self.as_(DR, "committee", "minutes", self.committee).out
        self.assertIn("présent : Claire Soulié", out)
        self.assertIn(f"{self.reference(case)}  non retenu", out)
        path = os.path.join(self.folder(), "compte-rendu.pdf")
        self.as_(CO, "committee", "minutes", self.committee, "--out", path)
        with open(path, "rb") as file:
            self.assertTrue(file.read().startswith(b"%PDF-"))
        self.as_(CO, "committee", "minutes", self.committee, "--out", "x.doc", code=REFUSED)
        self.as_(AA, "committee", "record-minutes", self.committee, "--present", "Claire", code=REFUSED)
        self.as_(AA, "committee", "record-minutes", self.committee, "--present", "chef=Claire", code=REFUSED)


class Sessions(MeetingTest):
    def seated(self, session, rank):
        case = self.listed()
        self.act(CO, case, "open_review")
        self.act(CO, case, "decide", outcome="retained", aim="Vérifier", choice="person", rank=rank)
        if session:
            self.act(CO, case, "assign_session", session=session)
        return case

    def test_dates_letters_and_the_pre_reception_are_batches(self):
        session = self.new("/sessions", {"entry_on": "2026-03-09", "capacity": 8})
        came, missed = self.seated(session, 1), self.seated(session, 2)
        results = self.as_(AA, "session", "send-dates", session, "--json").json()
        self.assertEqual({came: "admitted", missed: "admitted"},
                         {item["case"]: item["states"]["journey"] for item in results})
        self.assertEqual([], self.as_(AA, "session", "send-dates", session, "--json").json())
        sheet = self.file("case;attended;medically_stable;missing_documents\n"
                          f"{self.reference(came)};oui;oui;social_sheet, remuneration_sheet\n{missed};non;;\n", "a.csv")
        out = self.as_(CO, "session", "record-pre-reception", session, "--file", sheet).out
        self.assertEqual(2, out.count("  fait : "))
        self.assertEqual(("pre_reception_done", "pre_reception_missed"), (self.state(came), self.state(missed)))
        held = self.seen(came)["data"]["pre_reception"]
        self.assertEqual((True, ["social_sheet", "remuneration_sheet"]),
                         (held["medically_stable"], held["missing_documents"]))

    def test_a_batch_tells_which_case_was_refused_and_why(self):
        session = self.new("/sessions", {"entry_on": "2026-03-09", "capacity": 8})
        early, stranger = self.seated(session, 1), self.seated(None, 2)
        for case, words in ((early, "là où en est le dossier"), (stranger, "pas de place")):
            outcome = self.as_(CO, "session", "record-pre-reception", session, "--case", case, "attended=oui",
                               code=REFUSED)
            self.assertIn(words, outcome.out)
        self.as_(CO, "session", "send-dates", session, code=REFUSED)
        self.as_(AA, "session", "send-dates", NOBODY, code=REFUSED)
        self.as_(AA, "session", "send-dates", code=WRONG_USAGE)

    def test_who_is_next_for_a_freed_seat_is_shown(self):
        session = self.new("/sessions", {"entry_on": "2026-03-09", "capacity": 1})
        seated, second = self.seated(session, 1), self.seated(None, 2)
        self.act(AA, seated, "renounce")
        self.assertIn(f"À proposer : {self.reference(second)}", self.run_it("session", "show", session, *self.data).out)
