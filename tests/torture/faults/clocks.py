"""Clocks that jump, forwards and backwards, while all goes on."""
import glob
import os
import tempfile

from storm import Storm


class ClockJumps(Storm):
    """F09: what both clocks have in common: a library that lies about the time, as a file tells it."""
    code = "F09"

    @staticmethod
    def library():
        return next(iter(glob.glob("/usr/lib/*/faketime/libfaketimeMT.so.1")), None)

    @classmethod
    def wants(cls):
        return None if cls.library() else "Debian's package faketime is not installed"

    def prepare(self):
        self.now = tempfile.NamedTemporaryFile("w", prefix="jalon-clock-")
        os.chmod(self.now.name, 0o644)
        self.turn(self.offsets[0])
        lying = {"LD_PRELOAD": self.library(), "FAKETIME_TIMESTAMP_FILE": self.now.name, "FAKETIME_NO_CACHE": "1",
                 "FAKETIME_DONT_FAKE_MONOTONIC": "1"}
        self.lie(lying)

    def turn(self, offset):
        self.now.seek(0)
        self.now.truncate()
        self.now.write(offset + "\n")
        self.now.flush()

    def strike(self):
        offset = self.next_offset()
        self.snare(self.moment(), lambda line: self.turn(offset), users=self.liars,
                   wanted=lambda trip: trip.commits)
        self.ground.wait_for_entries(10)

    def next_offset(self):
        return self.chance.choice(self.offsets)

    def clear_up(self):
        self.now.close()


class EngineClock(ClockJumps):
    """F09: two of four processes see another time: dates are decided by the database's, all the same."""
    title, offsets, liars = "clock jumps of two engines of four", ("+0d", "+31d", "-2d", "+1h"), {"serve-1", "worker-1"}

    def lie(self, lying):
        self.environments = {name: lying for name in self.liars}


class DatabaseClock(ClockJumps):
    """F09: the clock of record itself jumps; deadlines pass once each, however often their day comes."""
    title, liars = "clock jumps of the database", None
    offsets = ("+2d", "+33d", "+32d", "+64d", "+63d", "+95d", "+94d")  # a month on, and a day back
    expected = (b"before_state",)  # a case that moved on the day taken back waits until it has come again
    turns = 0

    def next_offset(self):
        self.turns += 1
        return self.offsets[self.turns if self.turns < len(self.offsets) else 5 + self.turns % 2]

    def lie(self, lying):
        self.cluster_environment = lying
