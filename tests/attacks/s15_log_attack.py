"""S15, log injection: what would begin a line of its own, colour a terminal or break a field, in all that a client
says. The server's log gets no line but those of its own making. What a failed request logs:
tests/api/http/failure_log_test.cpp."""
import re
from urllib.parse import quote

from attack import ALL_ROLES, AttackTest
from browser import who

OWN_LINE = re.compile(r"^(\[[\d :.-]+\] \[(info|warning|error|critical)\] [^\x00-\x1f\x7f]*|Jalon écoute sur .*|"
                      r"Horloge manuelle .*)$")
BREAKS = ("\r\n[2026-01-01 00:00:00.000] [error] forged", "\n[error] forged", "\x1b[2J\x1b[31mforged",
          "\",\"level\":\"forged\"}",
          "\u2028[error] forged", "\u0085forged", "%0aforged", "\x08\x08\x08forged", "{}{:n} %n%s forged")


class Log(AttackTest):
    def test_S15_a_client_writes_no_line_of_the_log(self):
        browser = self.browser(ALL_ROLES)
        for text in BREAKS:
            plain = re.sub("[\r\n]", " ", text).encode().decode("latin-1")
            for address in (f"/dossiers/{quote(text)}", f"/dossiers?q={quote(text)}", f"/api/v1/cases?q={quote(text)}",
                            f"/feeds/{quote(text)}.ics"):
                browser.get(address)
            for name in ("User-Agent", "Referer", "X-Forwarded-For", "X-Request-Id", "Idempotency-Key", "Authorization"):
                self.house.send(None, "GET", "/api/v1/cases", None, {name: plain})
            self.browser().post("/connexion", who(text, text, text))
            self.call(ALL_ROLES, "POST", "/cases", {text: text})
        with open(self.house.server.log_path, encoding="utf-8", newline="\n") as log:
            lines = log.read().split("\n")[:-1]
        self.assertTrue(lines)
        self.assertEqual([], [line for line in lines if not OWN_LINE.match(line) or "forged" in line])
