#!/usr/bin/env python3
"""Runs the README's tour word for word: its `$ ` lines in one bash, against a fresh demo server on the port
that stands there, and compares every output line. `…` in a line stands for anything.

    tour.py --jalon build/jalon [README.md]     JALON_DATA_DIR names the server's data folder to the commands
    tour.py --no-server FILE.md
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "../..")
sys.path.insert(0, os.path.join(ROOT, "tests/kit"))
from blocks import TourError, commands_of, first_missing, tour_lines  # noqa: E402
from server import Server, ServerError  # noqa: E402

PORT = re.compile(r"(?:127\.0\.0\.1|localhost):(\d+)")


class Shell:
    """One bash for the whole tour, so that variables set by one command serve the next."""

    def __init__(self, environment):
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            ["bash", "--noprofile", "--norc"], cwd=ROOT, env=environment, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def run(self, text):
        """(exit code, printed lines); the text goes through a file, so it stays word for word."""
        path = os.path.join(self.folder.name, "command")
        end = "end-of-command-7f3a"
        with open(path, "w", encoding="utf-8") as file:
            file.write(text + "\n")
        self.process.stdin.write(f"source {path} </dev/null; printf '\\n{end} %d\\n' $?\n")
        self.process.stdin.flush()
        printed = []
        for line in self.process.stdout:
            if line.startswith(end):
                return int(line.split()[1]), printed
            printed.append(line.rstrip("\n"))
        return "none: the shell is gone", printed

    def close(self):
        self.process.stdin.close()
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.folder.cleanup()


def play(commands, environment):
    """The failure as words, or None."""
    shell = Shell(environment)
    try:
        for command in commands:
            code, printed = shell.run(command.text)
            shown = "\n    ".join(printed[-40:])
            if code != 0:
                return f"{command.line}: `{command.text}` ended with exit code {code}; printed:\n    {shown}"
            missing = first_missing(command.expected, printed)
            if missing:
                return f"{missing[0]}: expected `{missing[1]}`; `{command.text}` printed:\n    {shown}"
    finally:
        shell.close()
    return None


def port_of(document):
    found = PORT.search("\n".join(text for _, text in tour_lines(document)))
    return int(found[1]) if found else 8080


def run_tour(document, jalon):
    commands = commands_of(document)
    if jalon is None:
        return len(commands), play(commands, dict(os.environ))
    with Server(jalon, "--demo", port=port_of(document)) as server:
        return len(commands), play(commands, {**os.environ, "JALON_DATA_DIR": server.data_folder})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    server = parser.add_mutually_exclusive_group(required=True)
    server.add_argument("--jalon")
    server.add_argument("--no-server", action="store_true")
    parser.add_argument("document", nargs="?", default=os.path.join(ROOT, "README.md"))
    arguments = parser.parse_args()
    name = os.path.relpath(arguments.document)
    try:
        with open(arguments.document, encoding="utf-8") as file:
            count, failure = run_tour(file.read(), arguments.jalon)
    except (TourError, ServerError, OSError) as error:
        print(f"{name}: {error}")
        return 1
    print(f"{name}:{failure}" if failure else f"{name}: {count} commands printed what stands there")
    return 1 if failure else 0


if __name__ == "__main__":
    sys.exit(main())
