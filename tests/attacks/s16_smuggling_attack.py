"""S16, request smuggling, with a real nginx in front: whatever is sent, the server never answers more requests than
nginx handed on, so nobody's request hides behind another's. Without nginx each line of
tests/api/http/smuggling_test.cpp is a 400."""
import os
import random
import re
import socket

from attack import AttackTest
from front_server import FrontServer

SEED = int(os.environ.get("JALON_SEED") or random.randrange(1 << 30))
PIPELINES, ANSWERED_WITHIN_S = 1_500, 2
HIDDEN = b"GET /api/v1/hidden HTTP/1.1\r\nHost: jalon.test\r\n\r\n"
FRAMES = [
    "Content-Length: {n}", "Content-Length: 0", "Content-Length: {n}\r\nContent-Length: 0", "Content-Length: +{n}",
    "Content-Length: {n}, {n}", "Content-Length : {n}", "Content-Length:\t{n}", "Content-Length: 0{n}",
    "Transfer-Encoding: chunked", "Transfer-Encoding: chunked\r\nContent-Length: {n}",
    "Content-Length: {n}\r\nTransfer-Encoding: chunked", "Transfer-Encoding: xchunked", "Transfer-Encoding : chunked",
    "Transfer-Encoding:\x0bchunked", "Transfer-Encoding: chunked, identity", "Transfer-Encoding: identity",
    "Transfer-Encoding: CHUNKED", "X: y\r\n Transfer-Encoding: chunked", "Transfer-Encoding:\r\n chunked",
    "Transfer_Encoding: chunked", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity", "Connection: close",
    "Connection: Content-Length\r\nContent-Length: {n}", "Expect: 100-continue\r\nContent-Length: {n}",
    "X: \x00\r\nContent-Length: {n}", "Content-Length: {n}\nX: y", "Trailer: Content-Length"]
BODIES = [b"", b"0\r\n\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"5;a=b\r\nhello\r\n0\r\n\r\n", b"0\r\nX: y\r\n\r\n", b"0\n\n",
          b"5 \r\nhello\r\n0\r\n\r\n", b"fffffffffffffffff\r\n", b"hello"]
LINES = ["POST /connexion HTTP/1.1", "GET /api/v1/cases HTTP/1.1", "POST /connexion HTTP/1.0", "GET /livez HTTP/1.1",
         "post /connexion HTTP/1.1", "GET  /livez HTTP/1.1", "GET http://jalon.test/livez HTTP/1.1"]


def pipeline(chance):
    """One request with odd framing, and one that it may be hiding."""
    body = chance.choice(BODIES) + (HIDDEN if chance.random() < 0.5 else b"")
    frames = [chance.choice(FRAMES).format(n=chance.choice((len(body), 5, len(body) - len(HIDDEN) + 1)))
              for _ in range(chance.choice((1, 1, 2)))]
    head = "\r\n".join([chance.choice(LINES), "Host: jalon.test", *frames]) + "\r\n\r\n"
    return head.encode("latin-1") + body + HIDDEN


class Smuggling(AttackTest):
    def setUp(self):
        super().setUp()
        self.front = FrontServer(self.house.server.address)
        self.addCleanup(self.front.close)

    def answered(self):
        """How many requests the server's pages and endpoints have answered; those refused at the gate are none."""
        text = self.house.send(None, "GET", "/metrics").body.decode()
        return sum(float(count) for count in re.findall(r"^jalon_http_requests_total\{.*\} (\S+)$", text, re.M))

    def send(self, bytes_):
        with socket.create_connection(("127.0.0.1", self.front.port), timeout=ANSWERED_WITHIN_S) as client:
            client.sendall(bytes_)
            client.shutdown(socket.SHUT_WR)
            try:
                while client.recv(65536):
                    pass
            except OSError:
                pass

    def test_S16_behind_nginx_no_request_is_answered_that_it_did_not_hand_on(self):
        print(f"seed {SEED}")
        chance = random.Random(SEED)
        before = self.answered()
        for _ in range(PIPELINES):
            self.send(pipeline(chance))
        answered = self.answered() - before - 1  # the first reading is counted in the second
        self.assertGreater(answered, PIPELINES / 10, "what is well formed goes through")
        self.assertLessEqual(answered, self.front.forwarded())
