"""Defaults < TOML file < JALON_* < flags; an unknown key is an error; secrets may come from files."""
import os

from terminal import REFUSED, WRONG_USAGE, CommandTest


class Configuration(CommandTest):
    """Seen through `serve` on a folder it cannot use: the refusal names the folder that won."""

    def refused_folder(self, *words, environment=None, code=REFUSED):
        return self.run_it(*words, code=code, environment=environment).err

    def file_of(self, name):
        """A file where a folder is wanted: serving there is refused by name, at once."""
        return self.file("", name)

    def test_each_source_wins_over_the_one_before(self):
        from_file, from_environment, from_flag = (self.file_of(name) for name in ("toml", "environment", "flag"))
        toml = self.file(f'data-dir = "{from_file}"\n', "jalon.toml")
        self.assertIn(from_file, self.refused_folder("serve", "--config", toml))
        environment = {"JALON_DATA_DIR": from_environment}
        self.assertIn(from_environment, self.refused_folder("serve", "--config", toml, environment=environment))
        self.assertIn(from_flag, self.refused_folder(
            "serve", "--config", toml, "--data-dir", from_flag, environment=environment))

    def test_the_environment_may_name_the_file_and_a_flag_names_another(self):
        toml, other = (self.file(f'[serve]\nlisten = "{name}"\n') for name in ("nowhere", "127.0.0.1:9"))
        environment = {"JALON_CONFIG": toml, "JALON_DATA_DIR": self.file_of("data")}
        self.assertIn("--listen", self.refused_folder("serve", environment=environment))
        self.assertNotIn("--listen", self.refused_folder("serve", "--config", other, environment=environment))
        environment["JALON_CONFIG"] = "/nowhere/jalon.toml"
        self.refused_folder("serve", environment=environment, code=WRONG_USAGE)

    def test_settings_of_a_verb_stand_in_its_section(self):
        toml = self.file('[serve]\nlisten = "nowhere"\n')
        self.assertIn("--listen", self.refused_folder("serve", "--config", toml))
        environment = {"JALON_LISTEN": "nor-here"}
        self.assertIn("--listen", self.refused_folder("serve", environment=environment))

    def test_an_unknown_key_is_an_error(self):
        for text in ('colour = "blue"\n', '[serve]\ncolour = "blue"\n', '[fly]\nlisten = "127.0.0.1:1"\n',
                     'data_dri = "x"\n', '[serve]\nclock = "broken"\n'):
            with self.subTest(text):
                outcome = self.run_it("serve", "--config", self.file(text), "--data-dir", self.file_of("data"),
                                      code=WRONG_USAGE)
                self.assertEqual("", outcome.out)

    def test_a_file_that_is_not_there_or_no_toml_is_an_error(self):
        self.run_it("serve", "--config", "/nowhere/jalon.toml", code=WRONG_USAGE)
        self.run_it("serve", "--config", self.file("][ = \n"), code=WRONG_USAGE)

    def test_a_secret_may_come_from_a_file(self):
        secret = self.file("host=/nowhere/at/all dbname=jalon\n", "secret")
        outcome = self.run_it("migrate", code=REFUSED, environment={"JALON_DATABASE_FILE": secret})
        self.assertNotIn("/var/lib/jalon", outcome.err)
        missing = {"JALON_DATABASE_FILE": "/nowhere/secret"}
        self.assertIn("JALON_DATABASE_FILE", self.run_it("migrate", code=REFUSED, environment=missing).err)

    def test_the_section_of_another_verb_does_not_matter(self):
        toml = self.file('[serve]\nlisten = "127.0.0.1:9"\n')
        self.run_it("calendar", "holidays", "--year", "2026", "--config", toml)

    def test_invented_people_are_written_to_by_nobody(self):
        for words in (("--smtp", "smtp://127.0.0.1:1"), ("--sdo-endpoint", "https://127.0.0.1:1/fhir")):
            self.assertIn("--demo", self.run_it("serve", "--demo", *words, "--data-dir", self.folder(),
                                                code=WRONG_USAGE).err)

    def test_what_is_no_address_is_refused_before_anything_is_made(self):
        folder = os.path.join(self.folder(), "data")
        for listen in ("127.0.0.1", "127.0.0.1:x", "127.0.0.1:70000", ":", ":8080", "127.0.0.1:"):
            outcome = self.run_it("serve", "--data-dir", folder, "--listen", listen, code=REFUSED)
            self.assertIn("--listen", outcome.err)
        self.assertFalse(os.path.exists(folder))
