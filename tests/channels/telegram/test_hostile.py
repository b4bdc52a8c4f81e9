"""The hostile updates: each as expected, and a visitor after it is served."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.channels.telegram.hook import Hook, hooked
from tests.fakes.botapi import FakeBotApi
from tests.hostile import cases, expand, scripted

CASES = [c for c in cases("telegram", "telegram.") if not scripted(c)]
OPEN = "Which area are you looking in?"
QUIET = {"ignore", "ignore:200", "park:200", "ignore_or_amend"}


def moved(value: Any, chat: int) -> Any:
    """The input in a chat of its own."""
    if isinstance(value, dict):
        return {k: chat if k == "id" and v == 7 else moved(v, chat) for k, v in value.items()}
    return [moved(v, chat) for v in value] if isinstance(value, list) else value


async def test_every_hostile_update_ends_as_expected(
    api: FakeBotApi, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async with hooked(tmp_path, api) as hook:
        wrong = [
            f"{case['id']} {problem}"
            for n, case in enumerate(CASES)
            for problem in [await _play(hook, case, n)]
            if problem
        ]
    assert not wrong
    out = capsys.readouterr()
    assert "first_name" not in out.out
    assert "Traceback" not in out.out + out.err


async def _play(hook: Hook, case: dict[str, Any], n: int) -> str:
    """What went wrong with a case, "" when nothing did."""
    chat, expected = 700_000 + n, case["expect"]["result"]
    update = moved(expand(case["input"]), chat)
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is int and 0 <= number < 1000:
        update["update_id"] = 100_000 + n
    if expected != "new_conversation":
        await hook.say(chat, "/start")
    before = hook.said(chat)
    if await hook.bring(update) != 200:
        return "was not confirmed"
    await hook.quiet()
    said = hook.said(chat)[len(before) :]
    problem = "".join(_problems(expected, said))
    if expected == "park:200" and not _is_parked(hook, update):
        problem += " was not parked"
    await hook.say(chat + 500_000, "/start")
    if len(hook.said(chat + 500_000)) != 2:
        problem += " the next visitor was not served"
    return problem


def _problems(expected: str, said: list[str]) -> Iterator[str]:
    if expected in QUIET and said:
        yield f"was answered: {said}"
    if expected in {"reprompt", "resync"} and (not said or said[-1] != OPEN):
        yield f"the question was not repeated: {said}"
    if expected == "new_conversation" and said[-1:] != [OPEN]:
        yield f"no conversation began: {said}"
    if expected in {"accept_or_truncate", "reprompt_or_accept"} and not said:
        yield "was not answered"


def _is_parked(hook: Hook, update: Any) -> bool:
    """The raw update is kept apart, whatever its number became."""
    number = update.get("update_id") if isinstance(update, dict) else None
    known = {id_: state for id_, state, _ in hook.rows()}
    if type(number) is int and 0 <= number < 2**53:
        return known.get(number) == "parked"
    return any(id_ < 0 and state == "parked" for id_, state in known.items())


async def test_the_same_number_twice_has_one_effect(api: FakeBotApi, tmp_path: Path) -> None:
    async with hooked(tmp_path, api) as hook:
        update = await hook.say(7, "/start")
        said = hook.said(7)
        await hook.bring(update)
        await hook.quiet()
        assert hook.said(7) == said


async def test_numbers_out_of_order_and_far_apart_are_all_taken(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with hooked(tmp_path, api) as hook:
        await hook.say(7, "/start")
        texts = {900_000_000: "Round Rock", 12: "3", 11: "450k"}
        for number, text in texts.items():
            message = {
                "message_id": number % 1000, "date": int(time.time()), "text": text,
                "chat": {"id": 7, "type": "private"},
                "from": {"id": 7, "is_bot": False, "first_name": "A"},
            }  # fmt: skip
            assert await hook.bring({"update_id": number, "message": message}) == 200
        await hook.quiet()
        assert hook.said(7)[-1] == "When would you like to move?"


async def test_replies_to_replies_and_mad_entities_do_no_harm(
    api: FakeBotApi, tmp_path: Path
) -> None:
    async with hooked(tmp_path, api) as hook:
        await hook.say(7, "/start")
        nested: dict[str, Any] = {}
        for n in range(400):
            nested = {
                "message_id": n + 1, "date": int(time.time()), "text": "x",
                "chat": {"id": 7, "type": "private"},
                **({"reply_to_message": nested} if nested else {}),
            }  # fmt: skip
        entity = {"type": "bold", "offset": 10**9, "length": 10**9}
        assert len(json.dumps(nested)) < 256 * 1024
        await hook.say(7, "Round Rock", reply_to_message=nested)
        await hook.say(7, "3", entities=[entity])
        assert hook.said(7)[-1] == "What's your price range? A rough figure is fine."
