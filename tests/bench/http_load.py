"""A lean load generator, run as a process of its own: ``python -m tests.bench.http_load``.

It reads one JSON job from stdin and prints one JSON line: how many replies a second came, and how
long they took. Keep-alive sockets and hand-made requests, so that the server is what is measured.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Any
from uuid import uuid4

STEPS = 10  # how many questions apart paced visitors may be
JSON_HEAD = "Content-Type: application/json\r\n"


@dataclass(slots=True)
class Tally:
    """What came back."""

    left: int = 0
    done: asyncio.Event = field(default_factory=asyncio.Event)
    seconds: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)


class Client(asyncio.Protocol):
    """One socket that sends its requests one after another."""

    def __init__(self, tally: Tally) -> None:
        self.tally = tally
        self.waiting: deque[bytes] = deque()
        self.due: deque[float] = deque()  # when the paced ones among them should have been sent
        self.replies: list[bytes] | None = None  # kept where somebody needs them
        self._buffer = b""
        self._sent = 0.0
        self._transport: Any = None

    def connection_made(self, transport: Any) -> None:
        self._transport = transport

    def connection_lost(self, exc: Exception | None) -> None:
        if self.waiting or not self.tally.done.is_set():
            self.tally.failures.append("the server closed the connection")
            self.tally.done.set()

    def start(self, requests: Iterable[bytes]) -> None:
        self.waiting.extend(requests)
        self._next()

    def send(self, request: bytes, due: float) -> None:
        """Send one, after the reply to the one before; it counts from the moment it was due."""
        self.waiting.append(request)
        self.due.append(due)
        if not self._sent:
            self._next()

    def _next(self) -> None:
        self._sent = self.due.popleft() if self.due else time.perf_counter()
        self._transport.write(self.waiting.popleft())

    def data_received(self, data: bytes) -> None:
        data = self._buffer + data
        head = data.find(b"\r\n\r\n")
        at = data.find(b"Content-Length: ", 0, head)
        if head < 0 or len(data) < head + 4 + int(data[at + 16 : data.find(b"\r", at)]):
            self._buffer = data
            return
        self._buffer = b""
        self._settle(data, head)

    def _settle(self, data: bytes, head: int) -> None:
        tally = self.tally
        tally.seconds.append(time.perf_counter() - self._sent)
        if not data.startswith(b"HTTP/1.1 20"):
            tally.failures.append(data[:400].decode(errors="replace"))
        if self.replies is not None:
            self.replies.append(data[head + 4 :])
        self._sent = 0.0
        tally.left -= 1
        if self.waiting:
            self._next()
        elif tally.left <= 0:
            tally.done.set()


def post(path: str, body: Any, token: str = "") -> bytes:
    """A request as bytes."""
    text = json.dumps(body)
    bearer = f"Authorization: Bearer {token}\r\n" if token else ""
    return (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n{bearer}{JSON_HEAD}"
        f"Content-Length: {len(text.encode())}\r\n\r\n{text}"
    ).encode()


async def play(clients: list[Client], requests: list[list[bytes]]) -> Tally:
    """Every client sends its requests; all at once."""
    tally = Tally(left=sum(map(len, requests)))
    for client, own in zip(clients, requests, strict=True):
        client.tally = tally
        if own:
            client.start(own)
    await tally.done.wait()
    return tally


async def pace(clients: list[Client], requests: list[list[bytes]], rate: float) -> Tally:
    """So many requests a second, the clients by turns, whether or not the replies keep up. Each
    stands at another question by then: people do not come in step."""
    await play(clients, [own[: k % STEPS] for k, own in enumerate(requests)])
    left = [own[k % STEPS :] for k, own in enumerate(requests)]
    due = [
        pair for row in zip_longest(*left) for pair in zip(clients, row, strict=True) if pair[1]
    ]
    tally = Tally(left=len(due))
    for client in clients:
        client.tally = tally
    began = time.perf_counter()
    for n, (client, request) in enumerate(due):
        await asyncio.sleep(began + n / rate - time.perf_counter())
        client.send(request, began + n / rate)
    await tally.done.wait()
    return tally


async def connect(port: int, count: int) -> list[Client]:
    """The sockets."""
    loop = asyncio.get_running_loop()
    made = []
    for _ in range(count):
        _, client = await loop.create_connection(lambda: Client(Tally()), "127.0.0.1", port)
        made.append(client)
    return made


async def conversations(
    clients: list[Client], each: int, opening: dict[str, Any]
) -> list[list[dict[str, Any]]]:
    """Every client begins some conversations."""
    for client in clients:
        client.replies = []
    begin = post("/api/v1/conversations", opening)
    tally = await play(clients, [[begin] * each for _ in clients])
    if tally.failures:
        raise SystemExit(tally.failures[0])
    begun = [[json.loads(reply) for reply in client.replies or ()] for client in clients]
    for client in clients:
        client.replies = None
    return begun


def turns(begun: dict[str, Any], inputs: list[dict[str, Any]]) -> list[bytes]:
    """A conversation's requests."""
    path = f"/api/v1/conversations/{begun['conversation']}/turns"
    return [post(path, {"id": str(uuid4()), **_own(given)}, begun["token"]) for given in inputs]


def _own(given: dict[str, Any]) -> dict[str, Any]:
    """An input with digits of its own for each #: no two visitors are the same person."""
    text = given.get("text", "")
    if "#" not in text:
        return given
    return {"text": "".join(random.choice("0123456789") if c == "#" else c for c in text)}


async def run(job: dict[str, Any]) -> dict[str, Any]:
    """Do a job: an echo, or the turns of conversations, after a part that is not timed."""
    clients = await connect(job["port"], job["clients"])
    if "echo" in job:
        timed = [[post("/echo", job["echo"])] * job["each"] for _ in clients]
    else:
        begun = await conversations(clients, job["each"], job["opening"])
        before = [[r for one in own for r in turns(one, job["before"])] for own in begun]
        if job["before"]:
            await play(clients, before)
        timed = [[r for one in own for r in turns(one, job["turns"])] for own in begun]
    start = time.perf_counter()
    rate = job.get("rate")
    tally = await (pace(clients, timed, rate) if rate else play(clients, timed))
    seconds = time.perf_counter() - start
    took = sorted(tally.seconds)
    return {
        "rate": len(took) / seconds,
        "p50_ms": took[len(took) // 2] * 1000,
        "p99_ms": took[int(len(took) * 0.99)] * 1000,
        "failures": tally.failures[:3],
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(run(json.load(sys.stdin)))))
