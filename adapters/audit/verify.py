#!/usr/bin/env python3
"""Vérifie la chaîne d'empreintes d'une base de Jalon, sans se servir de Jalon.

    verify.py --data-dir DOSSIER | --database « postgresql://… » [--head FICHIER …] [--json]

Il lit les tables par psql, dans un même instantané, et refait chaque empreinte. Une tête est ce que « jalon audit head
--json » a écrit un autre jour, gardé là où personne de cette base n'écrit : sans elle, une fin de chaîne coupée, ou une
chaîne refaite en entier, ne se voit pas. Code de sortie : 0 rien trouvé, 1 des écarts, 2 la base ne se lit pas.
"""
import argparse
import json
import os
import sys

import base
import chain

SHOWN = 50
TO_DO = """Que faire : ne modifiez rien. Gardez une copie de la base telle qu'elle est (pg_dump), comparez les lignes
nommées avec la dernière sauvegarde vérifiée, et prévenez la personne responsable des données (la CNIL est à
prévenir sous 72 heures si des données personnelles sont touchées)."""


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--database", default=os.environ.get("JALON_DATABASE"))
    parser.add_argument("--data-dir", default=os.environ.get("JALON_DATA_DIR", "/var/lib/jalon"))
    parser.add_argument("--head", action="append", nargs="+", default=[], help="des têtes gardées ailleurs")
    parser.add_argument("--json", action="store_true")
    return parser.parse_args()


def read_heads(groups):
    heads = []
    for path in (path for group in groups for path in group):
        try:
            with open(path, encoding="utf-8") as file:
                heads += [{name: head[name] for name in ("establishment", "number", "hash")} for head in json.load(file)]
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise base.Unreadable(f"la tête {path} ne se lit pas : {error}") from error
    return heads


def say(copy, faults, heads):
    for fault in faults[:SHOWN]:
        print(fault)
    if len(faults) > SHOWN:
        print(f"… et {len(faults) - SHOWN} autre(s)")
    rows = sum(map(len, copy.rows.values()))
    print(f"{len(copy.blocks)} bloc(s), {len(copy.leaves)} feuille(s), {rows} ligne(s), dont {len(copy.pending)} "
          f"pas encore scellée(s) ; {len(heads)} tête(s) gardée(s) ailleurs ; {len(faults)} écart(s)")
    if faults:
        print(TO_DO)
    elif not heads:
        print("Sans tête gardée ailleurs (--head), une fin de chaîne coupée ne se verrait pas.")


def main():
    words = arguments()
    try:
        heads = read_heads(words.head)
        copy = base.read(base.connection_words(words.database, words.data_dir))
    except (base.Unreadable, OSError) as error:
        print(f"verify : {error}", file=sys.stderr)
        return 2
    faults = chain.verify(copy, heads)
    if words.json:
        print(json.dumps({"blocks": len(copy.blocks), "leaves": len(copy.leaves), "waiting": len(copy.pending),
                          "heads": len(heads), "faults": faults}, ensure_ascii=False))
    else:
        say(copy, faults, heads)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
