"""Files of visitors: with their turn or not at all, whole, and gone with their conversation."""

from __future__ import annotations

from dataclasses import replace
from sqlite3 import Connection
from typing import cast

import pytest

from storage.rows import Batch, Upload
from storage.sqlite import SqliteStore
from storage.store import Conflict, Store
from tests.storage.samples import NOW, turn_batch

DATA = bytes(range(256)) * 8_000


def upload(id_: str = "f1", conversation: str = "c1", seq: int = 1) -> Upload:
    return Upload(
        conversation, seq, id_, "photos", "front, door.jpg", "image/jpeg", len(DATA), NOW, DATA
    )


async def test_a_file_is_read_back_whole_and_listed_without_its_bytes(store: Store) -> None:
    batch = replace(turn_batch("c1", 1), uploads=(upload(), upload("f2")))
    await store.commit(batch)
    assert await store.upload("c1", "f1") == upload()
    assert await store.uploads("c1") == [
        replace(upload(), data=b""),
        replace(upload("f2"), data=b""),
    ]


async def test_a_file_is_found_in_its_own_conversation_only(store: Store) -> None:
    await store.commit(replace(turn_batch("c1", 1), uploads=(upload(),)))
    await store.commit(turn_batch("c2", 1))
    assert await store.upload("c2", "f1") is None
    assert await store.uploads("c2") == []
    assert await store.upload("c1", "f9") is None


async def test_a_turn_that_lost_its_race_leaves_no_file(store: Store) -> None:
    await store.commit(turn_batch("c1", 1))
    with pytest.raises(Conflict):
        await store.commit(replace(turn_batch("c1", 1), uploads=(upload(),)))
    assert await store.uploads("c1") == []


async def test_a_file_without_a_conversation_is_a_mistake(store: Store) -> None:
    with pytest.raises(ValueError, match="together"):
        await store.commit(Batch(uploads=(upload(),)))


async def test_files_go_with_their_conversation(store: Store) -> None:
    await store.commit(replace(turn_batch("c1", 1), uploads=(upload(),)))
    await store.commit(replace(turn_batch("c2", 1), uploads=(upload("f2", "c2"),)))

    def erase(db: Connection) -> int:
        db.execute("delete from conversation where id = 'c1'")
        return int(db.execute("select count(*) from upload").fetchone()[0])

    assert await cast("SqliteStore", store)._writer.submit(erase) == 1
