"""A fresh world for one fault: a PostgreSQL of its own behind a tap, engines on it, clients at their doors, a mail
server, and the journal that the checker believes."""
import os
import random
import shutil
import subprocess
import tempfile
import time

from crash import make_token_by, wait_for_rest
from checker import Checker
from doors import Doors
from engine import Engine
from journal import Journal, Kept
from load import Client
from scratch_cluster import ScratchCluster
from sink import Sink
from tap import Tap
from wire import exchange

NAMES = ("serve-1", "serve-2", "worker-1", "worker-2")
CLIENTS = 5
ANSWERS_LOOKED_AT = 200


def is_ready(door):
    try:
        return exchange(door, "GET", "/readyz").status == 200
    except OSError:
        return False


class Ground:
    def __init__(self, program, seed, names=NAMES, environments=None, cluster_environment=None, on=None):
        self.program, self.chance = program, random.Random(seed)
        self.folder = tempfile.mkdtemp(prefix="jalon-torture-")
        os.chmod(self.folder, 0o755)  # PostgreSQL runs as a user of its own, and must be able to pass
        self.sink, self.cluster = Sink(), ScratchCluster(on or self.folder, cluster_environment)
        self.database = self.cluster.database
        self.tap = Tap(os.path.join(self.cluster.files, ".s.PGSQL.5432"))
        self.journal = Journal(os.path.join(self.folder, "journal"))
        self.engines = {name: Engine(program, self.folder, name, self.url(name), *self.sink.options())
                        for name in names}
        for name, environment in (environments or {}).items():
            self.engines[name].environment = environment
        self.clients, self.faults = [], []

    def url(self, name):
        self.cluster.url(name)  # makes the role
        return self.tap.url(name)

    def command(self, *words, feed=None):
        return subprocess.run([self.program, *words, "--database", self.cluster.url("command")], input=feed,
                              text=True, capture_output=True, timeout=120, check=True).stdout

    def open(self):
        self.command("migrate")
        token = make_token_by(self.command)
        for engine in self.engines.values():
            engine.start()
        self.field = Doors(self.doors(), token, self.journal, self.chance)
        return self

    def doors(self):
        return [engine.address for engine in self.engines.values() if engine.is_door]

    def start_load(self):
        self.field.is_up.set()
        self.clients = [Client(self.field, self.chance.getrandbits(32)) for _ in range(CLIENTS)]
        for client in self.clients:
            client.start()

    def stop_load(self):
        self.field.is_over.set()
        with self.field.changed:
            self.field.changed.notify_all()
        for client in self.clients:
            client.join()

    def kill(self, name):
        """For a snare: the process ends where it stands, and its door is known to be shut."""
        engine = self.engines[name]
        self.field.set_door(engine.address, False)
        engine.hit()

    def revive(self, name):
        engine = self.engines[name]
        engine.revive()
        if engine.is_door:
            self.field.set_door(engine.address, True)

    def wait_until_served(self, seconds=30):
        """Until every door says that it is ready, without any process started anew."""
        end = time.monotonic() + seconds
        for door in self.doors():
            while not is_ready(door):
                if time.monotonic() > end:
                    self.faults.append(f"{door} is not ready {seconds} s after the database came back")
                    return

    def entries(self):
        return self.database.one("select count(*) from history")

    def wait_for_entries(self, more, seconds=20):
        """Until so many more things have happened, or until then."""
        before, end = self.entries(), time.monotonic() + seconds
        while self.entries() < before + more and time.monotonic() < end:
            self.field.is_over.wait(0.05)

    def wait_for_names_at_a_lock(self, least, seconds):
        """Whether so many different processes came to wait for a lock."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if self.database.one("""select count(distinct usename) from pg_stat_activity
                                    where wait_event_type = 'Lock' and usename ~ '^(serve|worker)'""") >= least:
                return True
        return False

    def examine(self):
        """Every invariant; what is not as it must be."""
        kept = Kept(self.journal.path)
        is_at_rest = wait_for_rest(self.database)
        checker = Checker(self.database, kept)
        if not is_at_rest:
            checker.fault("not at rest long after the last fault")
        checker.check_tables()
        mails = checker.check_mails(self.sink)
        checker.check_answers(self.doors()[0], self.field.token, ANSWERS_LOOKED_AT)
        passed = sum(entry["event"] == "deadline_passed" for entry in checker.history)
        self.faults += self.field.surprises + checker.faults
        return kept, {"entries": len(checker.history), "passed": passed, "mails": dict(mails)}

    def close(self):
        for engine in self.engines.values():
            if engine.is_alive:
                engine.thaw()
            engine.stop()
        self.tap.close()
        self.sink.close()
        self.journal.close()
        if self.cluster.is_running():
            self.cluster.stop("immediate")
        shutil.rmtree(self.folder, ignore_errors=True)
