"""The outbox and the agents' claims, as work for the writer.

A lane keeps order: only its first row that is neither sent nor buried may leave, and only when
none of it is on its way.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from sqlite3 import Connection

from storage import erasing, persons
from storage.columns import micros, moment
from storage.commit import add_events, add_outgoing
from storage.queries import OUTGOING, outgoing
from storage.rows import LOOK, AlertCopy, Event, Lead, Outgoing
from storage.store import INTERRUPTED, Claim

_HEAD = """
    (lane = '' or not exists (
        select 1 from outbox as flying
        where flying.lane = outbox.lane and flying.state = 'taken'
    ) and id = (
        select id from outbox as first
        where first.lane = outbox.lane and first.state = 'due' order by rank, id limit 1
    ))
"""
_TAKE = f"""
    update outbox set state = 'taken', attempts = attempts + 1, taken_at = :now
    where id in (
        select id from outbox indexed by outbox_due
        where state = 'due' and due_at <= :now and {_HEAD}
        order by due_at, id limit :limit
    )
    returning {OUTGOING}
"""
_NEXT = f"""
    select due_at from outbox indexed by outbox_due
    where state = 'due' and {_HEAD} order by due_at, id limit 1
"""
_SET_BACK = """
    update outbox set due_at = due_at - (created_at - :now), created_at = :now
    where state = 'due' and created_at > :now
"""
_COVERED = f"""
    update outbox set state = 'sent', result = 'covered by another', settled_at = :now
    where lead_id = :lead_id and lead_id <> '' and lane = :lane and payload = :payload
        and rank = {LOOK} and state = 'due'
"""
SEVERAL = "digest:"  # begins what stands in a lead's place where a message tells of many
_PUT_COPY = """
    insert into alert_copy values (?, ?, ?, ?, ?, ?, ?)
    on conflict (lead_id, chat_id, message_id) do update set
        kind = excluded.kind, digest = excluded.digest
