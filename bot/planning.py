"""From a turn to rows: all that one input changes, as one batch and one reply. No I/O here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from json.encoder import encode_basestring as quoted

from bot import attending, booking, ringing
from bot.cards import introduced
from bot.compact import encode
from bot.dialogue import effects as fx
from bot.dialogue import viewings
from bot.dialogue.company import may_speak
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.engine import Ask, Turn
from bot.dialogue.scoring import HOT
from bot.dialogue.session import Session, dump
from bot.dialogue.site import Site
from bot.lead_rows import lead_row, stage_event, whole
from bot.leads.duty import NOBODY_SAID, Roster
from bot.leads.persons import email_key, phone_key
from bot.records import frozen
from bot.replies import line_data, state_json
from bot.ringing import Rung, Scene
from bot.understanding.secrets import MASK
from storage import rows

LIVE = ',"live":true'  # a person may speak: the stream is worth opening


@frozen
class Held:
    """A conversation between two turns: what is stored of it, and what was said meanwhile."""

    row: rows.Conversation
    session: Session
    lead: rows.Lead | None
    rung: tuple[str, ...] = ()  # agents whose phones rang for it
    unheard: tuple[rows.Message, ...] = ()  # an agent's words since the visitor's last turn
    earlier: tuple[Session, ...] = ()  # the person's other conversations about this wish
    booking: rows.Booking | None = None  # their viewing, as it was last


@frozen
class Inputs:
    """What a plan is made from besides the conversation itself."""

    turn: Turn
    ask: Ask | None
    site: Site
    now: datetime
    flow: CompiledFlow
    client_id: str = ""
    new_id: Callable[[], str] = str  # for the lead, should this turn make one
    token: str = ""  # told in the first reply only
    words: str = ""  # the widget's own words as JSON, where this turn is their moment
    mark: str = ""  # members of JSON that the visitor's own lines carry in the transcript
    roster: Roster = NOBODY_SAID
    previous: str = ""  # the agent who had this person before


@frozen
class Plan:
    """What to commit, and once that is done, what to keep in mind and to say."""

    batch: rows.Batch
    held: Held
    reply: bytes
    hot: bool  # the agents' phones are about to ring
    ask: Ask | None = None  # the open question
    owner: str = ""  # the agent whose phone is about to ring


def plan(held: Held, given: Inputs) -> Plan:
    """The whole outcome of a turn."""
    turn, now = given.turn, given.now
    heard = _sorted(turn.effects)
    if is_erased(turn.session) and not is_erased(held.session):
        return _erasing(held, given, heard)
    said = _hidden(heard.said) if is_erased(held.session) else heard.said
    messages = _messages(held.row, said, now, given.mark)
    if not held.row.seq:
        messages = introduced(messages, given.flow, turn.session)
    lead = _lead(held, given, heard)
    rings = heard.rings or _for_person(held, lead)
    rung = _rung(rings, held, lead, given, messages) if lead else ringing.QUIET
    row = _conversation(held, given, messages, lead)
    reply = _reply(row, (*held.unheard, *messages), given)
    causing = _causing(held.row, messages)
    viewing = _viewing(held, given, row) if lead is not None else None
    attended = attending.Attended(held.session, turn.session, row, messages, given.site, now)
    batch = rows.Batch(
        conversation=row,
        expected_version=held.row.version,
        messages=messages,
        answers=_answers(row, heard.answered, causing, now),
        turn=rows.Turn(row.id, given.client_id, reply, now) if given.client_id else None,
        lead=lead,
        unread=_unread(row, heard.others, causing, now),
        consents=_consents(row, heard.others, now),
        do_not_contact=_do_not_contact(row, heard.others, now),
        outgoing=(
            *rung.outgoing,
            *attending.rows(attended),
            *(
                booking.rows(viewing, held.booking, booking.here(turn.session, given.site), now)
                if viewing
                else ()
            ),
        ),
        booking=viewing,
        events=tuple(replace(event, origin=row.id) for event in rung.events),
        stage=stage_event(held.lead, lead, now) if lead else None,
        follows=_followed(held),
    )
    kept = Held(
        row,
        turn.session,
        lead,
        rung.agents or held.rung,
        earlier=held.earlier,
        booking=viewing or held.booking,
    )
    return Plan(batch, kept, reply, rung.loud, given.ask, rung.owner)


def _rung(
    rings: list[fx.Ring],
    held: Held,
    lead: rows.Lead,
    given: Inputs,
    messages: tuple[rows.Message, ...],
) -> Rung:
    """Whose phones ring."""
    if not (rings or held.rung or (held.lead is not None and held.lead.owner)):
        return ringing.QUIET
    spoke = any(message.sender == "visitor" for message in messages)
    scene = Scene(given.site, given.now, given.roster, given.previous, held.lead, held.rung, spoke)
    return ringing.ring(rings, lead, scene)


def _viewing(held: Held, given: Inputs, row: rows.Conversation) -> rows.Booking | None:
    """What became of the viewing, None where nothing did."""
    session = given.turn.session
    if held.booking is None and viewings.FIELD not in session.answers:
        return None
    wanted = booking.Wanted(row.id, row.lead_id, session)
    return booking.booked(held.booking, wanted, given.site, given.now, given.new_id)


def is_erased(session: Session) -> bool:
    """Whether nothing may be kept of this visitor: they wanted it so, or are a child."""
    return session.status == "erased" or "minor" in session.flags


def _erasing(held: Held, given: Inputs, heard: _Effects) -> Plan:
    """The visitor wants everything deleted: only the confirmation stays, and not their words.
    What else goes is worked out where the store can be asked."""
    messages = _messages(held.row, _hidden(heard.said), given.now, given.mark)
    row = _conversation(held, given, messages, None)
    reply = _reply(row, messages, given)
    turn = rows.Turn(row.id, given.client_id, reply, given.now) if given.client_id else None
    batch = rows.Batch(
        conversation=row, expected_version=held.row.version, messages=messages, turn=turn
    )
    return Plan(batch, Held(row, given.turn.session, None), reply, hot=False, ask=given.ask)


def _hidden(said: Iterable[fx.Said]) -> Iterator[fx.Said]:
    """What is said in a chat that keeps nothing of the visitor, not even what comes later."""
    return (replace(line, text=MASK) if line.sender == "visitor" else line for line in said)


def _for_person(held: Held, lead: rows.Lead | None) -> list[fx.Ring]:
    """A person whom all their conversations together make hot rings, if nobody was rung yet."""
    first = held.earlier and lead is not None and lead.band == HOT and not held.rung
    return [fx.Ring("hot", "person")] if first else []


def _followed(held: Held) -> str:
    """The conversation that the lead was heard in last, where it is not this one."""
    before = held.lead.conversation if held.lead is not None else ""
    return before if before != held.row.id else ""


def state_reply(
    held: Held, messages: Iterable[rows.Message], ask: Ask | None, words: str = ""
) -> bytes:
    """The reply that tells where a conversation stands."""
    row = held.row
    extra = f',"words":{words}' if words else ""
    extra += LIVE if may_speak(held.session) else ""
    told = state_json(row.id, row.seq, messages, ask, held.session.standing, extra=extra)
    return told.encode()


@dataclass(slots=True)
class _Effects:
    """A turn's effects by what is done with them; most turns have none of the others."""

    said: list[fx.Said]
    answered: list[fx.Answered]
    rings: list[fx.Ring]
    others: list[fx.Effect]


