"""What the lines of a file tell where its YAML cannot be read: the question a line belongs to, and
how far its neighbours are indented."""

from __future__ import annotations

import re
from collections.abc import Sequence

_TOP = re.compile(r"^[\w.]+\s*:")
_ITEM = re.compile(r"^ *- ")
_ID = re.compile(r"""^ *(?:- )?id:\s+["']?(?P<id>\w+)""")
_SETTING = re.compile(r"^(?P<lead> *(?:- )?)[\w.+\"']+:(?: |$)")


def question_at(lines: Sequence[str], line: int) -> str:
    """The id of the question this line (from 1) stands in, "" where it is in none."""
    start = min(line, len(lines)) - 1
    while start >= 0 and not _TOP.match(lines[start]):
        start -= 1
    if start < 0 or not lines[start].startswith("questions"):
        return ""
    if _ITEM.match(lines[line - 1]) and (found := _ID.match(lines[line - 1])):
        return found["id"]  # its indent may be wrong
    items = [n for n in range(start + 1, line) if _ITEM.match(lines[n])]
    outermost = min((_width(lines[n]) for n in items), default=0)
    first = next((n for n in reversed(items) if _width(lines[n]) == outermost), None)
    return _id(lines, first, outermost) if first is not None else ""


def _id(lines: Sequence[str], first: int, outermost: int) -> str:
    """The id of the question that begins here; it need not be its first setting."""
    for number in range(first, len(lines)):
        line = lines[number]
        if number > first and line.strip() and _width(line) <= outermost:
            return ""
        if (found := _ID.match(line)) and _depth(line) <= outermost + 2:
            return found["id"]
    return ""


def neighbours_indent(lines: Sequence[str], at: int) -> int | None:
    """How many spaces the lines have to which this one (from 0) most likely belongs."""
    own, item = _width(lines[at]), bool(_ITEM.match(lines[at]))
    best: int | None = None
    shallowest = 10_000
    for number in range(at - 1, -1, -1):
        line = lines[number]
        for width in _beginnings(line, item=item):
            if width < shallowest and (best is None or abs(width - own) < abs(best - own)):
                best = width
        if line.strip() and not line.lstrip().startswith("#"):
            shallowest = min(shallowest, _width(line))
        if shallowest == 0:
            break
    return best if best != own else None


def _beginnings(line: str, *, item: bool) -> list[int]:
    """Where things like it begin in a line: list entries, or settings."""
    if item:
        return [_width(line)] if _ITEM.match(line) else []
    found = _SETTING.match(line)
    return [len(found["lead"])] if found else []


def _width(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _depth(line: str) -> int:
    return _width(line) + (2 if _ITEM.match(line) else 0)
