"""The website channel: the visitor API over HTTP. Thin: parse in, render out.

It answers whole requests itself, from the path on: of what happens for every press of a button,
aiohttp's router and middlewares would be a tenth.
"""

from __future__ import annotations

import json
import re
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from time import monotonic

import structlog
from aiohttp import web

from bot.channels import requests
from bot.channels.bodies import body_of
from bot.channels.decoder import decode
from bot.channels.limits import Addresses, Limits
from bot.channels.live import Live
from bot.channels.openapi import document
from bot.channels.origins import Origins
from bot.channels.refusals import (
    Refusal,
    invalid,
    not_allowed,
    nothing_here,
    stray_body,
    unauthorized,
    unavailable,
    unknown_conversation,
)
from bot.channels.replying import JSON_HEADERS, Ready, json_reply, preflight_reply, refused
from bot.channels.telegram_links import Links
from bot.channels.uploads import Uploads, too_many_files
from bot.conversations import Conversations
from bot.dialogue.events import Attach
from bot.editions import Editions
from bot.errors import Unavailable
from bot.files import FILES_LIMIT
from bot.letters import Transcripts
from bot.metrics import Metrics
from bot.news import News
from bot.replies import moment
from bot.talk import (
    ConversationGone,
    NeverOffered,
    Proof,
    Reply,
    TooManyFiles,
    UnknownConversation,
    hash_token,
)
from storage.store import StoreError

PREFIX = "/api/v1/"
NOTHING = 10**9 - 1  # no message has a greater number
WITHOUT_BODY = frozenset({"GET", "HEAD"})
_BEARER = re.compile(r"[Bb]earer ([A-Za-z0-9_.~+/=-]{16,256})").fullmatch
Names = tuple[tuple[str, ...], tuple[str, ...]]  # of flows and markets
Replied = web.StreamResponse | Ready
Handler = Callable[[web.BaseRequest, str], Awaitable[Replied]]

log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Edge:
    """Who may come, how often, and from where."""

    origins: Origins
    limits: Limits
    addresses: Addresses
    links: Links | None = None  # None: this office has no Telegram bot
    transcripts: Transcripts | None = None  # None: this office sends no e-mail
    typing: Callable[[str, str], None] = lambda _conversation, _agent: None  # the visitor writes


