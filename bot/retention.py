"""How long what is kept: each flow says so in days, and what is older goes by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
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
    """What has been kept long enough."""

    conversations: tuple[Aged, ...]

    @property
    def leads(self) -> int:
        """How many leads that is."""
        return len({row.lead_id for row in self.conversations if row.lead_id})

    def by_flow(self) -> dict[str, int]:
        """How many conversations of each flow."""
        return dict(sorted(Counter(row.flow for row in self.conversations).items()))


def days_of(flows: Mapping[str, CompiledFlow], flow: str) -> int:
    """How long conversations of a flow are kept."""
    found = flows.get(flow)
    return found.flow.retention_days if found is not None else DAYS


async def due(store: ReadStore, flows: Mapping[str, CompiledFlow], now: datetime) -> Due:
    """Conversations in which, and leads of which, nothing was heard for as long as their flow
    keeps them."""
    shortest = min([DAYS, *(flow.flow.retention_days for flow in flows.values())])
    before, after = now - timedelta(days=shortest), 0
    found: list[Aged] = []
    while rows := await store.oldest(after, before):
        after = rows[-1].n
        found += [
            row for row in rows if row.heard_at < now - timedelta(days=days_of(flows, row.flow))
        ]
    return Due(tuple(found))


async def retain(store: Store, what: Due, now: datetime, tell: Tell) -> int:
    """Erase what is due, in portions; how many conversations went. Who speaks again at that very
    moment stays."""
    gone, rows = 0, what.conversations
    for start in range(0, len(rows), PORTION):
        try:
            gone += await _erase(store, rows[start : start + PORTION], now)
        except Crossed:
            continue  # the next day looks again
        finally:
            tell(min(start + PORTION, len(rows)), len(rows))
    await store.scrub()
    return gone


async def _erase(store: Store, rows: Sequence[Aged], now: datetime) -> int:
    leads = tuple(sorted({row.lead_id for row in rows if row.lead_id}))
    ids = {row.id for row in rows}
    for lead_id in leads:
        ids |= {row.id for row in await store.conversations_of(lead_id)}
    what = Erasure(tuple(sorted(ids)), leads, "retention", now, remembered=False)
    await store.erase(what, scrub=False)
    return len(ids)
