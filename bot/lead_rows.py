"""A lead as it is stored: made from what a session holds, and from what it was before."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from json.encoder import encode_basestring as quoted

from bot.compact import encode
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.scoring import Reason, Score, score
from bot.dialogue.session import Session
from bot.leads import lifecycle, persons
from bot.leads.facts import zone
from storage.rows import Conversation, Event, Lead


def whole(
    flow: CompiledFlow, own: Session, earlier: Sequence[Session], now: datetime
) -> tuple[Session, Score]:
    """What is known of a person by all their conversations, and what it is worth."""
    memory = persons.together(own, earlier, now, zone(flow.site.market(own.market).tz))
    return memory, score(flow, memory)


def lead_row(
    row: Conversation, session: Session, worth: Score, old: Lead | None, *, id_: str, now: datetime
) -> Lead:
    """The lead as it is now, heard in this conversation."""
    fields = session.fields
    listing = session.context.get("listing") or {}
    return Lead(
        id=id_,
        conversation=row.id,
        flow=session.flow,
        flow_hash=session.flow_hash,
        channel=row.channel,
        market=session.market,
        lang=session.lang,
        band=worth.band,
        status=session.standing,
        stage=_stage(session, worth, old),
        fit=worth.fit,
        engagement=worth.engagement,
        total=worth.total,
        name=str(fields.get("name") or ""),
        phone=str(fields.get("phone") or ""),
        email=str(fields.get("email") or ""),
        owner=old.owner if old else "",
        listing_id=str(listing.get("id") or ""),
        fields=encode(fields),
        source=row.source,
        reasons=reasons_json(worth.reasons),
        created_at=old.created_at if old else now,
        updated_at=now,
        claimed_at=old.claimed_at if old else None,
        dq_reason=session.dq_reason,
        gate=_gate(worth.gate),
        visits=old.visits if old else 1,
    )


def stage_event(before: Lead | None, after: Lead, now: datetime) -> Event | None:
    """A stage that a lead came to by itself: who, when, and why."""
    was = before.stage if before is not None else lifecycle.NEW
    if was == after.stage:
        return None
    why = after.dq_reason.replace("_", " ") or f"score {after.total}, {after.band}"
    data = {"before": was, "stage": after.stage, "why": why, "version": after.flow_hash}
    return Event(after.id, "stage", "bot", encode(data), now, after.conversation)


def reasons_json(reasons: Sequence[Reason]) -> str:
    """The reasons of a score as they are stored."""
    return "[" + ",".join(map(_reason, reasons)) + "]"


def _stage(session: Session, worth: Score, old: Lead | None) -> str:
    """How far a lead has come by itself; after a claim the agents move it."""
    before = old.stage if old is not None else lifecycle.NEW
    return lifecycle.by_score(before, worth.band, answered=bool(session.turns))


@lru_cache(256)
def _gate(words: tuple[str, ...]) -> str:
    return encode(words)


def _reason(reason: Reason) -> str:
    before, behind = _said(reason.rule, reason.points, reason.text, reason.engagement)
    return before + quoted(reason.quote) + behind


@lru_cache(2048)
def _said(rule: str, points: int, text: str, engagement: bool) -> tuple[str, str]:
    """A reason as JSON around the visitor's words, which are nobody else's."""
    told = {"rule": rule, "points": points, "text": text, "quote": 0, "engagement": engagement}
    before, behind = encode(told).rsplit('"quote":0', 1)
    return before + '"quote":', behind
