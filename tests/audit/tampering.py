"""Random tamperings with a copy in memory: each takes a Copy, changes it, and says what it did."""
import copy as copying

import digest
import sources
from base import Copy


def copy_of(whole):
    return Copy(list(whole.blocks), list(whole.leaves), list(whole.pending),
                {name: list(rows) for name, rows in whole.rows.items()})


def some_source(chance, copy, least=1):
    return chance.choice([name for name, rows in copy.rows.items() if len(rows) >= least])


def other(chance, text):
    if not text:
        return "x"
    place = chance.randrange(len(text))
    return text[:place] + chr(ord("a") + chance.randrange(26)).replace(text[place], "A") + text[place + 1:]


def change_row(chance, copy):
    rows = copy.rows[name := some_source(chance, copy)]
    place = chance.randrange(len(rows))
    column = chance.randrange(len(rows[place]))
    row = list(rows[place])
    row[column] = other(chance, row[column])
    rows[place] = tuple(row)
    return f"{name}.{sources.SOURCES[name][1][column]} changed"


def delete_row(chance, copy):
    rows = copy.rows[name := some_source(chance, copy)]
    rows.pop(chance.randrange(len(rows)))
    return f"{name} deleted"


def insert_row(chance, copy):
    rows = copy.rows[name := some_source(chance, copy)]
    names, columns = sources.SOURCES[name]
    row = list(chance.choice(rows))
    row[columns.index(names[-1])] = str(chance.randrange(10 ** 6, 10 ** 9))
    rows.insert(chance.randrange(len(rows) + 1), tuple(row))
    return f"{name} inserted"


def swap_rows(chance, copy):
    """What two rows say is exchanged; each keeps its name."""
    rows = copy.rows[name := some_source(chance, copy, 2)]
    names, columns = sources.SOURCES[name]
    one, two = chance.sample(range(len(rows)), 2)
    kept = [columns.index(each) for each in names]
    first, second = list(rows[one]), list(rows[two])
    for column in range(len(columns)):
        if column not in kept:
            first[column], second[column] = second[column], first[column]
    if tuple(first) == rows[one]:
        return delete_row(chance, copy)
    rows[one], rows[two] = tuple(first), tuple(second)
    return f"{name} exchanged"


def move_row(chance, copy):
    rows = copy.rows[name := some_source(chance, copy)]
    place = chance.randrange(len(rows))
    rows[place] = ("ailleurs", *rows[place][1:])
    return f"{name} moved to another establishment"


def change_one(chance, things):
    place = chance.randrange(len(things))
    field = chance.choice(things[place]._fields)
    text = getattr(things[place], field)
    digits = text is not None and text.isdigit() and field in ("number", "block", "place", "leaves")
    new = str(int(text) + chance.choice([-1, 1, 1000])) if digits else other(chance, text)
    if field.endswith("hash"):
        new = digest.sha256(text)
    things[place] = things[place]._replace(**{field: new})
    return f"{type(things[place]).__name__}.{field} changed"


def change_leaf(chance, copy):
    return change_one(chance, copy.leaves)


def change_block(chance, copy):
    return change_one(chance, copy.blocks)


def delete_leaf(chance, copy):
    copy.leaves.pop(chance.randrange(len(copy.leaves)))
    return "leaf deleted"


def delete_block(chance, copy):
    block = copy.blocks.pop(chance.randrange(len(copy.blocks)))
    if chance.random() < 0.5:
        copy.leaves[:] = [leaf for leaf in copy.leaves if leaf.block != block.number]
    return "block deleted"


def insert_leaf(chance, copy):
    leaf = chance.choice(copy.leaves)
    copy.leaves.append(leaf._replace(place=str(10 ** 6)) if chance.random() < 0.5 else leaf)
    return "leaf inserted"


def insert_block(chance, copy):
    block = chance.choice(copy.blocks)
    copy.blocks.append(block._replace(number=str(len(copy.blocks) + 1), previous_hash=copy.blocks[-1].hash))
    return "block inserted"


def reorder_leaves(chance, copy):
    one, two = chance.sample(range(len(copy.leaves)), 2)
    first, second = copy.leaves[one], copy.leaves[two]
    copy.leaves[one] = first._replace(block=second.block, place=second.place)
    copy.leaves[two] = second._replace(block=first.block, place=first.place)
    return "leaves reordered"


def reorder_blocks(chance, copy):
    one, two = chance.sample(range(len(copy.blocks)), 2)
    first, second = copy.blocks[one], copy.blocks[two]
    copy.blocks[one], copy.blocks[two] = first._replace(number=second.number), second._replace(number=first.number)
    return "blocks reordered"


def truncate(chance, copy):
    """The end is cut off, with everything it sealed: nothing but an earlier head tells."""
    blocks = sorted(copy.blocks, key=lambda block: int(block.number))
    kept = chance.randrange(len(blocks))
    cut = {block.number for block in blocks[kept:]}
    gone = {(leaf.source, leaf.key) for leaf in copy.leaves if leaf.block in cut}
    copy.blocks[:] = blocks[:kept]
    copy.leaves[:] = [leaf for leaf in copy.leaves if leaf.block not in cut]
    for name, rows in copy.rows.items():
        rows[:] = [row for row in rows if (name, sources.key_of(name, row)) not in gone]
    return f"cut off after block {kept}"


def rebuild(chance, copy):
    """A row is changed and the chain is made anew from there on: nothing but an earlier head tells."""
    place = chance.choice([place for place, leaf in enumerate(copy.leaves) if leaf.digest])
    copy.leaves[place] = copy.leaves[place]._replace(digest=digest.sha256(str(chance.random())))
    before = digest.NOTHING
    blocks = sorted(copying.copy(copy.blocks), key=lambda block: int(block.number))
    for number, block in enumerate(blocks):
        leaves = sorted((leaf for leaf in copy.leaves if leaf.block == block.number), key=lambda leaf: int(leaf.place))
        block = block._replace(leaves_hash=digest.of_leaves(leaves), previous_hash=before)
        blocks[number] = block._replace(hash=digest.of_block(block))
        before = blocks[number].hash
    copy.blocks[:] = blocks
    return "chain made anew"


ALL = [change_row, change_row, change_row, delete_row, insert_row, swap_rows, move_row, change_leaf, change_block,
       delete_leaf, delete_block, insert_leaf, insert_block, reorder_leaves, reorder_blocks, truncate, rebuild]
