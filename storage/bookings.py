"""Viewings, and which message in an agent's chat is about which lead."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from sqlite3 import Connection

from storage import erasing, persons
from storage.columns import maybe_micros, micros, reader
from storage.rows import Booking
from storage.store import SlotTaken

_COLUMNS, _booking = reader(
    Booking, conversation="(select id from conversation where n = booking.conversation)"
)
TAKES = "state in ('held', 'asked', 'confirmed')"
_CLASH = f"""
    select 1 from booking
    where {TAKES} and not (state = 'held' and held_until <= :now) and id <> :id
        and starts_at < :ends and ends_at > :starts
        and ((place <> '' and place = :place) or (agent <> '' and agent = :agent))
    limit 1
"""
_LAPSE = """
    update booking set state = 'lapsed', updated_at = :now
    where state = 'held' and held_until <= :now and id <> :id
"""
_PUT = """
    insert into booking (id, conversation, lead_id, place, agent, starts_at, ends_at, state,
        held_until, number, link_hash, created_at, updated_at)
    values (?, (select n from conversation where id = ?), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (id) do update set
        lead_id = excluded.lead_id, place = excluded.place, agent = excluded.agent,
        starts_at = excluded.starts_at, ends_at = excluded.ends_at, state = excluded.state,
        held_until = excluded.held_until, number = excluded.number,
        updated_at = excluded.updated_at
"""
_WITHDRAW = """
    update outbox set state = 'dropped', settled_at = ?
    where state = 'due' and kind = 'book.remind' and lead_id = ? and lead_id <> ''
"""


def check(db: Connection, row: Booking) -> None:
    """Refuse a time that somebody else has, of the home or of the agent."""
    if row.takes_time and db.execute(_CLASH, _times(row)).fetchone():
        raise SlotTaken("the time is taken")


def put(db: Connection, row: Booking) -> None:
    """Write a viewing as it is now; reminders of its older state are withdrawn."""
    db.execute(_LAPSE, {"now": micros(row.updated_at), "id": row.id})
    db.execute(_WITHDRAW, (micros(row.updated_at), row.lead_id))
    db.execute(
        _PUT,
        (
            row.id, row.conversation, row.lead_id, row.place, row.agent, micros(row.starts_at),
            micros(row.ends_at), row.state, maybe_micros(row.held_until), row.number,
            row.link_hash, micros(row.created_at), micros(row.updated_at),
        ),
    )  # fmt: skip


def taken(db: Connection, place: str, agent: str, since: datetime) -> list[Booking]:
    sql = f"""select {_COLUMNS} from booking where {TAKES} and ends_at > ?
        and ((place <> '' and place = ?) or (agent <> '' and agent = ?)) order by starts_at"""
    return _all(db, sql, (micros(since), place, agent))


def of_conversation(db: Connection, id_: str) -> Booking | None:
    """The viewing that counts, else the one that was last."""
    sql = f"""select {_COLUMNS} from booking
        where conversation = (select n from conversation where id = ?)
        order by {TAKES} desc, updated_at desc limit 1"""
    return next(iter(_all(db, sql, (id_,))), None)


def by_id(db: Connection, id_: str) -> Booking | None:
    return next(iter(_all(db, f"select {_COLUMNS} from booking where id = ?", (id_,))), None)


def by_link(db: Connection, link_hash: str) -> Booking | None:
    sql = f"""select {_COLUMNS} from booking where link_hash = ?
        order by {TAKES} desc, updated_at desc limit 1"""
    return next(iter(_all(db, sql, (link_hash,))), None)


def keep_post(db: Connection, chat_id: str, message_id: int, lead_id: str, at: datetime) -> None:
    """Remember whom a message is about; of a lead that was erased meanwhile it is taken back."""
    lead_id = persons.living(db, lead_id)
    if not lead_id:
        erasing.wipe(db, chat_id, message_id, at)
        return
    sql = """insert into chat_post (chat_id, message_id, conversation, lead_id)
        select ?1, ?2, n, ?3 from conversation
        where id = (select conversation from lead where id = ?3) on conflict do nothing"""
    db.execute(sql, (chat_id, message_id, lead_id))


def lead_of_post(db: Connection, chat_id: str, message_id: int) -> str:
    sql = """select lead_id from chat_post where chat_id = ?1 and message_id = ?2
        union all select lead_id from alert_copy where chat_id = ?1 and message_id = ?2 limit 1"""
    found = db.execute(sql, (chat_id, message_id)).fetchone()
    return str(found[0]) if found else ""


def _times(row: Booking) -> dict[str, object]:
    return {
        "id": row.id,
        "place": row.place,
        "agent": row.agent,
        "starts": micros(row.starts_at),
        "ends": micros(row.ends_at),
        "now": micros(row.updated_at),
    }


def _all(db: Connection, sql: str, values: Iterable[object]) -> list[Booking]:
    return [_booking(found) for found in db.execute(sql, tuple(values)).fetchall()]
