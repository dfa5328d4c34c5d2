#!/usr/bin/env python3
"""A person whose names, addresses, telephone and every text that was typed about them hold a canary is erased by the
retention; a dump of the whole base then holds it in no form, chain of hashes and feeds included.

    canary.py --jalon build/jalon
"""
import argparse
import base64
import contextlib
import os
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../kit"), os.path.join(HERE, "../crash")]
from lively import SHEETS, Lively  # noqa: E402
from psql import program, socket_of  # noqa: E402
from sink import Sink  # noqa: E402

CANARY = "Çanârizœ"
PERSON = {"family_name": CANARY, "given_name": CANARY, "birth_name": CANARY, "birth_date": "1990-01-02",
          "email": "canarizoe@personne.example", "phone": "0600000742", "address": f"3 rue {CANARY}",
          "contact_preference": "letter"}
WITHIN_S = 60
KEPT = "témoin qui reste"


def forms():
    """The canary as it may stand in a dump: as typed, for searching, escaped, in base64 at each of three places."""
    plain = ["canarizoe", "canarizœ", "Canârizœ", CANARY, CANARY.lower(), CANARY.upper(), "0600000742"]
    plain += [CANARY.encode("unicode_escape").decode(), CANARY.encode().hex()]
    for shift in range(3):
        coded = base64.b64encode(b" " * shift + CANARY.encode()).decode()
        plain.append(coded[(shift + 2) // 3 * 4 if shift else 0:-4])
    return [form for form in dict.fromkeys(plain) if len(form) >= 6]


class Story(Lively):
    def person(self):
        document = self.ask("coordinator", "GET", "/openapi.json")
        known = document["components"]["schemas"]["Person"]["properties"]
        return {name: value for name, value in PERSON.items() if name in known}

    def duplicate_of(self, person):
        notification = {"channel": "paper", "received_on": "2026-03-01", "mdph": "12"}
        return [self.ask("admin_assistant", "POST", "/cases", {
            "workflow": "preorientation", "person": person, "notification": notification})["id"] for _ in range(2)]

    def write(self, case):
        """Whatever takes a text, and leaves the case where it can be closed."""
        for role, path, body in (
                ("trainer", "exceptional-accesses", {"reason": f"Urgence pour {CANARY} aujourd'hui"}),
                ("coordinator", "consents", {"purpose": "team", "consent": "given", "way": "oral"}),
                ("admin_assistant", "events", {"event": "search_via_trajectoire",
                                              "data": {"found": True, "national_decision_id": "742"}}),
                ("admin_assistant", "events", {"event": "return_file", "data": {"documents": SHEETS[:1]}}),
                ("coordinator", "corrections", {"back_to": 2, "reason": f"Erreur de {CANARY}"})):
            self.ask(role, "POST", f"/cases/{case}/{path}", body)

    def dump(self):
        return subprocess.run([program("pg_dump"), "-h", socket_of(self.data_folder), "-U", "postgres", "jalon"],
                              capture_output=True, check=True).stdout.decode()

    def of(self, case, path):
        return [item for item in self.ask("coordinator", "GET", f"/{path}?limit=200")["items"]
                if case in (item.get("case"), item.get("case_id"))]

    def finish(self, case):
        """Posts letters, confirms transmissions and does tasks, until nothing is left to do."""
        end = time.monotonic() + WITHIN_S
        while time.monotonic() < end:
            letters = [item for item in self.of(case, "messages") if item["status"] in ("pending", "sending", "prepared")]
            for letter in letters:
                if letter["status"] == "prepared":
                    self.ask("admin_assistant", "POST", f"/messages/{letter['id']}/posted", {"on": "2026-03-02"})
            for item in self.of(case, "transmissions"):
                if item["status"] == "to_do":
                    self.ask("admin_assistant", "POST", f"/transmissions/{item['id']}/confirm",
                             {"on": "2026-03-02", "proof": f"Vu par {CANARY}"})
            tasks = [task for task in self.of(case, "tasks") if task["kind"] not in ("letter_to_post", "transmission")]
            for task in tasks:
                self.ask(task["role"], "POST", f"/tasks/{task['id']}/done")
            if not letters and not self.of(case, "tasks"):
                return
        raise RuntimeError(f"not finished: {self.of(case, 'tasks')} {self.of(case, 'messages')}")


def lines_with(dump, form):
    table = ""
    for line in dump.splitlines():
        table = line.split()[1] if line.startswith("COPY ") else table
        if form in line:
            yield f"{table}: {line[:200]}"


def run(jalon):
    faults, sink = [], Sink()
    with contextlib.closing(sink), Story(jalon, *sink.options()) as story:
        person = story.person()
        kept = story.duplicate_of(person | {"family_name": KEPT, "given_name": "Zoé", "email": "zoe@personne.example",
                                            "phone": "0600000001", "address": "ailleurs"})[0]
        other, case = story.duplicate_of(person)
        story.write(case)
        story.act(other, "search_via_trajectoire", found=True, national_decision_id="743")
        story.act(other, "renounce", reason=f"Départ de {CANARY}")
        story.finish(other)
        story.act(case, "confirm_duplicate", of_case=kept)
        story.finish(case)
        before = story.dump()
        seen = [form for form in forms() if form in before]
        print(f"before: the canary stands there as {seen}")
        story.seal()
        for each in (case, other):
            story.erase(each)
        story.seal()
        after = story.dump()
        if len(seen) < 3 or KEPT not in after:
            faults.append("the canary never was in the base, or the dump is empty: the run proves nothing")
        for form in forms():
            faults += [f"« {form} » stays in {line}" for line in lines_with(after, form)]
    return faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    faults = run(parser.parse_args().jalon)
    for fault in faults[:40]:
        print("FAULT", fault)
    print(f"{len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
