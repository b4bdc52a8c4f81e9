"""The demo on one page: the landing page on the left, the agent's phone on the right.

Whoever tries Doorstep without a bot token sees the whole story in a minute. The phone shows what
Telegram would: the same texts and buttons, made by the same code, and a press goes the same way.

The phone shows names and numbers, and nobody signs in here. Therefore it exists only with the
demo site, only without a public address in it, and answers only requests that come from this very
machine and say so: a loopback peer, a loopback name in Host (so that no foreign name can be bent
to point here), and no sign of a proxy in between.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from html import unescape
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import HttpVersion11, web

from bot.admin import live, rendering, shown
from bot.admin.access import Session
from bot.admin.guard import own_page
from bot.admin.rendering import html, render
from bot.alerts.callbacks import Press
from bot.alerts.claiming import Claims, Done
from bot.alerts.desk import Desk
from bot.alerts.handing import Handing
from bot.alerts.view import Case, Keyboard, view
from bot.dialogue.site import Agent, Site
from bot.errors import DoorstepError
from bot.leads import words
from bot.leads.stored import parsed
from bot.leads.timeline import OUTCOMES
from bot.news import LeadNews
from bot.records import frozen
from storage.rows import Lead
from storage.store import LeadFilter, StoreError

ALERTS: Final = 4  # on the phone at once
LOOKED_AT: Final = 24  # newest leads among which those are
REASONS: Final = 4
RECENT: Final = timedelta(minutes=30)  # an older lead says nothing of the visitor of now
MAX_PRESS: Final = 128
MENUS: Final = {"pass": "pass", "more": "more", "hand_over": "hand", "do_not_contact": "refuse"}
ELSEWHERE: Final = {"chat": "In Telegram this opens the chat. Here, the lead's page does."}
PROXIED: Final = ("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via")
HEADERS: Final = rendering.PAGE_HEADERS | {
    "Content-Security-Policy": rendering.PAGE_HEADERS["Content-Security-Policy"]
    + "; frame-src 'self'",
}
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@frozen
class Ringing:
    """One alert on the phone."""

    lead: str
    lines: tuple[str, ...]
    keyboard: Keyboard
    clock: str
    rang: str
    agent: str


@frozen
class Knowing:
    """What is known of the visitor who is chatting now."""

    name: str
    total: int
    band: str
    word: str
    from_hot: int
    reasons: tuple[tuple[str, str], ...]
    missing: str


@dataclass(slots=True)
class Showcase:
    """The page and its phone."""

    desk: Desk
    claims: Claims
    site: Callable[[], Site]
    menus: dict[str, str] = field(default_factory=dict)  # lead -> the menu open on the phone

    @property
    def handing(self) -> Handing:
        """Everything but claims and outcomes."""
        return Handing(self.desk)

    def routes(self) -> list[web.RouteDef]:
        """Everything under /demo that is not a picture of the landing page."""
        return [
            web.get("/demo", self._here(self._page)),
            web.get("/demo/phone", self._here(self._phone)),
            web.get("/demo/live", self._here(self._live), allow_head=False),
            web.post("/demo/press", self._here(self._press)),
        ]

    def _here(self, handler: Handler) -> Handler:
        """Only for somebody who sits at this machine."""

        async def run(request: web.Request) -> web.StreamResponse:
            site = self.site()
            if not (is_open(site) and from_here(request)):
                return html("words.html", 403, what="elsewhere", site=site)
            if request.method == "POST" and not own_page(request, site):
                return html("words.html", 403, what="foreign", site=site)
            try:
                return await handler(request)
            except (StoreError, DoorstepError):
                return html("words.html", 503, what="later", site=site)

        return run

    async def _page(self, _: web.Request) -> web.Response:
        response = html("demo.html", **await self._state())
        response.headers.update(HEADERS)
        return response

    async def _phone(self, _: web.Request) -> web.Response:
        return html("_phone.html", **await self._state())

    async def _live(self, request: web.Request) -> web.StreamResponse:
        async def event(item: LeadNews) -> dict[str, object]:
            return {
                "change": item.change,
                "says": words.one_line(item.lead.name, 60) or "A visitor",
                "html": render("_phone.html", **await self._state()),
            }

        nobody = Session("demo", "", self.desk.clock())
        return await live.stream(request, self.desk.news, nobody, event, _always)

    async def _press(self, request: web.Request) -> web.Response:
        """A button of the phone, with the very data that Telegram would bring back."""
        form = await request.post()
        data, agent = str(form.get("data", ""))[:MAX_PRESS], str(form.get("agent", ""))
        press, me = self.desk.signer.read(data, agent), self.desk.directory.agent(agent)
        if press is None or me is None:
            done = Done(False, "This button does not work here.")
        else:
            done = await self._act(press, me)
        return web.json_response({"ok": done.ok, "text": done.text}, headers=HEADERS)

    async def _act(self, press: Press, me: Agent) -> Done:
        """What the button means; a menu is opened on this phone alone."""
        if press.verb in MENUS and not press.arg:
            self.menus[press.lead_id] = MENUS[press.verb]
            return Done(True, "")
        self.menus.pop(press.lead_id, None)
        lead, handing = press.lead_id, self.handing
        if press.verb in OUTCOMES:
            return await self.claims.outcome(lead, me.id, press.verb)
        acts: dict[str, Callable[[], Awaitable[Done]]] = {
            "claim": lambda: self.claims.claim(lead, me.id),
            "pass": lambda: handing.passed(lead, me, press.arg),
            "snooze": lambda: handing.snoozed(lead, me),
            "hand_over": lambda: handing.handed_over(lead, me, press.arg),
            "release": lambda: handing.released(lead, me),
            "do_not_contact": lambda: handing.refused(lead, me),
        }
        act = acts.get(press.verb)
        return await act() if act is not None else Done(True, ELSEWHERE.get(press.verb, ""))

    async def _state(self) -> dict[str, Any]:
        """Everything the phone shows now."""
        leads = await self.desk.store.leads(LeadFilter(limit=LOOKED_AT))
        cases = [await self.desk.cases.of(lead) for lead in leads]
        rang = [case for case in cases if case.story.hot_at][:ALERTS]
        alerts = [self._ringing(case) for case in sorted(rang, key=_since)]
        owner = self._agent(rang[0].story.first) if rang else self._agent(())
        return {
            "site": self.site(),
            "alerts": alerts,
            "knowing": self._knowing(leads[0]) if leads else None,
            "owner": owner.name.split(maxsplit=1)[0] if owner else "The agent",
        }

    def _ringing(self, case: Case) -> Ringing:
        agent = self._agent(case.story.first)
        id_ = agent.id if agent else ""
        menu = self.menus.get(case.facts.lead_id, "")
        made = view(case, id_, f"hot/{menu}" if menu else "hot", self.desk.signer)
        names = [words.one_line((case.names or {}).get(one, one), 30) for one in case.story.first]
        return Ringing(
            lead=case.facts.lead_id,
            lines=tuple(unescape(made.text).split("\n")),
            keyboard=made.keyboard,
            clock=words.clock(case.facts.at, case.facts.tz),
            rang="Rang " + ", ".join(names) if names else "Rang nobody: no agent fits",
            agent=id_,
        )

    def _agent(self, rung: tuple[str, ...]) -> Agent | None:
        """Whose phone it is: the first who was rung, else the first of the office."""
        agents = self.site().agents
        return next((agent for agent in agents if agent.id in rung[:1]), next(iter(agents), None))

    def _knowing(self, lead: Lead) -> Knowing | None:
        """What is known of a visitor who is, or just was, there."""
        if self.desk.clock() - lead.updated_at > RECENT:
            return None
        reasons = [reason for reason in parsed(lead.reasons, []) if isinstance(reason, dict)]
        best = sorted(reasons, key=lambda reason: -int(reason.get("points", 0)))
        gate = [str(one) for one in parsed(lead.gate, [])]
        return Knowing(
            name=words.one_line(lead.name, 40) or "A visitor",
            total=lead.total,
            band=lead.band,
            word=shown.BAND_WORDS.get(lead.band, lead.band),
            from_hot=max(0, 70 - lead.total),
            reasons=tuple(
                (f"+{one['points']}", words.one_line(str(one.get("text", "")), 32))
                for one in best[:REASONS]
                if int(one.get("points", 0)) > 0
            ),
            missing=words.one_line(gate[0], 80) if gate and lead.band != "hot" else "",
        )


def is_open(site: Site) -> bool:
    """Whether this site may show its phone: the demo, and nothing that the public reaches."""
    address = urlsplit(site.base_url).hostname or ""
    return site.demo and (not address or _is_loopback(address))


def from_here(request: web.Request) -> bool:
    """Whether a request was made on this machine, by somebody who typed this machine's address."""
    host = urlsplit(f"//{request.headers.get('Host', '')}").hostname or ""
    return (
        _is_loopback(request.remote or "")
        and _is_loopback(host)
        and request.version >= HttpVersion11  # older: a proxy that does not say that it is one
        and not any(name in request.headers for name in PROXIED)
    )


def _is_loopback(host: str) -> bool:
    if host.lower() == "localhost":
        return True
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return False
    mapped = getattr(address, "ipv4_mapped", None)
    return bool((mapped or address).is_loopback)


def _since(case: Case) -> datetime:
    return case.story.hot_at or case.facts.at


async def _always() -> bool:
    return True
