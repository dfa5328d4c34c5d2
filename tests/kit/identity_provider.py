"""A small OpenID Connect provider (code flow, PKCE, RS256), which can be told to lie. Keys and signatures by openssl."""
import base64
import hashlib
import http.server
import json
import os
import subprocess
import tempfile
import threading
import time
import urllib.parse


def b64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


class Key:
    def __init__(self, folder, name):
        self.name, self.path = name, os.path.join(folder, name + ".pem")
        subprocess.run(["openssl", "genrsa", "-out", self.path, "2048"], check=True, capture_output=True)

    def public(self):
        told = subprocess.run(["openssl", "rsa", "-in", self.path, "-noout", "-modulus"], check=True,
                              capture_output=True, text=True).stdout
        return {"kty": "RSA", "kid": self.name, "use": "sig", "alg": "RS256", "e": b64((65537).to_bytes(3, "big")),
                "n": b64(bytes.fromhex(told.strip().split("=")[1]))}

    def sign(self, text):
        return b64(subprocess.run(["openssl", "dgst", "-sha256", "-sign", self.path], input=text.encode(), check=True,
                                  capture_output=True).stdout)


class IdentityProvider:
    """`who` is the claims of whoever logs in; `lies` are claims told instead; `header` changes the token's head."""

    def __init__(self, client_id="jalon", client_secret="secret & sûr"):
        self.folder = tempfile.TemporaryDirectory(prefix="jalon-test-")
        self.key, self.other = Key(self.folder.name, "first"), Key(self.folder.name, "second")
        self.signing, self.published = self.key, [self.key]
        self.client_id, self.client_secret = client_id, client_secret
        self.who, self.lies, self.header, self.codes = {}, {}, {}, {}
        handler = type("Handler", (Handler,), {"provider": self})
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self.issuer = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
        self.folder.cleanup()

    def tell_the_truth(self):
        self.lies, self.header, self.signing, self.published = {}, {}, self.key, [self.key]

    def configuration(self):
        return {"issuer": self.issuer, "authorization_endpoint": self.issuer + "/authorize",
                "token_endpoint": self.issuer + "/token", "jwks_uri": self.issuer + "/keys"}

    def token(self, nonce):
        now = int(time.time())
        claims = {"iss": self.issuer, "aud": self.client_id, "sub": "42", "nonce": nonce, "iat": now,
                  "exp": now + 300} | self.who | self.lies
        head = {"alg": "RS256", "kid": self.signing.name} | self.header
        text = b64(json.dumps(head).encode()) + "." + b64(json.dumps(claims).encode())
        return text + "." + ("" if head["alg"] == "none" else self.signing.sign(text))


class Handler(http.server.BaseHTTPRequestHandler):
    provider = None

    def log_message(self, *_):
        pass

    def answer(self, status, body=None, headers=()):
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.send_header("Content-Type", "application/json")
        self.end_headers()
        if body is not None:
            self.wfile.write(json.dumps(body).encode())

    def do_GET(self):
        path, _, query = self.path.partition("?")
        if path == "/.well-known/openid-configuration":
            return self.answer(200, self.provider.configuration())
        if path == "/keys":
            return self.answer(200, {"keys": [key.public() for key in self.provider.published]})
        if path != "/authorize":
            return self.answer(404)
        asked = dict(urllib.parse.parse_qsl(query))
        code = b64(os.urandom(16))
        self.provider.codes[code] = asked
        back = urllib.parse.urlencode({"code": code, "state": asked["state"]})
        return self.answer(302, headers=[("Location", asked["redirect_uri"] + "?" + back)])

    def do_POST(self):
        form = dict(urllib.parse.parse_qsl(self.rfile.read(int(self.headers["Content-Length"])).decode()))
        told = base64.b64decode(self.headers["Authorization"].split()[1]).decode()
        user, _, password = told.partition(":")
        asked = self.provider.codes.pop(form.get("code"), None)
        challenge = b64(hashlib.sha256(form.get("code_verifier", "").encode()).digest())
        is_client = (urllib.parse.unquote(user), urllib.parse.unquote(password)) == (
            self.provider.client_id, self.provider.client_secret)
        if not (asked and is_client and asked["code_challenge"] == challenge and
                asked["code_challenge_method"] == "S256" and asked["redirect_uri"] == form["redirect_uri"]):
            return self.answer(400, {"error": "invalid_grant"})
        return self.answer(200, {"access_token": "x", "token_type": "Bearer",
                                 "id_token": self.provider.token(asked["nonce"])})
