"""Which columns of which tables the chain covers, in their order. Written by hand, and not read from the base: who
tampers with the base must not be able to say what is looked at."""

# table: (what names a row, beside the establishment; all columns)
SOURCES = {
    "account_entry": (["number"], ["establishment", "number", "login", "what", "by_whom", "at"]),
    "committee_grade": (["id"], ["establishment", "id", "committee_id", "case_id", "kind", "urgency", "reason",
                                 "graded_by", "graded_at"]),
    "committee_list": (["committee_id", "version"],
                       ["establishment", "committee_id", "version", "lines", "sent_by", "sent_at"]),
    "committee_minutes": (["committee_id", "version"], ["establishment", "committee_id", "version", "present",
                                                        "remarks", "recorded_by", "recorded_at"]),
    "committee_proposal_answer": (["id"], ["establishment", "id", "proposal_id", "login", "on_date", "answer",
                                           "answered_at"]),
    "consent": (["id"], ["establishment", "id", "case_id", "consent", "way", "said_on", "recorded_by",
                         "recorded_at", "purpose"]),
    "erased_decision": (["committee_id", "reference"], ["establishment", "committee_id", "case_id", "reference",
                                                        "mdph", "outcome", "choice"]),
    "erasure": (["reference"], ["establishment", "reference", "number", "workflow", "state", "opened_on",
                                "closed_on", "entries", "erased_at", "erased_by", "case_id"]),
    "exceptional_access": (["id"], ["establishment", "id", "case_id", "login", "reason", "opened_at", "until"]),
    "history": (["case_id", "seq"], ["establishment", "case_id", "seq", "at", "occurred_on", "event", "actor",
                                     "from_states", "to_states", "data", "effects", "facts", "after",
                                     "command_id"]),
    "letter_template": (["name", "version"], ["establishment", "name", "version", "text", "set_by", "set_at"]),
    "reading": (["id"], ["establishment", "id", "at", "login", "case_id", "message_id", "template", "facts"]),
    "setting_history": (["revision"], ["establishment", "revision", "name", "value", "set_by", "set_at"]),
    "team_entry": (["id"], ["establishment", "id", "case_id", "login", "change", "recorded_by", "recorded_at"]),
}
# Rows of these stay when a person is erased, without what is about that person.
BLANKED = {"committee_list", "committee_minutes"}

PENDING = ["establishment", "number", "source", "key", "case_id"]
BLOCK = ["establishment", "number",
         """to_char(sealed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""", "leaves",
         "encode(leaves_hash, 'hex')", "encode(previous_hash, 'hex')", "encode(hash, 'hex')"]
LEAF = ["establishment", "block", "place", "source", "key", "case_id", "encode(digest, 'hex')"]


def key_of(source, row):
    names, columns = SOURCES[source]
    return "/".join(row[columns.index(name)] for name in names)


def case_of(source, row):
    columns = SOURCES[source][1]
    return row[columns.index("case_id")] if "case_id" in columns else None


def value_of(source, row, column):
    return row[SOURCES[source][1].index(column)]
