"""Notifications in from a spreadsheet, files of persons out; S21: no cell is a formula."""
import csv
import io
import os

import xlsx
from exchange import FAULTY_LINES, LIFELIKE, ExchangeTest
from terminal import REFUSED

HEADING = "nom;prenom;date_naissance;canal;recue_le;mdph;numero_decision_national"


class Import(ExchangeTest):
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
        numbered = self.count(condition="notification ? 'national_decision_id'")
        again = self.import_file(LIFELIKE, code=REFUSED).json()
        reasons = [item["reason"] for item in again["rejected"]]
        self.assertEqual((0, numbered, 500 - FAULTY_LINES - numbered), (
            again["accepted"], sum("cette décision a déjà" in reason for reason in reasons),
            sum(reason.startswith("déjà importée") for reason in reasons)))
        self.assertLess(numbered, 500 - FAULTY_LINES)
        self.assertEqual(500 - FAULTY_LINES, self.count())
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
        names = self.database().rows(f"""select distinct person ->> 'family_name' as name,
            notification ->> 'received_on' as day from "case" where establishment = '{self.code}'""")
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


class Export(ExchangeTest):
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

    def test_the_list_of_cases_is_a_spreadsheet_too(self):
        self.open_journey()
        path = os.path.join(self.folder(), "cases.xlsx")
        self.run_it("export", "--cases", path, *self.data)
        found = xlsx.read_file(path)
        line = dict(zip(*found["rows"]))
        self.assertEqual(("'=cmd|' /C calc'!A0", "Zoé", "12", "file_sent"), tuple(
            line[name] for name in ("nom", "prenom", "mdph", "etat")))
        self.assertTrue(line["echeance"].startswith("date 2026-"), line)
        self.assertEqual(0, found["formulas"])
        self.run_it("export", "--cases", "cases.ods", *self.data, code=REFUSED)
