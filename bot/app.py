"""Where everything is wired: settings in, a running Doorstep out, all ended in order."""

from __future__ import annotations

import ipaddress
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from aiohttp import web

from bot.admin.chat_desk import ChatDesk
from bot.admin.flow_pages import Shelf as FlowShelf
from bot.admin.lead_desk import LeadDesk
from bot.admin.pages import Admin
from bot.admin.person_desk import PersonDesk
from bot.admin.showcase import Showcase
from bot.admin.viewing_panel import ViewingPanel
from bot.agents_side import AgentsSide
from bot.alerts.clock import SteadyClock
from bot.alerts.desk import Desk
from bot.alerts.handing import Handing
from bot.alerts.rota import Rota
from bot.alerts.service import Alerts, AlertSettings, start_alerts
from bot.alerts.talk import FrontDoor, Webhook
from bot.calendars import Calendars
from bot.channels.decoder import BODY_LIMIT
from bot.channels.edge import edge
from bot.channels.form_pages import FormPages
from bot.channels.limits import Addresses, Limits
from bot.channels.listener import listen
from bot.channels.monitoring import monitoring
from bot.channels.origins import Origins
from bot.channels.pages import demo_routes, widget_route
from bot.channels.privacy_page import privacy_routes
from bot.channels.telegram_door import Door
from bot.channels.telegram_hook import PATH, hook_route
from bot.channels.viewing_files import viewing_route
from bot.channels.web import Edge, VisitorApi
from bot.control import Control
from bot.conversations import Conversations
from bot.diary import Diary
from bot.editions import Editions
from bot.errors import UserMistake
from bot.followups import FollowUps
from bot.housekeeping import Housekeeping
from bot.letters import Transcripts, letters
from bot.library import Library
from bot.lifecycle import Background, closes
from bot.metrics import Metrics
from bot.news import News
from bot.operations import Office, perform
from bot.recognition import Recognition
from bot.reloading import Shelf
from bot.settings import Settings
from bot.standby import Ready, opened
from bot.takeover import Takeover
from bot.versions import keep_versions
from bot.viewing_desk import ViewingDesk, link_of
from bot.widget_words import WidgetWords
from storage.sqlite import SqliteStore

STOP_ALERTS = 5.0  # seconds; together with the requests' own the end takes less than ten
STOP_LOOPS = 1.0


@dataclass(frozen=True, slots=True)
class Terminal:
    """Where a person watches: lines about hot leads go there."""

    printer: Callable[[str], None] | None = None
    colour: bool = False
    watched: bool = True  # by a person; lines in a file or a journal name nobody
    clock: Callable[[], datetime] | None = None  # another one than the machine's
    ticks: Callable[[], float] = time.monotonic


@dataclass(slots=True)
class Doorstep:
    """A running Doorstep, as those who look after it see it."""

    settings: Settings
    store: SqliteStore
    shelf: Shelf
    news: News
    metrics: Metrics
    alerts: Alerts
    background: Background
    conversations: Conversations
    takeover: Takeover
    viewings: ViewingDesk
    terminal: Terminal
    transcripts: Transcripts | None = None
    address: str = ""  # http://host:port
    port: int = 0
    login: str = ""  # a link that opens the inbox once

    @property
    def library(self) -> Library:
        """The site and flows as they are now."""
        return self.shelf.library


@asynccontextmanager
async def running(
    settings: Settings, terminal: Terminal | None = None, ready: Ready | None = None
) -> AsyncIterator[Doorstep]:
    """Doorstep, from open data folder to last answered request; ``ready`` is what a process that
    stood by has opened already."""
    shelf, store = ready or opened(settings)
    async with AsyncExitStack() as stack:
        stack.push_async_callback(store.close)
        doorstep, editions = await _wire(stack, settings, shelf, store, terminal or Terminal())
        await _work(stack, doorstep, editions)
        await _take_orders(stack, doorstep, editions)
        await _listen(stack, doorstep, editions)
        doorstep.background.start("reload", doorstep.shelf.watch())
        yield doorstep


