"""The little of PostgreSQL's protocol (chapter 55 of its manual) that the tap reads: frames, users, statements."""
import struct
from dataclasses import dataclass

# Statements that are a whole transaction of their own, by the names under which the engine prepares them.
COMMITTING = {"record_entries", "record_sent", "record_prepared", "claim_messages", "park_message", "give_up_command"}


class Messages:
    """Cuts what arrives into messages, each as soon as it is whole: (kind, body, all of it). The first one of a
    client has no kind: it says who it is."""

    def __init__(self, has_startup=False):
        self.rest, self.has_startup = b"", has_startup

    def add(self, data):
        self.rest += data
        found = []
        while (head := 0 if self.has_startup else 1) + 4 <= len(self.rest):
            length = struct.unpack_from("!I", self.rest, head)[0] + head
            if len(self.rest) < length:
                break
            whole, self.rest = self.rest[:length], self.rest[length:]
            found.append((whole[:head], whole[head + 4:], whole))
            self.has_startup = False
        return found


def user_of(startup_body):
    words = startup_body[4:].split(b"\0")
    return words[words.index(b"user") + 1].decode()


def statement_of(messages):
    """The text of a statement, or the name of a prepared one; '' of what only prepares or ends."""
    parsed = ""
    for kind, body, _ in messages:
        if kind == b"Q":
            return body[:-1].decode()
        if kind == b"P":
            parsed = body.split(b"\0")[1].decode()
        if kind == b"B":  # portal, statement: one without a name was parsed just before
            return body.split(b"\0")[1].decode() or parsed
    return ""


@dataclass(frozen=True)
class RoundTrip:
    """What is sent in one go, up to the point where the database must answer."""
    whole: bytes
    user: str
    text: str
    is_open: bool  # a transaction is open already

    @property
    def commits(self):
        """Whether the answer to it says that something was kept."""
        return self.text in COMMITTING or self.text.strip(" ;").lower() == "commit"
