#!/usr/bin/env python3
"""Lints the OpenAPI document that a fresh server serves, with @redocly/cli.

    lint.py --jalon build/jalon
"""
import argparse
import json
import os
import subprocess
import sys
import tempfile

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../..")
sys.path.insert(0, os.path.join(ROOT, "tests/kit"))
from server import Server, ServerError  # noqa: E402


def served_document(program):
    with Server(program) as server:
        server.add_account("coordinator")
        status, document = server.call("coordinator", "GET", "/openapi.json")
    if status != 200:
        raise ServerError(f"GET /api/v1/openapi.json answers {status}: {document}")
    return document


def lint(document):
    """The linter runs on the Node of the lock file: its folder comes first on the path."""
    tools = os.path.join(ROOT, "node_modules/.bin")
    environment = os.environ | {
        "PATH": tools + os.pathsep + os.environ["PATH"],
        "REDOCLY_TELEMETRY": "off",
        "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true",
    }
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "openapi.json")
        with open(path, "w", encoding="utf-8") as file:
            json.dump(document, file, ensure_ascii=False, indent=1)
        return subprocess.run(["redocly", "lint", path], env=environment, check=False).returncode


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--jalon", required=True)
    try:
        return lint(served_document(parser.parse_args().jalon))
    except ServerError as error:
        print(error)
        return 1


if __name__ == "__main__":
    sys.exit(main())
