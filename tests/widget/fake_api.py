"""A stand-in for the visitor API over real HTTP, with a short flow of every kind of question.

It keeps the contract the widget relies on (client ids, tokens, 409) and fails on demand:

    async with FakeApi() as api:
        api.faults.append(Fault(503))          # the next turn is refused
        api.faults.append(Fault(0, done=True)) # the next one is done, but its reply is lost
"""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web
from aiohttp.test_utils import TestServer

from widget.serving import CSP, asset, demo_pages

QUESTIONS: tuple[dict[str, Any], ...] = (
    {"question": "area", "kind": "area", "text": "Which area are you looking in?",
     "why": "Each agent covers certain areas."},
    {"question": "budget", "kind": "money", "text": "What's your price range?", "optional": True,
     "options": [{"value": "unsure", "label": "I'm not sure yet"}]},
    {"question": "timeline", "kind": "choice", "text": "When would you like to move?",
     "options": [{"value": "now", "label": "Right away"}, {"value": "1_3m", "label": "1-3 months"},
                 {"value": "later", "label": "Later"}]},
    {"question": "wishes", "kind": "multi", "text": "What matters to you?", "optional": True,
     "options": [{"value": "garden", "label": "Garden"}, {"value": "garage", "label": "Garage"},
                 {"value": "pool", "label": "Pool"}]},
    {"question": "note", "kind": "text", "text": "Anything else?", "optional": True},
    {"question": "phone", "kind": "phone", "text": "What's the best number?", "optional": True,
     "why": "So that an agent can answer you within minutes."},
)  # fmt: skip
IDS = [question["question"] for question in QUESTIONS]
GREETING = (
    "Hi, I'm Dory, Oak & Lane's automated assistant (not a person). "
    "How we use your data: /privacy. Who we are: https://oakandlane.example/about."
)


@dataclass
class Fault:
    """One failure of the next turn; status 0 cuts the connection."""

    status: int
    done: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None


@dataclass
class Talk:
    """A conversation: its transcript, its answers and the replies by client id."""

    id: str
    token: str
    opening: dict[str, Any]
    messages: list[dict[str, Any]] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    replies: dict[str, dict[str, Any]] = field(default_factory=dict)
    at: int = 0
    status: str = "partial"

    def say(self, sender: str, text: str, question: str = "") -> None:
        """Add a line to the transcript."""
        line = {
            "seq": len(self.messages) + 1,
            "from": sender,
            "text": text,
            "at": "2026-03-10T20:05:00Z",
        }
        self.messages.append(line | ({"question": question} if question else {}))

    def ask(self) -> None:
        """Ask what is open, or end."""
        if self.status != "partial":
            return
        if self.at < len(QUESTIONS):
            self.say("bot", QUESTIONS[self.at]["text"], IDS[self.at])
        else:
            self.status = "complete"
            self.say("bot", "Thanks! Dana will call you within 5 min from +1 512-555-0110.")

    def state(self, after: int) -> dict[str, Any]:
        """The shape of every reply."""
        open_ = QUESTIONS[self.at] if self.status == "partial" else None
        progress = {"progress": {"done": self.at, "total": len(QUESTIONS)}}
        return {
            "conversation": self.id,
            "seq": len(self.messages),
            "messages": self.messages[after:],
            "ask": open_ and {"optional": False, **open_, **progress},
            "status": self.status,
            "ended": self.status not in ("partial", "handoff"),
        }


