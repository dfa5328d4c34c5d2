#!/usr/bin/env python3
"""The service as an operator has it: the Debian package installed, upgraded and removed, and the operator's guide
typed word for word, each on a machine of its own without network.

    tests/operation/run.py --build build
"""
import argparse
import glob
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.realpath(os.path.join(HERE, "../.."))
sys.path.insert(0, HERE)
from machine import Machine, in_namespaces, is_possible  # noqa: E402

LEFT_OUT = 77
BUILD = "build"
READY = "timeout 60 bash -c 'until curl -sf http://127.0.0.1:8080/readyz; do sleep 0.1; done'"
AS_JALON = "runuser -u jalon -- env JALON_DATA_DIR=/var/lib/jalon jalon"


def package(version):
    """The .deb of this build under that version."""
    folder = tempfile.mkdtemp(prefix="jalon-package-")
    subprocess.run(["cpack", "--config", f"{BUILD}/CPackConfig.cmake", "-B", folder, "-R", version], check=True,
                   stdout=subprocess.DEVNULL)
    return glob.glob(f"{folder}/*.deb")[0]


class Operation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.package = package("0.1.0")

    def setUp(self):
        self.machine = Machine()
        self.addCleanup(self.machine.close)
        self.machine.put(self.package, "/root/jalon.deb")

    def install(self, path):
        return self.machine.run(f"apt-get install -y -q {path}")

    def test_every_command_of_the_operators_guide_does_what_it_says(self):
        for folder in ("tests/readme", "tests/kit", "docs"):
            self.machine.put_folder(os.path.join(ROOT, folder), f"/root/jalon/{folder}")
        said = self.machine.run("/usr/bin/python3 /root/jalon/tests/readme/tour.py --no-server "
                                "/root/jalon/docs/exploitation.md")[1]
        self.assertIn("printed what stands there", said)

    def test_an_upgrade_keeps_the_files_and_the_settings_and_a_purge_keeps_the_files(self):
        self.install("/root/jalon.deb")
        self.machine.run(READY)
        self.machine.run(f"echo 'quatre chevaux bleus dorment' | {AS_JALON} user add --login anne --name Anne "
                         "--role admin_assistant --password-stdin")
        self.machine.run("sed -i 's/127.0.0.1:8080/127.0.0.1:8081/' /etc/jalon/jalon.toml")
        self.machine.put(package("0.1.1"), "/root/next.deb")
        self.install("/root/next.deb")
        self.machine.run(READY.replace("8080", "8081"))
        self.assertIn("0.1.1", self.machine.run("dpkg-query -W -f='${Version}' jalon")[1])
        self.assertIn("jalon_", self.machine.run(f"{AS_JALON} token create --login anne")[1])
        self.machine.run("apt-get purge -y -q jalon")
        self.assertEqual(0, self.machine.run("test -d /var/lib/jalon/cluster && ! test -e /etc/jalon/jalon.toml")[0])
        self.assertEqual((3, "inactive\n"), self.machine.run("systemctl is-active jalon", succeeds=False))

    def test_the_files_are_for_the_service_alone(self):
        self.install("/root/jalon.deb")
        self.machine.run(READY)
        self.assertEqual("700 jalon\n", self.machine.run("stat -c '%a %U' /var/lib/jalon")[1])
        self.assertEqual("640 root jalon\n", self.machine.run("stat -c '%a %U %G' /etc/jalon/jalon.toml")[1])
        self.assertIn("jalon", self.machine.run("ps -o user= -C jalon")[1])
        self.assertNotIn("root", self.machine.run("ps -o user= -C jalon,postgres")[1])

    def test_systemd_accepts_the_unit_and_finds_it_well_closed(self):
        self.install("/root/jalon.deb")
        unit = "/usr/lib/systemd/system/jalon.service"
        self.assertEqual("", self.machine.run(f"systemd-analyze verify {unit} 2>&1 | grep jalon || true")[1])
        exposure = self.machine.run(f"systemd-analyze security --offline=yes --threshold=20 {unit}")[1]
        self.assertIn("OK", exposure.splitlines()[-1])

    def test_the_dashboard_and_the_alerts_name_metrics_that_there_are(self):
        self.install("/root/jalon.deb")
        self.machine.run(READY)
        given = set(re.findall(r"^# TYPE (\w+) ", self.machine.run("curl -s http://127.0.0.1:8080/metrics")[1], re.M))
        self.machine.run("curl -s -o /dev/null http://127.0.0.1:8080/api/v1/cases")  # so that something is refused
        given |= set(re.findall(r"^# TYPE (\w+) ", self.machine.run("curl -s http://127.0.0.1:8080/metrics")[1], re.M))
        with open(os.path.join(ROOT, "docs/monitoring/dashboard.json"), encoding="utf-8") as file:
            dashboard = json.load(file)
        with open(os.path.join(ROOT, "docs/monitoring/alerts.yml"), encoding="utf-8") as file:
            named = re.findall(r"jalon_\w+", " ".join(re.findall(r"expr: (.*)", file.read())))
        for panel in dashboard["panels"]:
            for target in panel["targets"]:
                named += re.findall(r"jalon_\w+", target["expr"])
        self.assertEqual(set(), {re.sub(r"_bucket$", "", name) for name in named} - given)


def main():
    global BUILD
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", default=BUILD)
    options, rest = parser.parse_known_args()
    if not is_possible() or shutil.which("unshare") is None:
        print("left out: a machine of its own wants root and overlayfs")
        return LEFT_OUT
    in_namespaces([sys.executable, *sys.argv])
    BUILD = os.path.abspath(options.build)
    return 0 if unittest.main(argv=[sys.argv[0], *rest], verbosity=2, exit=False).result.wasSuccessful() else 1


if __name__ == "__main__":
    sys.exit(main())
