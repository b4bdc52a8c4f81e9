"""What reports are made from: in portions, narrowed, and without a visitor's data."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from storage import reporting
from storage.report_rows import Talk, TalkFilter
from storage.rows import Batch, Conversation, Message, Unread
from storage.sqlite import SqliteStore, open_store

NOW = datetime(2026, 3, 10, 14, 5, tzinfo=UTC)
GOOGLE, ZILLOW = {"utm_source": "google"}, {"referrer": "https://www.zillow.example:443/x?y"}


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[SqliteStore]:
    opened = open_store(tmp_path)
    yield opened
    await opened.close()


async def talk(
    store: SqliteStore, id_: str, at: datetime = NOW, *said: Message, **changes: Any
) -> None:
    unread = changes.pop("unread", ())
    source = json.dumps(changes.pop("source", {}))
    row: dict[str, Any] = {
        "id": id_, "token_hash": "h", "flow": "buyer", "flow_hash": "aaaaaaaa11111111",
        "channel": "web", "market": "austin", "lang": "en", "status": "partial", "band": "cold",
        "session": "{}", "seq": len(said), "version": 1, "lead_id": "", "created_at": at,
        "updated_at": at, "source": source,
    }  # fmt: skip
    texts = tuple(
        Unread(id_, n, "buyer", question, text, "en", at)
        for n, (question, text) in enumerate(unread, 1)
    )
    await store.commit(
        Batch(conversation=Conversation(**row | changes), messages=said, unread=texts)
    )


def line(id_: str, seq: int, sender: str, after: int, question: str = "") -> Message:
    data = json.dumps({"question": question}) if question else "{}"
    return Message(id_, seq, sender, "…", NOW + timedelta(seconds=after), data)


async def every(store: SqliteStore, where: TalkFilter) -> list[Talk]:
    found: list[Talk] = []
    while portion := await store.talks(where, found[-1] if found else None):
        found += portion
    return found


async def test_conversations_come_in_portions_each_once(
    store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reporting, "PORTION", 3)
    for n in range(8):
        await talk(store, f"c{n}", NOW + timedelta(seconds=n % 4))
    found = await every(store, TalkFilter("buyer"))
    assert sorted(t.n for t in found) == list(range(1, 9))
    assert [t.created_at for t in found] == sorted(t.created_at for t in found)


async def test_a_wait_is_from_the_first_asking_to_the_visitors_next_word(
    store: SqliteStore,
) -> None:
    said = (
        line("c", 1, "bot", 0, "area"),
        line("c", 2, "visitor", 5),
        line("c", 3, "bot", 6, "area"),  # asked again: the first one counts
        line("c", 4, "visitor", 20),
        line("c", 5, "bot", 21, "budget"),  # never answered: no wait
    )
    await talk(store, "c", NOW, *said, unread=[("area", "hm")])
    (found,) = await every(store, TalkFilter("buyer"))
    assert json.loads(found.waits) == [["area", 5.0]]
    assert json.loads(found.unread) == ["area"]


@pytest.mark.parametrize(
    ("narrow", "ids"),
    [
        ({}, 4),
        ({"source": "google"}, 1),
        ({"source": "www.zillow.example:443"}, 1),
        ({"source": "web"}, 1),
        ({"source": "telegram"}, 1),
        ({"lang": "es"}, 1),
        ({"device": "phone"}, 1),
        ({"device": "telegram"}, 1),
        ({"version": "bbbbbbbb2222"}, 1),
        ({"channel": "telegram"}, 1),
        ({"since": NOW + timedelta(hours=1)}, 1),
        ({"until": NOW + timedelta(hours=1)}, 3),
        ({"source": "' or 1=1 --"}, 0),
    ],
)
async def test_a_report_can_be_narrowed(
    store: SqliteStore, narrow: dict[str, Any], ids: int
) -> None:
    await talk(store, "a", source=GOOGLE | {"device": "phone"})
    await talk(store, "b", source=ZILLOW, lang="es")
    await talk(store, "c", channel="telegram", peer="7")
    await talk(store, "d", NOW + timedelta(hours=2), flow_hash="bbbbbbbb22222222")
    await talk(store, "other", flow="renter")
    assert len(await every(store, TalkFilter("buyer", **narrow))) == ids


async def test_unread_words_are_counted_together_whatever_their_case(store: SqliteStore) -> None:
    await talk(store, "a", unread=[("budget", "Whenever "), ("budget", "hm")])
    await talk(store, "b", unread=[("budget", "whenever"), ("area", "whenever")])
    found = await store.unread_texts(TalkFilter("buyer"))
    assert [(u.question, u.text.strip().lower(), u.times) for u in found] == [
        ("budget", "whenever", 2), ("area", "whenever", 1), ("budget", "hm", 1),
    ]  # fmt: skip
    assert len(await store.unread_texts(TalkFilter("buyer"), 1)) == 1


async def test_what_can_be_chosen_is_told_most_frequent_first(store: SqliteStore) -> None:
    for n in range(3):
        await talk(store, f"g{n}", source=GOOGLE)
    await talk(store, "z", source=ZILLOW | {"device": "computer"}, lang="de")
    found = await store.talk_kinds(TalkFilter("buyer"))
    assert found["source"] == ["google", "www.zillow.example:443"]
    assert found["lang"] == ["en", "de"]
    assert found["device"] == ["web", "computer"]
    assert found["version"] == ["aaaaaaaa"]
