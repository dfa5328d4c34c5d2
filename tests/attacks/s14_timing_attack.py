"""S14, timing: a log-in with a wrong password takes as long for an account that exists as for one that does not.
Pairs one after the other, so that whatever else the machine does falls on both; the medians differ by less than a
third of one. An answer without the costly hash (a tenth of it, or less) is far outside. That tokens are compared in
constant time is sodium_memcmp in api/endpoints/browser_session.cpp; sessions and API tokens are looked up by their
hash."""
import statistics
import time

from attack import AttackTest
from browser import Browser, who
from house import FIRST

PAIRS = 15


class Timing(AttackTest):
    def taken(self, login):
        self.database.run("delete from failed_log_in")
        browser, begun = Browser(self.house.server.address), time.perf_counter()
        self.assertEqual(422, browser.post("/connexion", who(login, "of nobody")).status)
        return time.perf_counter() - begun

    def test_S14_nobody_is_refused_as_slowly_as_somebody(self):
        self.house.add_account("timed", "trainer", establishment=FIRST)
        self.taken("timed"), self.taken("nobody_there")
        pairs = [(self.taken("timed"), self.taken("nobody_there")) for _ in range(PAIRS)]
        somebody, nobody = (statistics.median(each) * 1000 for each in zip(*pairs))
        print(f"medians of {PAIRS}: somebody {somebody:.1f} ms, nobody {nobody:.1f} ms")
        self.assertLess(abs(somebody - nobody), max(somebody, nobody) / 3)

    def test_S14_the_answers_are_the_same_words(self):
        pages = []
        for login in ("timed_again", "nobody_there"):
            if login == "timed_again":
                self.house.add_account(login, "trainer", establishment=FIRST)
            answer = self.browser().post("/connexion", who(login, "wrong"))
            pages.append((answer.status, answer.body.decode().replace(login, "X")))
        self.assertEqual(*pages)
