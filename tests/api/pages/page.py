"""What all tests of pages share: the house, and browsers that are logged in."""
import itertools
import unittest

from browser import Browser

NUMBERS = itertools.count(1)


class PageTest(unittest.TestCase):
    house = None  # set by run.py

    def browser(self):
        return Browser(self.house.server.address)

    def logged_in(self, login):
        browser = self.browser()
        self.assertEqual(200, browser.log_in(login).status, browser.text)
        return browser

    def open_case(self, family_name="Soulier", channel="digital", received_on="2026-03-02"):
        person = {"family_name": family_name, "given_name": "Jeanne", "birth_date": "1984-05-17"}
        notification = {"channel": channel, "received_on": received_on, "mdph": "12",
                        "national_decision_id": f"DN-PAGE-{next(NUMBERS)}"}
        answer = self.house.send("admin_assistant", "POST", "/api/v1/cases",
                                 {"workflow": "preorientation", "person": person, "notification": notification})
        self.assertEqual(201, answer.status, answer.body)
        return answer.json()