class FakeApi:
    """The server. All state is plain and public: tests look at it."""

    def __init__(self) -> None:
        self.talks: dict[str, Talk] = {}
        self.faults: list[Fault] = []
        self.seen: list[tuple[str, str, Any]] = []  # method, path, body
        self.pages: dict[str, str] = {}
        self.down = False
        self.url = ""

    @property
    def turns(self) -> list[dict[str, Any]]:
        """The bodies of the turns that arrived, refused ones too."""
        return [body for _, path, body in self.seen if path.endswith("/turns")]

    @property
    def talk(self) -> Talk:
        """The newest conversation."""
        return list(self.talks.values())[-1]

    def application(self) -> web.Application:
        """All routes."""
        app = web.Application(middlewares=[self._record])
        app.router.add_post("/api/v1/conversations", self._begin)
        app.router.add_get("/api/v1/conversations/{id}", self._look)
        app.router.add_post("/api/v1/conversations/{id}/turns", self._turn)
        app.router.add_get("/widget.js", _file(lambda: asset("widget.js")))
        for path in demo_pages():
            app.router.add_get(path, _file(lambda path=path: demo_pages()[path]))
        app.router.add_get("/page/{name}", self._page)
        return app

    @web.middleware
    async def _record(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.path.startswith("/api/"):
            body = await request.json() if request.can_read_body else None
            self.seen.append((request.method, request.path_qs, body))
            if self.down:
                _cut(request)
        reply: web.StreamResponse = await handler(request)
        return reply

    async def _page(self, request: web.Request) -> web.Response:
        return web.Response(
            text=self.pages[request.match_info["name"]],
            content_type="text/html",
            headers={"Content-Security-Policy": CSP},
        )

    async def _begin(self, request: web.Request) -> web.Response:
        talk = Talk(secrets.token_urlsafe(16), secrets.token_urlsafe(16), await request.json())
        self.talks[talk.id] = talk
        talk.say("bot", GREETING)
        talk.ask()
        return web.json_response(talk.state(0) | {"token": talk.token}, status=201)

    async def _look(self, request: web.Request) -> web.Response:
        return web.json_response(self._known(request).state(int(request.query["after"])))

    async def _turn(self, request: web.Request) -> web.Response:
        talk, body = self._known(request), await request.json()
        fault = self.faults.pop(0) if self.faults else None
        if fault and not fault.done:
            return _fail(request, fault)
        if body["id"] not in talk.replies:
            stale = "choice" in body and body["question"] != IDS[talk.at]
            if stale:
                return web.json_response(talk.state(len(talk.messages)), status=409)
            before = len(talk.messages)
            _take(talk, body)
            talk.replies[body["id"]] = talk.state(before)
        return _fail(request, fault) if fault else web.json_response(talk.replies[body["id"]])

    def _known(self, request: web.Request) -> Talk:
        talk = self.talks.get(request.match_info["id"])
        if talk is None or request.headers.get("Authorization") != f"Bearer {talk.token}":
            raise web.HTTPNotFound(text='{"error":{"code":"unknown","message":"gone"}}')
        return talk


def _take(talk: Talk, body: dict[str, Any]) -> None:
    if "edit" in body:
        talk.at = IDS.index(body["edit"]["question"])
    elif "back" in body:
        talk.at -= 1
    else:
        _answer(talk, body)
    talk.ask()


def _answer(talk: Talk, body: dict[str, Any]) -> None:
    if talk.status != "partial":
        talk.say("visitor", body["text"])
        return
    question = QUESTIONS[talk.at]
    labels = {option["value"]: option["label"] for option in question.get("options", ())}
    picked = body.get("choices") or ([body["choice"]] if "choice" in body else [])
    text = body.get("text") or ", ".join(labels[value] for value in picked) or "Skip"
    talk.say("visitor", text)
    if "skip" not in body:
        talk.answers[IDS[talk.at]] = text
    if text == "a person please":
        talk.status = "handoff"
        talk.say("bot", "Dana will write to you here.")
    else:
        talk.at += 1


def _fail(request: web.Request, fault: Fault) -> web.Response:
    if not fault.status:
        _cut(request)
    return web.json_response(fault.body, status=fault.status, headers=fault.headers)


def _cut(request: web.Request) -> None:
    if request.transport:
        request.transport.abort()


def _file(found: Callable[[], Any]) -> Any:
    async def serve(request: web.Request) -> web.Response:
        file = found()
        headers = {"Content-Type": file.content_type, "Content-Encoding": "gzip"}
        if file.csp:
            headers["Content-Security-Policy"] = file.csp
        return web.Response(body=file.gzip, headers=headers)

    return serve


@asynccontextmanager
async def fake_api() -> AsyncIterator[FakeApi]:
    """A running server."""
    api = FakeApi()
    server = TestServer(api.application())
    await server.start_server()
    api.url = str(server.make_url("")).rstrip("/")
    try:
        yield api
    finally:
        await server.close()


async def _alone() -> None:
    async with fake_api() as api:
        print(api.url, flush=True)
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(_alone())
