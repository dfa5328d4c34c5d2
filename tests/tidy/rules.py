"""The rules of style, one function each: (files) -> findings, each with the place and what to do."""
import hashlib
import re
from collections import namedtuple

Finding = namedtuple("Finding", "path line message")

LINE_LENGTH_MAX = 110  # as clang-format lays out C++
SCRIPT_LINE_LENGTH_MAX = 122  # scripts hold French sentences and tables
FILE_LINES_MAX = 300
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')

# Which of the product's folders each folder may include (dependencies point one way).
MAY_INCLUDE = {
    "engine": {"engine"},
    "workflows": {"engine", "workflows"},
    "adapters": {"engine", "adapters"},
    "api": {"api", "engine", "workflows"},
}
COMPOSITION_ROOT = re.compile(r"^api/(main\.cpp$|commands/)")
KERNEL = re.compile(r"^engine/kernel/|_kernel\.cpp$")
HTTP_SOURCE = re.compile(r"^api/http/[^/]+\.cpp$")
OUTSIDE_WORLD = re.compile(r"^(pqxx|libpq|curl/|boost/beast|filesystem$|fstream$)")


def includes(file):
    """(line number, "<" or a quote, what is included) of a C++ file."""
    for number, line in file.numbered() if file.is_cpp else ():
        match = INCLUDE.match(line)
        if match:
            yield number, match[1], match[2]


def dependencies_point_one_way(files):
    for file in files:
        allowed = MAY_INCLUDE.get(file.folder)
        if allowed is None:
            continue
        if COMPOSITION_ROOT.match(file.path):
            allowed = allowed | {"adapters"}
        for number, _, target in includes(file):
            folder = target.split("/")[0]
            if folder in MAY_INCLUDE and folder not in allowed:
                yield Finding(
                    file.path, number, f"{file.folder} must not include {folder}: put a port in "
                    "engine/ports, or wire the two in api/main.cpp or api/commands")


def includes_are_relative_to_the_root(files):
    for file in files:
        for number, mark, target in includes(file):
            if mark == '"' and target.startswith("."):
                yield Finding(file.path, number, f'write the path from the root instead of "{target}"')


def msm_stays_in_the_kernel(files):
    for file in files:
        for number, _, target in includes(file):
            if target.startswith("boost/msm") and not KERNEL.search(file.path):
                yield Finding(
                    file.path, number, "Boost.MSM belongs to engine/kernel and *_kernel.cpp: a unit costs a "
                    "gigabyte to compile")


def beast_stays_in_http_sources(files):
    for file in files:
        if file.folder == "tests":
            continue
        for number, _, target in includes(file):
            if target.startswith("boost/beast") and not HTTP_SOURCE.match(file.path):
                yield Finding(
                    file.path, number, "Boost.Beast belongs to api/http/*.cpp: put what is needed behind a "
                    "header of api/http")


def engine_knows_no_outside_world(files):
    for file in files:
        if file.folder != "engine":
            continue
        for number, _, target in includes(file):
            if OUTSIDE_WORLD.match(target):
                yield Finding(
                    file.path, number, f"the engine knows no database, network or file: <{target}> "
                    "goes into an adapter behind a port")


def outside_aligned_tables(file):
    """The numbered lines without a workflow's tables, which are read across and laid out by hand."""
    aligned = False
    for number, line in file.numbered():
        if line == "// clang-format off" and file.folder == "workflows":
            aligned = True
        elif line == "// clang-format on":
            aligned = False
        if not aligned:
            yield number, line


def lines_are_short(files):
    suffixes = (".cpp", ".hpp", ".cmake", ".py", ".sql", ".sh", ".mjs", ".js", "")
    for file in files:
        if file.suffix not in suffixes or file.is_data:
            continue
        most = LINE_LENGTH_MAX if file.suffix in (".cpp", ".hpp") else SCRIPT_LINE_LENGTH_MAX
        for number, line in outside_aligned_tables(file):
            if len(line) > most:
                yield Finding(file.path, number, f"{len(line)} columns, {most} at most: break the line")


