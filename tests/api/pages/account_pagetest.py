"""« Mon compte »: one's own password, sessions, calendar feeds, and the second factor up to the log-in."""
import html
import itertools
import re

from browser import Browser, who
from one_time_code import code_of
from page import PageTest
from server import PASSWORD

NEW_PASSWORD = "quatre mots sans rapport"
NUMBERS = itertools.count(1)


class OwnAccountTest(PageTest):
    def new_account(self, role="trainer"):
        login = f"moi{next(NUMBERS)}"
        self.house.add_account(login, role, establishment="espo")
        return login

    def entries(self, login):
        answer = self.house.send("administrator", "GET", f"/api/v1{self.house.account_path(login)}/history")
        return [(entry["what"], entry["by"]) for entry in answer.json()["items"]]


class Password(OwnAccountTest):
    def change(self, browser, old=PASSWORD, new=NEW_PASSWORD, again=None):
        browser.get("/compte")
        return browser.send("/compte/mot-de-passe", {
            "password": old, "new_password": new, "new_password_again": new if again is None else again})

    def test_it_is_changed_with_the_old_one_and_other_sessions_end(self):
        login = self.new_account()
        here, elsewhere = self.logged_in(login), self.logged_in(login)
        self.assertEqual(200, self.change(here).status)
        self.assertIn("Votre mot de passe est changé", here.text)
        self.assertEqual(303, elsewhere.get("/compte").status)
        self.assertEqual(422, self.browser().log_in(login).status)
        self.assertEqual(200, self.browser().log_in(login, NEW_PASSWORD).status)
        self.assertEqual(("password_set", login), self.entries(login)[0])

    def test_what_does_not_fit_is_said_beside_its_field_and_changes_nothing(self):
        login = self.new_account()
        browser = self.logged_in(login)
        for typed, words in (({"old": "wrong"}, "ce n’est pas le mot de passe de ce compte"),
                             ({"new": "court", }, "au moins 16 signes"), ({"new": "x" * 201}, "au plus 200 signes"),
                             ({"again": "autre chose, assez longue"}, "les deux ne sont pas les mêmes"),
                             ({"new": "MotDePasse-2026-2026"}, "prenez plutôt quatre mots sans rapport"),
                             ({"new": f"{login}-et-encore-autre"}, "ne contient pas l")):
            self.assertEqual(422, self.change(browser, **typed).status, typed)
            self.assertIn(words, html.unescape(browser.text))
            self.assertNotIn(PASSWORD, browser.text)
        self.assertEqual(200, self.browser().log_in(login).status)

    def test_guessing_it_in_an_open_session_is_slowed_down(self):
        browser = self.logged_in(self.new_account())
        for number in range(10):
            self.change(browser, old=f"wrong {number}")
        self.assertIn("Trop d’essais de suite", browser.text)
        self.change(browser)
        self.assertIn("Trop d’essais de suite", browser.text, "not even with the right one, for a moment")


class Sessions(OwnAccountTest):
    def test_the_others_are_listed_and_closed(self):
        login = self.new_account()
        elsewhere, here = self.logged_in(login), self.logged_in(login)
        here.get("/compte")
        self.assertEqual(1, here.text.count("<strong>Celle-ci</strong>"))
        self.assertIn("Fermer les autres", here.text)
        here.send("/compte/sessions", {})
        self.assertIn("Vos autres sessions sont fermées", here.text)
        self.assertNotIn("Fermer les autres", here.text)
        self.assertEqual(303, elsewhere.get("/compte").status)


class Feeds(OwnAccountTest):
    def test_an_address_is_shown_once_works_and_is_revoked(self):
        browser = self.logged_in(self.new_account())
        browser.get("/compte")
        browser.send("/compte/agendas", {"name": "téléphone"})
        address = re.search(r"<code>https?://[^/]+(/feeds/jalon_[0-9a-f]+\.ics)</code>", browser.text)[1]
        self.assertEqual(200, Browser(browser.address).get(address).status)
        browser.get("/compte")
        self.assertNotIn(address, browser.text)
        self.assertIn("« téléphone »", browser.text)
        action = re.search(r'action="(/compte/agendas/[^"]+/revocation)"', browser.text)[1]
        other = self.logged_in("doctor")
        other.get("/compte")
        self.assertEqual(404, other.post(action, {"jeton": other.hidden("/compte/mot-de-passe")["jeton"]}).status)
        browser.send(action, {})
        self.assertEqual(404, Browser(browser.address).get(address).status)

    def test_who_sees_no_case_has_none(self):
        browser = self.logged_in("administrator")
        browser.get("/compte")
        self.assertNotIn("Agendas", browser.text)


