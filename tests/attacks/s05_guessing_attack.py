"""S05, brute force, stuffing, enumeration: guesses at one account and at a thousand, one after the other and at once.
Few are looked at, nobody is locked out for good, and whether an account exists shows nowhere."""
import threading

from attack import AttackTest
from browser import Browser, who
from house import FIRST

FREE = 4  # an account's guesses before it is slowed down
AT_ONCE = 16  # requests that the server works on at a time: as many may be looked at before the first is counted
OF_AN_ADDRESS = 200  # before an address is: a whole house may stand behind it


class Guessing(AttackTest):
    def guess(self, login, password="x"):
        return Browser(self.house.server.address).post("/connexion", who(login, password)).status

    def test_S05_a_thousand_guesses_at_one_account_and_few_are_looked_at(self):
        self.house.add_account("guessed_at", "trainer", establishment=FIRST)
        answers, lock = [], threading.Lock()

        def some():
            for _ in range(50):
                status = self.guess("guessed_at")
                with lock:
                    answers.append(status)
        threads = [threading.Thread(target=some) for _ in range(20)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        looked_at = answers.count(422)
        print(f"{looked_at} of {len(answers)} guesses were looked at")
        self.assertEqual({422, 429}, set(answers))
        self.assertLessEqual(looked_at, FREE + 2 * AT_ONCE)
        self.assertEqual(429, self.guess("guessed_at"))

    def test_S05_a_pause_ends_and_the_right_password_opens(self):
        self.house.add_account("patient", "trainer", establishment=FIRST)
        while self.guess("patient") != 429:
            pass
        self.database.run("update failed_log_in set last_at = last_at - interval '301 seconds'")
        self.browser("patient")

    def test_S05_a_password_tried_on_many_accounts_is_stopped_by_address(self):
        self.database.run(f"""
            insert into failed_log_in (establishment, subject, failures) select establishment, subject, {OF_AN_ADDRESS}
            from failed_log_in where false""")
        first = self.guess("stuffed0")
        self.assertEqual(422, first)
        self.database.run(f"""update failed_log_in set failures = {OF_AN_ADDRESS} + 5, last_at = clock_timestamp()
                              where subject <> log_in_subject('login:stuffed0')""")
        self.assertEqual(429, self.guess("stuffed1"), "an account that nobody had guessed at")

    def test_S05_an_account_that_does_not_exist_is_slowed_down_alike(self):
        self.house.add_account("existing", "trainer", establishment=FIRST)
        courses = [[self.guess(login) for _ in range(FREE + 3)] for login in ("existing", "of_nobody")]
        self.assertEqual(*courses)
        self.assertIn(429, courses[0])
