"""Calendar feeds, read back by ical.js: what each role finds in its own, and that the address is a secret one may take
back. No feed holds a name."""
import json
import os
import re
import subprocess
from datetime import timezone

from endpoint import AA, CO, NOBODY, EndpointTest, day

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../..")
PERSON = {"family_name": "Quatrefages", "given_name": "Philomène", "email": "philomene@personne.example",
          "address": "3 rue du Beffroi, 12100 Millau", "phone": "0600000001"}


def understood(text):
    """What ical.js reads in it."""
    tools = os.path.join(ROOT, "node_modules/.bin")
    done = subprocess.run(
        ["node", os.path.join(ROOT, "tests/api/icalendar/read.mjs")], input=text, capture_output=True, check=True,
        env=os.environ | {"PATH": tools + os.pathsep + os.environ["PATH"]})
    return json.loads(done.stdout)


class Feed(EndpointTest):
    def open_feed(self, who, **body):
        answer = self.call(who, "POST", "/feeds", body)
        self.assertEqual(201, answer.status, answer.body)
        return answer.json()

    def target(self, feed):
        self.assertRegex(feed["address"], r"^http://127\.0\.0\.1:\d+/feeds/jalon_[0-9a-f]{64}\.ics$")
        return re.sub(r"^http://[^/]+", "", feed["address"])

    def fetch(self, feed, headers=None):
        return self.house.send(None, "GET", self.target(feed), None, headers)

    def read(self, feed):
        answer = self.fetch(feed)
        self.assertEqual(200, answer.status, answer.body)
        for line in answer.body.split(b"\r\n"):
            self.assertLessEqual(len(line), 75)
            self.assertNotIn(b"\n", line)
            line.decode("utf-8")
        return understood(answer.body)

    def events(self, who, about=None):
        """The events of a fresh feed, of one case if told."""
        events = self.read(self.open_feed(who))["events"]
        return [event for event in events if about is None or about in event["uid"]]

    def in_stay(self, **fields):
        """A case that entered today; its session."""
        case = self.case_under_review(person_fields=PERSON, **fields)
        self.act(CO, case, "decide", {"outcome": "retained", "aim": "Projet", "choice": "person"})
        session = self.call(CO, "POST", "/sessions", {"entry_on": self.today(), "capacity": 4}).json()["id"]
        self.act(CO, case, "assign_session", {"session": session})
        self.act(AA, case, "send_dates_letter")
        self.act(CO, case, "hold_pre_reception", {"attended": True, "medically_stable": True})
        self.act(AA, case, "send_convocation")
        self.act(CO, case, "record_entry", {"entered_on": self.today()})
        return case, session


class FeedOfADay(Feed):
    def test_a_deadline_is_a_whole_day_with_the_reference_and_the_way_to_its_date(self):
        case = self.open_case(person_fields=PERSON)
        shown = self.get(AA, f"/cases/{case}")
        event, = self.events(AA, case)
        due = shown["deadlines"][0]["due"]
        self.assertEqual(f"{shown['reference']} · Premier contact", event["summary"])
        self.assertEqual(shown["deadlines"][0]["derivation"], event["description"])
        self.assertEqual(due, event["start"])
        self.assertEqual(1, (day(event["end"]) - day(event["start"])).days)
        self.assertTrue(event["all_day"] and event["transparent"])
        self.assertEqual(self.now().astimezone(timezone.utc).strftime("%Y-%m-%d"), event["stamp"][:10])

    def test_it_is_a_published_calendar(self):
        calendar = self.read(self.open_feed(CO))
        self.assertEqual(("2.0", "PUBLISH", "Jalon"), (calendar["version"], calendar["method"], calendar["name"]))
        uids = [event["uid"] for event in calendar["events"]]
        self.assertEqual(len(uids), len(set(uids)))

    def test_a_date_that_moves_keeps_its_uid_and_one_that_is_done_goes(self):
        case = self.case_in_first_contact_sent()
        feed = self.open_feed(AA)
        before, = [event for event in self.read(feed)["events"] if case in event["uid"]]
        self.advance(days=45)
        self.act(AA, case, "send_reminder", {"by": ["phone"]})
        after, = [event for event in self.read(feed)["events"] if case in event["uid"]]
        self.assertEqual(before["uid"], after["uid"])
        self.assertNotEqual(before["start"], after["start"])
        self.act(AA, case, "renounce")
        self.assertFalse([event for event in self.read(feed)["events"] if case in event["uid"]])

    def test_what_is_late_says_so_and_stays(self):
        case = self.open_case(received_on=self.today(-40))
        self.advance(seconds=1)
        event, = self.events(AA, case)
        self.assertTrue(event["summary"].startswith("En retard : "), event)

    def test_no_person_is_named_in_any_feed(self):
        self.in_stay(mdph="48")
        for who in (AA, CO, "doctor", "referent", "partner_of_48"):
            text = re.sub(rb"\r\n ", b"", self.fetch(self.open_feed(who)).body).decode()
            self.assertIn("BEGIN:VEVENT", text, who)
            for word in PERSON.values():
                self.assertNotIn(word, text, who)


