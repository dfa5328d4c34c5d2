"""S01, SQL injection: what would break out of a statement, in every query parameter, every place of an address,
every text of every body and every field of a form. No answer is a 500, none waits, and PostgreSQL's log tells of no
error of syntax. The same with sqlmap: ./dev attack."""
import glob
import os
import re
import time
from urllib.parse import quote

from attack import ALL_ROLES, AttackTest, filled
from belongings import Belongings
from house import FIRST
from shapes import Shapes, texts_of, with_text

PAYLOADS = ("'", "' or '1'='1", "'; select pg_sleep(9); --", "\" or \"\"=\"", "\\'", "1) union select null, version()--",
            "$$;select pg_sleep(9);$$", "%' or '%'='",
            "{\"a\":1}'::jsonb", "(select pg_sleep(9))",
            "0; drop table account", "\ufb02'")
BROKEN = re.compile(r"syntax error|unterminated|invalid input syntax|operator does not exist|malformed|pg_sleep", re.I)
ANSWER_WITHIN_S = 5
FORM_FIELDS = (
    "identifiant", "etablissement", "q", "nom", "tri", "retard", "held_on", "entry_on", "text", "kind", "family_name",
    "birth_date", "reason", "motif", "login", "name", "roles", "suite", "billet", "dossiers", "revision", "cle")
QUERY_FIELDS = (*FORM_FIELDS, "from", "to", "au", "page", "curseur", "etat")


class Sql(AttackTest):
    @classmethod
    def setUpClass(cls):
        cls.document = cls.house.send(None, "GET", "/api/v1/openapi.json").json()

    def setUp(self):
        super().setUp()
        self.tried = 0

    def tearDown(self):
        print(f"{self.tried} requests")
        for path in glob.glob(os.path.join(self.house.server.data_folder, "cluster/log/*")):
            with open(path, encoding="utf-8", errors="replace") as log:
                self.assertEqual([], [line for line in log if BROKEN.search(line)])

    def unharmed(self, send, what):
        begun = time.monotonic()
        answer = send()
        self.tried += 1
        self.assertLess(time.monotonic() - begun, ANSWER_WITHIN_S, what)
        self.assertNotIn(answer.status, (500, 502, 503), f"{what}: {answer.body[:200]}")

    def test_S01_in_each_parameter_and_place_of_an_address(self):
        ours = Belongings(self, ALL_ROLES)
        for route in self.endpoints("GET"):
            operation = self.document["paths"].get(route["address"], {}).get("get", {})
            names = [each["name"] for each in operation.get("parameters", []) if each["in"] == "query"]
            places = re.findall(r"\{(\w+)\}", route["address"])
            for payload in map(quote, PAYLOADS):
                targets = [f"{ours.address(route['address'])}?{name}={payload}" for name in names]
                targets += [filled(route["address"], **{place: payload.replace("%5C", "")}) for place in places]
                for target in targets:
                    self.unharmed(lambda target=target: self.house.send(ALL_ROLES, "GET", target), target)

    def test_S01_in_each_text_of_each_body(self):
        ours = Belongings(self, ALL_ROLES)
        self.house.add_account("renamed_at_will", "trainer", establishment=FIRST)
        ours.ids["accounts"] = self.house.account_path("renamed_at_will").rsplit("/", 1)[-1]
        shapes = Shapes(self.document, ours.case)
        for route in self.endpoints("POST", "PUT", "PATCH"):
            schema = shapes.body_schema(route["method"], route["address"])
            if schema is None or route["address"].endswith("/clock"):
                continue
            body, target = shapes.sample(schema), ours.address(route["address"])
            for path in texts_of(body):
                for payload in PAYLOADS:
                    self.unharmed(lambda b=with_text(body, path, payload): self.house.send(
                        ALL_ROLES, route["method"], target, b), f"{route['method']} {target} {path} {payload}")

    def test_S01_in_each_page_and_form(self):
        browser, token = self.browser(ALL_ROLES), None
        token = self.token_of(browser)
        reference = self.get(ALL_ROLES, f"/cases/{self.open_case(ALL_ROLES)}")["reference"]
        kept = [route for route in self.pages("POST") if route["address"] not in ("/deconnexion", "/compte/sessions")]
        for payload in PAYLOADS[:3]:
            for route in kept:
                fields = {"jeton": token} | dict.fromkeys(FORM_FIELDS, payload)
                address = filled(route["address"], reference=reference)
                self.unharmed(lambda a=address, f=fields: browser.post(a, f), f"{address} {payload}")
            query = "&".join(f"{name}={quote(payload)}" for name in QUERY_FIELDS)
            for route in self.pages("GET"):
                if route["address"].endswith("/evenements"):
                    continue  # an open connection
                address = f"{filled(route['address'], reference=reference)}?{query}"
                self.unharmed(lambda a=address: browser.get(a), address)
        self.assertEqual(200, browser.get("/").status, "the session lived through it")
