"""Notifications in from a spreadsheet, files of persons out, and the proof that the histories hold."""
import csv
import io
import json
import os

from psql import Database, socket_of
from server import PASSWORD, Server
from terminal import REFUSED, ROOT, CommandTest
import terminal

LIFELIKE = os.path.join(ROOT, "tests/data/notifications.csv")
NOW = "2026-01-31T09:00:00+01:00"  # the last day of the lifelike file
FAULTY_LINES = 26
HEADING = "nom;prenom;date_naissance;canal;recue_le;mdph;numero_decision_national"
SHEETS = ["administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"]


class ExchangeTest(CommandTest):
    """One server, and for each test an establishment of its own, because each counts what is there."""

    establishments = 0

    @classmethod
    def setUpClass(cls):
        cls.server = Server(terminal.PROGRAM, "--clock", "manual", "--now", NOW)
        cls.addClassCleanup(cls.server.stop)

    def setUp(self):
        ExchangeTest.establishments += 1
        self.code = f"e{ExchangeTest.establishments}"
        folder = ("--data-dir", self.server.data_folder)
        self.run_it("establishment", "add", self.code, "--name", self.code, *folder)
        self.data = (*folder, "--establishment", self.code)

    def add(self, *roles):
        for role in roles:
            words = ("--login", role, "--name", role, "--role", role, *self.data)
            self.run_it("user", "add", *words, "--password-stdin", feed=PASSWORD)
            token = self.run_it("token", "create", "--login", role, *self.data).out
            self.server.tokens[role] = token.split()[-1]

    def database(self):
        return Database(socket_of(self.server.data_folder))

    def count(self, table='"case"', condition="true"):
        return self.database().one(
            f"select count(*) from {table} where establishment = '{self.code}' and {condition}")

    def import_file(self, path, *options, code=0):
        return self.run_it("import", path, *options, "--json", *self.data, code=code)

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


class Verify(ExchangeTest):
    """What is tampered with is put right again: the next test verifies the same base."""

    def verify(self, code=0):
        """The discrepancies found, and the summary after them."""
        *found, summary = self.run_it("verify", "--json", *self.data, code=code).json_lines()
        self.assertEqual(len(found), summary["discrepancies"])
        return found, summary

    def tamper_with_history(self, column, path, value, where):
        """As only PostgreSQL's superuser can; answers what stood there."""
        before = self.database().one(f"select {column} #> '{path}' as value from history where {where}")
        self.database().run(f"""
            alter table history disable trigger append_only;
            update history set {column} = jsonb_set({column}, '{path}', '{json.dumps(value)}') where {where};
            alter table history enable trigger append_only;""")
        return before

    def test_nothing_is_found_after_journeys_and_an_import(self):
        self.open_journey()
        self.import_file(LIFELIKE)
        found, summary = self.verify()
        self.assertEqual([], found)
        self.assertEqual(self.database().one('select count(*) from "case"'), summary["cases"])
        self.assertEqual(self.database().one("select count(*) from history"), summary["entries"])
        self.assertEqual(1 + 500 - FAULTY_LINES, self.count())

    def test_an_entry_that_was_tampered_with_is_found_by_its_number(self):
        case = self.open_journey()
        where = f"case_id = '{case}' and seq = 3"
        for column, path, value in (("after", "{data,documents}", []), ("after", "{places,journey}", "retained"),
                                    ("data", "{documents}", ["social_sheet"])):
            with self.subTest(f"{column} {path}"):
                before = self.tamper_with_history(column, path, value, where)
                found, _ = self.verify(code=REFUSED)
                self.assertEqual((case, 3), (found[0]["case"], found[0]["seq"]))
                self.tamper_with_history(column, path, before, where)
                self.verify()

    def test_a_case_that_is_not_what_its_history_says_is_found(self):
        case = self.open_journey()
        journey = self.database().one(f"""select places ->> 'journey' as p from "case" where id = '{case}'""")
        for state, code in (("retained", REFUSED), (journey, 0)):
            self.database().run(f"""
                update "case" set places = jsonb_set(places, '{{journey}}', '"{state}"') where id = '{case}'""")
            found, _ = self.verify(code)
            self.assertEqual([case] * (code == REFUSED), [item["case"] for item in found])
