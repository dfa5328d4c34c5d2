"""ViaTrajectoire from a terminal: decisions in, reports out as text and files, who the establishment is there."""
import json
import os

from decisions import bundle, decision
from exchange import ExchangeTest
from terminal import REFUSED, WRONG_USAGE


class Decisions(ExchangeTest):
    def import_decisions(self, root, *options, code=0):
        path = self.file(json.dumps(root, ensure_ascii=False), "decisions.json")
        return self.run_it("import", "--sdo", path, *options, "--json", *self.data, code=code)

    def test_decisions_become_digital_notifications_once(self):
        batch = bundle(decision(1), decision(2, family_name="Alary", right="13.2"), decision(3, family_name="Pons"))
        dry = self.import_decisions(batch, "--dry-run").json()
        self.assertEqual((2, [2], 0), (dry["accepted"], [item["line"] for item in dry["rejected"]], self.count()))
        self.assertEqual(2, self.import_decisions(batch).json()["accepted"])
        kept = self.database().rows(f"""select notification from "case" where establishment = '{self.code}'
            order by notification ->> 'decision_id'""")
        self.assertEqual({
            "channel": "digital", "received_on": "2026-01-31", "mdph": "12", "decision_id": "D-1",
            "national_decision_id": "N-1", "vt_individual_number": "VT-1", "valid_from": "2026-01-01",
            "valid_until": "2031-01-01"}, kept[0]["notification"])
        again = self.import_decisions(batch, code=REFUSED).json()
        self.assertIn("cette décision a déjà un dossier ouvert", [item["reason"] for item in again["rejected"]])
        self.assertEqual(2, self.count())

    def test_a_further_decision_for_somebody_known_is_said(self):
        self.import_decisions(decision(1, family_name="Alary"))
        again = self.import_decisions(decision(2, family_name="Alary")).json()
        self.assertEqual((1, 2), (again["accepted"], self.count()))
        [twin] = again["twins"]
        self.assertRegex(twin["reference"], "^2026-")
        path = self.file(json.dumps(decision(3, family_name="Alary")), "decisions.json")
        self.assertIn("porte le même nom et la même date de naissance",
                      self.run_it("import", "--sdo", path, *self.data).out)

    def test_one_decision_alone_is_received_on_the_day_it_was_last_changed(self):
        self.import_decisions(decision(4, updated="2026-01-20T23:30:00Z"))
        self.assertEqual(1, self.count(condition="notification ->> 'received_on' = '2026-01-21'"))

    def test_what_is_no_file_of_decisions_is_refused_whole(self):
        for root in ([], {}, {"resourceType": "Patient"}, bundle(), bundle({"resourceType": "Task"})):
            with self.subTest(str(root)):
                self.import_decisions(root, code=REFUSED)
        path = self.file("{", "broken.json")
        self.run_it("import", "--sdo", path, *self.data, code=REFUSED)
        self.assertEqual(0, self.count())

    def test_either_a_spreadsheet_or_decisions(self):
        self.run_it("import", *self.data, code=WRONG_USAGE)
        self.run_it("import", "a.csv", "--sdo", "b.json", *self.data, code=WRONG_USAGE)


class Transmissions(ExchangeTest):
    def setUp(self):
        super().setUp()
        self.add("admin_assistant")
        self.folder_of_files = os.path.join(self.folder(), "files")

    def open_case(self, **notification):
        known = {"channel": "digital", "received_on": "2026-01-20", "mdph": "12", "decision_id": "D-7",
                 "national_decision_id": "N-7"} | notification
        person = {"family_name": "Soulier", "given_name": "Camille", "birth_date": "1984-05-17"}
        case = self.ask("POST", "/cases", {"workflow": "preorientation", "person": person, "notification": {
            name: value for name, value in known.items() if value}})["id"]
        self.ask("POST", f"/cases/{case}/events", {"event": "send_first_contact", "occurred_on": "2026-01-22"})
        return case

    def ask(self, method, path, body=None):
        status, answer = self.server.call("admin_assistant", method, path, body)
        self.assertIn(status, (200, 201), answer)
        return answer

    def transmissions(self, *words, code=0):
        return self.run_it("transmissions", *words, *self.data, code=code)

    def one(self):
        return self.transmissions("list", "--json").json()[0]

    def test_they_are_listed_with_the_text_to_copy(self):
        self.open_case()
        shown = self.transmissions("list", "--status", "to_do").out
        for words in ("Statut à saisir : Contact effectué (41)", "Motif : l'ESMS a pris contact (151)",
                      "Date : 22/01/2026", "Décision nationale : N-7", "1 transmission(s)"):
            self.assertIn(words, shown)
        self.assertIn("0 transmission(s)", self.transmissions("list", "--status", "queued").out)
        self.transmissions("list", "--status", "lost", code=WRONG_USAGE)

    def test_a_report_is_confirmed_on_a_day_that_can_be(self):
        self.open_case()
        one = self.one()["id"]
        for day, words in (("2026-01-21", "22/01/2026"), ("2027-01-01", "avenir"), ("demain", "AAAA-MM-JJ")):
            self.assertIn(words, self.transmissions("confirm", one, "--on", day, code=REFUSED).err)
        done = self.transmissions("confirm", one, "--on", "2026-01-22", "--proof", "Accusé n° 3", "--json").json()
        self.assertEqual(("confirmed", "console", "Accusé n° 3"), (
            done["status"], done["confirmed_by"], done["proof"]))
        self.assertIn("déjà confirmée", self.transmissions("confirm", one, "--on", "2026-01-23", code=REFUSED).err)
        self.transmissions("retry", one, code=REFUSED)
        self.transmissions("confirm", "nothing", "--on", "2026-01-22", code=REFUSED)

    def test_the_document_wants_what_the_profile_wants(self):
        self.open_case(decision_id=None, national_decision_id=None)
        refused = self.transmissions("sdo", self.one()["id"], code=REFUSED).err
        for words in ("FINESS", "numéro national", "décision de la MDPH"):
            self.assertIn(words, refused)
        done = self.transmissions("export", self.folder_of_files, "--json").json()
        self.assertEqual(([], 1), (done["files"], len(done["left_out"])))

    def test_files_are_written_for_what_is_to_do(self):
        self.run_it("setting", "via-trajectoire", "--finess", "120001234", "--mode", "47", *self.data)
        self.open_case()
        one = self.one()
        file, = self.transmissions("export", self.folder_of_files, "--json").json()["files"]
        with open(file["file"], encoding="utf-8") as text:
            written = json.load(text)
        shown = self.transmissions("sdo", one["id"]).json()
        for document in (written, shown):
            document["meta"].pop("lastUpdated")
        self.assertEqual(shown, written)
        self.assertEqual("Task", written["resourceType"])
        self.transmissions("confirm", one["id"], "--on", "2026-01-22")
        self.assertEqual([], self.transmissions("export", self.folder_of_files, "--json").json()["files"])

    def test_wrong_settings_are_refused_and_the_others_kept(self):
        setting = ("setting", "via-trajectoire")
        self.run_it(*setting, "--finess", "120001234", "--weekday", "mercredi", *self.data)
        for wrong in (("--finess", "12"), ("--mode", "1"), ("--weekday", "monday"), ("--profile", "x")):
            self.run_it(*setting, *wrong, *self.data, code=REFUSED)
        kept = self.run_it(*setting, "--mode", "46", "--json", *self.data).json()
        self.assertEqual({"finess": "120001234", "weekday": "mercredi", "mode_of_care": "46"}, kept)
