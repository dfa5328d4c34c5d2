"""The clients' field when there are several doors: a client goes to one that is open, and counts what it is told."""
from collections import Counter

from load import Field


class Doors(Field):
    def __init__(self, addresses, token, journal, chance):
        super().__init__(None, token, journal)
        self.chance, self.open_doors, self.answers = chance, set(addresses), Counter()
        self.expected = ()  # words of refusals that the fault brings with it

    def door(self):
        with self.changed:
            self.changed.wait_for(lambda: self.open_doors or self.is_over.is_set(), 60)
            if not self.open_doors:
                raise ConnectionError("no door is open")
            return self.chance.choice(sorted(self.open_doors))

    def expects(self, refusal):
        return any(word in refusal.body for word in self.expected)

    def set_door(self, address, is_open):
        with self.changed:
            (self.open_doors.add if is_open else self.open_doors.discard)(address)
            self.changed.notify_all()

    def send(self, command):
        answer = super().send(command)
        with self.changed:
            self.answers["cut" if answer is None else answer.status] += 1
        return answer
