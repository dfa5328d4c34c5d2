"""A `jalon serve` of its own for a test: fresh data folder, free port, accounts made by the command line."""
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request

READY_WITHIN_S = 120
ANSWER_WITHIN_S = 60
PASSWORD = "Chemin-de-Halage-1847"


class ServerError(Exception):
    """The program did not start, or a command of it failed."""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """Started on construction and ready; used as a context manager it stops and removes its folder."""

    def __init__(self, program, *options, port=None):
        self.program = os.path.abspath(program)
        self.folder = tempfile.mkdtemp(prefix="jalon-test-")
        os.chmod(self.folder, 0o755)  # PostgreSQL runs as a user of its own, and must be able to pass
        self.data_folder = os.path.join(self.folder, "data")
        self.address = f"127.0.0.1:{port or free_port()}"
        self.log_path = os.path.join(self.folder, "log")
        self.tokens = {}
        command = [self.program, "serve", "--data-dir", self.data_folder, "--listen", self.address, *options]
        try:
            with open(self.log_path, "w", encoding="utf-8") as log:
                self.process = subprocess.Popen(
                    command, stdin=subprocess.DEVNULL, stdout=log, stderr=subprocess.STDOUT,
                    start_new_session=True)
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise ServerError(f"{self.program} cannot be started: {error}") from error
        try:
            self._wait_until_ready()
        except ServerError:
            self.stop()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def _wait_until_ready(self):
        deadline = time.monotonic() + READY_WITHIN_S
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                raise ServerError(f"jalon serve ended with {self.process.returncode}:\n{self.log_tail()}")
            try:
                with urllib.request.urlopen(f"http://{self.address}/readyz", timeout=2):
                    return
            except OSError:
                time.sleep(0.05)
        raise ServerError(f"jalon serve is not ready after {READY_WITHIN_S} s:\n{self.log_tail()}")

    def log_tail(self, characters=1500):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()[-characters:]

    def command(self, *words, feed=None):
        """Runs another verb of the program on this server's data; its output."""
        done = subprocess.run(
            [self.program, *words, "--data-dir", self.data_folder],
            input=feed, capture_output=True, text=True, timeout=ANSWER_WITHIN_S, check=False)
        if done.returncode != 0:
            said = f"{done.stderr.strip()}\n{done.stdout[-1500:]}"
            raise ServerError(f"jalon {' '.join(words)} ended with {done.returncode}: {said}")
        return done.stdout

    def add_account(self, role):
        """An account whose login is its role, and the token to act with it."""
        names = ("--login", role, "--name", role, "--role", role)
        self.command("user", "add", *names, "--password-stdin", feed=PASSWORD + "\n")
        self.tokens[role] = self.command("token", "create", "--login", role).split()[-1]

    def call(self, role, method, path, body=None, headers=None):
        """One request under /api/v1 as `role`: (status, the JSON of the answer)."""
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"http://{self.address}/api/v1{path}", data=data, method=method)
        request.add_header("Authorization", f"Bearer {self.tokens[role]}")
        request.add_header("Content-Type", "application/json")
        for name, value in (headers or {}).items():
            request.add_header(name, value)
        try:
            with urllib.request.urlopen(request, timeout=ANSWER_WITHIN_S) as answer:
                return answer.status, json.loads(answer.read() or b"null")
        except urllib.error.HTTPError as error:
            text = error.read().decode(errors="replace")
            try:
                return error.code, json.loads(text or "null")
            except ValueError:
                return error.code, {"type": "not JSON", "title": text[:300]}

    def stop(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)
