"""Power cuts: turns are committed on the recording disk, and power fails at many moments."""

from __future__ import annotations

import asyncio
import random
import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from storage import folder, writer
from storage.sqlite import open_store
from tests.crash.disk import Recorder, recording
from tests.storage.samples import NOW, outgoing, turn_batch
from tests.storage.test_crash import HALVES

VISITORS, TURNS = 12, 12
CHECKPOINT_PAGES = 40  # so that there are many


@dataclass
class Outage:
    """What was found after all the cuts."""

    cuts: int = 0
    promised: int = 0
    lost: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


def record(data: Path) -> Recorder:
    """A day of turns; each acknowledged one is a mark ``(conversation, version)``."""
    usual = writer.CHECKPOINT_PAGES
    writer.CHECKPOINT_PAGES = CHECKPOINT_PAGES
    try:
        with recording() as recorder:
            asyncio.run(_talk(data, recorder))
    finally:
        writer.CHECKPOINT_PAGES = usual
    return recorder


async def _talk(data: Path, recorder: Recorder) -> None:
    store = open_store(data)

    async def visitor(n: int) -> None:
        for version in range(1, TURNS + 1):
            await store.commit(turn_batch(f"c{n}", version))
            recorder.mark((f"c{n}", version))

    async def runner() -> None:
        for n in range(TURNS * 2):
            await store.enqueue([outgoing(f"row {n}")])
            for row in await store.take_due(NOW):
                await store.sent(row.id, NOW)

    await asyncio.gather(runner(), *(visitor(n) for n in range(VISITORS)))
    await store.close()


def cut_power(
    recorder: Recorder, cuts: int, seed: int = 1, tell: Callable[[int], None] = lambda _: None
) -> Outage:
    """Cut at so many moments; open what is left, and compare it with what was promised."""
    chance, outage = random.Random(seed), Outage()
    for n in range(cuts):
        cut = chance.randrange(1, len(recorder.log) + 1)
        with tempfile.TemporaryDirectory() as place:
            recorder.after_cut(cut, Path(place), chance)
            _look(outage, Path(place), cut, dict(recorder.promised(cut)))
        outage.cuts += 1
        tell(n + 1)
    return outage


def _look(outage: Outage, place: Path, cut: int, promised: dict[str, int]) -> None:
    """``promised`` is the last acknowledged version of each conversation."""
    outage.promised += sum(promised.values())
    try:
        asyncio.run(_open(place))
        with closing(sqlite3.connect(place / folder.DATABASE)) as db:
            stored = dict(db.execute("select id, version from conversation"))
            found = db.execute("pragma integrity_check").fetchone()[0]
            halves = db.execute(HALVES).fetchone()[0]
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not happen
        outage.broken.append(f"cut {cut}: {type(error).__name__}: {error}")
        return
    outage.lost += [
        f"cut {cut}: {id_} is at {stored.get(id_, 0)}, {version} was acknowledged"
        for id_, version in promised.items()
        if stored.get(id_, 0) < version
    ]
    if found != "ok" or halves:
        outage.broken.append(f"cut {cut}: {found}, {halves} half turns")


async def _open(place: Path) -> None:
    """As the next start would."""
    await open_store(place).close()
