"""Erasing for good: what goes, what stays as a keyed hash, and how the file is scrubbed after it.

``secure_delete`` overwrites what is deleted. Two things keep old words beyond that: the full-text
index until its segments are merged, and the log until it is folded into the file. ``scrub_step``
does the first in portions; the caller does the second. The setting ``scrub_due`` says that it is
still to be done, also after a kill.
"""

from __future__ import annotations

import base64
import hmac
import json
import secrets
from collections.abc import Iterable, Sequence
from datetime import datetime
from sqlite3 import Connection
from typing import Any, Final

from storage.columns import micros, moment
from storage.person_store import Refusals
from storage.rows import Erasure
from storage.store import Crossed

KEY: Final = "erasure_key"
SCRUB: Final = "scrub_due"
HASHED: Final = "hash:"  # begins an entry of the do-not-contact list whose key was erased
WIPE: Final = "wipe.message"  # rows that take an alert's words out of an agent's chat
PAGES: Final = 64  # of the full-text index, merged at once
TIDIED: Final = 10_000  # rows of a kind deleted in one transaction
CHILDREN: Final = ("message", "answer", "turn", "unread", "consent", "upload")
DOUBLED: Final = frozenset({"turn", "lead_alias"})  # say nothing that is not said elsewhere
SECRET: Final = frozenset({"token_hash", "link_hash"})
KEPT_TABLES: Final = frozenset({"conversation", "lead", "alert_copy"})  # have rules of their own

_WIPE_ROW = """
    insert into outbox (key, kind, lane, payload, due_at, lead_id, attempts, state, error, result,
        created_at)
    values (?, ?, ?, ?, ?, '', 0, 'due', '', '', ?) on conflict (key) do nothing
"""
_WIPE_ROWS = """
    insert into outbox (key, kind, lane, payload, due_at, lead_id, attempts, state, error, result,
        created_at)
    select 'wipe:' || chat_id || ':' || message_id, ?2, 'tg:' || chat_id,
        json_object('chat', chat_id, 'message', message_id), ?3, '', 0, 'due', '', '', ?3
    from (
        select chat_id, message_id from alert_copy where lead_id = ?1
        union select chat_id, message_id from chat_post where lead_id = ?1
    ) where message_id > 0
    on conflict (key) do nothing
"""
_DIGEST_ROWS = """
    insert into outbox (key, kind, lane, payload, due_at, lead_id, attempts, state, error, result,
        created_at)
    select 'edit:' || copy.lead_id || ':erased:' || ?2 || ':' || copy.message_id, 'alert.edit',
        'tg:' || copy.chat_id, json_object('agent', copy.agent), ?2, copy.lead_id, 0, 'due', '',
        '', ?2
    from alert_copy as copy
    where copy.lead_id in (
        select json_extract(data, '$.digest') from event where lead_id = ?1 and kind = 'digest'
    )
    on conflict (key) do nothing
"""
_SHOW_ANEW = """
    insert into outbox (key, kind, lane, payload, due_at, lead_id, attempts, state, error, result,
        created_at)
    select 'edit:' || lead_id || ':allowed:' || ?2 || ':' || message_id, 'alert.edit',
        'tg:' || chat_id, json_object('agent', agent), ?2, lead_id, 0, 'due', '', '', ?2
    from alert_copy where lead_id = ?1
    on conflict (key) do nothing
"""
_SPOKEN_OF = """
    delete from outbox where kind <> ?2
        and (instr(payload, ?1) > 0 or instr(lane, ?1) > 0 or instr(key, ?1) > 0)
"""
_PARKED = """
    update telegram_update set body = '{}', error = ''
    where state <> 'new' and body <> '{}' and instr(body, ?) > 0
"""


