"""How a command reaches the running server: a socket in the data folder, JSON lines, owner only.

The data folder has one writer. A command that writes therefore asks the server to do it, over
``doorstep.sock`` (mode 0600, and the kernel says whose process is asking). When no server runs,
the command takes the folder's lock and does it itself; both ways run the same Operations.

One line asks: ``{"do": "outbox.retry", "with": {...}}``. Lines answer: any number of
``{"progress": [done, total]}``, then ``{"done": {...}}`` or ``{"error": "a plain sentence"}``.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import socket
import struct
import time
from collections.abc import Awaitable, Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import structlog

from bot.errors import DoorstepError, Unavailable, UserMistake
from bot.opening import FolderBusy, open_for_writing
from bot.operations import Office, Tell, nobody, perform
from bot.settings import Settings
from storage.store import StoreError

SOCKET: Final = "doorstep.sock"
LINE: Final = 1 << 20  # bytes of a request or an answer
ASKING: Final = 5.0  # seconds for a request to arrive
CONNECTING: Final = 2.0
ANSWERING: Final = 600.0
PATIENCE: Final = 4.0  # seconds that a server gets to come up, or to go
PEER: Final = struct.Struct("3i")  # pid, uid, gid

Run = Callable[[str, Mapping[str, Any], Tell], Awaitable[dict[str, Any]]]
log = structlog.get_logger("control")


class Control:
    """The server's end."""

    def __init__(self, data: Path, run: Run) -> None:
        self._data, self._run = data, run
        self._server: asyncio.Server | None = None

    async def open(self) -> None:
        """Listen. A socket that a killed server left is replaced: we hold the folder's lock."""
        try:
            listening = _listening(self._data)
        except OSError as error:  # some file systems have no sockets; serving goes on without
            log.warning("control closed", why=error.strerror or type(error).__name__)
            return
        self._server = await asyncio.start_unix_server(self._serve, sock=listening, limit=LINE)

    async def close(self) -> None:
        """Stop listening and take the socket away."""
        if self._server is None:
            return
        self._server.close()
        await asyncio.to_thread((self._data / SOCKET).unlink, missing_ok=True)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            if _is_ours(writer.get_extra_info("socket")):
                await self._answer(reader, writer)
        except (ConnectionError, TimeoutError, ValueError):
            log.warning("control: an odd request")
        finally:
            writer.close()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        async with asyncio.timeout(ASKING):
            do, values = _request(await reader.readline())

        def tell(done: int, total: int) -> None:
            writer.write(_line({"progress": [done, total]}))

        answer: dict[str, Any]
        try:
            answer = {"done": await self._run(do, values, tell)}
        except UserMistake as error:
            answer = {"error": str(error)}
        except (DoorstepError, StoreError) as error:
            answer = {"error": str(error), "later": True}
        writer.write(_line(answer))
        await writer.drain()


def ask(
    settings: Settings, do: str, values: Mapping[str, Any], tell: Tell = nobody
) -> dict[str, Any]:
    """Have the running server do it, or do it here when there is none."""
    until = time.monotonic() + PATIENCE
    while True:
        with contextlib.suppress(_NobodyThere):
            return _through_server(settings.data, {"do": do, "with": values}, tell)
        try:
            return asyncio.run(_here(settings, do, values, tell))
        except FolderBusy:
            if time.monotonic() > until:
                raise
            time.sleep(0.1)


async def _here(
    settings: Settings, do: str, values: Mapping[str, Any], tell: Tell
) -> dict[str, Any]:
    store = open_for_writing(settings)
    try:
        return await perform(Office.of(settings, store), do, values, tell)
    except StoreError as error:
        raise Unavailable(str(error)) from error
    finally:
        await store.close()


class _NobodyThere(Exception):  # noqa: N818 - a normal outcome
    """No server listens."""


def _through_server(data: Path, request: Mapping[str, Any], tell: Tell) -> dict[str, Any]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        asking.settimeout(CONNECTING)
        try:
            with _address(data) as address:
                asking.connect(address)
        except OSError:
            raise _NobodyThere from None
        asking.settimeout(ANSWERING)
        asking.sendall(_line(request))
        for line in asking.makefile("rb"):
            answer = json.loads(line)
            if "progress" in answer:
                tell(*answer["progress"])
            elif "error" in answer:
                raise (Unavailable if answer.get("later") else UserMistake)(answer["error"])
            else:
                done: dict[str, Any] = answer["done"]
                return done
    raise Unavailable("the server went away before it was done; look into its log")


@contextlib.contextmanager
def _address(data: Path) -> Iterator[str]:
    """The socket's address; by way of the open folder, because an address has 107 bytes."""
    opened = os.open(data, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        yield f"/proc/self/fd/{opened}/{SOCKET}"
    finally:
        os.close(opened)


def _request(line: bytes) -> tuple[str, dict[str, Any]]:
    """What is asked for; ValueError for what no command of ours asks."""
    asked = json.loads(line)
    if not isinstance(asked, dict) or set(asked) != {"do", "with"}:
        raise ValueError("no request")
    if not isinstance(asked["do"], str) or not isinstance(asked["with"], dict):
        raise ValueError("no request")  # noqa: TRY004 - one kind of fault for all of them
    return asked["do"], asked["with"]


def _listening(data: Path) -> socket.socket:
    """The socket, for nobody else's eyes."""
    with _address(data) as address:
        Path(address).unlink(missing_ok=True)
        listening = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        before = os.umask(0o177)
        try:
            listening.bind(address)
        except BaseException:
            listening.close()
            raise
        finally:
            os.umask(before)
    return listening


def _is_ours(asking: Any) -> bool:
    """Whether the process that asks is our own user's, or root's."""
    peer = asking.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, PEER.size)
    return PEER.unpack(peer)[1] in (0, os.getuid())


def _line(answer: Mapping[str, Any]) -> bytes:
    return json.dumps(answer, ensure_ascii=False).encode() + b"\n"
