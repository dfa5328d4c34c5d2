#!/usr/bin/env python3
"""docs/asvs.tsv is whole: every item of levels 1 and 2 stands in it once; what applies has a place in this repository and
a test that exists, or a written reason, or says what is missing.

    asvs.py [ROOT]      default: the repository around this file
"""
import collections
import os
import re
import sys

HOW_MANY = {"1": 70, "2": 183, "3": 5}  # of ASVS 5.0.0; of level 3 those that we took beside
COLUMNS = ["id", "level", "item", "applies", "where", "test"]
REASON = re.compile(r"reason: .{20}")
NOT_MET = re.compile(r"not met: .{20}")


def lines_of(root):
    with open(os.path.join(root, "docs/asvs.tsv"), encoding="utf-8") as file:
        lines = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
    if lines[0] != COLUMNS or any(len(line) != len(COLUMNS) for line in lines):
        raise SystemExit(f"docs/asvs.tsv: each line has the columns {COLUMNS}")
    return [dict(zip(COLUMNS, line)) for line in lines[1:]]


def troubles_of_test(root, test):
    for each in test.split("; "):
        path, _, name = each.partition("::")
        whole = os.path.join(root, path)
        if not path.startswith("tests/") or not os.path.isfile(whole):
            yield f"names {path}, which does not exist"
        elif not re.search(rf"(def |, ){re.escape(name or '?')}[()]", open(whole, encoding="utf-8").read()):
            yield f"names the test {name or '(none)'}, which is not in {path}"


def troubles_of_item(root, item):
    if item["applies"] == "no":
        return [] if item["test"] else ["does not apply, and does not say why"]
    if item["applies"] != "yes":
        return ["says neither yes nor no"]
    if item["where"].startswith("not met"):
        return [] if NOT_MET.match(item["where"]) and item["test"] == "not met" else ["does not say what is missing"]
    places = [place for place in item["where"].split("; ") if not os.path.exists(os.path.join(root, place))]
    found = [f"names {place or 'no place'}, which does not exist" for place in places if item["where"]]
    found += [] if item["where"] else ["has no place"]
    return found + ([] if REASON.match(item["test"]) else list(troubles_of_test(root, item["test"])))


def troubles(root, items):
    for level, number in HOW_MANY.items():
        there = sum(item["level"] == level for item in items)
        if there != number:
            yield f"level {level} has {there} items, not {number}"
    for each, times in collections.Counter(item["id"] for item in items).items():
        if times > 1:
            yield f"{each} stands {times} times"
    for item in items:
        yield from (f"{item['id']} {trouble}" for trouble in troubles_of_item(root, item))


def main():
    root = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
    items = lines_of(root)
    found = list(troubles(root, items))
    for trouble in found:
        print(trouble)
    applicable = [item for item in items if item["applies"] == "yes"]
    missing = [item["id"] for item in applicable if item["where"].startswith("not met")]
    met = len(applicable) - len(missing)
    print(f"{len(items)} items, {len(applicable)} apply, {met} met; not met: {' '.join(missing)}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
