"""The person behind a lead: consents, chats, other leads; export, erasure, merging and splitting.

Agents see who somebody is and what they agreed to. Only admins take data out, or away.
"""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from datetime import datetime
from typing import Any, Final
from urllib.parse import quote

import structlog
from aiohttp import web

from bot import people
from bot.admin.access import Session
from bot.admin.asked import OddQuery, asked
from bot.admin.rendering import PAGE_HEADERS
from bot.admin.users import ADMIN
from bot.dialogue.site import Site
from bot.dossier import dossiers_of
from bot.errors import UserMistake
from bot.leads import exports, words
from bot.leads.facts import zone
from bot.person_page import page
from bot.recognition import Recognition
from bot.records import frozen
from storage.rows import Conversation, Lead
from storage.store import LeadFilter, Store

PORTION: Final = 100  # leads of a CSV read at a time
REASON: Final = 200  # characters of it
Inside = Callable[[web.Request, Session], Awaitable[web.StreamResponse]]
Wrap = Callable[[Inside], Callable[[web.Request], Awaitable[web.StreamResponse]]]
Show = Callable[..., web.Response]  # a template inside the frame of every page
Words = Callable[[str, int], web.Response]  # a page that says in a few words why not
Change = Callable[[web.Request, Lead, Session], Awaitable[str]]
log = structlog.get_logger("inbox")


@frozen
class Agreed:
    """A line of the consent log."""

    at: str
    what: str
    yes: bool
    text: str
    version: str
    channel: str


@frozen
class Chat:
    """One of the lead's conversations."""

    id: str
    began: str
    channel: str
    flow: str
    version: str


