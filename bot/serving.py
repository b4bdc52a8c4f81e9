"""Running until told to end: at once, or after another process on the same folder has gone."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from typing import Final

from bot.admin import rendering
from bot.app import Doorstep, Terminal, running
from bot.channels.pages import warm
from bot.dialogue.warming import warm as rehearse
from bot.library import Library
from bot.lifecycle import until_told
from bot.settings import Settings
from bot.standby import stand_by
from storage.pace import briskly

ALERTS_FIRST: Final = 5.0  # seconds that they may take
COLLECT_AFTER: Final = 50_000  # objects more than at the last collection; a wave makes half


async def serve(
    settings: Settings,
    terminal: Terminal,
    announce: Callable[[Doorstep], None],
    waits: Callable[[str], None] | None = None,
) -> None:
    """Run until SIGTERM, SIGINT or a fault; ``announce`` is called when visitors may come. With
    ``waits``, which is told why, another process on the folder is waited for."""
    ready = None
    if waits is not None:
        _settle_memory()
        ready = await stand_by(settings, waits, partial(_prepare_all, settings))
        if ready is None:
            return
    async with running(settings, terminal, ready) as doorstep:
        announce(doorstep)
        _settle_memory()
        if ready is None:
            doorstep.background.start("prepare", _after_the_alerts(doorstep))
        await until_told(doorstep.background)


async def _after_the_alerts(doorstep: Doorstep) -> None:
    """Alerts that waited for the start go first: whoever waits for them waits longest."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(ALERTS_FIRST):
            await doorstep.alerts.caught_up()
    await _prepare(doorstep.library)


async def _prepare(library: Library) -> None:
    """Load what would be loaded when it is first needed, in pieces: an end waits for one only."""
    await asyncio.to_thread(briskly, warm)
    await asyncio.to_thread(briskly, rendering.warm)
    await asyncio.to_thread(briskly, importlib.import_module, "icalendar")
    for flow in tuple(library.flows.values()):
        await asyncio.to_thread(briskly, rehearse, (flow,), datetime.now(UTC))


async def _prepare_all(settings: Settings, library: Library) -> None:
    """The same, and what only some offices need."""
    if settings.telegram_token:  # half a second at the worst moment
        await asyncio.to_thread(importlib.import_module, "bot.alerts.telegram")
    await _prepare(library)


def _settle_memory() -> None:
    """What is loaded now stays: collections need not look at it again, nor come so often."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(COLLECT_AFTER, 10, 10)
    gc.enable()
