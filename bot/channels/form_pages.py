"""The chat without JavaScript: a page for each question, played through the same conversations.

``/chat/FLOW`` has a button that begins. What follows stands at ``/chat/FLOW/TICKET``: the ticket
is signed, names the conversation and runs out. Nothing is kept in the browser. Every form has the
id of its turn, so a double press is done once; after it the browser is sent to the page again.
"""

from __future__ import annotations

import asyncio
import base64
import hashlib
import hmac
import json
import uuid
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from typing import Any, Final
from urllib.parse import quote

from aiohttp import web
from jinja2 import Environment, PackageLoader, Template
from multidict import MultiDictProxy

from bot.channels import requests
from bot.channels.refusals import Refusal
from bot.channels.replying import ALWAYS
from bot.channels.web import Edge
from bot.conversations import Conversations
from bot.editions import Editions
from bot.talk import NeverOffered
from bot.widget_words import LANGUAGES
from storage.rows import Conversation
from storage.store import Store

LIFE: Final = timedelta(days=2)  # of a ticket
MAC_BYTES: Final = 16
CARRIED: Final = ("market", "listing")  # and utm_…, from the address to the conversation
HEADERS: Final = {
    **ALWAYS,
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'"
    ),
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
}
INPUTS: Final[Mapping[str, tuple[str, str]]] = {
    "phone": ("tel", "tel"),
    "email": ("email", "email"),
    "name": ("text", "name"),
    "area": ("text", "address-level2"),
    "region": ("text", "address-level1"),
    "address": ("text", "street-address"),
}
SAY: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "begin": "Start the chat",
        "news": "Look for an answer",
        "unread": "That could not be read. Please put it differently.",
    },
    "es": {
        "begin": "Empezar el chat",
        "news": "Ver si hay respuesta",
        "unread": "No lo hemos entendido. Dilo de otra manera, por favor.",
    },
    "de": {
        "begin": "Chat beginnen",
        "news": "Nach einer Antwort sehen",
        "unread": "Das war nicht lesbar. Bitte schreiben Sie es anders.",
    },
    "ar": {
        "begin": "بدء المحادثة",
        "news": "التحقق من وجود رد",
        "unread": "لم نتمكن من قراءة ذلك. اكتبه بطريقة أخرى من فضلك.",
    },
}
MOVED: Final = "That question is no longer open."  # of the widget's own words
Form = MultiDictProxy[Any]


