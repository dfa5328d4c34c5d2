"""A small trust of a test's own, made by openssl: an authority, a server on the loopback, a client, and a stranger."""
import os
import subprocess

DAYS = "2"


def openssl(*words):
    subprocess.run(["openssl", *words], check=True, capture_output=True, timeout=60)


class Certificates:
    """PEM files in `folder`: authority.pem, server.pem and .key, client.pem and .key, stranger.pem and .key."""

    def __init__(self, folder):
        self.folder = folder
        self.authority = self._authority("authority")
        self._signed("server", self.authority, "subjectAltName=IP:127.0.0.1,DNS:localhost")
        self._signed("client", self.authority, "extendedKeyUsage=clientAuth")
        self.strange_authority = self._authority("strange")
        self._signed("stranger", self.strange_authority, "extendedKeyUsage=clientAuth")

    def path(self, name):
        return os.path.join(self.folder, name)

    def _authority(self, name):
        openssl("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", DAYS,
                "-subj", f"/CN={name}", "-keyout", self.path(name + ".key"), "-out", self.path(name + ".pem"))
        return name

    def _signed(self, name, authority, extension):
        request, extensions = self.path(name + ".csr"), self.path(name + ".ext")
        openssl("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", f"/CN={name}",
                "-keyout", self.path(name + ".key"), "-out", request)
        with open(extensions, "w", encoding="utf-8") as file:
            file.write(extension + "\n")
        openssl("x509", "-req", "-in", request, "-CA", self.path(authority + ".pem"), "-CAkey",
                self.path(authority + ".key"), "-CAcreateserial", "-days", DAYS, "-extfile", extensions, "-out",
                self.path(name + ".pem"))
