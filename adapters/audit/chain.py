"""Holds rows against the chain, and the chain against itself and against heads that were kept elsewhere. Each fault is a
French sentence."""
from collections import Counter, defaultdict

import digest
import sources


def verify(copy, heads=()):
    """All faults of a Copy; none: what was sealed is as it was sealed."""
    erased, faults = erased_cases(copy), []
    for establishment, blocks in by_establishment(copy.blocks).items():
        faults += faults_of_blocks(establishment, blocks)
    faults += faults_of_leaves(copy)
    faults += faults_of_heads(copy, heads)
    last, more = follow(copy, erased)
    return [*faults, *more, *faults_of_rows(copy, last, erased), *faults_of_erasures(copy, last)]


def by_establishment(things):
    groups = defaultdict(list)
    for thing in things:
        groups[thing.establishment].append(thing)
    return groups


def erased_cases(copy):
    return {(row[0], sources.case_of("erasure", row)) for row in copy.rows["erasure"]}


def in_order(blocks):
    return sorted(blocks, key=lambda block: int(block.number))


def faults_of_blocks(establishment, blocks):
    before = digest.NOTHING
    for place, block in enumerate(in_order(blocks), 1):
        where = f"{establishment}, bloc {block.number}"
        if int(block.number) != place:
            yield f"{where} : le bloc {place} manque, ou celui-ci est en trop"
            return
        if block.previous_hash != before:
            yield f"{where} : ne suit pas le bloc {place - 1} tel qu'il est"
        if digest.of_block(block) != block.hash:
            yield f"{where} : a été modifié (son empreinte n'est pas la sienne)"
        before = block.hash


def leaves_by_block(copy):
    groups = defaultdict(list)
    for leaf in copy.leaves:
        groups[leaf.establishment, leaf.block].append(leaf)
    for leaves in groups.values():
        leaves.sort(key=lambda leaf: int(leaf.place))
    return groups


def faults_of_leaves(copy):
    groups = leaves_by_block(copy)
    for block in copy.blocks:
        leaves = groups.pop((block.establishment, block.number), [])
        places = [int(leaf.place) for leaf in leaves]
        if (places != list(range(1, int(block.leaves) + 1)) or digest.of_leaves(leaves) != block.leaves_hash):
            yield f"{block.establishment}, bloc {block.number} : ses feuilles ont été modifiées"
    for establishment, number in groups:
        yield f"{establishment}, bloc {number} : des feuilles sans bloc"


def faults_of_heads(copy, heads):
    hashes = {(block.establishment, block.number): block.hash for block in copy.blocks}
    for head in heads:
        found = hashes.get((head["establishment"], str(head["number"])))
        where = f"{head['establishment']}, bloc {head['number']}"
        if found is None:
            yield f"{where} : connu d'une tête gardée ailleurs, il manque (la fin de la chaîne a été coupée)"
        elif found != head["hash"]:
            yield f"{where} : n'a pas l'empreinte de la tête gardée ailleurs (la chaîne a été refaite)"


def follow(copy, erased):
    """What the chain says last of each row, and what it may not say."""
    last, faults = {}, []
    for leaf in sorted(copy.leaves, key=lambda leaf: (leaf.establishment, int(leaf.block), int(leaf.place))):
        name = (leaf.establishment, leaf.source, leaf.key)
        where = f"{leaf.establishment}, {leaf.source} {leaf.key}"
        for_erasure = (leaf.establishment, leaf.case_id) in erased and leaf.case_id is not None
        if leaf.source not in sources.SOURCES:
            faults.append(f"{where} : source inconnue")
        elif leaf.digest is None and (not for_erasure or leaf.source in sources.BLANKED):
            faults.append(f"{where} : dite effacée, et aucun effacement ne l'explique")
        elif leaf.digest is not None and name in last and not (for_erasure and leaf.source in sources.BLANKED):
            faults.append(f"{where} : scellée de nouveau, et aucun effacement ne l'explique")
        last[name] = leaf
    return last, faults


def faults_of_rows(copy, last, erased):
    waiting = {(each.establishment, each.source, each.key): each for each in copy.pending}
    rest = dict(last)
    for source, rows in copy.rows.items():
        seen = set()
        for row in rows:
            name = (row[0], source, sources.key_of(source, row))
            where = f"{row[0]}, {source} {name[2]}"
            if name in seen:
                yield f"{where} : deux fois"
            seen.add(name)
            leaf = rest.pop(name, None)
            if name in waiting:
                if leaf is not None and (source not in sources.BLANKED or (row[0], waiting[name].case_id) not in erased):
                    yield f"{where} : modifiée après son scellement"
            elif leaf is None:
                yield f"{where} : ajoutée hors du programme (ni scellée, ni notée pour l'être)"
            elif leaf.digest is None:
                yield f"{where} : revenue après son effacement"
            elif leaf.digest != digest.of_row(row):
                yield f"{where} : modifiée depuis le bloc {leaf.block}"
            elif leaf.case_id != sources.case_of(source, row) and source not in sources.BLANKED:
                yield f"{where} : sa feuille nomme un autre dossier"
    for name, leaf in rest.items():
        is_explained = name in waiting and (name[0], waiting[name].case_id) in erased
        if leaf.digest is not None and not is_explained:
            yield f"{name[0]}, {name[1]} {name[2]} : supprimée (scellée au bloc {leaf.block})"


def faults_of_erasures(copy, last):
    """As many entries went as the register says."""
    gone = Counter((leaf.establishment, leaf.case_id) for name, leaf in last.items()
                   if name[1] == "history" and leaf.digest is None)
    waiting = {(each.establishment, each.source, each.key): each for each in copy.pending}
    gone.update((name[0], each.case_id) for name, each in waiting.items()
                if name[1] == "history" and (last.get(name) is None or last[name].digest is not None))
    for row in copy.rows["erasure"]:
        case = sources.case_of("erasure", row)
        if case and str(gone[row[0], case]) != sources.value_of("erasure", row, "entries"):
            yield (f"{row[0]}, effacement de {sources.value_of('erasure', row, 'reference')} : le registre dit "
                   f"{sources.value_of('erasure', row, 'entries')} entrée(s), la chaîne {gone[row[0], case]}")
