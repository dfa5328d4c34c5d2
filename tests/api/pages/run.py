#!/usr/bin/env python3
"""Runs every *_pagetest.py beside this file against one server on a manual clock.

    run.py --jalon build/jalon [NAME …]      only the tests whose file or name holds NAME
"""
import argparse
import glob
import importlib
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../endpoints"), os.path.join(HERE, "../../kit")]
from house import House  # noqa: E402
import page  # noqa: E402


def tests_named(wanted):
    loader, chosen = unittest.TestLoader(), unittest.TestSuite()
    for path in sorted(glob.glob(os.path.join(HERE, "*_pagetest.py"))):
        module = importlib.import_module(os.path.basename(path)[:-3])
        for suite in loader.loadTestsFromModule(module):
            for test in suite:
                if not wanted or any(word in test.id() for word in wanted):
                    chosen.addTest(test)
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args()
    tests = tests_named(options.names)
    if not tests.countTestCases():
        print("no test has such a name")
        return 1
    with House(options.jalon) as house:
        page.PageTest.house = house
        done = unittest.TextTestRunner(verbosity=2).run(tests)
    return 0 if done.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
