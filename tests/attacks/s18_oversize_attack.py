"""S18, too much of everything: each limit by one byte and by far, against the real program; its memory stays flat.
Each limit and its answer alone: tests/api/http/server_limits_test.cpp."""
import json
import socket

from attack import ALL_ROLES, AttackTest
from endpoint import AA

GROWTH_MAX_KB = 48 * 1024
ROUNDS = 30


class Oversize(AttackTest):
    def raw(self, data):
        """The status of the answer to bytes as they are; None when the connection ends without one."""
        host, port = self.house.server.address.split(":")
        with socket.create_connection((host, int(port)), 20) as connection:
            try:
                connection.sendall(data)
            except OSError:
                pass  # it had heard enough
            try:
                head = connection.recv(65536)
            except ConnectionError:
                return None
        return int(head.split()[1]) if head else None

    def resident_kb(self):
        with open(f"/proc/{self.house.server.process.pid}/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))

    def attacks(self):
        bearer = f"Host: a\r\nAuthorization: Bearer {self.house.tokens[AA]}\r\n"
        post = f"POST /api/v1/cases HTTP/1.1\r\n{bearer}"
        return {
            "two gigabytes declared": (f"{post}Content-Length: 2147483648\r\n\r\n", {413}),
            "more than can be counted": (f"{post}Content-Length: 18446744073709551616\r\n\r\n", {400}),
            "a chunk of a terabyte": (f"{post}Transfer-Encoding: chunked\r\n\r\nffffffffff\r\nx", {413}),
            "a chunk's size of a megabyte": (f"{post}Transfer-Encoding: chunked\r\n\r\n{'0' * 1_000_000}", {400, None}),
            "a megabyte of header": (f"GET / HTTP/1.1\r\nHost: a\r\nX: {'a' * 1_000_000}\r\n\r\n", {431, None}),
            "a hundred thousand fields": ("GET / HTTP/1.1\r\nHost: a\r\n" + "a: b\r\n" * 100_000 + "\r\n", {431, None}),
            "an address of a megabyte": (f"GET /{'a' * 1_000_000} HTTP/1.1\r\nHost: a\r\n\r\n", {414, None})}

    def test_S18_is_answered_by_its_status_and_memory_stays_flat(self):
        for what, (data, expected) in self.attacks().items():
            self.assertIn(self.raw(data.encode()), expected, what)
        before = self.resident_kb()
        for _ in range(ROUNDS):
            for data, _ in self.attacks().values():
                self.raw(data.encode())
        growth = self.resident_kb() - before
        print(f"{growth} kB more after {ROUNDS * len(self.attacks())} of them")
        self.assertLess(growth, GROWTH_MAX_KB)

    def test_S18_documents_that_cost_more_than_they_weigh(self):
        # Many keys that an unkeyed hash would put in one place cost nothing here: objects are ordered maps.
        keys = json.dumps({f"k{n:06}": n for n in range(50_000)}).encode()
        before = self.resident_kb()
        for body, expected in ((b"[" * 1_000_000, 400), (b'{"a":' * 180_000, 400), (keys, 422), (b"9" * 1_000_000, 400),
                               (b'"' + b"\\u0041" * 170_000 + b'"', 422), (b"[" + b"1," * 500_000 + b"1]", 422)):
            self.assertEqual(expected, self.call(ALL_ROLES, "POST", "/cases", body).status, body[:20])
        self.assertLess(self.resident_kb() - before, GROWTH_MAX_KB)

    def test_S18_a_packed_body_is_not_unpacked(self):
        for coding in ("gzip", "deflate", "br", "zstd"):
            answer = self.call(AA, "POST", "/cases", b"\x1f\x8b" + b"\0" * 100, {"Content-Encoding": coding})
            self.assertIn(answer.status, (400, 415), coding)
