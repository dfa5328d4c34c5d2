"""Seeds each violation in a small repository: the rule must find it at its line, and only there."""
import hashlib
import os
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import rules  # noqa: E402
import tree  # noqa: E402

LEFTOVER = "TO" "DO"
LONG = "//" + "é" * 109 + "\n"
TABLE = "// clang-format off\n" + LONG + "// clang-format on\n"
MIGRATIONS = "adapters/postgres/migrations"

CLEAN = {
    "engine/a.hpp": '#pragma once\n\n#include <string>\n\n#include "engine/b.hpp"\n',
    "engine/kernel/machine.hpp": "#pragma once\n#include <boost/msm/back/state_machine.hpp>\n",
    "workflows/stay_kernel.cpp": '#include <boost/msm/back.hpp>\n#include "engine/kernel/machine.hpp"\n',
    "workflows/stay.hpp": "#pragma once\n" + TABLE,
    "adapters/postgres/store.cpp": '#include <pqxx/pqxx>\n#include "engine/a.hpp"\n#include <fstream>\n',
    "api/http/server.cpp": '#include <boost/beast/core.hpp>\n#include "workflows/stay.hpp"\n',
    "api/main.cpp": '#include "adapters/postgres/store.hpp"\n',
    "api/commands/serve.cpp": '#include "adapters/postgres/store.hpp"\n',
    "tests/api/client_test.cpp": '#include <boost/beast.hpp>\n#include "adapters/postgres/store.hpp"\n',
    "tests/api/home_test.cpp": 'setenv("HOME", "/home/claire", 1);\n',
    "tests/data/list.csv": "nom;prénom \n\tMartin;Camille\n",
    f"{MIGRATIONS}/001_first.sql": "create table a ();\n",
    f"{MIGRATIONS}/released.txt": hashlib.sha256(b"create table a ();\n").hexdigest() + "  001_first.sql\n",
}

