"""From a turn to rows: all that one input changes, as one batch and one reply. No I/O here."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime

from bot import ringing
from bot.dialogue import effects as fx
from bot.dialogue.engine import Ask, Turn
from bot.dialogue.scoring import Score
from bot.dialogue.session import Session, dump
from bot.dialogue.site import Site
from bot.replies import encode, state_data
from storage import rows


@dataclass(frozen=True, slots=True)
class Held:
    """A conversation between two turns: what is stored of it, and what was said meanwhile."""

    row: rows.Conversation
    session: Session
    lead: rows.Lead | None
    rung: tuple[str, ...] = ()  # agents whose phones rang for it
    unheard: tuple[rows.Message, ...] = ()  # an agent's words since the visitor's last turn


@dataclass(frozen=True, slots=True)
class Inputs:
    """What a plan is made from besides the conversation itself."""

    turn: Turn
    score: Score
    ask: Ask | None
    site: Site
    now: datetime
    client_id: str = ""
    lead_id: str = ""  # for the lead, should this turn make one
    extra: tuple[tuple[str, str], ...] = ()  # of the reply, such as the token


@dataclass(frozen=True, slots=True)
class Plan:
    """What to commit, and once that is done, what to keep in mind and to say."""

    batch: rows.Batch
    held: Held
    reply: bytes
    hot: bool  # the agents' phones are about to ring


def plan(held: Held, given: Inputs) -> Plan:
    """The whole outcome of a turn."""
    turn, now = given.turn, given.now
    session, old = turn.session, held.row
    messages = _messages(old, turn.effects, now)
    seq = messages[-1].seq if messages else old.seq
    lead = _lead(held, given)
    rung = ringing.ring(turn.effects, lead, held.rung, given.site, now) if lead else ringing.QUIET
    row = _conversation(held, given, seq, lead)
    reply = _reply(row, (*held.unheard, *messages), given)
    causing = _causing(old, messages)
    batch = rows.Batch(
        conversation=row,
        expected_version=old.version,
        messages=messages,
        answers=_answers(row, turn.effects, causing, now),
        turn=rows.Turn(row.id, given.client_id, reply, now) if given.client_id else None,
        lead=lead,
        unread=_unread(row, turn.effects, causing, now),
        consents=_consents(row, turn.effects, now),
        do_not_contact=_do_not_contact(row, turn.effects, now),
        outgoing=rung.outgoing,
        events=(*rung.events, *_events(row, turn.effects, now)),
    )
    kept = Held(replace_version(row), session, lead, rung.agents or held.rung)
    return Plan(batch, kept, reply, rung.loud)


def replace_version(row: rows.Conversation) -> rows.Conversation:
    """The row as it stands after its commit."""
    return replace(row, version=row.version + 1)


def state_reply(held: Held, messages: tuple[rows.Message, ...], ask: Ask | None) -> bytes:
    """The reply that tells where a conversation stands."""
    row = held.row
    return encode(state_data(row.id, row.seq, messages, ask, held.session.status)).encode()


def _reply(row: rows.Conversation, messages: tuple[rows.Message, ...], given: Inputs) -> bytes:
    data = state_data(row.id, row.seq, messages, given.ask, given.turn.session.status)
    if given.extra:
        data.update(given.extra)
    return encode(data).encode()


def _messages(
    row: rows.Conversation, effects: tuple[fx.Effect, ...], now: datetime
) -> tuple[rows.Message, ...]:
    said = [effect for effect in effects if type(effect) is fx.Said]
    return tuple(
        rows.Message(row.id, seq, line.sender, line.text, now, _line_data(line))
        for seq, line in enumerate(said, row.seq + 1)
    )


def _line_data(line: fx.Said) -> str:
    data: dict[str, object] = {}
    if line.question:
        data["question"] = line.question
    if line.options:
        data["options"] = line.options
    return encode(data) if data else "{}"


def _causing(row: rows.Conversation, messages: tuple[rows.Message, ...]) -> int:
    """The number of the visitor's message, or of the first one where the visitor said nothing."""
    for message in messages:
        if message.sender == "visitor":
            return message.seq
    return row.seq + 1


def _conversation(
    held: Held, given: Inputs, seq: int, lead: rows.Lead | None
) -> rows.Conversation:
    old, session = held.row, given.turn.session
    return rows.Conversation(
        id=old.id,
        token_hash=old.token_hash,
        flow=session.flow,
        flow_hash=session.flow_hash,
        channel=old.channel,
        market=session.market,
        lang=session.lang,
        status=session.status,
        band=given.score.band,
        session=dump(session),
        seq=seq,
        version=old.version,
        lead_id=lead.id if lead else "",
        created_at=old.created_at,
        updated_at=given.now,
        source=old.source,
        peer=old.peer,
    )


