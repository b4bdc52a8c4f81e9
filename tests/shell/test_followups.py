"""A visitor who falls silent hears from the bot once, in time, also across a restart."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.conversations import Conversations
from bot.dialogue.events import Start, Text
from bot.editions import Editions
from bot.followups import FollowUps, seconds
from bot.news import News
from bot.riding import Spoken
from bot.talk import hash_token
from storage.rows import Outgoing
from storage.sqlite import SqliteStore, open_store
from tests.dialogue.talking import library

NOON = datetime(2026, 3, 10, 18, 0, tzinfo=UTC)  # one o'clock in Austin
FIRST = "Still there?"
SECOND = "Your search is still here."


class Front:
    """A channel that carries its words itself."""

    def unasked(self, told: Spoken, number: int) -> tuple[Outgoing, ...]:
        text = told.messages[-1].text
        key = f"tg:{told.row.id}:{number}"
        return (Outgoing(key, "tg.say", "tg:7", json.dumps({"text": text}), NOON),)


class House:
    """A running Doorstep without a web server, whose clock stands still."""

    def __init__(self, data: Path) -> None:
        self.now = NOON
        self.data = data
        self.store: SqliteStore
        self.open()

    def open(self) -> None:
        self.store = open_store(self.data)
        shelf = library()
        editions = Editions(self.store, shelf.site, shelf.flows)
        self.chats = Conversations(self.store, editions, News(), clock=lambda: self.now)
        self.silence = FollowUps(self.store, editions, self.chats, Front(), lambda: self.now)

    async def restart(self) -> None:
        await self.store.close()
        self.open()

    async def begin(self, channel: str = "web") -> tuple[str, str]:
        peer = "7" if channel == "telegram" else ""
        start = Start(channel=channel, market="austin")
        told = json.loads((await self.chats.begin("buyer", start, peer)).body)
        return told["conversation"], told["token"]

    async def say(self, chat: tuple[str, str], text: str) -> dict[str, Any]:
        self.turn = getattr(self, "turn", 0) + 1
        id_ = f"00000000-0000-4000-8000-{self.turn:012d}"
        reply = await self.chats.take(chat[0], hash_token(chat[1]), id_, Text(text))
        told: dict[str, Any] = json.loads(reply.body)
        return told

    async def said(self, chat: tuple[str, str]) -> list[str]:
        return [message.text for message in await self.store.messages(chat[0])]

    async def after(self, **wait: float) -> int:
        self.now += timedelta(**wait)
        return await self.silence.look()


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    made = House(tmp_path / "data")
    yield made
    await made.store.close()


async def test_each_follow_up_is_said_once_and_in_time(house: House) -> None:
    chat = await house.begin()
    await house.say(chat, "Round Rock")
    assert await house.after(minutes=9) == 0
    assert await house.after(minutes=2) == 1
    assert FIRST in (await house.said(chat))[-1]
    assert "bedrooms" in (await house.said(chat))[-1]  # and the open question again
    assert await house.after(minutes=30) == 0
    assert await house.after(hours=24) == 1
    assert SECOND in (await house.said(chat))[-1]
    assert await house.after(hours=24) == 0


async def test_a_restart_neither_forgets_nor_repeats_one(house: House) -> None:
    chat = await house.begin()
    await house.say(chat, "Round Rock")
    await house.restart()
    assert await house.after(minutes=11) == 1
    await house.restart()
    assert await house.after(minutes=11) == 0
    assert sum(FIRST in text for text in await house.said(chat)) == 1


async def test_the_next_reply_tells_what_was_said_meanwhile(house: House) -> None:
    chat = await house.begin()
    before = await house.say(chat, "Round Rock")
    await house.after(minutes=11)
    await house.restart()
    reply = await house.say(chat, "3")
    assert FIRST in reply["messages"][0]["text"]
    seen = [message["seq"] for message in reply["messages"]]
    assert seen == list(range(before["seq"] + 1, reply["seq"] + 1))
    again = await house.say(chat, "450k")
    assert all(FIRST not in message["text"] for message in again["messages"])


async def test_the_lead_keeps_its_score_and_nobody_is_rung(house: House) -> None:
    chat = await house.begin()
    await house.say(chat, "Round Rock")
    row = await house.store.conversation(chat[0])
    assert row is not None
    before = await house.store.lead(row.lead_id)
    await house.after(minutes=11)
    assert await house.store.lead(row.lead_id) == before
    assert await house.store.outbox() == []


async def test_who_speaks_again_is_left_alone(house: House) -> None:
    chat = await house.begin()
    await house.say(chat, "Round Rock")
    house.now += timedelta(minutes=9)
    await house.say(chat, "3")
    assert await house.after(minutes=5) == 0


async def test_who_said_nothing_or_has_ended_is_left_alone(house: House) -> None:
    await house.begin()
    chat = await house.begin()
    await house.say(chat, "stop")
    assert await house.after(minutes=11) == 0


async def test_a_telegram_chat_is_written_to_by_day_only(house: House) -> None:
    chat = await house.begin("telegram")
    await house.say(chat, "Round Rock")
    house.now = NOON + timedelta(hours=8)  # nine in the evening
    assert await house.after() == 0
    house.now = NOON + timedelta(hours=20)  # nine in the morning
    assert await house.after() == 1
    (row,) = await house.store.outbox()
    assert FIRST in json.loads(row.payload)["text"]


async def test_what_is_older_than_a_day_is_not_said_any_more(house: House) -> None:
    chat = await house.begin()
    await house.say(chat, "Round Rock")
    assert await house.after(days=3) == 0


@pytest.mark.parametrize(("text", "wait"), [("30s", 30), ("10m", 600), ("24h", 86400)])
def test_a_wait_is_written_in_letters(text: str, wait: int) -> None:
    assert seconds(text).total_seconds() == wait
