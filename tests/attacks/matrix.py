#!/usr/bin/env python3
"""The authorization matrix, docs/authorization.tsv, as data. Run as a program it holds the table against the routes of
the program and names what is missing on either side: a step of the build.

    matrix.py --listing build/route_listing
"""
import argparse
import json
import os
import subprocess
import sys
from dataclasses import dataclass, replace

TABLE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../docs/authorization.tsv")
ROLES = {"AA": "admin_assistant", "CO": "coordinator", "DD": "deputy_director", "DR": "doctor",
         "PS": "clinical_psychologist", "AS": "social_worker", "PT": "work_psychologist", "CI": "placement_counsellor",
         "FO": "trainer", "AT": "workshop_leader", "RF": "referent", "MD": "mdph_partner", "AD": "administrator"}
COLUMNS = ["method", "address", "foreign", "open", *ROLES]
REFUSED, PERMITTED, CLASSES = "-", "y", "itlscmg"


@dataclass(frozen=True)
class Line:
    method: str
    address: str
    foreign: str  # « 404 », or « - » where no object is named
    open: bool
    cells: dict  # role → cell

    @property
    def name(self):
        return f"{self.method} {self.address}"

    @property
    def is_page(self):
        return not self.address.startswith("/api/")

    def naming(self, name):
        return replace(self, address=self.address.replace("{name}", name))

    def may(self, role):
        return self.cells[role] != REFUSED

    def facts(self, role):
        """The classes of facts that an answer to that role may hold."""
        return set(self.cells[role]) & set(CLASSES)


class BadTable(Exception):
    pass


def is_cell(text):
    return text in (REFUSED, PERMITTED) or (text != "" and set(text) <= set(CLASSES))


def line_of(number, fields):
    if len(fields) != len(COLUMNS):
        raise BadTable(f"line {number} has {len(fields)} columns, not {len(COLUMNS)}")
    method, address, foreign, opened, *cells = fields
    if foreign not in ("404", "-") or opened not in ("y", "-") or not all(is_cell(each) for each in cells):
        raise BadTable(f"line {number} has a cell that says nothing: {fields}")
    return Line(method, address, foreign, opened == "y", dict(zip(ROLES.values(), cells)))


def read(path=TABLE):
    with open(path, encoding="utf-8") as file:
        told = [(number, text.rstrip("\n").split("\t")) for number, text in enumerate(file, 1)
                if text.strip() and not text.startswith("#")]
    if told[0][1] != COLUMNS:
        raise BadTable(f"the columns are not {COLUMNS}")
    return [line_of(number, fields) for number, fields in told[1:]]


def differences(lines, routes):
    """What the program has and the table does not, the reverse, and lines told twice."""
    told = [line.name for line in lines]
    there = {f"{route['method']} {route['address']}" for route in routes["pages"] + routes["endpoints"]}
    yield from (f"no line for {name}" for name in sorted(there - set(told)))
    yield from (f"a line for {name}, which the program does not have" for name in sorted(set(told) - there))
    yield from (f"two lines for {name}" for name in sorted({each for each in told if told.count(each) > 1}))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--listing", required=True)
    listing = os.path.abspath(parser.parse_args().listing)
    done = subprocess.run([listing], capture_output=True, text=True, timeout=60, check=True)
    found = list(differences(read(), json.loads(done.stdout)))
    for each in found:
        print(f"docs/authorization.tsv: {each}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
