"""A Debian of one's own for a test: this one, with a layer over it that goes with the test, and no network. What is
installed, started and written in it leaves nothing behind. Wants root and overlayfs."""
import os
import shutil
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.realpath(os.path.join(HERE, "../.."))
STAND_INS = {"systemctl": "service.py", "journalctl": "service.py"}


def is_possible():
    return os.geteuid() == 0 and "overlay" in open("/proc/filesystems", encoding="utf-8").read()


def in_namespaces(arguments):
    """Begins this program again where mounts, processes and network are its own."""
    if os.environ.get("JALON_OWN_MACHINE"):
        subprocess.run(["ip", "link", "set", "lo", "up"], check=True)
        return
    os.environ["JALON_OWN_MACHINE"] = "yes"
    words = ["unshare", "--mount", "--pid", "--net", "--fork", "--kill-child", "--mount-proc", *arguments]
    os.execvp("unshare", words)


class Machine:
    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="jalon-machine-")
        self.mount("tmpfs", self.folder, "-t", "tmpfs", "-o", "size=3g")
        for name in ("over", "work", "root"):
            os.mkdir(f"{self.folder}/{name}")
        self.root = f"{self.folder}/root"
        layers = f"lowerdir=/,upperdir={self.folder}/over,workdir={self.folder}/work"
        self.mount("overlay", self.root, "-t", "overlay", "-o", layers)
        for name in ("dev", "proc", "sys"):
            self.mount(f"/{name}", f"{self.root}/{name}", "--rbind")
        self.mount("tmpfs", f"{self.root}/run", "-t", "tmpfs")
        self.stand_in_for_systemd()

    @staticmethod
    def mount(what, where, *how):
        subprocess.run(["mount", *how, what, where], check=True)

    def stand_in_for_systemd(self):
        os.makedirs(f"{self.root}/run/systemd/system")  # what a package asks for systemd by
        for name, source in STAND_INS.items():
            where = f"{self.root}/usr/bin/{name}"  # apt looks for nothing in /usr/local
            if os.path.lexists(where):
                os.remove(where)
            shutil.copy(os.path.join(HERE, source), where)
            os.chmod(where, 0o755)

    def put(self, path, where):
        shutil.copy(path, self.root + where)

    def put_folder(self, path, where):
        shutil.copytree(path, self.root + where)

    def run(self, *words, succeeds=True):
        """(exit code, what it printed); the shell's words when there is one."""
        command = ["bash", "-c", words[0]] if len(words) == 1 else list(words)
        done = subprocess.run(["chroot", self.root, *command], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, text=True, check=False, timeout=180,
                              env={"PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
                                   "HOME": "/root", "LANG": "C.UTF-8", "DEBIAN_FRONTEND": "noninteractive"})
        if succeeds and done.returncode != 0:
            raise AssertionError(f"{' '.join(words)} ended with {done.returncode}:\n{done.stdout}")
        return done.returncode, done.stdout

    def close(self):
        self.run("systemctl stop jalon", succeeds=False)
        subprocess.run(["umount", "--recursive", "--lazy", self.root], check=False)
        subprocess.run(["umount", "--lazy", self.folder], check=False)
        shutil.rmtree(self.folder, ignore_errors=True)
