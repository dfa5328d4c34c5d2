"""The definitions as data, as pictures and as a proof, without any database."""
import json
import xml.etree.ElementTree as ElementTree

from terminal import REFUSED, CommandTest


class Definitions(CommandTest):
    def test_the_proof_of_what_is_shipped_has_no_error(self):
        for words in (("check",), ("check", "preorientation")):
            text = self.run_it(*words).out
            self.assertRegex(text, r"preorientation version 1 : \d+ états, \d+ lignes, \d+ constat")
        for finding in self.run_it("check", "--json").json_lines():
            self.assertEqual("warning", finding["severity"])

    def test_an_unknown_workflow_is_refused(self):
        for words in (("check", "none"), ("workflows", "show", "none"), ("workflows", "diagram", "none")):
            self.assertIn("none", self.run_it(*words, code=REFUSED).err)

    def test_the_workflows_are_listed(self):
        self.assertIn("preorientation", self.run_it("workflows", "list").out)
        listed = self.run_it("workflows", "list", "--json").json()
        self.assertEqual([("preorientation", 1)], [(item["id"], item["version"]) for item in listed])

    def test_a_workflow_is_shown_as_words_and_as_data(self):
        words = self.run_it("workflows", "show", "preorientation").out
        data = self.run_it("workflows", "show", "preorientation", "--json").out
        json.loads(data)
        for text in (words, data):
            for name in ("completeness_check", "return_file", "reminder_answer"):
                self.assertIn(name, text)

    def test_a_workflow_is_drawn_in_every_format(self):
        for form, begins in (("json", "{"), ("dot", "digraph"), ("mermaid", "stateDiagram"), ("svg", "<svg"),
                             ("scxml", "<?xml")):
            with self.subTest(form):
                text = self.run_it("workflows", "diagram", "preorientation", "--format", form).out
                self.assertTrue(text.lstrip().startswith(begins), text[:80])
                self.assertIn("completeness_check", text)
                if form == "json":
                    json.loads(text)
                if begins == "<?xml":
                    ElementTree.fromstring(text.encode())

    def test_mermaid_is_what_one_gets_without_a_format(self):
        wanted = self.run_it("workflows", "diagram", "preorientation", "--format", "mermaid").out
        self.assertEqual(wanted, self.run_it("workflows", "diagram", "preorientation").out)
