"""A second process on the same data folder waits, and goes on where the first was killed."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientSession

from storage.folder import Lock
from tests.alerts.office import until
from tests.channels.office import FLOW, SITE, Visitor
from tests.fakes.botapi import FakeBotApi
from tests.outbox import noted
from tests.serving import Served, free_port, is_ready, serve, wait_until

DANA, MARCUS = 9000000000001, 9000000000002
STEP = 6  # seconds after which the ladder's next rung is due
LATE = 3.0  # seconds after its time, or after the next process is ready; a look without a reason
# comes after 5
AGENTS = f"""
  - {{id: marcus, name: Marcus Lee, telegram: {MARCUS}, markets: [austin], shift: always}}
ladder: {{hot: [{{after: 0s, to: owner}}, {{after: {STEP}s, to: "agent:marcus"}}]}}
"""
NOW, CASH = {"choice": "now"}, {"choice": "cash"}


def office(folder: Path) -> str:
    """An office's files; the folder they are in."""
    folder.mkdir()
    site = SITE.replace("price: 250000}", 'price: 250000, calling_hours: "00:00-24:00"}')
    people, rest = site.split("allowed_origins", 1)
    (folder / "site.yaml").write_text(f"{people.rstrip()}{AGENTS}allowed_origins{rest}", "utf-8")
    (folder / "tiny.yaml").write_text(FLOW, "utf-8")
    return str(folder)


@contextmanager
def standing_by(data: Path, *flags: str, **environ: str) -> Iterator[Served]:
    """A second process on this folder, which waits; what it says is in ``standby.log``."""
    port, said = free_port(), data.parent / "standby.log"
    command = [sys.executable, "-m", "bot.cli", "serve", "--standby", "--data", str(data)]
    with said.open("wb") as log:
        process = subprocess.Popen(
            [*command, "--port", str(port), *flags],
            env={**os.environ, **environ},
            stdout=log,
            stderr=log,
        )
    try:
        wait_until(lambda: "Standing by" in said.read_text("utf-8") or process.poll() is not None)
        assert process.poll() is None, said.read_text("utf-8")
        yield Served(process, port)
    finally:
        if process.poll() is None:
            process.kill()
            process.wait()


@pytest.fixture
async def api() -> AsyncIterator[FakeBotApi]:
    async with FakeBotApi() as server:
        yield server


@pytest.mark.slow
async def test_it_takes_over_ladder_outbox_and_conversations_in_their_own_flow_version(
    tmp_path: Path, api: FakeBotApi
) -> None:
    environ = {
        "DOORSTEP_TELEGRAM_TOKEN": api.token,
        "DOORSTEP_TELEGRAM_API": api.url,
        "DOORSTEP_RATE_LIMIT": "off",
    }
    data, ours = tmp_path / "data", office(tmp_path / "a")
    theirs = office(tmp_path / "b")
    with (
        serve(data, "--flows", ours, **environ) as first,
        standing_by(data, "--flows", theirs, **environ) as second,
    ):
        assert not is_ready(second.port), "nothing is listened to before"
        changed = FLOW.replace("How do you plan to pay?", "Cash or loan?")
        (tmp_path / "b" / "tiny.yaml").write_text(changed, "utf-8")
        (tmp_path / "b" / "broken.yaml").write_text("id: broken\nquestions: [", "utf-8")
        async with ClientSession() as http:
            talking, hot = Visitor(http, first.base), Visitor(http, first.base)
            await talks(talking, NOW)
            await talks(hot, NOW, CASH, {"text": "Ann Lee"}, {"text": "512-555-0143"})
            (ring,) = await api.wait_for("sendMessage", chat=DANA, text="🔥")
            await noted(data, "alert.hot")
            first.process.send_signal(signal.SIGKILL)
            await until(lambda: is_ready(second.port), within=180)
            await asyncio.sleep(ring.at + STEP - time.monotonic())
            due = time.monotonic()
            (later,) = await api.wait_for("sendMessage", chat=MARCUS, text="⏫")
            assert later.at - due <= LATE
            talking.base = fresh = second.base
            _, reply = await talking.send(text="what was the question?")
            assert reply["ask"]["text"].startswith("How do you plan to pay?")
            _, reply = await talking.send(**CASH)
            assert reply["ask"]["question"] == "name"
            assert (await talks(Visitor(http, fresh), NOW))["ask"]["text"].startswith("Cash or")
        told = [call.chat for call in api.sent() if call.text[:1] in "🔥⏫"]
        assert told == [DANA, MARCUS], "each was rung once"
        assert second.end() == 0


def test_whoever_waits_ends_when_told_and_without_the_flag_it_is_refused(
    tmp_path: Path,
) -> None:
    data, flows = tmp_path / "data", office(tmp_path / "a")
    with Lock(private(data)), standing_by(data, "--flows", flows) as second:
        said = (tmp_path / "standby.log").read_text("utf-8")
        assert (
            said == f"Standing by: process {os.getpid()} serves {data}. "
            "This one takes over when it ends.\n"
        )
        command = [sys.executable, "-m", "bot.cli", "serve", "--data", str(data), "--port", "0"]
        refused = subprocess.run(command, capture_output=True, text=True, check=False)
        assert refused.returncode == 2
        assert f"another Doorstep (process {os.getpid()}) already serves" in refused.stderr
        assert "--standby" in refused.stderr
        assert second.end() == 0


async def talks(visitor: Visitor, *turns: dict[str, str]) -> dict[str, Any]:
    """Begin a chat and answer so."""
    await visitor.begin()
    for given in turns:
        status, _ = await visitor.send(**given)
        assert status == 200
    return visitor.last


def private(folder: Path) -> Path:
    folder.mkdir(mode=0o700)
    return folder
