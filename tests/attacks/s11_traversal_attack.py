"""S11, path traversal: nothing outside what the program holds is read, whichever place of an address names it. There
are no uploads: the program takes no file over HTTP."""
import re

from attack import ALL_ROLES, AttackTest, filled

CLIMBS = ("..%2f..%2f..%2fetc%2fpasswd", "..%5c..%5cetc%5cpasswd", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "%2fetc%2fpasswd",
          "..", ".", "....%2f%2fetc%2fpasswd", "..%252f..%252fetc%252fpasswd", "%c0%ae%c0%ae%2fetc%2fpasswd",
          "passwd%00.css",
          "..%00", "~root", "file:%2f%2f%2fetc%2fpasswd", "jalon.css%20", "jalon.css%2f..%2fjalon.css", "%ff")
NOT_THERE = {400, 401, 404, 405, 422}


class Traversal(AttackTest):
    def test_S11_no_place_of_an_address_leads_out(self):
        browser = self.browser(ALL_ROLES)
        for route in self.pages("GET") + self.endpoints("GET"):
            for place in re.findall(r"\{(\w+)\}", route["address"]):
                for climb in CLIMBS:
                    address = filled(route["address"], **{place: climb})
                    answer = browser.get(address)
                    self.assertIn(answer.status, NOT_THERE, address)
                    self.assertNotIn(b"root:", answer.body)

    def test_S11_the_styles_and_scripts_are_a_list_and_no_folder(self):
        browser = self.browser()
        browser.get("/connexion")
        folder = browser.text.split('rel="stylesheet" href="')[1].split('"')[0].rsplit("/", 1)[0]
        for name in (*CLIMBS, "", "index.html", "jalon.css~", "../jalon.css", "JALON.CSS"):
            self.assertIn(browser.get(f"{folder}/{name}").status, NOT_THERE, name)
        for address in (folder, "/assets", "/assets/", "/.git/config", "/server-status", "/debug", "/.well-known/"):
            self.assertIn(browser.get(address).status, (303, *NOT_THERE), address)

    def test_S11_a_file_sent_as_an_upload_is_no_form(self):
        browser = self.browser(ALL_ROLES)
        kind = {"Content-Type": "multipart/form-data; boundary=x"}
        for route in self.pages("POST"):
            answer = browser.post(filled(route["address"]), {"jeton": self.token_of(browser)}, kind)
            self.assertEqual(415, answer.status, route["address"])
