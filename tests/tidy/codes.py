#!/usr/bin/env python3
"""Each code of the lists of faults and attacks stands in the tables of tests/README.md, with a test that names it or a
reason why there is none.

    codes.py [ROOT]      default: the repository around this file
"""
import os
import re
import sys

DEMANDED = [f"F{number:02}" for number in range(1, 29)] + [f"S{number:02}" for number in range(1, 26)]
ROW = re.compile(r"^\| ([FS]\d\d) \|(.*)\|(.*)\|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[^`]+)`")
REASON = re.compile(r"(not yet|not here|left out): .{20}")


def troubles_of_row(root, code, where):
    tests = TEST.findall(where)
    if not tests and not REASON.search(where):
        yield f"{code} has neither a test nor a reason (« not yet: … »)"
    paths = [os.path.join(root, test) for test in tests]
    for test, path in zip(tests, paths):
        if not os.path.exists(path):
            yield f"{code} names {test}, which does not exist"
    files = [path for path in paths if os.path.isfile(path)]
    if not REASON.search(where) and not any(code in open(path, encoding="utf-8").read() for path in files):
        yield f"{code}: none of its tests names it"


def troubles(root):
    with open(os.path.join(root, "tests/README.md"), encoding="utf-8") as file:
        rows = ROW.findall(file.read())
    codes = [code for code, _, _ in rows]
    for code in DEMANDED:
        if code not in codes:
            yield f"{code} is missing from the tables of tests/README.md"
    for code in sorted({code for code in codes if codes.count(code) > 1}):
        yield f"{code} stands twice in the tables of tests/README.md"
    for code, _, where in rows:
        yield from troubles_of_row(root, code, where)


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
    found = list(troubles(root))
    for trouble in found:
        print(trouble)
    print(f"{len(DEMANDED)} codes demanded, {len(found)} troubles")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
