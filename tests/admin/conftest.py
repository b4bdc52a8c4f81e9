"""A running inbox over a real store, with the alerts' claims behind it."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient

from bot.admin.lead_desk import LeadDesk
from bot.admin.pages import Admin
from bot.alerts.handing import Handing
from bot.alerts.service import Alerts, AlertSettings, start_alerts
from bot.dialogue.site import Site
from bot.news import LEADS, LeadNews, News
from storage.rows import Batch, Conversation, Event, Join, Lead, Message
from storage.sqlite import SqliteStore, open_store
from tests.leads.people import BLANK, CHRIS, HASH, SITE, answer

Client = TestClient[web.Request, web.Application]
SESSION = json.dumps({"v": 1, "flow": "listing", "flow_hash": HASH})


@dataclass
class Inbox:
    """What the tests hold in their hands."""

    admin: Admin
    store: SqliteStore
    news: News
    alerts: Alerts
    app: web.Application
    site: Site = SITE
    now: datetime = datetime(2026, 3, 10, 19, 10, tzinfo=UTC)

    async def put(
        self, lead: Lead, change: Any = "changed", said: str = "hello", follows: str = ""
    ) -> None:
        """A lead with its conversation, as a turn would commit and publish it."""
        at = lead.updated_at
        row = Conversation(
            id=lead.conversation, token_hash="h", flow=lead.flow, flow_hash=HASH,
            channel=lead.channel, market=lead.market, lang=lead.lang, status=lead.status,
            band=lead.band, session=SESSION, seq=2, version=1, lead_id=lead.id, created_at=at,
            updated_at=at, source=lead.source,
        )  # fmt: skip
        lines = (
            Message(row.id, 1, "bot", "When?", at, '{"options":["Right away"]}'),
            Message(row.id, 2, "visitor", said, at),
        )
        hot = Event(lead.id, "hot", "bot", '{"agents":["dana"],"why":"Her listing."}', at)
        await self.store.commit(
            Batch(
                conversation=row,
                messages=lines,
                lead=lead,
                answers=(replace(answer("timeline", at, raw="asap"), conversation=row.id),),
                events=(hot,) if lead.band == "hot" else (),
                follows=follows,
                join=Join(kept=lead.id) if follows else None,
            )
        )
        self.tell(lead, change)

    def tell(self, lead: Lead, change: Any = "changed") -> None:
        self.news.publish(LEADS, LeadNews(change, lead))


@asynccontextmanager
async def open_inbox(data: Path) -> AsyncIterator[Inbox]:
    """An inbox over a new store, with no Telegram behind it."""
    store, news = open_store(data), News()
    held: list[Inbox] = []

    def site() -> Site:
        return held[0].site if held else SITE

    alerts = await start_alerts(store, site, news, AlertSettings(printer=None))
    admin = Admin(
        store=store,
        claims=alerts.claims,
        cases=alerts.desk.cases,
        news=news,
        site=site,
        clock=lambda: held[0].now,
        titles={"listing": "Listing enquiry"},
        verbs=LeadDesk(Handing(alerts.desk), site),
    )
    app = web.Application()
    app.add_routes(admin.routes())
    held.append(Inbox(admin, store, news, alerts, app))
    try:
        yield held[0]
    finally:
        news.close()
        await alerts.stop()
        await store.close()


@asynccontextmanager
async def on_a_port(inbox: Inbox, app: web.Application) -> AsyncIterator[str]:
    """Serve to a real browser, which is gone before the server; the address."""
    runner = web.AppRunner(app, shutdown_timeout=1)
    await runner.setup()
    try:
        await web.TCPSite(runner, "127.0.0.1", 0).start()
        yield f"http://127.0.0.1:{runner.addresses[0][1]}"
    finally:
        inbox.news.close()
        await runner.cleanup()


@pytest.fixture
async def inbox(tmp_path: Path) -> AsyncIterator[Inbox]:
    async with open_inbox(tmp_path) as opened:
        yield opened


@pytest.fixture
async def outside(inbox: Inbox, aiohttp_client: Callable[..., Any]) -> Client:
    """A browser that nobody let in."""
    client: Client = await aiohttp_client(inbox.app)
    return client


@pytest.fixture
async def inside(inbox: Inbox, outside: Client) -> Client:
    """A browser that came by the link."""
    await enter(inbox, outside)
    return outside


async def enter(inbox: Inbox, client: Client) -> None:
    token = (await inbox.admin.link()).rpartition("/")[2]
    reply = await client.post("/admin/enter", data={"token": token}, allow_redirects=False)
    assert reply.status == 303


def somebody(n: int, **changes: Any) -> Lead:
    """A further lead."""
    row = replace(BLANK, id=f"lead-{n}", conversation=f"c-{n}", market="austin", lang="en")
    later = CHRIS.updated_at + timedelta(seconds=n)
    return replace(row, **({"updated_at": later, "created_at": later} | changes))
