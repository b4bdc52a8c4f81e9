"""The webhook: who may bring updates, and that a 200 means on disk."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from pathlib import Path

import pytest

from bot.channels.telegram_hook import HEADER
from bot.errors import UserMistake
from tests.channels.telegram.hook import SECRET, hooked
from tests.channels.telegram.phone import chatting
from tests.fakes.botapi import FakeBotApi

HELLO = {
    "update_id": 1,
    "message": {
        "message_id": 1,
        "date": int(time.time()),
        "chat": {"id": 7, "type": "private"},
        "from": {"id": 7, "is_bot": False, "first_name": "A"},
        "text": "/start",
    },
}
BODY = json.dumps(HELLO).encode()


async def test_telegram_is_told_where_to_bring_updates(api: FakeBotApi, tmp_path: Path) -> None:
    api.fail("setWebhook", status=502)
    async with hooked(tmp_path, api) as hook:
        calls = await api.wait_for("setWebhook", 2)
        assert calls[-1].params["url"] == "https://chat.example.com/telegram/webhook"
        assert calls[-1].params["secret_token"] == SECRET
        assert hook.url.endswith("/telegram/webhook")
        assert api.sent("getUpdates", ok=False) == []


async def test_polling_takes_a_webhook_away(api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api):
        await api.wait_for("deleteWebhook", 1)
    assert not api.sent("setWebhook")


async def test_an_update_is_taken_once_however_often_it_is_brought(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with hooked(tmp_path, api) as hook:
        assert [await hook.bring(HELLO) for _ in range(3)] == [200, 200, 200]
        await hook.quiet()
        assert len(hook.said(7)) == 2


async def test_a_message_under_another_updates_number_counts_once(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with hooked(tmp_path, api) as hook:
        await hook.say(7, "/start")
        update = await hook.say(7, "Round Rock")
        said = hook.said(7)
        assert await hook.bring({**update, "update_id": update["update_id"] + 1000}) == 200
        await hook.quiet()
        assert hook.said(7) == said


@pytest.mark.parametrize(
    ("headers", "body", "status"),
    [
        ({}, BODY, 403),
        ({HEADER: ""}, BODY, 403),
        ({HEADER: SECRET[:-1]}, BODY, 403),
        ({HEADER: SECRET[:-1] + "é"}, BODY, 403),
        ({HEADER: SECRET, "Content-Type": "text/plain"}, BODY, 415),
        ({HEADER: SECRET}, b'{"a":"\xff\xfe"}', 400),
        ({HEADER: SECRET}, b"{", 400),
        ({HEADER: SECRET}, b"[" * 100_000, 400),
        ({HEADER: SECRET}, b" " * 300_000, 413),
        ({HEADER: SECRET}, b'{"update_id":1e999}', 200),
    ],
    ids=[
        "no header", "empty", "short", "not ascii", "no json", "no utf-8", "cut off", "deep",
        "large", "infinite",
    ],
)  # fmt: skip
async def test_only_telegram_brings_and_only_what_can_be_read(
    headers: dict[str, str], body: bytes, status: int, api: FakeBotApi, tmp_path: Path
) -> None:
    async with hooked(tmp_path, api) as hook:
        assert await hook.post(body, headers) == status
        assert not any(state == "new" for _, state, _ in hook.rows())
        assert api.sent() == []


async def test_without_a_secret_nobody_brings_anything(api: FakeBotApi, tmp_path: Path) -> None:
    async with hooked(tmp_path, api, telegram_webhook_secret="") as hook:
        for secret in ("", SECRET):
            assert await hook.bring(HELLO, secret) == 403


async def test_without_a_bot_a_known_secret_is_asked_to_come_again(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with hooked(tmp_path, api, telegram_token="") as hook:
        assert await hook.bring(HELLO) == 503


async def test_no_200_while_the_database_is_locked(api: FakeBotApi, tmp_path: Path) -> None:
    async with hooked(tmp_path, api) as hook:
        blocker = sqlite3.connect(hook.doorstep.store.path)
        blocker.execute("begin immediate")
        bringing = asyncio.create_task(hook.bring(HELLO))
        await asyncio.sleep(0.3)
        early = bringing.done() and bringing.result() == 200
        blocker.rollback()
        blocker.close()
        assert not early
        if await bringing != 200:
            assert await hook.bring(HELLO) == 200
        await hook.quiet()
        assert len(hook.said(7)) == 2


async def test_a_webhook_needs_a_public_address(api: FakeBotApi, tmp_path: Path) -> None:
    with pytest.raises(UserMistake, match="base_url"):
        async with chatting(tmp_path, api, telegram_webhook_secret=SECRET):
            pass
