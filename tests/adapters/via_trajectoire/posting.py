#!/usr/bin/env python3
"""Reports that leave by themselves: the conversation with the national system, each of its faults, and a kill in the
narrow window. After any of them no report is lost and none leaves twice.

    posting.py --jalon build/jalon [NAME …]      only the tests whose name holds NAME
"""
import argparse
import http.client
import json
import os
import ssl
import sys
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../../kit"), os.path.join(HERE, "../../crash")]
from sdo_profile import faults_of  # noqa: E402
from stand_in import FINESS, codes_of  # noqa: E402
from world import World  # noqa: E402

PROGRAM = None


class Conversation(unittest.TestCase):
    """One world for all of these: the system behaves, or fails in a way that stops one report only."""

    @classmethod
    def setUpClass(cls):
        cls.world = World(PROGRAM).start()
        cls.addClassCleanup(cls.world.__exit__)
        cls.stand_in = cls.world.stand_in

    def test_a_report_is_posted_and_confirmed_as_by_a_person(self):
        case = self.world.open_case(decision_id="D-7")
        found = self.world.wait_until_confirmed(case)
        self.assertRegex(found["proof"], r"^Task/\d+$")
        self.assertEqual(("via_trajectoire", self.world.today().isoformat(), None, None), (
            found["confirmed_by"], found["confirmed_on"], found["delivery"], found["problem"]))
        task = self.stand_in.tasks[int(found["proof"].split("/")[1]) - 1]
        self.assertEqual({
            "idNat_Struct": "1" + FINESS, "nomESMS": "ESPO d'essai", "statutESMS": "41", "motifESMS": "151",
            "dateStatutESMS": self.world.today().isoformat(), "categorieOrganisation": "46", "modePriseCharge": "46",
            "idDecision": "D-7", "idNat_Decision": found["national_decision_id"]}, codes_of(task))
        self.assertEqual(f"urn:uuid:{found['id']}", task["identifier"][0]["value"])
        self.assertEqual([], self.world.ask("GET", f"/cases/{case}")["tasks"], "its task is done")
        again = self.world.ask("POST", f"/transmissions/{found['id']}/confirm", {"on": found["confirmed_on"]}, (409,))
        self.assertEqual("/problems/not_allowed_here", again["type"])
        self.assertIn(", 0 écart", self.world.command("verify"))

    def test_a_token_serves_until_it_ends(self):
        self.world.wait_until_confirmed(self.world.open_case())
        before = self.stand_in.token_requests
        self.world.wait_until_confirmed(self.world.open_case())
        self.assertEqual(before, self.stand_in.token_requests)

    def test_a_token_that_is_refused_is_renewed_once(self):
        self.world.wait_until_confirmed(self.world.open_case())
        before = self.stand_in.token_requests
        self.stand_in.tokens.clear()
        self.world.wait_until_confirmed(self.world.open_case())
        self.assertEqual(before + 1, self.stand_in.token_requests)

    def test_what_the_system_refuses_is_a_persons_and_holds_up_its_case_only(self):
        self.stand_in.misbehave(422)
        case = self.world.open_case()
        found = self.world.wait_until_stopped(case, "refused")
        self.assertEqual("to_do", found["status"])
        self.assertIn("told to answer 422", found["problem"])
        self.world.act(case, "receive_documents", {"documents": ["rqth_notification", "orientation_notification"]})
        self.world.wait_until_confirmed(self.world.open_case())
        self.assertEqual(["to_do", "to_do"], [item["status"] for item in self.world.transmissions(case)])
        task = next(item for item in self.world.ask("GET", "/tasks")["items"]
                    if item.get("transmission") == found["id"])
        self.assertEqual((found["problem"], found["wording"]), (task["problem"], task["wording"]))
        self.world.ask("POST", f"/transmissions/{found['id']}/confirm", {"on": self.world.today().isoformat()})
        self.assertEqual("42", codes_of(self.stand_in.tasks[int(
            self.world.wait_until_confirmed(case, "42")["proof"].split("/")[1]) - 1])["statutESMS"])

    def test_a_structure_that_the_token_is_not_for_is_refused_and_may_go_again_once_mended(self):
        self.world.set_finess("999999999")
        try:
            case = self.world.open_case()
            found = self.world.wait_until_stopped(case, "refused")
        finally:
            self.world.set_finess(FINESS)
        self.assertIn("not for this structure", found["problem"])
        self.world.ask("POST", f"/transmissions/{found['id']}/retry")
        self.world.wait_until_confirmed(case)

    def test_what_is_missing_is_told_and_completed_later(self):
        case = self.world.open_case(decision_id=None)
        found = self.world.wait_until_stopped(case, "later")
        self.assertIn("numéro de décision de la MDPH", found["problem"])
        refused = self.world.ask("GET", f"/transmissions/{found['id']}/sdo", allowed=(422,))
        self.assertEqual(["decision_known"], [each["guard"] for each in refused["blocked_by"]])
        self.world.ask("PATCH", f"/cases/{case}", {"notification": {"decision_id": "D-9"}})
        self.world.ask("POST", f"/transmissions/{found['id']}/retry")
        self.world.wait_until_confirmed(case)

    def test_no_answer_after_the_request_leaves_it_in_doubt_and_never_sends_it_again(self):
        for behaviour in ("drop", "hang", 502, 504):
            with self.subTest(str(behaviour)):
                posts = self.stand_in.posts
                self.stand_in.misbehave(behaviour)
                case = self.world.open_case()
                found = self.world.wait_until_stopped(case, "in_doubt")
                self.assertEqual(("to_do", posts + 1), (found["status"], self.stand_in.posts))
                self.assertIn("érifiez", found["problem"])
                self.world.wait_until_confirmed(self.world.open_case())
                self.assertEqual(posts + 2, self.stand_in.posts)

    def test_an_acceptance_holds_however_its_answer_ends(self):
        for behaviour in ("break off", "flood"):
            with self.subTest(behaviour):
                self.stand_in.misbehave(behaviour)
                self.assertRegex(self.world.wait_until_confirmed(self.world.open_case())["proof"], r"^Task/\d+$")


