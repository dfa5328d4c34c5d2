"""The calendar at the command line, on days that anybody can count on a wall calendar."""
from terminal import REFUSED, CommandTest

HOLIDAYS_2026 = ["2026-01-01", "2026-04-06", "2026-05-01", "2026-05-08", "2026-05-14", "2026-05-25", "2026-07-14",
                 "2026-08-15", "2026-11-01", "2026-11-11", "2026-12-25"]


class Calendar(CommandTest):
    def due(self, *words):
        return self.run_it("calendar", "due", *words, "--json").json()

    def test_the_holidays_of_a_year(self):
        found = self.run_it("calendar", "holidays", "--year", "2026", "--json").json()
        self.assertEqual(HOLIDAYS_2026, found)

    def test_alsace_and_moselle_have_two_more(self):
        found = self.run_it("calendar", "holidays", "--year", "2026", "--region", "alsace-moselle", "--json").json()
        self.assertEqual(sorted([*HOLIDAYS_2026, "2026-04-03", "2026-12-26"]), found)

    def test_without_json_each_holiday_has_its_french_name(self):
        lines = self.run_it("calendar", "holidays", "--year", "2026").out.splitlines()
        self.assertEqual(len(HOLIDAYS_2026), len(lines))
        self.assertIn("Pâques", lines[1])

    def test_a_period_of_days_rolls_over_a_weekend_and_easter_monday(self):
        # 20 March and 15 days is Saturday 4 April; Sunday, then Easter Monday the 6th; so Tuesday.
        found = self.due("--from", "2026-03-20", "--period", "P15D")
        self.assertEqual(("2026-04-04", "2026-04-07"), (found["raw"], found["due"]))
        self.assertRegex(found["derivation"], "(?i)p[âa]ques")

    def test_a_month_from_the_31st_is_the_last_of_the_next(self):
        found = self.due("--from", "2026-01-31", "--period", "P1M", "--roll", "none")
        self.assertEqual(("2026-02-28", "2026-02-28"), (found["raw"], found["due"]))

    def test_a_backward_period_falls_on_the_opening_day_before(self):
        # One month before 7 October 2026 is Monday 7 September; before the 5th it is Saturday 5, so Friday 4.
        self.assertEqual("2026-09-07", self.due("--from", "2026-10-07", "--period", "-P1M")["due"])
        self.assertEqual("2026-09-04", self.due("--from", "2026-10-05", "--period", "-P1M")["due"])

    def test_closures_are_days_on_which_nothing_is_due(self):
        closures = self.file("2026-08-03;2026-08-21;Fermeture d'été\n")
        words = ("--from", "2026-07-20", "--period", "P15D")
        self.assertEqual("2026-08-04", self.due(*words)["due"])
        self.assertEqual("2026-08-24", self.due(*words, "--closures", closures)["due"])

    def test_the_words_without_json_are_the_date_and_its_derivation(self):
        lines = self.run_it("calendar", "due", "--from", "2026-03-20", "--period", "P15D").out.splitlines()
        self.assertEqual("2026-04-07", lines[0])
        self.assertTrue(lines[1])

    def test_what_is_no_date_period_roll_region_or_file_is_refused(self):
        good = {"--from": "2026-03-20", "--period": "P15D"}
        for option, value in (("--from", "20/03/2026"), ("--from", "2026-02-30"), ("--period", "15 jours"),
                              ("--period", "P"), ("--period", "P1Y2"), ("--roll", "later"), ("--region", "corse"),
                              ("--closures", "/nowhere/closures"), ("--closures", self.file("hier;demain;x\n"))):
            with self.subTest(f"{option} {value}"):
                words = [word for pair in (good | {option: value}).items() for word in pair]
                words = [f"{words[i]}={words[i + 1]}" for i in range(0, len(words), 2)]
                self.assertEqual("", self.run_it("calendar", "due", *words, code=REFUSED).out)
