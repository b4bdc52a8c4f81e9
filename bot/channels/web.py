"""The website channel: the visitor API over HTTP. Thin: parse in, render out."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web

from bot.channels import requests
from bot.channels.decoder import BODY_LIMIT, decode, is_json
from bot.channels.edge import edge
from bot.channels.limits import Addresses, Limits
from bot.channels.live import Live
from bot.channels.openapi import document
from bot.channels.origins import Origins
from bot.channels.pages import demo_routes, widget_route
from bot.channels.refusals import (
    Refusal,
    bad_json,
    invalid,
    too_large,
    unauthorized,
    unknown_conversation,
)
from bot.channels.replying import json_reply, plain_reply
from bot.conversations import (
    ConversationGone,
    Conversations,
    NeverOffered,
    UnknownConversation,
    hash_token,
)
from bot.editions import Editions
from bot.metrics import Metrics
from bot.news import News

PREFIX = "/api/v1"
SLOW_BODY = 15.0  # seconds for a body to arrive
SLOW_CHUNKS = 3.0  # for one that does not say how long it is: no browser sends such
_BEARER = re.compile(r"[Bb]earer ([A-Za-z0-9_.~+/=-]{16,256})").fullmatch
Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Edge:
    """Who may come, how often, and from where."""

    origins: Origins
    limits: Limits
    addresses: Addresses


class VisitorApi:
    """The routes of the visitor API."""

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

    def routes(self) -> list[web.RouteDef]:
        """Everything under the prefix."""
        return [
            web.get(f"{PREFIX}/openapi.json", _serves_document()),
            web.post(f"{PREFIX}/conversations", self._begin),
            web.post(f"{PREFIX}/conversations/{{id}}/turns", _known(self._take)),
            web.get(f"{PREFIX}/conversations/{{id}}", _known(self._state)),
            web.get(f"{PREFIX}/conversations/{{id}}/live", _known(self._stream), allow_head=False),
        ]

    async def _begin(self, request: web.Request) -> web.Response:
        address = self._address(request)
        opening = requests.opening(
            decode(await _body(request)), self._editions.flows, self._editions.site
        )
        self._edge.limits.opening(address, _now())
        reply = await self._conversations.begin(opening.flow, opening.start)
        self._metrics.conversations.inc()
        return json_reply(reply.body, 201)

    async def _take(self, request: web.Request, id_: str, token_hash: str) -> web.Response:
        turn = requests.turn(decode(await _body(request)))
        now = _now()
        self._edge.limits.message(self._address(request), id_, now)
        reply = await self._conversations.take(id_, token_hash, turn.id, turn.event)
        self._metrics.turn(_now() - now)
        if reply.stale:
            return json_reply(_stale(reply.body), 409)
        return json_reply(reply.body)

    async def _state(self, request: web.Request, id_: str, token_hash: str) -> web.Response:
        state = await self._conversations.state(id_, token_hash, requests.after(request.query))
        return json_reply(state.body)

    async def _stream(self, request: web.Request, id_: str, token_hash: str) -> web.StreamResponse:
        after = requests.after(request.query)
        grant = self._edge.origins.grant(self._edge.origins.check(request.headers))
        return await self._live.stream(request, id_, token_hash, after, grant)

    def _address(self, request: web.Request) -> str:
        forwarded = request.headers.getall("X-Forwarded-For", ())
        return self._edge.addresses.client(request.remote or "", forwarded)


def application(api: VisitorApi, origins: Origins, *, demo: bool) -> web.Application:
    """The application with the visitor API, the widget and, in a demo, the landing page."""
    app = web.Application(middlewares=[edge(origins)], client_max_size=BODY_LIMIT)
    app.add_routes(api.routes())
    app.add_routes([widget_route()])
    if demo:
        app.add_routes(demo_routes())
    return app


def _known(
    handler: Callable[[web.Request, str, str], Awaitable[web.StreamResponse]],
) -> Handler:
    """A route of one conversation, for whoever holds its token."""

    async def run(request: web.Request) -> web.StreamResponse:
        found = _BEARER(request.headers.get("Authorization", ""))
        if found is None:
            raise unauthorized()
        try:
            return await handler(request, request.match_info["id"], hash_token(found[1]))
        except UnknownConversation:
            raise unknown_conversation() from None
        except NeverOffered:
            raise invalid("choice", "This is none of the options of the open question.") from None
        except ConversationGone:
            raise Refusal(410, "gone", "This conversation has ended for good.") from None

    return run


async def _body(request: web.Request) -> bytes:
    """The whole body, if it is JSON, not too large, and does not take for ever."""
    if not is_json(request.headers.get("Content-Type", "")):
        raise Refusal(415, "not_json", "Send the body as Content-Type: application/json.")
    length = request.content_length
    if length is not None and length > BODY_LIMIT:
        raise too_large(BODY_LIMIT)
    if request.content.is_eof():
        return request.content.read_nowait()
    try:
        async with asyncio.timeout(SLOW_CHUNKS if length is None else SLOW_BODY):
            return await request.read()
    except TimeoutError:
        raise Refusal(400, "slow_body", "The body took too long to arrive.") from None
    except web.RequestPayloadError:
        raise bad_json("The body could not be unpacked.") from None


def _serves_document() -> Handler:
    body = json.dumps(document(), ensure_ascii=False).encode()

    async def serve(_request: web.Request) -> web.Response:
        return json_reply(body, headers={"Cache-Control": "public, max-age=300"})

    return serve


def _stale(state: bytes) -> bytes:
    """The current state, saying beside it why nothing was done."""
    error = {"code": "stale_question", "message": "That question is no longer open."}
    return state[:-1] + b',"error":' + json.dumps(error).encode() + b"}"


def _now() -> float:
    return asyncio.get_running_loop().time()


def monitoring(ready: Callable[[], Awaitable[bool]], metrics: Metrics) -> list[web.RouteDef]:
    """Alive, ready, and how it goes."""

    async def healthz(_request: web.Request) -> web.Response:
        return plain_reply("ok\n")

    async def readyz(_request: web.Request) -> web.Response:
        if await ready():
            return plain_reply("ready\n")
        return plain_reply("the database cannot be written\n", 503, {"Retry-After": "2"})

    async def numbers(_request: web.Request) -> web.Response:
        return plain_reply(metrics.text(), headers={"Content-Type": metrics.content_type})

    return [
        web.get("/healthz", healthz),
        web.get("/readyz", readyz),
        web.get("/metrics", numbers),
    ]
