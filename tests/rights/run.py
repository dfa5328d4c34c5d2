#!/usr/bin/env python3
"""S06, S24, I9: the database's roles and policies, of the schema that the program itself makes.

    run.py --jalon build/jalon [--show]      --show prints the matrix of rights as it is

Each check is proved in the same run: a fault made on purpose must be found, or the run fails.
"""
import argparse
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.join(HERE, "../crash"), os.path.join(HERE, "../kit")]
import catalog  # noqa: E402
import policies  # noqa: E402
from scratch_cluster import ScratchCluster  # noqa: E402

# What is broken on purpose, and which check must see it.
BROKEN = (
    ("alter table task no force row level security", "alter table task force row level security", catalog.faults_of),
    ("create table stray (establishment text)", "drop table stray", catalog.faults_of),
    ("grant update on history to jalon_web", "revoke update on history from jalon_web", catalog.faults_of),
    ("grant delete on reading to jalon_engine", "revoke delete on reading from jalon_engine",
     policies.check_append_only),
    ("alter function caller_of_token(text) reset search_path",
     "alter function caller_of_token(text) set search_path = public, pg_temp", catalog.faults_of),
    ("alter view case_snapshot reset (security_invoker)", "alter view case_snapshot set (security_invoker = true)",
     catalog.faults_of),
    ("alter role jalon_web bypassrls", "alter role jalon_web nobypassrls", catalog.faults_of),
    ("grant execute on function erase_case(text, uuid, text) to public",
     "revoke execute on function erase_case(text, uuid, text) from public", catalog.faults_of),
    ("create policy leak on message to jalon_web using (true)", "drop policy leak on message",
     lambda database: policies.check_web(database)[0]),
    ("create policy leak on account for select to jalon_web using (true)", "drop policy leak on account",
     policies.check_nothing_set))


def migrated(cluster, jalon):
    subprocess.run([jalon, "migrate", "--database", f"host={cluster.files} port=5432 user=jalon dbname=jalon"],
                   check=True, timeout=120, stdout=subprocess.DEVNULL)
    policies.fill(cluster.database)
    return cluster.database


def checks(database):
    yield "rights and policies are those of the matrix", catalog.faults_of(database)
    faults, tables = policies.check_web(database)
    yield f"in one establishment nothing of another, in {tables} tables", faults
    yield "with no establishment in force no row", policies.check_nothing_set(database)
    yield "what is only added to stays", policies.check_append_only(database)


def unseen(database):
    """Faults made on purpose that no check found."""
    for fault, mended, check in BROKEN:
        database.run(fault + ";")
        found = check(database)
        database.run(mended + ";")
        if not found:
            yield fault


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--jalon", required=True)
    arguments.add_argument("--show", action="store_true")
    options = arguments.parse_args()
    folder = tempfile.mkdtemp(prefix="jalon-rights-")
    os.chmod(folder, 0o755)
    cluster = ScratchCluster(folder)
    try:
        database = migrated(cluster, os.path.abspath(options.jalon))
        if options.show:
            print("\n".join(catalog.matrix_of(database)))
            return 0
        failed = 0
        for name, faults in checks(database):
            print(f"{'FAILED' if faults else 'passed'}: {name}")
            failed += bool(faults)
            for fault in faults:
                print("   ", fault)
        for fault in unseen(database):
            failed += 1
            print(f"FAILED: nobody noticed « {fault} »")
        print(f"{len(BROKEN)} faults made on purpose")
        return 1 if failed else 0
    finally:
        cluster.stop("immediate")
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
