"""Flow files: how long they take to be checked, and to go live among a thousand conversations."""

from __future__ import annotations

import asyncio
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from aiohttp import ClientSession, TCPConnector

from bot.app import Terminal, running
from bot.commands.check import check
from bot.dialogue.reading import read_flow
from bot.library import Library
from bot.settings import load
from tests.bench.figures import Figure
from tests.channels.office import FLOW, Office, write_office

CONVERSATIONS = 1000
LINES = 1000
SAVES = 5


def run() -> Iterable[Figure]:
    """Checking, and hot reload."""
    settings = load(environ={})
    check([], settings)  # import and caches
    yield Figure("check: all shipped flows and languages", _best(lambda: check([], settings)),
                 "s", most=0.5)  # fmt: skip
    text = long_flow()
    site = Library.load().site
    seconds = _best(lambda: read_flow(text, "long.yaml", site=site))
    yield Figure(f"check: a flow of {text.count(chr(10)):,} lines", seconds * 1000, "ms", most=100)
    with tempfile.TemporaryDirectory() as folder:
        slowest, errors = asyncio.run(_live(Path(folder)))
    yield Figure(f"hot reload among {CONVERSATIONS:,} conversations", slowest, "s", most=1)
    yield Figure("hot reload: visitors who saw an error", errors, "", most=0)


def _best(work: object) -> float:
    """CPU seconds of the quickest of ten; it all happens in one thread."""
    found = []
    for _ in range(10):
        began = time.process_time()
        work()  # type: ignore[operator]
        found.append(time.process_time() - began)
    return min(found)


def long_flow() -> str:
    """A flow that fills a thousand lines: questions with options and conditions, and tests."""
    head = (
        "id: long\ntitle: Long\ngreeting: An automated assistant. {{ privacy_url }}\nquestions:\n"
    )
    questions = []
    for n in range(63):
        when = f'    when: q{n - 1} == "a" or q{n - 1} == "b"\n' if n else ""
        questions.append(
            f"  - id: q{n}\n    ask: What about {n}?\n    why: To know {n}.\n{when}    options:\n"
            + "".join(
                f"      - value: {v}\n        label: Answer {v} of {n}\n        points: 1\n"
                for v in "abc"
            )
        )
    tests = [
        f"  - name: Test {n}\n    says: [Answer a of 0]\n    expect:\n      fields: {{q0: a}}\n"
        for n in range(30)
    ]
    return head + "".join(questions) + "tests:\n" + "".join(tests)


async def _live(folder: Path) -> tuple[float, int]:
    """The slowest of several saves, and how many replies were no 200."""
    write_office(folder / "flows")
    path = folder / "flows" / "tiny.yaml"
    settings = load(data=folder / "data", flows=folder / "flows", port=0,
                    environ={"DOORSTEP_RATE_LIMIT": "off"})  # fmt: skip
    async with (
        running(settings, Terminal()) as doorstep,
        ClientSession(connector=TCPConnector(limit=50)) as http,
    ):
        office = Office(doorstep, http)
        visitors = [office.visitor() for _ in range(CONVERSATIONS)]
        await asyncio.gather(*(visitor.begin() for visitor in visitors))
        statuses: list[int] = []
        slowest = 0.0
        for save in range(SAVES):
            talking = asyncio.gather(*(v.send(text="why?") for v in visitors[save::SAVES]))
            words = f"How soon, {save}?"
            broken = FLOW.replace("kind: phone", "knid: phone")
            path.write_text(broken if save == 2 else FLOW)
            if save != 2:
                path.write_text(FLOW.replace("When would you like to move?", words))
                slowest = max(slowest, await _until(office, words))
            statuses += [status for status, _ in await talking]
        return slowest, sum(status != 200 for status in statuses)


async def _until(office: Office, words: str) -> float:
    began = time.perf_counter()
    while office.doorstep.library.flows["tiny"].flow.questions[0].ask != words:
        await asyncio.sleep(0.005)
        if time.perf_counter() - began > 20:
            return 20.0
    return time.perf_counter() - began
