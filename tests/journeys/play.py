#!/usr/bin/env python3
"""Plays journeys, tables of text, against the real program on a manual clock.

README.md tells how to write one.

    play.py --jalon build/jalon [FILE.txt …]    default: every *.txt beside this file, two at a time
    play.py --dry-run                           only reads them, and names each slip by its line

Each journey has a server and a database of its own. Ends with `N passed, N failed`.
"""
import argparse
import concurrent.futures
import glob
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "../kit"))
from player import Failed, Player  # noqa: E402
from server import Server, ServerError  # noqa: E402
from table import Slip, read_journey  # noqa: E402


def play(program, journey):
    """None, or what went wrong."""
    try:
        with Server(program, "--clock", "manual", "--now", journey.start.isoformat()) as server:
            for role in sorted(journey.roles()):
                server.add_account(role)
            return play_steps(server, journey.steps) or verify(server)
    except (ServerError, subprocess.SubprocessError) as error:
        return f"{journey.path}: {error}"


def play_steps(server, steps):
    player = Player(server)
    for step in steps:
        try:
            player.play(step)
        except Failed as failed:
            return str(failed)
        except OSError as error:
            return f"{step.place}: no answer: {error}\n{server.log_tail()}"
    return None


def verify(server):
    """What is stored must be what the histories say."""
    server.command("verify")


def outcome_of(program, path):
    """(title, failure or None) of one file; without a program it is only read."""
    try:
        journey = read_journey(path)
    except (Slip, OSError) as slip:
        return path, str(slip)
    title = f"{os.path.basename(path)}: {journey.title} ({len(journey.steps)} steps)"
    return title, play(program, journey) if program else None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    mode = parser.add_mutually_exclusive_group(required=True)
    mode.add_argument("--jalon")
    mode.add_argument("--dry-run", action="store_true")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("files", nargs="*")
    arguments = parser.parse_args()
    paths = arguments.files or sorted(glob.glob(os.path.join(HERE, "*.txt")))
    failures = 0
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for title, failure in pool.map(lambda path: outcome_of(arguments.jalon, path), paths):
            failures += failure is not None
            print(f"FAIL  {title}\n      {failure}" if failure else f"ok    {title}", flush=True)
    print(f"{len(paths) - failures} passed, {failures} failed")
    return 1 if failures or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
