"""Reads a journey, a table of text (README.md beside this file), into steps. Finds slips by line."""
import os
import re
import shlex
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import vocabulary as words

PARIS = ZoneInfo("Europe/Paris")
OPENING_HOUR = 9
LISTS_IN_ORDER = {"transmissions", "messages", "history", "fired"}
SETS = {"overdue", "tasks", "no_tasks", "enabled", "disabled", "absent", "blocked_by"}


class Slip(Exception):
    """A line that cannot be understood."""


@dataclass
class Step:
    place: str                # file:line
    who: str = ""
    what: str = ""            # an event, one of words.REQUESTS, "clock" or "case"
    name: str = ""            # what the step is about: a case, a committee, a code, a kind
    data: dict = field(default_factory=dict)
    expect: list = field(default_factory=list)  # (place, key, value)


@dataclass
class Journey:
    path: str
    title: str = ""
    start: datetime = None
    steps: list = field(default_factory=list)

    def roles(self):
        acting = {step.who for step in self.steps if step.who}
        seeing = {value for step in self.steps for _, key, value in step.expect if key == "seen_by"}
        named = {step.data["user"] for step in self.steps if "user" in step.data}
        return acting | seeing | named | {"administrator", "admin_assistant", "coordinator"}


def local_instant(text):
    """`2026-01-05` is nine o'clock in Paris on that day; `2026-01-05T23:30` is that hour in Paris."""
    moment = datetime.fromisoformat(text)
    if "T" not in text:
        moment = moment.replace(hour=OPENING_HOUR)
    return moment if moment.tzinfo else moment.replace(tzinfo=PARIS)


def value_of(key, text):
    """The JSON of one `key=text`."""
    if key in words.LIST_FIELDS:
        return [part for part in text.split(",") if part]
    if key in words.TEXT_FIELDS:
        return text
    if text in ("yes", "no"):
        return text == "yes"
    return int(text) if re.fullmatch(r"-?\d+", text) else text


class Reader:
    """Reads one file and the starts it names into one journey."""

    def __init__(self, path):
        self.journey = Journey(path)
        self.clock = None
        self.lets, self.names = {}, set()
        self._read(path)
        if not self.journey.title or not self.journey.steps:
            raise Slip(f"{path}: a journey has a title (`# …`) and steps")

    def _read(self, path):
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file.read().split("\n"), 1):
                place = f"{os.path.relpath(path)}:{number}"
                try:
                    self._line(path, place, line.strip())
                except ValueError as error:
                    raise Slip(f"{place}: {error}") from error

    def _line(self, path, place, line):
        if line.startswith("#"):
            if not self.journey.title and path == self.journey.path:
                self.journey.title = line.lstrip("# ")
        elif "|" in line and line.split("|")[0].strip() in words.ROLES | {""}:
            self._row(place, [cell.strip() for cell in line.split("|")])
        elif line:
            self._sentence(path, place, line)

    def _sentence(self, path, place, line):
        sentence, _, expect = line.partition("|")
        match sentence.split():
            case ["now", text] if not self.journey.start:
                self.clock = self.journey.start = local_instant(text)
            case ["start", name]:
                starts = os.path.join(os.path.dirname(os.path.abspath(__file__)), "starts")
                self._read(os.path.join(starts, name + ".txt"))
            case ["let", name, "=", text]:
                self.lets["@" + name] = text
            case ["case", name]:
                self._add(Step(place, what="case", name=name))
                self.names.add("@" + name)
            case ["on" | "at", text]:
                self._move_clock(place, local_instant(text), expect)
            case ["advance", count, ("day" | "days" | "week" | "weeks") as unit]:
                days = int(count) * (7 if unit.startswith("week") else 1)
                self._move_clock(place, self.clock + timedelta(days=days), expect)
            case [first, *_]:
                raise ValueError(f"`{first}`: neither a role nor now, start, let, case, on, at, advance")

    def _move_clock(self, place, instant, expect):
        if instant <= self.clock:
            raise ValueError(f"the clock stands at {self.clock:%Y-%m-%d %H:%M} and only moves forward")
        self.clock = instant
        expected = self._expectations(place, expect)
        self._add(Step(place, what="clock", name=instant.isoformat(), expect=expected))

    def _row(self, place, cells):
        if len(cells) > 3:
            raise ValueError("a row is: who | what happens | what is expected")
        who, what, expect = cells + [""] * (3 - len(cells))
        if who and what:
            self._add(self._action(place, who, shlex.split(what)))
        elif who or what or not self.journey.steps:
            raise ValueError("who or what is missing")
        self.journey.steps[-1].expect += self._expectations(place, expect)

    def _add(self, step):
        if self.clock is None:
            raise ValueError("the first line is `now …` or `start …`")
        self.journey.steps.append(step)

    def _action(self, place, who, tokens):
        what, *rest = tokens
        if what not in words.EVENTS | words.REQUESTS:
            raise ValueError(f"there is no event `{what}`")
        step = Step(place, who, what)
        if rest and "=" not in rest[0]:
            step.name = rest.pop(0)
        for token in rest:
            key, equals, text = token.partition("=")
            if not equals:
                raise ValueError(f"`{token}`: write key=value")
            text = self.lets.get(text, text)
            if text.startswith("@") and text not in self.names:
                raise ValueError(f"{text} is not named above")
            step.data[key] = value_of(key, text)
        if what in ("committee", "session"):
            self.names.add("@" + step.name)
        return step

    def _expectations(self, place, text):
        tokens, found = shlex.split(text), []
        while tokens:
            token = tokens.pop(0)
            if token == "refused":
                found.append((place, "refused", (int(tokens.pop(0)), tokens.pop(0))))
                continue
            key, equals, value = token.partition("=")
            check_expectation(key, equals, value)
            found.append((place, key, value))
        return found


def check_expectation(key, equals, value):
    """Raises ValueError when no answer could ever be held against this expectation."""
    if not equals or not value:
        raise ValueError(f"`{key}`: write key=value")
    prefix, _, name = key.partition(".")
    if key in words.STATES:
        if value != "none" and value not in words.STATES[key]:
            raise ValueError(f"{key} has no state `{value}`")
    elif prefix in ("due", "raw"):
        if name not in words.DEADLINES:
            raise ValueError(f"there is no deadline `{name}`")
        if value != "none":
            datetime.strptime(value, "%Y-%m-%d")
    elif prefix in ("person", "notification"):
        if name not in words.PERSON_FIELDS | words.NOTIFICATION_FIELDS:
            raise ValueError(f"there is no field `{key}`")
    elif key in ("enabled", "disabled", "absent"):
        unknown = set(value.split(",")) - words.EVENTS
        if unknown:
            raise ValueError(f"there is no event {', '.join(sorted(unknown))}")
    elif key == "overdue":
        unknown = set(value.split(",")) - words.DEADLINES - {"none"}
        if unknown:
            raise ValueError(f"there is no deadline {', '.join(sorted(unknown))}")
    elif key == "closed":
        if value not in ("yes", "no"):
            raise ValueError("closed is yes or no")
    elif key == "seen_by":
        if value not in words.ROLES:
            raise ValueError(f"there is no role `{value}`")
    elif key not in LISTS_IN_ORDER | SETS:
        raise ValueError(f"nothing called `{key}` can be expected")


def read_journey(path):
    return Reader(path).journey
