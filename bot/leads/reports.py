"""What conversations teach the people who write them: where visitors leave, which greeting does
better, which sources bring good leads. Pure counting; every number says what it counts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import sqrt
from statistics import median
from typing import Final

from bot.records import frozen

FEW: Final = 20  # shown so rarely, a share says nothing
STARTS: Final = 100  # of each greeting, before two of them are compared
OUTCOMES: Final = 20  # known outcomes before the bands are compared with them
Z: Final = 1.96  # 95 %
CONTACT: Final = frozenset({"phone", "email"})


@frozen
class Talk:
    """One conversation, as the reports count it. ``waiting``: its visitor may still answer."""

    asked: tuple[str, ...]
    answered: frozenset[str]  # questions
    skipped: frozenset[str]
    open: str  # the question that waits, "" where none does
    complete: bool
    waiting: bool
    fields: frozenset[str]
    band: str
    stage: str
    variant: str
    source: str
    booked: bool
    waits: tuple[tuple[str, float], ...] = ()
    unread: tuple[str, ...] = ()


@frozen
class Step:
    """What became of one question. shown = answered + skipped + left + ended + waiting."""

    question: str
    shown: int = 0
    answered: int = 0
    skipped: int = 0
    left: int = 0  # the last thing they saw, and they are gone
    ended: int = 0  # a hand-over, STOP, a disqualifier or a change of course ended it here
    waiting: int = 0  # they may still answer
    unread: int = 0  # tries that could not be read
    seconds: float | None = None  # median until something was said

    @property
    def few(self) -> bool:
        """Too few to read anything into a share."""
        return self.shown < FEW

    @property
    def leaving(self) -> float:
        """The share that left here, of those it was shown to."""
        return self.left / self.shown if self.shown else 0.0


@frozen
class Greeting:
    """How one wording of the greeting does: people who left a phone or an e-mail."""

    id: str
    starts: int
    contacts: int

    @property
    def per_100(self) -> float:
        """Leads per 100 starts."""
        return 100 * self.contacts / self.starts if self.starts else 0.0

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of ``per_100`` (Wilson 1927)."""
        low, high = wilson(self.contacts, self.starts)
        return 100 * low, 100 * high


@frozen
class Source:
    """What one source brings: quality, not volume."""

    name: str
    starts: int
    leads: int
    hot: int
    booked: int

    @property
    def few(self) -> bool:
        return self.starts < FEW


@dataclass(slots=True)
class _Counts:
    shown: int = 0
    answered: int = 0
    skipped: int = 0
    left: int = 0
    ended: int = 0
    waiting: int = 0
    unread: int = 0
    waits: list[float] = field(default_factory=list)


class Tally:
    """Counts conversations one by one, so that any number of them fits."""

    def __init__(self) -> None:
        self.starts = self.complete = self.silent = 0
        self._steps: dict[str, _Counts] = defaultdict(_Counts)
        self._greetings: dict[str, Counter[str]] = defaultdict(Counter)
        self._sources: dict[str, Counter[str]] = defaultdict(Counter)

    def add(self, talk: Talk) -> None:
        """One more conversation."""
        self.starts += 1
        self.complete += talk.complete
        self.silent += not (talk.answered or talk.skipped or talk.unread)
        for question in dict.fromkeys(talk.asked):
            counts = self._steps[question]
            counts.shown += 1
            what = _fate(question, talk)
            setattr(counts, what, getattr(counts, what) + 1)
        for question in talk.unread:
            self._steps[question].unread += 1
        for question, seconds in talk.waits:
            self._steps[question].waits.append(seconds)
        contact = bool(talk.fields & CONTACT)
        self._greetings[talk.variant].update(starts=1, contacts=contact)
        self._sources[talk.source].update(
            starts=1, leads=contact, hot=talk.band == "hot", booked=talk.booked
        )

    def steps(self, order: Sequence[str]) -> list[Step]:
        """The questions in the flow's order, then those it asks no more."""
        seen = self._steps.keys()
        gone = sorted(seen - set(order))
        return [_step(id_, self._steps[id_]) for id_ in (*order, *gone) if id_ in seen]

    def greetings(self, ids: Sequence[str]) -> list[Greeting]:
        """The greeting's wordings; nothing where there is only one."""
        if len(ids) < 2:
            return []
        counted = {id_: self._greetings.get(id_, Counter()) for id_ in ids}
        return [Greeting(id_, c["starts"], c["contacts"]) for id_, c in counted.items()]

    def sources(self) -> list[Source]:
        """Where people came from, those with most hot leads first."""
        found = [
            Source(name, c["starts"], c["leads"], c["hot"], c["booked"])
            for name, c in self._sources.items()
        ]
        return sorted(found, key=lambda s: (-s.hot, -s.leads, -s.starts, s.name))


def _fate(question: str, talk: Talk) -> str:
    """What became of a question that was shown: exactly one of these."""
    if question in talk.answered:
        return "answered"
    if question in talk.skipped:
        return "skipped"
    if question != talk.open:
        return "ended"
    return "waiting" if talk.waiting else "left"


def _step(question: str, c: _Counts) -> Step:
    seconds = median(c.waits) if c.waits else None
    return Step(
        question, c.shown, c.answered, c.skipped, c.left, c.ended, c.waiting, c.unread, seconds
    )


def verdict(greetings: Sequence[Greeting]) -> str:
    """What may be said of two wordings, in words; "" where there are none to compare."""
    if len(greetings) < 2:
        return ""
    fewest = min(greeting.starts for greeting in greetings)
    if fewest < STARTS:
        return f"not enough data yet: {fewest} of {STARTS} starts for each wording"
    best, *others = sorted(greetings, key=lambda g: -g.per_100)
    if all(best.interval[0] > other.interval[1] for other in others):
        return f"“{best.id}” does better"
    return "no clear difference yet"


def calibration(outcomes: Mapping[str, tuple[int, int]]) -> str:
    """Whether hot leads really end better, by (won, lost) of each band; honest about few."""
    known = sum(won + lost for won, lost in outcomes.values())
    if known < OUTCOMES:
        return f"not enough outcomes yet ({known} of {OUTCOMES})"
    parts = [
        f"{band}: {won} of {won + lost} won"
        for band, (won, lost) in outcomes.items()
        if won + lost
    ]
    return ", ".join(parts)


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson score interval); all of it where nobody tried."""
    if not tries:
        return 0.0, 1.0
    share, zz = hits / tries, Z * Z
    middle = share + zz / (2 * tries)
    spread = Z * sqrt(share * (1 - share) / tries + zz / (4 * tries * tries))
    whole = 1 + zz / tries
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)
