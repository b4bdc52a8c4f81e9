"""``doorstep serve`` as a process of its own, for tests that kill it."""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

READY_SECONDS = 180.0  # a loaded machine is slow, not wrong
PORTS = (12_000, 30_000)  # below those that systems give to who asks for any


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def end(self, number: int = signal.SIGTERM, within: float = 60.0) -> int:
        """Send a signal and wait; its exit code."""
        self.process.send_signal(number)
        return self.process.wait(within)


@contextmanager
def serve(data: Path, *flags: str, **environ: str) -> Iterator[Served]:
    """A running server, ready for visitors; it is gone at the end."""
    port = free_port()
    command = [sys.executable, "-m", "bot.cli", "serve", "--data", str(data), "--port", str(port)]
    with (data.parent / "serve.log").open("ab") as log:
        process = subprocess.Popen(
            [*command, *flags],
            env={**os.environ, "DOORSTEP_RATE_LIMIT": "off", **environ},
            stdout=log,
            stderr=log,
        )
        served = Served(process, port)
        try:
            wait_until_ready(served)
            yield served
        finally:
            if process.poll() is None:
                served.end(signal.SIGKILL)


def wait_until_ready(served: Served) -> None:
    """Wait for ``/readyz``."""
    wait_until(lambda: is_ready(served.port) or served.process.poll() is not None)
    if (code := served.process.poll()) is not None:
        raise AssertionError(f"the server did not start: {code}")


def wait_until(holds: Callable[[], object], within: float = READY_SECONDS) -> None:
    """Wait until something holds that another process does."""
    end = time.monotonic() + within
    while not holds():
        assert time.monotonic() < end, "it never came"
        time.sleep(0.02)


def is_ready(port: int) -> bool:
    """Whether somebody says there that it is ready."""
    connection = HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def free_port() -> int:
    """A port nobody uses now, nor is given by the system to somebody else before it is bound."""
    while True:
        port = random.SystemRandom().randrange(*PORTS)
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
