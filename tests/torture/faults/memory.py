"""A process that gets no memory, and one that gets no descriptor."""
import mmap
import os
import resource
import struct
import subprocess
import tempfile

from places import HERE
from storm import Storm

FURTHEST, FELT_WITHIN_S = 2_000, 3
HAPPENED = -1


class MemoryFails(Storm):
    """F20: somewhere after a round trip one allocation of that process fails. It answers with a refusal, or ends; then it
    is started again."""
    code, title = "F20", "one allocation fails"
    expected = (b"/problems/internal", b"/problems/unavailable")

    def prepare(self):
        self.folder = tempfile.mkdtemp(prefix="jalon-memory-")
        os.chmod(self.folder, 0o755)
        library = os.path.join(self.folder, "failing_memory.so")
        subprocess.run(["gcc", "-O2", "-shared", "-fPIC", "-o", library, os.path.join(HERE, "failing_memory.c")],
                       check=True)
        self.left, self.environments, self.ended = {}, {}, 0
        for name in self.names:
            path = os.path.join(self.folder, name)
            with open(path, "wb") as file:
                file.write(bytes(mmap.PAGESIZE))
            with open(path, "r+b") as file:
                self.left[name] = mmap.mmap(file.fileno(), mmap.PAGESIZE)
            self.environments[name] = {"LD_PRELOAD": library, "JALON_FAILING_MEMORY": path}

    def strike(self):
        further = self.chance.randint(1, self.chance.choice((30, 300, FURTHEST)))
        snare = self.snare(self.moment(), lambda line: self.write(line.user, further), users=set(self.names))
        if snare is None:
            return
        name = snare.trip.user
        self.ground.wait_for_entries(5, FELT_WITHIN_S)
        if self.read(name) != HAPPENED:  # it needed less memory than that
            self.landed["inside" if snare.is_inside else "outside"] -= 1
        self.write(name, 0)
        self.start_again(name)

    def start_again(self, name):
        engine = self.ground.engines[name]
        if not engine.is_alive:
            self.ended += 1
            self.ground.field.set_door(engine.address, False)
            self.ground.revive(name)

    def read(self, name):
        return struct.unpack("q", self.left[name][:8])[0]

    def write(self, name, number):
        self.left[name][:8] = struct.pack("q", number)

    def settle(self):
        print(f"{self.ended} processes ended for want of memory", flush=True)

    def clear_up(self):
        subprocess.run(["rm", "-rf", self.folder], check=True)


class DescriptorsRunOut(Storm):
    """F20: a process has no descriptor left for a while: nobody new gets in, and what was begun goes on; then all is well
    without a restart."""
    code, title, room_for = "F20", "no descriptor left", 2

    def strike(self):
        name = self.chance.choice([name for name in self.names if name.startswith("serve")])
        process = self.ground.engines[name].process.pid
        before = resource.prlimit(process, resource.RLIMIT_NOFILE)
        used = len(os.listdir(f"/proc/{process}/fd"))
        self.snare(self.moment(), lambda line: self.limit(process, used + self.room_for, before[1]), users={name})
        self.ground.wait_for_entries(10, FELT_WITHIN_S)
        self.limit(process, *before)
        self.ground.wait_until_served()

    @staticmethod
    def limit(process, soft, hard):
        resource.prlimit(process, resource.RLIMIT_NOFILE, (soft, hard))