def _sorted(effects: Iterable[fx.Effect]) -> _Effects:
    found = _Effects([], [], [], [])
    for effect in effects:
        if isinstance(effect, fx.Said):
            found.said.append(effect)
        elif isinstance(effect, fx.Answered):
            found.answered.append(effect)
        elif isinstance(effect, fx.Ring):
            found.rings.append(effect)
        else:
            found.others.append(effect)
    return found


def _reply(row: rows.Conversation, messages: Iterable[rows.Message], given: Inputs) -> bytes:
    session = given.turn.session
    extra = f',"token":{quoted(given.token)}' if given.token else ""
    extra += f',"words":{given.words}' if given.words else ""
    extra += LIVE if may_speak(session) else ""
    told = state_json(row.id, row.seq, messages, given.ask, session.standing, extra=extra)
    return told.encode()


def _messages(
    row: rows.Conversation, said: Iterable[fx.Said], now: datetime, mark: str
) -> tuple[rows.Message, ...]:
    return tuple(
        rows.Message(row.id, seq, line.sender, line.text, now, _line_data(line, mark))
        for seq, line in enumerate(said, row.seq + 1)
    )


def _line_data(line: fx.Said, mark: str) -> str:
    if mark and line.sender == "visitor":
        return f"{{{mark}}}"
    if line.by:
        return encode(dict(line.by))
    return line_data(line.question, line.options) if line.question or line.options else "{}"


