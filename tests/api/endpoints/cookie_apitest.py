"""The session cookie of the pages on the API: a session acts as its account, and a change needs proof that a page of
ours asks for it."""
import re

from browser import Browser
from endpoint import AA, CO, EndpointTest

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin"}
FOREIGN = ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Sec-Fetch-Site": "none"},
           {"Origin": "https://evil.example"}, {"Origin": "null"}, {})


class Cookie(EndpointTest):
    def session(self, login):
        """The headers of a script on a page of that session."""
        browser = Browser(self.house.server.address)
        self.assertEqual(200, browser.log_in(login).status)
        token = re.search(r'<meta name="csrf-token" content="([0-9a-f]{64})">', browser.get("/compte").body.decode())[1]
        return {"Cookie": browser.cookie}, {"X-CSRF-Token": token} | SAME_ORIGIN

    def by_cookie(self, method, path, headers, body=None):
        return self.house.send(None, method, "/api/v1" + path, body, headers)

    def test_a_session_reads_and_changes_as_its_account(self):
        cookie, proof = self.session(AA)
        case = self.open_case()
        self.assertEqual(200, self.by_cookie("GET", f"/cases/{case}", cookie).status)
        self.assertEqual(200, self.by_cookie("HEAD", f"/cases/{case}", cookie).status)
        done = self.by_cookie("POST", f"/cases/{case}/events", cookie | proof, {"event": "send_first_contact"})
        self.assertEqual(200, done.status, done.body)
        self.assertEqual(AA, self.walk(AA, f"/cases/{case}/history")[-1]["actor"])

    def test_its_roles_are_those_of_the_account(self):
        cookie, proof = self.session("trainer")
        self.assert_problem(self.by_cookie("POST", "/committees", cookie | proof, {"held_on": self.today(9)}),
                            403, "role_not_allowed")
        cookie, _ = self.session("administrator")
        case = self.open_case()
        self.assertIn(self.by_cookie("GET", f"/cases/{case}", cookie).status, (403, 404))

    def test_a_change_without_the_sessions_own_token_is_refused_and_changes_nothing(self):
        cookie, proof = self.session(AA)
        _, of_another = self.session(AA)
        case = self.open_case()
        for token in ({}, {"X-CSRF-Token": ""}, {"X-CSRF-Token": "x"},
                      {"X-CSRF-Token": of_another["X-CSRF-Token"]}, {"X-CSRF-Token": proof["X-CSRF-Token"].upper()}):
            answer = self.assert_refused(case, 403, "role_not_allowed", lambda token=token: self.by_cookie(
                "POST", f"/cases/{case}/events", cookie | SAME_ORIGIN | token, {"event": "send_first_contact"}))
            self.assertIn("X-CSRF-Token", answer.json()["detail"])

    def test_a_change_that_another_site_sends_is_refused_even_with_the_token(self):
        cookie, proof = self.session(AA)
        case = self.open_case()
        token = {"X-CSRF-Token": proof["X-CSRF-Token"]}
        for where in FOREIGN:
            self.assert_refused(case, 403, "role_not_allowed", lambda where=where: self.by_cookie(
                "POST", f"/cases/{case}/events", cookie | token | where, {"event": "send_first_contact"}))
        for method, path in (("PUT", "/settings/policy"), ("PATCH", f"/cases/{case}"), ("DELETE", "/templates/reminder")):
            answer = self.by_cookie(method, path, cookie | SAME_ORIGIN, {})
            document = self.assert_problem(answer, 403, "role_not_allowed")
            self.assertIn("X-CSRF-Token", document["detail"], "before anything else is looked at")

    def test_where_a_browser_sends_no_metadata_the_origin_must_be_ours(self):
        cookie, proof = self.session(CO)
        ours = {"X-CSRF-Token": proof["X-CSRF-Token"], "Origin": f"http://{self.house.server.address}"}
        self.assertEqual(201, self.by_cookie("POST", "/committees", cookie | ours, {"held_on": self.today(9)}).status)

    def test_a_token_wins_over_the_cookie_and_a_wrong_one_too(self):
        cookie, _ = self.session("trainer")
        both = self.house.send(CO, "POST", "/api/v1/committees", {"held_on": self.today(9)}, cookie)
        self.assertEqual(201, both.status)
        wrong = self.by_cookie("GET", "/committees", cookie | {"Authorization": "Bearer jalon_nothing"})
        self.assert_problem(wrong, 401, "unauthenticated")

    def test_a_cookie_of_no_session_is_nobody(self):
        for cookie in ("__Host-jalon=jalon_nothing", "__Host-jalon=", "jalon=x", "__Host-jalonx=1"):
            self.assert_problem(self.by_cookie("GET", "/committees", {"Cookie": cookie}), 401, "unauthenticated")

    def test_a_session_that_is_closed_is_out_of_the_api_at_once(self):
        browser = Browser(self.house.server.address)
        browser.log_in(AA)
        cookie = {"Cookie": browser.cookie}
        self.assertEqual(200, self.by_cookie("GET", "/committees", cookie).status)
        browser.send("/deconnexion", {})
        self.assert_problem(self.by_cookie("GET", "/committees", cookie), 401, "unauthenticated")

    def test_the_document_describes_the_cookie_beside_the_token(self):
        document = self.house.send(None, "GET", "/api/v1/openapi.json").json()
        scheme = document["components"]["securitySchemes"]["cookieAuth"]
        self.assertEqual(("apiKey", "cookie", "__Host-jalon"), (scheme["type"], scheme["in"], scheme["name"]))
        post = document["paths"]["/api/v1/committees"]["post"]
        self.assertEqual([{"bearer": []}, {"cookieAuth": []}], post["security"])
        self.assertIn("X-CSRF-Token", [each["name"] for each in post["parameters"]])
        self.assertIn("403", post["responses"])
