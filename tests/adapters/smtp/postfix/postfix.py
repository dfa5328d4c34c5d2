#!/usr/bin/env python3
"""A real Postfix for the tests: an instance of its own in a temporary folder, on loopback ports, that delivers into a
maildir. Prints {"port":…,"smtps_port":…}, then each mail that arrived as one line of JSON, read by Python's own parser.
Ends, and leaves nothing, when its standard input closes. Postfix wants root; so does this.

    postfix.py --certificate FILE --key FILE --user NAME --password WORD
"""
import argparse
import email
import email.policy
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time

UP_WITHIN_S = 120
DOMAIN = "example.org"

MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
mail_owner = postfix
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = mx.{domain}
mydestination =
local_recipient_maps =
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
alias_maps =
alias_database =
virtual_mailbox_domains = {domain}
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:inbox/
virtual_minimum_uid = 1
virtual_uid_maps = static:{uid}
virtual_gid_maps = static:{gid}
smtpd_forbid_bare_newline = reject
smtpd_tls_cert_file = {certificate}
smtpd_tls_key_file = {key}
smtpd_tls_security_level = may
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = cyrus
smtpd_sasl_path = smtpd
smtpd_sasl_local_domain = {domain}
smtpd_relay_restrictions = reject_unauth_destination
smtpd_recipient_restrictions = permit_sasl_authenticated, reject
smtpd_client_restrictions =
message_size_limit = 200000
"""

MASTER = """
127.0.0.1:{port}  inet n - n - - smtpd
127.0.0.1:{smtps} inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
cleanup   unix  n - n -     0 cleanup
qmgr      unix  n - n 300   1 qmgr
tlsmgr    unix  - - n 1000? 1 tlsmgr
rewrite   unix  - - n -     - trivial-rewrite
bounce    unix  - - n -     0 bounce
defer     unix  - - n -     0 bounce
proxymap  unix  - - n -     - proxymap
error     unix  - - n -     - error
retry     unix  - - n -     - error
virtual   unix  - n n -     - virtual
anvil     unix  - - n -     1 anvil
postlog   unix-dgram n - n - 1 postlogd
"""

SASL = """pwcheck_method: auxprop
auxprop_plugin: sasldb
sasldb_path: {folder}/passwords
mech_list: PLAIN LOGIN
"""


def say(value):
    print(json.dumps(value), flush=True)


def free_ports(count):
    probes = [socket.socket() for _ in range(count)]
    try:
        for probe in probes:
            probe.bind(("127.0.0.1", 0))
        return [probe.getsockname()[1] for probe in probes]
    finally:
        for probe in probes:
            probe.close()


def report(path):
    with open(path, "rb") as file:
        raw = file.read()
    mail = email.message_from_bytes(raw, policy=email.policy.default)
    bodies = {part.get_content_type(): part.get_content() for part in mail.walk() if not part.is_multipart()}
    say({"subject": str(mail["subject"]), "from": str(mail["from"]), "to": str(mail["to"]),
         "message_id": str(mail["message-id"]), "headers": [name.lower() for name in mail.keys()],
         "received": str(mail["received"]), "defects": [str(defect) for defect in mail.defects],
         "text": bodies.get("text/plain"), "html": bodies.get("text/html"), "raw": raw.decode("latin-1")})


class Postfix:
    def __init__(self, options):
        self.folder = tempfile.mkdtemp(prefix="jalon-postfix-")
        os.chmod(self.folder, 0o755)  # its parts run as accounts of their own, and must be able to pass
        self.port, self.smtps = free_ports(2)
        self.inbox = os.path.join(self.folder, "mail/inbox/new")
        self.seen = set()
        self._write(options)

    def _file(self, name, text, mode=0o644):
        path = os.path.join(self.folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        os.chmod(path, mode)

    def _write(self, options):
        for name, owner in (("queue", "root"), ("data", "postfix"), ("mail", "postfix")):
            path = os.path.join(self.folder, name)
            os.mkdir(path)
            shutil.chown(path, owner, owner)
        mail = os.stat(os.path.join(self.folder, "mail"))
        self._file("etc/main.cf", MAIN.format(folder=self.folder, domain=DOMAIN, uid=mail.st_uid, gid=mail.st_gid,
                                              certificate=options.certificate, key=options.key))
        self._file("etc/master.cf", MASTER.format(port=self.port, smtps=self.smtps))
        self._file("etc/sasl/smtpd.conf", SASL.format(folder=self.folder))
        passwords = os.path.join(self.folder, "passwords")
        subprocess.run(["saslpasswd2", "-c", "-p", "-f", passwords, "-u", DOMAIN, options.user],
                       input=options.password.encode(), check=True)
        shutil.chown(passwords, "root", "postfix")
        os.chmod(passwords, 0o640)

    def postfix(self, word):
        done = subprocess.run(["postfix", "-c", os.path.join(self.folder, "etc"), word],
                              capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"postfix {word}: {done.stdout}{done.stderr}{self.log()}")

    def log(self):
        path = os.path.join(self.folder, "log")
        if not os.path.exists(path):
            return ""
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read()[-4000:]

    def start(self):
        self.postfix("start")
        for port in (self.port, self.smtps):
            self._wait_for(port)

    def _wait_for(self, port):
        end = time.monotonic() + UP_WITHIN_S
        while True:
            if self._answers(port):
                return
            if time.monotonic() > end:
                sys.exit(f"Postfix does not answer: {self.log()}")
            time.sleep(0.02)

    # Its master listens even while what answers dies at once, for want of a log-in method for instance.
    def _answers(self, port):
        try:
            with socket.create_connection(("127.0.0.1", port), 5) as probe:
                return port == self.smtps or probe.recv(3) == b"220"
        except OSError:
            return False

    def report_arrivals(self):
        names = sorted(os.listdir(self.inbox)) if os.path.isdir(self.inbox) else []
        for name in names:
            if name not in self.seen:
                self.seen.add(name)
                report(os.path.join(self.inbox, name))

    def stop(self):
        try:
            self.postfix("stop")
        finally:
            shutil.rmtree(self.folder, ignore_errors=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    for name in ("certificate", "key", "user", "password"):
        parser.add_argument("--" + name, required=True)
    server = Postfix(parser.parse_args())
    over = threading.Event()
    threading.Thread(target=lambda: (sys.stdin.read(), over.set()), daemon=True).start()
    try:
        server.start()
        say({"port": server.port, "smtps_port": server.smtps})
        while not over.wait(0.03):
            server.report_arrivals()
    finally:
        server.stop()


if __name__ == "__main__":
    main()
