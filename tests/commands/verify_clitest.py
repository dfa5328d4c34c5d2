"""F27. Every kind of row that is tampered with is named; what nobody touched agrees with its history."""
import json

from exchange import FAULTY_LINES, LIFELIKE, ExchangeTest
from terminal import REFUSED

# What is done to a case waiting for its committee, and what is then said to differ.
TAMPERED = {
    "a deadline's last day": (
        "update deadline set due = due + 1 where case_id = '{case}'", "échéance committee, dernier jour"),
    "a deadline's derivation": (
        "update deadline set derivation = 'autrement' where case_id = '{case}'", "échéance committee, calcul"),
    "a deadline said to have passed": (
        "update deadline set passed_at = now() where case_id = '{case}'", "échéance committee, passée"),
    "a frozen deadline": (
        "update deadline set frozen = true where case_id = '{case}'", "échéance committee, gelée"),
    "a deadline that is gone": ("delete from deadline where case_id = '{case}'", "échéance committee : gardé « rien »"),
    "an invented deadline": (
        """insert into deadline (establishment, case_id, id, number, region, state, raw, due, derivation, owner, frozen)
           select establishment, case_id, 'seat', 0, region, 'retained', raw, due, derivation, owner, false
           from deadline where case_id = '{case}'""", "échéance seat"),
    "a place": (
        """update "case" set places = jsonb_set(places, '{{journey}}', '"retained"') where id = '{case}'""",
        "place dans la région journey : gardé « retained », attendu « waiting_committee »"),
    "a state as shown": (
        """update "case" set states = jsonb_set(states, '{{journey}}', '"retained"') where id = '{case}'""",
        "état montré de la région journey"),
    "the day a state was entered": (
        """update "case" set entered = jsonb_set(entered, '{{journey}}', '"2026-01-05"') where id = '{case}'""",
        "jour d'entrée dans l'état de la région journey : gardé « 2026-01-05 », attendu « 2026-01-31 »"),
    "the notification": (
        """update "case" set notification = jsonb_set(notification, '{{mdph}}', '"48"') where id = '{case}'""",
        "notification, champ mdph"),
    "the data": (
        """update "case" set data = data - 'documents' where id = '{case}'""", "données, champ documents"),
    "the weeks lost": ("""update "case" set weeks_lost = 2 where id = '{case}'""", "semaines de formation perdues"),
    "a case said to be closed": ("""update "case" set closed = true where id = '{case}'""", "dossier clos"),
    "a revision": ("""update "case" set revision = revision + 1 where id = '{case}'""", "révision"),
    "a task that is gone": ("delete from task where case_id = '{case}'", "tâche transmission : gardé « rien »"),
    "a task said to be done": (
        "update task set done_at = now(), done_by = 'x' where case_id = '{case}'",
        "tâche transmission : gardé « faite », attendu « ouverte »"),
    "a task of another role": (
        "update task set role = 'doctor' where case_id = '{case}'", "tâche transmission, rôle"),
    "an invented task": (
        """insert into task (establishment, id, case_id, kind, label, role, opened_at)
           select establishment, gen_random_uuid(), id, 'call', 'Appeler', 'doctor', now()
           from "case" where id = '{case}'""", "tâche call : gardé « ouverte », attendu « rien »"),
    "a transmission that is gone": ("delete from transmission where case_id = '{case}'", "transmission 42"),
    "a transmission's code": (
        "update transmission set code = '41' where case_id = '{case}'", "transmission 42, code"),
    "a transmission's turn": (
        "update transmission set status = 'queued', released_at = null where case_id = '{case}'",
        "transmission 42, statut : gardé « queued », attendu « to_do »"),
    "an invented transmission": (
        """insert into transmission (establishment, id, case_id, seq, code, status, wanted_at, released_at)
           select establishment, gen_random_uuid(), id, 3, '72', 'to_do', now(), now()
           from "case" where id = '{case}'""", "transmission 72"),
    "a message that is gone": ("delete from message where case_id = '{case}'", "message admission_file : gardé « rien »"),
    "a message's template": (
        "update message set template = 'reminder' where case_id = '{case}'", "message admission_file, modèle"),
    "a message's recipient": (
        "update message set recipient = 'mdph' where case_id = '{case}'", "message admission_file, destinataire"),
    "an invented message": (
        """insert into message (establishment, id, case_id, seq, kind, template, recipient, created_at)
           select establishment, gen_random_uuid(), id, 3, 'letter', 'convocation', 'person', now()
           from "case" where id = '{case}'""", "message convocation"),
    "the last entry": (
        """alter table history disable trigger goes_only_with_its_case;
           delete from history where case_id = '{case}' and event = 'check_file';
           alter table history enable trigger goes_only_with_its_case""", "révision"),
}


