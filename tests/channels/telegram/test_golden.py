"""Whole chats in Telegram as their visitor sees them, kept as text that an agent can review.

``DOORSTEP_WRITE=1 pytest tests/channels/telegram/test_golden.py`` writes them anew.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.channels.telegram.phone import STICKER, Phone, chatting
from tests.fakes.botapi import FakeBotApi

KEPT = Path(__file__).parents[2] / "transcripts"
AT = datetime(2026, 3, 10, 15, 5, tzinfo=UTC)  # a Tuesday morning in Austin
Script = Callable[[Phone], Awaitable[None]]


async def buyer(it: Phone) -> None:
    """A buyer from an ad: buttons, a typo, somebody else's contact, a change of mind."""
    await it.say("/start s-fb_spring")
    await it.say("round rok")
    await it.press("3")
    await it.say("I was told 450k")
    await it.send(voice={"file_id": "x", "file_unique_id": "y", "duration": 1})
    await it.press("Right away")
    await it.press("not sure yet")  # a question that is settled
    await it.press("Back")
    await it.press("1-3 months")
    await it.press("Mortgage, pre-approved")
    await it.say("are you a bot?")
    await it.press("No")
    await it.say("Chris Ode")
    await it.share("15125550199", owner=999)
    await it.share("15125550143")
    await it.press("Call me")
    await it.press("No")
    await it.edit("I was told 450k", "500k")
    await it.say("/help")
    await it.say("thanks!")


async def arabic(it: Phone) -> None:
    """A visitor whose Telegram speaks Arabic."""
    it.lang = "ar"
    await it.say("/start f-renter__m-dubai")
    await it.say("دبي مارينا")
    await it.press("خلال شهر")
    await it.say("١٢٠٠٠ درهم")
    await it.send(sticker=STICKER)
    await it.say("/language")
    await it.press("English")
    await it.say("/stop")


@pytest.mark.parametrize("script", [buyer, arabic], ids=lambda script: script.__name__)
async def test_a_chat_reads_as_it_is_kept(script: Script, api: FakeBotApi, tmp_path: Path) -> None:
    async with chatting(tmp_path, api, lambda: AT) as it:
        await script(it)
        seen = "\n".join(it.lines) + "\n"
    kept = KEPT / f"telegram_{script.__name__}.txt"
    if os.environ.get("DOORSTEP_WRITE"):
        kept.write_text(seen, "utf-8")
    assert seen == kept.read_text("utf-8")
