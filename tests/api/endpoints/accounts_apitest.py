"""Accounts and tokens through the API: for the administrator alone, each change with an entry of who made it."""
import itertools

from browser import Browser
from endpoint import AA, CO, NOBODY, EndpointTest
from server import PASSWORD

ADMIN = "administrator"
NUMBERS = itertools.count(1)


class AccountTest(EndpointTest):
    def add(self, status=201, **fields):
        body = {"login": f"compte{next(NUMBERS)}", "name": "Anne Rivière", "roles": ["trainer"]} | fields
        answer = self.call(ADMIN, "POST", "/accounts", body)
        self.assertEqual(status, answer.status, answer.body)
        if status == 201:  # other tests count the members of a committee
            self.addCleanup(self.call, ADMIN, "POST", self.at(body['login'], "/disable"), {})
        return answer.json()

    def at(self, login, below=""):
        return self.house.account_path(login) + below

    def enters(self, login, password):
        return Browser(self.house.server.address).log_in(login, password).status == 200

    def entries(self, login):
        return [(entry["what"], entry["by"]) for entry in self.walk(ADMIN, self.at(login, "/history"))]

    def post(self, path, body=None, status=200):
        answer = self.call(ADMIN, "POST", path, {} if body is None else body)
        self.assertEqual(status, answer.status, answer.body)
        return answer


class Accounts(AccountTest):
    def test_only_who_administers_sees_or_changes_them(self):
        login = self.add()["login"]
        path = self.at(login)
        calls = (("GET", "/accounts", None), ("POST", "/accounts", {}), ("GET", path, None),
                 ("PUT", path, {}), ("POST", path + "/disable", {}),
                 ("POST", path + "/enable", {}), ("POST", path + "/password", {}),
                 ("DELETE", path + "/second-factor", None), ("GET", path + "/history", None),
                 ("GET", "/tokens", None), ("POST", "/tokens", {}), ("POST", f"/tokens/{NOBODY}/revoke", {}))
        for who in (AA, CO, "deputy_director", "partner_of_12"):
            for method, path, body in calls:
                self.assert_problem(self.call(who, method, path, body), 403, "role_not_allowed")
        self.assertEqual([("added", ADMIN)], self.entries(login))

    def test_a_password_drawn_by_lot_is_shown_once_and_lets_in(self):
        account = self.add()
        self.assertRegex(account["password"], r"^([a-z2-9]{4}-){4}[a-z2-9]{4}$")
        self.assertTrue(self.enters(account["login"], account["password"]))
        shown = self.get(ADMIN, self.at(account['login']))
        self.assertNotIn("password", shown)
        self.assertEqual(("Anne Rivière", ["trainer"], False, None), (
            shown["name"], shown["roles"], shown["second_factor"], shown["disabled_at"]))
        self.assertIn(account["login"], [each["login"] for each in self.walk(ADMIN, "/accounts", limit=3)])

    def test_a_given_password_is_not_repeated(self):
        account = self.add(password=PASSWORD)
        self.assertNotIn("password", account)
        self.assertTrue(self.enters(account["login"], PASSWORD))

    def test_what_is_no_sound_account_is_refused_field_by_field(self):
        for fields, pointer in (({"login": "a b"}, "/login"), ({"name": " "}, "/name"), ({"roles": ["king"]}, "/roles"),
                                ({"roles": []}, "/roles"), ({"roles": ["trainer", "trainer"]}, "/roles"),
                                ({"email": "anne"}, "/email"), ({"roles": ["mdph_partner"]}, "/mdph"),
                                ({"mdph": "12"}, "/mdph"), ({"password": "court"}, "/password"),
                                ({"password": "a" * 40}, "/password"),
                                ({"password": "Azertyuiop-123456"}, "/password"),
                                ({"password": "un jalon dans la plaine"}, "/password"),
                                ({"establishment": "voisin"}, "/establishment"),
                                ({"password_hash": "x"}, "/password_hash"), ({"login": AA}, "/login"),
                                ({"login": NOBODY}, "/login"),
                                ({"login": "annette", "password": "xx-Annette-xx-1234"}, "/password")):
            problem = self.add(422, **fields)
            self.assertIn(pointer, [error["pointer"] for error in problem["errors"]], fields)

    def test_a_partner_of_the_mdph_has_a_department(self):
        self.assertEqual("12", self.add(roles=["mdph_partner"], mdph="12")["mdph"])

    def test_other_roles_end_the_open_sessions_another_name_does_not(self):
        account = self.add()
        browser = Browser(self.house.server.address)
        browser.log_in(account["login"], account["password"])
        path = self.at(account['login'])
        for body, out in (({"name": "Anne Rivière-Puech", "roles": ["trainer"]}, False),
                          ({"name": "Anne", "roles": ["referent"], "email": "anne@exemple.example"}, True)):
            self.assertEqual(200, self.call(ADMIN, "PUT", path, body).status)
            self.assertEqual(303 if out else 200, browser.get("/compte").status)
        self.assertEqual("anne@exemple.example", self.get(ADMIN, path)["email"])
        self.assertEqual([("amended", ADMIN)] * 2 + [("added", ADMIN)], self.entries(account["login"]))

    def test_a_disabled_account_is_out_and_comes_back_when_enabled(self):
        account = self.add()
        login, password = account["login"], account["password"]
        token = self.post("/tokens", {"login": login}, 201).json()["token"]
        self.house.tokens[login] = token
        self.assertEqual(200, self.call(login, "GET", "/committees").status)
        self.assertIsNotNone(self.post(self.at(login, "/disable")).json()["disabled_at"])
        self.assertFalse(self.enters(login, password))
        self.assert_problem(self.post(self.at(login, "/disable"), status=409), 409, "not_allowed_here")
        self.assert_problem(self.post(self.at(login, "/password"), status=409), 409, "not_allowed_here")
        self.assertIsNone(self.post(self.at(login, "/enable")).json()["disabled_at"])
        self.assertTrue(self.enters(login, password))
        self.assert_problem(self.post(self.at(login, "/enable"), status=409), 409, "not_allowed_here")
        self.assertNotIn(login, [each["login"] for each in self.walk(ADMIN, "/tokens")], "tokens do not come back")

    def test_a_new_password_ends_the_sessions_and_the_old_one(self):
        account = self.add()
        login = account["login"]
        browser = Browser(self.house.server.address)
        browser.log_in(login, account["password"])
        new = self.post(self.at(login, "/password")).json()["password"]
        self.assertEqual(303, browser.get("/compte").status)
        self.assertFalse(self.enters(login, account["password"]))
        self.assertTrue(self.enters(login, new))
        self.post(self.at(login, "/password"), {"password": "court"}, 422)

    def test_nobody_locks_the_administration_out(self):
        for method, path, body in (("POST", self.at(ADMIN, "/disable"), {}),
                                   ("PUT", self.at(ADMIN), {"name": "x", "roles": ["trainer"]})):
            self.assert_problem(self.call(ADMIN, method, path, body), 409, "not_allowed_here")

    def test_what_is_not_there_or_next_door_is_not_found(self):
        for name in (NOBODY, self.house.id_next_door("neighbour"), "nobody", ADMIN, "a%20b"):
            for method, path, body in (("GET", "", None), ("POST", "/disable", {}), ("POST", "/password", {}),
                                       ("DELETE", "/second-factor", None), ("GET", "/history", None),
                                       ("PUT", "", {"name": "x", "roles": ["trainer"]})):
                self.assert_problem(self.call(ADMIN, method, f"/accounts/{name}{path}", body), 404, "not_found")

    def test_no_second_factor_cannot_be_taken_off(self):
        login = self.add()["login"]
        self.assert_problem(self.call(ADMIN, "DELETE", self.at(login, "/second-factor")), 409, "not_allowed_here")


