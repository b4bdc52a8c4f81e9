"""Quotes that are opened and never closed: found where they were opened, not at the line, often
far below, where YAML stumbled over the next quote of the file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.records import frozen

NEAREST = 4  # open quotes looked at above a stumble; long texts in quotes may span lines as well
_OPENERS = re.compile(r"""(?:^\s*|[:,-]\s+|[\[{]\s*)(?P<mark>["'])""")
_COMMENT = re.compile(r"\s{2,}#")
_ENTRY = re.compile(r", [a-z_]+: ")
_ENDS = re.compile(r", [a-z_]+: |\s*[}\]]+$")  # of a text inside { } or [ ]


@frozen
class OpenQuote:
    """A quote that its line does not close; both count from 0."""

    line: int
    column: int


def open_quotes(lines: Sequence[str], until: int) -> list[OpenQuote]:
    """The quotes left open by their lines, down to this line, the nearest ones, from the top."""
    found: list[OpenQuote] = []
    for number in range(min(until, len(lines) - 1), -1, -1):
        column = _left_open(lines[number], stumbled=number == until)
        if column >= 0:
            found.append(OpenQuote(number, column))
        if len(found) == NEAREST:
            break
    return found[::-1]


def closings(line: str, column: int) -> Iterator[str]:
    """The line with that quote closed, at each place where its text may end."""
    text = line.rstrip()
    inside = any(bracket in text[:column] for bracket in "[{")
    ends = [found.start() for found in (_ENDS if inside else _COMMENT).finditer(text, column + 1)]
    for end in [*ends[:NEAREST], len(text)]:
        yield f"{text[:end]}{text[column]}{text[end:]}"


def _left_open(line: str, *, stumbled: bool) -> int:
    """The column of a quote that this line opens and does not close, or -1. Where YAML stumbled,
    a text that runs over its entry is closed by the next one's quote."""
    at = 0
    while opener := _OPENERS.search(line, at):
        column = opener.start("mark")
        end = _end(line, column)
        if end < 0 or (stumbled and _ENTRY.search(line, column, end)):
            return column
        at = end
    return -1


def _end(line: str, column: int) -> int:
    """Behind the closing quote of the text that begins here, or -1."""
    mark, at = line[column], column + 1
    while at < len(line):
        if mark == '"' and line[at] == "\\":
            at += 2
        elif line[at] != mark:
            at += 1
        elif mark == "'" and line[at + 1 : at + 2] == mark:
            at += 2
        else:
            return at + 1
    return -1
