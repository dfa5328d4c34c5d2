"""S10, injection into templates: a letter's text that an establishment edits can neither read what letters may not,
nor include, nor run long; and what a person is called is never read as a template (nor in a letter:
tests/adapters/letters/press_test.cpp)."""
import html
import time

from attack import AttackTest
from endpoint import AA

ADMIN = "administrator"
REFUSED = {
    "another part": "{{> /etc/passwd}}", "a part of the house that is none": "{{> ../../secret}}",
    "a value without escaping": "{{{person.given_name}}}", "the same, the other way": "{{& person.given_name}}",
    "a name that letters do not have": "{{password_hash}}", "a way up": "{{constructor.prototype}}",
    "other delimiters": "{{=<% %>=}} <% person.given_name %>", "a section that stays open": "{{#person}}",
    "sections that cross": "{{#a}}{{#b}}{{/a}}{{/b}}", "a tag in a tag": "{{ {{person.given_name}} }}"}
HARMLESS = ("${7*7}", "<%= 7*7 %>", "#{7*7}", "{% for i in range(10) %}x{% endfor %}", "*{7*7}", "@(7*7)", "{7*7}")


class Templates(AttackTest):
    def text(self, inside):
        return f"Objet : Essai\n\n<p>Bonjour {inside}</p>\n"

    def test_S10_what_reads_more_than_letters_may_is_refused(self):
        for what, inside in REFUSED.items():
            for method, path in (("PUT", "/templates/reminder"), ("POST", "/templates/reminder/sample")):
                answer = self.call(ADMIN, method, path, {"text": self.text(inside)})
                self.assert_problem(answer, 422, "invalid_data")
        self.assertFalse(self.get(ADMIN, "/templates/reminder").get("own"), what)

    def test_S10_other_languages_are_words(self):
        for inside in HARMLESS:
            answer = self.call(ADMIN, "POST", "/templates/reminder/sample", {"text": self.text(inside)})
            self.assertEqual(200, answer.status, inside)
            self.assertIn(f"Bonjour {inside[:3]}", answer.body.decode(), inside)

    def test_S10_a_text_that_repeats_itself_ends_at_once(self):
        loops = "{{#person}}" * 200 + "x" + "{{/person}}" * 200
        many = "{{#documents}}{{#documents}}{{#documents}}{{name}}{{/documents}}{{/documents}}{{/documents}}" * 50
        for inside in (loops, many, "x" * 1_000_000):
            begun = time.monotonic()
            answer = self.call(ADMIN, "POST", "/templates/reminder/sample", {"text": self.text(inside)})
            self.assertLess(time.monotonic() - begun, 2.0)
            self.assertIn(answer.status, (200, 413, 422), answer.body[:200])

    def test_S10_a_name_is_no_template(self):
        for inside in ("{{person.birth_date}}{{> head}}", "${7*7}<b>", "{{{x}}}"):
            fields = {"given_name": inside, "family_name": inside}
            case = self.open_case(AA, person_fields=fields)
            reference = self.get(AA, f"/cases/{case}")["reference"]
            page = self.browser(AA).get(f"/dossiers/{reference}").body.decode()
            self.assertIn(inside, html.unescape(page))
            self.assertNotIn("<b>", page.split("<main", 1)[1])
