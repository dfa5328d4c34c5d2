"""The checker's own way to the database: psql, as the superuser, answers as JSON."""
import glob
import json
import os
import shutil
import subprocess


def program(name):
    packaged = sorted(glob.glob(f"/usr/lib/postgresql/*/bin/{name}"))
    found = packaged[-1] if packaged else shutil.which(name)
    if not found:
        raise FileNotFoundError(f"PostgreSQL's {name} is not installed")
    return found


def socket_of(data_folder):
    """Where the running private cluster of a data folder listens: the fifth line of its postmaster.pid."""
    with open(os.path.join(data_folder, "cluster/postmaster.pid"), encoding="utf-8") as file:
        return file.read().split("\n")[4]


class Database:
    def __init__(self, socket_folder, port="5432", database="jalon", user="postgres"):
        self.words = ["-h", socket_folder, "-p", str(port), "-U", user, "-d", database]

    def run(self, sql):
        done = subprocess.run([program("psql"), "-X", "-q", "-At", "-v", "ON_ERROR_STOP=1", *self.words],
                              input=sql, capture_output=True, text=True, timeout=60, check=False)
        if done.returncode != 0:
            raise RuntimeError(f"psql: {done.stderr.strip()}\n{sql}")
        return done.stdout

    def rows(self, query):
        """Each row as a dictionary."""
        text = self.run(f"select row_to_json(found) from ({query}) found;")
        return [json.loads(line) for line in text.splitlines()]

    def one(self, query):
        row, = self.rows(query)
        value, = row.values()
        return value

    def lock_against_claims(self):
        """A session that holds the tables against every claim until it commits."""
        gate = subprocess.Popen([program("psql"), "-X", "-q", "-At", *self.words], text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        gate.stdin.write("begin; lock table deadline, message in exclusive mode; select 'closed';\n")
        gate.stdin.flush()
        assert gate.stdout.readline().strip() == "closed"
        return gate
