#!/usr/bin/env python3
"""Runs every *_clitest.py beside this file: the program as people call it from a terminal.

    run.py --jalon build/jalon [NAME …]      only the tests whose name holds NAME
"""
import argparse
import glob
import importlib
import os
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../kit"), os.path.join(HERE, "../crash")]
import terminal  # noqa: E402


def each_test(suite):
    for item in suite:
        if isinstance(item, unittest.TestSuite):
            yield from each_test(item)
        else:
            yield item


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    terminal.PROGRAM = os.path.abspath(arguments.jalon)
    suite = unittest.TestSuite()
    for path in sorted(glob.glob(os.path.join(HERE, "*_clitest.py"))):
        module = importlib.import_module(os.path.basename(path)[:-3])
        for test in each_test(unittest.defaultTestLoader.loadTestsFromModule(module)):
            if not arguments.names or any(word in test.id() for word in arguments.names):
                suite.addTest(test)
    result = unittest.TextTestRunner(verbosity=1).run(suite)
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())
