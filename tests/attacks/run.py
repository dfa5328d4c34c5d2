#!/usr/bin/env python3
"""Runs every *_attack.py beside this file against one server on a manual clock. Files are named by the codes of the
table « Attacks » in tests/README.md.

    run.py --jalon build/jalon [NAME …]      only the tests whose file or name holds NAME
"""
import argparse
import glob
import importlib
import os
import sys
import time
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, *(os.path.join(HERE, "..", folder) for folder in ("api/endpoints", "kit", "crash"))]
import attack  # noqa: E402
from house import House  # noqa: E402


def tests_named(wanted):
    loader, chosen = unittest.TestLoader(), unittest.TestSuite()
    for path in sorted(glob.glob(os.path.join(HERE, "*_attack.py"))):
        for suite in loader.loadTestsFromModule(importlib.import_module(os.path.basename(path)[:-3])):
            for test in suite:
                if not wanted or any(word in test.id() for word in wanted):
                    chosen.addTest(test)
    return chosen


class Timed(unittest.TextTestResult):
    def startTest(self, test):
        self.begun = time.monotonic()
        super().startTest(test)

    def addSuccess(self, test):
        self.stream.write(f"{time.monotonic() - self.begun:.1f} s ")
        super().addSuccess(test)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    tests = tests_named(options.names)
    attack.AttackTest.routes = attack.routes_of(options.jalon)
    with House(options.jalon) as house:
        attack.settle(house)
        attack.AttackTest.house = house
        result = unittest.TextTestRunner(verbosity=2, resultclass=Timed).run(tests)
        if not result.wasSuccessful():
            print(house.server.log_tail())
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())
