"""S04, session fixation and theft: an identifier is the server's, new at each log-in, and dead at once, on every
process, when one logs out, gets other roles, another password or is disabled."""
import os
import re
import shutil
import tempfile
import time

from attack import AttackTest
from browser import Browser, who
from house import FIRST
from psql import socket_of
from served import Served
from server import PASSWORD, free_port

DEAD_WITHIN_S = 1.0
CHOSEN = "jalon_" + "a" * 64


class Sessions(AttackTest):
    numbers = iter(range(1000))

    def new_account(self, role="trainer"):
        login = f"seance{next(self.numbers)}"
        self.house.add_account(login, role, establishment=FIRST)
        return login

    def assert_dead(self, browser, cookie):
        end = time.monotonic() + DEAD_WITHIN_S
        while True:
            browser.cookie = cookie
            if browser.get("/compte").status == 303:
                return
            self.assertLess(time.monotonic(), end, "an old session lives on")

    def test_S04_a_cookie_chosen_by_somebody_else_becomes_no_session(self):
        browser, login = self.browser(), self.new_account()
        browser.cookie = f"__Host-jalon={CHOSEN}"
        self.assertEqual(303, browser.get("/compte").status)
        answer = browser.post("/connexion", who(login))
        given = re.search("__Host-jalon=([^;]+)", answer.header("set-cookie"))[1]
        self.assertNotEqual(CHOSEN, given)
        self.assertRegex(given, "^jalon_[0-9a-f]{64}$", "256 bits")
        browser.cookie = f"__Host-jalon={CHOSEN}"
        self.assertEqual(303, browser.get("/compte").status)

    def test_S04_a_log_in_over_a_session_is_a_new_one(self):
        browser, login = self.browser(), self.new_account()
        seen = set()
        for _ in range(5):
            token = self.token_of(browser) if browser.cookie else ""
            browser.post("/connexion", who(login) | {"jeton": token})
            seen.add(browser.cookie)
        self.assertEqual(5, len(seen))

    def test_S04_it_ends_after_an_hour_of_rest_and_after_ten_hours_in_any_case(self):
        login = self.new_account()
        browser = self.browser(login)
        mine = f"from login_session where login = '{login}'"
        self.assertEqual("10:00:00", self.database.one(f"select date_trunc('minute', expires_at - created_at) {mine}"))
        for column, moved, status in (("last_seen_at", "-59 minutes", 200), ("last_seen_at", "-61 minutes", 303),
                                      ("last_seen_at", "0", 200), ("expires_at", "-1 second", 303)):
            self.database.run(f"update login_session set {column} = clock_timestamp() + interval '{moved}' "
                              f"where login = '{login}'")
            self.assertEqual(status, browser.get("/compte").status, f"{column} {moved}")

    def test_S04_the_database_holds_no_identifier_that_opens_a_session(self):
        browser = self.browser(self.new_account())
        secret = browser.cookie.split("=", 1)[1]
        rows = self.database.run("select s::text from login_session s")
        self.assertNotIn(secret, rows)
        self.assertNotIn(secret.removeprefix("jalon_"), rows)

    def test_S04_a_log_out_another_role_and_a_disabled_account_end_it_on_every_process(self):
        folder = tempfile.mkdtemp(prefix="jalon-test-")
        second = f"127.0.0.1:{free_port()}"
        other = Served(self.house.server.program, second, os.path.join(folder, "log"), "--database",
                       f"host={socket_of(self.house.server.data_folder)} user=postgres dbname=jalon "
                       "options='-c role=jalon'",
                       "--clock", "manual")
        try:
            other.start()
            for what, ended in (("logged out", self.log_out), ("other roles", self.give_roles),
                                ("another password", self.give_password), ("disabled", self.disable)):
                with self.subTest(what):
                    login = self.new_account()
                    here, there = self.browser(login), Browser(second)
                    there.cookie = cookie = here.cookie
                    self.assertEqual(200, there.get("/compte").status, "one session on both processes")
                    ended(here, login)
                    self.assert_dead(there, cookie)
                    self.assert_dead(self.browser(), cookie)
        finally:
            other.stop()
            shutil.rmtree(folder)

    def log_out(self, browser, _):
        browser.get("/compte")
        browser.send("/deconnexion", {})

    def account(self, login, method, below="", body=None):
        answer = self.call("administrator", method, self.house.account_path(login) + below, body)
        self.assertLess(answer.status, 300, answer.body)

    def give_roles(self, _, login):
        self.account(login, "PUT", body={"name": login, "roles": ["trainer", "referent"]})

    def give_password(self, _, login):
        self.account(login, "POST", "/password", {"password": PASSWORD + "-bis-canal"})

    def disable(self, _, login):
        self.account(login, "POST", "/disable")
