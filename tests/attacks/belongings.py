"""One of each thing that an establishment has, and the addresses that name it."""
import itertools
import re

from attack import NOBODY, PLACES

YEARS = itertools.count(2030)  # an account is not away twice


class Belongings:
    """Made through the API as `who`, of that account's establishment."""

    def __init__(self, test, who):
        self.test, self.who, year = test, who, next(YEARS)
        self.case = test.open_case(who)
        test.act(who, self.case, "send_first_contact")
        self.late = test.open_case(who, received_on=test.today(-40))
        test.advance(seconds=1)
        self.ids = {
            "cases": self.case, "tasks": test.get(who, f"/cases/{self.late}")["tasks"][0]["id"],
            "messages": test.walk(who, f"/messages?case={self.case}")[0]["id"],
            "transmissions": test.walk(who, f"/transmissions?case={self.case}")[0]["id"],
            "committees": self._made("/committees", {"held_on": "2030-01-08"}),
            "sessions": self._made("/sessions", {"entry_on": "2030-03-04", "capacity": 8}),
            "committee-proposals": self._made("/committee-proposals", {"dates": ["2030-01-09"]}),
            "feeds": self._made("/feeds", {}), "views": self._made("/views", {"name": "Mes retards", "filters": {}}),
            "absences": self._made("/absences", {
                "from": f"{year}-01-07", "until": f"{year}-01-11", "reason": "leave"}),
            "tokens": self._made("/tokens", {"login": who, "name": "essai"}),
            "accounts": next(each["id"] for each in test.walk(who, "/accounts") if each["login"] == who)}

    def _made(self, path, body):
        answer = self.test.call(self.who, "POST", path, body)
        self.test.assertEqual(201, answer.status, f"{path}: {answer.body[:300]}")
        return answer.json()["id"]

    def address(self, pattern, ids=None):
        """With the identifiers of these things, or of others, where the address names any."""
        ids = self.ids if ids is None else ids
        pattern = pattern.replace("settings/{name}", "settings/policy")
        pattern = re.sub(r"([\w-]+)/\{id\}", lambda match: f"{match[1]}/{ids.get(match[1], PLACES['name'])}", pattern)
        return re.sub(r"\{(\w+)\}", lambda match: ids["cases"] if match[1] == "case" else PLACES.get(
            match[1], NOBODY), pattern)

    def names_them(self, pattern):
        return any(f"{kind}/{{id}}" in pattern for kind in self.ids)
