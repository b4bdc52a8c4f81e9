"""How a batch becomes rows. Everything here runs inside the writer's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from storage.columns import maybe_micros, micros
from storage.rows import (
    AnswerRow,
    Batch,
    ConsentRow,
    Conversation,
    DoNotContactRow,
    Event,
    Lead,
    Message,
    Outgoing,
    Turn,
    Unread,
    UpdateKey,
)
from storage.store import Conflict

_ADD_CONVERSATION = """
    insert into conversation (id, token_hash, flow, flow_hash, channel, market, lang, status, band,
        session, seq, version, lead_id, created_at, updated_at, source, peer)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)
    on conflict (id) do nothing
"""
_CHANGE_CONVERSATION = """
    update conversation set flow = ?, flow_hash = ?, market = ?, lang = ?, status = ?, band = ?,
        session = ?, seq = ?, version = version + 1, lead_id = ?, updated_at = ?
    where id = ? and version = ?
    returning n
"""
_ADD_TURN = """
    insert into turn (conversation, client_id, reply, at) values (?, ?, ?, ?)
    on conflict (conversation, client_id) do nothing
"""
_ADD_MESSAGE = "insert into message values (?, ?, ?, ?, ?, ?)"
_ADD_ANSWER = "insert into answer values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_UNREAD = "insert into unread values (?, ?, ?, ?, ?, ?, ?)"
_ADD_CONSENT = "insert into consent values (?, ?, ?, ?, ?, ?, ?, ?)"
_ADD_DO_NOT_CONTACT = "insert into do_not_contact values (?, ?, ?) on conflict (key) do nothing"
_ADD_EVENT = "insert into event (lead_id, kind, who, data, at) values (?, ?, ?, ?, ?)"
_ADD_OUTGOING = """
    insert into outbox (key, kind, lane, payload, due_at, lead_id, attempts, state, error, result,
        created_at, taken_at)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (key) do nothing
"""
# A turn never takes a lead from its agent, and a claimed lead's stage is the agents' to change.
_PUT_LEAD = """
    insert into lead (id, conversation, flow, flow_hash, channel, market, lang, band, status,
        stage, fit, engagement, total, name, phone, email, owner, listing_id, fields, source,
        reasons, created_at, updated_at, claimed_at, dq_reason)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do update set
        conversation = excluded.conversation, flow = excluded.flow,
        flow_hash = excluded.flow_hash, channel = excluded.channel, market = excluded.market,
        lang = excluded.lang, band = excluded.band, status = excluded.status,
        stage = iif(owner = '', excluded.stage, stage), fit = excluded.fit,
        engagement = excluded.engagement, total = excluded.total, name = excluded.name,
        phone = excluded.phone, email = excluded.email,
        owner = iif(owner = '', excluded.owner, owner), listing_id = excluded.listing_id,
        fields = excluded.fields, source = excluded.source, reasons = excluded.reasons,
        updated_at = max(updated_at, excluded.updated_at),
        claimed_at = coalesce(claimed_at, excluded.claimed_at), dq_reason = excluded.dq_reason
"""
_SETTLE = """
    update telegram_update set state = 'done', error = ''
    where bot = ? and update_id = ? and state = 'new'
