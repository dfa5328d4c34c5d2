#!/usr/bin/env python3
"""Runs every *_apitest.py beside this file against one server on a manual clock. Each test has cases of its own.

    run.py --jalon build/jalon [NAME …]      only the tests whose file or name holds NAME
"""
import argparse
import glob
import importlib
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../../kit"), os.path.join(HERE, "../../crash")]
from house import House  # noqa: E402
import endpoint  # noqa: E402

LAST = "openapi_apitest"  # it looks at what all the others called


def modules():
    names = {os.path.basename(path)[:-3] for path in glob.glob(os.path.join(HERE, "*_apitest.py"))}
    return [*sorted(names - {LAST}), LAST]


def each_test(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from each_test(item)
        else:
            yield item


def tests_named(wanted):
    loader, chosen = unittest.TestLoader(), unittest.TestSuite()
    for name in modules():
        for test in each_test(loader.loadTestsFromModule(importlib.import_module(name))):
            if not wanted or any(word in test.id() for word in wanted):
                chosen.addTest(test)
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    suite = tests_named(arguments.names)
    with House(arguments.jalon) as house:
        endpoint.EndpointTest.house = house
        result = unittest.TextTestRunner(verbosity=1).run(suite)
        if not result.wasSuccessful():
            print(house.server.log_tail())
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())
