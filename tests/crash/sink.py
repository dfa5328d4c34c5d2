"""A real SMTP server that takes every mail, as a process that outlives the one under test."""
import json
import os
import subprocess
import threading

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")


class Sink:
    def __init__(self):
        tools = os.path.join(ROOT, "node_modules/.bin")
        self.process = subprocess.Popen(
            ["node", os.path.join(ROOT, "tests/adapters/smtp/server.mjs")], text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env=os.environ | {"PATH": tools + os.pathsep + os.environ["PATH"]})
        self.port = json.loads(self.process.stdout.readline())["port"]
        self.mails = []  # (message id without < >, recipients)
        self.reader = threading.Thread(target=self._read, daemon=True)
        self.reader.start()

    def _read(self):
        for line in self.process.stdout:
            mail = json.loads(line)
            self.mails.append((mail["message_id"].strip("<>"), mail["envelope_to"]))

    def options(self):
        """What tells `jalon serve` to send here."""
        return ["--smtp", f"smtp://127.0.0.1:{self.port}", "--smtp-starttls", "none",
                "--mail-from", "espo@etablissement.example"]

    def copies(self):
        """Outbox identifier → how many mails carried it."""
        counts = {}
        for message_id, _ in list(self.mails):
            identifier = message_id.split("@")[0]
            counts[identifier] = counts.get(identifier, 0) + 1
        return counts

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)
        self.reader.join(10)
        self.process.stdout.close()
