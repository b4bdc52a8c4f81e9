"""What is done for one person touches that person's rows, however many others there are."""

from __future__ import annotations

import sqlite3
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from storage.rows import Erasure, Join, Known, Split
from storage.sqlite import open_store
from tests.storage.people import EMAIL, PHONE, everything_of, fill, visit
from tests.storage.samples import NOW, event, lead

GROWING = frozenset(
    ("conversation", "message", "answer", "turn", "unread", "consent", "upload", "chat_post")
) | {"lead", "event", "person_key", "lead_alias", "booking", "alert_copy"}
_plans: dict[str, list[str]] = {}


class Watched(sqlite3.Connection):
    """Writes down how each statement looks for its rows."""

    def execute(self, sql: str, *values: Any) -> sqlite3.Cursor:
        if sql.split(None, 1)[0] in ("select", "insert", "update", "delete"):
            plan = super().execute(f"explain query plan {sql}", *values)
            _plans.setdefault(sql, [str(row[3]) for row in plan])
        return super().execute(sql, *values)

    def executemany(self, sql: str, rows: Any) -> sqlite3.Cursor:
        rows = list(rows)
        for row in rows[:1]:
            plan = super().execute(f"explain query plan {sql}", row)
            _plans.setdefault(sql, [str(row[3]) for row in plan])
        return super().executemany(sql, rows)


async def test_no_person_is_looked_for_by_reading_everybody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, factory=Watched))
    store = open_store(tmp_path)
    _plans.clear()
    await fill(store, "first")
    await store.commit(visit("c2", "l2", word="again"))
    await store.conversations_of("l2")
    await store.sharing([PHONE, EMAIL])
    joined = Known(lead("l1", conversation="c2"), (PHONE, EMAIL))
    await store.join(joined, Join("l1", "l2"), event("l1", "merged"))
    kept, fresh = lead("l1", conversation="c1"), lead("l3", conversation="c2")
    await store.split(Split(Known(kept, (PHONE,)), Known(fresh, (EMAIL,)), ("c2",)), [])
    await store.erase(await everything_of(store, "l1"))
    rest = Known(lead("l3", conversation="c2"), (EMAIL,))
    await store.erase(Erasure((), (), "asked", NOW, rewritten=(rest,)))
    await store.close()
    scans = {
        f"{step}: {' '.join(sql.split())}"
        for sql, plan in _plans.items()
        if " in ()" not in sql  # which SQLite knows to be nobody
        for step in plan
        if step.startswith("SCAN") and step.split()[1] in GROWING
    }
    assert scans == set()
    assert len(_plans) > 40
