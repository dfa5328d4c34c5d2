"""What changes elsewhere while a page is open."""
from listener import Listener
from page import PageTest


class Live(PageTest):
    def watched(self):
        case = self.open_case()
        browser = self.logged_in("admin_assistant")
        return case, browser, f"/dossiers/{case['reference']}/evenements"

    def note(self, case):
        self.house.send("coordinator", "POST", f"/api/v1/cases/{case['id']}/events",
                        {"event": "add_note", "data": {"kind": "call", "text": "Rappeler"}})

    def listen(self, browser, address, headers=None):
        return Listener(self.house.server.address, address, {"Cookie": browser.cookie} | (headers or {}))

    def test_a_file_that_moves_on_says_so_at_once_to_who_has_it_open(self):
        case, browser, address = self.watched()
        with self.listen(browser, address + "?depuis=1") as page:
            self.assertTrue(page.answer.getheader("content-type").startswith("text/event-stream"))
            for revision in ("2", "3"):
                self.note(case)
                self.assertEqual({"id": revision, "event": "moved", "data": f'{{"revision":{revision}}}'}, page.event())

    def test_who_comes_back_goes_on_from_what_was_known(self):
        case, browser, address = self.watched()
        self.note(case)
        with self.listen(browser, address + "?depuis=1") as page:
            self.assertEqual("2", page.event()["id"])
        with self.listen(browser, address + "?depuis=1", {"Last-Event-ID": "2"}) as page:
            self.note(case)
            self.assertEqual("3", page.event()["id"], "what was known is not told again")

    def test_two_pages_of_two_files_hear_of_their_own(self):
        one, browser, address = self.watched()
        other, _, elsewhere = self.watched()
        with self.listen(browser, address + "?depuis=1") as here, self.listen(browser, elsewhere + "?depuis=1") as there:
            self.note(other)
            self.assertEqual("2", there.event()["id"])
            self.note(one), self.note(one)
            self.assertIn(here.event()["id"], ("2", "3"))

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
