"""Updates are stored before they are confirmed, handled once, in order; no shape stops them."""

from __future__ import annotations

import asyncio
import copy
import json
import sqlite3
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.alerts import updates
from bot.alerts.service import AlertSettings, Room, start_alerts
from bot.alerts.talk import Word
from bot.alerts.telegram import Messenger
from bot.alerts.update_rows import row_of
from bot.alerts.updates import Poller
from bot.news import News
from storage.rows import Update, UpdateKey
from storage.sqlite import SqliteStore, open_store
from storage.store import Crossed, StoreError
from tests.alerts.office import DANA, MARCUS, agents, office, running, until
from tests.fakes.botapi import FakeBotApi
from tests.hostile import cases, expand

TWO = office(agents(2))
UPDATES = [case for case in cases("alerts", "telegram.") if case["expect"]["result"] != "reprompt"]
PARKED = {"tel-002", "tel-003", "tel-004", "tel-007", "tel-008", "tel-009", "tel-010", "tel-011",
          "tel-013", "tel-014"}  # fmt: skip


class Listener:
    """A handler that writes down what it was given."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.crossed = 0  # times that others come first
        self.first = asyncio.Event()

    async def press(self, pressed: Any, key: UpdateKey) -> bool:
        return False

    async def word(self, word: Word, key: UpdateKey) -> bool:
        if word.text == "slow":
            await asyncio.sleep(0.2)
        if word.text == "waits for another":
            await asyncio.wait_for(self.first.wait(), 20)
        if self.crossed:
            self.crossed -= 1
            raise Crossed("the lead was heard elsewhere meanwhile")
        if word.text == "boom":
            raise KeyError("a fault of ours")
        self.words.append(word.text)
        self.first.set()
        return True


async def heard(listener: Listener, count: int) -> list[str]:
    await until(lambda: len(listener.words) >= count)
    return listener.words


@pytest.fixture
async def store(tmp_path: Path) -> Any:
    opened = open_store(tmp_path)
    yield opened
    await opened.close()


class Polling:
    """A poller on its own, with a listening handler."""

    def __init__(self, api: FakeBotApi, store: Any) -> None:
        self.messenger = Messenger(api.token, api.url)
        self.listener = Listener()
        self.poller = Poller(
            store, self.messenger, [self.listener], lambda: datetime.now(UTC), poll_seconds=1
        )

    async def __aenter__(self) -> Listener:
        await self.messenger.open()
        self.task = asyncio.create_task(self.poller.run())
        return self.listener

    async def __aexit__(self, *_: object) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)
        await self.poller.stop(20.0)
        await self.messenger.close()


class Refusing:
    """A store whose disk is full for a while."""

    def __init__(self, store: SqliteStore) -> None:
        self._store, self.full = store, True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._store, name)

    async def keep_updates(self, updates: Any) -> int:
        if self.full:
            raise StoreError("the disk is full")
        return await self._store.keep_updates(updates)


async def test_an_update_is_confirmed_only_after_it_is_stored(
    api: FakeBotApi, store: SqliteStore
) -> None:
    refusing = Refusing(store)
    async with Polling(api, refusing) as listener:
        update = await api.say(5, "hello")
        await api.wait_for("getUpdates", 2)
        assert max(api.offsets) <= 0, "nothing confirmed while nothing can be stored"
        refusing.full = False
        await heard(listener, 1)
        await until(lambda: update["update_id"] + 1 in api.offsets)
    assert listener.words == ["hello"]


async def test_an_update_stored_before_a_crash_is_handled_after_it(
    api: FakeBotApi, store: SqliteStore
) -> None:
    update = {"update_id": 7, **(await api.say(5, "before the crash"))} | {"update_id": 7}
    api.queue.clear()
    name = Messenger(api.token, api.url).name
    await store.keep_updates([row_of(name, update, datetime.now(UTC))])
    async with Polling(api, store) as listener:
        assert await heard(listener, 1) == ["before the crash"]
    assert await store.new_updates(name) == []


async def test_words_that_others_of_the_same_person_crossed_are_handled_again(
    api: FakeBotApi, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "WAIT", 0.01)
    async with Polling(api, store) as listener:
        listener.crossed = 2
        await api.say(5, "still here")
        assert await heard(listener, 1) == ["still here"]
    assert listener.crossed == 0


async def test_the_same_update_twice_has_one_effect(api: FakeBotApi, store: SqliteStore) -> None:
    async with Polling(api, store) as listener:
        update = await api.say(5, "once")
        await api.push(copy.deepcopy(update))
        await api.say(5, "end")
        await heard(listener, 2)
        await api.push(copy.deepcopy(update))
        await api.say(5, "end again")
        assert await heard(listener, 3) == ["once", "end", "end again"]


async def test_a_chat_keeps_its_order_and_does_not_hold_up_another(
    api: FakeBotApi, store: SqliteStore
) -> None:
    slow = "waits for another"
    for chat, text in ((5, slow), (5, "second"), (5, "third"), (6, "other chat")):
        await api.say(chat, text)
    async with Polling(api, store) as listener:
        assert await heard(listener, 4) == ["other chat", slow, "second", "third"]


async def test_numbers_that_begin_anew_after_a_quiet_week_are_taken(
    api: FakeBotApi, store: SqliteStore
) -> None:
    async with Polling(api, store) as listener:
        api.next_update = 900_000_000
        await api.say(5, "high")
        await heard(listener, 1)
        await until(lambda: api.offsets[-1] > api.next_update)  # the high one is confirmed
        api.next_update = 11
        await api.say(5, "low")
        assert await heard(listener, 2) == ["high", "low"]


async def test_a_fault_of_ours_parks_the_update_and_goes_on(
    api: FakeBotApi, store: SqliteStore
) -> None:
    async with Polling(api, store) as listener:
        await api.say(5, "boom")
        await api.say(5, "next")
        assert await heard(listener, 1) == ["next"]


@pytest.mark.parametrize("case", UPDATES, ids=lambda case: case["id"])
async def test_hostile_updates_are_kept_and_the_next_one_is_handled(
    case: dict[str, Any], api: FakeBotApi, store: SqliteStore, capsys: pytest.CaptureFixture[str]
) -> None:
    hostile = expand(case["input"])
    async with Polling(api, store) as listener:
        await api.push(hostile)
        api.next_update = 5000
        await api.say(5, "next")
        await until(lambda: "next" in listener.words)
    name = Messenger(api.token, api.url).name
    rows = [row for row in _all_updates(store) if json.loads(row.body) == hostile or row.error]
    parked = [row for row in rows if row.state == "parked" and row.bot == name]
    assert bool(parked) == (case["id"] in PARKED), rows
    assert "first_name" not in capsys.readouterr().out


async def test_a_kind_that_nobody_knows_is_kept_aside_and_said_without_its_content(
    api: FakeBotApi, store: SqliteStore, capsys: pytest.CaptureFixture[str]
) -> None:
    unknown = {"update_id": 900_000, "zzz": {"text": "Maria Sandoval, 512-555-0199"}}
    post = {"message_id": 1, "date": 1_700_000_000, "chat": {"id": -100, "type": "channel"}}
    unasked = {"update_id": 900_001, "channel_post": post}
    async with Polling(api, store) as listener:
        await api.push(unknown)
        await api.push(unasked)
        api.next_update = 900_002
        await api.say(5, "next")
        await heard(listener, 1)
        await until(lambda: max(api.offsets) > 900_001)
        await until(lambda: all(row.state != "new" for row in _all_updates(store)))
    rows = {row.update_id: row for row in _all_updates(store)}
    assert (rows[900_000].state, json.loads(rows[900_000].body)["zzz"]) == (
        "parked",
        unknown["zzz"],
    )
    assert rows[900_001].state == "done", "Telegram knows it, we did not ask for it"
    said = capsys.readouterr().out
    assert "telegram.parked" in said
    assert "900000" in said
    assert "Sandoval" not in said


def _all_updates(store: SqliteStore) -> list[Update]:
    with sqlite3.connect(store.path) as db:
        found = db.execute("select bot, update_id, chat, body, state, error from telegram_update")
        return [
            Update(bot, id_, chat, body, datetime.now(UTC), state, error)
            for bot, id_, chat, body, state, error in found
        ]


async def test_an_invitation_binds_an_agent_once(api: FakeBotApi, tmp_path: Path) -> None:
    people = (agents(2)[0].model_copy(update={"telegram": None}), agents(2)[1])
    async with running(tmp_path, api, office(people)) as it:
        code = await it.alerts.invite("dana")
        assert len(code) <= 64
        await api.say(555, f"/start {code}")
        await api.wait_for("sendMessage", text="From now on", chat=555)
        await api.say(666, f"/start {code}")
        await api.wait_for("sendMessage", text="used before", chat=666)
        await it.settled()
        await it.ring()
        (sent,) = await api.wait_for("sendMessage", text="Chris Ode", chat=555)
        assert (await api.press(sent.message, "Claim"))["text"].startswith("Yours")
        await it.settled()


async def test_an_agent_who_says_start_is_greeted_and_a_stranger_is_left_to_others(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        await api.say(999, "/start")
        await api.say(999, "/start conv_of_another_visitor")
        await api.say(DANA, "/start")
        await api.wait_for("sendMessage", text="Hello Dana Reyes")
        await it.settled()
        assert {call.chat for call in api.sent("sendMessage")} == {DANA}


async def test_a_flood_of_presses_in_many_chats_is_answered_in_full(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with running(tmp_path, api, TWO) as it:
        await it.ring()
        sent = {call.chat: call for call in await api.wait_for("sendMessage", 2)}
        pressing = [
            api.press(sent[MARCUS].message, "c.lead-1.xxxxxxxxxxxxxxxx", user=1000 + n)
            for n in range(100)
        ]
        answers = await asyncio.gather(*pressing)
        assert len(answers) == 100
        await it.settled()


async def pauses(api: FakeBotApi, count: int) -> list[float]:
    """Seconds between the first polls."""
    await until(lambda: len(api.sent("getUpdates", ok=False)) > count)
    times = [call.at for call in api.sent("getUpdates", ok=False)]
    return [after - before for before, after in pairwise(times)]


async def test_two_programs_on_one_bot_do_not_spin(
    api: FakeBotApi, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(updates, "WAIT", 0.2)
    api.fail("getUpdates", times=1000, status=409)
    async with running(tmp_path, api, TWO):
        assert min(await pauses(api, 3)) > 0.19


async def test_a_server_that_does_not_wait_is_not_stormed(api: FakeBotApi, tmp_path: Path) -> None:
    api.hasty = True
    async with running(tmp_path, api, TWO) as it:
        assert min(await pauses(api, 3)) > updates.HASTY - 0.01
        await it.ring()
        sent = await api.wait_for("sendMessage", 2)
        assert (await api.press(sent[0].message, "Claim"))["text"].startswith("Yours")
        await it.settled()


async def test_a_stop_lets_updates_in_hand_finish(api: FakeBotApi, tmp_path: Path) -> None:
    store = open_store(tmp_path)
    listener = Listener()
    settings = AlertSettings(token=api.token, api=api.url, poll_seconds=1, printer=None)
    alerts = await start_alerts(
        store, lambda: TWO, News(), settings, beside=lambda *_: Room((listener,))
    )
    await api.say(5, "slow")
    await api.wait_for("getUpdates", 2)
    await alerts.stop()
    await store.close()
    assert listener.words == ["slow"]