def erase(db: Connection, what: Erasure) -> dict[str, int]:
    """Delete it all; how many rows of each kind are gone."""
    keys = _keys(db, what)
    peers = [key for key in keys if key.startswith("telegram:")]
    before = _counted(db, what)
    hidden = [*what.leads, *what.conversations, *_values(keys)]
    if what.why != "retention":  # what was sent so long ago is forgotten already
        for value in hidden:
            db.execute(_SPOKEN_OF, (value, WIPE))
    for lead_id in what.leads:
        db.execute(_WIPE_ROWS, (lead_id, WIPE, micros(what.at)))
        db.execute(_DIGEST_ROWS, (lead_id, micros(what.at)))
    for table in _tables_by_lead(db):
        _delete(db, table, "lead_id", what.leads)
    for known in what.rewritten:
        _strip_outbox(db, known.lead.id)
    _delete(db, "event", "origin", what.conversations)
    _delete(db, "alert_copy", "lead_id", what.leads)
    _delete(db, "lead_alias", "id", what.leads)
    _delete(db, "lead_alias", "conversation", what.conversations)
    for column in ("one", "other"):
        _delete(db, "apart", column, what.leads)
    _forget_telegram(db, [peer.partition(":")[2] for peer in peers], hidden)
    _forget_settings(db, what.conversations, peers)
    _empty(db, what.keeps)
    _delete(db, "conversation", "id", [id_ for id_ in what.conversations if id_ != what.keeps])
    _delete(db, "lead", "id", what.leads)
    free = [key for key in keys if not _is_used(db, key)]
    _hide_refusals(db, free)
    if what.remembered:
        _remember(db, what, free)
    db.execute(
        """insert into setting values (?, ?)
        on conflict (name) do update set value = excluded.value""",
        (SCRUB, f"{what.at.isoformat()} {secrets.token_hex(4)}"),
    )
    return before


def tidy(db: Connection, before: datetime) -> int:
    """What was done with long ago: rows that were sent or dropped, updates that were settled."""
    at = micros(before)
    gone = db.execute(
        """delete from outbox where id in (
            select id from outbox indexed by outbox_state where state in ('sent', 'dropped')
            and settled_at < ? limit ?)""",
        (at, TIDIED),
    ).rowcount
    return (
        gone
        + db.execute(
            """delete from telegram_update where rowid in (
            select rowid from telegram_update where state <> 'new' and received_at < ? limit ?)""",
            (at, TIDIED),
        ).rowcount
    )


def wipe(db: Connection, chat_id: str, message_id: int, at: datetime) -> None:
    """Have a message taken out of an agent's chat."""
    payload = json.dumps({"chat": chat_id, "message": message_id}, separators=(",", ":"))
    row = (f"wipe:{chat_id}:{message_id}", WIPE, f"tg:{chat_id}", payload, micros(at))
    db.execute(_WIPE_ROW, (*row, micros(at)))


def everything(
    db: Connection, leads: Sequence[str], conversations: Sequence[str]
) -> dict[str, list[dict[str, Any]]]:
    """All that an erasure of these would take away, table by table, as plain values."""
    found: dict[str, list[dict[str, Any]]] = {}
    marks, ids = _marks(conversations), tuple(conversations)
    found["conversation"] = _rows(db, f"select * from conversation where id in ({marks})", ids)
    of = f"conversation in (select n from conversation where id in ({marks}))"
    for table in CHILDREN:
        found[table] = _rows(db, f"select * from {table} where {of}", ids)
    marks, ids = _marks(leads), tuple(leads)
    found["lead"] = _rows(db, f"select * from lead where id in ({marks})", ids)
    for table in (*_tables_by_lead(db), "alert_copy"):
        if table not in found:
            found[table] = _rows(db, f"select * from {table} where lead_id in ({marks})", ids)
    return {table: rows for table, rows in found.items() if rows and table not in DOUBLED}


def _rows(db: Connection, sql: str, values: Sequence[Any]) -> list[dict[str, Any]]:
    cursor = db.execute(sql, tuple(values))
    names = [column[0] for column in cursor.description]
    return [
        {name: _plain(name, value) for name, value in zip(names, row, strict=True)
         if name not in SECRET}
        for row in cursor
    ]  # fmt: skip


def _plain(name: str, value: Any) -> Any:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode()
    if value is not None and (name == "at" or name.endswith("_at")):
        return moment(value).isoformat()
    return value


def scrub_due(db: Connection) -> str:
    """What the last erasure left to be scrubbed, "" when nothing is."""
    found = db.execute("select value from setting where name = ?", (SCRUB,)).fetchone()
    return str(found[0]) if found else ""


