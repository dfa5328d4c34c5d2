"""The kill at each round trip of a start and of a migration, and two that start at once."""
import subprocess
import threading

from psql import Database
from snare import Snare
from sweep import Sweep

ENDS_WITHIN_S = 120


class EveryRoundTripOfAStart(Sweep):
    """F25: killed under load, then killed again while it starts and looks after what the first death left."""
    code, title, deeds = "F25", "kill -9 at each round trip of a start after a kill", ("serve",)

    def go_through(self, end):
        self.ground.start_load()
        try:
            return super().go_through(end)
        finally:
            self.ground.stop_load()

    def die_at(self, deed, moment, skip):
        first = self.ground.tap.arm(self.kill_snare("serve-1", 0, "after"))
        first.sprung.wait(ENDS_WITHIN_S)
        engine = self.ground.engines["serve-1"]
        engine.process.wait(30)
        snare = self.ground.tap.arm(Snare(moment, lambda line: engine.hit() or "cut", users={"serve-1"}, skip=skip))
        try:
            engine.revive()
        except RuntimeError:  # it died before it was ready
            engine.process.wait(30)
            self.ground.tap.disarm()
            engine.start()
        self.ground.tap.disarm()
        if snare.sprung.is_set():
            self.count(snare)
        if not engine.is_alive:  # it died just after it was ready
            engine.start()
        self.ground.field.set_door(engine.address, True)
        self.ground.wait_for_entries(20)
        return snare.sprung.is_set()


class EveryRoundTripOfAMigration(Sweep):
    """F26: `jalon migrate` dies at its K-th round trip; then two start at once, and the schema is there once."""
    code, title, deeds = "F26", "kill -9 at each round trip of a migration, then two at once", ("migrate",)

    def open(self):
        super().open()
        self.maintenance, self.wanted = Database(self.ground.cluster.files, database="postgres"), self.schema()
        self.ground.url("migrator")

    def schema(self, name="jalon"):
        return Database(self.ground.cluster.files, database=name).rows(
            "select number, name from schema_migration order by number")

    def die_at(self, deed, moment, skip):
        self.maintenance.run("drop database if exists fresh;\ncreate database fresh owner jalon;")
        mover = self.migrator()
        snare = self.ground.tap.arm(Snare(moment, lambda line: mover.process.kill() or "cut", users={"migrator"},
                                          skip=skip))
        mover.start()
        mover.join()
        self.ground.tap.disarm()
        if not snare.sprung.is_set():
            return False
        self.count(snare)
        two = [self.migrator(), self.migrator()]
        for each in two:
            each.start()
        for each in two:
            each.join()
        if [each.code for each in two] != [0, 0] or self.schema("fresh") != self.wanted:
            self.ground.faults.append(f"killed {moment} round trip {skip + 1}: {[each.said for each in two]}")
        return True

    def migrator(self):
        url = self.ground.tap.url("migrator").replace("dbname=jalon", "dbname=fresh")
        return Migrator([self.program, "migrate", "--database", url])


class Migrator(threading.Thread):
    def __init__(self, words):
        super().__init__()
        self.words, self.process = words, None

    def run(self):
        self.process = subprocess.Popen(self.words, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        self.said = self.process.communicate(timeout=ENDS_WITHIN_S)[0]
        self.code = self.process.returncode
