"""Telegram updates, flow texts and settings, as work for the writer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from sqlite3 import Connection

from storage.columns import micros
from storage.rows import FlowVersion, Update, UpdateKey

_KEEP = "insert into telegram_update values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing"
_SET = "insert into setting values (?, ?) on conflict (name) do update set value = excluded.value"


def keep_updates(db: Connection, rows: Sequence[Update]) -> int:
    return db.executemany(
        _KEEP,
        [
            (row.bot, row.update_id, row.chat, row.body, micros(row.received_at), row.state,
             row.error)
            for row in rows
        ],
    ).rowcount  # fmt: skip


def settle_update(db: Connection, key: UpdateKey, state: str, error: str) -> None:
    """What it said is needed no longer, unless somebody has to look why it could not be read."""
    db.execute(
        """update telegram_update set state = ?1, error = ?2, body = iif(?1 = 'done', '{}', body)
        where bot = ?3 and update_id = ?4""",
        (state, error, key.bot, key.update_id),
    )


def remember_flow(db: Connection, hash_: str, flow: str, text: str, at: datetime) -> None:
    db.execute(
        "insert into flow_text values (?, ?, ?, ?) on conflict (hash) do nothing",
        (hash_, flow, text, micros(at)),
    )


def keep_version(db: Connection, row: FlowVersion) -> bool:
    """Add a version unless it is the newest one already."""
    newest = "select hash from flow_version where flow = ? order by n desc limit 1"
    found = db.execute(newest, (row.flow,)).fetchone()
    if found is not None and found[0] == row.hash:
        return False
    db.execute(
        "insert into flow_version (flow, hash, files, author, why, at) values (?, ?, ?, ?, ?, ?)",
        (row.flow, row.hash, row.files, row.author, row.why, micros(row.at)),
    )
    return True


def set_setting(db: Connection, name: str, value: str) -> None:
    db.execute(_SET, (name, value))


def take_setting(db: Connection, name: str) -> str | None:
    found = db.execute("delete from setting where name = ? returning value", (name,)).fetchall()
    return str(found[0][0]) if found else None