class FormPages:
    """The pages and what they need."""

    def __init__(
        self,
        conversations: Conversations,
        editions: Editions,
        store: Store,
        at_edge: Edge,
        *,
        secret: str,
        clock: Callable[[], datetime],
    ) -> None:
        self._conversations, self._editions, self._store = conversations, editions, store
        self._edge, self._clock = at_edge, clock
        self._key = hashlib.sha256(b"form pages:" + secret.encode()).digest()

    def routes(self) -> list[web.RouteDef]:
        """Everything under /chat."""
        return [
            web.get("/chat/style.css", _style),
            web.get("/chat/{flow}", self._door),
            web.post("/chat/{flow}", self._begin),
            web.get("/chat/{flow}/{ticket}", self._show),
            web.post("/chat/{flow}/{ticket}", self._take),
        ]

    async def _door(self, request: web.Request) -> web.Response:
        """The page before the first question."""
        flow = self._flow(request)
        wanted = request.query.get("lang") or request.headers.get("Accept-Language") or "en"
        lang = self._editions.flows[flow].language(wanted[:35])
        carried = [
            (name, value[:200])
            for name, value in request.query.items()
            if name in CARRIED or name.startswith("utm_")
        ]
        carried += [("page", request.headers.get("Referer", "")[:500]), ("lang", lang)]
        return self._page(flow, lang, state=None, carried=carried)

    async def _begin(self, request: web.Request) -> web.Response:
        """A conversation like any other, and the way to its page."""
        flow, form = self._flow(request), await self._own_form(request)
        flows, site = self._editions.flows, self._editions.site
        no_sale = requests.says_no_sale(request.headers)
        opening = requests.opening(_opening(flow, form), flows, site, no_sale=no_sale)
        if self._edge.limits.on:
            self._edge.limits.opening(self._address(request), _now())
        reply = await self._conversations.begin(opening.flow, opening.start)
        return _see(self._path(flow, json.loads(reply.body)["conversation"]))

    async def _show(self, request: web.Request) -> web.Response:
        """Where the conversation stands."""
        flow, row = self._flow(request), await self._row(request)
        return await self._standing(flow, row, moved="moved" in request.query)

    async def _take(self, request: web.Request) -> web.Response:
        """One answer; the same form again is done once."""
        flow, row = self._flow(request), await self._row(request)
        form = await self._own_form(request)
        if self._edge.limits.on:
            self._edge.limits.message(self._address(request), row.id, _now())
        try:
            turn = requests.turn(_answer(form))
            reply = await self._conversations.take(row.id, row.token_hash, turn.id, turn.event)
        except (Refusal, NeverOffered):
            return await self._standing(flow, row, typed=str(form.get("text", "")), status=422)
        return _see(self._path(flow, row.id) + ("?moved" if reply.stale else "") + "#last")

    async def _standing(
        self,
        flow: str,
        row: Conversation,
        *,
        moved: bool = False,
        typed: str = "",
        status: int = 200,
    ) -> web.Response:
        state = await self._conversations.state(row.id, row.token_hash)
        current = await self._store.conversation(row.id) or row
        said = SAY.get(current.lang[:2], SAY["en"])
        problem = self._word(current.lang)(MOVED) if moved else ""
        problem = said["unread"] if status != 200 else problem
        told = json.loads(state.body)
        return self._page(
            flow, current.lang, state=told, problem=problem, typed=typed, status=status
        )

    def _page(
        self,
        flow: str,
        lang: str,
        *,
        state: dict[str, Any] | None,
        carried: list[tuple[str, str]] | None = None,
        problem: str = "",
        typed: str = "",
        status: int = 200,
    ) -> web.Response:
        site = self._editions.site
        ask = state["ask"] if state else None
        type_, autocomplete = INPUTS.get(ask["kind"] if ask else "", ("text", "off"))
        text = template("page.html").render(
            flow=flow,
            lang=lang,
            title=site.company,
            company=site.company,
            privacy=site.privacy_url,
            word=self._word(lang),
            say=SAY.get(lang[:2], SAY["en"]),
            state=state,
            carried=carried or [],
            id=str(uuid.uuid4()),
            problem=problem,
            typed=typed,
            input={"type": type_, "autocomplete": autocomplete},
        )
        return web.Response(text=text, status=status, content_type="text/html", headers=HEADERS)

    def _word(self, lang: str) -> Callable[[str], str]:
        """The widget's words in a language, the office's own before ours."""
        own, ours = self._editions.site.words.get(lang[:2], {}), LANGUAGES.get(lang[:2], {})
        return lambda english: own.get(english) or ours.get(english, english)

    async def _own_form(self, request: web.Request) -> Form:
        """The form, when it is one of our own pages that sends it."""
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            raise Refusal(403, "foreign_origin", "This page may not use the chat here.")
        self._edge.origins.check(request.headers)
        return await request.post()

    def _flow(self, request: web.Request) -> str:
        flow = request.match_info["flow"]
        if flow not in self._editions.flows:
            raise web.HTTPNotFound
        return flow

    async def _row(self, request: web.Request) -> Conversation:
        """The conversation that the ticket opens."""
        id_ = self._opened(request.match_info["ticket"])
        row = await self._store.conversation(id_) if id_ else None
        if row is None:
            raise web.HTTPFound(f"/chat/{quote(request.match_info['flow'], safe='')}")
        return row

    def _path(self, flow: str, conversation: str) -> str:
        until = int((self._clock() + LIFE).timestamp())
        payload = f"{until:x}.{conversation}"
        return f"/chat/{quote(flow, safe='')}/{payload}.{self._mac(payload)}"

    def _opened(self, ticket: str) -> str:
        """The conversation's id, "" for a ticket that is not ours or has run out."""
        payload, _, mac = ticket.rpartition(".")
        until, _, conversation = payload.partition(".")
        if not hmac.compare_digest(mac.encode(), self._mac(payload).encode()):
            return ""
        return conversation if int(until, 16) > self._clock().timestamp() else ""

    def _mac(self, payload: str) -> str:
        whole = hmac.new(self._key, payload.encode("utf-8", "replace"), hashlib.sha256).digest()
        return base64.urlsafe_b64encode(whole[:MAC_BYTES]).decode().rstrip("=")

    def _address(self, request: web.Request) -> str:
        forwarded = request.headers.getall("X-Forwarded-For", ())
        return self._edge.addresses.client(request.remote or "", forwarded)


def _opening(flow: str, form: Form) -> dict[str, Any]:
    """What the door's form says, as the API's body."""
    source = {name: str(value) for name, value in form.items() if name.startswith("utm_")}
    if form.get("page"):
        source["page"] = str(form["page"])
    body: dict[str, Any] = {"flow": flow, "source": source}
    body |= {name: str(form[name]) for name in ("market", "lang") if form.get(name)}
    if form.get("listing"):
        body["listing"] = {"id": str(form["listing"])}
    return body


def _answer(form: Form) -> dict[str, Any]:
    """A question's form, as the API's body. A pressed button counts before typed words."""
    body: dict[str, Any] = {"id": str(form.get("id", "")), "question": form.get("question")}
    do = form.get("do")
    if "choice" in form:
        return body | {"choice": str(form["choice"])}
    if do in ("skip", "back"):
        return body | {str(do): True}
    if do == "choices" or (not form.get("text") and "choices" in form):
        return body | {"choices": [str(value) for value in form.getall("choices", [])]}
    return body | {"text": str(form.get("text", "")).strip() or None}


@cache
def template(name: str) -> Template:
    """A page without scripts, in the frame that all of them have."""
    loader = PackageLoader("bot.channels", "form")
    environment = Environment(autoescape=True, trim_blocks=True, loader=loader)
    environment.globals.clear()
    return environment.get_template(name)


@cache
def _sheet() -> bytes:
    return (resources.files("bot.channels") / "form" / "style.css").read_bytes()


async def _style(_: web.Request) -> web.Response:
    headers = {**ALWAYS, "Cache-Control": "public, max-age=3600"}
    return web.Response(body=_sheet(), content_type="text/css", charset="utf-8", headers=headers)


def _see(address: str) -> web.Response:
    return web.Response(status=303, headers={"Location": address, "Cache-Control": "no-store"})


def _now() -> float:
    return asyncio.get_running_loop().time()
