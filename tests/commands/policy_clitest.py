"""The policy at the command line: shown, previewed, changed, and histories that still replay afterwards."""
from datetime import date, timedelta

from exchange import ExchangeTest
from terminal import REFUSED

PERIOD = ("--period", "help_review=P45D")


class Policy(ExchangeTest):
    def policy(self, verb, *words, code=0):
        return self.run_it("policy", verb, *words, *self.data, code=code)

    def helped_case(self):
        case = self.open_case()
        self.act("admin_assistant", case, "search_via_trajectoire", found=True, national_decision_id="7")
        self.act("admin_assistant", case, "return_file", documents=["social_sheet"])
        self.act("admin_assistant", case, "check_file")
        return case

    def due(self, case):
        return self.database().one(f"select due from deadline where case_id = '{case}' and id = 'help_review'")

    def test_what_holds_is_shown_with_what_the_pathway_says(self):
        self.policy("set", "--group-size", "12", "--document", "social_sheet")
        shown = self.policy("show").out
        for words in ("file_return", "P1M", "[x] social_sheet", "[ ] professional_sheet", "session : 12",
                      "Réglée par console"):
            self.assertIn(words, shown)
        own = self.policy("show", "--json").json()["own"]
        self.assertEqual({"group_size": 12, "required_documents": ["social_sheet"]}, own["value"])
        self.policy("set", "--as-shipped")
        self.assertEqual(2, len(self.policy("history", "--json").json()))
        self.assertIn('"group_size":12', self.policy("history").out)

    def test_dates_that_would_move_are_shown_and_asked_about(self):
        case = self.helped_case()
        before = self.due(case)
        preview = self.policy("preview", *PERIOD).out
        self.assertIn("help_review : 1 date(s)", preview)
        self.assertIn(f"avant {before}  après ", preview)
        refused = self.policy("set", *PERIOD, code=REFUSED).err
        self.assertIn("  help_review : ", refused)
        self.assertIn("--restart", refused)
        self.policy("set", *PERIOD, "--keep", "help_review")
        self.assertEqual(before, self.due(case))

    def test_after_changes_of_every_kind_histories_replay(self):
        kept, moved = self.helped_case(), self.helped_case()
        after = self.policy("preview", *PERIOD, "--json").json()["dates"][0]["cases"][0]["after"]["due"]
        told = self.policy("set", *PERIOD, "--restart", "help_review").out
        self.assertIn("2 dossier(s) compté(s) à nouveau", told)
        self.assertEqual(after, self.due(moved))
        closures = self.file(f"{after};{after};Inventaire\n")
        self.run_it("setting", "calendar", "--closures", closures, "--restart", "help_review", *self.data)
        self.assertGreater(self.due(moved), after)
        self.act("admin_assistant", kept, "receive_documents", documents=["professional_sheet"])
        self.act("coordinator", moved, "suspend", reason="Soins")
        self.policy("set", "--as-shipped", "--restart", "help_review")
        self.assertEqual(0, self.run_it("verify", "--json", *self.data).json_lines()[-1]["discrepancies"])

    def test_what_no_establishment_may_set_is_refused_by_name(self):
        refused = self.policy("set", "--period", "follow_up_end=P6M", code=REFUSED).err
        self.assertIn("follow_up_end", refused)
        self.assertIn("ne se règle pas", refused)
        self.policy("set", "--period", "file_return", code=REFUSED)
        self.policy("set", "--file", self.file("[1]"), code=REFUSED)
        self.policy("set", *PERIOD, "--keep", "help_review", "--restart", "help_review", code=REFUSED)
        self.assertEqual([], self.policy("history", "--json").json())

    def test_a_change_may_wait_for_its_day_and_be_withdrawn_before(self):
        day = "2199-12-31"
        self.assertIn("dans les deux ans", self.policy("set", "--group-size", "9", "--from", day, code=REFUSED).err)
        day = (date.today() + timedelta(days=30)).isoformat()
        self.assertIn("Prévu pour le", self.policy("set", "--group-size", "9", "--from", day).out)
        shown = self.policy("show").out
        self.assertIn("Prévu pour le", shown)
        self.assertNotIn("Places d'une nouvelle session", shown)
        self.assertIn("est retiré", self.policy("withdraw", day).out)
        self.assertIn("Aucun changement", self.policy("withdraw", day, code=REFUSED).err)

    def test_an_optional_letter_is_wanted_until_it_no_longer_is(self):
        self.policy("set", "--letter", "acknowledgement")
        self.assertIn("[x] acknowledgement", self.policy("show").out)
        self.policy("set", "--without-letter", "acknowledgement")
        self.assertIn("[ ] acknowledgement", self.policy("show").out)
        self.assertIn("courrier facultatif", self.policy("set", "--letter", "convocation", code=REFUSED).err)