def _lead(held: Held, given: Inputs) -> rows.Lead | None:
    """The lead as it is now. There is one as soon as anything is known or somebody must know."""
    session, score, old = given.turn.session, given.score, held.lead
    rings = any(type(effect) is fx.Ring for effect in given.turn.effects)
    if old is None and not session.answers and not rings:
        return None
    fields = session.fields
    listing = session.context.get("listing") or {}
    return rows.Lead(
        id=old.id if old else given.lead_id,
        conversation=held.row.id,
        flow=session.flow,
        flow_hash=session.flow_hash,
        channel=held.row.channel,
        market=session.market,
        lang=session.lang,
        band=score.band,
        status=session.status,
        stage=_stage(session, score),
        fit=score.fit,
        engagement=score.engagement,
        total=score.total,
        name=str(fields.get("name") or ""),
        phone=str(fields.get("phone") or ""),
        email=str(fields.get("email") or ""),
        owner=old.owner if old else "",
        listing_id=str(listing.get("id") or ""),
        fields=encode(fields),
        source=held.row.source,
        reasons=encode(_reasons(score)),
        created_at=old.created_at if old else given.now,
        updated_at=given.now,
        claimed_at=old.claimed_at if old else None,
        dq_reason=session.dq_reason,
    )


def _stage(session: Session, score: Score) -> str:
    """How far a lead has come by itself; after a claim the agents move it."""
    if score.band == "disqualified":
        return "disqualified"
    if score.band in ("hot", "warm"):
        return "mql"
    return "engaged" if session.turns else "new"


def _reasons(score: Score) -> list[dict[str, object]]:
    return [
        {
            "rule": reason.rule,
            "points": reason.points,
            "text": reason.text,
            "quote": reason.quote,
            "engagement": reason.engagement,
        }
        for reason in score.reasons
    ]


def _answers(
    row: rows.Conversation, effects: tuple[fx.Effect, ...], seq: int, now: datetime
) -> tuple[rows.AnswerRow, ...]:
    given = [effect for effect in effects if type(effect) is fx.Answered]
    return tuple(
        rows.AnswerRow(
            conversation=row.id,
            seq=seq,
            n=n,
            question=answer.question,
            field=answer.field,
            value=json.dumps(answer.value, ensure_ascii=False),
            raw=answer.raw,
            how=answer.how,
            flow_hash=row.flow_hash,
            at=now,
        )
        for n, answer in enumerate(given)
    )


def _unread(
    row: rows.Conversation, effects: tuple[fx.Effect, ...], seq: int, now: datetime
) -> tuple[rows.Unread, ...]:
    return tuple(
        rows.Unread(row.id, seq, row.flow, effect.question, effect.text, row.lang, now)
        for effect in effects
        if type(effect) is fx.Unread
    )


def _consents(
    row: rows.Conversation, effects: tuple[fx.Effect, ...], now: datetime
) -> tuple[rows.ConsentRow, ...]:
    return tuple(
        rows.ConsentRow(
            conversation=row.id,
            lead_id=row.lead_id,
            purpose=effect.purpose,
            granted=effect.granted,
            text=effect.text,
            version=effect.version,
            channel=row.channel,
            at=now,
        )
        for effect in effects
        if type(effect) is fx.Consent
    )


def _do_not_contact(
    row: rows.Conversation, effects: tuple[fx.Effect, ...], now: datetime
) -> tuple[rows.DoNotContactRow, ...]:
    found: list[str] = []
    for effect in effects:
        if type(effect) is fx.DoNotContact:
            found += [f"phone:{effect.phone}"] if effect.phone else []
            found += [f"email:{effect.email}"] if effect.email else []
            found += [f"{row.channel}:{row.peer}"] if row.peer else []
    return tuple(rows.DoNotContactRow(key, "stop", now) for key in dict.fromkeys(found))


def _events(
    row: rows.Conversation, effects: tuple[fx.Effect, ...], now: datetime
) -> tuple[rows.Event, ...]:
    return tuple(
        rows.Event(row.lead_id, "erasure_requested", "visitor", encode({"ref": effect.ref}), now)
        for effect in effects
        if type(effect) is fx.EraseRequested and row.lead_id
    )
