"""A fault struck again and again under load, each time inside a transaction if one comes by; then the invariants."""
import time

from ground import NAMES, Ground
from journal import Kept
from outcome import Outcome
from snare import MOMENTS, Snare

COMES_BY_WITHIN_S, MOST_TRIES = 8, 20


class Storm:
    """What each fault says of itself; `strike` does it once. `settle` undoes what it left behind."""
    code, title = None, None
    names, environments, cluster_environment, on = NAMES, {}, {}, None
    expected = ()
    costs_s = 10

    def __init__(self, program, seed):
        self.program, self.seed, self.landed = program, seed, {"inside": 0, "outside": 0}

    def prepare(self):
        pass

    def strike(self):
        raise NotImplementedError

    def settle(self):
        pass

    def clear_up(self):
        pass

    def snare(self, moment, action, **wanted):
        """Waits until it has caught something, and counts it; the snare, or None when nothing came by."""
        snare = self.ground.tap.arm(Snare(moment, action, **wanted))
        caught = snare.sprung.wait(COMES_BY_WITHIN_S)
        self.ground.tap.disarm()
        if snare.failure is not None:
            raise snare.failure
        if not caught:
            return None
        self.landed["inside" if snare.is_inside else "outside"] += 1
        return snare

    def moment(self):
        return self.chance.choice(MOMENTS)

    def run(self, seconds):
        self.prepare()
        self.ground = Ground(self.program, self.seed, self.names, self.environments, self.cluster_environment, self.on)
        self.chance = self.ground.chance
        try:
            self.ground.open().field.expected = self.expected
            self.play(seconds)
            self.settle()
            kept, what = self.ground.examine()
            answers = {str(answer): count for answer, count in self.ground.field.answers.items()}
            return Outcome(self, kept, what | {"answers": answers}, self.ground.faults)
        finally:
            self.ground.close()
            self.clear_up()

    def play(self, seconds):
        self.ground.start_load()
        try:
            end, strikes = time.monotonic() + seconds, 0
            while (time.monotonic() < end or self.needs_more(strikes)) and not self.ground.field.surprises:
                self.strike()
                strikes += 1
            self.settle()
            self.play_on()
        finally:
            self.ground.stop_load()

    def needs_more(self, strikes):
        """Time is up, and yet nothing has landed inside a transaction: some more tries."""
        return strikes == 0 or (self.landed["inside"] == 0 and strikes < MOST_TRIES)

    def play_on(self):
        """After the last fault the clients are served again: so many more acknowledgements prove it."""
        kept = len(Kept(self.ground.journal.path).acknowledged)
        end = time.monotonic() + 30
        while len(Kept(self.ground.journal.path).acknowledged) < kept + 20:
            if time.monotonic() > end:
                self.ground.faults.append("30 s after the last fault hardly anybody is served")
                return
            self.ground.field.is_over.wait(0.1)