async def _wire(
    stack: AsyncExitStack,
    settings: Settings,
    shelf: Shelf,
    store: SqliteStore,
    terminal: Terminal,
) -> tuple[Doorstep, Editions]:
    """Conversations and alerts; what is started last is ended first."""
    news, library = News(), shelf.library
    store.observe(shelf.metrics.commit)
    editions = Editions(store, library.site, library.flows)
    shelf.on_change(lambda new: editions.replace(new.site, new.flows))
    rota = Rota(store, lambda: editions.site, terminal.clock or SteadyClock())

    def wake() -> None:
        alerts.wake()  # made below, for its door needs the conversations

    def link(id_: str) -> str:
        return link_of(alerts.desk.secret, id_, editions.site.base_url or made.address)

    side = _conversing(
        store, editions, news, rota, settings=settings, shelf=shelf, wake=wake, link=link
    )
    transcripts = letters(settings.smtp_url, store, lambda: editions.site, wake)
    limits = Limits(on=settings.rate_limit)
    alerts = await start_alerts(
        store,
        lambda: editions.site,
        news,
        _alert_settings(settings, library, terminal, shelf.metrics, rota),
        senders=transcripts.senders if transcripts else {},
        front=partial(_front_door, side.conversations, editions, limits, ticks=terminal.ticks),
        beside=side.room,
    )
    closes(stack, lambda: alerts.stop(STOP_ALERTS), STOP_ALERTS + 1)
    made = Doorstep(
        settings=settings,
        store=store,
        shelf=shelf,
        news=news,
        metrics=shelf.metrics,
        alerts=alerts,
        background=Background(),
        conversations=side.conversations,
        takeover=side.takeover,
        viewings=side.viewings,
        terminal=terminal,
        transcripts=transcripts,
    )
    return made, editions


def _conversing(
    store: SqliteStore,
    editions: Editions,
    news: News,
    rota: Rota,
    *,
    settings: Settings,
    shelf: Shelf,
    wake: Callable[[], None],
    link: Callable[[str], str],
) -> AgentsSide:
    """The conversations; what agents do in them is whole with the alerts' desk."""
    calendars = Calendars(lambda: shelf.library.site_at.parent)
    diary = Diary(store, lambda: editions.site, calendars, link)
    words = WidgetWords(
        lambda: editions.site, mail=bool(settings.smtp_url), telegram=bool(settings.telegram_token)
    )
    conversations = Conversations(
        store, editions, news, wake=wake, words=words, clock=rota.clock, dispatch=rota, diary=diary
    )
    return AgentsSide(conversations, diary, lambda: editions.site)


async def _work(stack: AsyncExitStack, doorstep: Doorstep, editions: Editions) -> None:
    """What goes on by itself: versions, follow-ups, housekeeping, the count of hot leads."""
    store, shelf, alerts = doorstep.store, doorstep.shelf, doorstep.alerts
    conversations, start = doorstep.conversations, doorstep.background.start
    for flow in shelf.library.flows.values():
        await editions.remember(flow, datetime.now(UTC))
    shelf.on_change(lambda new: start("versions", keep_versions(store, new)))
    start("versions", keep_versions(store, shelf.library))
    front = alerts.front if isinstance(alerts.front, Door) else None
    follow_ups = FollowUps(store, editions, conversations, front, alerts.desk.clock)
    start("follow-ups", follow_ups.run())
    keeper = Housekeeping(store, editions, forget=conversations.forget_all)
    start("housekeeping", keeper.run())
    start("count", doorstep.metrics.count_hot(doorstep.news))
    stack.push_async_callback(doorstep.background.stop, STOP_LOOPS)


async def _listen(stack: AsyncExitStack, doorstep: Doorstep, editions: Editions) -> None:
    settings = doorstep.settings
    admin = _admin(doorstep, editions)
    app, at_edge = _pages(doorstep, admin), _edge(doorstep, editions)
    api = VisitorApi(doorstep.conversations, editions, doorstep.news, doorstep.metrics, at_edge)
    form = FormPages(
        doorstep.conversations,
        editions,
        doorstep.store,
        at_edge,
        secret=doorstep.alerts.desk.secret,
        clock=lambda: datetime.now(UTC),
    )
    app.add_routes(form.routes())
    try:
        runner = await listen(app, api.answer, settings.host, settings.port)
    except OSError as error:
        where = f"{settings.host} port {settings.port}"
        raise UserMistake(
            f"cannot listen on {where} ({(error.strerror or str(error)).lower()}): "
            f"another program may use it; give another one with --port"
        ) from None
    stack.push_async_callback(runner.cleanup)
    stack.callback(doorstep.news.close)  # ends live streams, so that requests can end
    doorstep.port = runner.addresses[0][1]
    doorstep.address = f"http://{_shown(settings.host)}:{doorstep.port}"
    doorstep.login = doorstep.address + await admin.link()


async def _take_orders(stack: AsyncExitStack, doorstep: Doorstep, editions: Editions) -> None:
    """Commands that write come to us while we run."""
    office = Office(
        store=doorstep.store,
        site=lambda: editions.site,
        settings=doorstep.settings,
        flows=lambda: editions.flows,
        wake=doorstep.alerts.wake,
        forget=doorstep.conversations.forget_all,
    )
    control = Control(
        doorstep.settings.data, lambda do, values, tell: perform(office, do, values, tell)
    )
    await control.open()
    stack.push_async_callback(control.close)