class VisitorApi:
    """Everything under ``/api/``."""

    def __init__(
        self,
        conversations: Conversations,
        editions: Editions,
        news: News,
        metrics: Metrics,
        at_edge: Edge,
    ) -> None:
        self._conversations = conversations
        self._editions = editions
        self._live = Live(conversations, news)
        self._metrics = metrics
        self._edge = at_edge
        self._uploads = Uploads()
        self._described: tuple[Names, bytes] = (((), ()), b"")
        # (parts of the path below the prefix, the last of them) -> method -> handler
        self._routes: dict[tuple[int, str], dict[str, Handler]] = {
            (1, "openapi.json"): {"GET": self._describe},
            (1, "conversations"): {"POST": self._begin},
            (2, ""): {"GET": self._state},
            (3, "turns"): {"POST": self._take},
            (3, "files"): {"POST": self._attach},
            (3, "transcript"): {"POST": self._transcript},
            (3, "continue"): {"POST": self._continue},
            (3, "live"): {"GET": self._stream},
            (3, "typing"): {"POST": self._typing},
        }

    async def answer(self, request: web.BaseRequest) -> Replied:
        """The reply to a request; whatever it is, it has our shape and headers."""
        origin = ""
        response: Replied
        try:
            origin = self._edge.origins.check(request.headers)
            if request.method == "OPTIONS":
                return preflight_reply(self._edge.origins.preflight(origin))
            response = await self._handle(request)
        except Refusal as refusal:
            response = refused(request, refusal)
        except (StoreError, Unavailable) as error:
            log.warning("store unavailable", error=type(error).__name__)
            response = refused(request, unavailable())
        if origin and not response.prepared:
            response.headers.update(self._edge.origins.grant(origin))
        return response

    async def _handle(self, request: web.BaseRequest) -> Replied:
        handler, id_ = self._find(request)
        try:
            return await handler(request, id_)
        except UnknownConversation:
            raise unknown_conversation() from None
        except NeverOffered:
            raise invalid("choice", "This is none of the options of the open question.") from None
        except TooManyFiles:
            raise too_many_files(FILES_LIMIT) from None
        except ConversationGone:
            raise Refusal(410, "gone", "This conversation has ended for good.") from None

    def _find(self, request: web.BaseRequest) -> tuple[Handler, str]:
        """Who answers, and the conversation's id."""
        path = request.path
        if not path.startswith(PREFIX):
            raise nothing_here()
        parts = path[len(PREFIX) :].split("/")
        methods = self._methods(parts)
        method = request.method
        handler = methods.get("GET" if method == "HEAD" else method)
        if handler is None:
            raise not_allowed(_allowed(methods))
        if method in WITHOUT_BODY and request.body_exists:
            raise stray_body()
        return handler, parts[1] if len(parts) > 1 else ""

    def _methods(self, parts: list[str]) -> Mapping[str, Handler]:
        last = parts[-1] if len(parts) != 2 else ""
        found = self._routes.get((len(parts), last))
        if found is None or (len(parts) > 1 and (parts[0] != "conversations" or not parts[1])):
            raise nothing_here()
        return found

    async def _describe(self, _request: web.BaseRequest, _: str) -> web.Response:
        names = tuple(self._editions.flows), tuple(self._editions.site.markets)
        if self._described[0] != names:  # at first, and when other flow files were saved
            body = json.dumps(document(*names), ensure_ascii=False).encode()
            self._described = names, body
        return json_reply(self._described[1], headers={"Cache-Control": "no-cache"})

    async def _begin(self, request: web.BaseRequest, _: str) -> web.Response:
        body = decode(await body_of(request))
        flows, site = self._editions.flows, self._editions.site
        device = requests.device_of(request.headers)
        no_sale = requests.says_no_sale(request.headers)
        opening = requests.opening(body, flows, site, device, no_sale=no_sale)
        if self._edge.limits.on:
            self._edge.limits.opening(self._address(request), monotonic())
        reply = await self._conversations.begin(opening.flow, opening.start, proof=_proof(opening))
        self._metrics.conversations.inc()
        return json_reply(reply.body, 201)

    async def _take(self, request: web.BaseRequest, id_: str) -> Replied:
        token = _token(request)
        turn = requests.turn(decode(await body_of(request)))
        began = monotonic()
        if self._edge.limits.on:
            self._edge.limits.message(self._address(request), id_, began)
        reply = await self._conversations.take(id_, token, turn.id, turn.event)
        self._metrics.turn(monotonic() - began)
        return _told(reply)

    async def _attach(self, request: web.BaseRequest, id_: str) -> Replied:
        """A file, once it is clear whose it is."""
        token, asked = _token(request), requests.attachment(request.query)
        await self._conversations.state(id_, token, NOTHING)
        if self._edge.limits.on:
            self._edge.limits.file(self._address(request), id_, monotonic())
        sent = await self._uploads.receive(request)
        event = Attach(asked.question, sent.name)
        return _told(await self._conversations.take(id_, token, asked.id, event, sent))

    async def _continue(self, request: web.BaseRequest, id_: str) -> web.Response:
        """How the visitor goes on in Telegram."""
        token, links = _token(request), self._edge.links
        if self._edge.limits.on:
            self._edge.limits.message(self._address(request), id_, monotonic())
        await self._conversations.state(id_, token, NOTHING)  # is it theirs?
        if links is None:
            raise Refusal(404, "no_telegram", "This office has no Telegram bot.")
        offer = await links.offer(id_)
        until = moment(offer.expires_at)
        told = {"deep_link": offer.deep_link, "code": offer.code, "expires_at": until}
        return json_reply(json.dumps(told).encode())

    async def _transcript(self, request: web.BaseRequest, id_: str) -> web.Response:
        """The visitor's copy by e-mail."""
        token, transcripts = _token(request), self._edge.transcripts
        email = requests.transcript(decode(await body_of(request)))
        await self._conversations.state(id_, token, NOTHING)
        if transcripts is None:
            raise Refusal(404, "no_mail", "This office cannot send e-mails.")
        if self._edge.limits.on:
            self._edge.limits.letter(self._address(request), id_, monotonic())
        await transcripts.queue(id_, email)
        return json_reply(json.dumps({"queued": True, "email": email}).encode())

    async def _state(self, request: web.BaseRequest, id_: str) -> web.Response:
        token = _token(request)
        state = await self._conversations.state(id_, token, requests.after(request.query))
        return json_reply(state.body)

    async def _stream(self, request: web.BaseRequest, id_: str) -> web.StreamResponse:
        token = _token(request)
        after = requests.after(request.query)
        grant = self._edge.origins.grant(self._edge.origins.check(request.headers))
        return await self._live.stream(request, (id_, token), after, grant)

    async def _typing(self, request: web.BaseRequest, id_: str) -> web.Response:
        """The visitor is writing: who speaks with them may see it. Nothing is stored."""
        token = _token(request)
        if self._edge.limits.on:
            self._edge.limits.message(self._address(request), id_, monotonic())
        agent = (await self._conversations.state(id_, token, NOTHING)).agent
        if agent:
            self._edge.typing(id_, agent)
        return web.Response(status=204, headers=JSON_HEADERS)

    def _address(self, request: web.BaseRequest) -> str:
        forwarded = request.headers.getall("X-Forwarded-For", ())
        return self._edge.addresses.client(request.remote or "", forwarded)


def _proof(opening: requests.Opening) -> Proof | None:
    """What shows that this browser had an earlier conversation."""
    conversation, token = opening.earlier
    return Proof(conversation, hash_token(token)) if conversation and token else None


def _token(request: web.BaseRequest) -> str:
    """The hash of the visitor's token."""
    found = _BEARER(request.headers.get("Authorization", ""))
    if found is None:
        raise unauthorized()
    return hash_token(found[1])


def _allowed(methods: Mapping[str, Handler]) -> str:
    return ", ".join([*methods, "OPTIONS"]).replace("GET", "GET, HEAD")


def _told(reply: Reply) -> Replied:
    """A turn's reply; one that came too late did nothing."""
    return json_reply(_stale(reply.body), 409) if reply.stale else Ready(reply.body)


def _stale(state: bytes) -> bytes:
    """The current state, saying beside it why nothing was done."""
    error = {"code": "stale_question", "message": "That question is no longer open."}
    return state[:-1] + b',"error":' + json.dumps(error).encode() + b"}"
