"""How batches become rows. Everything here runs inside the writer's transaction.

Many batches are written together, a table at a time and many rows a statement: a step into
SQLite gives up Python's lock, and getting it back beside a busy event loop costs more than the
row itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from sqlite3 import Connection
from typing import TypeVar

from storage import bookings, erasing, persons
from storage.columns import maybe_micros, micros
from storage.insert import Insert
from storage.rows import (
    AnswerRow,
    Batch,
    ConsentRow,
    Conversation,
    DoNotContactRow,
    Erasure,
    Event,
    Join,
    Known,
    Lead,
    Message,
    Outgoing,
    Split,
    Turn,
    Unread,
    UpdateKey,
    Upload,
)
from storage.store import Conflict, Crossed, SlotTaken

RowT = TypeVar("RowT")
Record = tuple[object, ...]

_ADD_CONVERSATION = Insert(
    """
    insert into conversation (id, token_hash, flow, flow_hash, channel, market, lang, status, band,
        session, seq, lead_id, created_at, updated_at, source, peer, n, version)
    """,
    columns=18,
)
_CHANGE_CONVERSATION = Insert(
    """
    update conversation set flow = v.column1, flow_hash = v.column2, market = v.column3,
        lang = v.column4, status = v.column5, band = v.column6, session = v.column7,
        seq = v.column8, version = version + 1, lead_id = v.column9, updated_at = v.column10
    from (
    """,
    columns=11,
    tail=") as v where n = v.column11",
    nulls_match_nothing=True,
)
_ADD_TURN = Insert("insert into turn (conversation, client_id, reply, at)", columns=4)
_ADD_MESSAGE = Insert("insert into message", columns=6)
_ADD_ANSWER = Insert("insert into answer", columns=10)
_ADD_UNREAD = Insert("insert into unread", columns=7)
_ADD_CONSENT = Insert("insert into consent", columns=8)
_ADD_UPLOAD = Insert("insert into upload", columns=9)
_ADD_DO_NOT_CONTACT = Insert(
    "insert into do_not_contact", columns=3, tail="on conflict (key) do nothing"
)
_ADD_EVENT = Insert("insert into event (lead_id, kind, who, data, at, origin)", columns=6)
_ADD_OUTGOING = Insert(
    """
    insert into outbox (key, kind, lane, payload, due_at, lead_id, attempts, state, error, result,
        created_at, taken_at, rank)
    """,
    columns=13,
    tail="on conflict (key) do nothing",
)
# A turn neither gives a lead to an agent nor takes it from one: it may have read it before a
# claim, or before a release. A claimed lead's stage is the agents' to change.
_PUT_LEAD = Insert(
    """
    insert into lead (id, conversation, flow, flow_hash, channel, market, lang, band, status,
        stage, fit, engagement, total, name, phone, email, owner, listing_id, fields, source,
        reasons, created_at, updated_at, claimed_at, dq_reason, gate)
    """,
    columns=26,
    tail="""
    on conflict (id) do update set
        conversation = excluded.conversation, flow = excluded.flow,
        flow_hash = excluded.flow_hash, channel = excluded.channel, market = excluded.market,
        lang = excluded.lang, band = excluded.band, status = excluded.status,
        stage = iif(owner = '', excluded.stage, stage), fit = excluded.fit,
        engagement = excluded.engagement, total = excluded.total, name = excluded.name,
        phone = excluded.phone, email = excluded.email,
        listing_id = excluded.listing_id, fields = excluded.fields, source = excluded.source,
        reasons = excluded.reasons, updated_at = max(updated_at, excluded.updated_at),
        dq_reason = excluded.dq_reason, gate = excluded.gate
    where conversation = excluded.conversation
    """,
)
_MOVE = "update conversation set channel = ?, peer = ? where n = ?"
_FIND = "select json_group_array(json_array(id, n, version)) from conversation where id in ({})"
_SETTLE = """
    update telegram_update set state = 'done', error = '', body = '{}'
    where bot = ? and update_id = ? and state = 'new'
"""


class Crowded(Exception):  # noqa: N818 - never leaves storage
    """Two batches of one group are about the same conversation: write them one by one."""


def apply(db: Connection, batches: Sequence[Batch]) -> list[Conflict | None]:
    """Write the batches; says for each whether it was refused, with nothing of it written.

    Raises Crowded, or sqlite3's IntegrityError for a client id or key used before, after which
    the caller rolls back and writes them one at a time, where it is that one's own conflict.
    """
    for batch in batches:
        _check(batch)
    if sum(batch.booking is not None for batch in batches) > 1:
        raise Crowded  # they may want the same time
    verdicts, numbers = _judge(db, batches)
    granted = [batch for batch, verdict in zip(batches, verdicts, strict=True) if verdict is None]
    for batch in granted:
        if batch.settles is not None:
            _settle(db, batch.settles)
    _put_conversations(db, granted, numbers)
    _move(db, granted, numbers)
    about_persons = [b for b in granted if b.keys or b.follows or b.join or b.erases]
    for batch in about_persons:
        persons.follow(db, batch)
        if batch.erases is not None:
            erase(db, batch.erases)
    _add_lines(db, granted, numbers)
    _book(db, granted, numbers)
    put_leads(db, [batch.lead for batch in granted if batch.lead is not None])
    for batch in about_persons:
        persons.apply(db, batch)
    refusals = [row for batch in granted for row in batch.do_not_contact]
    _ADD_DO_NOT_CONTACT.run(db, [_do_not_contact(row) for row in refusals])
    add_outgoing(db, [row for batch in granted for row in batch.outgoing])
    add_events(db, _events(db, granted))
    return verdicts


def _events(db: Connection, batches: Sequence[Batch]) -> Iterable[Event]:
    """What happened; the stage of a lead that an agent has is the agent's to change."""
    for batch in batches:
        if batch.stage is not None and _is_free(db, batch.stage.lead_id):
            yield batch.stage
        yield from batch.events


def _is_free(db: Connection, lead_id: str) -> bool:
    sql = "select 1 from lead where id = ? and owner = ''"
    return db.execute(sql, (lead_id,)).fetchone() is not None


def put_leads(db: Connection, leads: Sequence[Lead]) -> None:
    """Write leads. Raises Crossed for one that was heard in another of its conversations since
    it was read, Crowded where it is not said which."""
    if _PUT_LEAD.run(db, [_lead(lead) for lead in leads]) < len(leads):
        raise Crossed("the lead was heard elsewhere meanwhile") if len(leads) == 1 else Crowded


def rewrite(db: Connection, known: Known) -> None:
    """Write a lead as somebody has made it by hand, wherever it was heard last."""
    lead = known.lead
    db.execute("update lead set conversation = ? where id = ?", (lead.conversation, lead.id))
    put_leads(db, [lead])
    persons.settle_keys(db, known)


def erase(db: Connection, what: Erasure) -> dict[str, int]:
    """Erase, and write what stays of leads that others share. Raises Crossed when the person
    spoke meanwhile."""
    erasing.check(db, what)
    gone = erasing.erase(db, what)
    for known in what.rewritten:
        rewrite(db, known)
    return gone


def join(db: Connection, known: Known, join_: Join, event: Event) -> None:
    """By hand: two leads are one person's."""
    persons.join(db, join_)
    rewrite(db, known)
    add_events(db, [event])


def split(db: Connection, split_: Split, events: Sequence[Event]) -> None:
    """By hand: a lead is two persons'."""
    persons.split(db, split_)
    for known in (split_.kept, split_.fresh):
        rewrite(db, known)
    add_events(db, events)


def allow(db: Connection, keys: Sequence[str], events: Sequence[Event]) -> int:
    """By hand: these may be contacted again."""
    gone = erasing.allow(db, keys)
    if gone:
        add_events(db, events)
        for event in events:
            erasing.show_anew(db, event.lead_id, event.at)
    return gone


def add_outgoing(db: Connection, outgoing: Iterable[Outgoing]) -> None:
    """Queue rows whose keys are new."""
    _ADD_OUTGOING.run(db, [_outgoing(row) for row in outgoing])


def add_events(db: Connection, events: Iterable[Event]) -> None:
    """Append to timelines."""
    _ADD_EVENT.run(db, [_event(row) for row in events])


def _check(batch: Batch) -> None:
    lines = batch.messages or batch.answers or batch.turn or batch.unread or batch.consents
    if batch.conversation is None and (lines or batch.uploads):
        raise ValueError("rows of a conversation are committed together with it")


def _judge(
    db: Connection, batches: Sequence[Batch]
) -> tuple[list[Conflict | None], dict[str, int]]:
    """Which batches come too late, and the number of each conversation."""
    ids = [batch.conversation.id for batch in batches if batch.conversation is not None]
    if len(set(ids)) < len(ids):
        raise Crowded
    found = {id_: (n, version) for id_, n, version in _find(db, ids)}
    numbers = {id_: n for id_, (n, _) in found.items()}
    verdicts: list[Conflict | None] = []
    for batch in batches:
        row = batch.conversation
        version = found[row.id][1] if row is not None and row.id in found else 0
        late = row is not None and version != batch.expected_version
        verdict = Conflict(f"the conversation is at version {version}") if late else None
        verdicts.append(verdict or _taken(db, batch))
    return verdicts, numbers


def _taken(db: Connection, batch: Batch) -> Conflict | None:
    """Whether the time of its viewing is somebody else's."""
    try:
        if batch.booking is not None:
            bookings.check(db, batch.booking)
    except SlotTaken as taken:
        return taken
    return None


def _find(db: Connection, ids: Sequence[str]) -> list[tuple[str, int, int]]:
    """In one row: each row fetched would give up Python's lock once more."""
    marks = ", ".join("?" * len(ids))
    found: list[tuple[str, int, int]] = json.loads(
        db.execute(_FIND.format(marks), ids).fetchone()[0]
    )
    return found


def _book(db: Connection, batches: Sequence[Batch], numbers: dict[str, int]) -> None:
    for batch in batches:
        if batch.booking is not None:
            bookings.put(db, batch.booking, numbers[batch.booking.conversation])


def _settle(db: Connection, key: UpdateKey) -> None:
    if not db.execute(_SETTLE, (key.bot, key.update_id)).rowcount:
        raise Conflict(f"update {key.update_id} was settled before")


def _put_conversations(db: Connection, batches: Sequence[Batch], numbers: dict[str, int]) -> None:
    rows = [batch.conversation for batch in batches if batch.conversation is not None]
    _CHANGE_CONVERSATION.run(
        db, [_conversation(row, numbers[row.id]) for row in rows if row.id in numbers]
    )
    fresh = [row for row in rows if row.id not in numbers]
    if fresh:
        last = db.execute("select coalesce(max(n), 0) from conversation").fetchone()[0]
        numbers.update({row.id: last + n for n, row in enumerate(fresh, 1)})
        _ADD_CONVERSATION.run(db, [_new_conversation(row, numbers[row.id]) for row in fresh])


def _move(db: Connection, batches: Sequence[Batch], numbers: dict[str, int]) -> None:
    for batch in batches:
        row = batch.conversation
        if batch.moves and row is not None:
            db.execute(_MOVE, (row.channel, row.peer, numbers[row.id]))


def _add_lines(db: Connection, batches: Sequence[Batch], numbers: dict[str, int]) -> None:
    def all_of(
        rows: Callable[[Batch], Iterable[RowT]], record: Callable[[RowT, int], Record]
    ) -> list[Record]:
        return [
            record(row, numbers[batch.conversation.id])
            for batch in batches
            if batch.conversation is not None
            for row in rows(batch)
        ]

    _ADD_TURN.run(db, all_of(lambda b: (b.turn,) if b.turn else (), _turn))
    _ADD_MESSAGE.run(db, all_of(lambda b: b.messages, _message))
    _ADD_ANSWER.run(db, all_of(lambda b: b.answers, _answer))
    _ADD_UNREAD.run(db, all_of(lambda b: b.unread, _unread))
    _ADD_CONSENT.run(db, all_of(lambda b: b.consents, _consent))
    _ADD_UPLOAD.run(db, all_of(lambda b: b.uploads, _upload))


def _turn(row: Turn, number: int) -> Record:
    return number, row.client_id, row.reply, micros(row.at)


def _new_conversation(row: Conversation, number: int) -> Record:
    return (
        row.id, row.token_hash, row.flow, row.flow_hash, row.channel, row.market, row.lang,
        row.status, row.band, row.session, row.seq, row.lead_id, micros(row.created_at),
        micros(row.updated_at), row.source, row.peer, number, 1,
    )  # fmt: skip


def _conversation(row: Conversation, number: int) -> Record:
    return (
        row.flow, row.flow_hash, row.market, row.lang, row.status, row.band, row.session, row.seq,
        row.lead_id, micros(row.updated_at), number,
    )  # fmt: skip


def _message(row: Message, number: int) -> Record:
    return number, row.seq, row.sender, row.text, micros(row.at), row.data


def _answer(row: AnswerRow, number: int) -> Record:
    return (
        number, row.seq, row.n, row.question, row.field, row.value, row.raw, row.how,
        row.flow_hash, micros(row.at),
    )  # fmt: skip


def _unread(row: Unread, number: int) -> Record:
    return number, row.seq, row.flow, row.question, row.text, row.lang, micros(row.at)


def _consent(row: ConsentRow, number: int) -> Record:
    return (
        number, row.lead_id, row.purpose, row.granted, row.text, row.version, row.channel,
        micros(row.at),
    )  # fmt: skip


def _upload(row: Upload, number: int) -> Record:
    return (
        number, row.seq, row.id, row.question, row.name, row.type, row.size, micros(row.at),
        row.data,
    )  # fmt: skip


def _do_not_contact(row: DoNotContactRow) -> Record:
    return row.key, row.reason, micros(row.at)


def _event(row: Event) -> Record:
    return row.lead_id, row.kind, row.who, row.data, micros(row.at), row.origin


def _outgoing(row: Outgoing) -> Record:
    return (
        row.key, row.kind, row.lane, row.payload, micros(row.due_at), row.lead_id, row.attempts,
        row.state, row.error, row.result, maybe_micros(row.created_at), maybe_micros(row.taken_at),
        row.rank,
    )  # fmt: skip


def _lead(row: Lead) -> Record:
    return (
        row.id, row.conversation, row.flow, row.flow_hash, row.channel, row.market, row.lang,
        row.band, row.status, row.stage, row.fit, row.engagement, row.total, row.name, row.phone,
        row.email, row.owner, row.listing_id, row.fields, row.source, row.reasons,
        micros(row.created_at), micros(row.updated_at), maybe_micros(row.claimed_at),
        row.dq_reason, row.gate,
    )  # fmt: skip
