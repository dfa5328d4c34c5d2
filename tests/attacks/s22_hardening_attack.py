"""S22, what an overflow would need: read from the program itself with readelf. TLS is the proxy's in front
(README); towards mail servers and the national system it is tested in tests/adapters/smtp/tls_test.cpp and
tests/adapters/oidc."""
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

    def test_S22_nobody_is_there_before_somebody_is_made(self):
        for login in ("admin", "administrator", "root", "jalon", "demo", "postgres"):
            for password in ("admin", "password", "jalon", "demo", ""):
                self.database.run("delete from failed_log_in")
                browser = self.browser()
                self.assertIn(browser.log_in(login, password).status, (422, 429), login)