class Setbacks(unittest.TestCase):
    """Whatever stops all reports: they wait, with the reason, and leave once it is over."""

    def setUp(self):
        self.settle()

    def settle(self, **stand_in_options):
        self.world = World(PROGRAM, **stand_in_options)
        self.addCleanup(self.world.__exit__)
        self.stand_in = self.world.stand_in

    def expect_later(self, words):
        case = self.world.open_case()
        found = self.world.wait_until_stopped(case, "later")
        self.assertIn(words, found["problem"])
        return case, found["id"]

    def leaves_after_all(self, case, transmission, **changed):
        self.world.restart(**changed)
        self.world.ask("POST", f"/transmissions/{transmission}/retry")
        self.world.wait_until_confirmed(case)
        self.assertEqual(1, len(self.stand_in.tasks))
        self.assertIn(", 0 écart", self.world.command("verify"))

    def test_an_overload_and_a_failure_of_the_system(self):
        self.world.start()
        for status in (429, 500):
            with self.subTest(status):
                self.stand_in.tasks.clear()
                self.stand_in.misbehave(status)
                self.leaves_after_all(*self.expect_later("réessayer plus tard"))

    def test_a_system_that_is_not_there(self):
        self.world.start()
        self.stand_in.stop()
        case, transmission = self.expect_later("injoignable")
        self.stand_in.start()
        self.leaves_after_all(case, transmission)

    def test_a_token_that_never_serves(self):
        self.world.start()
        self.stand_in.misbehave(401, 401)
        case, transmission = self.expect_later("jeton")
        self.assertEqual(2, self.stand_in.posts, "renewed once, and no more")
        self.leaves_after_all(case, transmission)

    def test_a_token_that_ends_soon_serves_once(self):
        self.settle(token_lasts_s=20)
        self.world.start()
        for number in (1, 2):
            self.world.wait_until_confirmed(self.world.open_case())
            self.assertEqual(number, self.stand_in.token_requests)

    def test_a_wrong_client_gets_no_token(self):
        self.world.start(client_id="somebody")
        case, transmission = self.expect_later("identifiant")
        self.assertEqual(0, self.stand_in.posts)
        self.leaves_after_all(case, transmission, client_id="jalon:essai")

    def test_certificates_that_do_not_fit(self):
        path = self.world.certificates.path
        self.world.start(authority=path("strange.pem"))
        case, transmission = self.expect_later("certificat")
        self.world.restart(certificate=path("stranger.pem"), key=path("stranger.key"))
        self.world.ask("POST", f"/transmissions/{transmission}/retry")
        self.world.wait_for(case, "41", lambda item: item["problem"] and "pu être vérifié" not in item["problem"])
        self.assertEqual((0, 0), (self.stand_in.posts, self.stand_in.token_requests))
        self.leaves_after_all(case, transmission)

    def test_a_kill_in_the_narrow_window_leaves_it_in_doubt_and_the_others_leave(self):
        self.world.start(patience="60")
        self.stand_in.misbehave("hang")
        case = self.world.open_case()
        self.stand_in.wait_for_posts(1)
        self.world.served.kill()
        self.world.start()
        found = self.world.wait_until_stopped(case, "in_doubt")
        self.assertIn("Jalon s’est arrêté", found["problem"])
        self.world.wait_until_confirmed(self.world.open_case())
        self.assertEqual(2, self.stand_in.posts)
        self.assertEqual(2, len({task["identifier"][0]["value"] for task in self.stand_in.tasks}))
        self.assertIn(", 0 écart", self.world.command("verify"))

    def test_without_its_other_options_an_endpoint_is_refused_before_anything_is_made(self):
        done = self.world.command("serve", "--sdo-endpoint", "https://127.0.0.1:1/fhir", check=False)
        self.assertEqual(1, done.returncode)
        self.assertIn("--sdo-token-endpoint", done.stderr)
        self.assertFalse(os.path.exists(self.world.data))