# (rule, files that break it, where it must be found)
SEEDED = [
    ("dependencies_point_one_way", {"engine/x.cpp": '#include "engine/a.hpp"\n#include "api/y.hpp"\n'},
     ("engine/x.cpp", 2)),
    ("dependencies_point_one_way", {"engine/x.cpp": '#include "workflows/y.hpp"\n'}, ("engine/x.cpp", 1)),
    ("dependencies_point_one_way", {"engine/x.hpp": '#pragma once\n#include "adapters/y.hpp"\n'},
     ("engine/x.hpp", 2)),
    ("dependencies_point_one_way", {"workflows/x.cpp": '#include "adapters/y.hpp"\n'},
     ("workflows/x.cpp", 1)),
    ("dependencies_point_one_way", {"adapters/x.cpp": '#include "workflows/y.hpp"\n'}, ("adapters/x.cpp", 1)),
    ("dependencies_point_one_way", {"adapters/x.cpp": '#include <api/y.hpp>\n'}, ("adapters/x.cpp", 1)),
    ("dependencies_point_one_way", {"api/http/x.cpp": '#include "adapters/y.hpp"\n'}, ("api/http/x.cpp", 1)),
    ("includes_are_relative_to_the_root", {"api/x.cpp": '#include "../engine/a.hpp"\n'}, ("api/x.cpp", 1)),
    ("msm_stays_in_the_kernel", {"engine/model/x.hpp": "#pragma once\n#include <boost/msm/common.hpp>\n"},
     ("engine/model/x.hpp", 2)),
    ("msm_stays_in_the_kernel", {"workflows/stay.cpp": "#include <boost/msm/common.hpp>\n"},
     ("workflows/stay.cpp", 1)),
    ("beast_stays_in_http_sources", {"api/http/x.hpp": "#pragma once\n#include <boost/beast.hpp>\n"},
     ("api/http/x.hpp", 2)),
    ("beast_stays_in_http_sources", {"adapters/x.cpp": "#include <boost/beast.hpp>\n"},
     ("adapters/x.cpp", 1)),
    ("engine_knows_no_outside_world", {"engine/x.cpp": "#include <filesystem>\n"}, ("engine/x.cpp", 1)),
    ("engine_knows_no_outside_world", {"engine/x.cpp": "#include <fstream>\n"}, ("engine/x.cpp", 1)),
    ("engine_knows_no_outside_world", {"engine/x.cpp": "\n#include <pqxx/connection>\n"},
     ("engine/x.cpp", 2)),
    ("engine_knows_no_outside_world", {"engine/x.cpp": "#  include <curl/curl.h>\n"}, ("engine/x.cpp", 1)),
    ("lines_are_short", {"api/x.cpp": "int a;\n" + LONG}, ("api/x.cpp", 2)),
    ("lines_are_short", {"api/x.cpp": TABLE}, ("api/x.cpp", 2)),
    ("lines_are_short", {"workflows/x.cpp": TABLE + LONG}, ("workflows/x.cpp", 4)),
    ("no_tabs_and_no_trailing_blanks", {"README.md": "a\n\tb\n"}, ("README.md", 2)),
    ("no_tabs_and_no_trailing_blanks", {"dev": "a\nb \n"}, ("dev", 2)),
    ("no_leftovers", {"cmake/x.cmake": f"# {LEFTOVER}: later\n"}, ("cmake/x.cmake", 1)),
    ("tests_never_sleep", {"tests/x_test.cpp": "std::this_thread::sleep_for(1s);\n"},
     ("tests/x_test.cpp", 1)),
    ("files_are_short", {"api/x.cpp": "int a;\n" * 301}, ("api/x.cpp", 301)),
    ("headers_are_guarded", {"api/x.hpp": "int a;\n"}, ("api/x.hpp", 1)),
    ("no_machine_is_named", {"README.md": "see /" "home/camille/jalon\n"}, ("README.md", 1)),
    ("no_machine_is_named", {"package-lock.json": '{\n"res' 'olved": "x"}\n'}, ("package-lock.json", 2)),
    ("no_machine_is_named", {"tests/x_test.cpp": 'run("/wo' 'rk/x");\n'}, ("tests/x_test.cpp", 1)),
    ("no_machine_is_named", {"dev": "curl https://registry." "npmjs.org\n"}, ("dev", 1)),
    ("released_migrations_are_unchanged", {f"{MIGRATIONS}/001_first.sql": "create table b ();\n"},
     (f"{MIGRATIONS}/001_first.sql", 1)),
    ("released_migrations_are_unchanged", {f"{MIGRATIONS}/001_first.sql": None},
     (f"{MIGRATIONS}/released.txt", 1)),
]


def findings_of(contents):
    """Every (rule, path, line) found in a repository that holds `contents`; None leaves a file out."""
    with tempfile.TemporaryDirectory() as root:
        subprocess.run(["git", "init", "-q", root], check=True)
        for path, text in contents.items():
            if text is not None:
                os.makedirs(os.path.join(root, os.path.dirname(path)), exist_ok=True)
                with open(os.path.join(root, path), "w", encoding="utf-8") as file:
                    file.write(text)
        files = tree.read_tree(root)
        return [(rule.__name__, finding.path, finding.line) for rule in rules.ALL for finding in rule(files)]


class Tidy(unittest.TestCase):
    def test_a_clean_tree_has_no_finding(self):
        self.assertEqual(findings_of(CLEAN), [])

    def test_each_seeded_violation_is_found_at_its_line_and_nothing_else(self):
        for rule, broken, (path, line) in SEEDED:
            with self.subTest(rule=rule, path=path):
                self.assertEqual(findings_of({**CLEAN, **broken}), [(rule, path, line)])

    def test_every_rule_has_a_seeded_violation(self):
        self.assertEqual({rule.__name__ for rule in rules.ALL}, {rule for rule, _, _ in SEEDED})

    def test_an_ignored_file_is_not_judged(self):
        self.assertEqual(findings_of({".gitignore": "build/\n", "build/x.cpp": "\t\n"}), [])


if __name__ == "__main__":
    unittest.main()
