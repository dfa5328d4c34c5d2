"""What the attacks stand on: the routes of the program as it lists them, accounts of all roles, and the proof that a
refused attack changed nothing."""
import json
import os
import re
import subprocess
import time

from browser import Browser
from endpoint import NOBODY, EndpointTest
from house import FIRST, NEIGHBOUR, ROLES
from psql import Database, socket_of

ALL_ROLES, NEIGHBOUR_OF_ALL_ROLES = "all_roles", "neighbour_of_all_roles"
# Written by reading, or by being there, or after what stands in the others: no attack's doing.
RESTLESS = {"login_session", "reading", "command_log", "audit_pending", "audit_block", "audit_leaf"}
PLACES = {"workflow": "preorientation", "event": "add_note", "template": "stay_contract", "name": "reminder",
          "reference": "2026-9999", "which": "2026-04-01", "valid_from": "2030-01-01", "secret": "jalon_" + "0" * 64,
          "fingerprint": "0000000000000000"}
LETTERS_UNDER_WAY = """select count(*) as letters from message
                       where kind = 'letter' and status in ('pending', 'sending')"""
SETTLED_WITHIN_S = 60
TABLES = """select table_name as name from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE' order by 1"""


def settle(house):
    """The accounts that no other test needs: all roles in one, here and next door."""
    more = [word for role in ROLES[1:] for word in ("--role", role)]
    house.add_account(ALL_ROLES, ROLES[0], *more, establishment=FIRST)
    house.add_account(NEIGHBOUR_OF_ALL_ROLES, ROLES[0], *more, establishment=NEIGHBOUR)


def routes_of(program):
    listing = os.path.join(os.path.dirname(os.path.abspath(program)), "route_listing")
    done = subprocess.run([listing], capture_output=True, text=True, timeout=60, check=True)
    return json.loads(done.stdout)


def filled(address, **known):
    """An address with something in each of its places: an identifier that nobody has, unless it is known."""
    return re.sub(r"\{(\w+)\}", lambda match: str((PLACES | known).get(match[1], NOBODY)), address)


class AttackTest(EndpointTest):
    routes = None  # set by run.py, like the house

    def setUp(self):
        self.database.run("delete from failed_log_in")  # the guesses of one test slow down no other

    @classmethod
    def pages(cls, *methods):
        return [route for route in cls.routes["pages"] if route["method"] in methods]

    @classmethod
    def endpoints(cls, *methods):
        return [route for route in cls.routes["endpoints"] if route["method"] in methods]

    def browser(self, login=None, establishment=FIRST):
        browser = Browser(self.house.server.address)
        if login is not None:
            self.assertEqual(200, browser.log_in(login, establishment=establishment).status, f"log-in of {login}")
        return browser

    @property
    def database(self):
        return Database(socket_of(self.house.server.data_folder))

    def state(self):
        """Table by table, a digest of all rows: what a refused request must leave alone. Letters that were asked for
        before are prepared first."""
        end = time.monotonic() + SETTLED_WITHIN_S
        while self.database.rows(LETTERS_UNDER_WAY)[0]["letters"]:
            self.assertLess(time.monotonic(), end, "letters are not prepared")
        names = [row["name"] for row in self.database.rows(TABLES) if row["name"] not in RESTLESS]
        digests = " union all ".join(
            f"select '{name}' as name, md5(coalesce(string_agg(told, '|' order by told), '')) as digest "
            f"from (select (to_jsonb(t) - 'last_used_at')::text as told from \"{name}\" t) row" for name in names)
        return {row["name"]: row["digest"] for row in self.database.rows(digests)}

    def token_of(self, browser):
        """The token of the forms of a session's pages."""
        browser.get("/compte")
        return re.search(r'<meta name="csrf-token" content="([0-9a-f]{64})">', browser.text)[1]
