"""S22, what an overflow would need: read from the program itself with readelf. TLS is the proxy's in front (README);
towards mail servers and the national system it is tested in tests/adapters/smtp/tls_test.cpp and tests/adapters/oidc."""
import json
import os
import subprocess

from attack import AttackTest


class Hardening(AttackTest):
    def readelf(self, *options):
        return subprocess.run(["readelf", "-W", *options, self.house.server.program], capture_output=True, text=True,
                              check=True, timeout=60).stdout

    def test_S22_addresses_are_random_and_what_is_linked_is_read_only(self):
        self.assertIn("DYN (Position-Independent Executable", self.readelf("-h"))
        segments = self.readelf("-l")
        self.assertIn("GNU_RELRO", segments)
        self.assertRegex(self.readelf("-d"), r"BIND_NOW|Flags: .*NOW")
        stack = next(line for line in segments.split("\n") if "GNU_STACK" in line)
        self.assertIn(" RW ", stack)
        self.assertNotIn("RWE", segments)

    def test_S22_the_stack_is_watched_and_copies_are_checked(self):
        symbols = self.readelf("--dyn-syms")
        self.assertIn("__stack_chk_fail", symbols)
        self.assertRegex(symbols, r"__\w+_chk@")
        folder = os.path.dirname(self.house.server.program)
        with open(os.path.join(folder, "compile_commands.json"), encoding="utf-8") as file:
            commands = [each["command"] for each in json.load(file) if "/tests/" not in each["file"]]
        self.assertGreater(len(commands), 300)
        for flag in ("-fstack-protector-strong", "-fstack-clash-protection", "-D_FORTIFY_SOURCE=2"):
            self.assertEqual([], [each for each in commands if flag not in each][:1], flag)

    def test_S22_nobody_is_there_before_somebody_is_made(self):
        for login in ("admin", "administrator", "root", "jalon", "demo", "postgres"):
            for password in ("admin", "password", "jalon", "demo", ""):
                self.database.run("delete from failed_log_in")
                browser = self.browser()
                self.assertIn(browser.log_in(login, password).status, (422, 429), login)