"""


def apply(connection: Connection, batch: Batch) -> None:
    """Write all of the batch; raises Conflict, after which the caller rolls back."""
    if batch.settles is not None:
        _settle(connection, batch.settles)
    if batch.conversation is not None:
        number = _put_conversation(connection, batch.conversation, batch.expected_version)
        _add_lines(connection, batch, number)
    elif batch.messages or batch.answers or batch.turn or batch.unread or batch.consents:
        raise ValueError("rows of a conversation are committed together with it")
    if batch.lead is not None:
        connection.execute(_PUT_LEAD, _lead(batch.lead))
    if batch.do_not_contact:
        connection.executemany(_ADD_DO_NOT_CONTACT, map(_do_not_contact, batch.do_not_contact))
    if batch.outgoing:
        add_outgoing(connection, batch.outgoing)
    if batch.events:
        add_events(connection, batch.events)


def add_outgoing(connection: Connection, outgoing: Iterable[Outgoing]) -> None:
    """Queue rows whose keys are new."""
    connection.executemany(_ADD_OUTGOING, map(_outgoing, outgoing))


def add_events(connection: Connection, events: Iterable[Event]) -> None:
    """Append to timelines."""
    connection.executemany(_ADD_EVENT, map(_event, events))


def _settle(connection: Connection, key: UpdateKey) -> None:
    if not connection.execute(_SETTLE, (key.bot, key.update_id)).rowcount:
        raise Conflict(f"update {key.update_id} was settled before")


def _put_conversation(connection: Connection, row: Conversation, expected: int) -> int:
    if not expected:
        added = connection.execute(_ADD_CONVERSATION, _new_conversation(row))
        if not added.rowcount or added.lastrowid is None:
            raise Conflict(f"conversation {row.id} exists")
        return added.lastrowid
    found = connection.execute(_CHANGE_CONVERSATION, _conversation(row, expected)).fetchall()
    if not found:
        raise Conflict(f"conversation {row.id} is not at version {expected}")
    return int(found[0][0])


def _add_lines(connection: Connection, batch: Batch, number: int) -> None:
    if batch.turn is not None:
        _add_turn(connection, batch.turn, number)
    if batch.messages:
        connection.executemany(_ADD_MESSAGE, _messages(batch.messages, number))
    if batch.answers:
        connection.executemany(_ADD_ANSWER, _answers(batch.answers, number))
    if batch.unread:
        connection.executemany(_ADD_UNREAD, _unread(batch.unread, number))
    if batch.consents:
        connection.executemany(_ADD_CONSENT, _consents(batch.consents, number))


def _add_turn(connection: Connection, row: Turn, number: int) -> None:
    values = (number, row.client_id, row.reply, micros(row.at))
    if not connection.execute(_ADD_TURN, values).rowcount:
        raise Conflict(f"client id {row.client_id} was used before")


def _new_conversation(row: Conversation) -> tuple[object, ...]:
    return (
        row.id, row.token_hash, row.flow, row.flow_hash, row.channel, row.market, row.lang,
        row.status, row.band, row.session, row.seq, row.lead_id, micros(row.created_at),
        micros(row.updated_at), row.source, row.peer,
    )  # fmt: skip


def _conversation(row: Conversation, expected: int) -> tuple[object, ...]:
    return (
        row.flow, row.flow_hash, row.market, row.lang, row.status, row.band, row.session, row.seq,
        row.lead_id, micros(row.updated_at), row.id, expected,
    )  # fmt: skip


def _messages(rows: Sequence[Message], number: int) -> list[tuple[object, ...]]:
    return [(number, row.seq, row.sender, row.text, micros(row.at), row.data) for row in rows]


def _answers(rows: Sequence[AnswerRow], number: int) -> list[tuple[object, ...]]:
    return [
        (number, row.seq, row.n, row.question, row.field, row.value, row.raw, row.how,
         row.flow_hash, micros(row.at))
        for row in rows
    ]  # fmt: skip


def _unread(rows: Sequence[Unread], number: int) -> list[tuple[object, ...]]:
    return [
        (number, row.seq, row.flow, row.question, row.text, row.lang, micros(row.at))
        for row in rows
    ]


def _consents(rows: Sequence[ConsentRow], number: int) -> list[tuple[object, ...]]:
    return [
        (number, row.lead_id, row.purpose, row.granted, row.text, row.version, row.channel,
         micros(row.at))
        for row in rows
    ]  # fmt: skip


def _do_not_contact(row: DoNotContactRow) -> tuple[object, ...]:
    return row.key, row.reason, micros(row.at)


def _event(row: Event) -> tuple[object, ...]:
    return row.lead_id, row.kind, row.who, row.data, micros(row.at)


def _outgoing(row: Outgoing) -> tuple[object, ...]:
    return (
        row.key, row.kind, row.lane, row.payload, micros(row.due_at), row.lead_id, row.attempts,
        row.state, row.error, row.result, maybe_micros(row.created_at), maybe_micros(row.taken_at),
    )  # fmt: skip


def _lead(row: Lead) -> tuple[object, ...]:
    return (
        row.id, row.conversation, row.flow, row.flow_hash, row.channel, row.market, row.lang,
        row.band, row.status, row.stage, row.fit, row.engagement, row.total, row.name, row.phone,
        row.email, row.owner, row.listing_id, row.fields, row.source, row.reasons,
        micros(row.created_at), micros(row.updated_at), maybe_micros(row.claimed_at),
        row.dq_reason,
    )  # fmt: skip
