"""Every verb explains itself in French; what is not its usage ends with 2 and changes nothing."""
import os
import re

from terminal import REFUSED, WRONG_USAGE, CommandTest

VERBS = (
    "serve", "worker", "migrate", "check", "workflows", "workflows list", "workflows show", "workflows diagram",
    "establishment", "establishment add", "user", "user add", "user disable", "token", "token create", "setting",
    "setting calendar", "setting reminders", "setting sessions",
    "setting second-factor", "setting signatory", "absence", "absence add",
    "absence list", "absence end",
    "retention", "retention list", "retention set", "retention erase", "retention register", "committee move",
    "committee remove", "session amend", "session remove", "case", "case team",
    "messages", "messages planned", "committee", "committee list", "committee table", "committee send", "committee grade",
    "committee consent", "committee decide", "committee propose", "committee proposals", "committee answer",
    "committee choose", "committee minutes", "committee record-minutes", "session", "session list", "session show",
    "session send-dates", "session record-pre-reception", "session pre-reception", "session attendance",
    "policy", "policy show", "policy history", "policy preview", "policy set", "statistics", "import", "export", "bench",
    "calendar", "calendar holidays", "calendar due", "verify", "audit",
    "audit head", "audit seal")
# Words of the command line library that a French reader must not meet.
ENGLISH = re.compile(
    r"\b(Usage|Subcommands?|Positionals|REQUIRED|Print|Display|(?<!-)help|program|exit|is required|not found|is not|"
    r"was not|were not|expected|following|must|could not|more information|TEXT|U?INT|BOOLEAN|FLOAT|The|Env)\b")
WRONG = (
    (), ("fly",), ("--fly",), ("serve", "--fly"), ("serve", "--listen"), ("calendar",), ("calendar", "due"),
    ("calendar", "due", "--from", "2026-03-20"), ("calendar", "holidays"),
    ("calendar", "holidays", "--year", "soon"), ("calendar", "holidays", "--year", "10000"),
    ("workflows", "diagram"), ("workflows", "diagram", "preorientation", "--format", "bmp"), ("user", "add"),
    ("user", "add", "--login", "a", "--name", "b"), ("token", "create"), ("import",), ("establishment", "add"),
    ("token", "create", "--login", "a", "--days", "0"), ("serve", "--clock", "broken"), ("check", "a", "b"),
    ("serve", "--workers", "0"), ("import", "a.csv", "b.csv"))


class Usage(CommandTest):
    def test_every_verb_explains_itself_in_french(self):
        for verb in ("", *VERBS):
            with self.subTest(verb):
                outcome = self.run_it(*verb.split(), "--help")
                self.assertEqual("", outcome.err)
                self.assertGreater(len(outcome.out.splitlines()), 3)
                self.assertEqual([], ENGLISH.findall(outcome.out))

    def test_the_help_of_the_program_names_every_verb(self):
        text = self.run_it("--help").out
        for verb in VERBS:
            self.assertRegex(text, rf"(?m)^\s+{verb.split()[0]}\b")

    def test_wrong_usage_ends_with_2_and_says_what_is_wrong_in_french(self):
        for words in WRONG:
            with self.subTest(" ".join(words)):
                outcome = self.run_it(*words, code=WRONG_USAGE)
                self.assertEqual("", outcome.out)
                self.assertTrue(outcome.err.strip())
                self.assertEqual([], ENGLISH.findall(outcome.err))

    def test_wrong_usage_makes_no_data_folder(self):
        folder = os.path.join(self.folder(), "data")
        self.run_it("user", "add", "--data-dir", folder, code=WRONG_USAGE)
        self.run_it("serve", "--data-dir", folder, "--listen", "nowhere", code=REFUSED)
        self.assertFalse(os.path.exists(folder))

    def test_the_version_is_printed(self):
        self.assertRegex(self.run_it("--version").out, r"^jalon \d+\.\d+\.\d+\n$")
