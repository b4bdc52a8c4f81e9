"""What others notice while a server is busy: one asks all the time whether it is alive, another
opens one chat after another, each of which is on disk when it is answered.
"""

from __future__ import annotations

import threading
import time
from http.client import HTTPConnection
from typing import Self

BETWEEN = 0.01  # seconds from an answer to the next question
OPEN = b'{"flow":"buyer"}'
JSON = {"Content-Type": "application/json"}


class Beside:
    """A thread that asks; ``longest`` is the seconds of the slowest answer."""

    def __init__(self, port: int) -> None:
        self.longest = 0.0
        self._port = port
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

    def _ask(self, connection: HTTPConnection) -> None:
        raise NotImplementedError


class Pinged(Beside):
    """Nothing is read or written for it: what takes long is a pause of the server."""

    def _ask(self, connection: HTTPConnection) -> None:
        connection.request("GET", "/healthz")
        connection.getresponse().read()


class Opened(Beside):
    """Each is a transaction of its own."""

    def _ask(self, connection: HTTPConnection) -> None:
        open_chat(connection)


def open_chat(connection: HTTPConnection) -> None:
    """Begin a conversation; it is on disk."""
    connection.request("POST", "/api/v1/conversations", OPEN, JSON)
    answer = connection.getresponse()
    answer.read()
    if answer.status != 201:
        raise RuntimeError("a conversation was refused")
