"""A small stand-in for the SI-SDO: HTTPS with client certificates, OAuth2 client credentials, `POST /fhir/Task`. It
refuses what the profile forbids, with an OperationOutcome, and misbehaves when told to."""
import base64
import json
import queue
import secrets
import ssl
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote_plus

from sdo_profile import faults_of

CLIENT, SECRET = "jalon:essai", "s3cret & plus"  # what a form must encode
FINESS = "120001234"
ENOUGH_BYTES = 4 * 1024 * 1024


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, body, **headers):
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in ({"Content-Type": "application/fhir+json"} | headers).items():
            self.send_header(name.replace("_", "-"), value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def refuse(self, status, *reasons):
        issues = [{"severity": "error", "code": "processing", "diagnostics": reason} for reason in reasons]
        self.server.stand_in.refused.append((status, reasons))
        self.answer(status, {"resourceType": "OperationOutcome", "issue": issues})

    def cut(self):
        self.close_connection = True
        self.connection.close()

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        if self.path == "/token":
            return self.give_token(body)
        if self.path != "/fhir/Task":
            return self.refuse(404, "no such resource")
        return self.take_task(body)

    def other_method(self):
        self.refuse(405, "create only")

    do_GET = do_PUT = do_PATCH = do_DELETE = other_method

    def give_token(self, body):
        stand_in = self.server.stand_in
        stand_in.token_requests += 1
        wanted = self.headers.get("Authorization", "").removeprefix("Basic ")
        name, _, secret = base64.b64decode(wanted).decode().partition(":")
        if (unquote_plus(name), unquote_plus(secret)) != (CLIENT, SECRET) or body != b"grant_type=client_credentials":
            return self.answer(401, {"error": "invalid_client"}, Content_Type="application/json")
        token = secrets.token_urlsafe(16)
        stand_in.tokens.add(token)
        return self.answer(200, {"access_token": token, "token_type": "Bearer", "expires_in": stand_in.token_lasts_s},
                           Content_Type="application/json")

    def take_task(self, body):
        stand_in = self.server.stand_in
        stand_in.posts += 1
        behaviour = stand_in.next_behaviour()
        if isinstance(behaviour, int):
            return self.refuse(behaviour, f"told to answer {behaviour}")
        if self.headers.get("Authorization", "").removeprefix("Bearer ") not in stand_in.tokens:
            return self.refuse(401, "this token is not known")
        if self.headers.get("struct_idnat") != "1" + FINESS:
            return self.refuse(403, "the token is not for this structure")
        if self.headers.get("Content-Type") != "application/fhir+json":
            return self.refuse(415, "application/fhir+json is wanted")
        task = json.loads(body)
        if faults := faults_of(task):
            return self.refuse(422, *faults)
        number = stand_in.keep(task)
        return self.misbehave(behaviour, number) if behaviour else self.created(number, task)

    def created(self, number, task):
        self.answer(201, task | {"id": number}, Location=f"{self.server.stand_in.endpoint}/Task/{number}/_history/1")

    def misbehave(self, behaviour, number):
        """The Task is kept; its sender does not learn it, or in a strange way."""
        if behaviour == "hang":
            self.server.stand_in.hanging.wait(60)
        if behaviour in ("hang", "drop"):
            return self.cut()
        self.send_response(201)
        self.send_header("Location", f"{self.server.stand_in.endpoint}/Task/{number}")
        if behaviour == "break off":
            self.send_header("Content-Length", "1000")
            self.end_headers()
            self.wfile.write(b"{")
            return self.cut()
        self.send_header("Content-Length", str(ENOUGH_BYTES))  # « flood »
        self.end_headers()
        try:
            self.wfile.write(b" " * ENOUGH_BYTES)
        except OSError:
            pass
        return self.cut()


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # clients that break off are what the tests are about


class StandIn:
    """Listens while it is used as a context; `url` stays the same when it comes back."""

    def __init__(self, certificates, token_lasts_s=3600):
        self.certificates, self.token_lasts_s = certificates, token_lasts_s
        self.behaviours, self.hanging = queue.SimpleQueue(), threading.Event()
        self.tasks, self.tokens, self.refused = [], set(), []
        self.posts = self.token_requests = 0
        self.server, self.port, self.lock = None, 0, threading.Lock()

    def __enter__(self):
        return self.start()

    def __exit__(self, *_):
        self.stop()

    def start(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.certificates.path("server.pem"), self.certificates.path("server.key"))
        context.load_verify_locations(self.certificates.path("authority.pem"))
        context.verify_mode = ssl.CERT_REQUIRED
        self.server = Server(("127.0.0.1", self.port), Handler)
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True, do_handshake_on_connect=False)
        self.server.stand_in = self
        self.port = self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.05,), daemon=True).start()
        return self

    def stop(self):
        self.hanging.set()
        if self.server:
            self.server.shutdown()
            self.server.server_close()
            self.server = None

    @property
    def endpoint(self):
        return f"https://127.0.0.1:{self.port}/fhir"

    @property
    def token_endpoint(self):
        return f"https://127.0.0.1:{self.port}/token"

    def misbehave(self, *behaviours):
        """What the next posts meet: « drop », « hang », « break off », « flood », or a status."""
        for behaviour in behaviours:
            self.behaviours.put(behaviour)

    def next_behaviour(self):
        try:
            return self.behaviours.get_nowait()
        except queue.Empty:
            return None

    def keep(self, task):
        with self.lock:
            self.tasks.append(task)
            return str(len(self.tasks))

    def wait_for_posts(self, number, within_s=30):
        end = time.monotonic() + within_s
        while self.posts < number:
            if time.monotonic() > end:
                raise TimeoutError(f"{self.posts} posts came, not {number}")
            time.sleep(0.02)


def codes_of(task):
    """Input code → its plain value, as a person would read it."""
    found = {}
    for item in task["input"]:
        value = next(value for name, value in item.items() if name.startswith("value"))
        if isinstance(value, dict):
            value = value.get("value") or value["coding"][0]["code"]
        found[item["type"]["coding"][0]["code"]] = value
    return found

