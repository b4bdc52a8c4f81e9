"""Alerts, wired: the outbox runner, the polling for agents' presses, and the terminal line.

For the app (a ``cleanup_ctx`` generator)::

    alerts = await start_alerts(store, site, news, AlertSettings(token=…, api=…, secret=…))
    conversations = Conversations(store, …, wake=alerts.wake)
    yield
    await alerts.stop()

``site`` is a function, because the file may be edited while we run. ``alerts.claims.claim(lead,
agent)`` is what a Claim button in the inbox calls. Start alerts after ``store`` is open and stop
them before it is closed. Without a token nothing is sent to Telegram: the inbox (by ``news`` and
the store) and the terminal show the alert.
"""

from __future__ import annotations

import asyncio
import random
import secrets
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

import structlog

from bot.alerts.budget import LOUD_A_MINUTE, Budget
from bot.alerts.callbacks import Signer
from bot.alerts.cases import Cases
from bot.alerts.claiming import Claims
from bot.alerts.clock import SteadyClock
from bot.alerts.console import Console
from bot.alerts.desk import Desk
from bot.alerts.directory import Directory
from bot.alerts.duty_words import DutyWords
from bot.alerts.faults import where
from bot.alerts.outcomes import Sender
from bot.alerts.planner import first_rows
from bot.alerts.presses import Presses
from bot.alerts.ringer import Ringer
from bot.alerts.rota import Rota
from bot.alerts.runner import OutboxRunner
from bot.alerts.talk import FrontDoor, Handler, Webhook
from bot.alerts.wiping import Wiper
from bot.dialogue.site import Site
from bot.news import News
from storage.store import Store

if TYPE_CHECKING:
    from bot.alerts.telegram import Messenger
    from bot.alerts.updates import Poller

POLL_SECONDS = 20  # a long poll
SECRET_BYTES = 32
SECRET_NAME = "alert_secret"  # noqa: S105 - the setting's name

log = structlog.get_logger("alerts")


def print_line(text: str) -> None:
    """A line on the terminal, at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


@dataclass(frozen=True, slots=True)
class AlertSettings:
    """What the environment says about alerts."""

    token: str = field(default="", repr=False)  # DOORSTEP_TELEGRAM_TOKEN
    api: str = ""  # DOORSTEP_TELEGRAM_API, "" = Telegram itself
    secret: str = field(default="", repr=False)  # DOORSTEP_SECRET; one is made and kept if empty
    poll_seconds: int = POLL_SECONDS
    titles: Mapping[str, str] = field(default_factory=dict)  # flow id -> title
    printer: Callable[[str], None] | None = print_line  # None: no terminal line
    colour: bool = False
    watched: bool = True  # a person reads the terminal line: it may name people
    webhook: Webhook | None = None  # None: updates are polled
    limits: bool = True  # at most so many loud alerts a minute for each agent
    clock: Callable[[], datetime] = field(default_factory=SteadyClock)
    ticks: Callable[[], float] = time.monotonic
    rota: Rota | None = None  # one is made where conversations need none
    observe: Callable[[str, str], None] = lambda _kind, _result: None  # what became of each try


@dataclass(frozen=True, slots=True)
class Room:
    """What stands beside alerts: who is asked first about agents' updates, and who carries
    further kinds of outbox rows, by the word before the dot."""

    handlers: Sequence[Handler] = ()
    senders: Mapping[str, Sender] = field(default_factory=dict)


class Alerts:
    """The running machinery."""

    def __init__(self, desk: Desk, claims: Claims, runner: OutboxRunner) -> None:
        self.desk, self.claims = desk, claims
        self._runner = runner
        self._poller: Poller | None = None
        self.front: FrontDoor | None = None
        self._tasks: list[asyncio.Task[None]] = []

    def wake(self) -> None:
        """Call after a commit that queued something."""
        self._runner.wake()

    async def caught_up(self) -> None:
        """Wait until what was due when we started has been tried."""
        await self._runner.caught_up.wait()

    async def invite(self, agent_id: str) -> str:
        """A one-time payload for an agent's ``t.me/BOT?start=…`` link."""
        code = await self.desk.directory.invite(agent_id, self.desk.clock())
        return f"agent_{code}"

    async def receive(self, update: Any) -> bool:
        """Take an update from the webhook; False while there is nobody to take it."""
        if self._poller is None:
            return False
        await self._poller.receive(update)
        return True

    def start(
        self, poller: Poller | None, console: Console | None, front: FrontDoor | None
    ) -> None:
        """Begin all that runs in the background."""
        self._poller, self.front = poller, front
        parts: list[OutboxRunner | Poller | Console | FrontDoor | None]
        parts = [self._runner, poller, console, front]
        for part in parts:
            if part is not None:
                task = asyncio.create_task(part.run(), name=type(part).__name__)
                task.add_done_callback(_report_end)
                self._tasks.append(task)

    async def stop(self, grace: float = 8.0) -> None:
        """Finish what is on its way, then end. What is not finished is done after the restart."""
        runner, *others = self._tasks
        for task in others:
            task.cancel()
        if self._poller is not None:
            await self._poller.stop(grace / 2)
        await self._runner.stop(grace)
        runner.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self.desk.messenger is not None:
            await self.desk.messenger.close()


