"""A door in front of PostgreSQL that every process under test goes through. It understands enough of the protocol to
know each round trip, its statement and whether a transaction is open, and lets a snare act at exactly that moment."""
import contextlib
import select
import socket
import struct
import threading

from round_trip import Messages, RoundTrip, statement_of, user_of

LINGER_NOT = struct.pack("ii", 1, 0)  # on, zero seconds: closing sends RST


class Line:
    """One connection: the engine's side and the database's."""

    def __init__(self, tap, client):
        self.tap, self.client, self.server = tap, client, None
        self.from_client, self.from_server = Messages(has_startup=True), Messages()
        self.user, self.is_open, self.listens, self.waiting = "", False, False, []

    def run(self):
        with contextlib.suppress(OSError):
            self.server = self.tap.connect()
            while self.pass_on():
                pass
        self.close()

    def pass_on(self):
        """Whether the connection goes on."""
        readable = select.select([self.client, self.server], [], [])[0]
        if self.server in readable:
            data = self.hear()[0]
            self.client.sendall(data)
            if not data:
                return False
        return self.client not in readable or self.take(self.client.recv(1 << 16))

    def hear(self):
        """What the database said, and whether it waits for more, after noting where its transaction stands."""
        data, is_ready = self.server.recv(1 << 16), False
        for kind, body, _ in self.from_server.add(data):
            if kind == b"Z":
                self.is_open, is_ready = body == b"T", True
        return data, is_ready

    def take(self, data):
        for message in self.from_client.add(data):
            self.waiting.append(message)
            if message[0] == b"":
                self.user = user_of(message[1])
            if message[0] in (b"", b"Q", b"S", b"X") and not self.travel():
                return False
        return bool(data)

    def travel(self):
        messages, self.waiting = self.waiting, []
        trip = RoundTrip(b"".join(message[2] for message in messages), self.user, statement_of(messages), self.is_open)
        self.listens = self.listens or trip.text.lower().startswith("listen")
        snare = self.tap.snare_for(trip)
        if snare is None:
            self.server.sendall(trip.whole)
            return True
        return self.spring(snare, trip)

    def spring(self, snare, trip):
        """`before`: the database never hears of it. `during`: it works on it. `after`: it is done, and only the engine
        does not know."""
        answer = b""
        if snare.moment != "before":
            self.server.sendall(trip.whole)
        if snare.moment == "after":
            is_ready = False
            while not is_ready:
                data, is_ready = self.hear()
                answer += data
                is_ready = is_ready or not data
        if snare.act(trip, self) == "cut":
            self.reset()
            return False
        if snare.moment == "before":
            self.server.sendall(trip.whole)
        self.client.sendall(answer)
        return True

    def reset(self):
        """Cuts it as a network does that forgot the connection."""
        with contextlib.suppress(OSError):
            self.client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_NOT)
            self.client.shutdown(socket.SHUT_RD)

    def close(self):
        self.tap.lines.discard(self)
        for end in (self.client, self.server):
            if end is not None:
                end.close()


class Tap:
    def __init__(self, socket_path):
        self.socket_path, self.lines, self.snare = socket_path, set(), None
        self.lock, self.trips = threading.Lock(), 0
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=128)
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        with contextlib.suppress(OSError):
            while True:
                line = Line(self, self.listener.accept()[0])
                self.lines.add(line)
                threading.Thread(target=line.run, daemon=True).start()

    def connect(self):
        server = socket.socket(socket.AF_UNIX)
        server.connect(self.socket_path)
        return server

    def url(self, user):
        return (f"host=127.0.0.1 port={self.port} user={user} dbname=jalon sslmode=disable gssencmode=disable "
                "options='-c role=jalon'")

    def arm(self, snare):
        with self.lock:
            self.snare = snare
        return snare

    def disarm(self):
        with self.lock:
            self.snare = None

    def snare_for(self, trip):
        """The snare, when this trip is the one it waits for; each catches one."""
        with self.lock:
            self.trips += 1
            snare = self.snare
            if snare is None or not snare.wants(trip):
                return None
            self.snare = None
            return snare

    def cut(self, wanted):
        """Cuts the connections that are wanted; how many."""
        lines = [line for line in list(self.lines) if wanted(line)]
        for line in lines:
            line.reset()
        return len(lines)

    def close(self):
        self.listener.close()
        self.cut(lambda line: True)
