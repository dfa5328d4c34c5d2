"""Reads the commands of a README's tour, and compares what they print with what stands there."""
import re
from dataclasses import dataclass, field

BEGIN, END = "<!-- tour:begin -->", "<!-- tour:end -->"
FENCE = re.compile(r"^```(console|bash)\s*$")
ANY = "…"


class TourError(Exception):
    """The document has no tour that can be run."""


@dataclass
class Command:
    """One `$ ` line with its continuation lines, and the output lines that stand below it."""
    line: int
    text: str
    expected: list = field(default_factory=list)  # (line number, text)


def tour_lines(document):
    """(line number, text) of what stands between the two markers."""
    lines = document.split("\n")
    if BEGIN not in lines or END not in lines:
        raise TourError(f"the markers {BEGIN} and {END} must each stand alone on a line")
    first, last = lines.index(BEGIN) + 1, lines.index(END)
    if last < first:
        raise TourError(f"{END} stands before {BEGIN}")
    return list(enumerate(lines, 1))[first:last]


def block_lines(lines):
    """The lines inside the fenced console and bash blocks."""
    inside = False
    for number, text in lines:
        if inside and text.startswith("```"):
            inside = False
        elif inside:
            yield number, text
        elif FENCE.match(text):
            inside = True


def commands_of(document):
    """The commands of the tour in order; a command goes on while its line ends in a backslash."""
    commands, unfinished = [], False
    for number, text in block_lines(tour_lines(document)):
        if unfinished:
            commands[-1].text += "\n" + text.removeprefix("> ")
        elif text.startswith("$ "):
            commands.append(Command(number, text[2:]))
        elif text.strip():
            if not commands:
                raise TourError(f"line {number}: output before the first command")
            commands[-1].expected.append((number, text))
        unfinished = bool(commands) and (unfinished or text.startswith("$ ")) and text.endswith("\\")
    if not commands:
        raise TourError("the tour holds no command: write them as `$ …` in ```console blocks")
    return commands


def matches(expected, printed):
    pattern = ".*".join(re.escape(part) for part in expected.strip().split(ANY))
    return re.fullmatch(pattern, printed.strip()) is not None


def first_missing(expected, printed):
    """The first expected line that is not printed after the ones before it; None when all are."""
    rest = iter(printed)
    for number, text in expected:
        if text.strip() != ANY and not any(matches(text, line) for line in rest):
            return number, text
    return None
