"""An office to alert: agents with phones, a hot lead, and the running alerts of one process."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from bot.alerts import outgoing
from bot.alerts.service import Alerts, AlertSettings, start_alerts
from bot.dialogue.effects import Ring
from bot.dialogue.session import Session, dump
from bot.dialogue.site import Agent, Listing, Market, Site
from bot.news import News
from bot.ringing import Scene, ring
from storage.rows import Batch, Conversation, Event, Lead, Outgoing
from storage.sqlite import SqliteStore, open_store
from storage.store import Store
from tests.day.clock import StandingClock
from tests.fakes.botapi import FakeBotApi
from tests.outbox import at_rest

DANA, MARCUS, INBOX_ONLY = 7001, 7002, 0
SOON = timedelta(seconds=5)  # a timer that is due later is not waited for


def agents(count: int) -> tuple[Agent, ...]:
    """So many agents of Austin with a chat each; the first two are Dana and Marcus."""
    names = ["Dana Reyes", "Marcus Lee", *(f"Agent {n}" for n in range(3, count + 1))]
    ids = ["dana", "marcus", *(f"a{n}" for n in range(3, count + 1))]
    return tuple(
        Agent(id=id_, name=name, telegram=7001 + n, markets=("austin",))
        for n, (id_, name) in enumerate(zip(ids[:count], names, strict=False))
    )


def office(people: Sequence[Agent], **changes: Any) -> Site:
    """A site with these agents."""
    austin = Market(
        country="US", currency="USD", tz="America/Chicago", calling_hours="00:00-24:00"
    )
    home = Listing(
        id="MLS1234567",
        address="1808 Juniper Hill Dr, Round Rock",
        price=465000,
        market="austin",
        agent=people[0].id if people else "",
    )
    site = Site(
        company="Oak & Lane",
        default_market="austin",
        markets={"austin": austin},
        agents=tuple(people),
        listings=(home,),
    )
    return site.model_copy(update=changes)


def hot_lead(id_: str = "lead-1", at: datetime | None = None, **changes: Any) -> Lead:
    """Chris Ode of the alert's example."""
    now = at or datetime.now(UTC)
    fields = {
        "appointment": "tour",
        "viewing_at": "2031-03-14T11:00",
        "timeline": "now",
        "financing": "preapproved",
        "has_agent": "no",
        "name": "Chris Ode",
        "phone": "+17375550141",
    }
    reasons = [{"rule": "financing", "points": 20, "text": "pre-approved", "quote": "yes"}]
    row = Lead(
        id=id_, conversation=f"chat-{id_}", flow="listing", flow_hash="f00", channel="web",
        market="austin", lang="en", band="hot", status="complete", stage="mql", fit=65,
        engagement=30, total=95, name="Chris Ode", phone="+17375550141", email="", owner="",
        listing_id="MLS1234567", fields=json.dumps(fields), source='{"utm_source":"google"}',
        reasons=json.dumps(reasons), created_at=now, updated_at=now,
    )  # fmt: skip
    return replace(row, **changes)


def hot_batch(lead: Lead, rung: Sequence[Agent], now: datetime, after: int = 0) -> Batch:
    """The turn that made a lead hot: conversation, question, lead, rings, timeline."""
    conversation = Conversation(
        id=lead.conversation, token_hash="hash", flow=lead.flow, flow_hash="f00", channel="web",
        market="austin", lang="en", status=lead.status, band=lead.band,
        session=dump(Session("listing", "f00", status="complete", notes=("is the stove gas?",))),
        seq=0, version=1, lead_id=lead.id, created_at=now, updated_at=now,
    )  # fmt: skip
    rows = [outgoing.ring(lead.id, agent, now) for agent in rung]
    if after:
        rows.append(ladder(lead, rung, after, now))
    data = json.dumps({"agents": [agent.id for agent in rung], "why": "test"})
    return Batch(
        conversation=conversation,
        lead=lead,
        outgoing=tuple(rows),
        events=(Event(lead.id, "hot", "bot", data, now),),
    )


def ladder(lead: Lead, rung: Sequence[Agent], after: float, now: datetime) -> Outgoing:
    """A timer that rings these agents when nobody has claimed in time."""
    payload = json.dumps({"agents": [agent.id for agent in rung], "after": round(after)})
    key = f"ladder:{lead.id}:{after}"
    due = now + timedelta(seconds=after)
    return Outgoing(key, "alert.ladder", key, payload, due, lead.id, created_at=now)


