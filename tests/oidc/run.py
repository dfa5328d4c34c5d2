#!/usr/bin/env python3
"""Logging in at a provider of identities, against one that can be told to lie.

    tests/oidc/run.py --jalon build/jalon
"""
import argparse
import os
import sys
import time
import unittest
import urllib.parse
import urllib.request

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../kit")]
from browser import Browser  # noqa: E402
from identity_provider import IdentityProvider  # noqa: E402
from server import PASSWORD, Server  # noqa: E402

PROGRAM = "build/jalon"
ANNE = {"email": "anne@espo.example", "email_verified": True}


class NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_):
        return None


def ask_provider(address):
    """What the browser is sent on to by the provider."""
    try:
        urllib.request.build_opener(NoRedirect).open(address, timeout=10)
    except urllib.error.HTTPError as answer:
        return answer.headers["Location"]
    raise AssertionError("the provider does not send on")


class LoggingInElsewhere(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.provider = IdentityProvider()
        cls.server = Server(PROGRAM, "--oidc-issuer", cls.provider.issuer, "--oidc-client-id", "jalon",
                            "--oidc-client-secret", cls.provider.client_secret, "--oidc-name", "Compte de la maison")
        for login, email in (("anne", "anne@espo.example"), ("leaver", "leaver@espo.example")):
            cls.server.command("user", "add", "--login", login, "--name", login, "--role", "admin_assistant", "--email",
                               email, "--password-stdin", feed=PASSWORD + "\n")
        cls.server.command("user", "disable", "--login", "leaver")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()
        cls.provider.__exit__()

    def setUp(self):
        self.provider.tell_the_truth()
        self.provider.who = ANNE

    def sent_to_provider(self, suite="/"):
        browser = Browser(self.server.address)
        answer = browser.get("/connexion/externe?suite=" + urllib.parse.quote(suite))
        self.assertEqual(303, answer.status, browser.text)
        return browser, answer

    def come_back(self, suite="/"):
        browser, answer = self.sent_to_provider(suite)
        back = urllib.parse.urlsplit(ask_provider(answer.header("location")))
        return browser, browser.get(back.path + "?" + back.query)

    def refused(self, sentence="n’a pas pu être vérifiée"):
        browser, answer = self.come_back()
        self.assertEqual(422, answer.status)
        self.assertIn(sentence, browser.text)
        self.assertEqual(303, browser.get("/").status, "nobody is logged in")

    def test_the_log_in_page_offers_it_and_it_leads_to_the_page_one_wanted(self):
        browser = Browser(self.server.address)
        browser.get("/connexion?suite=/dossiers")
        self.assertIn("Compte de la maison", browser.text)
        browser, answer = self.come_back("/dossiers")
        self.assertEqual((303, "/dossiers"), (answer.status, answer.header("location")))
        self.assertIn("<h1>Dossiers</h1>", browser.get("/dossiers").body.decode())

    def test_the_question_is_asked_with_pkce_and_is_new_each_time(self):
        questions = []
        for _ in range(2):
            _, answer = self.sent_to_provider()
            questions.append(dict(urllib.parse.parse_qsl(urllib.parse.urlsplit(answer.header("location")).query)))
        self.assertEqual(("code", "S256"), (questions[0]["response_type"], questions[0]["code_challenge_method"]))
        for field in ("state", "nonce", "code_challenge"):
            self.assertNotEqual(questions[0][field], questions[1][field])

    def test_a_token_that_is_not_for_us_not_now_or_not_of_this_question_is_refused(self):
        for lies in ({"iss": "https://elsewhere.example"}, {"aud": "another"}, {"aud": ["jalon", "another"]},
                     {"nonce": "another"}, {"exp": int(time.time()) - 3600}, {"iat": int(time.time()) + 3600}):
            with self.subTest(lies):
                self.provider.lies = lies
                self.refused()

    def test_a_token_that_the_provider_did_not_sign_is_refused(self):
        self.provider.signing, self.provider.other.name = self.provider.other, "first"
        self.refused()
        self.provider.other.name = "second"
        self.provider.tell_the_truth()
        for algorithm in ("none", "HS256"):
            self.provider.header = {"alg": algorithm}
            self.refused()

    def test_a_key_that_is_new_is_fetched(self):
        self.come_back()
        self.provider.signing, self.provider.published = self.provider.other, [self.provider.key, self.provider.other]
        self.assertEqual(303, self.come_back()[1].status)

    def test_an_answer_without_its_question_or_of_another_browser_is_refused(self):
        browser, answer = self.sent_to_provider()
        back = urllib.parse.urlsplit(ask_provider(answer.header("location")))
        other = Browser(self.server.address)
        self.assertEqual(422, other.get(back.path + "?" + back.query).status)
        self.assertEqual(422, browser.get(back.path + "?state=x&code=y").status)
        self.assertEqual(422, browser.get(back.path).status)

    def test_a_code_is_good_once(self):
        browser, answer = self.sent_to_provider()
        back = urllib.parse.urlsplit(ask_provider(answer.header("location")))
        question = browser.cookie
        self.assertEqual(303, browser.get(back.path + "?" + back.query).status)
        browser.cookie = question
        self.assertNotEqual(303, browser.get(back.path + "?" + back.query).status)

    def test_who_has_no_account_here_or_none_any_more_is_told_so(self):
        for claims in ({"email": "nobody@espo.example"}, {"email": "leaver@espo.example"}):
            self.provider.who = claims
            self.refused("Aucun compte")
        for claims in ({}, {"email": "anne@espo.example", "email_verified": False}, {"email": 7}):
            self.provider.who = claims
            self.refused("ne dit pas qui vous êtes")


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--jalon", required=True)
    options, rest = parser.parse_known_args()
    PROGRAM = options.jalon
    unittest.main(argv=[sys.argv[0], *rest])
