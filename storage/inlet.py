"""The one statement by which turns become rows.

Each step into SQLite gives up Python's lock, and getting it back beside a busy event loop costs
more than a row does. So a whole group goes in by a single insert into a view: one JSON array of
records a table, which a trigger takes apart. Outside a transaction that statement is one itself,
and all of it, up to the fsync, happens beside the loop.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import Final

from pydantic_core import to_json

from storage.store import Conflict, Crossed

Record = Sequence[str | int | Sequence[str] | None]
Tables = dict[str, list[Record]]

_LEAD: Final = (
    "id", "conversation", "flow", "flow_hash", "channel", "market", "lang", "band", "status",
    "stage", "fit", "engagement", "total", "name", "phone", "email", "owner", "listing_id",
    "fields", "source", "reasons", "created_at", "updated_at", "claimed_at", "dq_reason", "gate",
)  # fmt: skip
_LEAD_STAYS: Final = {"id", "owner", "source", "created_at", "claimed_at"}
_LEAD_OWN: Final = {  # claimed leads keep their stage; times never go back
    "stage": "iif(owner = '', excluded.stage, stage)",
    "updated_at": "max(updated_at, excluded.updated_at)",
}
_NUMBER = "(select n from conversation where id = v ->> 0)"


def _rows(table: str) -> str:
    """The records as rows of one column. The limit keeps SQLite from taking a record's text anew
    for each of its columns."""
    return f"(select value as v from json_each(new.{table}) limit -1 offset 0)"


def _columns(first: int, last: int) -> str:
    return ", ".join(f"v ->> {n}" for n in range(first, last + 1))


def _lines(table: str, columns: int) -> str:
    """Rows of a conversation, which is named first."""
    rest = _columns(1, columns - 1)
    return f"insert into {table} select {_NUMBER}, {rest} from {_rows(table)}"


def _all_or(refusal: str, table: str) -> str:
    """Give up unless the statement before has found a row for each record."""
    return f"select raise(abort, '{refusal}') where changes() < json_array_length(new.{table})"


_LATE = "the conversation went on meanwhile"
_ELSEWHERE = "the lead was heard elsewhere meanwhile"
_SHARED = "somebody else gave this number or address meanwhile"
_SETTLED = "the update was settled before"
_REFUSALS: Final[dict[str, type[Conflict]]] = {
    _LATE: Conflict,
    _ELSEWHERE: Crossed,
    _SHARED: Crossed,
    _SETTLED: Conflict,
}
# What is done with each table's records, in this order.
_TABLES: Final[dict[str, Sequence[str]]] = {
    "settled": (
        f"""update telegram_update set state = 'done', error = '', body = '{{}}'
        from {_rows("settled")}
        where bot = v ->> 0 and update_id = v ->> 1 and state = 'new'""",
        _all_or(_SETTLED, "settled"),
    ),
    "begun": (
        f"""insert into conversation (id, token_hash, flow, flow_hash, channel, market, lang,
            status, band, session, seq, lead_id, created_at, updated_at, source, peer, version)
        select {_columns(0, 15)}, 1 from {_rows("begun")}""",
    ),
    "changed": (
        f"""update conversation set flow = c2, flow_hash = c3, market = c4, lang = c5,
            status = c6, band = c7, session = c8, seq = c9, version = version + 1,
            lead_id = c10, updated_at = c11
        from (select {", ".join(f"v ->> {n} as c{n}" for n in range(12))}
            from {_rows("changed")} limit -1 offset 0)
        where id = c0 and version = c1""",
        _all_or(_LATE, "changed"),
    ),
    "moved": (
        f"""update conversation set channel = v ->> 1, peer = v ->> 2 from {_rows("moved")}
        where id = v ->> 0""",
    ),
    "followed": (
        f"""update lead set conversation = v ->> 1 from {_rows("followed")}
        where id = v ->> 0 and conversation = v ->> 2""",
        _all_or(_ELSEWHERE, "followed"),
    ),
    "turn": (
        f"""insert into turn select {_NUMBER}, v ->> 1, cast(v ->> 2 as blob), v ->> 3
        from {_rows("turn")}""",
    ),
    "message": (_lines("message", 6),),
    "answer": (_lines("answer", 10),),
    "unread": (_lines("unread", 7),),
    "consent": (_lines("consent", 8),),
    "lead": (
        f"""insert into lead ({", ".join(_LEAD)})
        select {_columns(0, len(_LEAD) - 1)} from {_rows("lead")} where true
        on conflict (id) do update set {", ".join(
            f"{name} = {_LEAD_OWN.get(name, f'excluded.{name}')}"
            for name in _LEAD if name not in _LEAD_STAYS
        )} where conversation = excluded.conversation""",
        _all_or(_ELSEWHERE, "lead"),
    ),
    "known": (
        f"""insert into person_key select {_columns(0, 1)} from {_rows("known")} where true
        on conflict do nothing""",
        f"""select raise(abort, '{_SHARED}') from {_rows("known")} join person_key on key = v ->> 0
        where lead_id <> v ->> 1 and lead_id not in (select value from json_each(v -> 2))""",
    ),
    "refused": (
        f"""insert into do_not_contact select {_columns(0, 2)} from {_rows("refused")} where true
        on conflict do nothing""",
    ),
    "outgoing": (
        f"""insert into outbox (key, kind, lane, payload, due_at, lead_id, attempts, state, error,
            result, created_at, taken_at, rank)
        select {_columns(0, 12)} from {_rows("outgoing")} where true
        on conflict (key) do nothing""",
    ),
    "event": (  # one that is for free leads only says so
        f"""insert into event (lead_id, kind, who, data, at, origin)
        select {_columns(0, 5)} from {_rows("event")}
        where not v ->> 6 or exists (select 1 from lead where id = v ->> 0 and owner = '')""",
    ),
}  # fmt: skip
_VIEW = f"create temp view inlet as select {', '.join(f'null as {name}' for name in _TABLES)}"
_TRIGGER = f"""create temp trigger inlet_filled instead of insert on inlet begin
    {" ".join(f"{step};" for steps in _TABLES.values() for step in steps)} end"""
_FILL = f"insert into inlet values ({', '.join('?' * len(_TABLES))})"
_NUL = re.compile(r"(?<!\\)((?:\\\\)*)\\u0000")


def lay(db: sqlite3.Connection) -> None:
    """Make the inlet, which is a connection's own."""
    db.execute(_VIEW)
    db.execute(_TRIGGER)


def fill(db: sqlite3.Connection, tables: Tables) -> None:
    """Write the records of all tables, or none.

    Raises Conflict and Crossed for a record that comes too late; what else the database refuses
    is sqlite3's own error. SQLite's JSON ends a text at a NUL, which becomes U+FFFD.
    """
    try:
        db.execute(_FILL, [_text(tables.get(name)) for name in _TABLES])
    except sqlite3.IntegrityError as error:
        refusal = _REFUSALS.get(str(error))
        if refusal is None:
            raise
        raise refusal(str(error)) from None


def _text(records: Sequence[Record] | None) -> str | None:
    if not records:
        return None
    text = to_json(records).decode()
    return _NUL.sub(r"\1\\ufffd", text) if "\\u0000" in text else text
