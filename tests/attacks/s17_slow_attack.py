"""S17, slow headers, slow bodies, ranges and slow reading, by slowhttptest in its four modes, while a good client
at another address works on: none of its requests fails, and the slowest of a hundred stays below half a second."""
import http.client
import math
import subprocess
import threading
import time

from attack import AttackTest
from endpoint import AA

CONNECTIONS, SECONDS = 300, 6
MODES = {
    "slow headers": ("-H", "-u", "/connexion"), "slow bodies": ("-B", "-u", "/connexion", "-s", "100000"),
    "ranges": ("-R", "-u", "/dossiers", "-t", "HEAD", "-a", "10", "-b", "3000"),
    "slow reading": ("-X", "-u", "/api/v1/openapi.json", "-w", "8", "-y", "16", "-n", "3", "-z", "8", "-k", "3")}
GOOD_ADDRESS = "127.0.0.9"
P99_MAX_MS = 500


class GoodClient(threading.Thread):
    """One request after the other until it is told to stop."""

    def __init__(self, house):
        super().__init__()
        self.house, self.over = house, threading.Event()
        self.taken_ms, self.failures = [], []

    def run(self):
        headers = {"Authorization": f"Bearer {self.house.tokens[AA]}"}
        while not self.over.is_set():
            for target in ("/api/v1/cases?limit=20", "/connexion", "/readyz"):
                begun = time.perf_counter()
                try:
                    status = self.ask(target, headers)
                    if status != 200:
                        self.failures.append(f"{target}: {status}")
                except (OSError, http.client.HTTPException) as error:
                    self.failures.append(f"{target}: {error!r}")
                self.taken_ms.append((time.perf_counter() - begun) * 1000)

    def ask(self, target, headers):
        connection = http.client.HTTPConnection(self.house.server.address, timeout=20, source_address=(GOOD_ADDRESS, 0))
        try:
            connection.request("GET", target, None, headers)
            answer = connection.getresponse()
            answer.read()
            return answer.status
        finally:
            connection.close()


def p99(values):
    return sorted(values)[math.ceil(len(values) * 0.99) - 1]


class Slow(AttackTest):
    def attacked(self, mode):
        words = [f"http://{self.house.server.address}{word}" if word.startswith("/") else word for word in MODES[mode]]
        done = subprocess.run(
            ["slowhttptest", *words, "-c", str(CONNECTIONS), "-r", "200", "-i", "2", "-l", str(SECONDS), "-p", "2"],
            capture_output=True, text=True, timeout=60 + SECONDS, check=False)
        self.assertIn("Exit status", done.stdout, done.stdout[-500:] + done.stderr[-500:])

    def test_S17_a_good_client_sees_no_error_and_hardly_waits(self):
        for mode in MODES:
            with self.subTest(mode):
                client = GoodClient(self.house)
                client.start()
                try:
                    self.attacked(mode)
                finally:
                    client.over.set()
                    client.join()
                slowest = p99(client.taken_ms)
                print(f"{mode}: {len(client.taken_ms)} good requests, p99 {slowest:.0f} ms")
                self.assertEqual([], client.failures[:5])
                self.assertGreater(len(client.taken_ms), 50)
                self.assertLess(slowest, P99_MAX_MS)
