"""YAML text as plain data that knows where each part stood, with every structural problem.

Only what a flow file needs is YAML here: mappings, lists and texts. Anchors, aliases, tags, merge
keys and second documents are refused, keys may stand once, and no scalar is turned into anything
but text (see ``scalars``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from bot.dialogue.scalars import Plain
from bot.records import frozen

SIZE_LIMIT = 256 * 1024
DEPTH_LIMIT = 12  # the deepest shipped file has 6
NODE_LIMIT = 50_000
Path = tuple[str | int, ...]
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@frozen
class Span:
    """Where a part of the file stands; lines and columns count from 1."""

    line: int
    column: int
    end_line: int


@frozen
class Fault:
    """A structural problem at a place."""

    line: int
    column: int
    message: str
    code: str
    path: Path = ()
    mend: str = ""  # the line as it should be, where that is known
    severity: str = "error"


@dataclass(slots=True)
class Tree:
    """Data with positions. ``spans`` are those of values, ``keys`` those of their keys."""

    data: Any = None
    spans: dict[Path, Span] = field(default_factory=dict)
    keys: dict[Path, Span] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def span(self, path: Path) -> Span:
        """Where the value at this path stands, or the nearest thing around it."""
        return self._nearest(self.spans, path)

    def key_span(self, path: Path) -> Span:
        """Where the key of this path stands, or the nearest value around it."""
        return self.keys.get(path) or self.span(path)

    def _nearest(self, spans: dict[Path, Span], path: Path) -> Span:
        while path and path not in spans:
            path = path[:-1]
        return spans.get(path) or Span(1, 1, 1)


class _TooMuch(Exception):  # noqa: N818 (not an error of the program: the file is refused)
    """The file is nested too deeply or has too many parts."""


def parse(text: str) -> Tree:
    """The tree of this text; raises yaml.YAMLError where it is no YAML at all."""
    builder = _Builder(text)
    try:
        builder.build()
    except _TooMuch as error:
        builder.fault(builder.last, str(error), "yaml.size")
    return builder.tree


class _Builder:
    """Consumes the parser's events once, from the first to the last."""

    def __init__(self, text: str) -> None:
        self.tree = Tree()
        self.events: Iterator[Any] = yaml.parse(text, Loader=_Parser)
        self.count = 0
        self.last: Any = None

    def build(self) -> None:
        """Reads the first document, and complains about any further one."""
        documents = 0
        for event in self._next_events():
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                self._document(event, documents)

    def _next_events(self) -> Iterator[Any]:
        while (event := next(self.events, None)) is not None:
            yield event

    def _document(self, event: Any, number: int) -> None:
        if number == 1:
            self.tree.data = self._value(self._take(), ())
            return
        if number == 2:
            self.fault(
                event,
                "is a second document: one file holds one flow; remove the line ---",
                "yaml.documents",
            )
        scratch, self.tree = self.tree, Tree()  # read on, so that later syntax errors are seen
        self._value(self._take(), ())
        self.tree = scratch

    def _take(self) -> Any:
        self.count += 1
        self.last = next(self.events)
        if self.count > NODE_LIMIT:
            raise _TooMuch("has too many parts for a flow file")
        return self.last

    def _value(self, event: Any, path: Path) -> Any:
        if len(path) > DEPTH_LIMIT:
            raise _TooMuch("is nested too deeply: a flow file never needs more than a few levels")
        if isinstance(event, yaml.AliasEvent):
            self.fault(
                event, f"uses the alias *{event.anchor}: write the text itself", "yaml.alias", path
            )
            self._mark(path, event, _end(event))
            return ""
        self._refuse_decoration(event, path)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(event, path)
        self._mark(path, event, _end(event))
        return event.value if event.style else Plain(event.value)

    def _refuse_decoration(self, event: Any, path: Path) -> None:
        if event.anchor:
            self.fault(
                event,
                f"has the anchor &{event.anchor}: remove it, or put quotes around the text",
                "yaml.anchor",
                path,
            )
        if event.tag:
            self.fault(
                event,
                f"has the tag {event.tag}: remove it, or put quotes around the text",
                "yaml.tag",
                path,
            )

    def _mapping(self, event: Any, path: Path) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(key_event := self._take(), yaml.MappingEndEvent):
            key = self._key(key_event, path, found)
            place = (*path, key)
            if place not in self.tree.keys:
                self.tree.keys[place] = _span(key_event, _end(key_event))
            value = self._value(self._take(), place if key not in found else (*place, "again"))
            found.setdefault(key, value)
        self._mark(path, event, _end(key_event))
        return found

    def _key(self, event: Any, path: Path, found: dict[str, Any]) -> str:
        if not isinstance(event, yaml.ScalarEvent):
            self._value(event, (*path, ""))
            self.fault(
                event,
                "needs a word before the colon; a text with { } or [ ] at its start needs quotes",
                "yaml.key",
                path,
            )
            return ""
        self._refuse_decoration(event, path)
        key = str(event.value)
        if key in found:
            first = self.tree.keys[(*path, key)].line
            in_list = bool(path) and isinstance(path[-1], int)
            anew = in_list and len(found) > 1 and key == next(iter(found))  # as the entry began
            self.fault(
                event,
                f"has “{key}” twice, first in line {first}: keep one",
                "yaml.anew" if anew else "yaml.duplicate",
                path,
            )
        elif key == "<<":
            self.fault(event, "merges with <<: write the lines out instead", "yaml.merge", path)
        return key

    def _sequence(self, event: Any, path: Path) -> list[Any]:
        found: list[Any] = []
        while not isinstance(item := self._take(), yaml.SequenceEndEvent):
            found.append(self._value(item, (*path, len(found))))
        self._mark(path, event, _end(item))
        return found

    def _mark(self, path: Path, event: Any, end_line: int) -> None:
        self.tree.spans[path] = _span(event, end_line)

    def fault(self, event: Any, message: str, code: str, path: Path = ()) -> None:
        """Notes a problem where the event stands."""
        mark = event.start_mark
        self.tree.faults.append(Fault(mark.line + 1, mark.column + 1, message, code, path))


def _span(event: Any, end_line: int) -> Span:
    return Span(event.start_mark.line + 1, event.start_mark.column + 1, end_line + 1)


def _end(event: Any) -> int:
    return int(event.end_mark.line)
