#!/usr/bin/python3
"""Stands in for systemctl and journalctl on a machine without systemd: starts jalon.service as its unit says (user,
environment, command), in the background, and keeps what it writes. The sandbox of the unit is not applied here."""
import os
import re
import signal
import subprocess
import sys
import time

UNIT = "/usr/lib/systemd/system/jalon.service"
NUMBER, JOURNAL = "/run/jalon.pid", "/run/jalon.journal"
STOPPED_WITHIN_S = 60


def settings():
    found = {}
    for name, value in re.findall(r"^(\w+)=(.*)$", open(UNIT, encoding="utf-8").read(), re.MULTILINE):
        found.setdefault(name, []).append(value)
    return found


def environment(unit):
    wanted = dict(pair.split("=", 1) for pair in unit["Environment"])
    for path in unit.get("EnvironmentFile", []):
        if os.path.exists(path.lstrip("-")):
            for line in open(path.lstrip("-"), encoding="utf-8"):
                if "=" in line and not line.startswith("#"):
                    name, value = line.strip().split("=", 1)
                    wanted[name] = value
    return {"PATH": "/usr/bin:/bin", "LANG": "C.UTF-8", **wanted}


def running():
    try:
        number = int(open(NUMBER, encoding="utf-8").read())
        state = open(f"/proc/{number}/stat", encoding="utf-8").read().rsplit(")", 1)[1].split()[0]
        return None if state == "Z" else number
    except (OSError, ValueError):
        return None


def start():
    if running():
        return
    unit = settings()
    user, umask = unit["User"][0], int(unit["UMask"][0], 8)
    with open(JOURNAL, "ab") as journal:
        process = subprocess.Popen(
            ["setpriv", f"--reuid={user}", f"--regid={unit['Group'][0]}", "--init-groups", "--no-new-privs", "--",
             *unit["ExecStart"][0].split()],
            cwd=unit["WorkingDirectory"][0], env=environment(unit), stdin=subprocess.DEVNULL, stdout=journal,
            stderr=journal, start_new_session=True, umask=umask)
    with open(NUMBER, "w", encoding="utf-8") as file:
        file.write(str(process.pid))


def stop():
    number = running()
    if not number:
        return
    os.kill(number, signal.SIGTERM)
    deadline = time.monotonic() + STOPPED_WITHIN_S
    while running() and time.monotonic() < deadline:
        time.sleep(0.05)
    if running():
        os.killpg(number, signal.SIGKILL)
        raise SystemExit("jalon.service did not stop by itself")


def main():
    if sys.argv[0].endswith("journalctl"):
        sys.stdout.write(open(JOURNAL, encoding="utf-8").read())
        return 0
    verb = next(word for word in sys.argv[1:] if not word.startswith("-"))
    if verb in ("stop", "restart"):
        stop()
    if verb in ("start", "restart"):
        start()
    if verb == "is-active":
        print("active" if running() else "inactive")
        return 0 if running() else 3
    return 0


sys.exit(main())
