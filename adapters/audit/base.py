"""Reads what is to be verified, in one snapshot, by psql and COPY."""
import os
import re
import subprocess
from collections import namedtuple
from dataclasses import dataclass, field

import sources

Block = namedtuple("Block", "establishment number sealed_at leaves leaves_hash previous_hash hash")
Leaf = namedtuple("Leaf", "establishment block place source key case_id digest")
Pending = namedtuple("Pending", "establishment number source key case_id")

ESCAPED = re.compile(r"\\(.)")
SIGNS = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "\\": "\\"}


class Unreadable(Exception):
    """The base cannot be read: nothing is known of it."""


@dataclass
class Copy:
    """Everything, in memory: of each table its rows, as texts."""
    blocks: list = field(default_factory=list)
    leaves: list = field(default_factory=list)
    pending: list = field(default_factory=list)
    rows: dict = field(default_factory=dict)


def value(text):
    if text == "\\N":
        return None
    return ESCAPED.sub(lambda match: SIGNS[match[1]], text) if "\\" in text else text


BEGIN = "begin isolation level repeatable read read only;"


def script():
    """Each table's rows follow a line « \\=name », which COPY cannot write."""
    tables = {"audit_block": sources.BLOCK, "audit_leaf": sources.LEAF, "audit_pending": sources.PENDING}
    tables |= {name: [f'"{column}"' for column in columns] for name, (_, columns) in sources.SOURCES.items()}
    yield "set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set client_encoding = 'UTF8';"
    for name, columns in tables.items():
        yield f"\\echo '\\\\={name}'"
        yield f"copy (select {', '.join(columns)} from {name}) to stdout;"


def connection_words(database, data_folder):
    if database:
        return ["-d", database]
    try:
        with open(os.path.join(data_folder, "cluster/postmaster.pid"), encoding="utf-8") as file:
            socket_folder = file.read().split("\n")[4]
    except OSError as error:
        raise Unreadable(f"aucune base ne tourne dans {data_folder} : démarrez « jalon serve »") from error
    return ["-h", socket_folder, "-U", "jalon", "-d", "jalon"]


def read(words, begin=BEGIN):
    """`begin` opens the transaction; nothing of it is committed."""
    with subprocess.Popen(["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", *words], stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8") as psql:
        psql.stdin.write("\n".join([begin, *script()]) + "\n")
        psql.stdin.close()
        copy = parse(psql.stdout)
        said = psql.stderr.read()
    if psql.returncode != 0:
        raise Unreadable(said.strip())
    return copy


def parse(lines):
    copy, table = Copy(rows={name: [] for name in sources.SOURCES}), None
    kinds = {"audit_block": (copy.blocks, Block), "audit_leaf": (copy.leaves, Leaf),
             "audit_pending": (copy.pending, Pending)}
    rows, make = None, None
    for line in lines:
        line = line[:-1]
        if line.startswith("\\="):
            table = line[2:]
            rows, make = kinds.get(table) or (copy.rows[table], None)
            continue
        values = tuple(map(value, line.split("\t")))
        rows.append(make(*values) if make else values)
    return copy
