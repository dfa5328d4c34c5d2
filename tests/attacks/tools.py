#!/usr/bin/env python3
"""sqlmap and wapiti over a live server, logged in: `./dev attack`. A long run, not part of ./dev check. Ends well when
neither finds anything and PostgreSQL's log tells of no error of syntax.

    tools.py --jalon build/jalon [--thorough]      thorough: sqlmap's level 5 and risk 3, hours instead of minutes
"""
import argparse
import glob
import json
import os
import re
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, *(os.path.join(HERE, "..", folder) for folder in ("api/endpoints", "kit", "crash"))]
from attack import ALL_ROLES, settle  # noqa: E402
from browser import Browser  # noqa: E402
from house import House  # noqa: E402

TARGETS = (
    "/api/v1/cases?q=a&state=x&order=name&mdph=12&limit=5", "/api/v1/messages?case=a&limit=5", "/dossiers/2026-0001*",
    "/api/v1/statistics?from=2026-01-01&to=2026-03-01", "/api/v1/tasks?role=coordinator", "/dossiers?tri=nom&mdph=12")
FORMS = (("/connexion", "etablissement=espo&identifiant=a&mot_de_passe=b"),)
BODIES = (
    ("/api/v1/cases",
     {"workflow": "preorientation", "person": {"family_name": "a"}, "notification": {"mdph": "12"}}),
    ("/api/v1/views", {"name": "a", "filters": {"q": "a"}}))
SYNTAX = re.compile(r"syntax error|unterminated|pg_sleep", re.I)
INJECTABLE = re.compile(r"is vulnerable|appears to be .*injectable|sqlmap identified the following injection")
WAPITI_MODULES = "sql,timesql,xss,permanentxss,file,exec,crlf,redirect,ssrf,backup"


def quoted(words):
    print("▸ " + " ".join(words[:6])[:110], flush=True)
    return words


def sqlmap(base, cookie, bearer, thorough):
    effort = ("--level=5", "--risk=3") if thorough else ("--level=2", "--risk=2", "--technique=BEUS")
    common = ("--batch", "--flush-session", "--disable-coloring", "--dbms=PostgreSQL", "--threads=4", "-v", "1",
              "--ignore-code=401", *effort)
    token = f"Authorization: Bearer {bearer}"
    runs = [("-u", base + target, "--headers", token if "/api/" in target else f"Cookie: {cookie}")
            for target in TARGETS]
    runs += [("-u", base + address, "--data", data, "--headers", "Sec-Fetch-Site: same-origin")
             for address, data in FORMS]
    runs += [("-u", base + address, "--data", json.dumps(body), "--headers", f"{token}\nContent-Type: application/json")
             for address, body in BODIES]
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for words in runs:
            done = subprocess.run(quoted(["sqlmap", *words, *common, f"--output-dir={folder}"]), text=True,
                                  capture_output=True, stdin=subprocess.DEVNULL, check=False)
            said = done.stdout + done.stderr
            tried = re.search(r"all tested parameters|do(es)? not seem to be injectable|is vulnerable", said)
            if not tried:
                found.append(f"sqlmap did not test {words[1]}: {said[-600:]}")
            found += [f"{words[1]}: {line}" for line in said.split("\n") if INJECTABLE.search(line)]
    return found


def wapiti(base, cookie):
    with tempfile.TemporaryDirectory() as folder:
        report = os.path.join(folder, "report.json")
        words = ["wapiti", "-u", base + "/", "--scope", "domain", "-m", WAPITI_MODULES, "-H",
            f"Cookie: {cookie}", "-d", "4",
                 "--max-scan-time", "600", "-f", "json", "-o", report, "--flush-session",
                 "--store-session", folder, "--no-bugreport", "-v", "0"]
        done = subprocess.run(quoted(words), text=True, capture_output=True, stdin=subprocess.DEVNULL, check=False)
        if not os.path.exists(report):
            return [f"wapiti made no report: {done.stdout[-800:]}{done.stderr[-800:]}"]
        with open(report, encoding="utf-8") as file:
            document = json.load(file)
    print(f"  {document['infos'].get('crawled_pages_nbr', 'some')} pages")
    return [f"wapiti, {kind}: {each['info']} {each['path']}" for part in ("vulnerabilities", "anomalies")
            for kind, all_of_it in document[part].items() for each in all_of_it]


def syntax_errors(data_folder):
    lines = []
    for path in glob.glob(os.path.join(data_folder, "cluster/log/*")):
        with open(path, encoding="utf-8", errors="replace") as log:
            lines += [line.strip() for line in log if SYNTAX.search(line)]
    return lines


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    parser.add_argument("--thorough", action="store_true")
    options = parser.parse_args()
    with House(options.jalon) as house:
        settle(house)
        base, browser = f"http://{house.server.address}", Browser(house.server.address)
        browser.log_in(ALL_ROLES)
        found = sqlmap(base, browser.cookie, house.tokens[ALL_ROLES], options.thorough)
        injectable = len(found)
        found += wapiti(base, browser.cookie)
        broken = syntax_errors(house.server.data_folder)
    print("\n".join(found + broken))
    print(f"sqlmap: {injectable} injectable; wapiti: {len(found) - injectable} findings; "
          f"{len(broken)} errors of syntax in PostgreSQL's log")
    return 1 if found or broken else 0


if __name__ == "__main__":
    sys.exit(main())
