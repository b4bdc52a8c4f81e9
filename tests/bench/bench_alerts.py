"""Alerts: from the committed hot answer to the request at the Bot API; how fast we can send."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from pathlib import Path

from telegram.ext import ExtBot  # noqa: TID251 - measured here
from telegram.request import HTTPXRequest  # noqa: TID251 - to compare with

from bot.alerts.aiohttp_request import AiohttpRequest
from tests.alerts.office import Running, agents, hot_batch, hot_lead, office, running
from tests.bench.figures import Figure
from tests.fakes.botapi import FakeBotApi

LEADS = 200
AGENTS = 20
PACE = 0.02  # seconds between leads: 200 in 4 s, fifteen times the promise's pace
SENDS, AT_ONCE = 600, 32


def run() -> Iterable[Figure]:
    """Delays in order of how hard they are, then the client's ratio."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for name, pace in (("one by one", 0.1), ("200 in 4 s", PACE), ("200 at once", 0.0)):
            delays = asyncio.run(_delays(Path(folder) / name.replace(" ", "-"), pace))
            worst, p95 = max(delays), sorted(delays)[int(len(delays) * 0.95)]
            most = 1000.0 if pace else None  # at once: to be read, the stand-in is slower
            yield Figure(f"alert: commit to request, {name}, p95", p95 * 1000, "ms", most=most)
            yield Figure(f"alert: commit to request, {name}, worst", worst * 1000, "ms")
    ours, default = asyncio.run(_rates())
    yield Figure("telegram: messages/s through our aiohttp request", ours, "/s")
    yield Figure("telegram: against the default httpx back end", ours / default, "×", least=2)


async def _delays(data: Path, pace: float) -> list[float]:
    """Seconds from each commit's return to the arrival of its request."""
    count = LEADS if pace < 0.1 else LEADS // 5
    committed: dict[str, float] = {}
    async with FakeBotApi() as api, running(data, api, office(agents(AGENTS))) as it:
        for n in range(count):
            task = asyncio.create_task(_commit(it, n, committed))
            await asyncio.sleep(pace)
            if pace >= 0.1:
                await task
        sent = await api.wait_for("sendMessage", count, within=60)
        return [max(0.0, call.at - committed[call.text.split(" · ")[1]]) for call in sent]


async def _commit(it: Running, n: int, committed: dict[str, float]) -> None:
    now = datetime.now(UTC)
    lead = hot_lead(f"lead-{n}", name=f"Visitor {n}")
    agent = it.site.agents[n % AGENTS]
    await it.store.commit(hot_batch(lead, [agent], now))
    committed[lead.name] = time.monotonic()
    it.alerts.wake()


async def _rates() -> tuple[float, float]:
    """Messages a second with our request class, and with the library's own."""
    async with FakeBotApi() as api:
        async with _bot(api, AiohttpRequest()) as bot:
            ours = await _rate(bot)
        async with _bot(api, HTTPXRequest(connection_pool_size=AT_ONCE)) as bot:
            default = await _rate(bot)
    return ours, default


@asynccontextmanager
async def _bot(api: FakeBotApi, request: object) -> AsyncIterator[ExtBot[None]]:
    bot: ExtBot[None] = ExtBot(api.token, base_url=f"{api.url}/bot", request=request)  # type: ignore[arg-type]
    async with bot:
        yield bot


async def _rate(bot: ExtBot[None]) -> float:
    width = asyncio.Semaphore(AT_ONCE)

    async def send(n: int) -> None:
        async with width:
            await bot.send_message(7001, f"message {n}")

    await send(0)
    began = time.perf_counter()
    await asyncio.gather(*(send(n) for n in range(SENDS)))
    return SENDS / (time.perf_counter() - began)