class Documents(unittest.TestCase):
    """Without an endpoint nothing leaves; a report is a file, and the stand-in holds Jalon to the profile."""

    @classmethod
    def setUpClass(cls):
        cls.world = World(PROGRAM).start(endpoint="")
        cls.addClassCleanup(cls.world.__exit__)
        cls.case = cls.world.open_case()
        cls.world.act(cls.case, "receive_documents", {"documents": ["rqth_notification", "orientation_notification"]})
        cls.world.act(cls.case, "renounce", {"code": "120"})

    def tasks(self):
        folder = os.path.join(self.world.folder, "files")
        done = json.loads(self.world.command("transmissions", "export", folder, "--json"))
        self.assertEqual([], done["left_out"])
        return [json.loads(open(each["file"], encoding="utf-8").read()) for each in done["files"]]

    def test_every_report_keeps_to_the_profile(self):
        tasks = self.tasks()
        self.assertEqual(["41", "42", "45"], [codes_of(task)["statutESMS"] for task in tasks])
        self.assertEqual("120", codes_of(tasks[2])["motifESMS"])
        self.assertEqual([[], [], []], [faults_of(task) for task in tasks])
        self.assertEqual(0, self.world.stand_in.posts)

    def post(self, task, method="POST", path="/fhir/Task", certificate="client", **headers):
        context = ssl.create_default_context(cafile=self.world.certificates.path("authority.pem"))
        context.load_cert_chain(*(self.world.certificates.path(certificate + end) for end in (".pem", ".key")))
        connection = http.client.HTTPSConnection("127.0.0.1", self.world.stand_in.port, context=context, timeout=20)
        sent = {"Content-Type": "application/fhir+json", "struct_idnat": "1" + FINESS,
                "Authorization": "Bearer known"} | headers
        try:
            connection.request(method, path, json.dumps(task), sent)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()

    def test_the_stand_in_refuses_what_is_forbidden(self):
        self.world.stand_in.tokens.add("known")
        good = self.tasks()[0]
        self.assertEqual(201, self.post(good)[0])
        without = {name: [item for item in good["input"] if item["type"]["coding"][0]["code"] != name]
                   for name in codes_of(good)}
        by_code = {item["type"]["coding"][0]["code"]: item for item in good["input"]}

        def coded(name, **changed):
            coding = by_code[name]["valueCodeableConcept"]["coding"][0] | changed
            return without[name] + [by_code[name] | {"valueCodeableConcept": {"coding": [coding]}}]

        bad = {"no status": good | {"status": "requested"}, "another intent": good | {"intent": "order"},
               "an id": good | {"id": "1"}, "no instant": good | {"meta": {"profile": good["meta"]["profile"]}},
               "another profile": good | {"meta": good["meta"] | {"profile": []}},
               "another resource": good | {"resourceType": "Patient"},
               "a reason not for 41": good | {"input": coded("motifESMS", code="118")},
               "a status not ours": good | {"input": coded("statutESMS", code="46")},
               "another system": good | {"input": coded("statutESMS", system="urn:x")},
               "another category": good | {"input": coded("categorieOrganisation", code="45")},
               "a mode unknown": good | {"input": coded("modePriseCharge", code="49")},
               "45 without reason": good | {"input": [item for item in coded("statutESMS", code="45")
                                                      if item != by_code["motifESMS"]]},
               "no date": good | {"input": without["dateStatutESMS"] + [
                   by_code["dateStatutESMS"] | {"valueDate": "27/11/2026"}]},
               "twice": good | {"input": good["input"] + [by_code["idDecision"]]}}
        bad |= {f"without {name}": good | {"input": without[name]}
                for name in ("idNat_Struct", "nomESMS", "idDecision", "idNat_Decision")}
        for name, task in bad.items():
            with self.subTest(name):
                status, outcome = self.post(task)
                self.assertEqual((422, "OperationOutcome"), (status, outcome["resourceType"]))
        self.assertEqual(405, self.post(good, method="PUT")[0])
        self.assertEqual(401, self.post(good, Authorization="Bearer other")[0])
        self.assertEqual(403, self.post(good, struct_idnat="1999999999")[0])
        with self.assertRaises((ssl.SSLError, ConnectionError)):
            self.post(good, certificate="stranger")


def tests_named(wanted):
    loader, chosen = unittest.TestLoader(), unittest.TestSuite()
    for group in (Conversation, Setbacks, Documents):
        for test in loader.loadTestsFromTestCase(group):
            if not wanted or any(word in test.id() for word in wanted):
                chosen.addTest(test)
    return chosen


def main():
    global PROGRAM
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    PROGRAM = arguments.jalon
    result = unittest.TextTestRunner(verbosity=2).run(tests_named(arguments.names))
    return 0 if result.wasSuccessful() and result.testsRun else 1


if __name__ == "__main__":
    sys.exit(main())
