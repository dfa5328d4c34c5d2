"""One process under test: `jalon serve` or `jalon worker`, known to the database by its name."""
import os
import signal

from served import Served
from server import free_port


class Engine(Served):
    def __init__(self, program, folder, name, url, *options):
        self.name, self.address = name, f"127.0.0.1:{free_port()}"
        super().__init__(program, self.address, os.path.join(folder, name), "--database", url, *options)
        if not self.is_door:
            self.command = [self.command[0], "worker", "--database", url, *options]
            self.says_ready = "Échéances et envois en cours"

    @property
    def is_door(self):
        return self.name.startswith("serve")

    @property
    def is_alive(self):
        return self.process is not None and self.process.poll() is None

    def hit(self):
        """SIGKILL, and back at once: who waits for it may be one of its own connections."""
        self.process.send_signal(signal.SIGKILL)

    def revive(self):
        """Starts it again after a hit."""
        self.process.wait(30)
        self.process.stdout.close()
        self.start()

    def freeze(self):
        self.process.send_signal(signal.SIGSTOP)

    def thaw(self):
        self.process.send_signal(signal.SIGCONT)
