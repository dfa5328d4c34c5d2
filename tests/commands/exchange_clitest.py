"""Notifications in from a spreadsheet, files of persons out, and the proof that the histories hold."""
import csv
import io
import json
import os

from psql import Database, socket_of
from server import Server
from terminal import PROGRAM, REFUSED, ROOT, WRONG_USAGE, CommandTest
import terminal

LIFELIKE = os.path.join(ROOT, "tests/data/notifications.csv")
NOW = "2026-01-31T09:00:00+01:00"  # the last day of the lifelike file
FAULTY_LINES = 26
HEADING = "nom;prenom;date_naissance;canal;recue_le;mdph;numero_decision_national"
SHEETS = ["administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"]


class Exchange(CommandTest):
    """Each test has a server of its own, because each counts what is there."""

    def setUp(self):
        self.server = Server(terminal.PROGRAM, "--clock", "manual", "--now", NOW)
        self.addCleanup(self.server.stop)
        self.data = ("--data-dir", self.server.data_folder)

    def add(self, *roles):
        for role in roles:
            self.server.add_account(role)

    def database(self):
        return Database(socket_of(self.server.data_folder))

    def count(self, table="\"case\""):
        return self.database().one(f"select count(*) from {table}")

    def import_file(self, path, *options, code=0):
        return self.run_it("import", path, *options, "--json", *self.data, code=code)

    def test_a_dry_run_reports_everything_and_writes_nothing(self):
        report = self.import_file(LIFELIKE, "--dry-run").json()
        self.assertEqual((500 - FAULTY_LINES, True), (report["accepted"], report["dry_run"]))
        self.assertEqual(FAULTY_LINES, len({item["line"] for item in report["rejected"]}))
        self.assertTrue(all(item["reason"] and item["line"] > 1 for item in report["rejected"]))
        self.assertEqual((0, 0), (self.count(), self.count("command_log")))

    def test_the_good_lines_are_imported_once_and_the_faulty_ones_named(self):
        dry = self.import_file(LIFELIKE, "--dry-run").json()
        real = self.import_file(LIFELIKE).json()
        self.assertEqual((dry["accepted"], dry["rejected"], False),
                         (real["accepted"], real["rejected"], real["dry_run"]))
        self.assertEqual(500 - FAULTY_LINES, self.count())
        self.assertEqual(500 - FAULTY_LINES, self.count("history"))
        numbered = self.database().one("""select count(*) from "case" where notification ? 'national_decision_id'""")
        again = self.import_file(LIFELIKE, code=0 if numbered < 500 - FAULTY_LINES else REFUSED).json()
        known = [item for item in again["rejected"] if "déjà" in item["reason"]]
        self.assertEqual(numbered, len(known))
        self.run_it("verify", *self.data)

    def test_a_file_of_known_decisions_alone_imports_nothing_and_says_so(self):
        path = self.file(HEADING + "\nMartin;Zoé;1990-01-02;numerique;2026-01-12;12;A1\n")
        self.assertEqual(1, self.import_file(path).json()["accepted"])
        report = self.import_file(path, code=REFUSED).json()
        self.assertEqual((0, [2]), (report["accepted"], [item["line"] for item in report["rejected"]]))
        self.assertEqual(1, self.count())

    def test_byte_order_mark_separator_and_line_ends_make_no_difference(self):
        text = HEADING + "\nD'Élan;Zoé;1990-01-02;numerique;12/01/2026;12;{}\n"
        for number, body in enumerate((
                text.encode(), b"\xef\xbb\xbf" + text.encode(), text.replace(";", ",").encode(),
                b"\xef\xbb\xbf" + text.replace(";", ",").replace("\n", "\r\n").encode())):
            path = self.file(body.replace(b"{}", b"B%d" % number))
            report = self.import_file(path).json()
            self.assertEqual((1, []), (report["accepted"], report["rejected"]))
        names = self.database().rows("""select distinct person ->> 'family_name' as name,
            notification ->> 'received_on' as day from "case\"""")
        self.assertEqual([{"name": "D'Élan", "day": "2026-01-12"}], names)

    def test_each_faulty_line_is_named_with_its_column_and_the_others_are_imported(self):
        path = self.file(HEADING + """
Un;Bon;1990-01-02;papier;2026-01-12;12;
Deux;;1990-01-02;papier;2026-01-12;12;
Trois;Demain;1990-01-02;papier;2026-02-01;12;
Quatre;Fax;1990-01-02;fax;2026-01-12;12;
Cinq;Nulle-part;1990-01-02;papier;2026-01-12;99;
""".lstrip("\n").join(["\n", ""]))
        report = self.import_file(path).json()
        self.assertEqual(1, report["accepted"])
        self.assertEqual([(3, "prenom"), (4, "recue_le"), (5, "canal"), (6, "mdph")],
                         [(item["line"], item["column"]) for item in report["rejected"]])

    def test_a_file_that_is_none_is_refused_whole(self):
        for body in (b"", b"nom;prenom\n", b"\xff\xfe\x00", b"nom;couleur\nA;B\n", HEADING.encode()):
            with self.subTest(body[:20]):
                self.import_file(self.file(body), code=REFUSED)
        self.import_file("/nowhere/file.csv", code=REFUSED)
        self.assertEqual(0, self.count())

    def open_journey(self):
        self.add("admin_assistant", "coordinator")
        person = {"family_name": "=cmd|' /C calc'!A0", "given_name": "Zoé", "birth_date": "1990-01-02"}
        status, case = self.server.call("admin_assistant", "POST", "/cases", {
            "workflow": "preorientation", "person": person,
            "notification": {"channel": "paper", "received_on": "2026-01-30", "mdph": "12"}})
        self.assertEqual(201, status, case)
        for event, data in (("search_via_trajectoire", {"found": True, "national_decision_id": "7"}),
                            ("return_file", {"documents": SHEETS}), ("check_file", {})):
            status, answer = self.server.call("admin_assistant", "POST", f"/cases/{case['id']}/events", {
                "event": event, "data": data})
            self.assertEqual(200, status, answer)
        self.server.call("coordinator", "POST", f"/cases/{case['id']}/corrections", {"back_to": 2, "reason": "Erreur"})
        return case["id"]

    def test_one_persons_whole_file_is_exported(self):
        case = self.open_journey()
        file = self.run_it("export", "--case", case, *self.data).json()
        self.assertEqual((case, 5), (file["case"]["id"], len(file["history"])))
        self.assertEqual((1, 1), (len(file["messages"]), len(file["transmissions"])))
        self.run_it("export", "--case", "00000000-0000-4000-8000-000000000000", *self.data, code=REFUSED)
        self.run_it("export", "--case", "x", *self.data, code=REFUSED)
        self.run_it("export", *self.data, code=REFUSED)

    def test_the_list_of_cases_is_a_file_that_no_spreadsheet_takes_for_formulas(self):
        self.open_journey()
        path = os.path.join(self.folder(), "cases.csv")
        self.run_it("export", "--cases", path, *self.data)
        with open(path, "rb") as file:
            text = file.read()
        self.assertTrue(text.startswith(b"\xef\xbb\xbf"))
        heading, line = csv.reader(io.StringIO(text.decode("utf-8-sig")), delimiter=";")
        self.assertEqual(len(heading), len(line))
        self.assertEqual("'=cmd|' /C calc'!A0", line[1])
        self.run_it("export", "--cases", "/nowhere/at/all.csv", *self.data, code=REFUSED)

    def test_verify_finds_nothing_after_journeys_and_a_row_that_was_tampered_with(self):
        self.open_journey()
        self.import_file(LIFELIKE)
        summary = self.run_it("verify", "--json", *self.data).json_lines()[-1]
        self.assertEqual((1 + 500 - FAULTY_LINES, 0), (summary["cases"], summary["discrepancies"]))
        self.database().run("""
            alter table history disable trigger append_only;
            update history set after = jsonb_set(after, '{data,documents}', '[]')
            where seq = 3 and event = 'return_file';
            alter table history enable trigger append_only;""")
        outcome = self.run_it("verify", "--json", *self.data, code=REFUSED)
        self.assertGreaterEqual(outcome.json_lines()[-1]["discrepancies"], 1)
        self.assertEqual(3, outcome.json_lines()[0]["seq"])

    def test_verify_finds_a_case_that_is_not_what_its_history_says(self):
        case = self.open_journey()
        self.database().run(f"""
            update "case" set places = jsonb_set(places, '{{journey}}', '"retained"') where id = '{case}'""")
        outcome = self.run_it("verify", "--json", *self.data, code=REFUSED)
        self.assertEqual([case], [item["case"] for item in outcome.json_lines()[:-1]])
