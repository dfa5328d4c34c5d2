"""S09, header and response splitting, injection into mails: line ends and what some take for them, wherever a text
may come out again in a header. The grammar of addresses and the headers of mails:
tests/adapters/smtp/bad_mail_test.cpp."""
from urllib.parse import quote

from attack import ALL_ROLES, AttackTest, filled
from browser import who
from endpoint import AA, person
from house import FIRST

ENDS = ("\r\n", "\n", "\r", "\u2028", "\u2029", "\u0085", "\x0b", "\x0c", "\x00", "%0d%0a",
        "%E5%98%8A%E5%98%8D", "\ufeff\r\n")
INJECTED = "X-Injected: 1\r\nSet-Cookie: evil=1"


class Splitting(AttackTest):
    def assert_whole(self, answer, what):
        names = [name.lower() for name, _ in answer.headers]
        self.assertNotIn("x-injected", names, what)
        self.assertNotIn("evil", answer.header("set-cookie") or "", what)
        self.assertNotEqual(500, answer.status, what)
        for name, value in answer.headers:
            self.assertRegex(value, r"^[\x20-\x7e]*$", f"{name}: {what}")

    def test_S09_in_no_address_and_no_form_field(self):
        browser = self.browser(ALL_ROLES)
        for end in ENDS:
            evil = f"/dossiers{end}{INJECTED}"
            self.assert_whole(self.browser().post("/connexion", who("trainer") | {"suite": evil}), repr(end))
            for route in self.pages("GET"):
                address = f"{filled(route['address'])}?suite={quote(evil)}&retour={quote(evil)}&from={quote(evil)}"
                self.assert_whole(self.browser().get(address), address)
            for address in ("/dossiers/lot", "/dossiers", "/taches/x/fait", "/dossiers/2026-9999/actes/add_note"):
                fields = {"jeton": self.token_of(browser), "retour": evil, "dossier": evil, "suite": evil, "q": evil}
                self.assert_whole(browser.post(address, fields), f"{address} {end!r}")

    def test_S09_in_no_name_that_a_file_or_a_mail_would_carry(self):
        for end in ENDS[:9]:
            for field in ("family_name", "given_name", "email"):
                body = self.opening()
                body["person"] = person(**{field: f"a{end}Bcc: c@evil.example"})
                answer = self.call(AA, "POST", "/cases", body)
                if field == "email" or ord(end[0]) < 32:
                    self.assertIn(answer.problem, ("invalid_data", "malformed"), f"{field} {end!r}")
                self.assert_whole(answer, field)
        for path in ("/dossiers.csv", "/dossiers.xlsx", "/pilotage/statistiques.xlsx"):
            self.assert_whole(self.browser(ALL_ROLES).get(path), path)

    def test_S09_an_address_of_an_account_is_one_address(self):
        for email in ("a@b.example\r\nBcc: c@d.example", "a@b.example,c@d.example", "a@b.example\n",
                      "<a@b.example>",
                      "a b@c.example", "a@b.example;c@d.example", "a@b\u2028.example", "\"a\r\n\"@b.example",
                      "a@b.example "):
            answer = self.call("administrator", "POST", "/accounts", {
                "login": "injected", "name": "x", "roles": ["trainer"], "email": email})
            self.assert_problem(answer, 422, "invalid_data")
            self.assertEqual(["/email"], answer.pointers(), repr(email))
        self.assertNotIn("injected", str(self.walk("administrator", "/accounts")), FIRST)
