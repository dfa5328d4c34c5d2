#!/usr/bin/env python3
"""What `GET /messages/planned` says is what then arrives at a mail server: each morning, to each colleague, line by
line. The real program on a manual clock that is moved by weeks, with a closure, an absence and a public holiday.

    mornings.py --jalon build/jalon
"""
import argparse
import json
import os
import re
import sys
import threading
import time
import unittest
from datetime import datetime, timedelta

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "../kit"), os.path.join(HERE, "../crash")]
from server import PASSWORD, Server  # noqa: E402
from sink import Sink  # noqa: E402

START = "2026-03-02T06:00:00+01:00"
ARRIVES_WITHIN_S = 60
MONTHS = ("janvier février mars avril mai juin juillet août septembre octobre novembre décembre").split()
SHEETS = ["administrative_sheet", "social_sheet", "professional_sheet", "remuneration_sheet"]
AA, CO, DD = "admin_assistant", "coordinator", "deputy_director"


class MailBox(Sink):
    """Keeps whole mails, and wakes whoever waits for them."""

    def __init__(self):
        self.arrived = threading.Condition()
        super().__init__()

    def _read(self):
        for line in self.process.stdout:
            with self.arrived:
                self.mails.append(json.loads(line))
                self.arrived.notify_all()

    def wait_for(self, number):
        with self.arrived:
            return self.arrived.wait_for(lambda: len(self.mails) >= number, ARRIVES_WITHIN_S)

    def wait_for_those(self, subject, number):
        with self.arrived:
            return self.arrived.wait_for(
                lambda: sum(subject in mail["subject"] for mail in self.mails) >= number, ARRIVES_WITHIN_S)


def french(day):
    date = datetime.fromisoformat(day)
    return f"{'1er' if date.day == 1 else date.day} {MONTHS[date.month - 1]} {date.year}"


def plain(text):
    return re.sub(r"[\u00a0\u202f]", " ", text)


def said(planned):
    """(address, day, references of the lines) of every digest of a preview."""
    return sorted((f"{digest['login']}@espo.example", french(day["day"]),
                   tuple(line["reference"] for line in digest["lines"]))
                  for day in planned["items"] for digest in day["digests"])


def sent(mails):
    digests = []
    for mail in mails:
        day = re.search(r"vos dossiers au (.*)$", plain(mail["subject"])).group(1)
        lines = re.findall(r'<li>[^<]*<a href="[^"]*/dossiers/([^"]+)">', mail["html"])
        digests.append((mail["envelope_to"][0], day, tuple(lines)))
    return sorted(digests)