class SecondFactor(OwnAccountTest):
    """Codes are of real time, each good once: a test that needs a second one takes the next step's."""

    def turn_on(self, login):
        browser = self.logged_in(login)
        browser.get("/compte/second-facteur")
        secret = browser.hidden("/compte/second-facteur")["secret"]
        self.assertEqual(200, browser.send("/compte/second-facteur", {
            "code": code_of(secret), "password": PASSWORD}).status, browser.text)
        codes = re.findall(r"<li><code>([a-z2-9-]{14})</code></li>", browser.text)
        self.assertEqual(10, len(set(codes)))
        return browser, secret, codes

    def with_password(self, login):
        browser = self.browser()
        self.assertEqual(200, browser.log_in(login).status)
        self.assertIsNone(browser.cookie, "a password alone opens no session")
        return browser

    def give(self, browser, code):
        return browser.send("/connexion/code", {"code": code})

    def test_the_page_shows_the_secret_as_a_drawing_in_groups_and_as_an_address(self):
        login = self.new_account()
        browser = self.logged_in(login)
        browser.get("/compte/second-facteur")
        secret = browser.hidden("/compte/second-facteur")["secret"]
        self.assertRegex(secret, "^[A-Z2-7]{32}$")
        self.assertIn(" ".join(re.findall("....", secret)), browser.text)
        self.assertIn(f"otpauth://totp/Jalon:{login}?secret={secret}&amp;issuer=Jalon", browser.text)
        self.assertRegex(browser.text, r'<svg class="qr" viewBox="0 0 \d\d \d\d".*<path d="M4 4h1v1h-1z')
        browser.get("/compte/second-facteur")
        self.assertNotEqual(secret, browser.hidden("/compte/second-facteur")["secret"])

    def test_nothing_is_on_before_a_code_and_the_password_prove_it(self):
        login = self.new_account()
        browser = self.logged_in(login)
        browser.get("/compte/second-facteur")
        secret = browser.hidden("/compte/second-facteur")["secret"]
        for typed, words in (({"code": "000000x", "password": PASSWORD}, "code du moment"),
                             ({"code": code_of(secret, 9), "password": PASSWORD}, "code du moment"),
                             ({"code": code_of(secret), "password": "wrong"}, "pas le mot de passe")):
            self.assertEqual(422, browser.send("/compte/second-facteur", typed).status)
            self.assertIn(words, browser.text)
            self.assertEqual(secret, browser.hidden("/compte/second-facteur")["secret"], "the same drawing stays")
        fields = browser.hidden("/compte/second-facteur")
        self.assertEqual(400, browser.post("/compte/second-facteur", fields | {"secret": "ABC"}).status)
        self.assertIsNotNone(self.logged_in(login).cookie)

    def test_the_log_in_asks_for_the_code_after_the_password(self):
        login = self.new_account()
        _, secret, _ = self.turn_on(login)
        browser = self.with_password(login)
        self.assertIn("<h1>Second facteur</h1>", browser.text)
        self.assertEqual(200, self.give(browser, code_of(secret, 1)).status)
        self.assertIsNotNone(browser.cookie)
        self.assertIn("<h1>Ma journée</h1>", browser.text)

    def test_whoever_wanted_a_page_comes_to_it_after_the_code(self):
        login = self.new_account()
        _, _, codes = self.turn_on(login)
        browser = self.browser()
        browser.get("/connexion?suite=/dossiers")
        browser.send("/connexion", who(login))
        self.give(browser, codes[0])
        self.assertIn("<h1>Dossiers</h1>", browser.text)

    def test_a_code_is_good_once(self):
        login = self.new_account()
        _, secret, _ = self.turn_on(login)
        first, second = self.with_password(login), self.with_password(login)
        code = code_of(secret, 1)
        self.assertEqual(200, self.give(first, code).status)
        self.assertEqual(422, self.give(second, code).status)
        self.assertIsNone(second.cookie)

    def test_a_recovery_code_is_good_once_however_it_is_typed(self):
        login = self.new_account()
        _, _, codes = self.turn_on(login)
        browser = self.with_password(login)
        self.assertEqual(200, self.give(browser, codes[0].upper().replace("-", " ")).status)
        browser.get("/compte")
        self.assertIn("Codes de secours restants : 9", browser.text)
        again = self.with_password(login)
        self.assertEqual(422, self.give(again, codes[0]).status)
        self.assertIn(("recovery_code_used", login), self.entries(login))

    def test_wrong_codes_are_slowed_down_like_wrong_passwords_and_the_ticket_ends(self):
        login = self.new_account()
        _, secret, _ = self.turn_on(login)
        browser = self.with_password(login)
        statuses = [self.give(browser, f"00000{n}").status for n in range(5)]
        self.assertEqual([422] * 5, statuses)
        self.assertEqual(422, browser.post("/connexion/code", browser.hidden("/connexion/code") | {
            "code": code_of(secret, 1)}).status, "five tries were all")
        self.assertIn("Recommencez", browser.text)
        self.assertEqual(429, self.browser().log_in(login).status)

    def test_a_ticket_that_nobody_was_given_lets_nobody_in(self):
        browser = self.browser()
        for ticket in ("", "jalon_" + "0" * 64, "x" * 3000):
            answer = browser.post("/connexion/code", {"billet": ticket, "code": "123456"})
            self.assertEqual((422, None), (answer.status, browser.cookie))
        for headers in ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": None}):
            self.assertEqual(403, browser.post("/connexion/code", {"billet": "x"}, headers).status)

    def test_turning_it_on_closes_other_sessions_and_turning_it_off_takes_the_password(self):
        login = self.new_account()
        elsewhere = self.logged_in(login)
        browser, _, _ = self.turn_on(login)
        self.assertEqual(303, elsewhere.get("/compte").status)
        browser.get("/compte/second-facteur")
        self.assertEqual(422, browser.send("/compte/second-facteur/retrait", {"password": "wrong"}).status)
        browser.get("/compte/second-facteur")
        browser.send("/compte/second-facteur/retrait", {"password": PASSWORD})
        self.assertIn("Le second facteur est retiré", browser.text)
        self.logged_in(login)
        self.assertEqual([("second_factor_off", login), ("second_factor_on", login)], self.entries(login)[:2])

    def test_who_administers_takes_it_off_for_somebody_and_the_entry_says_who(self):
        login = self.new_account()
        self.turn_on(login)
        administrator = self.logged_in("administrator")
        page = "/reglages" + self.house.account_path(login).replace("accounts", "comptes")
        administrator.get(page)
        administrator.send(page + "/second-facteur", {})
        self.assertIn("Le second facteur est retiré", administrator.text)
        self.logged_in(login)
        self.assertEqual(("second_factor_off", "administrator"), self.entries(login)[0])


