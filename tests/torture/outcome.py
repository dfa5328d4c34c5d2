"""What one fault came to: what landed, how many commands succeeded, what is wrong."""
LEAST_SUCCESS = 0.8


class Outcome:
    def __init__(self, fault, kept, what, faults):
        self.code, self.title, self.landed, self.what = fault.code, fault.title, fault.landed, what
        self.sent, self.acknowledged = len(kept.sent), len(kept.acknowledged)
        self.faults = faults

    @property
    def success(self):
        return self.acknowledged / self.sent if self.sent else 1

    def does_not_count(self):
        """Why this run proves nothing, if so."""
        if self.landed["inside"] == 0:
            return [f"{self.code} never landed inside a transaction: the run does not count"]
        if self.success < LEAST_SUCCESS:
            return [f"{self.code}: only {100 * self.success:.0f} % of the commands succeeded: the run does not count"]
        return []

    def __str__(self):
        return (f"{self.code} {self.title}: {self.landed['inside']} landed inside a transaction, "
                f"{self.landed['outside']} outside; {self.acknowledged} of {self.sent} commands succeeded "
                f"({100 * self.success:.1f} %); {self.what}; {len(self.faults)} faults")