class PersonDesk:
    """The pages and forms about persons."""

    def __init__(
        self,
        store: Store,
        recognition: Recognition,
        site: Callable[[], Site],
        clock: Callable[[], datetime],
        changed: Callable[[], None],
    ) -> None:
        """``changed``: what is in memory of leads and conversations is to be read again, and what
        was queued, such as the words that an erasure takes off agents' phones, may leave."""
        self._store, self._recognition = store, recognition
        self._site, self._clock, self._changed = site, clock, changed

    def routes(self, inside: Wrap, show: Show, words_: Words) -> list[web.RouteDef]:
        """The pages; ``show`` renders one for a request and its session."""
        base = "/admin/leads/{id}/person"

        async def look(request: web.Request, session: Session) -> web.StreamResponse:
            lead = await self._store.lead(request.match_info["id"])
            if lead is None:
                return words_("gone", 404)
            return show("person.html", request, session, **await self._shown(lead, session))

        def admins(act: Inside) -> Inside:
            return _admins(act, words_)

        return [
            web.get(base, inside(look)),
            web.get(f"{base}/export", inside(admins(self._export))),
            web.get("/admin/export.csv", inside(admins(self._csv))),
            web.post(f"{base}/erase", inside(admins(self._changing(self._erase, words_)))),
            web.post(f"{base}/allow", inside(admins(self._changing(self._allow, words_)))),
            web.post(f"{base}/merge", inside(admins(self._changing(self._merge, words_)))),
            web.post(f"{base}/split", inside(admins(self._changing(self._split, words_)))),
        ]

    def _changing(self, act: Change, words_: Words) -> Inside:
        """A form that changes a lead, and says where to go then."""

        async def run(request: web.Request, session: Session) -> web.StreamResponse:
            lead = await self._store.lead(request.match_info["id"])
            if lead is None:
                return words_("gone", 404)
            try:
                where = await act(request, lead, session)
            except UserMistake:
                where = f"{_path(lead)}?note=refused"
            self._changed()
            headers = {"Location": where, "Cache-Control": "no-store"}
            return web.Response(status=303, headers=headers)

        return run

    async def _shown(self, lead: Lead, session: Session) -> dict[str, Any]:
        found = await self._found(lead)
        keys = await self._store.keys_of(lead.id)
        others = {other.id: other for _, other in await self._store.sharing(keys)} if keys else {}
        others.pop(lead.id, None)
        stored = await self._store.everything_of([lead.id], [c.id for c in found.conversations])
        tz = zone(self._site().market(lead.market).tz)
        hidden = self._site().hide_contact_until_claim and not lead.owner
        return {
            "lead": lead,
            "path": _path(lead),
            "name": words.one_line(lead.name, 60) or "A visitor",
            "keys": [] if hidden else [_key(key) for key in keys],
            "refused": not await self._store.may_contact(keys) if keys else False,
            "agreed": [_agreed(row, tz) for row in await self._consents(found.conversations)],
            "chats": [_chat(row, tz) for row in found.conversations],
            "others": [
                (other.id, words.one_line(other.name, 60) or "A visitor", other.flow)
                for other in others.values()
            ],
            "goes": [(name, len(stored.get(table, ()))) for table, name in GOES.items()],
            "admin": session.role == ADMIN,
        }

    async def _consents(self, rows: tuple[Conversation, ...]) -> list[Any]:
        return [consent for row in rows for consent in await self._store.consents(row.id)]

    async def _found(self, lead: Lead) -> people.Found:
        rows = await self._store.conversations_of(lead.id)
        return people.Found(lead.id, (lead,), tuple(rows))

    async def _export(self, request: web.Request, session: Session) -> web.StreamResponse:
        lead = await self._store.lead(request.match_info["id"])
        if lead is None or not set(request.query) <= {"form"}:
            raise OddQuery
        told = await people.export(
            self._store, self._site(), await self._found(lead), self._clock()
        )
        readable = request.query.get("form") == "html"
        text = page(told) if readable else people.page_json(told)
        log.info("person exported", lead=lead.id, by=session.user or "link")
        kind, end = ("text/html", "html") if readable else ("application/json", "json")
        headers = {
            **PAGE_HEADERS,
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Disposition": f'attachment; filename="person.{end}"',
        }
        return web.Response(body=text.encode("utf-8", "replace"), headers=headers)

    async def _erase(self, request: web.Request, lead: Lead, session: Session) -> str:
        form = await request.post()
        if form.get("sure") != "yes":
            return f"{_path(lead)}?note=unsure"
        keeper = self._keeper(session)
        await keeper.erase(await self._found(lead))
        log.info("person erased", lead=lead.id, by=keeper.who)
        return f"/admin?note={'erased' if await keeper.scrubbed() else 'erasing'}"

    async def _allow(self, request: web.Request, lead: Lead, session: Session) -> str:
        because = words.one_line(str((await request.post()).get("because", "")), REASON)
        if not because:
            raise UserMistake("say why")
        keeper = self._keeper(session)
        await keeper.allow(await self._found(lead), because)
        log.info("person allowed", lead=lead.id, by=keeper.who)
        return f"{_path(lead)}?note=allowed"

    async def _merge(self, request: web.Request, lead: Lead, session: Session) -> str:
        wanted = str((await request.post()).get("other", ""))[:64]
        found = await people.find(self._store, self._site(), wanted)
        if len(found.leads) != 1:
            raise UserMistake("give the id of one lead")
        kept = await self._keeper(session).merge(lead, found.leads[0])
        return f"{_path(kept)}?note=merged"

    async def _split(self, request: web.Request, lead: Lead, session: Session) -> str:
        ids = [str(id_) for id_ in (await request.post()).getall("chat", [])]
        await self._keeper(session).split(lead, ids, secrets.token_urlsafe(16))
        return f"{_path(lead)}?note=split"

    def _keeper(self, session: Session) -> people.Keeper:
        who = session.user or session.agent or "admin"
        return people.Keeper(self._store, self._recognition, who, self._clock())

    async def _csv(self, request: web.Request, _: Session) -> web.StreamResponse:
        """The list as it is filtered, in portions, so that nobody waits for it."""
        where = asked(request.query).where
        headers = {
            **PAGE_HEADERS,
            "Content-Type": "text/csv; charset=utf-8",
            "Content-Disposition": 'attachment; filename="leads.csv"',
        }
        response = web.StreamResponse(headers=headers)
        await response.prepare(request)
        async for lines in self._lines(LeadFilter(band=where.band, text=where.text)):
            await response.write(lines.encode("utf-8", "replace"))
        return response

    async def _lines(self, where: LeadFilter) -> AsyncIterator[str]:
        yield exports.HEADER
        site, refusals = self._site(), await self._store.refusals()
        before: tuple[datetime, str] | None = None
        while True:
            leads = await self._store.leads(
                LeadFilter(band=where.band, text=where.text, before=before, limit=PORTION)
            )
            if not leads:
                return
            dossiers = await dossiers_of(self._store, leads)
            yield "".join(exports.csv_line(d.lead, d.beside(refusals), site) for d in dossiers)
            before = (leads[-1].updated_at, leads[-1].id)


GOES: Final = {
    "conversation": "chats",
    "message": "messages",
    "answer": "answers",
    "consent": "consents",
    "event": "lines of the timeline",
    "upload": "files",
    "alert_copy": "alerts on agents' phones",
}
_PURPOSES: Final = {
    "contact": "to be contacted",
    "marketing": "to get marketing",
    "sale": "to have data sold or shared",
}
_KEYS: Final = {"phone": "Phone", "email": "E-mail", "telegram": "Telegram chat"}


def _admins(act: Inside, words_: Words) -> Inside:
    """What only those may do who may do everything."""

    async def run(request: web.Request, session: Session) -> web.StreamResponse:
        if session.role != ADMIN:
            return words_("admins", 403)
        return await act(request, session)

    return run


def _path(lead: Lead) -> str:
    return f"/admin/leads/{quote(lead.id, safe='')}/person"


def _key(key: str) -> tuple[str, str]:
    kind, _, value = key.partition(":")
    return _KEYS.get(kind, kind), words.phone(value) if kind == "phone" else value


def _agreed(row: Any, tz: Any) -> Agreed:
    return Agreed(
        at=f"{row.at.astimezone(tz):%d %b %Y %H:%M:%S}",
        what=_PURPOSES.get(row.purpose, row.purpose),
        yes=row.granted,
        text=row.text,
        version=row.version,
        channel=row.channel,
    )


def _chat(row: Conversation, tz: Any) -> Chat:
    began = f"{row.created_at.astimezone(tz):%d %b %Y %H:%M}"
    return Chat(row.id, began, row.channel, row.flow, row.flow_hash)