class Mornings(unittest.TestCase):
    program = None

    def setUp(self):
        self.box = MailBox()
        self.addCleanup(self.box.close)
        self.server = Server(self.program, "--clock", "manual", "--now", START, "--public-url",
                             "https://jalon.example.org", *self.box.options())
        self.addCleanup(self.server.stop)
        for role in (AA, CO, DD, "administrator"):
            self.server.command(
                "user", "add", "--login", role, "--name", f"Collègue {role}", "--role", role, "--email",
                f"{role}@espo.example", "--password-stdin", feed=PASSWORD + "\n")
            self.server.tokens[role] = self.server.command("token", "create", "--login", role).split()[-1]

    def call(self, who, method, path, body=None):
        status, answer = self.server.call(who, method, path, body)
        self.assertLess(status, 300, f"{method} {path}: {answer}")
        return answer

    def open_cases(self):
        for number in range(6):
            day = datetime.fromisoformat(START) - timedelta(days=4 * number)
            case = self.call(AA, "POST", "/cases", {
                "workflow": "preorientation",
                "person": {"family_name": "Quatrefages", "given_name": "Philomène", "birth_date": "1984-05-17"},
                "notification": {"channel": "digital", "received_on": day.date().isoformat(), "mdph": "12",
                                 "national_decision_id": f"DEC-{number}"}})["id"]
            if number % 2:
                self.call(AA, "POST", f"/cases/{case}/events", {"event": "send_first_contact", "data": {}})

    def planned(self, days):
        return self.call(CO, "GET", f"/messages/planned?days={days}")

    def test_what_is_planned_is_what_arrives_once(self):
        closures = os.path.join(self.server.folder, "closures")
        with open(closures, "w", encoding="utf-8") as file:
            file.write("2026-04-20;2026-04-24;vacances de printemps\n")
        self.server.command("setting", "calendar", "--closures", closures)
        self.open_cases()
        self.call(AA, "POST", "/absences", {"from": "2026-03-16", "until": "2026-03-27", "reason": "leave",
                                            "substitute": CO})
        planned = self.planned(60)
        expected = said(planned)
        self.assertEqual("2026-03-02", planned["items"][0]["day"], "this morning's is still to come")
        self.assertGreater(len(expected), 30)
        closed = {day["day"]: day["why_closed"] for day in planned["items"] if not day["open"]}
        self.assertEqual("lundi de Pâques", closed["2026-04-06"])
        self.assertEqual("vacances de printemps", closed["2026-04-22"])
        self.call("administrator", "PUT", "/clock", {"now": "2026-05-01T20:00:00+02:00"})
        self.assertTrue(self.box.wait_for(len(expected)), self.server.log_tail())
        self.assertEqual(expected, sent(self.box.mails))
        late = [mail for mail in self.box.mails if "remplacement : Collègue admin_assistant)" in plain(mail["html"])]
        self.assertTrue(late)
        self.assertEqual({"coordinator@espo.example"}, {mail["envelope_to"][0] for mail in late})
        for mail in self.box.mails:
            self.assertNotRegex(mail["raw"] + mail["html"] + mail["text"], "Quatrefages|Philom")
        self.call("administrator", "PUT", "/clock", {"now": "2026-05-03T12:00:00+02:00"})
        self.assertEqual([], self.planned(1)["waiting"])
        self.assertEqual(len(expected), len(self.box.mails), "a weekend is quiet, and nothing leaves twice")


    # ---- what cannot wait ----
    def convoked_for(self, entry_on, today):
        """A case with a convocation for that day, and the identifier of its letter."""
        case = self.call(AA, "POST", "/cases", {
            "workflow": "preorientation",
            "person": {"family_name": "Quatrefages", "given_name": "Philomène", "birth_date": "1984-05-17"},
            "notification": {"channel": "digital", "received_on": today, "mdph": "12",
                             "national_decision_id": "DEC-URGENT"}})["id"]
        committee = self.call(CO, "POST", "/committees", {"held_on": today})["id"]
        session = self.call(CO, "POST", "/sessions", {"entry_on": entry_on, "capacity": 4})["id"]
        for who, event, data in (
                (AA, "send_first_contact", {}),
                (AA, "receive_documents", {"documents": ["rqth_notification", "orientation_notification"]}),
                (AA, "return_file", {"documents": SHEETS}), (AA, "check_file", {}),
                (AA, "list_for_committee", {"committee": committee}), (CO, "open_review", {}),
                (CO, "decide", {"outcome": "retained", "aim": "Projet", "choice": "person"}),
                (CO, "assign_session", {"session": session}), (AA, "send_dates_letter", {}),
                (CO, "hold_pre_reception", {"attended": True, "medically_stable": True}),
                (AA, "send_convocation", {})):
            self.call(who, "POST", f"/cases/{case}/events", {"event": event, "data": data})
        letters = self.call(AA, "GET", f"/messages?case={case}")["items"]
        return next(letter["id"] for letter in letters if letter["template"] == "convocation")

    def when_prepared(self, letter):
        """The outbox works by itself: asks until the letter is there, as a person would."""
        end = time.monotonic() + ARRIVES_WITHIN_S
        while time.monotonic() < end:
            items = self.call(AA, "GET", "/messages?limit=200")["items"]
            if any(item["id"] == letter and item["status"] == "prepared" for item in items):
                return
        self.fail("the letter is not prepared")

    def test_a_convocation_that_comes_back_is_told_once_and_in_working_hours(self):
        self.call("administrator", "PUT", "/clock", {"now": "2026-03-06T19:00:00+01:00"})
        letter = self.convoked_for("2026-03-16", "2026-03-06")
        self.when_prepared(letter)
        self.call(AA, "POST", f"/messages/{letter}/posted", {"on": "2026-03-06"})
        self.call(AA, "POST", f"/messages/{letter}/returned", {"on": "2026-03-06", "reason": "Adresse inconnue"})
        urgent = self.planned(3)["urgent"]
        self.assertEqual([AA, CO], [mail["login"] for mail in urgent])
        self.assertEqual({"2026-03-09T07:30:00+01:00"}, {mail["leaves_at"] for mail in urgent}, "a Friday evening")
        before = len(self.box.mails)
        self.call("administrator", "PUT", "/clock", {"now": "2026-03-08T12:00:00+01:00"})
        self.assertEqual(before, len(self.box.mails), "a weekend is quiet")
        self.call("administrator", "PUT", "/clock", {"now": "2026-03-11T12:00:00+01:00"})
        told = [f"{mail['login']}@espo.example" for mail in urgent]
        self.assertTrue(self.box.wait_for_those("À voir aujourd’hui", len(told)), self.server.log_tail())
        mails = [mail for mail in self.box.mails if "À voir aujourd’hui" in mail["subject"]]
        self.assertEqual(told, sorted(mail["envelope_to"][0] for mail in mails), "once each")
        self.assertNotRegex("".join(mail["raw"] + mail["html"] for mail in mails), "Quatrefages|Philom")

    def test_what_becomes_urgent_later_is_announced_for_the_day_on_which_it_leaves(self):
        self.call("administrator", "PUT", "/clock", {"now": "2026-03-06T09:00:00+01:00"})
        letter = self.convoked_for("2026-03-26", "2026-03-06")
        self.when_prepared(letter)
        self.call(AA, "POST", f"/messages/{letter}/posted", {"on": "2026-03-06"})
        self.call(AA, "POST", f"/messages/{letter}/returned", {"on": "2026-03-06", "reason": "Adresse inconnue"})
        self.assertEqual([], self.planned(4)["urgent"], "twenty days before the entry it can wait")
        urgent = self.planned(14)["urgent"]
        self.assertEqual([(AA, "2026-03-11T07:30:00+01:00"), (CO, "2026-03-11T07:30:00+01:00")],
                         [(mail["login"], mail["leaves_at"]) for mail in urgent])
        self.call("administrator", "PUT", "/clock", {"now": "2026-03-11T06:00:00+01:00"})
        self.assertFalse([mail for mail in self.box.mails if "À voir aujourd’hui" in mail["subject"]])
        self.call("administrator", "PUT", "/clock", {"now": "2026-03-11T12:00:00+01:00"})
        self.assertTrue(self.box.wait_for_those("À voir aujourd’hui", len(urgent)), self.server.log_tail())

    def test_a_change_planned_for_a_day_counts_from_that_day(self):
        self.open_cases()
        closure = {"first": "2026-03-09", "last": "2026-03-13", "reason": "travaux"}
        for name, value, clocks in (
                ("policy", {"deadlines": {"first_contact": {"period": "P40D"}, "file_return": {"period": "P12D"}}},
                 {"first_contact": "restarted", "file_return": "restarted"}),
                ("calendar", {"closures": [closure]}, {})):
            known = self.call(CO, "POST", f"/settings/{name}/preview", {"value": value})["dates"]
            asked = {each["deadline"]: "restarted" for each in known} | clocks
            self.call("administrator", "PUT", f"/settings/{name}",
                      {"value": value, "clocks": asked, "valid_from": "2026-03-05"})
        planned = self.planned(30)
        expected = said(planned)
        self.assertGreater(len(expected), 15)
        self.assertEqual("travaux", {day["day"]: day["why_closed"] for day in planned["items"]}["2026-03-10"])
        self.call("administrator", "PUT", "/clock", {"now": "2026-04-01T20:00:00+02:00"})
        self.assertTrue(self.box.wait_for(len(expected)), self.server.log_tail())
        self.assertEqual(expected, sent(self.box.mails))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    Mornings.program = parser.parse_args().jalon
    unittest.main(argv=[sys.argv[0]])
