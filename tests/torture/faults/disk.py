"""The database's disk has no room left."""
import contextlib
import os
import subprocess
import tempfile

from storm import Storm

SIZE = "320m"
SEEN_WITHIN_S = 5


class DiskFull(Storm):
    """F08: the small disk under PostgreSQL is filled; commands are refused, and succeed again once there is room."""
    code, title = "F08", "disk of the database full"

    @staticmethod
    def wants():
        if os.geteuid() != 0:
            return "only root mounts a small disk"
        return None

    def prepare(self):
        self.on = tempfile.mkdtemp(prefix="jalon-disk-")
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=755", "jalon", self.on], check=True)
        self.refused = 0

    def strike(self):
        ballast, field = os.path.join(self.on, "ballast"), self.ground.field
        before = self.failures()
        self.snare(self.moment(), lambda line: self.fill(ballast), wanted=lambda trip: trip.commits)
        with field.changed:
            field.changed.wait_for(lambda: self.failures() > before, SEEN_WITHIN_S)
        self.refused += self.failures() - before
        if os.path.exists(ballast):
            os.remove(ballast)
        if not self.ground.cluster.is_running():  # it gives up when it cannot even recover
            self.ground.cluster.start()
        self.ground.wait_until_served()

    def failures(self):
        return sum(count for answer, count in self.ground.field.answers.items() if answer not in (200, 201))

    def fill(self, ballast):
        with open(ballast, "wb", buffering=0) as file:
            for block in (1 << 20, 1 << 12):
                with contextlib.suppress(OSError):  # no room for one more
                    while file.write(bytes(block)) == block:
                        pass

    def settle(self):
        if self.refused == 0:
            self.ground.faults.append("the full disk was never felt: the run does not count")

    def clear_up(self):
        subprocess.run(["umount", "-l", self.on], check=True)
        os.rmdir(self.on)
