"""The way in and out, and what must not get in."""
from browser import who
from page import PageTest

FOREIGN = ({"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"},
           {"Sec-Fetch-Site": None, "Origin": "https://evil.example"}, {"Sec-Fetch-Site": None})


class LoggingIn(PageTest):
    def test_whoever_is_not_logged_in_is_asked_to_and_comes_back_to_the_page_they_wanted(self):
        browser = self.browser()
        answer = browser.get("/dossiers")
        self.assertEqual((303, "/connexion?suite=/dossiers"), (answer.status, answer.header("location")))
        browser.get(answer.header("location"))
        browser.send("/connexion", who("admin_assistant"))
        self.assertIn("<h1>Dossiers</h1>", browser.text)

    def test_the_filters_one_wanted_are_kept_while_one_logs_in(self):
        browser = self.browser()
        answer = browser.get("/dossiers?retard=oui&tri=nom")
        browser.get(answer.header("location"))
        answer = browser.post("/connexion", browser.hidden("/connexion") | who("admin_assistant"))
        self.assertEqual("/dossiers?retard=oui&tri=nom", answer.header("location"))

    def test_the_cookie_is_for_this_host_only_out_of_reach_of_scripts_and_other_sites(self):
        browser = self.browser()
        browser.get("/connexion")
        answer = browser.post("/connexion", browser.hidden("/connexion") | who("coordinator"))
        cookie = answer.header("set-cookie")
        self.assertTrue(cookie.startswith("__Host-jalon="), cookie)
        for attribute in ("Path=/", "Secure", "HttpOnly", "SameSite=Strict"):
            self.assertIn(attribute, cookie)

    def test_a_session_is_new_at_each_log_in_and_dead_after_logging_out(self):
        browser = self.logged_in("admin_assistant")
        first = browser.cookie
        browser.send("/deconnexion", {})
        self.assertIsNone(browser.cookie)
        browser.log_in("admin_assistant")
        self.assertNotEqual(first, browser.cookie)
        browser.cookie = first
        self.assertEqual(303, browser.get("/").status)

    def test_a_disabled_account_is_out_at_once(self):
        self.house.add_account("leaver", "coordinator", establishment="espo")
        browser = self.logged_in("leaver")
        self.house.disable_account("leaver")
        self.assertEqual("/connexion", browser.get("/").header("location"))

    def test_a_wrong_password_and_an_unknown_account_get_the_same_answer(self):
        texts = []
        for login, password in (("doctor", "wrong"), ("nobody-of-that-name", "wrong")):
            browser = self.browser()
            answer = browser.log_in(login, password)
            self.assertEqual(422, answer.status)
            texts.append(browser.text.replace(login, "X"))
        self.assertEqual(*texts)
        self.assertIn("L’identifiant ou le mot de passe n’est pas le bon.", texts[0])

    def test_guessing_is_slowed_down_for_the_account_and_never_for_good(self):
        self.house.add_account("guessed", "trainer", establishment="espo")
        browser = self.browser()
        statuses = [browser.log_in("guessed", f"wrong {n}").status for n in range(7)]
        self.assertIn(429, statuses)
        self.assertIn("Trop d’essais de suite", browser.text)
        self.assertLessEqual(int(browser.page.header("retry-after")), 300)
        self.assertEqual(429, browser.log_in("guessed").status, "not even with the right password, for a moment")

    def test_what_is_no_login_at_all_is_refused_like_any_other(self):
        for login in ("x" * 3000, "é è", "a b", "'; drop table account; --"):
            self.assertEqual(422, self.browser().log_in(login, "wrong").status)

    def test_where_a_browser_sends_no_metadata_the_origin_must_be_ours(self):
        browser = self.browser()
        browser.get("/connexion")
        ours = {"Sec-Fetch-Site": None, "Origin": f"http://{browser.address}"}
        self.assertEqual(303, browser.post("/connexion", who("referent"), ours).status)

    def test_a_form_from_another_site_logs_nobody_in(self):
        for headers in FOREIGN:
            browser = self.browser()
            browser.get("/connexion")
            answer = browser.post("/connexion", who("referent"), headers)
            self.assertEqual(403, answer.status, headers)
            self.assertIsNone(answer.header("set-cookie"))

    def test_after_logging_in_nobody_is_sent_to_another_site(self):
        for asked in ("//evil.example", "https://evil.example", "/\\evil.example", "\\\\evil.example", "javascript:1"):
            browser = self.browser()
            browser.get("/connexion")
            answer = browser.post("/connexion", who("trainer") | {"suite": asked})
            self.assertEqual((303, "/"), (answer.status, answer.header("location")), asked)


class Forgery(PageTest):
    def test_a_form_without_the_sessions_own_token_changes_nothing(self):
        case = self.open_case()
        address = f"/dossiers/{case['reference']}/actes/send_first_contact"
        mine, other = self.logged_in("admin_assistant"), self.logged_in("admin_assistant")
        other.get(address)
        mine.get(address)
        fields = mine.hidden(address)
        for token in ("", "x", other.hidden(address)["jeton"]):
            self.assertEqual(403, mine.post(address, fields | {"jeton": token}).status)
        for headers in FOREIGN:
            self.assertEqual(403, mine.post(address, fields, headers).status, headers)
        self.assertEqual(415, mine.post(address, fields, {"Content-Type": "text/plain"}).status)
        case = self.house.send("admin_assistant", "GET", f"/api/v1/cases/{case['id']}").json()
        self.assertEqual(1, case["revision"])


class Headers(PageTest):
    def test_every_page_forbids_what_is_not_ours_and_is_not_kept(self):
        browser = self.logged_in("coordinator")
        for address in ("/", "/dossiers", "/pilotage", "/nowhere", "/connexion"):
            answer = browser.get(address)
            self.assertIn("default-src 'none'; script-src 'self'", answer.header("content-security-policy"))
            self.assertEqual("no-store", answer.header("cache-control"))
            self.assertNotRegex(browser.text, r"<script(?! src=)|<style|\son[a-z]+=|\sstyle=")

    def test_style_and_scripts_may_be_kept_because_their_address_names_their_content(self):
        browser = self.browser()
        browser.get("/connexion")
        address = browser.text.split('rel="stylesheet" href="')[1].split('"')[0]
        answer = browser.get(address)
        self.assertEqual((200, "text/css; charset=utf-8"), (answer.status, answer.header("content-type")))
        self.assertIn("immutable", answer.header("cache-control"))
        self.assertEqual(404, self.logged_in("coordinator").get("/assets/0000000000000000/jalon.css").status)
