#!/usr/bin/env python3
"""`jalon bench` measures, briefly, and prints the JSON lines that the contract names. Says nothing of speed.

    bench_shape_test.py --jalon build/jalon
"""
import argparse
import glob
import json
import os
import subprocess
import sys
import tempfile
import unittest

PROGRAM = "build/jalon"
FIGURES = {"clients", "cases", "per_s", "p50_ms", "p99_ms", "floor_per_s", "ratio_to_floor"}
WITHIN_S = 120


def run(*words, folder):
    return subprocess.run(
        [PROGRAM, "bench", *words], capture_output=True, text=True, timeout=WITHIN_S, check=False,
        env={**os.environ, "TMPDIR": folder, "JALON_DATABASE": ""})


def roomiest_parent():
    """In memory where there is room: how fast a disk is, is not what is tested."""
    try:
        memory = os.statvfs("/dev/shm")
    except OSError:
        return None
    return "/dev/shm" if memory.f_bavail * memory.f_frsize > 2_000_000_000 else None


class BenchShape(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory(prefix="jalon-test-", dir=roomiest_parent())
        os.chmod(self.folder.name, 0o755)  # PostgreSQL runs as a user of its own, and must be able to pass
        self.addCleanup(self.folder.cleanup)

    def lines(self, *words):
        done = run(*words, "--runs", "1", "--seconds", "0.2", "--json", folder=self.folder.name)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(glob.glob(os.path.join(self.folder.name, "*")), [], "its database stays behind")
        return [json.loads(line) for line in done.stdout.splitlines()]

    def check(self, line, bench, more=frozenset()):
        self.assertEqual(line["bench"], bench)
        self.assertEqual(set(line) - {"bench"}, FIGURES | more)
        for figure in FIGURES | (more - {"list"}):
            self.assertGreater(line[figure], 0, f"{figure} of {line}")
        self.assertGreaterEqual(line["p99_ms"], line["p50_ms"])
        ratio = line["per_s"] / line["floor_per_s"]
        self.assertAlmostEqual(line["ratio_to_floor"], ratio, delta=0.01 * max(1.0, ratio))

    def test_advance_prints_the_runner_and_http_for_each_number_of_clients(self):
        lines = self.lines("advance", "--clients", "1,2")
        self.assertEqual([(line["bench"], line["clients"]) for line in lines],
                         [("runner", 1), ("http", 1), ("runner", 2), ("http", 2)])
        for line in lines:
            self.check(line, line["bench"])

    def test_timers_print_how_late_the_last_ones_are(self):
        (line,) = self.lines("timers", "--cases", "600")
        self.check(line, "timers", {"lateness_p99_ms"})
        self.assertEqual(line["cases"], 600)

    def test_list_prints_one_line_for_each_worklist(self):
        lines = self.lines("list", "--cases", "2000")
        self.assertEqual([line["list"] for line in lines],
                         ["cases", "cases_by_state", "cases_by_name", "overdue", "tasks"])
        for line in lines:
            self.check(line, "list", {"list"})

    def test_pages_print_one_line_for_each_page_without_a_floor(self):
        lines = self.lines("pages", "--cases", "500")
        self.assertIn("/dossiers?retard=oui", [line["list"] for line in lines])
        for line in lines:
            self.assertEqual(set(line), (FIGURES | {"bench", "list"}) - {"floor_per_s", "ratio_to_floor"})
            self.assertGreater(line["per_s"], 0, line)

    def test_a_wrong_option_is_wrong_usage(self):
        self.assertEqual(run("advance", "--runs", "0", folder=self.folder.name).returncode, 2)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--jalon", default=PROGRAM)
    arguments, rest = parser.parse_known_args()
    PROGRAM = os.path.abspath(arguments.jalon)
    unittest.main(argv=[sys.argv[0], *rest])
