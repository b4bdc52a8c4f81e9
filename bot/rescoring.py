"""Scores as the rules and the day are now: after somebody changed points, or weeks went by.

Nothing is asked or rung anew, and nobody's own words change. A lead that a visitor changes at the
same moment is left to that visitor's turn, which scores it anyway.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.compact import encode
from bot.dialogue.ageing import aged
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.renaming import renamed
from bot.dialogue.scoring import Score, score
from bot.dialogue.session import Session, load
from bot.editions import Editions
from bot.errors import DoorstepError
from bot.lead_rows import reasons_json, whole
from bot.leads import lifecycle
from bot.records import frozen
from storage.rows import Conversation, Event, Lead
from storage.store import LeadFilter, ReadStore, Store

PAGE: Final = 200
LOWERED: Final = ("hot", "warm")  # bands that a lead can sink from


@frozen
class Rescored:
    """A lead whose score is another now."""

    before: Lead
    after: Lead


async def rescore(
    store: Store,
    flows: Mapping[str, CompiledFlow],
    now: datetime,
    *,
    tell: Callable[[int, int], None],
) -> tuple[int, list[Rescored]]:
    """How many leads were looked at, and those whose score changed."""
    total = sum((await store.lead_counts()).values())
    seen, changed = 0, []
    async for lead in _all(store):
        seen += 1
        tell(seen, total)
        after = await _scored(store, flows.get(lead.flow), lead, now)
        if after is None or _same(lead, after):
            continue
        if await store.rescore(after, _event("rescored", lead, after, now)):
            changed.append(Rescored(lead, after))
    return seen, changed


async def age(store: Store, editions: Editions, now: datetime) -> int:
    """Let time do what it does to every open lead, by the rules it was scored with; how many
    changed. Only a new band is worth a line of the timeline."""
    changed = 0
    async for lead in _all(store):
        if lead.stage not in lifecycle.OPEN or not (lead.engagement or lead.band in LOWERED):
            continue
        flow = await editions.of(lead.flow, lead.flow_hash)
        after = await _scored(store, flow, lead, now)
        if after is None or _same(lead, after):
            continue
        event = _event("aged", lead, after, now) if after.band != lead.band else None
        changed += await store.rescore(after, event)
    return changed


def _event(kind: str, before: Lead, after: Lead, now: datetime) -> Event:
    """The old score and its rules stay in the timeline."""
    told = {
        name: {"total": lead.total, "band": lead.band, "version": lead.flow_hash}
        for name, lead in (("before", before), ("after", after))
    }
    return Event(after.id, kind, "bot", encode(told), now)


async def preview(
    store: ReadStore,
    live: Mapping[str, CompiledFlow] | None,
    draft: Mapping[str, CompiledFlow],
    now: datetime,
    *,
    last: int,
    tell: Callable[[int, int], None],
) -> tuple[int, list[Rescored]]:
    """How many of the last leads these flows touch, and those whose band or points they change.

    Without ``live`` a lead is compared with its score as it is stored; with it, with what the
    live flows make of it today, so that only the difference of the rules is seen.
    """
    leads = await store.leads(LeadFilter(limit=last))
    seen, changed = 0, []
    for n, lead in enumerate(leads, 1):
        tell(n, len(leads))
        after = await _scored(store, draft.get(lead.flow), lead, now)
        if after is None:
            continue
        seen += 1
        known = live.get(lead.flow) if live is not None else None
        before = await _scored(store, known, lead, now) or lead
        if not _same(before, after):
            changed.append(Rescored(before, after))
    return seen, changed


async def _all(store: Store) -> AsyncIterator[Lead]:
    where = LeadFilter(limit=PAGE)
    while page := await store.leads(where):
        for lead in page:
            yield lead
        where = replace(where, before=(page[-1].updated_at, page[-1].id))


async def _scored(
    store: ReadStore, flow: CompiledFlow | None, lead: Lead, now: datetime
) -> Lead | None:
    """The lead with its score of now; None where there is nothing to score."""
    conversation = await store.conversation(lead.conversation)
    if flow is None or conversation is None or lead.status == "erased":
        return None
    try:
        memory, worth = await _worth(store, flow, lead, conversation, now)
    except DoorstepError:  # of another version of Doorstep
        return None
    return _with(lead, flow, aged(flow, memory, worth, conversation.updated_at, now))


async def _worth(
    store: ReadStore, flow: CompiledFlow, lead: Lead, row: Conversation, now: datetime
) -> tuple[Session, Score]:
    """What is known of the person, and what it would be worth if it had been said just now."""
    session = renamed(flow.flow, load(row.session))
    if lead.visits < 2:
        return session, score(flow, session)
    others = [one for one in await store.conversations_of(lead.id) if one.id != row.id]
    others.sort(key=lambda one: one.updated_at)
    return whole(flow, session, [load(one.session) for one in others], now)


def _with(lead: Lead, flow: CompiledFlow, found: Score) -> Lead:
    stage = lifecycle.by_score(lead.stage, found.band, answered=lead.stage != lifecycle.NEW)
    return replace(
        lead,
        fit=found.fit,
        engagement=found.engagement,
        total=found.total,
        band=found.band,
        reasons=reasons_json(found.reasons),
        gate=encode(found.gate),
        flow_hash=flow.hash,
        stage=lead.stage if lead.owner else stage,
    )


def _same(before: Lead, after: Lead) -> bool:
    return (before.fit, before.engagement, before.total, before.band) == (
        after.fit,
        after.engagement,
        after.total,
        after.band,
    )


def told(changed: list[Rescored]) -> list[dict[str, Any]]:
    """The changes as plain values."""
    return [
        {
            "id": one.after.id,
            "name": one.after.name or None,
            "flow": one.after.flow,
            "before": {"band": one.before.band, "total": one.before.total},
            "after": {"band": one.after.band, "total": one.after.total},
        }
        for one in changed
    ]
