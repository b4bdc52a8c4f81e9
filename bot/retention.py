"""How long what is kept: each flow says so in days, and what is older goes by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Final

from bot.dialogue.compiled import CompiledFlow
from bot.records import frozen
from storage.person_store import Aged
from storage.rows import Erasure
from storage.store import Crossed, ReadStore, Store

DAYS: Final = 365  # for conversations of flows that are not there any more
PORTION: Final = 50  # conversations erased in one transaction
Tell = Callable[[int, int], None]


@frozen
class Due:
    """How much has been kept long enough: conversations of each flow, and leads."""

    by_flow: Mapping[str, int]
    leads: int

    @property
    def conversations(self) -> int:
        """Of all flows together."""
        return sum(self.by_flow.values())


def days_of(flows: Mapping[str, CompiledFlow], flow: str) -> int:
    """How long conversations of a flow are kept."""
    found = flows.get(flow)
    return found.flow.retention_days if found is not None else DAYS


async def due(store: ReadStore, flows: Mapping[str, CompiledFlow], now: datetime) -> Due:
    """What ``retain`` would erase now."""
    counts: Counter[str] = Counter()
    leads: set[str] = set()
    async for rows in _kept(store, flows, now):
        counts.update(row.flow for row in rows)
        leads.update(row.lead_id for row in rows if row.lead_id)
    return Due(dict(sorted(counts.items())), len(leads))


async def retain(
    store: Store, flows: Mapping[str, CompiledFlow], now: datetime, tell: Tell
) -> tuple[int, Due]:
    """Erase what is due, in portions; how many conversations went, of how many. Who speaks again
    at that very moment stays."""
    what = await due(store, flows, now)
    gone = seen = 0
    async for rows in _kept(store, flows, now):
        for start in range(0, len(rows), PORTION):
            portion = rows[start : start + PORTION]
            with suppress(Crossed):  # the next day looks again
                gone += await _erase(store, portion, now)
            seen += len(portion)
            tell(min(seen, what.conversations), what.conversations)
    await store.scrub()
    return gone, what


async def _kept(
    store: ReadStore, flows: Mapping[str, CompiledFlow], now: datetime
) -> AsyncIterator[list[Aged]]:
    """Conversations in which, and leads of which, nothing was heard for as long as their flow
    keeps them; a few hundred at a time, however many there are."""
    shortest = min([DAYS, *(flow.flow.retention_days for flow in flows.values())])
    before, after = now - timedelta(days=shortest), 0
    while rows := await store.oldest(after, before):
        after = rows[-1].n
        yield [
            row for row in rows if row.heard_at < now - timedelta(days=days_of(flows, row.flow))
        ]


async def _erase(store: Store, rows: Sequence[Aged], now: datetime) -> int:
    leads = tuple(sorted({row.lead_id for row in rows if row.lead_id}))
    ids = {row.id for row in rows}
    for lead_id in leads:
        ids |= {row.id for row in await store.conversations_of(lead_id)}
    what = Erasure(tuple(sorted(ids)), leads, "retention", now, remembered=False)
    await store.erase(what, scrub=False)
    return len(ids)
