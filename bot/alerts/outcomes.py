"""What became of one row of the outbox. Failures are values: the runner acts on them."""

from __future__ import annotations

from typing import Protocol

from bot.records import frozen
from storage.rows import AlertCopy, Event, Outgoing
from storage.store import INTERRUPTED


@frozen
class Delivered:
    """Done, or nothing left to do. ``then`` is queued before the row is settled."""

    result: str = ""
    copy: AlertCopy | None = None
    then: tuple[Outgoing, ...] = ()
    events: tuple[Event, ...] = ()


@frozen
class Again:
    """Not now. ``after`` is an order of the other side: never sooner. ``unsure``: it may have
    arrived, so the repeat is silent and marked."""

    why: str
    after: float = 0.0
    unsure: bool = False


@frozen
class Hopeless:
    """Never: a plain reason for the dead letters, and what is done instead."""

    why: str
    then: tuple[Outgoing, ...] = ()
    events: tuple[Event, ...] = ()


Outcome = Delivered | Again | Hopeless
MAYBE = "may have arrived"  # begins the error of a row whose repeat must be silent


class Sender(Protocol):
    """Sends rows of some kinds. It raises only by a programmer's mistake."""

    async def send(self, row: Outgoing) -> Outcome: ...


def was_unsure(row: Outgoing) -> bool:
    """Whether an earlier try of this row may have arrived."""
    return row.error == INTERRUPTED or row.error.startswith(MAYBE)
