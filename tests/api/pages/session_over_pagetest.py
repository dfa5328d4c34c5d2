"""A session that ends while somebody types: nothing is recorded, and nothing is lost."""
from browser import FORM_TYPE
from page import PageTest


class SessionOver(PageTest):
    def typed(self):
        case = self.open_case()
        browser = self.logged_in("admin_assistant")
        address = f"/dossiers/{case['reference']}/actes/add_note"
        browser.get(address)
        fields = browser.hidden(address) | {"kind": "call", "text": "A <b>rappelé</b>", "occurred_on": "2026-03-02"}
        return case, browser, address, fields

    def revision(self, case):
        return self.house.send("admin_assistant", "GET", f"/api/v1/cases/{case['id']}").json()["revision"]

    def test_what_was_typed_comes_back_and_is_recorded_after_logging_in_again(self):
        case, browser, address, fields = self.typed()
        browser.cookie = None
        answer = browser.post(address, fields)
        self.assertEqual(403, answer.status)
        self.assertIn("rien n’est perdu", browser.text)
        self.assertIn("A &lt;b&gt;rappelé&lt;/b&gt;", browser.text)
        kept = browser.hidden(address)
        self.assertEqual("A <b>rappelé</b>", kept["text"])
        self.assertNotIn("jeton", kept)
        self.assertEqual(1, self.revision(case))
        browser.log_in("admin_assistant")
        browser.post(address, kept)
        self.assertIn("Relisez, puis enregistrez", browser.text)
        browser.send(address, {})
        self.assertIn("Enregistré : « Ajouter une note »", browser.text)
        self.assertEqual(2, self.revision(case))

    def test_another_site_gets_nothing_of_the_kind(self):
        case, browser, address, fields = self.typed()
        for cookie in (None, browser.cookie):
            browser.cookie = cookie
            answer = browser.post(address, fields | {"jeton": "x"}, FORM_TYPE | {"Sec-Fetch-Site": "cross-site"})
            self.assertNotIn("rappelé", answer.body.decode())
        self.assertEqual(1, self.revision(case))

    def test_a_password_is_never_handed_back(self):
        browser = self.browser()
        answer = browser.post("/dossiers", {"recherche": "x", "mot_de_passe": "topsecret"})
        self.assertNotIn("topsecret", answer.body.decode())
