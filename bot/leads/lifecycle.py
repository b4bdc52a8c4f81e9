"""How far a lead has come, as one table of moves: who may go where, by what, and nothing else.

    new → engaged → mql → sql → contacted → viewing → won
    and from every open stage: lost, disqualified; from those two back again.

MQL is a warm or hot score; SQL is a hot lead that an agent has claimed and confirmed: whoever
speaks with them or books with them has. An event
that means nothing at a stage leaves it where it is, and ``after`` says so with None.
"""

from __future__ import annotations

from datetime import datetime
from functools import cache
from typing import Any, Final

from transitions import Machine  # noqa: TID251 - one of the two places that build machines

from bot.records import frozen

NEW: Final = "new"
ENGAGED: Final = "engaged"
MQL: Final = "mql"
SQL: Final = "sql"
CONTACTED: Final = "contacted"
VIEWING: Final = "viewing"
WON: Final = "won"
LOST: Final = "lost"
DISQUALIFIED: Final = "disqualified"
STAGES: Final = (NEW, ENGAGED, MQL, SQL, CONTACTED, VIEWING, WON, LOST, DISQUALIFIED)
OPEN: Final = (NEW, ENGAGED, MQL, SQL, CONTACTED, VIEWING)
WORKED: Final = (CONTACTED, VIEWING, WON)  # an agent spoke with them: a score no longer counts

# what happened  from                              to
MOVES: Final = (
    ("answer", (NEW,), ENGAGED),
    ("qualify", (NEW, ENGAGED), MQL),
    ("unqualify", (MQL, SQL), ENGAGED),
    ("confirm", (NEW, ENGAGED, MQL), SQL),
    ("reach", (NEW, ENGAGED, MQL, SQL), CONTACTED),
    ("book", (NEW, ENGAGED, MQL, SQL, CONTACTED), VIEWING),
    ("win", OPEN, WON),
    ("lose", OPEN, LOST),
    ("disqualify", (*OPEN, LOST), DISQUALIFIED),
    ("come_back", (LOST, DISQUALIFIED), ENGAGED),
)
HAPPENINGS: Final = tuple(name for name, _, _ in MOVES)
OUTCOMES: Final = {  # what an agent notes, and what it means
    "reached": "reach",
    "booked": "book",
    "signed": "win",
    "lost": "lose",
    "bad_lead": "lose",
}
CONFIRMING: Final = ("reach", "book")  # who does this with a hot lead found it to be one


@frozen
class Change:
    """A stage left for another: by what, by whom, when, and why in words."""

    before: str
    after: str
    happened: str
    who: str
    at: datetime
    why: str = ""


def after(stage: str, happened: str) -> str | None:
    """The stage that follows, None when this changes nothing. KeyError for an unknown event."""
    cursor = _Cursor(stage)
    moved = _machine().events[happened].trigger(cursor)
    return cursor.state if moved else None


def change(stage: str, happened: str, who: str, at: datetime, why: str = "") -> Change | None:
    """The same with who, when and why."""
    to = after(stage, happened)
    return Change(stage, to, happened, who, at, why) if to is not None else None


def noted(stage: str, band: str, outcome: str) -> tuple[tuple[str, str], ...]:
    """The moves from this stage on that an agent's outcome means: (from, to) each."""
    happened = OUTCOMES.get(outcome, "")
    means = ("confirm", happened) if band == "hot" and happened in CONFIRMING else (happened,)
    moves = []
    for name in filter(None, means):
        to = after(stage, name)
        if to is not None:
            moves.append((stage, to))
            stage = to
    return tuple(moves)


def possible(stage: str) -> tuple[str, ...]:
    """What can happen to a lead at this stage, in the table's order."""
    return tuple(name for name in HAPPENINGS if after(stage, name) is not None)


@cache  # nine stages, four bands: asked in every turn
def by_score(stage: str, band: str, *, answered: bool) -> str:
    """The stage a lead has by itself after a turn; what an agent has worked on stays."""
    if band == "disqualified":
        return after(stage, "disqualify") or stage
    if stage in WORKED:
        return stage
    if stage in (LOST, DISQUALIFIED):
        stage = after(stage, "come_back") or stage
    if band in ("hot", "warm"):
        return after(stage, "qualify") or stage
    stage = after(stage, "unqualify") or stage
    return (after(stage, "answer") or stage) if answered else stage


class _Cursor:
    """Where one lead stands, for the time of one question."""

    __slots__ = ("state",)

    def __init__(self, state: str) -> None:
        if state not in STAGES:
            raise ValueError(f"there is no stage “{state}”")
        self.state = state


@cache
def _machine() -> Any:
    """One machine for all leads; it holds none."""
    machine = Machine(
        model=None, states=list(STAGES), initial=None, auto_transitions=False, send_event=True,
        ignore_invalid_triggers=True,
    )  # fmt: skip
    for name, sources, target in MOVES:
        machine.add_transition(name, list(sources), target)
    return machine
