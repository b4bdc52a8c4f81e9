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
from urllib.parse import unquote

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.widget_words import CODES, MAIL, TELEGRAM
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
# What else a question can be: a time to choose, a file to send.
VISIT: tuple[dict[str, Any], ...] = (
    {"question": "visit_at", "kind": "datetime", "text": "When suits you?",
     "options": [{"value": "2026-03-14T11:00", "label": "Sat, Mar 14, 11:00 am"},
                 {"value": "2026-03-15T14:00", "label": "Sun, Mar 15, 2:00 pm"}]},
    {"question": "photos", "kind": "text", "text": "May I see a photo of the roof?",
     "optional": True,
     "upload": {"accept": "image/*,application/pdf", "max_bytes": 5_242_880, "many": True}},
)  # fmt: skip
# The words that every visitor is told; those for wishes only where they can be fulfilled.
TOLD = {code: words for words, code in CODES.items() if words not in (MAIL, TELEGRAM)}
# What tells a browser that pages of other sites may use it.
ELSEWHERE = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Headers": "authorization, content-type, x-file-name",
    "Access-Control-Max-Age": "7200",
}
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
    questions: tuple[dict[str, Any], ...] = QUESTIONS
    words: dict[str, str] = field(default_factory=lambda: TOLD)
    answers: dict[str, str] = field(default_factory=dict)
    files: list[tuple[str, str, int]] = field(default_factory=list)  # name, type, bytes
    replies: dict[str, dict[str, Any]] = field(default_factory=dict)
    at: int = 0
    status: str = "partial"

    @property
    def ids(self) -> list[str]:
        """The questions in order."""
        return [question["question"] for question in self.questions]

    def say(self, sender: str, text: str, question: str = "", **more: Any) -> None:
        """Add a line to the transcript."""
        line = {
            "seq": len(self.messages) + 1,
            "from": sender,
            "text": text,
            "at": "2026-03-10T20:05:00Z",
        }
        self.messages.append(line | more | ({"question": question} if question else {}))

    def ask(self) -> None:
        """Ask what is open, or end."""
        if self.status != "partial":
            return
        if self.at < len(self.questions):
            self.say("bot", self.questions[self.at]["text"], self.ids[self.at])
        else:
            self.status = "complete"
            self.say("bot", "Thanks! Dana will call you within 5 min from +1 512-555-0110.")

    def state(self, after: int) -> dict[str, Any]:
        """The shape of every reply."""
        open_ = self.questions[self.at] if self.status == "partial" else None
        progress = {"progress": {"done": self.at, "total": len(self.questions)}}
        return {
            "conversation": self.id,
            "seq": len(self.messages),
            "messages": self.messages[after:],
            "ask": open_ and {"optional": False, **open_, **progress},
            "status": self.status,
            "ended": self.status not in ("partial", "handoff"),
            **({"live": True} if self.status == "handoff" else {}),
            **({"words": self.words} if not after else {}),
        }


