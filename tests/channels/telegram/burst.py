"""Many visitors at once: what they send, and whether each was answered once and in order."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from dataclasses import dataclass
from typing import Any

from tests.fakes.botapi import FakeBotApi
from tests.fakes.bottypes import Call

SAID = ("/start", "Round Rock", "3", "450k", "now")
ANSWERS = (
    "Hi, I'm Dory",
    "Which area",
    "How many bedrooms",
    "What's your price",
    "When would you",
    "How do you plan",
)
FIRST = 50_000  # the first chat


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a burst."""

    lost: int  # answers that never came
    doubled: int  # answers that came again, aloud
    repeated: int  # answers that came again, silently: sent when the process was killed
    disordered: int  # chats that saw their answers in another order


async def bring(api: FakeBotApi, chats: int, first: int = FIRST) -> int:
    """Every chat says everything, all chats mixed; how many updates that are."""
    begin = len(api.history)
    updates = [
        _update(begin + n, first + n % chats, text)
        for n, text in enumerate(text for text in SAID for _ in range(chats))
    ]
    api.history += updates
    api.queue += updates
    async with api._changed:
        api._changed.notify_all()
    return len(updates)


async def answered(api: FakeBotApi, chats: int, within: float = 60.0) -> float:
    """Wait until every chat has its last answer; the moment."""
    end = time.monotonic() + within
    while True:
        if len(api.calls) >= chats * len(ANSWERS):
            last = {c.chat for c in api.sent() if c.text.startswith(ANSWERS[-1])}
            if len(last) >= chats or time.monotonic() > end:
                return max((call.at for call in api.sent()), default=0.0)
        if time.monotonic() > end:
            return time.monotonic()
        await asyncio.sleep(0.02)


def outcome(api: FakeBotApi, chats: int, first: int = FIRST) -> Outcome:
    """Compare what was said with what should have been."""
    seen: dict[int, list[Call]] = {first + n: [] for n in range(chats)}
    for call in api.sent():
        seen[call.chat].append(call)
    lost = doubled = repeated = disordered = 0
    for calls in seen.values():
        kinds = [_kind(call) for call in calls]
        counts = Counter(kinds)
        lost += sum(1 for n in range(len(ANSWERS)) if not counts[n])
        again = [call for n, call in enumerate(calls) if kinds[n] in kinds[:n]]
        silent = sum(1 for call in again if call.params.get("disable_notification") is True)
        repeated += silent
        doubled += len(again) - silent
        disordered += kinds != sorted(kinds)
    return Outcome(lost, doubled, repeated, disordered)


def _kind(call: Call) -> int:
    return next(n for n, words in enumerate(ANSWERS) if call.text.startswith(words))


def _update(n: int, chat: int, text: str) -> dict[str, Any]:
    return {
        "update_id": 1_000 + n,
        "message": {
            "message_id": n + 1,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "V"},
            "from": {"id": chat, "is_bot": False, "first_name": "V", "language_code": "en"},
            "text": text,
        },
    }