@dataclass
class Running:
    """Everything of one test."""

    api: FakeBotApi
    store: SqliteStore
    site: Site
    news: News
    alerts: Alerts
    lines: list[str] = field(default_factory=list)
    clock: StandingClock | None = None

    @property
    def now(self) -> datetime:
        """The office's time."""
        return self.clock() if self.clock else datetime.now(UTC)

    async def ring(self, lead: Lead | None = None, rung: Sequence[Agent] | None = None) -> Lead:
        """A lead becomes hot, as a committed turn would do it."""
        lead = lead or hot_lead()
        await self.store.commit(hot_batch(lead, rung or self.site.agents, self.now))
        self.alerts.wake()
        return lead

    async def routed(self, lead: Lead, *, settle: bool = True) -> None:
        """A lead becomes hot and is routed, with its ladder, as the planning of a turn does it."""
        roster = self.alerts.desk.rota.roster
        made = ring([Ring("hot", "hot")], lead, Scene(self.site, self.now, roster))
        batch = hot_batch(lead, (), self.now)
        await self.store.commit(replace(batch, outgoing=made.outgoing, events=made.events))
        self.alerts.desk.rota.gave(made.owner)
        self.alerts.wake()
        if settle:
            await self.settled()

    async def comes_back(self, lead: Lead, **changes: Any) -> None:
        """The visitor's first turn of another visit."""
        after = replace(lead, updated_at=self.now, **changes)
        scene = Scene(self.site, self.now, before=lead, rung=("dana",))
        made = ring([], after, scene)
        await self.store.commit(Batch(lead=after, outgoing=made.outgoing, events=made.events))
        self.alerts.wake()

    async def until(self, when: datetime) -> None:
        """Move the clock on, and do what falls due on the way at its time."""
        assert self.clock is not None
        await self._done()
        while (due := await self.store.next_due()) is not None and due <= when:
            self.clock.move(due)
            await self._done()
        self.clock.move(when)
        await self._done()

    async def after(self, **length: float) -> None:
        """Move the clock on by so much."""
        await self.until(self.now + timedelta(**length))

    async def _done(self) -> None:
        """Wait until nothing is due by now."""
        async with asyncio.timeout(60):
            while True:
                self.alerts.wake()
                await asyncio.sleep(0.002)
                if await at_rest(self.store, self.now):
                    return

    async def change(self, lead: Lead, **changes: Any) -> Lead:
        """The lead changes in a later turn, which queues a silent edit for everybody rung."""
        changed = replace(lead, **changes)
        now = datetime.now(UTC)
        rows = tuple(
            outgoing.edit(lead.id, agent, f"change{now.timestamp()}", now)
            for agent in self.site.agents
        )
        await self.store.commit(Batch(lead=changed, outgoing=rows))
        self.alerts.wake()
        return changed

    async def settled(self, within: float = 60.0) -> list[Outgoing]:
        """Wait until nothing is due any more, nor soon; the outbox without waiting timers."""
        async with asyncio.timeout(within):
            while True:
                rows = await self.store.outbox(limit=2000)
                soon = self.now + (timedelta(microseconds=1) if self.clock else SOON)
                waits = [row for row in rows if row.state in {"due", "taken"}]
                if not any(row.state == "taken" or row.due_at < soon for row in waits):
                    return [row for row in rows if row not in waits]
                await asyncio.sleep(0.01)


async def until(holds: Callable[[], object], within: float = 60.0) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(within):
        while True:
            if holds():
                return
            await asyncio.sleep(0.01)


@asynccontextmanager
async def running(
    folder: Path,
    api: FakeBotApi,
    site: Site,
    *,
    token: str | None = None,
    before: Callable[[Store], Any] | None = None,
    clock: StandingClock | None = None,
    **more: Any,
) -> AsyncIterator[Running]:
    """The alerts of one process on this data folder; on a clock that the test moves, if given."""
    store = open_store(folder)
    news = News()
    lines: list[str] = []
    settings = AlertSettings(
        token=api.token if token is None else token,
        api=api.url,
        secret="test secret",
        poll_seconds=1,
        printer=lines.append,
        **({"clock": clock, "ticks": clock.ticks} if clock else {}),
    )
    if before:
        await before(store)
    alerts = await start_alerts(store, lambda: site, news, settings, **more)
    try:
        yield Running(api, store, site, news, alerts, lines, clock)
    finally:
        await alerts.stop(20.0)
        await store.close()
