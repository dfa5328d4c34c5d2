#!/usr/bin/env python3
"""Each code of the lists of faults and attacks stands in the tables of tests/README.md, with a test that names it or a
reason why there is none.

    codes.py [ROOT]      default: the repository around this file
"""
import os
import re
import sys

DEMANDED = [f"F{number:02}" for number in range(1, 29)]  # and, once their table is there, S01 to S25
ROW = re.compile(r"^\| ([FS]\d\d) \|(.*)\|(.*)\|$", re.MULTILINE)
TEST = re.compile(r"`(tests/[^`]+)`")
REASON = re.compile(r"(not yet|not here|left out): .{20}")


def troubles_of_row(root, code, where):
    tests = TEST.findall(where)
    if not tests and not REASON.search(where):
        yield f"{code} has neither a test nor a reason (« not yet: … »)"
    for test in tests:
        path = os.path.join(root, test)
        if not os.path.isfile(path):
            yield f"{code} names {test}, which does not exist"
        elif code not in open(path, encoding="utf-8").read():
            yield f"{code} names {test}, which does not name {code}"


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
