"""The store: group commit against single commits, and lists of 100,000 leads."""

from __future__ import annotations

import asyncio
import random
import statistics
import tempfile
import time
import uuid
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from storage.rows import Batch, Lead
from storage.sqlite import SqliteReader, SqliteStore, open_reader, open_store
from storage.store import LeadFilter
from tests.bench.figures import Figure
from tests.storage.samples import later, lead, turn_batch

VISITORS = 256
TURNS = 20
LEADS = 100_000
FIRST = ("Chris", "Dana", "Greg", "Nora", "José", "Aisha", "Wendy", "Ivan", "Lupita", "Omar")
LAST = ("Ode", "Tally", "Quinn", "Ramos", "Berg", "Haddad", "Novak", "Singh", "Yilmaz", "Kim")
AREAS = ("Round Rock", "Zilker", "Pflugerville", "Mueller", "Cedar Park", "Chamberí")
SEARCHES = ("chris", "a", "nora quinn", "+1 512 555 0199", "round rock", "0142", "zz", "k", "s r")


def run() -> Iterable[Figure]:
    """Commits a second, and how long an inbox waits for its list."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        single, grouped, cpu = asyncio.run(_commits(Path(folder) / "commits"))
        yield Figure("store: commits/s, one visitor at a time", single, "/s")
        yield Figure(f"store: commits/s, {VISITORS} visitors at once", grouped, "/s")
        yield Figure("store: group commit against single commits", grouped / single, "×", least=5)
        yield Figure("store: CPU of a durable turn (7 rows, both threads)", cpu * 1e6, "µs")
        yield from asyncio.run(_lists(Path(folder) / "lists"))


async def _commits(data: Path) -> tuple[float, float, float]:
    store = open_store(data)
    single, _ = await _chat(store, 1, 200)
    grouped, cpu = await _chat(store, VISITORS, TURNS)
    await store.close()
    return single, grouped, cpu


async def _chat(store: SqliteStore, visitors: int, turns: int) -> tuple[float, float]:
    """Batches a second and CPU seconds a batch."""
    work = [
        [turn_batch(id_, version) for version in range(1, turns + 1)]
        for id_ in (uuid.uuid4().hex for _ in range(visitors))
    ]

    async def one(batches: list[Batch]) -> None:
        for batch in batches:
            await store.commit(batch)

    began, cpu = time.perf_counter(), time.process_time()
    await asyncio.gather(*map(one, work))
    count = visitors * turns
    return count / (time.perf_counter() - began), (time.process_time() - cpu) / count


async def _lists(data: Path) -> Iterable[Figure]:
    store = open_store(data)
    rows = _people(random.Random(5))
    for _ in range(LEADS // 5_000):
        await asyncio.gather(*(store.commit(Batch(lead=next(rows))) for _ in range(5_000)))
    await store.close()
    began = time.perf_counter()
    store = open_store(data)
    await store.lead_counts()
    opened = time.perf_counter() - began
    await store.close()
    reader = open_reader(data)
    figures = [
        Figure(f"store: opened with {LEADS:,} leads", opened * 1000, "ms", most=500),
        await _worst("list of leads", reader, (LeadFilter(), LeadFilter(band="disqualified"))),
        await _worst("search of leads", reader, [LeadFilter(text=text) for text in SEARCHES]),
    ]
    await reader.close()
    return figures


def _people(chance: random.Random) -> Iterator[Lead]:
    n = 0
    while True:
        n += 1
        yield replace(
            lead(f"lead-{n:06}"),
            conversation=f"c{n}",
            name=f"{chance.choice(FIRST)} {chance.choice(LAST)}",
            phone=f"+1512555{chance.randrange(10_000):04}",
            band=chance.choices(("hot", "warm", "cold", "disqualified"), (5, 30, 64, 0.01))[0],
            fields=f'{{"area":"{chance.choice(AREAS)}"}}',
            reasons='[{"rule":"timeline","points":25,"text":"right away","quote":"asap"}]',
            updated_at=later(chance.randrange(10_000_000)),
        )


async def _worst(what: str, reader: SqliteReader, asked: Iterable[LeadFilter]) -> Figure:
    """The slowest of the questions, each at its median of five."""
    medians = []
    for where in asked:
        times = []
        for _ in range(5):
            began = time.perf_counter()
            await reader.leads(where)
            times.append(time.perf_counter() - began)
        medians.append(statistics.median(times))
    return Figure(
        f"store: {what}, the slowest of {len(medians)}", max(medians) * 1000, "ms", most=100
    )
