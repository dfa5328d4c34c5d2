"""What the clients know for sure: each command before it leaves, each acknowledgement once it is read. Synced to
the disk line by line, as a client would who must be able to prove what was promised to it."""
import json
import os
import threading


class Journal:
    def __init__(self, path):
        self.path = path
        self.file = open(path, "ab", buffering=0)
        self.lock = threading.Lock()

    def write(self, **line):
        with self.lock:
            self.file.write(json.dumps(line).encode() + b"\n")
            os.fsync(self.file.fileno())

    def close(self):
        self.file.close()


class Kept:
    """A journal read back from the disk."""

    def __init__(self, path):
        self.sent, self.acknowledged, self.refused = {}, {}, {}
        kinds = {"sent": self.sent, "acknowledged": self.acknowledged, "refused": self.refused}
        with open(path, encoding="utf-8") as file:
            for text in file:
                line = json.loads(text)
                kinds[line["kind"]][line["key"]] = line

    def success_ratio(self):
        return len(self.acknowledged) / max(1, len(self.sent))
