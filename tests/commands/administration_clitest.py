"""Accounts, tokens, establishments and the process itself, as an administrator meets them."""
import os
import urllib.error
import urllib.request

from psql import Database, socket_of
from server import PASSWORD, Server, free_port
from terminal import REFUSED, CommandTest
import terminal

NOW = "2026-04-01T09:00:00+02:00"


class Administration(CommandTest):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(terminal.PROGRAM, "--clock", "manual", "--now", NOW)

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def run_here(self, *words, code=0, feed=None):
        return self.run_it(*words, "--data-dir", self.server.data_folder, code=code, feed=feed)

    def add_user(self, *words, code=0, password=PASSWORD):
        return self.run_here("user", "add", *words, "--password-stdin", code=code, feed=password + "\n")

    def database(self):
        return Database(socket_of(self.server.data_folder))

    def test_a_token_is_printed_once_and_only_its_hash_is_kept(self):
        self.add_user("--login", "anne", "--name", "Anne", "--role", "trainer")
        token = self.run_here("token", "create", "--login", "anne", "--json").json()["token"]
        self.server.tokens["anne"] = token
        self.assertEqual(200, self.server.call("anne", "GET", "/cases")[0])
        kept = self.database().run("select * from token; select * from account;")
        self.assertNotIn(token, kept)
        self.assertNotIn(PASSWORD, kept)
        self.assertIn("$argon2id$", kept)

    def test_an_account_may_have_two_roles(self):
        self.add_user("--login", "deux", "--name", "Deux", "--role", "doctor", "--role", "referent")
        roles = self.database().one("select roles from account where login = 'deux'")
        self.assertEqual(["doctor", "referent"], roles)

    def test_what_is_no_sound_account_is_refused(self):
        base = ("--login", "bob", "--name", "Bob", "--role", "trainer")
        self.add_user(*base, code=REFUSED, password="court")
        self.assertIn("courants", self.add_user(*base, code=REFUSED, password="Bonjour-bonjour-2026").err)
        self.run_here("setting", "letter-head", "--name", "Foyer des Causses", "--address", "1 rue Neuve")
        self.assertIn("établissement", self.add_user(*base, code=REFUSED, password="au foyer des causses 12").err)
        self.add_user("--login", "bob", "--name", "Bob", "--role", "king", code=REFUSED)
        self.add_user("--login", "b o b", "--name", "Bob", "--role", "trainer", code=REFUSED)
        self.add_user("--login", "bob", "--name", " ", "--role", "trainer", code=REFUSED)
        self.add_user(*base, "--email", "bob", code=REFUSED)
        self.add_user("--login", "bob", "--name", "Bob", "--role", "mdph_partner", code=REFUSED)
        self.run_here("user", "add", *base, code=REFUSED)
        self.assertEqual(0, self.database().one("select count(*) from account where login = 'bob'"))
        self.add_user(*base)
        self.assertIn("existe déjà", self.add_user(*base, code=REFUSED).err)

    def test_a_disabled_account_gets_no_token(self):
        self.add_user("--login", "part", "--name", "Part", "--role", "trainer")
        for told in ("désactivé :", "déjà désactivé"):
            self.assertIn(told, self.run_here("user", "disable", "--login", "part").out)
        self.run_here("token", "create", "--login", "part", code=REFUSED)
        for words in (("user", "disable"), ("token", "create")):
            self.run_here(*words, "--login", "nobody", code=REFUSED)

    def test_a_feed_has_an_address_that_is_shown_once_and_can_be_taken_back(self):
        self.add_user("--login", "agenda", "--name", "Agenda", "--role", "coordinator")
        login, public = ("--login", "agenda"), ("--public-url", f"http://{self.server.address}")
        address = self.run_here("feed", "create", *login, *public, "--name", "Téléphone").out.strip()
        feed = self.run_here("feed", "create", *login, *public, "--json").json()
        for each in (address, feed["address"]):
            with urllib.request.urlopen(each, timeout=60) as answer:
                self.assertTrue(answer.read().startswith(b"BEGIN:VCALENDAR\r\n"))
        kept = self.database().run("select * from feed")
        self.assertNotIn(address.split("/")[-1][:20], kept)
        self.assertEqual(["Téléphone", "Agenda"], [item["name"] for item in self.run_here(
            "feed", "list", *login, "--json").json()])
        self.run_here("feed", "revoke", feed["id"], *login)
        self.assertIn("Téléphone", self.run_here("feed", "list", *login).out)
        self.assertNotIn(feed["id"], self.run_here("feed", "list", *login).out)
        with self.assertRaises(urllib.error.HTTPError) as gone:
            urllib.request.urlopen(feed["address"], timeout=60)
        self.assertEqual(404, gone.exception.code)
        self.run_here("feed", "revoke", feed["id"], *login, code=REFUSED)
        self.run_here("feed", "create", "--login", "nobody", code=REFUSED)
        self.run_here("feed", "create", *login, "--name", " ", code=REFUSED)
        self.run_here("feed", "create", *login, "--public-url", "jalon.example.org", code=terminal.WRONG_USAGE)

    def test_the_schema_is_up_to_date_and_says_so(self):
        self.assertTrue(all(item["applied_at"] for item in self.run_here("migrate", "--status", "--json").json()))
        self.assertEqual([], self.run_here("migrate", "--json").json())

    def test_a_second_server_on_the_folder_is_refused_and_names_the_first(self):
        outcome = self.run_here("serve", "--listen", f"127.0.0.1:{free_port()}", code=REFUSED)
        self.assertIn(str(self.server.process.pid), outcome.err)
        self.assertIsNone(self.server.process.poll())

    def test_a_worker_is_refused_where_the_clock_is_manual(self):
        self.assertIn("horloge manuelle", self.run_here("worker", code=REFUSED).err)