class DemandedFactor(OwnAccountTest):
    """Of a role that the establishment's setting names."""
    with_password, give = SecondFactor.with_password, SecondFactor.give

    def setUp(self):
        super().setUp()
        self.demanded_of("workshop_leader")
        self.addCleanup(self.demanded_of)

    def demanded_of(self, *roles):
        browser = self.logged_in("administrator")
        browser.get("/reglages/connexion")
        self.assertEqual(200, browser.send("/reglages/connexion", {"roles": roles}).status, browser.text)

    def offered(self, login):
        browser = self.with_password(login)
        self.assertIn("Votre rôle ne se connecte qu’avec un second facteur", browser.text)
        return browser, browser.hidden("/connexion/second-facteur")["secret"]

    def test_a_password_alone_opens_nothing_and_the_code_sets_it_up(self):
        login = self.new_account("workshop_leader")
        browser, secret = self.offered(login)
        wrong = browser.send("/connexion/second-facteur", {"code": code_of(secret, 9)})
        self.assertEqual((422, None), (wrong.status, browser.cookie))
        self.assertEqual(secret, browser.hidden("/connexion/second-facteur")["secret"], "the same drawing stays")
        self.assertEqual(200, browser.send("/connexion/second-facteur", {"code": code_of(secret)}).status)
        self.assertEqual(10, len(set(re.findall(r"<li><code>([a-z2-9-]{14})</code></li>", browser.text))))
        self.assertEqual(200, browser.get("/compte").status)
        again = self.with_password(login)
        self.assertEqual(200, self.give(again, code_of(secret, 1)).status)
        self.assertIsNotNone(again.cookie)

    def test_it_is_not_taken_off_by_oneself(self):
        login = self.new_account("workshop_leader")
        browser, secret = self.offered(login)
        browser.send("/connexion/second-facteur", {"code": code_of(secret)})
        browser.get("/compte/second-facteur")
        self.assertEqual(422, browser.send("/compte/second-facteur/retrait", {"password": PASSWORD}).status)
        self.assertIn("votre rôle ne se connecte qu’avec un second facteur", browser.text)
        self.with_password(login)

    def test_a_ticket_for_a_code_replaces_no_second_factor(self):
        login = self.new_account("workshop_leader")
        browser, secret = self.offered(login)
        browser.send("/connexion/second-facteur", {"code": code_of(secret)})
        thief = self.with_password(login)
        own = {**thief.hidden("/connexion/code"), "secret": "A" * 32, "code": code_of("A" * 32)}
        self.assertEqual((422, None), (thief.post("/connexion/second-facteur", own).status, thief.cookie))

    def test_another_role_is_not_asked_and_a_role_that_is_none_is_refused(self):
        self.assertIsNotNone(self.logged_in(self.new_account("trainer")).cookie)
        browser = self.logged_in("administrator")
        browser.get("/reglages/connexion")
        self.assertEqual(422, browser.send("/reglages/connexion", {"roles": "chef"}).status)
        self.assertIn("pas un rôle", browser.text)