"""


def take_due(db: Connection, now: datetime, limit: int) -> list[Outgoing]:
    found = db.execute(_TAKE, {"now": micros(now), "limit": limit}).fetchall()
    rows = sorted(map(outgoing, found), key=lambda row: (row.due_at, row.id))
    for row in rows:
        if row.rank == LOOK:
            same = {"lead_id": row.lead_id, "lane": row.lane, "payload": row.payload}
            db.execute(_COVERED, {"now": micros(now), **same})
    return rows


def next_due(db: Connection) -> datetime | None:
    found = db.execute(_NEXT).fetchone()
    return found and moment(found[0])


def sent(db: Connection, id_: int, at: datetime, result: str, copy: AlertCopy | None) -> None:
    db.execute(
        "update outbox set state = 'sent', error = '', result = ?, settled_at = ? where id = ?",
        (result, micros(at), id_),
    )
    if copy is not None:
        put_copy(db, copy, at)


def put_copy(db: Connection, copy: AlertCopy, at: datetime) -> None:
    """Remember what an agent sees; of a lead that was erased while it was on its way, it is
    taken back."""
    several = copy.lead_id.startswith(SEVERAL)
    lead_id = copy.lead_id if several else persons.living(db, copy.lead_id)
    if not lead_id:
        erasing.wipe(db, copy.chat_id, copy.message_id, at)
        return
    db.execute(
        _PUT_COPY,
        (
            lead_id, copy.agent, copy.chat_id, copy.message_id, copy.kind, micros(copy.at),
            copy.digest,
        ),
    )  # fmt: skip


def retry(db: Connection, id_: int, due_at: datetime, error: str) -> None:
    db.execute(
        "update outbox set state = 'due', due_at = ?, error = ? where id = ?",
        (micros(due_at), error, id_),
    )


def bury(db: Connection, id_: int, error: str) -> None:
    db.execute("update outbox set state = 'dead', error = ? where id = ?", (error, id_))


def put_back(db: Connection, id_: int, at: datetime) -> bool:
    """By hand: a row that has not left is tried again now, as if for the first time."""
    sql = """update outbox set state = 'due', due_at = ?, attempts = 0, error = ''
        where id = ? and state in ('due', 'dead', 'dropped')"""
    return db.execute(sql, (micros(at), id_)).rowcount == 1


def drop(db: Connection, id_: int, at: datetime) -> bool:
    """By hand: a row that has not left never will."""
    sql = """update outbox set state = 'dropped', settled_at = ?
        where id = ? and state in ('due', 'dead')"""
    return db.execute(sql, (micros(at), id_)).rowcount == 1


def release_taken(db: Connection, now: datetime) -> int:
    db.execute(_SET_BACK, {"now": micros(now)})
    sql = "update outbox set state = 'due', error = ? where state = 'taken'"
    return db.execute(sql, (INTERRUPTED,)).rowcount


def claim(
    db: Connection, lead_id: str, agent: str, at: datetime, rows: Sequence[Outgoing]
) -> Claim:
    """The first one wins, whoever asks at the same time."""
    found = db.execute("select owner, claimed_at from lead where id = ?", (lead_id,)).fetchone()
    if found is None:
        raise LookupError(f"there is no lead {lead_id}")
    owner, claimed_at = found
    if owner:
        return Claim(won=False, owner=owner, at=at if claimed_at is None else moment(claimed_at))
    db.execute(
        "update lead set owner = ?, claimed_at = ?, updated_at = max(updated_at, ?) where id = ?",
        (agent, micros(at), micros(at), lead_id),
    )
    add_events(db, [Event(lead_id, "claimed", agent, "{}", at)])
    add_outgoing(db, (replace(row, created_at=row.created_at or at) for row in rows))
    return Claim(won=True, owner=agent, at=at)


def reassign(
    db: Connection,
    *,
    lead_id: str,
    before: str,
    event: Event,
    after: str,
    rows: Sequence[Outgoing],
) -> bool:
    """From one agent to another, or to nobody; only while it is still the first one's."""
    claimed_at = micros(event.at) if after else None
    changed = db.execute(
        """update lead set owner = ?, claimed_at = ?, updated_at = max(updated_at, ?)
        where id = ? and owner = ? and owner <> ?""",
        (after, claimed_at, micros(event.at), lead_id, before, after),
    )
    if not changed.rowcount:
        return False
    add_events(db, [event])
    add_outgoing(db, (replace(row, created_at=row.created_at or event.at) for row in rows))
    return True


def hasten(db: Connection, key: str, at: datetime) -> bool:
    """A timer that waits runs at ``at``, where that is sooner."""
    sql = "update outbox set due_at = ? where key = ? and state = 'due' and due_at > ?"
    return db.execute(sql, (micros(at), key, micros(at))).rowcount == 1


def set_stage(
    db: Connection, lead_id: str, stage: str, event: Event, rows: Sequence[Outgoing]
) -> bool:
    changed = db.execute(
        "update lead set stage = ?, updated_at = max(updated_at, ?) where id = ? and stage <> ?",
        (stage, micros(event.at), lead_id, stage),
    )
    if not changed.rowcount:
        return False
    add_events(db, [event])
    add_outgoing(db, rows)
    return True


def rescore(db: Connection, lead: Lead, event: Event | None) -> bool:
    """The lead's new score with its line of the timeline, unless somebody changed it meanwhile."""
    sql = """update lead set fit = ?, engagement = ?, total = ?, band = ?, reasons = ?, gate = ?,
        flow_hash = ?, stage = iif(owner = '', ?, stage) where id = ? and updated_at = ?"""
    values = (
        lead.fit, lead.engagement, lead.total, lead.band, lead.reasons, lead.gate, lead.flow_hash,
        lead.stage, lead.id, micros(lead.updated_at),
    )  # fmt: skip
    if not db.execute(sql, values).rowcount:
        return False
    add_events(db, [event] if event is not None else ())
    return True