async def start_alerts(
    store: Store,
    site: Callable[[], Site],
    news: News,
    settings: AlertSettings,
    *,
    senders: Mapping[str, Sender] | None = None,
    front: Callable[[Desk], FrontDoor] | None = None,
    beside: Callable[[Desk, Claims, FrontDoor | None], Room] | None = None,
) -> Alerts:
    """Start everything. ``front`` makes the visitors' side of Telegram, which gets what no agent
    meant, and sends the rows that begin ``tg.``; ``beside`` makes what else concerns agents;
    ``senders`` carry further kinds of outbox rows, by the word before the dot.
    """
    messenger, clock = await _messenger(settings), settings.clock
    rota = settings.rota or Rota(store, site, clock)
    all_senders: dict[str, Sender] = dict(senders or {})
    runner = OutboxRunner(
        store,
        all_senders,
        jitter=random.random,
        clock=clock,
        ticks=settings.ticks,
        observe=settings.observe,
    )
    secret = settings.secret or await _kept_secret(store)
    desk = Desk(
        store=store,
        cases=Cases(store, site, settings.titles),
        directory=Directory(store, site),
        signer=Signer(secret),
        messenger=messenger,
        news=news,
        clock=clock,
        wake=runner.wake,
        rota=rota,
        budget=Budget(LOUD_A_MINUTE if settings.limits else 0),
        tells_visitors=beside is not None,
        mails="mail" in all_senders,
        secret=secret,
    )
    await rota.open()
    alerts = Alerts(desk, Claims(desk), runner)
    all_senders["alert"] = Ringer(desk, alerts.claims)
    all_senders["wipe"] = Wiper(desk)
    door = front(desk) if front is not None and messenger is not None else None
    if door is not None:
        all_senders["tg"] = door
    room = beside(desk, alerts.claims, door) if beside is not None else Room()
    all_senders |= room.senders
    poller = _poller(alerts, room.handlers, settings, door)
    await store.enqueue(tuple(first_rows(desk)))
    alerts.start(poller, _console(desk, settings), door)
    return alerts


async def _messenger(settings: AlertSettings) -> Messenger | None:
    """The Telegram client; its library is loaded only where there is a token."""
    if not settings.token:
        return None
    from bot.alerts.telegram import Messenger  # noqa: PLC0415 - 11 MB and 0.3 s

    messenger = Messenger(settings.token, settings.api)
    await messenger.open()
    return messenger


def _poller(
    alerts: Alerts,
    handlers: Sequence[Handler],
    settings: AlertSettings,
    front: FrontDoor | None,
) -> Poller | None:
    desk = alerts.desk
    if desk.messenger is None:
        return None
    from bot.alerts.updates import Poller  # noqa: PLC0415 - with the client

    everyone = (*handlers, DutyWords(desk), Presses(desk, alerts.claims))
    return Poller(
        desk.store,
        desk.messenger,
        everyone,
        desk.clock,
        poll_seconds=settings.poll_seconds,
        front=front,
        webhook=settings.webhook,
    )


def _console(desk: Desk, settings: AlertSettings) -> Console | None:
    if settings.printer is None:
        return None
    return Console(
        desk.news,
        desk.cases,
        settings.printer,
        colour=settings.colour,
        watched=settings.watched,
    )


async def _kept_secret(store: Store) -> str:
    """The secret of this data folder; made once, so that buttons outlive a restart."""
    kept = await store.setting(SECRET_NAME)
    if kept is None:
        kept = secrets.token_urlsafe(SECRET_BYTES)
        await store.set_setting(SECRET_NAME, kept)
    return kept


def _report_end(task: asyncio.Task[None]) -> None:
    """A part that ends by a fault of ours says so loudly."""
    error = None if task.cancelled() else task.exception()
    if error is not None:
        log.error("alerts.part_ended", part=task.get_name(), fault=where(error))
