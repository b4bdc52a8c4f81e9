"""Scores as the rules and the day are now: after somebody changed points, or weeks went by.

Nothing is asked or rung anew, and nobody's own words change. A lead that a visitor changes at the
same moment is left to that visitor's turn, which scores it anyway.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from bot.dialogue.ageing import aged
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.renaming import renamed
from bot.dialogue.scoring import Score, score
from bot.dialogue.session import load
from bot.errors import DoorstepError
from bot.leads import lifecycle
from bot.records import frozen
from bot.replies import encode
from storage.rows import Lead
from storage.store import LeadFilter, ReadStore, Store

PAGE: Final = 200


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
        after = await _scored(store, flows, lead, now)
        if after is None or _same(lead, after):
            continue
        if await store.rescore(after):
            changed.append(Rescored(lead, after))
    return seen, changed


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
        after = await _scored(store, draft, lead, now)
        if after is None:
            continue
        seen += 1
        before = lead if live is None else await _scored(store, live, lead, now) or lead
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
    store: ReadStore, flows: Mapping[str, CompiledFlow], lead: Lead, now: datetime
) -> Lead | None:
    """The lead with its score of now; None where there is nothing to score."""
    flow, conversation = flows.get(lead.flow), await store.conversation(lead.conversation)
    if flow is None or conversation is None or lead.status == "erased":
        return None
    try:
        session = renamed(flow.flow, load(conversation.session))
    except DoorstepError:  # of another version of Doorstep
        return None
    return _with(lead, flow, aged(flow, session, score(flow, session), lead.updated_at, now))


def _with(lead: Lead, flow: CompiledFlow, found: Score) -> Lead:
    reasons = [
        {
            "rule": reason.rule,
            "points": reason.points,
            "text": reason.text,
            "quote": reason.quote,
            "engagement": reason.engagement,
        }
        for reason in found.reasons
    ]
    stage = lifecycle.by_score(lead.stage, found.band, answered=lead.stage != lifecycle.NEW)
    return replace(
        lead,
        fit=found.fit,
        engagement=found.engagement,
        total=found.total,
        band=found.band,
        reasons=encode(reasons),
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
