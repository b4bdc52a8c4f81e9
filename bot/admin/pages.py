"""The web inbox: who is at the door, why they matter, and a button that says “mine”.

For the app::

    admin = Admin(store=store, claims=alerts.claims, cases=alerts.desk.cases, news=news,
                  site=lambda: editions.site, clock=lambda: datetime.now(UTC))
    app.add_routes(admin.routes())
    path = await admin.link()                 # the one-time login link, below the address
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

import structlog
from aiohttp import web

from bot.admin import live, rendering, shown
from bot.admin.access import Access, Session, TooManyTries
from bot.admin.asked import PAGE, Asked, OddQuery, asked, cursor
from bot.admin.chat_desk import ChatDesk
from bot.admin.files import download, files_of
from bot.admin.flow_pages import Shelf, embedding, flow_list, flow_page
from bot.admin.guard import Addresses, cookie_of, leave_cookie, own_page, set_cookie
from bot.admin.lead_desk import LeadDesk, Verbs
from bot.admin.person_desk import PersonDesk
from bot.admin.rendering import html, render
from bot.admin.report_pages import leaving, report_page
from bot.admin.users import ADMIN
from bot.admin.viewing_panel import ViewingPanel
from bot.alerts.cases import Cases
from bot.alerts.claiming import Claims, Done
from bot.dialogue.site import Site
from bot.dossier import dossier_of
from bot.errors import DoorstepError
from bot.news import Ended, LeadNews, News
from storage.rows import Lead
from storage.store import LeadFilter, Store, StoreError

AT_THE_DOOR: Final = 12  # hot leads nobody has claimed, shown as alerts on top
MAX_TOKEN: Final = 128
NOTES: Final = {
    "claimed": "Yours. The number is on this page.",
    "late": "This lead is not free any more.",
    "noted": "Noted.",
    "done": "Done.",
    "said": "Done.",
    "erased": "Erased. Nothing of this person is left here.",
    "erasing": "Erased. The last traces go by themselves when a backup that reads has ended.",
    "unsure": "Nothing was erased: tick the box if you are sure.",
    "allowed": "They may be contacted again.",
    "merged": "The two are one lead now.",
    "split": "They are two leads now.",
    "refused": "That did not work: the page was out of date.",
}
log = structlog.get_logger("inbox")
LinkUsed = Callable[[str], None]
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Inside = Callable[[web.Request, Session], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class Admin:
    """The inbox and what it needs."""

    store: Store
    claims: Claims
    cases: Cases
    news: News
    site: Callable[[], Site]
    clock: Callable[[], datetime]
    titles: Mapping[str, str] = field(default_factory=dict)  # flow id -> title
    link_used: LinkUsed = lambda _: None  # is given the path of the next link
    address: Addresses = lambda request: request.remote or ""  # whom tries are counted for
    shelf: Shelf | None = None  # the flows, where there is a page of them
    chats: ChatDesk | None = None  # agents' words to visitors, where they can be carried
    viewings: ViewingPanel | None = None  # what agents decide about viewings
    verbs: LeadDesk | None = None  # pass, hand over, give back, do not contact
    persons: PersonDesk | None = None  # consents, exports, erasure
    access: Access = field(init=False)

    def __post_init__(self) -> None:
        self.access = Access(self.store, self.clock)

    async def link(self) -> str:
        """The path of a fresh one-time login link."""
        return f"/admin/enter/{await self.access.new_link()}"

    def routes(self) -> list[web.RouteDef]:
        """Everything under /admin."""
        return [
            *rendering.asset_routes(),
            *(self.chats.routes(self._inside, _answered) if self.chats is not None else ()),
            *(self.viewings.routes(self._inside, _answered) if self.viewings is not None else ()),
            *(self.verbs.routes(self._inside, _answered) if self.verbs is not None else ()),
            *(
                self.persons.routes(self._inside, self._page, self._words)
                if self.persons is not None
                else ()
            ),
            web.get("/admin", self._inside(self._inbox)),
            web.get("/admin/", _to_inbox),
            web.get("/admin/list", self._inside(self._list)),
            web.get("/admin/live", self._inside(self._live), allow_head=False),
            web.get("/admin/leads/{id}", self._inside(self._lead)),
            web.get("/admin/leads/{id}/files/{conversation}/{file}", self._inside(self._file)),
            web.get("/admin/flows", self._inside(self._flows)),
            web.get("/admin/flows/{id}", self._inside(self._flow)),
            web.get("/admin/reports", self._inside(self._reports)),
            web.post("/admin/leads/{id}/claim", self._inside(self._claim)),
            web.post("/admin/leads/{id}/outcome", self._inside(self._outcome)),
            web.post("/admin/me", self._inside(self._me)),
            web.post("/admin/leave", self._inside(self._leave)),
            web.get("/admin/enter/{token}", self._safely(self._door)),
            web.post("/admin/enter", self._safely(self._enter)),
            web.get("/admin/login", self._safely(self._form)),
            web.post("/admin/login", self._safely(self._sign_in)),
        ]

    # Who is asking

    def _inside(self, handler: Inside) -> Handler:
        """A page for whoever is signed in."""

        async def run(request: web.Request) -> web.StreamResponse:
            session = await self.access.session(cookie_of(request, self.site()))
            if session is None:
                return self._words("out", 401)
            return await handler(request, session)

        return self._safely(run)

    def _safely(self, handler: Handler) -> Handler:
        """Nothing is changed for a page of somebody else, and every failure is a page of ours."""

        async def run(request: web.Request) -> web.StreamResponse:
            if request.method == "POST" and not own_page(request, self.site()):
                return self._words("foreign", 403)
            try:
                return await handler(request)
            except OddQuery:
                return self._words("odd", 400)
            except TooManyTries:
                return self._words("tries", 429, {"Retry-After": "900"})
            except (StoreError, DoorstepError) as error:
                log.warning("page not shown", error=type(error).__name__)
                return self._words("later", 503, {"Retry-After": "2"})

        return run

    def _words(
        self, what: str, status: int, headers: Mapping[str, str] | None = None
    ) -> web.Response:
        """A page that says in a few words why there is nothing else."""
        response = html("words.html", status, what=what, site=self.site())
        response.headers.update(headers or {})
        return response

    # Coming and going

    async def _door(self, request: web.Request) -> web.Response:
        """The page behind the link; only its button uses the link up."""
        return html("enter.html", site=self.site(), token=request.match_info["token"])

    async def _enter(self, request: web.Request) -> web.Response:
        form = await request.post()
        token = str(form.get("token", ""))[:MAX_TOKEN]
        cookie = await self.access.enter(token, self.address(request), self._anybody())
        if cookie is None:
            inside = await self.access.session(cookie_of(request, self.site()))
            return _see("/admin") if inside else self._words("used", 401)
        response = _see("/admin")
        set_cookie(request, response, self.site(), cookie)
        self.link_used(await self.link())
        return response

    async def _form(self, _: web.Request) -> web.Response:
        return html("login.html", site=self.site(), name="", wrong=False)

    async def _sign_in(self, request: web.Request) -> web.Response:
        """By name and password. What is wrong is not told: neither who exists nor who does not."""
        form = await request.post()
        name, password = str(form.get("name", ""))[:MAX_TOKEN], str(form.get("password", ""))
        address = self.address(request)
        cookie = await self.access.sign_in(name, password, address, self._anybody())
        if cookie is None:
            return html("login.html", 401, site=self.site(), name=name, wrong=True)
        response = _see("/admin")
        set_cookie(request, response, self.site(), cookie)
        return response

    def _anybody(self) -> str:
        """The agent whom a new session acts for until another is chosen."""
        return next((agent.id for agent in self.site().agents), "")

    async def _leave(self, request: web.Request, session: Session) -> web.Response:
        await self.access.leave(session)
        self.news.publish(live.session_topic(session), Ended())
        response = self._words("bye", 200)
        leave_cookie(request, response, self.site())
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    async def _me(self, request: web.Request, session: Session) -> web.StreamResponse:
        agent = str((await request.post()).get("agent", ""))
        if agent not in {a.id for a in self.site().agents}:
            raise OddQuery
        await self.access.act_for(session, agent)
        return _see("/admin")

    # The list

    async def _inbox(self, request: web.Request, session: Session) -> web.Response:
        context = await self._listing(asked(request.query))
        return html("inbox.html", **context | self._frame(session, request))

    async def _list(self, request: web.Request, _: Session) -> web.Response:
        return html("_list.html", **await self._listing(asked(request.query)))

    async def _listing(self, what: Asked) -> dict[str, Any]:
        door = await self._at_the_door(what)
        leads = await self.store.leads(what.where)
        more, listed = leads[PAGE:], leads[:PAGE]
        waiting = {bubble.lead for bubble in door}
        rest = [lead for lead in listed if lead.id not in waiting]
        return {
            "asked": what,
            "bands": [(band, shown.BAND_WORDS.get(band, "All")) for band in ("", *shown.BANDS)],
            "counts": shown.counts_of(await self.store.lead_counts()),
            "door": door,
            "cards": [self._card(lead) for lead in rest],
            "older": what.link(before=cursor(listed[-1])) if more else "",
            "site": self.site(),
        }

    async def _at_the_door(self, what: Asked) -> list[shown.Bubble]:
        if not what.everything or what.band not in ("", "hot"):
            return []
        where = LeadFilter(band="hot", unclaimed=True, limit=AT_THE_DOOR)
        waiting = [lead for lead in await self.store.leads(where) if shown.waits(lead)]
        bubbles = [await self._bubble(lead) for lead in waiting]
        return [bubble for bubble in bubbles if bubble is not None]

    async def _bubble(self, lead: Lead) -> shown.Bubble | None:
        """The alert of a lead; one that this version cannot read stays a row of the list."""
        try:
            return shown.bubble(await self.cases.of(lead), self.site())
        except DoorstepError as error:
            log.warning("alert unreadable", lead=lead.id, error=type(error).__name__)
            return None

    def _card(self, lead: Lead) -> shown.Card:
        return shown.card(lead, self.site(), self.clock(), self.titles.get(lead.flow, ""))

    # News

    async def _live(self, request: web.Request, session: Session) -> web.StreamResponse:
        what = asked(request.query)

        async def still_in() -> bool:
            return await self.access.session(cookie_of(request, self.site())) is not None

        async def event(item: LeadNews) -> dict[str, object] | None:
            return await self._event(item, what)

        return await live.stream(request, self.news, session, event, still_in)

    async def _event(self, item: LeadNews, what: Asked) -> dict[str, object]:
        """What the page does with a change: put this piece on top, or only know of it."""
        lead, site = item.lead, self.site()
        bubble = await self._bubble(lead) if shown.waits(lead) else None
        piece = ""
        if what.fits(lead) and bubble is not None:
            piece = render("_bubble.html", bubble=bubble, fresh=True)
        elif what.fits(lead):
            piece = render("_row.html", card=self._card(lead), fresh=True)
        return {
            "id": lead.id,
            "change": item.change,
            "door": bubble is not None,
            "html": piece,
            "says": shown.card(lead, site, self.clock()).name,
            "counts": shown.counts_of(await self.store.lead_counts()),
        }

    # One lead

    async def _lead(self, request: web.Request, session: Session) -> web.Response:
        lead = await self.store.lead(request.match_info["id"])
        if lead is None:
            return self._words("gone", 404)
        site, case = self.site(), await self.cases.of(lead)
        dossier = await dossier_of(self.store, lead)
        page = shown.page(dossier, case, site, self.clock(), session.agent)
        chat = await self.chats.box(lead, session.agent) if self.chats is not None else None
        files = await files_of(self.store, lead, dossier.messages)
        frame = self._frame(session, request)
        frame["viewing"] = await self.viewings.box(lead) if self.viewings is not None else None
        free = page.card.waits
        verbs = self.verbs.verbs(lead, session.agent, free=free) if self.verbs else Verbs()
        return html("lead.html", page=page, chat=chat, files=files, verbs=verbs, **frame)

    async def _file(self, request: web.Request, _: Session) -> web.Response:
        at = request.match_info
        found = await download(self.store, at["id"], at["conversation"], at["file"])
        return found or self._words("gone", 404)

    async def _claim(self, request: web.Request, session: Session) -> web.StreamResponse:
        id_ = request.match_info["id"]
        if not session.agent:
            raise OddQuery
        done = await self.claims.claim(id_, session.agent)
        return _told(request, id_, done.ok, done.text, "claimed" if done.ok else "late")

    async def _outcome(self, request: web.Request, session: Session) -> web.StreamResponse:
        id_, verb = request.match_info["id"], str((await request.post()).get("verb", ""))
        if verb not in shown.NOTED:
            raise OddQuery
        done = await self.claims.outcome(id_, session.agent, verb)
        return _told(request, id_, done.ok, done.text, "noted" if done.ok else "refused")

    # The flows

    async def _flows(self, request: web.Request, session: Session) -> web.Response:
        if self.shelf is None:
            return self._words("gone", 404)
        return html("flows.html", **flow_list(self.shelf), **self._frame(session, request))

    async def _flow(self, request: web.Request, session: Session) -> web.Response:
        id_ = request.match_info["id"]
        page = flow_page(self.shelf, id_) if self.shelf else None
        if page is None or self.shelf is None:
            return self._words("gone", 404)
        flow, now = self.shelf.library().flows[id_], self.clock()
        left = await leaving(self.store, flow, now)
        embed = embedding(self.site(), id_, f"{request.scheme}://{request.host}")
        return html("flow.html", left=left, **page, **embed, **self._frame(session, request))

    async def _reports(self, request: web.Request, session: Session) -> web.Response:
        if self.shelf is None:
            return self._words("gone", 404)
        flows = self.shelf.library().flows
        page = await report_page(self.store, flows, request.query, self.clock())
        return html("reports.html", **page, **self._frame(session, request))

    def _page(
        self, template: str, request: web.Request, session: Session, **context: Any
    ) -> web.Response:
        """A page with what every page has around it."""
        return html(template, **context, **self._frame(session, request))

    def _frame(self, session: Session, request: web.Request) -> dict[str, Any]:
        """What every page has around it."""
        site = self.site()
        return {
            "site": site,
            "me": session.agent,
            "flow_errors": len(self.shelf.errors) if self.shelf else None,
            "agents": [(agent.id, agent.name) for agent in site.agents],
            "exports": self.persons is not None and session.role == ADMIN,
            "persons": self.persons is not None,
            "note": NOTES.get(request.query.get("note", ""), ""),
        }


async def _to_inbox(_: web.Request) -> web.StreamResponse:
    return _see("/admin")


def _see(address: str) -> web.Response:
    """Go there with GET."""
    return web.Response(status=303, headers={"Location": address, "Cache-Control": "no-store"})


def _answered(request: web.Request, id_: str, done: Done, note: str) -> web.Response:
    return _told(request, id_, done.ok, done.text, note)


def _told(request: web.Request, id_: str, ok: bool, text: str, note: str) -> web.Response:
    """To a script as JSON, to a plain form as the lead's page."""
    if "application/json" in request.headers.get("Accept", ""):
        headers = rendering.PAGE_HEADERS
        return web.json_response({"ok": ok, "text": text}, headers=headers)
    return _see(f"/admin/leads/{quote(id_, safe='')}?note={note}")