def _causing(row: rows.Conversation, messages: tuple[rows.Message, ...]) -> int:
    """The number of the visitor's message, or of the first one where the visitor said nothing."""
    for message in messages:
        if message.sender == "visitor":
            return message.seq
    return row.seq + 1


def _conversation(
    held: Held, given: Inputs, messages: tuple[rows.Message, ...], lead: rows.Lead | None
) -> rows.Conversation:
    """The row as it stands after the commit."""
    old, session = held.row, given.turn.session
    return rows.Conversation(
        id=old.id,
        token_hash=old.token_hash,
        flow=session.flow,
        flow_hash=session.flow_hash,
        channel=old.channel,
        market=session.market,
        lang=session.lang,
        status=session.standing,
        band=given.turn.score.band,
        session=dump(session),
        seq=old.seq + len(messages),
        version=old.version + 1,
        lead_id=lead.id if lead else "",
        created_at=old.created_at,
        updated_at=given.now,
        source=old.source,
        peer=old.peer,
    )


def _lead(held: Held, given: Inputs, heard: _Effects) -> rows.Lead | None:
    """The lead as it is now. There is one as soon as anything is known or somebody must know."""
    session, score, old = given.turn.session, given.turn.score, held.lead
    if old is None and not session.answers and not heard.rings:
        return None
    if held.earlier:
        session, score = whole(given.flow, session, held.earlier, given.now)
    id_ = old.id if old else given.new_id()
    return lead_row(held.row, session, score, old, id_=id_, now=given.now)


def _answers(
    row: rows.Conversation, answered: list[fx.Answered], seq: int, now: datetime
) -> tuple[rows.AnswerRow, ...]:
    return tuple(
        rows.AnswerRow(
            conversation=row.id,
            seq=seq,
            n=n,
            question=answer.question,
            field=answer.field,
            value=encode(answer.value),
            raw=answer.raw,
            how=answer.how,
            flow_hash=row.flow_hash,
            at=now,
        )
        for n, answer in enumerate(answered)
    )


def _unread(
    row: rows.Conversation, others: list[fx.Effect], seq: int, now: datetime
) -> tuple[rows.Unread, ...]:
    return tuple(
        rows.Unread(row.id, seq, row.flow, effect.question, effect.text, row.lang, now)
        for effect in others
        if isinstance(effect, fx.Unread)
    )


def _consents(
    row: rows.Conversation, others: list[fx.Effect], now: datetime
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
        for effect in others
        if isinstance(effect, fx.Consent)
    )


def _do_not_contact(
    row: rows.Conversation, others: list[fx.Effect], now: datetime
) -> tuple[rows.DoNotContactRow, ...]:
    found: list[str] = []
    for effect in others:
        if isinstance(effect, fx.DoNotContact):
            found += [phone_key(effect.phone), email_key(effect.email)]
            found += [f"{row.channel}:{row.peer}" if row.peer else ""]
    return tuple(rows.DoNotContactRow(key, "stop", now) for key in dict.fromkeys(found) if key)
