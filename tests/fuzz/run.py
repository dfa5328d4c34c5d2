#!/usr/bin/env python3
"""Runs the fuzzers one after the other, each from its kept corpus. What they find stays in the corpus, as a file named
crash-…, and ends the run badly; what only reaches further stays in the build folder.

    run.py --build build-fuzz [--minutes 1] [--only NAME] [--seed N]
"""
import argparse
import glob
import os
import random
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
LONGEST_BYTES = 16384


def run(program, name, options):
    kept, reached = os.path.join(HERE, "corpus", name), os.path.join(options.build, "reached", name)
    os.makedirs(reached, exist_ok=True)
    words = [program, reached, kept, f"-max_total_time={int(options.minutes * 60)}",
        f"-max_len={LONGEST_BYTES}", "-timeout=10",
             f"-seed={options.seed}", "-use_value_profile=1", "-print_final_stats=1", f"-artifact_prefix={kept}/"]
    done = subprocess.run(words, capture_output=True, text=True, errors="replace", check=False)
    count = re.search(r"stat::number_of_executed_units:\s+(\d+)", done.stderr)
    found = glob.glob(os.path.join(kept, "crash-*")) + glob.glob(os.path.join(kept, "timeout-*"))
    print(f"{name}: {count[1] if count else '?'} executions, seed {options.seed}, "
          f"{'nothing found' if done.returncode == 0 else 'FOUND'}", flush=True)
    if done.returncode:
        print(done.stderr[-3000:], *found, sep="\n")
    return done.returncode == 0


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--build", required=True)
    parser.add_argument("--minutes", type=float, default=1)
    parser.add_argument("--only")
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1, 2 ** 31))
    options = parser.parse_args()
    programs = {os.path.basename(path).removeprefix("fuzz_"): path for path in
    sorted(glob.glob(f"{options.build}/fuzz_*"))
                if os.access(path, os.X_OK) and os.path.isfile(path)}
    chosen = [name for name in programs if options.only in (None, name)]
    if not chosen:
        print(f"no such fuzzer; there are: {', '.join(programs)}")
        return 1
    return 0 if all([run(programs[name], name, options) for name in chosen]) else 1


if __name__ == "__main__":
    sys.exit(main())
