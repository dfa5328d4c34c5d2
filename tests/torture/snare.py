"""Waits at the tap for a certain round trip, and does something there while the engine waits for its answer."""
import threading

MOMENTS = ("before", "during", "after")


class Snare:
    """`action(line)` answers "cut" to cut the connection, anything else to let it go on. `skip`: so many of the round
    trips that are wanted go by first."""

    def __init__(self, moment, action, users=None, wanted=lambda trip: True, skip=0):
        self.moment, self.action, self.users, self.wanted, self.left = moment, action, users, wanted, skip
        self.sprung, self.trip, self.failure = threading.Event(), None, None

    def wants(self, trip):
        if (self.users is not None and trip.user not in self.users) or not self.wanted(trip):
            return False
        self.left -= 1
        return self.left < 0

    def act(self, trip, line):
        self.trip = trip
        try:
            return self.action(line)
        except Exception as failure:  # the main thread reports it
            self.failure = failure
            return "cut"
        finally:
            self.sprung.set()

    @property
    def is_inside(self):
        """Whether a transaction was under way: opened before, or the statement's own."""
        if self.trip is None:
            return False
        return self.trip.is_open or (self.moment != "before" and self.trip.text != "")
