"""`jalon serve` as a process that a test may kill and start again on the same data."""
import os
import signal
import subprocess
import threading

READY_WITHIN_S = 60


class Served:
    says_ready = "écoute sur http"

    def __init__(self, program, address, log_path, *options):
        self.command = [os.path.abspath(program), "serve", "--listen", address, *options]
        self.log_path = log_path
        self.process, self.environment = None, {}

    def start(self):
        """Returns when it says that it listens."""
        with open(self.log_path, "ab") as log:
            self.process = subprocess.Popen(self.command, text=True, stdin=subprocess.DEVNULL,
                                            stdout=subprocess.PIPE, stderr=log, start_new_session=True,
                                            env=os.environ | self.environment)
        watch = threading.Timer(READY_WITHIN_S, self.process.kill)
        watch.start()
        try:
            for line in self.process.stdout:
                if self.says_ready in line:
                    return self
        finally:
            watch.cancel()
        raise RuntimeError(f"jalon serve ended with {self.process.wait()} instead of listening:\n{self.log()}")

    def kill(self):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        if self.process is None or self.process.poll() is not None:
            return
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()

    def log(self, characters=2000):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()[-characters:]
