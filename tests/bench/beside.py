"""What others notice while a server is busy: one asks all the time whether it is alive, another
opens one chat after another, each of which is on disk when it is answered. A third asks a server
that has nothing to do: how late that one is, is the machine's doing.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import Self

from tests.serving import free_port

BETWEEN = 0.01  # seconds from an answer to the next question
OPEN = b'{"flow":"buyer"}'
JSON = {"Content-Type": "application/json"}


Ask = Callable[[HTTPConnection], None]


class Beside:
    """A thread that asks; ``longest`` is the seconds of the slowest answer."""

    def __init__(self, port: int, ask: Ask) -> None:
        self.longest = 0.0
        self._port, self._ask = port, ask
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._run)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _run(self) -> None:
        connection = HTTPConnection("127.0.0.1", self._port, timeout=60)
        while not self._done.wait(BETWEEN):
            began = time.perf_counter()
            self._ask(connection)
            self.longest = max(self.longest, time.perf_counter() - began)
        connection.close()


@dataclass(frozen=True, slots=True)
class Noticed:
    """All three; the seconds stand at the end of it."""

    pinged: Beside
    opened: Beside
    idle: Beside


@contextmanager
def noticing(port: int) -> Iterator[Noticed]:
    """Ask for as long as it takes."""
    with _echo() as idle:
        asked = Noticed(Beside(port, _ping), Beside(port, open_chat), Beside(idle, _call))
        with asked.pinged, asked.opened, asked.idle:
            yield asked


def _ping(connection: HTTPConnection) -> None:
    """Nothing is read or written for it: what takes long is a pause of the server."""
    connection.request("GET", "/healthz")
    connection.getresponse().read()


def _call(connection: HTTPConnection) -> None:
    """The yardstick."""
    connection.request("POST", "/echo", b"{}", JSON)
    connection.getresponse().read()


def open_chat(connection: HTTPConnection) -> None:
    """Begin a conversation, a transaction of its own; it is on disk."""
    connection.request("POST", "/api/v1/conversations", OPEN, JSON)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 201:
        raise RuntimeError("a conversation was refused")


@contextmanager
def _echo() -> Iterator[int]:
    port = free_port()
    process = subprocess.Popen([sys.executable, "-m", "tests.bench.http_echo", str(port)])
    try:
        while not _answers(port):
            time.sleep(0.05)
        yield port
    finally:
        process.kill()
        process.wait()


def _answers(port: int) -> bool:
    try:
        HTTPConnection("127.0.0.1", port, timeout=5).connect()
    except OSError:
        return False
    return True
