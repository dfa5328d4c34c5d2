"""S12, open redirect: whatever a form or an address says about where to go, no answer leads to another host."""
import re

from attack import ALL_ROLES, AttackTest, filled
from browser import who

EVIL = ("//evil.example", "/\\evil.example", "\\\\evil.example", "https://evil.example", "https:evil.example",
        "/%09/evil.example",
        "/\t/evil.example", "///evil.example", "javascript:alert(1)", "/..//evil.example", "http:/evil.example",
        " //evil.example", "/ /evil.example", "/\n/evil.example", "/@evil.example//x")
NAMES = ("suite", "retour", "return", "next", "url", "redirect", "dossier")


class Redirect(AttackTest):
    def assert_stays(self, answer, what):
        location = answer.header("location")
        if location is None:
            return 0
        self.assertRegex(location, r"^/(?![/\\])[\x21-\x7e]*$", what)
        return 1

    def test_S12_no_form_leads_away(self):
        seen = 0
        for route in self.pages("POST"):
            browser = self.browser(ALL_ROLES)
            token = self.token_of(browser)
            for evil in EVIL:
                fields = {"jeton": token} | dict.fromkeys(NAMES, evil)
                seen += self.assert_stays(browser.post(filled(route["address"]), fields), f"{route['address']} {evil}")
        self.assertGreater(seen, 20)

    def test_S12_no_address_leads_away(self):
        browser, query = self.browser(), "&".join(f"{name}={{evil}}" for name in NAMES)
        for route in self.pages("GET"):
            for evil in ("//evil.example", "https://evil.example", "/%5cevil.example", "%09//evil.example"):
                answer = browser.get(f"{filled(route['address'])}?{query.format(evil=evil)}")
                self.assert_stays(answer, f"{route['address']} {evil}")
        for address in ("//evil.example", "//evil.example/", "/evil.example//", "/%5cevil.example/",
                        "/dossiers//evil.example/"):
            self.assert_stays(browser.get(address), address)

    def test_S12_after_logging_in_one_is_at_home_wherever_one_was_said_to_go(self):
        for evil in EVIL:
            browser = self.browser()
            answer = browser.post("/connexion", who("trainer") | {"suite": evil})
            self.assertEqual(303, answer.status)
            self.assert_stays(answer, evil)

    def test_S12_the_host_that_a_request_names_is_in_no_answer(self):
        for host in ("evil.example", "evil.example:80"):
            for address in ("/", "/dossiers", "/connexion", "/dossiers/", "/nothing", "/api/v1/cases"):
                answer = self.house.send(None, "GET", address, None, {"Host": host})
                self.assertNotIn("evil", str(answer.headers) + re.sub("[^ -~]", "", answer.body.decode()), address)
