"""The player itself, without a server: it finds slips in the text and sees each broken expectation."""
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from expectations import Mismatch, check_answer, check_case, check_list  # noqa: E402
from player import Failed, Player  # noqa: E402
from table import Slip, Step, read_journey  # noqa: E402

HEAD = "# Titre\nnow 2026-01-05\n"
CREATE = "admin_assistant | create channel=digital mdph=12 |\n"


def read(text):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "journey.txt")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        return read_journey(path)


class Reading(unittest.TestCase):
    def step(self, row):
        return read(HEAD + CREATE + row).steps[-1]

    def test_values_have_the_type_that_the_contract_gives_them(self):
        step = self.step('coordinator | decide rank=1 aim="Un an" attended=no documents=a,b by= code=118')
        self.assertEqual(step.data, {
            "rank": 1, "aim": "Un an", "attended": False, "documents": ["a", "b"], "by": [], "code": "118"})

    def test_a_date_alone_is_nine_in_the_morning_in_paris_in_winter_and_in_summer(self):
        self.assertEqual(self.step("on 2026-01-08").name, "2026-01-08T09:00:00+01:00")
        self.assertEqual(self.step("at 2026-07-14T23:30").name, "2026-07-14T23:30:00+02:00")

    def test_days_are_counted_on_the_wall_clock_across_the_change_of_hour(self):
        journey = read(HEAD + "on 2026-03-20\nadvance 2 weeks")
        self.assertEqual(journey.steps[-1].name, "2026-04-03T09:00:00+02:00")

    def test_expectations_go_on_below_their_row(self):
        step = self.step("doctor | resume | journey=stay\n | | due.seat=none refused 409 not_allowed_here")
        self.assertEqual([(key, value) for _, key, value in step.expect], [
            ("journey", "stay"), ("due.seat", "none"), ("refused", (409, "not_allowed_here"))])

    def test_a_slip_is_named_with_its_line(self):
        slips = {
            "coordinator | decid outcome=retained |": "no event `decid`",
            "director | resume |": "`director`",
            "coordinator | resume | journey=staying": "no state `staying`",
            "coordinator | resume | due.seats=none": "no deadline `seats`",
            "coordinator | resume | due.seat=2026-02-30": "day is out of range",
            "coordinator | resume | disabled=renonce": "no event renonce",
            "coordinator | resume | colour=red": "`colour`",
            "coordinator | assign_session session=@autumn |": "@autumn is not named above",
            "coordinator | resume now |": None,
            "on 2026-01-04": "only moves forward",
            "coordinator | | journey=stay": "who or what is missing",
        }
        for line, message in slips.items():
            with self.subTest(line=line):
                if message is None:
                    self.assertEqual(self.step(line).name, "now")
                    continue
                with self.assertRaisesRegex(Slip, f"journey.txt:4: .*{message}"):
                    self.step(line)

    def test_a_start_plays_first(self):
        journey = read("# Titre\nstart file_sent\ncoordinator | resume |")
        self.assertEqual(journey.steps[1].what, "create")
        self.assertEqual(journey.start.isoformat(), "2026-01-05T09:00:00+01:00")


CASE = {
    "revision": 3, "closed": False, "states": {"journey": "file_sent"}, "person": {"email": "a@b.fr"},
    "deadlines": [{"id": "file_return", "raw": "2026-02-28", "due": "2026-03-02", "overdue": True}],
    "tasks": [{"kind": "reminder", "done": False}, {"kind": "overdue", "done": True}],
    "actions": [{"event": "renounce", "enabled": True, "blocked_by": []},
                {"event": "depart", "enabled": False, "blocked_by": [{"guard": "final_synthesis_held"}]}]}


