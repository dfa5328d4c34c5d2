"""S03, cross-site request forgery: every state-changing route, as the program lists them, replayed without a token,
with another session's, from other sites and by other methods. All are refused, and no row of the database
changes."""
from attack import ALL_ROLES, AttackTest, filled

OURS = {"Sec-Fetch-Site": "same-origin"}
FOREIGN = (
    {"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"},
    {"Sec-Fetch-Site": None, "Origin": "https://evil.example"}, {"Sec-Fetch-Site": None, "Origin": "null"},
    {"Sec-Fetch-Site": None, "Origin": "http://evil.example:{port}"}, {"Sec-Fetch-Site": None})
OVERRIDE = {"X-HTTP-Method-Override": "POST", "X-HTTP-Method": "POST", "X-Method-Override": "POST"}
WITHOUT_SESSION = {"/connexion", "/connexion/code"}  # where no token can be: only the site is looked at


class Pages(AttackTest):
    def setUp(self):
        super().setUp()
        self.mine = self.browser(ALL_ROLES)
        self.token, self.other_token = self.token_of(self.mine), self.token_of(self.browser(ALL_ROLES))
        self.addresses = [filled(route["address"]) for route in self.pages("POST")]
        self.before = self.state()

    def tearDown(self):
        self.assertEqual(self.before, self.state(), "a forged request changes nothing")

    def test_S03_each_form_wants_the_token_of_its_own_session(self):
        self.assertGreater(len(self.addresses), 60)
        for address in set(self.addresses) - WITHOUT_SESSION:
            for token in ({}, {"jeton": ""}, {"jeton": "0" * 64}, {"jeton": self.token.upper()},
                          {"jeton": self.other_token}):
                self.assertEqual(403, self.mine.post(address, token).status, f"{address} {token}")

    def test_S03_each_form_is_refused_when_another_site_sends_it(self):
        for address in self.addresses:
            for headers in FOREIGN:
                answer = self.mine.post(address, {"jeton": self.token}, headers)
                self.assertEqual(403, answer.status, f"{address} {headers}")
                self.assertIsNone(answer.header("set-cookie"))

    def test_S03_each_form_is_a_form(self):
        for address in self.addresses:
            for kind in ("text/plain", "multipart/form-data; boundary=x", "application/json"):
                answer = self.mine.post(address, {"jeton": self.token}, {"Content-Type": kind})
                self.assertEqual(415, answer.status, f"{address} {kind}")

    def test_S03_no_form_is_sent_by_reading(self):
        also_read = {filled(route["address"]) for route in self.pages("GET")}
        for address in self.addresses:
            answer = self.mine.get(f"{address}?jeton={self.token}&_method=POST", OVERRIDE | OURS)
            expected = (200, 303, 404) if address in also_read else (405, 404)
            self.assertIn(answer.status, expected, address)


class Control(AttackTest):
    """The same requests as they should be: none is taken for forged, so that the refusals above are for the reason
    meant. On sessions of their own, because some of them end the session."""

    def test_S03_an_honest_form_is_not_refused_as_forged(self):
        for route in self.pages("POST"):
            browser = self.browser(ALL_ROLES)
            answer = browser.post(filled(route["address"]), {"jeton": self.token_of(browser)})
            self.assertNotIn(answer.status, (403, 415, 500), route["address"])


class Api(AttackTest):
    """With the session cookie instead of a token, which a script of another site would have to do."""

    def test_S03_each_call_that_changes_wants_the_sessions_token_and_our_site(self):
        mine, other = self.browser(ALL_ROLES), self.browser(ALL_ROLES)
        cookie, token = {"Cookie": mine.cookie}, {"X-CSRF-Token": self.token_of(mine)}
        forged = [OURS, OURS | {"X-CSRF-Token": self.token_of(other)}, token, token | {"Origin": "https://evil.example"},
                  token | {"Sec-Fetch-Site": "cross-site"}, token | {"Sec-Fetch-Site": "same-site"}]
        before, calls = self.state(), self.endpoints("POST", "PUT", "PATCH", "DELETE")
        self.assertGreater(len(calls), 40)
        for route in calls:
            body = None if route["method"] == "DELETE" else {}
            for headers in forged:
                answer = self.house.send(None, route["method"], filled(route["address"]), body, cookie | headers)
                self.assertEqual(403, answer.status, f"{route['method']} {route['address']} {headers}")
        self.assertEqual(before, self.state())

    def test_S03_an_honest_call_is_not_refused_as_forged(self):
        mine = self.browser(ALL_ROLES)
        headers = OURS | {"Cookie": mine.cookie, "X-CSRF-Token": self.token_of(mine)}
        for route in self.endpoints("POST", "PUT", "PATCH", "DELETE"):
            body = None if route["method"] == "DELETE" else {}
            answer = self.house.send(None, route["method"], filled(route["address"]), body, headers)
            self.assertNotIn(answer.status, (403, 500), f"{route['method']} {route['address']} {answer.body[:300]}")