def scrub_step(db: Connection, *, begin: bool) -> bool:
    """Merge a portion of the full-text index; False when nothing was left to merge."""
    before = db.total_changes
    pages = -PAGES if begin else PAGES  # a negative number takes all segments, however few
    db.execute("insert into lead_search (lead_search, rank) values ('merge', ?)", (pages,))
    return db.total_changes - before >= 2


def scrubbed(db: Connection, due: str) -> None:
    """The index and the log hold nothing any more of that erasure, and of those before it."""
    db.execute("delete from setting where name = ? and value = ?", (SCRUB, due))


def hashed(key: bytes, what: str) -> str:
    """What is remembered of a key or an id."""
    return hmac.digest(key, what.encode("utf-8", "replace"), "sha256").hex()


def hashes(db: Connection, keys: Sequence[str]) -> list[str]:
    """The keys as the do-not-contact list may hold them after an erasure; [] before the first."""
    found = db.execute("select value from setting where name = ?", (KEY,)).fetchone()
    return [HASHED + hashed(bytes.fromhex(found[0]), key) for key in keys] if found else []


def allow(db: Connection, keys: Sequence[str]) -> int:
    """Take these off the do-not-contact list, by whatever they stand on it; how many did."""
    sql = "delete from do_not_contact where key = ?"
    return sum(db.execute(sql, (key,)).rowcount for key in (*keys, *hashes(db, keys)))


def show_anew(db: Connection, lead_id: str, at: datetime) -> None:
    """Have the agents' copies of a lead's alerts tell what is so now."""
    db.execute(_SHOW_ANEW, (lead_id, micros(at)))


def refusals(db: Connection) -> Refusals:
    found = db.execute("select value from setting where name = ?", (KEY,)).fetchone()
    keys = [str(row[0]) for row in db.execute("select key from do_not_contact")]
    return Refusals(
        plain=frozenset(key for key in keys if not key.startswith(HASHED)),
        hashed=frozenset(key.removeprefix(HASHED) for key in keys if key.startswith(HASHED)),
        key=bytes.fromhex(found[0]) if found is not None else b"",
    )


def replay(db: Connection) -> list[tuple[str, str]]:
    """What a restored database holds of those who were erased since: ("lead" or "conversation",
    id). ``erased`` and the settings are those of now."""
    found = db.execute("select value from setting where name = ?", (KEY,)).fetchone()
    if found is None:
        return []
    key = bytes.fromhex(found[0])
    erased: dict[str, int] = dict(db.execute("select hash, at from erased").fetchall())
    hits: dict[tuple[str, str], None] = {}
    for table in ("lead", "conversation"):
        for (id_,) in db.execute(f"select id from {table}"):
            if hashed(key, f"{table}:{id_}") in erased:
                hits[table, id_] = None
    sql = "select key, id, updated_at from person_key join lead on id = lead_id"
    for person, id_, at in db.execute(sql):
        if at <= erased.get(hashed(key, person), -1):
            hits["lead", id_] = None
    return list(hits)


def key_of(db: Connection) -> bytes:
    """The key of this database's hashes, made when it is needed first."""
    found = db.execute("select value from setting where name = ?", (KEY,)).fetchone()
    if found is not None:
        return bytes.fromhex(found[0])
    fresh = secrets.token_bytes(32)
    db.execute("insert into setting values (?, ?)", (KEY, fresh.hex()))
    return fresh


def _keys(db: Connection, what: Erasure) -> list[str]:
    """What these people are recognised by."""
    marks = _marks(what.leads)
    found = db.execute(f"select key from person_key where lead_id in ({marks})", what.leads)
    marks = _marks(what.conversations)
    peers = db.execute(
        f"""select channel || ':' || peer from conversation
        where id in ({marks}) and peer <> ''""",
        what.conversations,
    )
    return sorted({str(row[0]) for row in (*found, *peers)})


def _values(keys: Iterable[str]) -> list[str]:
    """What the keys look like inside other texts."""
    return [value for key in keys if len(value := key.partition(":")[2]) >= 6]


