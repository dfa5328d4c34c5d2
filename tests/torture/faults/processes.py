"""What happens to the processes of Jalon themselves."""
from ground import NAMES
from storm import Storm

PASSED_ON_WITHIN_S = 20


class RandomKill(Storm):
    """F02: kill -9 of any of four processes, wherever it stands."""
    code, title = "F02", "kill -9 of any process"

    def strike(self):
        name = self.chance.choice(NAMES)
        skip = self.chance.randrange(6)
        if self.snare(self.moment(), lambda line: self.ground.kill(name) or "cut", users={name}, skip=skip) is None:
            self.ground.kill(name)
            self.landed["outside"] += 1
        self.ground.revive(name)


class Race(Storm):
    """F13: four processes want the same cases and deadlines at the same instant, again and again."""
    code, title = "F13", "four processes racing"

    def strike(self):
        """Held back by a lock until two at least wait for it, then let go together."""
        gate = self.ground.database.lock_against_claims()
        try:
            waiting = self.ground.wait_for_names_at_a_lock(2, PASSED_ON_WITHIN_S)
        finally:
            gate.communicate("notify jalon_due; notify jalon_outbox; commit;\n", timeout=30)
        self.landed["inside" if waiting else "outside"] += 1


class Frozen(Storm):
    """F16: one process stops dead inside a transaction, the database takes its connections away, the others do its
    work; then it goes on as if nothing had been."""
    code, title = "F16", "a process frozen beyond its lease"

    def strike(self):
        name = self.chance.choice(NAMES)
        engine = self.ground.engines[name]
        self.ground.field.set_door(engine.address, False)
        frozen = lambda line: engine.freeze()  # noqa: E731
        if self.snare(self.moment(), frozen, users={name}, wanted=lambda trip: trip.text != "") is None:
            engine.freeze()
            self.landed["outside"] += 1
        try:
            self.ground.database.run(
                f"select pg_terminate_backend(pid, 5000) from pg_stat_activity where usename = '{name}'")
            self.ground.wait_for_entries(10)
        finally:
            engine.thaw()
        if engine.is_door:
            self.ground.field.set_door(engine.address, True)
