"""``doorstep serve`` as a process of its own, for tests that kill it."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

READY_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Served:
    """A server that answers."""

    process: subprocess.Popen[bytes]
    port: int

    @property
    def base(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def end(self, number: int = signal.SIGTERM, within: float = 15.0) -> int:
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
    end = time.monotonic() + READY_SECONDS
    while not is_ready(served.port):
        if served.process.poll() is not None or time.monotonic() > end:
            raise AssertionError(f"the server did not start: {served.process.poll()}")
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
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
