"""Letters to a file, and the texts that make them, from a terminal."""
import os
import time

from server import Server
from terminal import REFUSED, WRONG_USAGE, CommandTest
import terminal

NOW = "2026-04-01T09:00:00+02:00"
PERSON = {"family_name": "Soulier", "given_name": "Zoé", "birth_date": "1984-05-17"}


class Letters(CommandTest):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(terminal.PROGRAM, "--clock", "manual", "--now", NOW)
        cls.server.add_account("admin_assistant")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def run_here(self, *words, code=0):
        return self.run_it(*words, "--data-dir", self.server.data_folder, code=code)

    def letter(self):
        notification = {"channel": "digital", "received_on": "2026-04-01", "mdph": "12",
                        "national_decision_id": f"D-{time.monotonic_ns()}"}
        _, case = self.server.call("admin_assistant", "POST", "/cases", {
            "workflow": "preorientation", "person": PERSON, "notification": notification})
        self.server.call("admin_assistant", "POST", f"/cases/{case['id']}/events", {"event": "send_first_contact"})
        end = time.monotonic() + 30
        while time.monotonic() < end:
            _, page = self.server.call("admin_assistant", "GET", f"/messages?case={case['id']}")
            if page["items"][0]["status"] == "prepared":
                return page["items"][0]["id"]
        self.fail("the letter is not prepared")

    def test_letters_to_post_go_into_one_file_in_their_order(self):
        first, second = self.letter(), self.letter()
        path = os.path.join(self.folder(), "lot.pdf")
        asked = self.run_here("letters", "--out", path, second, first, "--json").json()
        self.assertEqual([second, first], asked["messages"])
        with open(path, "rb") as pdf:
            self.assertTrue(pdf.read().startswith(b"%PDF-"))
        self.server.call("admin_assistant", "POST", f"/messages/{first}/posted", {"on": "2026-04-01"})
        left = self.run_here("letters", "--out", path, "--json").json()["messages"]
        self.assertIn(second, left)
        self.assertNotIn(first, left)

    def test_what_cannot_be_printed_is_refused(self):
        path = os.path.join(self.folder(), "x.pdf")
        self.run_here("letters", "--out", path, "00000000-0000-4000-8000-000000000000", code=REFUSED)
        self.assertFalse(os.path.exists(path))
        self.run_here("letters", code=WRONG_USAGE)

    def test_a_text_is_looked_at_before_it_is_kept(self):
        text = self.run_here("template", "show", "reminder").out
        mine, out = self.file(text.replace("Besoin", "Un besoin")), self.file("", "epreuve.pdf")
        for options in ([], ["--plain"], ["--file", mine]):
            self.run_here("template", "sample", "reminder", "--out", out, *options)
            with open(out, "rb") as pdf:
                self.assertTrue(pdf.read().startswith(b"%PDF-"))
        self.assertNotIn("reminder  1", self.run_here("template", "list").out)
        broken = self.file("Objet : x\n\n{{#plain}}\n")
        self.run_here("template", "sample", "reminder", "--out", out, "--file", broken, code=REFUSED)

    def test_a_text_is_shown_replaced_and_taken_back(self):
        text = self.run_here("template", "show", "reminder").out
        self.assertTrue(text.startswith("Objet"))
        broken = self.file(text.replace("{{>closing}}", "{{>closing_words}}"))
        self.assertIn("la partie « closing_words » n’existe pas",
                      self.run_here("template", "set", "reminder", "--file", broken, code=REFUSED).err)
        mine = self.file(text.replace("Besoin", "Un besoin"))
        self.assertIn("version 1", self.run_here("template", "set", "reminder", "--file", mine).out)
        self.assertIn("reminder  1", self.run_here("template", "list").out)
        self.run_here("template", "reset", "reminder")
        self.assertEqual(text, self.run_here("template", "show", "reminder").out)
        versions = self.run_here("template", "show", "reminder", "--json").json()["versions"]
        self.assertEqual([2, 1], [version["version"] for version in versions])
        self.run_here("template", "show", "none", code=REFUSED)
