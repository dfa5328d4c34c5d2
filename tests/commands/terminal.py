"""One call of the program: its words, its environment, what it printed and how it ended."""
import json
import os
import subprocess
import tempfile
import unittest
from dataclasses import dataclass

PROGRAM = None
ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
DONE, REFUSED, WRONG_USAGE = 0, 1, 2


@dataclass(frozen=True)
class Outcome:
    code: int
    out: str
    err: str

    def json(self):
        return json.loads(self.out)

    def json_lines(self):
        return [json.loads(line) for line in self.out.splitlines()]


def jalon(*words, feed=None, environment=None):
    """JALON_* settings of whoever runs the tests do not reach the program."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("JALON_")}
    done = subprocess.run([PROGRAM, *words], input=feed, capture_output=True, text=True, timeout=120,
                          env=kept | (environment or {}), check=False)
    return Outcome(done.returncode, done.stdout, done.stderr)


class CommandTest(unittest.TestCase):
    maxDiff = 2000

    def folder(self):
        """A folder of the test's own, that PostgreSQL's account may pass through."""
        made = tempfile.TemporaryDirectory(prefix="jalon-command-")
        self.addCleanup(made.cleanup)
        os.chmod(made.name, 0o755)
        return made.name

    def file(self, text, name="file", folder=None):
        path = os.path.join(folder or self.folder(), name)
        with open(path, "wb") as file:
            file.write(text if isinstance(text, bytes) else text.encode())
        return path

    def run_it(self, *words, code=DONE, feed=None, environment=None):
        outcome = jalon(*words, feed=feed, environment=environment)
        self.assertEqual(code, outcome.code, f"jalon {' '.join(words)}\n{outcome.out[-600:]}\n{outcome.err[-600:]}")
        if code == REFUSED:
            self.assertTrue(outcome.err.startswith("jalon : "), outcome.err)
        return outcome
