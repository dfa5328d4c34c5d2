"""A PostgreSQL of the test's own, to be shared by several processes through `--database`."""
import os
import pathlib
import pwd
import subprocess

from psql import Database, program

CREATE_ROLES = pathlib.Path(__file__).resolve().parents[2] / "adapters/postgres/queries/create_roles.sql"


class ScratchCluster:
    """PostgreSQL refuses to run as root: then the account `postgres` runs it. `environment` is added to its own."""

    def __init__(self, folder, environment=None):
        self.account = "postgres" if os.geteuid() == 0 else None
        self.environment = os.environ | (environment or {})
        self.folder, self.files = folder, os.path.join(folder, "pg")
        os.mkdir(self.files, 0o700)
        if self.account:
            entry = pwd.getpwnam(self.account)
            os.chown(self.files, entry.pw_uid, entry.pw_gid)
        self._run("initdb", "--pgdata=" + self.files, "--username=postgres", "--encoding=UTF8",
                  "--locale=C.UTF-8", "--auth-local=trust", "--no-instructions")
        self.start()
        Database(self.files, database="postgres").run(
            "create role jalon login; create database jalon owner jalon;")
        Database(self.files, database="postgres").run(CREATE_ROLES.read_text(encoding="utf-8") +
                                                      "grant jalon_owner, jalon_web, jalon_engine to jalon;")
        self.database = Database(self.files)

    def _run(self, name, *words):
        options = {"user": self.account, "group": self.account, "extra_groups": []} if self.account else {}
        subprocess.run([program(name), *words], check=True, timeout=60, stdin=subprocess.DEVNULL,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd="/", env=self.environment, **options)

    def start(self):
        self._run("pg_ctl", "start", "-w", "-D", self.files, "-l", os.path.join(self.files, "server.log"), "-o",
                  f"-k {self.files} -c listen_addresses= -c max_connections=120")

    def url(self, name):
        """A connection string under which PostgreSQL tells the process from others: its session_user. In all
        else it is the role jalon."""
        self.database.run(f"""do $$ begin
            if not exists (select from pg_roles where rolname = '{name}') then
              create role "{name}" login in role jalon;
            end if; end $$;""")
        return f"host={self.files} port=5432 user={name} dbname=jalon options='-c role=jalon'"

    def is_running(self):
        return os.path.exists(os.path.join(self.files, "postmaster.pid"))

    def stop(self, mode="fast"):
        self._run("pg_ctl", "stop", "-w", "-m", mode, "-D", self.files)
