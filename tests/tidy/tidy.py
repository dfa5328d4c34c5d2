#!/usr/bin/env python3
"""Holds every file of the repository to the rules of rules.py. Prints path:line and what to do.

    tidy.py [ROOT]      default: the repository around this file
"""
import os
import sys

import rules
import tree


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../..")
    files = tree.read_tree(root)
    if not files:
        print("no file to judge: is this a git repository?")
        return 1
    found = 0
    for rule in rules.ALL:
        for finding in rule(files):
            found += 1
            print(f"{finding.path}:{finding.line}: {finding.message} [{rule.__name__}]")
    print(f"{len(files)} files, {len(rules.ALL)} rules, {found} findings")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
