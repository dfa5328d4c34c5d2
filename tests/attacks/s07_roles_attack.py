"""S07, more than one's role: each route that the program lists, by each role that it does not name: 403, and no row
changes. What no role is asked for is a list that stands here, so that a route is never open by forgetting. Which
facts a role reads of a case: tests/engine/access, need_to_know_apitest.py; which events it may submit: the tables
of the workflow."""
from attack import AttackTest, filled
from house import ROLES

NO_LOG_IN = {
    "GET /connexion", "POST /connexion", "POST /connexion/code", "GET /connexion/externe",
    "GET /connexion/externe/retour",
    "GET /assets/{fingerprint}/{name}", "GET /api/v1/openapi.json", "GET /livez", "GET /readyz", "GET /metrics",
    "GET /feeds/{secret}.ics"}
ROLE_OF_LOGIN = {role: role for role in ROLES} | {"partner_of_12": "mdph_partner"}


def name_of(route):
    return f"{route['method']} {route['address']}"


class Roles(AttackTest):
    def test_S07_what_is_open_to_all_is_a_short_list(self):
        everything = self.routes["pages"] + self.routes["endpoints"]
        self.assertEqual(NO_LOG_IN, {name_of(route) for route in everything if route["open_to_all"]})

    def test_S07_an_endpoint_refuses_each_role_that_it_does_not_name(self):
        before, tried = self.state(), 0
        for route in self.routes["endpoints"]:
            body = None if route["method"] in ("GET", "DELETE") else {}
            for login, role in ROLE_OF_LOGIN.items():
                if not route["roles"] or role in route["roles"]:
                    continue
                answer = self.house.send(login, route["method"], filled(route["address"]), body)
                self.assertEqual((403, "role_not_allowed"), (answer.status, answer.problem), f"{name_of(route)} {login}")
                tried += 1
        print(f"{tried} calls")
        self.assertGreater(tried, 500)
        self.assertEqual(before, self.state())

    def test_S07_a_page_refuses_each_role_that_it_does_not_name(self):
        before, tried = self.state(), 0
        for login, role in ROLE_OF_LOGIN.items():
            browser = self.browser(login)
            token = self.token_of(browser)
            for route in self.routes["pages"]:
                if not route["roles"] or role in route["roles"]:
                    continue
                address = filled(route["address"])
                answer = browser.get(address) if route["method"] == "GET" else browser.post(address, {"jeton": token})
                self.assertEqual(403, answer.status, f"{name_of(route)} {login}")
                tried += 1
        print(f"{tried} pages")
        self.assertGreater(tried, 500)
        self.assertEqual(before, self.state())

    def test_S07_without_logging_in_all_else_is_refused(self):
        before, browser = self.state(), self.browser()
        for route in self.routes["endpoints"]:
            if name_of(route) not in NO_LOG_IN:
                body = None if route["method"] in ("GET", "DELETE") else {"a": 1}
                answer = self.house.send(None, route["method"], filled(route["address"]), body)
                self.assertEqual(401, answer.status, name_of(route))
        for route in self.routes["pages"]:
            if name_of(route) not in NO_LOG_IN:
                address = filled(route["address"])
                answer = browser.get(address) if route["method"] == "GET" else browser.post(address, {})
                self.assertEqual((303, "/connexion"), (answer.status, answer.header("location").split("?")[0]))
        self.assertEqual(before, self.state())
