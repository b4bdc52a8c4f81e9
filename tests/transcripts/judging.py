"""How well conversations are read: each held against what a sensible person expects of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.channels.replay import encode

Line = Mapping[str, Any]
NOT_LEADS = frozenset({"opt_out", "erasure", "minor", "agent_or_vendor"})


@dataclass(slots=True)
class Tally:
    """Fields and bands that came out right, of how many."""

    lines: int = 0
    fields: int = 0
    fields_right: int = 0
    bands: int = 0
    bands_right: int = 0

    def add(self, verdict: Verdict) -> None:
        """One more conversation."""
        self.lines += 1
        self.fields += verdict.fields
        self.fields_right += verdict.fields - len(verdict.wrong)
        self.bands += 1
        self.bands_right += verdict.band_right

    @property
    def fields_share(self) -> float:
        """Percent of the fields."""
        return 100 * self.fields_right / max(1, self.fields)

    @property
    def bands_share(self) -> float:
        """Percent of the bands."""
        return 100 * self.bands_right / max(1, self.bands)

    @property
    def row(self) -> str:
        """A line of the table."""
        return (
            f"{self.lines:4} lines   fields {self.fields_right:4}/{self.fields:<4} "
            f"{self.fields_share:5.1f} %   bands {self.bands_right:3}/{self.bands:<3} "
            f"{self.bands_share:5.1f} %"
        )


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was right in one conversation and what was not."""

    id: str
    flow: str
    lang: str
    fields: int
    wrong: tuple[str, ...]
    band_right: bool
    ended_right: bool
    forbidden: tuple[str, ...]
    asked_twice: tuple[str, ...]


def judge(line: Line, found: Line, market_lang: str = "en") -> Verdict:
    """One conversation's outcome against its expectations."""
    expect = line["expect"]
    wanted, fields = expect["fields"], found["fields"]
    names = sorted({*wanted, *fields})
    wrong = [name for name in names if not _is_right(name, expect, fields)]
    return Verdict(
        id=line["id"],
        flow=line["flow"],
        lang=line.get("lang") or market_lang,
        fields=len(names),
        wrong=tuple(f"{name}: {wanted.get(name)!r} → {fields.get(name)!r}" for name in wrong),
        band_right=found["band"] == expect["band"],
        ended_right=_ended_right(expect, found),
        forbidden=tuple(_forbidden(expect, found)),
        asked_twice=() if "asked" in expect else tuple(_twice(found["asked"])),
    )


def tables(verdicts: Iterable[Verdict]) -> Mapping[str, Mapping[str, Tally]]:
    """All together, by flow, and by language."""
    made: dict[str, dict[str, Tally]] = {
        name: defaultdict(Tally) for name in ("all", "flow", "language")
    }
    for verdict in verdicts:
        keys = (("all", "all"), ("flow", verdict.flow), ("language", verdict.lang))
        for table, key in keys:
            made[table][key].add(verdict)
    return made


def report(verdicts: Iterable[Verdict]) -> str:
    """The figures as text."""
    rows = []
    for table in tables(verdicts).values():
        rows += [f"{key:12} {tally.row}" for key, tally in sorted(table.items())]
    return "\n".join(rows)


def _is_right(name: str, expect: Line, fields: Line) -> bool:
    wanted, got = expect["fields"].get(name), fields.get(name)
    if got == wanted or got in expect.get("accept", {}).get(name, ()):
        return True
    return got is None and name in expect.get("optional", ())


def _ended_right(expect: Line, found: Line) -> bool:
    """STOP, erasure, children, vendors and call requests: the end is as it should be."""
    strict = expect.get("dq_reason") in NOT_LEADS or expect["status"] == "handoff"
    same = (found["status"], found.get("dq_reason")) == (expect["status"], expect.get("dq_reason"))
    return same or not strict


def _forbidden(expect: Line, found: Line) -> Iterator[str]:
    yield from (name for name in expect.get("must_not", ()) if name in found["fields"])
    if "never" in expect and expect["never"] in encode(found):
        yield expect["never"]


def _twice(asked: list[str]) -> Iterator[str]:
    yield from sorted({name for name in asked if asked.count(name) > 1})