class FeedByRole(Feed):
    def test_the_team_sees_committees_sessions_and_the_weeks_of_a_stay(self):
        case, session = self.in_stay()
        for who in (CO, "doctor", "trainer"):
            uids = {event["uid"] for event in self.events(who)}
            self.assertIn(f"session-{session}@jalon", uids, who)
            self.assertTrue(any(uid.startswith("committee-") for uid in uids), who)
            of_case = {uid.removeprefix(f"deadline-{case}-").split("@")[0] for uid in uids if case in uid}
            self.assertIn("synthesis_s2-0", of_case, who)
            self.assertEqual(who == CO, "stay_end-0" in of_case, "its owner's only")
        self.act(CO, case, "hold_initial_synthesis", {"summary": "Bilan"})
        for who in (CO, "doctor", "trainer"):
            of_case = {event["uid"].split("-", 6)[-1] for event in self.events(who, case)}
            self.assertLessEqual({"team_meeting-0@jalon", "synthesis_s12-0@jalon"}, of_case, who)
            self.assertNotIn("synthesis_s2-0@jalon", of_case, "done")

    def test_each_role_sees_its_own_deadlines(self):
        case = self.open_case()
        self.assertEqual(1, len(self.events(AA, case)))
        self.assertEqual([], self.events("doctor", case))

    def test_a_partner_sees_its_own_mdph_only_and_no_sessions(self):
        own, session = self.in_stay(mdph="48")
        foreign, _ = self.in_stay(mdph="12")
        uids = {event["uid"] for event in self.events("partner_of_48")}
        self.assertTrue(any(own in uid for uid in uids))
        self.assertFalse([uid for uid in uids if foreign in uid or session in uid])
        self.assertTrue(any(uid.startswith("committee-") for uid in uids))

    def test_another_establishment_sees_none_of_it(self):
        case = self.open_case()
        self.call(CO, "POST", "/committees", {"held_on": self.today(7)})
        self.assertNotIn(case, str(self.events("neighbour")))
        self.assertFalse([e for e in self.events("neighbour_coordinator") if e["uid"].startswith("committee-")])

    def test_the_administrator_has_none(self):
        for method, path in (("POST", "/feeds"), ("GET", "/feeds"), ("DELETE", f"/feeds/{NOBODY}")):
            self.assert_problem(self.call("administrator", method, path), 403, "role_not_allowed")


class FeedAddress(Feed):
    def test_is_shown_once_and_listed_without_its_secret(self):
        feed = self.open_feed("trainer", name="Téléphone")
        listed = {item["id"]: item for item in self.walk("trainer", "/feeds", limit=1)}
        self.assertEqual({"id", "name", "created_at"}, set(listed[feed["id"]]))
        self.assertEqual("Téléphone", listed[feed["id"]]["name"])
        self.assertNotIn(feed["id"], str(self.walk("doctor", "/feeds")))

    def test_leads_nowhere_once_revoked_which_only_its_owner_does(self):
        feed = self.open_feed("trainer")
        self.assert_problem(self.call("doctor", "DELETE", f"/feeds/{feed['id']}"), 404, "not_found")
        self.assertEqual(200, self.fetch(feed).status)
        self.assertEqual((204, b""), (lambda answer: (answer.status, answer.body))(
            self.call("trainer", "DELETE", f"/feeds/{feed['id']}")))
        self.assert_problem(self.fetch(feed), 404, "not_found")
        self.assert_problem(self.call("trainer", "DELETE", f"/feeds/{feed['id']}"), 404, "not_found")

    def test_leads_nowhere_once_the_account_is_disabled(self):
        self.house.add_account("parting", "coordinator", establishment="espo")
        feed = self.open_feed("parting")
        self.assertEqual(200, self.fetch(feed).status)
        self.house.disable_account("parting")
        self.assert_problem(self.fetch(feed), 404, "not_found")

    def test_an_unknown_secret_and_no_secret_are_alike(self):
        for target in ("/feeds/jalon_0.ics", "/feeds/.ics", "/feeds/x", "/feeds/", "/feeds", "/api/v1/feeds/x.ics"):
            answer = self.house.send(None, "GET", target)
            self.assertIn(answer.status, (404, 405), target)
            self.assertNotIn(b"VCALENDAR", answer.body)

    def test_is_not_written_to_the_log(self):
        feed = self.open_feed(CO)
        self.fetch(feed)
        self.assertNotIn(feed["address"].rsplit("/", 1)[-1][:20], self.house.server.log_tail(10_000_000))

    def test_a_program_that_has_it_already_is_told_so(self):
        feed = self.open_feed("placement_counsellor")
        first = self.fetch(feed)
        tag = first.header("etag")
        self.assertEqual("text/calendar; charset=utf-8", first.header("content-type"))
        self.assertEqual("private, no-cache", first.header("cache-control"))
        self.advance(seconds=1)
        for known in (tag, f'"other", {tag}', "*"):
            again = self.fetch(feed, {"If-None-Match": known})
            self.assertEqual((304, b"", tag), (again.status, again.body, again.header("etag")), known)
        self.call(CO, "POST", "/committees", {"held_on": self.today(20)})
        changed = self.fetch(feed, {"If-None-Match": tag})
        self.assertEqual(200, changed.status)
        self.assertNotEqual(tag, changed.header("etag"))

    def test_what_is_no_sound_request_is_refused(self):
        for body, pointer in (({"name": ""}, "/name"), ({"name": 3}, "/name"), ({"colour": "red"}, "/colour")):
            answer = self.call(CO, "POST", "/feeds", body)
            self.assert_problem(answer, 422, "invalid_data")
            self.assertEqual([pointer], answer.pointers())
