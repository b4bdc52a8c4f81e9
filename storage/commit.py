"""How batches become rows. Everything here runs inside the writer's transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from sqlite3 import Connection

from storage import bookings, erasing, persons
from storage.columns import maybe_micros, micros
from storage.inlet import Record, Tables, fill
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
    Upload,
)

_ADD_UPLOAD = """insert into upload
    values ((select n from conversation where id = ?), ?, ?, ?, ?, ?, ?, ?, ?)"""


def is_plain(batch: Batch) -> bool:
    """Whether it is written by one statement."""
    return not (batch.uploads or batch.booking or batch.join or batch.erases)


def apply(db: Connection, batches: Sequence[Batch]) -> None:
    """Write the batches.

    Raises Conflict, or sqlite3's IntegrityError for a client id or key used before, with nothing
    written that a caller's transaction would not take back. Of several batches it is not said
    whose it was: the caller writes them one at a time.
    """
    for batch in batches:
        _check(batch)
    plain = [batch for batch in batches if is_plain(batch)]
    if plain:
        fill(db, {**_beginning(plain), **_lines(plain), **_lead_with_keys(plain), **_rest(plain)})
    for batch in batches:
        if not is_plain(batch):
            _apply_in_steps(db, batch)


def _apply_in_steps(db: Connection, batch: Batch) -> None:
    """What happens between a batch's rows, and needs some of them."""
    own = (batch,)
    if batch.booking is not None:
        bookings.check(db, batch.booking)
    fill(db, _beginning(own))
    if batch.erases is not None:
        erase(db, batch.erases)
    fill(db, _lines(own))
    db.executemany(_ADD_UPLOAD, [_upload(row) for row in batch.uploads])
    if batch.booking is not None:
        bookings.put(db, batch.booking)
    lead = _lead_with_keys(own)
    fill(db, {"lead": lead["lead"]})
    if batch.lead is not None and batch.join is not None:
        persons.join(db, batch.join)
    fill(db, {"known": lead["known"]})
    if batch.lead is not None and batch.join is not None:
        persons.count_visits(db, batch.lead.id)
    fill(db, _rest(own))


def _beginning(batches: Sequence[Batch]) -> Tables:
    rows = [(batch, batch.conversation) for batch in batches if batch.conversation is not None]
    return {
        "settled": [(b.settles.bot, b.settles.update_id) for b in batches if b.settles],
        "begun": [_begun(row) for batch, row in rows if not batch.expected_version],
        "changed": [
            _changed(row, batch.expected_version) for batch, row in rows if batch.expected_version
        ],
        "moved": [(row.id, row.channel, row.peer) for batch, row in rows if batch.moves],
        "followed": [
            (b.lead.id, b.lead.conversation, b.follows) for b in batches if b.lead and b.follows
        ],
    }


def _lines(batches: Sequence[Batch]) -> Tables:
    return {
        "turn": [_turn(batch.turn) for batch in batches if batch.turn is not None],
        "message": [_message(row) for batch in batches for row in batch.messages],
        "answer": [_answer(row) for batch in batches for row in batch.answers],
        "unread": [_unread(row) for batch in batches for row in batch.unread],
        "consent": [_consent(row) for batch in batches for row in batch.consents],
    }


def _lead_with_keys(batches: Sequence[Batch]) -> Tables:
    rows = [(batch, batch.lead) for batch in batches if batch.lead is not None]
    return {
        "lead": [_lead(row) for _, row in rows],
        "known": [(key, row.id, batch.weighed) for batch, row in rows for key in batch.keys],
    }


def _rest(batches: Sequence[Batch]) -> Tables:
    """What happened comes last; the stage of a lead that an agent has is the agent's to change."""
    return {
        "refused": [_do_not_contact(row) for batch in batches for row in batch.do_not_contact],
        "outgoing": [_outgoing(row) for batch in batches for row in batch.outgoing],
        "event": [
            row
            for batch in batches
            for row in (
                *((_event(batch.stage, if_free=True),) if batch.stage is not None else ()),
                *map(_event, batch.events),
            )
        ],
    }


def rewrite(db: Connection, known: Known) -> None:
    """Write a lead as somebody has made it by hand, wherever it was heard last."""
    lead = known.lead
    db.execute("update lead set conversation = ? where id = ?", (lead.conversation, lead.id))
    fill(db, {"lead": [_lead(lead)]})
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
    fill(db, {"outgoing": [_outgoing(row) for row in outgoing]})


def add_events(db: Connection, events: Iterable[Event]) -> None:
    """Append to timelines."""
    fill(db, {"event": [_event(row) for row in events]})


def _check(batch: Batch) -> None:
    lines = batch.messages or batch.answers or batch.turn or batch.unread or batch.consents
    if batch.conversation is None and (lines or batch.uploads):
        raise ValueError("rows of a conversation are committed together with it")


def _begun(row: Conversation) -> Record:
    return (
        row.id, row.token_hash, row.flow, row.flow_hash, row.channel, row.market, row.lang,
        row.status, row.band, row.session, row.seq, row.lead_id, micros(row.created_at),
        micros(row.updated_at), row.source, row.peer,
    )  # fmt: skip


def _changed(row: Conversation, version: int) -> Record:
    return (
        row.id, version, row.flow, row.flow_hash, row.market, row.lang, row.status, row.band,
        row.session, row.seq, row.lead_id, micros(row.updated_at),
    )  # fmt: skip


def _turn(row: Turn) -> Record:
    return row.conversation, row.client_id, row.reply.decode(), micros(row.at)


def _message(row: Message) -> Record:
    return row.conversation, row.seq, row.sender, row.text, micros(row.at), row.data


def _answer(row: AnswerRow) -> Record:
    return (
        row.conversation, row.seq, row.n, row.question, row.field, row.value, row.raw, row.how,
        row.flow_hash, micros(row.at),
    )  # fmt: skip


def _unread(row: Unread) -> Record:
    return (
        row.conversation, row.seq, row.flow, row.question, row.text, row.lang, micros(row.at)
    )  # fmt: skip


def _consent(row: ConsentRow) -> Record:
    return (
        row.conversation, row.lead_id, row.purpose, row.granted, row.text, row.version,
        row.channel, micros(row.at),
    )  # fmt: skip


def _upload(row: Upload) -> tuple[object, ...]:
    return (
        row.conversation, row.seq, row.id, row.question, row.name, row.type, row.size,
        micros(row.at), row.data,
    )  # fmt: skip


def _do_not_contact(row: DoNotContactRow) -> Record:
    return row.key, row.reason, micros(row.at)


def _event(row: Event, *, if_free: bool = False) -> Record:
    return row.lead_id, row.kind, row.who, row.data, micros(row.at), row.origin, if_free


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
