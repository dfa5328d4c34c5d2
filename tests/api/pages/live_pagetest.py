"""What changes elsewhere while a page is open."""
from page import PageTest


class Live(PageTest):
    def watched(self):
        case = self.open_case()
        browser = self.logged_in("admin_assistant")
        return case, browser, f"/dossiers/{case['reference']}/evenements"

    def note(self, case):
        self.house.send("coordinator", "POST", f"/api/v1/cases/{case['id']}/events",
                        {"event": "add_note", "data": {"kind": "call", "text": "Rappeler"}})

    def test_a_file_that_moved_on_says_so_once_and_goes_on_from_there(self):
        case, browser, address = self.watched()
        self.assertNotIn("event:", browser.get(address + "?depuis=1").body.decode())
        self.note(case)
        answer = browser.get(address + "?depuis=1")
        self.assertTrue(answer.header("content-type").startswith("text/event-stream"))
        self.assertIn('id: 2\nevent: moved\ndata: {"revision":2}', answer.body.decode())
        self.assertNotIn("event:", browser.get(address + "?depuis=1", {"Last-Event-ID": "2"}).body.decode())
        self.note(case)
        self.assertIn("id: 3", browser.get(address + "?depuis=1", {"Last-Event-ID": "2"}).body.decode())

    def test_a_page_of_the_file_knows_where_to_listen(self):
        case, browser, address = self.watched()
        for tab in ("", "/parcours", "/sejour", "/acces"):
            browser.get(f"/dossiers/{case['reference']}{tab}")
            self.assertIn(f'data-watch="{address}?depuis=1"', browser.text)

    def test_nothing_is_told_of_a_file_out_of_sight(self):
        _, _, address = self.watched()
        self.assertEqual(404, self.logged_in("partner_of_48").get(address).status)
        self.assertEqual(403, self.logged_in("administrator").get(address).status)
        self.assertEqual(303, self.browser().get(address).status)
