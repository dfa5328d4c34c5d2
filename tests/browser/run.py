#!/usr/bin/env python3
"""Plays the days of day.mjs and the way of whole_way.mjs against the demo's establishment, in Debian's Chromium.

    run.py --jalon build/jalon
"""
import argparse
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.join(HERE, "../..")
sys.path.insert(0, os.path.join(HERE, "../kit"))
from server import Server  # noqa: E402

DEMO_PASSWORD = "Jalon-Demonstration-2026"
PLAYED_WITHIN_S = 780


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jalon", required=True)
    options = parser.parse_args()
    tools = os.path.join(ROOT, "node_modules/.bin")
    days = (("day.mjs", "assistante", DEMO_PASSWORD, "coordinatrice", "admin"),
            ("whole_way.mjs", DEMO_PASSWORD, "assistante", "coordinatrice", "medecin"))
    with Server(options.jalon, "--demo") as server:
        for script, *who in days:
            done = subprocess.run(
                [os.path.join(tools, "node"), os.path.join(HERE, script), f"http://{server.address}", *who],
                cwd=ROOT, timeout=PLAYED_WITHIN_S, check=False)
            if done.returncode:
                print(server.log_tail())
                return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
