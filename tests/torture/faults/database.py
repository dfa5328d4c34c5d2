"""What happens to the database and to the way there."""
from storm import Storm


class DatabaseKilled(Storm):
    """F03: PostgreSQL stopped immediately, as a crash would, and started again; Jalon comes back by itself."""
    code, title = "F03", "PostgreSQL killed and restarted"

    def strike(self):
        stop = lambda line: self.ground.cluster.stop("immediate") or "cut"  # noqa: E731
        caught = self.snare(self.moment(), stop, wanted=lambda trip: trip.commits)
        if caught is None:
            self.ground.cluster.stop("immediate")
            self.landed["outside"] += 1
        self.ground.field.is_over.wait(self.chance.uniform(0, 1))
        self.ground.cluster.start()
        self.ground.wait_until_served()
        self.ground.wait_for_entries(30)


class BackendTerminated(Storm):
    """F04: the session of a transaction ended by an administrator (57P01), or its statement cancelled (57014)."""
    code, title = "F04", "sessions terminated and statements cancelled"

    def strike(self):
        end = self.chance.choice(("pg_terminate_backend(pid, 5000)", "pg_cancel_backend(pid)"))
        name = self.chance.choice(self.names)
        self.snare(self.moment(), lambda line: self.ground.database.run(
            f"select {end} from pg_stat_activity where usename = '{name}' and backend_type = 'client backend'") and None,
            users={name}, wanted=lambda trip: trip.text != "")


class AmbiguousCommit(Storm):
    """F05: the connection goes when the commit was sent: before, while or after the database did it. The key tells."""
    code, title = "F05", "ambiguous commits"

    def strike(self):
        self.snare(self.moment(), lambda line: "cut", wanted=lambda trip: trip.commits)


class ConnectionsCut(Storm):
    """F07: connections reset, one or all of a process at once, or slow for a while."""
    code, title = "F07", "connections cut and slow"

    def strike(self):
        how = self.chance.choice((self.cut_all_of, self.cut_one, self.slow))
        self.snare(self.moment(), how, wanted=lambda trip: trip.text != "", skip=self.chance.randrange(10))

    def cut_all_of(self, line):
        self.ground.tap.cut(lambda other: other is not line and other.user == line.user)
        return "cut"

    def cut_one(self, line):
        return "cut"

    def slow(self, line):
        self.ground.field.is_over.wait(self.chance.uniform(0.2, 2))


class ListenerCut(Storm):
    """F24: the connections that hear notifications go just before one is sent; looking by themselves must do."""
    code, title = "F24", "notifications lost"
    cuts = 0

    def strike(self):
        while not any(line.listens for line in list(self.ground.tap.lines)):  # they come back within seconds
            self.ground.field.is_over.wait(0.05)
        self.snare("after", self.cut_listeners, wanted=lambda trip: trip.text == "record_entries")

    def cut_listeners(self, line):
        self.cuts += self.ground.tap.cut(lambda other: other.listens)

    def settle(self):
        if self.cuts == 0:
            self.ground.faults.append("no connection that listens was ever there to be cut")