class Establishments(CommandTest):
    def test_with_two_of_them_a_verb_asks_which(self):
        with Server(terminal.PROGRAM, "--clock", "manual", "--now", NOW) as server:
            data = ("--data-dir", server.data_folder)
            words = ("user", "add", "--login", "a", "--name", "A", "--role", "trainer", "--password-stdin", *data)
            self.run_it("establishment", "add", "voisin", "--name", "ESPO voisin", *data)
            self.run_it("establishment", "add", "voisin", "--name", "Encore", *data, code=REFUSED)
            self.run_it("establishment", "add", "deux mots", "--name", "Non", *data, code=REFUSED)
            self.assertIn("--establishment", self.run_it(*words, code=REFUSED, feed=PASSWORD).err)
            self.run_it(*words, "--establishment", "none", code=REFUSED, feed=PASSWORD)
            self.run_it(*words, "--establishment", "voisin", feed=PASSWORD)


class Clocks(CommandTest):
    def test_a_base_that_ran_on_the_real_clock_is_refused_a_manual_one_and_the_other_way(self):
        for first, then in (((), ("--clock", "manual", "--now", NOW)), (("--clock", "manual", "--now", NOW), ())):
            server = Server(terminal.PROGRAM, *first)
            kept = server.folder + "-kept"
            try:
                server.process.terminate()
                server.process.wait(60)
                os.rename(server.folder, kept)
                data = os.path.join(kept, "data")
                outcome = self.run_it("serve", "--data-dir", data, "--listen", f"127.0.0.1:{free_port()}", *then,
                                      code=REFUSED)
                self.assertIn("horloge", outcome.err)
            finally:
                if os.path.exists(kept):
                    os.rename(kept, server.folder)
                server.stop()

    def test_a_manual_clock_needs_an_instant_and_the_real_one_takes_none(self):
        folder = os.path.join(self.folder(), "data")
        serve = ("serve", "--data-dir", folder, "--listen", f"127.0.0.1:{free_port()}")
        for words in (("--clock", "manual", "--now", "demain"), ("--clock", "manual", "--now", "2026-04-01"),
                      ("--clock", "manual", "--now", "2026-04-01T09:00:00"), ("--now", NOW)):
            self.assertIn("--now", self.run_it(*serve, *words, code=REFUSED).err)
        self.assertFalse(os.path.exists(folder), "what was typed is looked at before anything is made")
        self.assertIn("--now", self.run_it(*serve, "--clock", "manual", code=REFUSED).err)
