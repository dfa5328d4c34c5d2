"""A kill at the K-th round trip to the database, for K = 1, 2, … until the deed is done before its turn comes: every
place where a process can die is a place where it died once. As long as there is time, in an order drawn by the seed."""
import itertools
import random
import time

from ground import Ground
from outcome import Outcome
from snare import Snare

MOMENTS = ("before", "after")


class Sweep:
    """`deeds` are the kinds of thing that are done; `die_at` does one with a snare and says whether it sprang."""
    code, title, deeds, costs_s = None, None, (), 10

    def __init__(self, program, seed):
        self.program, self.seed, self.chance = program, seed, random.Random(seed)
        self.landed = {"inside": 0, "outside": 0}

    def kill_snare(self, name, skip, moment):
        return Snare(moment, lambda line: self.ground.kill(name) or "cut", users={name}, skip=skip)

    def count(self, snare):
        self.landed["inside" if snare.is_inside else "outside"] += 1

    def run(self, seconds):
        self.ground = Ground(self.program, self.seed, ("serve-1",))
        try:
            self.open()
            whole = self.go_through(time.monotonic() + seconds)
            kept, what = self.ground.examine()
            total = len(self.deeds) * len(MOMENTS)
            return Outcome(self, kept, what | {"to the end": f"{whole} of {total}"}, self.ground.faults)
        finally:
            self.ground.close()

    def open(self):
        self.ground.open()

    def go_through(self, end):
        """How many deeds were gone through from their first round trip to past their last."""
        turns = list(itertools.product(self.deeds, MOMENTS))
        self.chance.shuffle(turns)
        whole = 0
        for deed, moment in turns:
            skip = 0
            while time.monotonic() < end or self.landed["inside"] == 0:
                if not self.die_at(deed, moment, skip):
                    whole += 1
                    break
                skip += 1
        return whole
