"""Absences, hours of reminders, what will leave to the staff, and who signs: from a terminal."""
from exchange import ExchangeTest
from terminal import REFUSED, WRONG_USAGE

NOBODY = "00000000-0000-4000-8000-000000000000"


class Absences(ExchangeTest):
    def setUp(self):
        super().setUp()
        self.add("trainer", "coordinator", "doctor")

    def announce(self, *more, login="trainer", days=("2026-02-02", "2026-02-06"), code=0):
        return self.run_it("absence", "add", "--login", login, "--from", days[0], "--until", days[1], *more, *self.data,
                           code=code)

    def listed(self, *more):
        return self.run_it("absence", "list", "--json", *more, *self.data).json()

    def test_an_absence_is_announced_listed_and_ended_before_its_term(self):
        absence = self.announce("--reason", "training", "--substitute", "coordinator", "--json").json()
        self.assertEqual(("trainer", "coordinator", "training"),
                         tuple(absence[key] for key in ("login", "substitute", "reason")))
        line = self.run_it("absence", "list", *self.data).out
        self.assertIn("du 2026-02-02 au 2026-02-06  formation  remplacement : coordinator", line)
        self.assertEqual([[absence["id"]], []], [[item["id"] for item in self.listed("--login", who)]
                                                 for who in ("coordinator", "doctor")])
        self.run_it("absence", "end", absence["id"], *self.data)
        self.assertIn("finie avant son terme", self.run_it("absence", "list", *self.data).out)
        self.assertEqual(["console"], [item["ended_by"] for item in self.listed()])
        self.run_it("absence", "end", absence["id"], *self.data, code=REFUSED)

    def test_what_is_no_absence_is_refused_and_changes_nothing(self):
        self.announce()
        for options in ({}, {"login": "personne"}, {"days": ("demain", "2026-02-06")},
                        {"days": ("2026-03-06", "2026-03-02")}, {"days": ("2026-01-05", "2026-01-09")},
                        {"days": ("2026-03-02", "2027-04-02")}):
            with self.subTest(options):
                self.announce(code=REFUSED, **options)
        later = ("2026-03-02", "2026-03-06")
        for substitute in ("personne", "trainer", "doctor"):
            self.announce("--substitute", substitute, days=later, code=REFUSED)
        self.announce("--reason", "malade", days=later, code=WRONG_USAGE)
        self.run_it("absence", "add", "--login", "trainer", *self.data, code=WRONG_USAGE)
        self.run_it("absence", "end", NOBODY, *self.data, code=REFUSED)
        self.assertEqual(1, len(self.listed()))


class Messages(ExchangeTest):
    def planned(self, *more, code=0):
        return self.run_it("messages", "planned", *more, *self.data, code=code)

    def test_what_will_leave_is_told_day_by_day_and_to_whom(self):
        self.run_it("user", "add", "--login", "anne", "--name", "Anne", "--role", "admin_assistant", "--email",
                    "anne@espo.example", "--password-stdin", *self.data, feed="Chemin-de-Halage-1847")
        self.open_case()
        days = self.planned("--days", "20", "--json").json()["items"]
        mails = [(day["day"], digest["login"]) for day in days for digest in day["digests"]]
        self.assertIn("anne", {login for _, login in mails})
        first = self.planned("--days", "20").out.splitlines()
        self.assertRegex(first[0], r"^\S+ \d\d/\d\d/\d{4}  anne : \d+ en retard, \d+ cette semaine$")
        self.assertTrue(any("2026-0001" in line for line in first))
        self.run_it("absence", "add", "--login", "anne", "--from", "2026-02-01", "--until", "2026-03-31", *self.data)
        said = self.planned("--days", "20").out
        self.assertIn("personne à prévenir", said)
        self.assertNotIn("anne :", said)

    def test_only_days_that_lie_near_are_looked_at(self):
        for days in ("0", "61", "bientôt"):
            self.planned("--days", days, code=WRONG_USAGE)


class Settings(ExchangeTest):
    def kept(self, name):
        return [row["value"] for row in self.database().rows(
            f"select value from setting where establishment = '{self.code}' and name = '{name}'")]

    def test_the_hours_of_reminders_are_kept(self):
        out = self.run_it("setting", "reminders", "--morning", "06:45", "--evening", "17:30", *self.data).out
        self.assertIn("le matin à 06:45, les urgences jusqu'à 17:30", out)
        self.assertEqual([{"morning": "06:45", "evening": "17:30"}], self.kept("reminders"))

    def test_hours_that_cannot_be_are_refused_with_the_reason(self):
        for morning, evening, words in (("13:00", "18:00", "de 05:00 à 12:00"), ("07:30", "07:00", "après le matin"),
                                        ("7h30", "18:00", "HH:MM"), ("07:30", "22:00", "21:00")):
            outcome = self.run_it("setting", "reminders", "--morning", morning, "--evening", evening, *self.data,
                                  code=REFUSED)
            self.assertIn(words, outcome.err)
            self.assertTrue(outcome.err.startswith("jalon : Les rappels"), outcome.err)
        self.assertEqual([], self.kept("reminders"))

    def test_a_kind_of_letter_gets_its_own_signatory_and_loses_it(self):
        self.add("coordinator")
        words = ("setting", "signatory", "stay_contract")
        self.assertIn("Hélène Vayssade", self.run_it(*words, "--name", "Hélène Vayssade", "--title", "directrice",
                                                     *self.data).out)
        self.run_it("setting", "signatory", "reminder", "--name", "Anne", *self.data)
        self.assertEqual({"stay_contract": {"name": "Hélène Vayssade", "title": "directrice"},
                          "reminder": {"name": "Anne"}}, self.kept("signatories")[-1])
        self.run_it(*words, "--none", *self.data)
        self.assertEqual({"reminder": {"name": "Anne"}}, self.kept("signatories")[-1])
        refused = self.run_it("setting", "signatory", "staff_digest", "--name", "Anne", *self.data, code=REFUSED)
        self.assertIn("stay_contract", refused.err)
        self.run_it(*words, *self.data, code=WRONG_USAGE)
        self.run_it(*words, "--name", " ", *self.data, code=REFUSED)