def _counted(db: Connection, what: Erasure) -> dict[str, int]:
    of = f"select n from conversation where id in ({_marks(what.conversations)})"
    counts = {
        table: db.execute(
            f"select count(*) from {table} where conversation in ({of})", what.conversations
        ).fetchone()[0]
        for table in CHILDREN
    }
    return {
        "conversation": len(what.conversations) - bool(what.keeps),
        "lead": len(what.leads),
        **counts,
    }


def _tables_by_lead(db: Connection) -> list[str]:
    """Every table that says by lead_id whose a row is: a new one is not forgotten here."""
    sql = """select m.name from sqlite_master as m, pragma_table_info(m.name) as c
        where m.type = 'table' and c.name = 'lead_id' order by m.name"""
    return [str(row[0]) for row in db.execute(sql) if row[0] not in KEPT_TABLES]


def _strip_outbox(db: Connection, lead_id: str) -> None:
    """What waits for a lead that stays is sent, without anybody's words; the rest is history."""
    db.execute(
        """delete from outbox where lead_id = ? and lead_id <> ''
        and state not in ('due', 'taken')""",
        (lead_id,),
    )
    db.execute(
        """update outbox set payload = json_remove(payload, '$.asked', '$.text')
        where lead_id = ? and lead_id <> ''""",
        (lead_id,),
    )


def _forget_telegram(db: Connection, peers: Sequence[str], hidden: Iterable[str]) -> None:
    for peer in peers:
        db.execute(
            """delete from outbox where lane = ? and kind not like 'alert.%' and kind <> ?""",
            (f"tg:{peer}", WIPE),
        )
        db.execute(
            """update telegram_update set body = '{}', error = '', chat = ''
            where chat = ? and state <> 'new'""",
            (peer,),
        )
    for value in hidden:
        db.execute(_PARKED, (value,))
        db.execute(_PARKED, (json.dumps(value)[1:-1],))


def _forget_settings(db: Connection, conversations: Iterable[str], peers: Iterable[str]) -> None:
    for peer in peers:
        db.execute("delete from setting where name = ?", (f"blocked:{peer}",))
    for id_ in conversations:
        db.execute("delete from setting where instr(value, ?) > 0", (id_,))


def _empty(db: Connection, id_: str) -> None:
    """Nothing stays of a conversation but its number, its token and its end."""
    for table in CHILDREN:
        db.execute(
            f"""delete from {table} where conversation =
            (select n from conversation where id = ?)""",
            (id_,),
        )
    db.execute(
        "update conversation set source = '{}', peer = '', lead_id = '' where id = ?", (id_,)
    )


def _is_used(db: Connection, key: str) -> bool:
    sql = "select 1 from person_key where key = ? limit 1"
    return db.execute(sql, (key,)).fetchone() is not None


def _hide_refusals(db: Connection, keys: Iterable[str]) -> None:
    """Who said stop stays on the list, by a hash only."""
    for key in keys:
        found = db.execute(
            "select reason, at from do_not_contact where key = ?", (key,)
        ).fetchone()
        if found is not None:
            row = (HASHED + hashed(key_of(db), key), *found)
            db.execute("insert or ignore into do_not_contact values (?, ?, ?)", row)
            db.execute("delete from do_not_contact where key = ?", (key,))


def _remember(db: Connection, what: Erasure, keys: Iterable[str]) -> None:
    key, at = key_of(db), micros(what.at)
    names = [*keys, *(f"lead:{id_}" for id_ in what.leads)]
    names += [f"conversation:{id_}" for id_ in what.conversations if id_ != what.keeps]
    db.executemany(
        """insert into erased values (?, ?, ?)
        on conflict (hash) do update set at = max(at, excluded.at)""",
        [(hashed(key, name), at, what.why) for name in names],
    )


def check(db: Connection, what: Erasure) -> None:
    """Nothing has joined these leads since they were looked at; raises Crossed."""
    marks, ids = _marks(what.leads), set(what.conversations)
    sql = f"select id from conversation where lead_id in ({marks}) and lead_id <> ''"
    if not ids.issuperset(str(row[0]) for row in db.execute(sql, what.leads)):
        raise Crossed("the person spoke meanwhile")


def _delete(db: Connection, table: str, column: str, values: Sequence[Any]) -> None:
    if values:
        sql = f"delete from {table} where {column} = ? and {column} <> ''"
        db.executemany(sql, [(value,) for value in values])


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))
