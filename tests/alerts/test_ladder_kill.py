"""A kill between the ring and the escalation: the ladder's step comes at its time all the same."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.dialogue.site import Rung, Site
from tests.alerts.office import MARCUS, agents, hot_lead, office, running
from tests.fakes.botapi import FakeBotApi
from tests.outbox import noted

STEP = 5  # seconds after which everyone is rung
LATE = 3.0  # seconds after a timer for that moment; a look without a reason comes after 5


def site() -> Site:
    """Dana is rung at once, everyone soon after."""
    rungs = (Rung(), Rung(after=f"{STEP}s", to="everyone"))
    return office(agents(2), ladder={"hot": rungs})


async def ring_and_wait(data: str, url: str, token: str) -> None:
    """A process of its own, to be killed: it rings a lead and serves on."""
    api = FakeBotApi(token)
    api.url = url
    async with running(Path(data), api, site()) as it:
        await it.routed(hot_lead("lead-1", datetime.now(UTC)), settle=False)
        print("rung", flush=True)
        await asyncio.Event().wait()


@pytest.mark.slow
async def test_a_rung_comes_at_its_time_after_a_kill(api: FakeBotApi, tmp_path: Path) -> None:
    program = "import asyncio, sys; from tests.alerts.test_ladder_kill import ring_and_wait; "
    call = "asyncio.run(ring_and_wait(*sys.argv[1:]))"
    command = [sys.executable, "-c", program + call, str(tmp_path), api.url, api.token]
    first = await asyncio.create_subprocess_exec(
        *command, env={**os.environ}, stdout=asyncio.subprocess.PIPE
    )
    (sent,) = await api.wait_for("sendMessage", within=180)
    await noted(tmp_path, "alert.hot")
    first.send_signal(signal.SIGKILL)
    await first.wait()
    killed = time.monotonic()
    async with running(tmp_path, api, site()) as it:
        await asyncio.sleep(sent.at + STEP - time.monotonic())
        due = time.monotonic()
        (later,) = await api.wait_for(
            "sendMessage", chat=MARCUS, text="⏫ Unclaimed", within=STEP + 10
        )
        assert killed < later.at
        assert later.at - due <= LATE
        assert later.params.get("disable_notification") in {None, "false"}
        events = [event.kind for event in await it.store.events("lead-1")]
        assert events == ["hot", "escalated"]
