"""The invariants, read from the tables and held against the clients' journal. No line of it comes from the engine:
what an event must bring about is written down here once more, from the pathway."""
from collections import Counter

from load import digest
from wire import exchange

# (event, journey before, journey after) → the template that must leave; None stands for any state.
WANTED_MESSAGES = {
    ("send_first_contact", None, "first_contact_sent"): "first_contact",
    ("receive_documents", None, "file_sent"): "admission_file",
    ("search_via_trajectoire", "notified_paper", "file_sent"): "admission_file",
    ("send_reminder", None, None): "reminder",
}
WANTED_TRANSMISSIONS = {
    ("send_first_contact", None, "first_contact_sent"): "41",
    ("receive_documents", None, "file_sent"): "42",
    ("search_via_trajectoire", "notified_paper", "file_sent"): "42",
}
STILL_MOVING = """
    select (select count(*) from deadline where passed_at is null and not frozen and fires_at <= jalon_now())
         + (select count(*) from message where status = 'sending')
         + (select count(*) from message where status = 'pending'
              and (not_before is null or not_before <= clock_timestamp())) as rows"""


def is_at_rest(database):
    return database.one(STILL_MOVING) == 0


class Checker:
    def __init__(self, database, kept):
        self.database, self.kept = database, kept
        self.history = database.rows("""
            select case_id, seq, event, data, command_id, from_states, to_states from history
            order by case_id, seq""")
        self.faults = []

    def fault(self, text):
        self.faults.append(text)

    def none_of(self, what, query):
        rows = self.database.rows(query)
        if rows:
            self.fault(f"{what}: {len(rows)}, for instance {rows[0]}")

    def check_tables(self):
        self.check_commands()
        self.check_sequences()
        self.check_deadlines()
        self.check_effects("message", "template", WANTED_MESSAGES)
        self.check_effects("transmission", "code", WANTED_TRANSMISSIONS)
        self.check_nothing_is_stuck()

    def check_commands(self):
        """Every acknowledged command is there once; of the others, each once or not at all."""
        logged = {row["key"]: row for row in self.database.rows(
            "select key, case_id, seq, command_id from command_log where key is not null")}
        entries = {(entry["case_id"], entry["seq"]): entry for entry in self.history}
        for key, ack in self.kept.acknowledged.items():
            row = logged.get(key)
            if row is None or (row["case_id"], row["seq"]) != (ack["case"], ack["revision"]):
                self.fault(f"acknowledged {key} as {ack['case']} {ack['revision']}, but the log has {row}")
            elif entries.get((row["case_id"], row["seq"]), {}).get("command_id") != row["command_id"]:
                self.fault(f"acknowledged {key} is not the entry {row['seq']} of {row['case_id']}")
        for key in set(logged) - set(self.kept.sent):
            self.fault(f"the log has {key}, which nobody sent")
        for key in self.kept.refused:
            if key in logged:
                self.fault(f"{key} was refused and is in the log")
        self.none_of("commands twice in the history",
                     "select command_id from history group by command_id having count(*) > 1")
        self.check_marks(set(logged))

    def check_marks(self, logged):
        """Commands carry their key in their text: counted without the log."""
        marks = Counter(entry["data"]["text"].split()[-1] for entry in self.history if entry["event"] == "add_note")
        marks.update(row["name"].split()[-1] for row in self.database.rows(
            "select person ->> 'family_name' as name from \"case\""))
        for key, count in marks.items():
            if count > 1:
                self.fault(f"{key} happened {count} times")
            if key not in logged:
                self.fault(f"{key} happened and is not in the log")
        for key in self.kept.acknowledged:
            body = self.kept.sent[key]["body"]
            if ("workflow" in body or body["event"] == "add_note") and key not in marks:
                self.fault(f"acknowledged {key} did not happen")

    def check_sequences(self):
        self.none_of("histories with a gap", """
            select case_id, count(*) from history group by case_id
            having min(seq) <> 1 or max(seq) <> count(*)""")
        self.none_of("cases that are not their last entry", """
            select c.id, c.revision from "case" c
            left join history h on h.case_id = c.id and h.seq = c.revision and h.to_states = c.states
              and not exists (select from history later where later.case_id = c.id and later.seq > c.revision)
            left join lateral (
              select k.after from history k where k.case_id = c.id and k.after is not null
              order by k.seq desc limit 1) kept on true
            where h.case_id is null or not (
              kept.after -> 'places' = c.places and kept.after -> 'data' = c.data
              and kept.after -> 'notification' = c.notification and kept.after -> 'entered' = c.entered)""")
        self.none_of("histories without their case",
                     'select case_id from history where case_id not in (select id from "case")')
        for before, after in zip(self.history, self.history[1:]):
            if before["case_id"] == after["case_id"] and before["to_states"] != after["from_states"]:
                self.fault(f"entry {after['seq']} of {after['case_id']} does not begin where the last one ended")
        self.none_of("references given twice",
                     'select reference from "case" group by reference having count(*) > 1')

    def check_deadlines(self):
        self.none_of("deadlines that passed twice", """
            select case_id, data ->> 'deadline' as deadline, data ->> 'due' as due from history
            where event = 'deadline_passed' group by 1, 2, 3 having count(*) > 1""")
        self.none_of("overdue first contacts without their one entry and one open task", """
            select c.id, passed.count as passed, open_tasks.count as tasks
            from "case" c,
              lateral (select count(*) from history h where h.case_id = c.id and h.event = 'deadline_passed'
                         and h.data ->> 'deadline' = 'first_contact') passed,
              lateral (select count(*) from task t where t.case_id = c.id and t.done_at is null
                         and t.kind = 'overdue' and t.role = 'admin_assistant') open_tasks
            where c.states ->> 'journey' in ('notified_paper', 'notified_digital')
              and (c.notification ->> 'received_on')::date <= current_date - 25
              and (passed.count <> 1 or open_tasks.count <> 1)""")
        self.none_of("deadlines that passed before they were due", """
            select case_id from history where event = 'deadline_passed'
              and at < timezone('Europe/Paris', ((data ->> 'due')::date + 1)::timestamp)""")

    def check_effects(self, table, column, wanted):
        expected = Counter()
        for entry in self.history:
            states = [(entry[side] or {}).get("journey") for side in ("from_states", "to_states")]
            for (event, before, after), value in wanted.items():
                if entry["event"] == event and before in (None, states[0]) and after in (None, states[1]):
                    expected[entry["case_id"], entry["seq"], value] += 1
            first_request = {entry["from_states"].get("via_trajectoire"), "requested"} == {"unknown", "requested"}
            if table == "message" and first_request and entry["to_states"]["via_trajectoire"] == "requested":
                expected[entry["case_id"], entry["seq"], "mdph_registration_request"] += 1
        found = Counter((row["case_id"], row["seq"], row["value"]) for row in self.database.rows(
            f"select case_id, seq, {column} as value from {table} where case_id is not null"))
        for what, rows in (("missing", expected - found), ("too many", found - expected)):
            if rows:
                self.fault(f"{table} {what}: {sum(rows.values())}, for instance {next(iter(rows))}")

    def check_nothing_is_stuck(self):
        self.none_of("messages claimed by the dead", "select id, claimed_at from message where status = 'sending'")
        self.none_of("letters not prepared", "select id from message where kind = 'letter' and status = 'pending'")
        self.none_of("deadlines due and not passed", """
            select case_id, id from deadline
            where passed_at is null and not frozen and fires_at <= jalon_now()""")

    def check_mails(self, sink):
        copies = sink.copies()
        status = {row["id"]: row["status"] for row in self.database.rows(
            "select id, status from message where kind = 'email'")}
        for identifier, count in copies.items():
            if status.get(identifier) not in ("sent", "in_doubt"):
                self.fault(f"mail {identifier} arrived and is {status.get(identifier)}")
            if count > 1 and status.get(identifier) != "in_doubt":
                self.fault(f"mail {identifier} arrived {count} times")
        for identifier, value in status.items():
            if value == "sent" and identifier not in copies:
                self.fault(f"mail {identifier} is sent and did not arrive")
        return Counter(status.values())

    def check_answers(self, address, token, most=None):
        """Every acknowledged command (the last ones), sent once more with its key, is answered as the first time."""
        before = self.database.one("select count(*) from history")
        for key, ack in list(self.kept.acknowledged.items())[-(most or 0):]:
            sent = self.kept.sent[key]
            answer = exchange(address, "POST", sent["path"], sent["body"], {
                "Authorization": f"Bearer {token}", "Idempotency-Key": key})
            if (answer.status, digest(answer)) != (ack["status"], ack["digest"]):
                self.fault(f"{key} answers {answer.status} {answer.body[:200]}, and not as the first time")
        if self.database.one("select count(*) from history") != before:
            self.fault("a repeated command made an entry")
