"""The key of second factors: made with the data folder, given where the database is elsewhere, never guessed."""
import os
import stat

from psql import Database, socket_of
from server import PASSWORD, Server, free_port
from terminal import REFUSED, CommandTest
import terminal

NOW = "2026-04-01T09:00:00+02:00"
KEY, OTHER = "5a" * 32, "c3" * 32
SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"


class Sealing(CommandTest):
    @classmethod
    def setUpClass(cls):
        cls.server = Server(terminal.PROGRAM, "--clock", "manual", "--now", NOW)
        cls.server.add_account("trainer")

    @classmethod
    def tearDownClass(cls):
        cls.server.stop()

    def tearDown(self):
        self.run_sql("delete from second_factor;")

    def run_sql(self, text):
        return Database(socket_of(self.server.data_folder)).run(text)

    def elsewhere(self):
        return "--database", f"host={socket_of(self.server.data_folder)} user=jalon dbname=jalon"

    def keep_readable(self):
        """As a program without keys left it."""
        self.run_sql(f"""
            alter table second_factor drop constraint second_factor_secret_sealed;
            insert into second_factor values ('espo', 'trainer', '{SECRET}', 7);
            alter table second_factor add constraint second_factor_secret_sealed
            check (secret ~ '^sealed:[0-9a-f]{{32}}:[A-Za-z0-9_-]{{64,}}$') not valid;""")

    def serve_elsewhere(self, *words):
        return Server(terminal.PROGRAM, *self.elsewhere(), "--clock", "manual", *words)

    def refusal(self, *words):
        listen = f"127.0.0.1:{free_port()}"
        return self.run_it("serve", *self.elsewhere(), "--clock", "manual", "--listen", listen, *words,
                           code=REFUSED).err

    def test_the_data_folder_gets_a_key_that_only_its_owner_reads(self):
        path = os.path.join(self.server.data_folder, "sealing.key")
        self.assertEqual(0o600, stat.S_IMODE(os.stat(path).st_mode))
        with open(path, encoding="ascii") as file:
            self.assertRegex(file.read(), "^[0-9a-f]{64}\n$")

    def test_what_was_readable_is_sealed_at_the_start_and_opens_with_no_other_key(self):
        self.keep_readable()
        self.assertIn("trainer (espo)", self.refusal(), "a server without a key leaves nothing readable")
        self.serve_elsewhere("--sealing-key", KEY).stop()
        kept = self.run_sql("select secret from second_factor;")
        self.assertIn("sealed:", kept)
        self.assertNotIn(SECRET, kept)
        self.serve_elsewhere("--sealing-key", KEY).stop()
        for words in ((), ("--sealing-key", OTHER)):
            refusal = self.refusal(*words)
            for part in ("trainer (espo)", "JALON_SEALING_KEY_FILE", "user remove-second-factor"):
                self.assertIn(part, refusal)
        self.run_it("user", "remove-second-factor", "--login", "trainer", *self.elsewhere())
        self.serve_elsewhere("--sealing-key", OTHER).stop()

    def test_what_is_no_key_is_refused(self):
        for text in ("abc", KEY + "00", "z" * 64, PASSWORD):
            self.assertIn("64 chiffres hexadécimaux", self.refusal("--sealing-key", text))