class FakeApi:
    """The server. All state is plain and public: tests look at it."""

    def __init__(self) -> None:
        self.talks: dict[str, Talk] = {}
        self.faults: list[Fault] = []
        self.questions = QUESTIONS
        self.words: dict[str, str] = {}
        self.streams = True
        self.lives: list[asyncio.Queue[str]] = []  # the open streams of a person's words
        self.letters: list[str] = []  # addresses that wanted the transcript
        self.seen: list[tuple[str, str, Any]] = []  # method, path, body
        self.pages: dict[str, str] = {}
        self.down = False
        self.everywhere = False  # whether pages of other sites may use it
        self.speaks = asyncio.Event()  # cleared: it hears what is asked, and does not answer yet
        self.speaks.set()
        self.url = ""

    @property
    def turns(self) -> list[dict[str, Any]]:
        """The bodies of the turns that arrived, refused ones too."""
        return [body for _, path, body in self.seen if path.endswith("/turns")]

    @property
    def talk(self) -> Talk:
        """The newest conversation."""
        return list(self.talks.values())[-1]

    def hears(self, event: str) -> None:
        """Tells every open stream of a person's words."""
        for heard in self.lives:
            heard.put_nowait(event)

    def application(self) -> web.Application:
        """All routes."""
        app = web.Application(middlewares=[self._record])
        app.on_shutdown.append(self._hangs_up)
        app.router.add_post("/api/v1/conversations", self._begin)
        app.router.add_get("/api/v1/conversations/{id}", self._look)
        app.router.add_post("/api/v1/conversations/{id}/turns", self._turn)
        app.router.add_post("/api/v1/conversations/{id}/files", self._file)
        app.router.add_get("/api/v1/conversations/{id}/live", self._live)
        app.router.add_post("/api/v1/conversations/{id}/typing", self._typing)
        app.router.add_post("/api/v1/conversations/{id}/continue", self._continue)
        app.router.add_post("/api/v1/conversations/{id}/transcript", self._transcript)
        app.router.add_route("OPTIONS", "/api/{path:.*}", self._preflight)
        app.router.add_get("/widget.js", _file(lambda: asset("widget.js")))
        for path in demo_pages():
            app.router.add_get(path, _file(lambda path=path: demo_pages()[path]))
        app.router.add_get("/page/{name}", self._page)
        return app

    async def _hangs_up(self, _: web.Application) -> None:
        self.hears("")  # or the server waits for its open streams, minutes

    @web.middleware
    async def _record(self, request: web.Request, handler: Any) -> web.StreamResponse:
        if request.path.startswith("/api/"):
            json = request.content_type == "application/json"
            body = await request.json() if json and request.can_read_body else None
            self.seen.append((request.method, request.path_qs, body))
            if self.down:
                _cut(request)
            await self.speaks.wait()
        reply: web.StreamResponse = await handler(request)
        if self.everywhere and not reply.prepared:
            reply.headers.update(ELSEWHERE)
        return reply

    async def _page(self, request: web.Request) -> web.Response:
        name = request.match_info["name"]  # "free" is a page of a site without a policy
        headers = {} if name == "free" else {"Content-Security-Policy": CSP}
        return web.Response(text=self.pages[name], content_type="text/html", headers=headers)

    async def _begin(self, request: web.Request) -> web.Response:
        talk = Talk(secrets.token_urlsafe(16), secrets.token_urlsafe(16), await request.json())
        talk.questions = self.questions
        talk.words = TOLD | {CODES.get(name, name): text for name, text in self.words.items()}
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
            if _is_stale(talk, body):
                error = {"code": "stale_question", "message": "That question is no longer open."}
                state = talk.state(len(talk.messages)) | {"error": error}
                return web.json_response(state, status=409)
            before = len(talk.messages)
            _take(talk, body)
            talk.replies[body["id"]] = talk.state(before)
        return _fail(request, fault) if fault else web.json_response(talk.replies[body["id"]])

    async def _file(self, request: web.Request) -> web.Response:
        talk, name = self._known(request), unquote(request.headers["X-File-Name"])
        fault = self.faults.pop(0) if self.faults else None
        if fault and not fault.done:
            return _fail(request, fault)
        if request.query["id"] not in talk.replies:
            before = len(talk.messages)
            content = await request.read()
            talk.files.append((name, request.content_type, len(content)))
            talk.say("visitor", name)
            talk.at += 1
            talk.ask()
            talk.replies[request.query["id"]] = talk.state(before)
        reply = talk.replies[request.query["id"]]
        return _fail(request, fault) if fault else web.json_response(reply)

    async def _live(self, request: web.Request) -> web.StreamResponse:
        talk = self._known(request)
        if talk.status != "handoff" or not self.streams:
            return web.Response(status=204)
        stream = web.StreamResponse(headers={"Content-Type": "text/event-stream"})
        await stream.prepare(request)
        heard: asyncio.Queue[str] = asyncio.Queue()
        heard.put_nowait("state")
        self.lives.append(heard)
        try:
            while name := await heard.get():
                await stream.write(f"id: 1\nevent: {name}\ndata: {{}}\n\n".encode())
        finally:
            self.lives.remove(heard)
        return stream

    async def _preflight(self, _: web.Request) -> web.Response:
        return web.Response(status=204)

    async def _typing(self, request: web.Request) -> web.Response:
        self._known(request)
        return web.Response(status=204)

    async def _continue(self, request: web.Request) -> web.Response:
        self._known(request)
        link = {"deep_link": "https://t.me/oaklane_bot?start=c-1", "code": "K7M2PX"}
        return web.json_response(link)

    async def _transcript(self, request: web.Request) -> web.Response:
        self._known(request)
        email = (await request.json())["email"]
        if "@" not in email:
            error = {"code": "invalid", "message": "That is no e-mail address.", "field": "email"}
            return web.json_response({"error": error}, status=422)
        self.letters.append(email)
        return web.json_response({"sent": True})

    def _known(self, request: web.Request) -> Talk:
        talk = self.talks.get(request.match_info["id"])
        if talk is None or request.headers.get("Authorization") != f"Bearer {talk.token}":
            raise web.HTTPNotFound(text='{"error":{"code":"unknown","message":"gone"}}')
        return talk


def _is_stale(talk: Talk, body: dict[str, Any]) -> bool:
    """Was it given for another question than the open one?"""
    meant = body.get("question") if talk.status == "partial" else None
    return meant in talk.ids and meant != talk.ids[talk.at]


def _take(talk: Talk, body: dict[str, Any]) -> None:
    if "edit" in body:
        talk.at = talk.ids.index(body["edit"]["question"])
    elif "back" in body:
        talk.at -= 1
    else:
        _answer(talk, body)
    talk.ask()


def _answer(talk: Talk, body: dict[str, Any]) -> None:
    if talk.status != "partial":
        talk.say("visitor", body["text"])
        return
    question = talk.questions[talk.at]
    labels = {option["value"]: option["label"] for option in question.get("options", ())}
    picked = body.get("choices") or ([body["choice"]] if "choice" in body else [])
    text = body.get("text") or ", ".join(labels[value] for value in picked) or "Skip"
    talk.say("visitor", text)
    if "skip" not in body:
        talk.answers[talk.ids[talk.at]] = text
    if text == "a person please":
        talk.status = "handoff"
        talk.say("bot", "Dana will write to you here.")
    elif text == "delete my data":
        talk.status = "erased"
        talk.say("bot", "Everything you wrote here is deleted.")
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