def _edge(doorstep: Doorstep, editions: Editions) -> Edge:
    site, front = editions.site, doorstep.alerts.front
    return Edge(
        origins=Origins(site.allowed_origins, site.base_url),
        limits=Limits(on=doorstep.settings.rate_limit),
        addresses=Addresses(site.trusted_proxies),
        links=front.links if isinstance(front, Door) else None,
        transcripts=doorstep.transcripts,
        typing=doorstep.takeover.visitor_types,
    )


def _pages(doorstep: Doorstep, admin: Admin) -> web.Application:
    """Everything outside the API: the widget, the demo site, the inbox, the monitors."""
    app = web.Application(middlewares=[edge], client_max_size=BODY_LIMIT)
    app.add_routes([widget_route(), viewing_route(doorstep.viewings.file_of_link)])
    app.add_routes(admin.routes())
    app.add_routes(monitoring(doorstep.store, doorstep.metrics))
    secret = doorstep.settings.telegram_webhook_secret
    app.add_routes([hook_route(doorstep.alerts.receive, secret)])
    if doorstep.library.site.demo:
        app.add_routes([*demo_routes(), *_showcase(doorstep).routes()])
    else:
        app.add_routes(privacy_routes(lambda: doorstep.library.site))
    return app


def _front_door(
    conversations: Conversations,
    editions: Editions,
    limits: Limits,
    desk: Desk,
    *,
    ticks: Callable[[], float],
) -> FrontDoor:
    """The visitors' side of Telegram."""
    if desk.messenger is None:
        raise ValueError("a door to Telegram needs a messenger")
    return Door(desk, desk.messenger, conversations, editions, limits, ticks=ticks)


def _webhook(settings: Settings, library: Library) -> Webhook | None:
    """Where Telegram brings updates, if it is told to."""
    if not (settings.telegram_token and settings.telegram_webhook_secret):
        return None
    if not library.site.base_url:
        raise UserMistake(
            "DOORSTEP_TELEGRAM_WEBHOOK_SECRET is set, but site.yaml has no base_url: Telegram "
            "must know the public address, for example base_url: https://chat.example.com"
        )
    url = library.site.base_url.rstrip("/") + PATH
    return Webhook(url, settings.telegram_webhook_secret)


def _admin(doorstep: Doorstep, editions: Editions) -> Admin:
    addresses = Addresses(editions.site.trusted_proxies)

    def changed() -> None:
        doorstep.conversations.forget_all()
        doorstep.alerts.wake()

    return Admin(
        store=doorstep.store,
        claims=doorstep.alerts.claims,
        cases=doorstep.alerts.desk.cases,
        news=doorstep.news,
        site=lambda: editions.site,
        clock=lambda: datetime.now(UTC),
        titles=_titles(doorstep.library),
        shelf=FlowShelf(lambda: doorstep.library, lambda: doorstep.shelf.problems),
        chats=ChatDesk(doorstep.takeover, lambda: editions.site),
        viewings=ViewingPanel(doorstep.store, doorstep.viewings, lambda: editions.site),
        verbs=LeadDesk(Handing(doorstep.alerts.desk), lambda: editions.site),
        persons=PersonDesk(
            doorstep.store,
            Recognition(doorstep.store, editions),
            lambda: editions.site,
            lambda: datetime.now(UTC),
            changed,
        ),
        link_used=lambda path: _tell_link(doorstep, path),
        address=lambda request: addresses.client(
            request.remote or "", request.headers.getall("X-Forwarded-For", ())
        ),
    )


def _showcase(doorstep: Doorstep) -> Showcase:
    alerts = doorstep.alerts
    return Showcase(alerts.desk, alerts.claims, lambda: doorstep.library.site)


def _tell_link(doorstep: Doorstep, path: str) -> None:
    """A login link was used: here is the next one."""
    if doorstep.terminal.printer is not None:
        doorstep.terminal.printer(f"inbox opened; the next login link: {doorstep.address}{path}")


def _titles(library: Library) -> dict[str, str]:
    return {id_: flow.flow.title for id_, flow in library.flows.items()}


def _alert_settings(
    settings: Settings, library: Library, terminal: Terminal, metrics: Metrics, rota: Rota
) -> AlertSettings:
    return AlertSettings(
        token=settings.telegram_token,
        api=settings.telegram_api,
        secret=settings.secret,
        titles=_titles(library),
        printer=terminal.printer,
        colour=terminal.colour,
        watched=terminal.watched,
        webhook=_webhook(settings, library),
        observe=metrics.sending,
        limits=settings.rate_limit,
        clock=rota.clock,
        ticks=terminal.ticks,
        rota=rota,
    )


def _shown(host: str) -> str:
    """The host as a browser on this machine reaches it."""
    if host in ("", "0.0.0.0", "::"):  # noqa: S104 - only compared
        return "127.0.0.1"
    try:
        return f"[{host}]" if ipaddress.ip_address(host).version == 6 else host
    except ValueError:
        return host
