"""How hashes are made. A row is PostgreSQL's text of a record: columns between commas, what is ambiguous quoted."""
import hashlib
import re

NOTHING = "0" * 64
AMBIGUOUS = re.compile(r'[\s"\\(),]', re.ASCII)
DOUBLED = re.compile(r'(["\\])')


def field(text):
    if text is None:
        return ""
    if text == "" or AMBIGUOUS.search(text):
        return '"' + DOUBLED.sub(r"\1\1", text) + '"'
    return text


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def of_row(row):
    return sha256("(" + ",".join(map(field, row)) + ")")


def of_leaves(leaves):
    lines = (f"{leaf.source}\t{leaf.key}\t{leaf.case_id or ''}\t{leaf.digest or 'gone'}\n" for leaf in leaves)
    return sha256("".join(lines))


def of_block(block):
    text = "\n".join(["jalon audit 1", block.establishment, block.number, block.sealed_at, block.leaves,
                      block.leaves_hash, ""])
    return hashlib.sha256(bytes.fromhex(block.previous_hash) + text.encode()).hexdigest()