def no_tabs_and_no_trailing_blanks(files):
    for file in files:
        if file.is_data:
            continue
        for number, line in file.numbered():
            if "\t" in line:
                yield Finding(file.path, number, "a tab: indent with spaces")
            if line != line.rstrip():
                yield Finding(file.path, number, "a blank at the end of the line: remove it")


def no_leftovers(files):
    leftover = re.compile(r"\b(TO" r"DO|FIX" r"ME|XX" r"X)\b")
    for file in files:
        for number, line in file.numbered() if not file.is_data else ():
            match = leftover.search(line)
            if match:
                yield Finding(file.path, number, f"{match[1]}: do it now, or open an issue")


def tests_never_sleep(files):
    sleeping = re.compile(r"\b(sleep_for|sleep_until|usleep|nanosleep)\b")
    for file in files:
        for number, line in file.numbered() if file.folder == "tests" and file.is_cpp else ():
            if sleeping.search(line):
                yield Finding(file.path, number, "wait on a signal, or move the manual clock")


def files_are_short(files):
    """A workflow's table is one header, however many rows it has."""
    table = re.compile(r"^workflows/[^/]+\.hpp$")
    for file in files:
        count = len(file.lines) - (file.lines[-1] == "")
        if file.is_cpp and not table.match(file.path) and count > FILE_LINES_MAX:
            yield Finding(
                file.path, count, f"{count} lines, {FILE_LINES_MAX} at most: one noun per file, split it")


def headers_are_guarded(files):
    for file in files:
        if file.suffix == ".hpp" and "#pragma once" not in file.lines:
            yield Finding(file.path, 1, "write #pragma once")


def no_machine_is_named(files):
    """Tests may invent a home; everything else takes its paths from options or the environment."""
    invented = re.compile(r"/home/\w+")
    machine = re.compile(r"(?<![\w.$}])/((home|work|Users|mnt)/[\w.]|root/\.)")
    registry = re.compile(
        r"registry\.(npmjs|yarnpkg)|npmmirror|(deb|security|snapshot)\.debian\.org|pypi\.org|pythonhosted|"
        r"crates\.io|proxy\.golang|artifactory|\"resolved\":", re.IGNORECASE)
    for file in files:
        if file.path == "tests/tidy/rules.py":
            continue
        for number, line in file.numbered():
            if machine.search(invented.sub("", line) if file.folder == "tests" else line):
                yield Finding(
                    file.path, number, "the path of one machine: take it from an option or the environment")
            if registry.search(line):
                yield Finding(
                    file.path, number, "the address of a registry: name the package only (npm: "
                    "omit-lockfile-registry-resolved)")


def released_migrations_are_unchanged(files):
    released_path = "adapters/postgres/migrations/released.txt"
    by_path = {file.path: file for file in files}
    released = by_path.get(released_path)
    for number, line in released.numbered() if released else ():
        if not line.strip() or line.startswith("#"):
            continue
        checksum, _, name = line.partition("  ")
        migration = by_path.get(f"adapters/postgres/migrations/{name}")
        if migration is None:
            yield Finding(released_path, number, f"{name} is released and gone: restore it")
        elif hashlib.sha256(migration.bytes).hexdigest() != checksum:
            yield Finding(
                migration.path, 1, "a released migration is never edited: restore it and write the next one")


ALL = (
    dependencies_point_one_way,
    includes_are_relative_to_the_root,
    msm_stays_in_the_kernel,
    beast_stays_in_http_sources,
    engine_knows_no_outside_world,
    lines_are_short,
    no_tabs_and_no_trailing_blanks,
    no_leftovers,
    tests_never_sleep,
    files_are_short,
    headers_are_guarded,
    no_machine_is_named,
    released_migrations_are_unchanged,
)