class Tokens(AccountTest):
    def test_a_token_acts_as_its_account_until_it_is_revoked(self):
        login = self.add(roles=["coordinator"])["login"]
        token = self.post("/tokens", {"login": login, "name": "import du soir", "days": 30}, 201).json()
        self.house.tokens["program"] = token["token"]
        self.assertEqual(201, self.call("program", "POST", "/committees", {"held_on": self.today(9)}).status)
        shown = next(each for each in self.walk(ADMIN, "/tokens") if each["id"] == token["id"])
        self.assertEqual((login, "import du soir"), (shown["login"], shown["name"]))
        self.assertIsNotNone(shown["last_used_at"])
        self.assertNotIn("token", shown)
        self.post(f"/tokens/{token['id']}/revoke", status=204)
        self.eventually_out("program")
        self.post(f"/tokens/{token['id']}/revoke", status=404)
        self.assertEqual([("token_revoked", ADMIN), ("token_added", ADMIN), ("added", ADMIN)], self.entries(login))

    def eventually_out(self, who):
        """Within a second, and the look-ups it takes."""
        for _ in range(2000):
            if self.call(who, "GET", "/committees").status == 401:
                return
        self.fail("a revoked token still counts")

    def test_what_is_no_sound_token_is_refused(self):
        for body, pointer in (({}, "/login"), ({"login": "nobody"}, "/login"), ({"login": "neighbour"}, "/login"),
                              ({"login": CO, "days": 0}, "/days"), ({"login": CO, "days": 3651}, "/days"),
                              ({"login": CO, "name": "x" * 101}, "/name"), ({"login": CO, "token": "x"}, "/token")):
            answer = self.post("/tokens", body, 422)
            self.assertIn(pointer, answer.pointers(), body)
        for token in (NOBODY, "x"):
            self.post(f"/tokens/{token}/revoke", status=404)