class Expecting(unittest.TestCase):
    def test_what_holds_passes_and_what_does_not_is_told(self):
        for key, right, wrong in [
                ("journey", "file_sent", "retained"), ("report", "none", "drafting"),
                ("due.file_return", "2026-03-02", "2026-03-03"), ("raw.file_return", "2026-02-28", "none"),
                ("due.seat", "none", "2026-03-02"), ("overdue", "file_return", "none"),
                ("closed", "no", "yes"),
                ("tasks", "reminder", "overdue"), ("no_tasks", "overdue", "reminder"),
                ("enabled", "renounce", "depart"), ("disabled", "depart", "renounce"),
                ("absent", "resume", "renounce,resume"), ("person.email", "a@b.fr", "c@d.fr")]:
            with self.subTest(key=key):
                check_case(key, right, CASE)
                with self.assertRaises(Mismatch):
                    check_case(key, wrong, CASE)

    def test_lists_are_compared_in_order_and_a_leading_ellipsis_stands_for_the_rest(self):
        items = [{"code": "41", "status": "to_do"}, {"code": "42", "status": "queued"}]
        for text in ("41:to_do,42:queued", "…,42:queued"):
            check_list("transmissions", text, items)
        for text in ("42:queued,41:to_do", "41:to_do", "…,41:to_do", "none", "…,9:to_do,41:to_do,42:queued"):
            with self.subTest(text=text), self.assertRaises(Mismatch):
                check_list("transmissions", text, items)

    def test_a_refusal_has_its_status_its_problem_and_its_guards(self):
        answer = {"type": "/problems/refused", "blocked_by": [{"guard": "seat_free"}]}
        check_answer("refused", (422, "refused"), 422, answer)
        check_answer("blocked_by", "seat_free", 422, answer)
        wrong = [("refused", (409, "refused")), ("refused", (422, "invalid_data")), ("blocked_by", "x")]
        for key, value in wrong:
            with self.subTest(key=key, value=value), self.assertRaises(Mismatch):
                check_answer(key, value, 422, answer)


class TellingServer:
    """Answers each request with the next of `answers`; GETs show the case and its history."""

    def __init__(self, *answers):
        self.answers, self.requests, self.revision = list(answers), [], 1

    def call(self, role, method, path, body=None, headers=None):
        if method == "GET":
            return 200, {"items": []} if path.endswith("/history") else CASE | {"revision": self.revision}
        self.requests.append((role, method, path, body))
        status, answer = self.answers.pop(0)
        self.revision += answer.pop("revisions", 0)
        return status, answer


class Playing(unittest.TestCase):
    def test_names_stand_for_the_ids_that_the_server_gave(self):
        server = TellingServer((201, {"id": "case-1"}), (201, {"id": "committee-1"}), (200, {}))
        player = Player(server)
        for step in read(HEAD + CREATE + "coordinator | committee march held_on=2026-03-12\n"
                         "admin_assistant | list_for_committee committee=@march").steps:
            player.play(step)
        self.assertEqual(server.requests[-1], ("admin_assistant", "POST", "/cases/case-1/events", {
            "event": "list_for_committee", "data": {"committee": "committee-1"}}))

    def test_an_unexpected_refusal_is_told_with_its_place(self):
        player = Player(TellingServer((409, {"type": "/problems/not_allowed_here"})))
        with self.assertRaisesRegex(Failed, "a.txt:7: resume .*expected 200, found 409"):
            player.play(Step("a.txt:7", "doctor", "resume"))

    def test_a_refusal_that_changes_the_case_is_told(self):
        step = Step("a.txt:7", "doctor", "resume", expect=[("a.txt:7", "refused", (409, "not_allowed_here"))])
        for revisions, told in ((0, False), (1, True)):
            refusal = {"type": "/problems/not_allowed_here", "revisions": revisions}
            player = Player(TellingServer((201, {"id": "case-1"}), (409, refusal)))
            player.play(Step("a.txt:1", "admin_assistant", "create"))
            with self.subTest(revisions=revisions):
                if told:
                    self.assertRaisesRegex(Failed, "changes nothing", player.play, step)
                else:
                    player.play(step)


if __name__ == "__main__":
    unittest.main()
