"""Telegram visitors: turns a second with their replies, and a burst with a kill in its middle.

The product and the default httpx back end each have a process of their own; both speak to the same
stand-in Bot API, in the same run.
"""

from __future__ import annotations

import asyncio
import signal
import sys
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from telegram.ext import ExtBot  # noqa: TID251 - measured here
from telegram.request import HTTPXRequest  # noqa: TID251 - to compare with

from tests.bench.figures import Figure
from tests.channels.telegram.burst import FIRST, Outcome, answered, bring, outcome
from tests.fakes.botapi import FakeBotApi
from tests.serving import serve

CHATS = 200  # with five updates each: a thousand
WARM = 10  # chats beforehand: what is made once is no part of a turn
ROUNDS = 3
SENDS, AT_ONCE = 600, 32


def run() -> Iterable[Figure]:
    """The ratio, then the burst that is interrupted."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        rounds = asyncio.run(_rates(Path(folder) / "rate" / "data"))
        turns, replies, httpx = (median(column) for column in zip(*rounds, strict=True))
        ratio = median(turns / httpx for turns, _, httpx in rounds)
        yield Figure("telegram visitors: turns/s, replies included", turns, "/s")
        yield Figure("telegram visitors: replies/s meanwhile", replies, "/s")
        yield Figure("telegram: sends/s of the default httpx back end", httpx, "/s")
        yield Figure("telegram visitors: turns against httpx sends", ratio, "×", least=3)
        found = asyncio.run(_killed(Path(folder) / "kill" / "data"))
        yield Figure("telegram burst of 1,000, killed: answers lost", found.lost, most=0)
        yield Figure("telegram burst, killed: answers doubled aloud", found.doubled, most=0)
        yield Figure("telegram burst, killed: repeated silently", found.repeated, most=64)
        yield Figure("telegram burst, killed: chats out of order", found.disordered, most=0)


async def _rates(data: Path) -> list[tuple[float, float, float]]:
    """Turns and replies a second of the product, and sends a second of httpx, a few times."""
    data.parent.mkdir(parents=True)
    rounds = []
    async with FakeBotApi() as api:
        with serve(data, **_environ(api)):
            await bring(api, WARM, first=1)
            await answered(api, WARM)
            for n in range(ROUNDS):
                httpx = await _httpx(api)
                api.calls.clear()
                rounds.append((*await _burst(api, FIRST + n * CHATS), httpx))
    return rounds


async def _burst(api: FakeBotApi, first: int) -> tuple[float, float]:
    """Turns and replies a second of a burst."""
    began = time.monotonic()
    count = await bring(api, CHATS, first)
    took = await answered(api, CHATS) - began
    found = outcome(api, CHATS, first)
    if found != Outcome(0, 0, 0, 0):
        raise AssertionError(f"not every update was answered once: {found}")
    return count / took, len(api.sent()) / took


async def _killed(data: Path) -> Outcome:
    """A burst during which the product is killed once."""
    data.parent.mkdir(parents=True)
    async with FakeBotApi() as api:
        with serve(data, **_environ(api)) as first:
            await bring(api, CHATS)
            while len(api.sent()) < CHATS * 3:  # noqa: ASYNC110 - half of all answers
                await asyncio.sleep(0.005)
            first.end(signal.SIGKILL)
        with serve(data, **_environ(api)):
            await answered(api, CHATS)
        return outcome(api, CHATS)


async def _httpx(api: FakeBotApi) -> float:
    """Messages a second of the library's own back end, from a process of its own."""
    program = "from tests.bench.bench_telegram import send; send(*__import__('sys').argv[1:])"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", program, api.url, api.token, stdout=asyncio.subprocess.PIPE
    )
    out, _ = await process.communicate()
    return float(out)


def send(url: str, token: str) -> None:
    """Send messages by the default back end, and print how many a second."""
    sys.stdout.write(str(asyncio.run(_send(url, token))))


async def _send(url: str, token: str) -> float:
    request = HTTPXRequest(connection_pool_size=AT_ONCE)
    bot: ExtBot[None] = ExtBot(token, base_url=f"{url}/bot", request=request)
    width = asyncio.Semaphore(AT_ONCE)

    async def one(n: int) -> None:
        async with width:
            await bot.send_message(7001, f"message {n}")

    async with bot:
        await one(0)
        began = time.perf_counter()
        await asyncio.gather(*(one(n) for n in range(SENDS)))
        return SENDS / (time.perf_counter() - began)


def _environ(api: FakeBotApi) -> dict[str, str]:
    return {"DOORSTEP_TELEGRAM_TOKEN": api.token, "DOORSTEP_TELEGRAM_API": api.url}
