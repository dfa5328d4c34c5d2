"""What the database lets the program's roles see and do, whatever a statement of ours asks for: with two
establishments that have a row in every table, and only one of them in force."""
import json
import pathlib
import subprocess

from psql import program

ROWS = pathlib.Path(__file__).parent / "rows.sql"
OURS, THEIRS = "ici", "ailleurs"
MARK = "––"
REFUSED = ("row-level security", "permission denied", "append-only")

TABLES = """
    select c.relname as name, case c.relname when 'establishment' then 'code' else 'establishment' end as key
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relrowsecurity order by 1"""
WRITABLE = """
    select a.attname from pg_attribute a
    where a.attrelid = '"{0}"'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      and a.attidentity = ''"""


def fill(database):
    for house in (OURS, THEIRS):
        database.run(ROWS.read_text(encoding="utf-8").replace("HOUSE", house))


class Session:
    """Statements as a role, in the scope of an establishment or of none, each in a transaction that is given up."""

    def __init__(self, database, role, establishment):
        self.words = [program("psql"), "-X", "-q", "-At", *database.words]
        self.start = f"set role {role};\n" + (
            f"select set_config('jalon.establishment', '{establishment}', false) \\g /dev/null\n"
            if establishment is not None else "")

    def outcomes(self, statements):
        """Of each how many rows it answered, or the words in which it was refused."""
        script = self.start + "".join(f"\\echo {MARK}\nbegin;\n{each};\nrollback;\n" for each in statements)
        done = subprocess.run(self.words, input=script, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                              timeout=60, check=False)
        return [part if "ERROR" in part else len(part.split()) for part in done.stdout.split(MARK)[1:]]


def changes_of(database, table):
    """Statements that touch their rows: each asks for one row to be answered."""
    name, key = table["name"], table["key"]
    columns = ", ".join(f'"{row["attname"]}"' for row in database.rows(WRITABLE.format(name)))
    mine = f"where {key} = '{THEIRS}' returning 1"
    return {"update": f'update "{name}" set {key} = {key} {mine}',
            "delete": f'delete from "{name}" {mine}',
            "take over": f'update "{name}" set {key} = \'{THEIRS}\' where {key} = \'{OURS}\' returning 1',
            # Told what to see by nothing but the policy, as a statement of ours that forgot its condition.
            "forgotten condition": f'select 1 from "{name}" where {key} <> \'{OURS}\'',
            "insert": f'insert into "{name}" ({columns}) select {columns} from jsonb_populate_record('
                      f'null::"{name}", \'{theirs_of(database, table)}\') returning 1'}


def theirs_of(database, table):
    """Their row, as somebody would add it a second time."""
    name, key = table["name"], table["key"]
    return json.dumps(database.one(f'select to_jsonb(t) from "{name}" t where {key} = \'{THEIRS}\' limit 1')).replace(
        "'", "''")


def check_web(database):
    """As jalon_web in OURS: nothing of THEIRS is seen, changed or added, and what is OURS is seen."""
    faults, web, tables = [], Session(database, "jalon_web", OURS), database.rows(TABLES)
    for table in tables:
        name = table["name"]
        changes = changes_of(database, table)
        own, *others = web.outcomes([f'select 1 from "{name}" where {table["key"]} = \'{OURS}\'', *changes.values()])
        if own != 1:
            faults.append(f"{name}: its own row is not seen: {own}")
        for what, outcome in zip(changes, others, strict=True):
            if outcome and not any(word in str(outcome) for word in REFUSED):
                faults.append(f"{name}: {what} reaches another establishment, or fails for another reason: {outcome}")
            if what in ("insert", "take over") and not outcome:
                faults.append(f"{name}: {what} is not refused")
    return faults, len(tables)


def check_nothing_set(database):
    """Without an establishment in force no row is there, whether none was ever set or it was taken away."""
    asked = [f'select 1 from "{table["name"]}"' for table in database.rows(TABLES)]
    return [f"rows are seen with no establishment in force: {question}"
            for establishment in (None, "")
            for question, outcome in zip(
                asked, Session(database, "jalon_web", establishment).outcomes(asked), strict=True)
            if outcome]


KEPT_FOR_GOOD = ("history", "reading", "account_entry", "setting_history", "erasure", "team_entry", "consent",
                 "exceptional_access", "committee_grade", "committee_list", "committee_minutes",
                 "committee_proposal_answer")


def check_append_only(database):
    """What is only added to is neither changed nor taken away by a right, not by a trigger alone."""
    asked = [(name, statement) for name in KEPT_FOR_GOOD for statement in (
        f'update "{name}" set establishment = establishment', f'delete from "{name}"', f'truncate "{name}"')]
    return [f"{role} may: {statement}" for role in ("jalon_web", "jalon_engine")
            for (name, statement), outcome in zip(
                asked, Session(database, role, OURS).outcomes([each for _, each in asked]), strict=True)
            if f"permission denied for table {name}" not in str(outcome)]