class VerifyTest(ExchangeTest):
    def verify(self, code=0):
        """The discrepancies found, and the summary after them."""
        *found, summary = self.run_it("verify", "--json", *self.data, code=code).json_lines()
        self.assertEqual(len(found), summary["discrepancies"])
        return found, summary


class Untouched(VerifyTest):
    """What is tampered with here is put right again: the next test verifies the same base."""

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

    def test_what_people_do_between_the_entries_is_no_discrepancy(self):
        case = self.open_journey()
        transmission = self.database().one(f"select id from transmission where case_id = '{case}'")
        status, answer = self.server.call("admin_assistant", "POST", f"/transmissions/{transmission}/confirm", {
            "on": "2026-01-31"})
        self.assertEqual(200, status, answer)
        task = self.database().one(f"select id from task where case_id = '{case}' and kind = 'check_sent'")
        status, answer = self.server.call("admin_assistant", "POST", f"/tasks/{task}/done", {})
        self.assertEqual(200, status, answer)
        status, answer = self.server.call("admin_assistant", "PATCH", f"/cases/{case}", {
            "person": {"family_name": "Autre"}, "notification": {"valid_until": "2031-12-31"}})
        self.assertEqual(200, status, answer)
        closures = self.file("2026-02-01;2026-04-30;Travaux\n")
        self.run_it("setting", "calendar", "--closures", closures, "--restart", "file_return", *self.data)
        self.act("admin_assistant", case, "return_file", documents=["social_sheet"])
        self.assertEqual([], self.verify()[0])

    def test_an_entry_that_was_tampered_with_is_found_by_its_number(self):
        case = self.open_journey()
        where = f"case_id = '{case}' and seq = 3"
        for column, path, value in (("after", "{data,documents}", []), ("after", "{places,journey}", "retained"),
                                    ("after", "{deadlines,0,due}", "2026-03-01"),
                                    ("to_states", "{journey}", "retained"), ("data", "{documents}", ["social_sheet"])):
            with self.subTest(f"{column} {path}"):
                before = self.tamper_with_history(column, path, value, where)
                found, _ = self.verify(code=REFUSED)
                self.assertEqual((case, 3), (found[0]["case"], found[0]["seq"]))
                self.tamper_with_history(column, path, before, where)
                self.assertEqual([], self.verify()[0])


class Tampered(VerifyTest):
    def waiting_case(self):
        case = self.open_case()
        self.act("admin_assistant", case, "search_via_trajectoire", found=True, national_decision_id="7")
        self.act("admin_assistant", case, "return_file", documents=[
            "administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"])
        self.act("admin_assistant", case, "check_file")
        return case

    def test_each_kind_of_row_is_named_with_what_is_stored_and_what_was_expected(self):
        cases = {name: self.waiting_case() for name in TAMPERED}
        self.assertEqual([], self.verify()[0])
        for name, (sql, _) in TAMPERED.items():
            self.database().run(sql.format(case=cases[name]) + ";")
        found, _ = self.verify(code=REFUSED)
        for name, (_, words) in TAMPERED.items():
            with self.subTest(name):
                of_case = [item for item in found if item["case"] == cases[name]]
                reference = self.database().one(f"""select reference from "case" where id = '{cases[name]}'""")
                self.assertTrue(any(words in item["message"] for item in of_case), of_case)
                for item in of_case:
                    self.assertTrue(item["message"].startswith(f"{reference}, entrée "), item)
                    self.assertNotEqual(item["stored"], item["expected"])

    def test_without_json_each_discrepancy_is_one_line(self):
        case = self.waiting_case()
        self.database().run(f"delete from deadline where case_id = '{case}';")
        lines = self.run_it("verify", *self.data, code=REFUSED).out.splitlines()
        self.assertRegex(lines[-1], r"^\d+ dossier\(s\), \d+ entrée\(s\) rejouée\(s\), \d+ écart\(s\)$")
        self.assertTrue(any("échéance committee : gardé « rien », attendu « 2026-" in line for line in lines[:-1]))
