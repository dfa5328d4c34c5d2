"""Reads server-sent events as they come."""
import http.client

LISTENS_FOR_S = 10


class Listener:
    """An open stream; `event()` waits for the next one, and fails when none comes in time."""

    def __init__(self, address, target, headers):
        self.connection = http.client.HTTPConnection(address, timeout=LISTENS_FOR_S)
        self.connection.request("GET", target, headers=headers)
        self.answer = self.connection.getresponse()

    def event(self):
        """{"id", "event", "data"}; comments and « retry » are passed over."""
        fields = {}
        while line := self.answer.readline().decode():
            name, _, value = line.rstrip("\n").partition(": ")
            if name in ("id", "event", "data"):
                fields[name] = value
            elif not name and fields:
                return fields
        raise AssertionError("the stream has ended")

    def close(self):
        self.connection.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
