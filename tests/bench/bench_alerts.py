"""Alerts: from the committed hot answer to the request at the Bot API; how fast we can send."""

from __future__ import annotations

import asyncio
import tempfile
import time
import uuid
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import aiohttp
from telegram.ext import ExtBot  # noqa: TID251 - measured here
from telegram.request import HTTPXRequest  # noqa: TID251 - to compare with

from bot.alerts.aiohttp_request import AiohttpRequest
from bot.app import running as product
from bot.dialogue.site import Agent
from bot.settings import Settings
from tests.alerts.office import Running, agents, hot_batch, hot_lead, ladder, office, running
from tests.bench.figures import Figure
from tests.channels.office import write_office
from tests.fakes.botapi import FakeBotApi
from tests.serving import serve

LEADS = 200
AGENTS = 20
PACE = 0.02  # seconds between leads: 200 in 4 s, fifteen times the promise's pace
SENDS, AT_ONCE = 600, 32
VISITORS, ARRIVE_EVERY = 48, 0.15  # seconds: 400 hot leads a minute, for two agents
ANSWERS = ("3", "450k", "right away", "pre-approved", "no")
AREAS = ("Round Rock", "Zilker")
LETTERS = "ABCDEFGH"
NAMES = [first + second.lower() for first in LETTERS for second in LETTERS]


def run() -> Iterable[Figure]:
    """Delays in order of how hard they are, then the client's ratio."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        for name, pace in (("one by one", 0.1), ("200 in 4 s", PACE), ("200 at once", 0.0)):
            delays = asyncio.run(_delays(Path(folder) / name.replace(" ", "-"), pace))
            worst, p95 = max(delays), sorted(delays)[int(len(delays) * 0.95)]
            most = 1000.0 if pace else None  # at once: to be read, the stand-in is slower
            yield Figure(f"alert: commit to request, {name}, p95", p95 * 1000, "ms", most=most)
            yield Figure(f"alert: commit to request, {name}, worst", worst * 1000, "ms")
        delays = sorted(asyncio.run(_restarted(Path(folder) / "restart")))
        p95 = max(0.0, delays[int(len(delays) * 0.95)])
        yield Figure(
            "alert: 200 waiting at a restart, from ready, p95", p95 * 1000, "ms", most=1000
        )
        late = max(asyncio.run(_rungs(Path(folder) / "ladder")))
        yield Figure("ladder: lateness of 200 steps after a kill, worst", late, "s", most=2.0)
        p95 = asyncio.run(_visitors(Path(folder) / "http"))
        yield Figure("alert: hot answer acknowledged to request, p95", p95 * 1000, "ms", most=1000)
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


async def _restarted(data: Path) -> list[float]:
    """Seconds from a process's being ready to the request of each lead that waited for it; a part
    was on its way when the one before was killed."""
    people = agents(AGENTS)
    flows = write_office(data)
    (flows / "site.yaml").write_text(_site(people), "utf-8")
    async with FakeBotApi() as api:
        async with running(data / "data", api, office(people), token="") as it:
            await it.alerts.stop()
            for n in range(LEADS):
                await _commit(it, n, {})
            await it.store.take_due(datetime.now(UTC), 64)
        environ = {"DOORSTEP_TELEGRAM_TOKEN": api.token, "DOORSTEP_TELEGRAM_API": api.url}
        serving = serve(data / "data", "--flows", str(flows), **environ)
        await asyncio.to_thread(serving.__enter__)
        ready = time.monotonic()
        sent = await api.wait_for("sendMessage", LEADS, within=60)
        await asyncio.to_thread(serving.__exit__, None, None, None)
        return [call.at - ready for call in sent]


def _site(people: Sequence[Agent]) -> str:
    """The same office as a file."""
    lines = (
        f"  - {{id: {one.id}, name: {one.name}, telegram: {one.telegram}, markets: [austin]}}\n"
        for one in people
    )
    market = "{country: US, currency: USD, tz: America/Chicago, calling_hours: '00:00-24:00'}"
    head = f"company: Oak & Lane\ndefault_market: austin\nmarkets:\n  austin: {market}\n"
    return f"{head}agents:\n{''.join(lines)}"


async def _rungs(data: Path) -> list[float]:
    """How many seconds late each ladder's step was, in a process that follows a killed one."""
    due: dict[str, float] = {}
    async with FakeBotApi() as api:
        async with running(data, api, office(agents(AGENTS)), token="") as it:
            await it.alerts.stop()
            for n in range(LEADS):
                after = 3 + n * 0.02
                lead = hot_lead(f"lead-{n}", name=f"Visitor {n}")
                batch = hot_batch(lead, (), datetime.now(UTC))
                row = ladder(lead, it.site.agents[n % AGENTS :][:1], after, datetime.now(UTC))
                await it.store.commit(replace(batch, outgoing=(row,)))
                due[lead.name] = time.monotonic() + after
        async with running(data, api, office(agents(AGENTS))):
            sent = await api.wait_for("sendMessage", LEADS, within=60)
        return [call.at - due[_name_in(call.text)] for call in sent]


def _name_in(text: str) -> str:
    """Whom an escalation is about."""
    words = text.split(" · ", maxsplit=1)[0].split()
    return " ".join(words[-2:])


async def _commit(it: Running, n: int, committed: dict[str, float]) -> None:
    now = datetime.now(UTC)
    lead = hot_lead(f"lead-{n}", name=f"Visitor {n}")
    agent = it.site.agents[n % AGENTS]
    await it.store.commit(hot_batch(lead, [agent], now))
    committed[lead.name] = time.monotonic()
    it.alerts.wake()


async def _visitors(data: Path) -> float:
    """The whole path over HTTP: from the acknowledgement a visitor gets to the agent's phone."""
    acknowledged: dict[str, float] = {}
    async with FakeBotApi() as api, aiohttp.ClientSession() as client:
        settings = Settings(
            data=data, port=0, telegram_token=api.token, telegram_api=api.url, rate_limit=False
        )
        async with product(settings) as doorstep:

            async def visit(n: int) -> None:
                await asyncio.sleep(n * ARRIVE_EVERY)
                acknowledged[f"Visitor {NAMES[n]}"] = await _visit(client, doorstep.address, n)

            await asyncio.gather(*(visit(n) for n in range(VISITORS)))
            sent = await api.wait_for("sendMessage", VISITORS, within=60)
    delays = sorted(call.at - acknowledged[call.text.split(" · ")[1]] for call in sent)
    return max(0.0, delays[int(len(delays) * 0.95)])


async def _visit(client: aiohttp.ClientSession, address: str, n: int) -> float:
    """One buyer's answers; when the one that made it hot was acknowledged."""
    url = f"{address}/api/v1/conversations"
    async with client.post(url, json={"flow": "buyer", "market": "austin"}) as reply:
        opened = await reply.json()
    headers = {"Authorization": f"Bearer {opened['token']}"}
    answers = (AREAS[n % 2], *ANSWERS, f"Visitor {NAMES[n]}", f"512-555-01{n % 90 + 10}")
    for text in answers:
        turn = {"id": str(uuid.uuid4()), "text": text}
        where = f"{url}/{opened['conversation']}/turns"
        async with client.post(where, json=turn, headers=headers) as reply:
            reply.raise_for_status()
    return time.monotonic()


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
