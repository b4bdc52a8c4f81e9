"""The stand-in refuses what the real Bot API refuses; otherwise our tests would prove nothing."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest

from tests.alerts.office import until
from tests.fakes.botapi import FakeBotApi
from tests.fakes.botrules import Refused, keyboard, shown_text


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as api:
        yield api


async def ask(api: FakeBotApi, method: str, **params: Any) -> dict[str, Any]:
    url = f"{api.url}/bot{api.token}/{method}"
    async with aiohttp.ClientSession() as session, session.post(url, json=params) as response:
        return {"http": response.status, **await response.json()}


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<b>bold <i>both</i></b> 3 > 2 & x", "bold both 3 > 2 & x"),
        ('<a href="tg://user?id=1">x</a>', "x"),
    ],
)
def test_good_html_is_shown_without_its_tags(text: str, shown: str) -> None:
    assert shown_text({"text": text, "parse_mode": "HTML"}) == shown


@pytest.mark.parametrize(
    "text", ["<x>", "a < b", "<b>open", "</b>", "<b><i></b></i>", "", "  ", "<b></b>", "a" * 4097]
)
def test_bad_texts_are_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        shown_text({"text": text, "parse_mode": "HTML"})
    assert refused.value.code == 400


@pytest.mark.parametrize(
    "button",
    [
        {"text": "x", "callback_data": "a" * 65},
        {"text": "x", "callback_data": "é" * 33},
        {"text": "x", "callback_data": ""},
        {"text": "x", "url": "tel:+15125550142"},
        {"text": "x", "copy_text": {"text": ""}},
        {"text": "x"},
        {"text": "", "callback_data": "a"},
        {"text": "x", "callback_data": "a", "url": "https://example.com"},
    ],
)
def test_impossible_buttons_are_refused(button: dict[str, Any]) -> None:
    with pytest.raises(Refused):
        keyboard({"reply_markup": {"inline_keyboard": [[button]]}})


async def test_an_offset_confirms_what_is_below_it(api: FakeBotApi) -> None:
    first, second = await api.say(5, "one"), await api.say(5, "two")
    assert len((await ask(api, "getUpdates"))["result"]) == 2
    left = await ask(api, "getUpdates", offset=first["update_id"] + 1)
    assert [update["update_id"] for update in left["result"]] == [second["update_id"]]
    assert len((await ask(api, "getUpdates"))["result"]) == 1


async def test_a_long_poll_ends_with_the_first_update(api: FakeBotApi) -> None:
    polling = asyncio.create_task(ask(api, "getUpdates", timeout=60))
    await until(lambda: api.offsets)
    assert not polling.done()
    await api.say(5, "now")
    assert len((await asyncio.wait_for(polling, 30))["result"]) == 1


async def test_a_second_poll_ends_the_first_with_a_conflict(api: FakeBotApi) -> None:
    first = asyncio.create_task(ask(api, "getUpdates", timeout=60))
    await until(lambda: api.offsets)
    await ask(api, "getUpdates")
    assert (await first)["http"] == 409


async def test_a_wrong_token_is_unauthorised(api: FakeBotApi) -> None:
    api.token, right = "other", api.token
    assert (await ask(api, "getMe"))["ok"] is True
    api.token, wrong = right, api.token
    url = f"{api.url}/bot{wrong}/getMe"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == 401


async def test_an_edit_to_the_same_text_and_a_press_twice_answered(api: FakeBotApi) -> None:
    sent = await ask(api, "sendMessage", chat_id=5, text="x")
    where = {"chat_id": 5, "message_id": sent["result"]["message_id"]}
    same = await ask(api, "editMessageText", text="x", **where)
    assert "not modified" in same["description"]
    assert (await ask(api, "editMessageText", text="y", **where))["ok"] is True
    gone = await ask(api, "editMessageText", text="y", chat_id=5, message_id=999)
    assert "not found" in gone["description"]
    late = await ask(api, "answerCallbackQuery", callback_query_id="1")
    assert "too old" in late["description"]


async def test_failures_are_played_as_ordered(api: FakeBotApi) -> None:
    api.fail("sendMessage", status=429, retry_after=3)
    refused = await ask(api, "sendMessage", chat_id=5, text="x")
    assert (refused["http"], refused["parameters"]) == (429, {"retry_after": 3})
    api.fail("sendMessage", drop=True)
    with pytest.raises(aiohttp.ClientError):
        await ask(api, "sendMessage", chat_id=5, text="x")
    assert len(api.shown(5)) == 1, "accepted before the connection broke"
    api.migrated[-5] = -1000000000005
    moved = await ask(api, "sendMessage", chat_id=-5, text="x")
    assert moved["parameters"] == {"migrate_to_chat_id": -1000000000005}
