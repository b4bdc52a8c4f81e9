"""The path of an answer over HTTP: durable turns a second, beside a bare echo; start; memory.

Server and load generator are processes of their own. Echo and Doorstep take turns in short rounds,
so that a noisy neighbour slows both.
"""

from __future__ import annotations

import json
import os
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from tests.bench.compiled import compile_code
from tests.bench.figures import Figure

ROUNDS = 3
PACE = 200  # answers a second
WARMING = 5.0  # seconds in which a new process loads what is else loaded when first needed
ECHOES = 6_000  # requests of an echo round
CONVERSATIONS = 256  # of a Doorstep round
IDLE = 10_000  # open conversations whose memory is measured
BUTTON: list[dict[str, Any]] = [
    {"choice": "3"},
    {"choice": "I'm not sure yet"},
    {"choice": "1_3m"},
    {"choice": "preapproved"},
    {"choice": "no"},
    {"skip": True},
    {"skip": True},
    {"skip": True},
    {"choice": "none"},
]
TYPED: list[dict[str, Any]] = [  # # stands for a digit of the visitor's own
    {"text": "round rock"},
    {"text": "3 bedrooms"},
    {"text": "up to 4##k"},
    {"text": "in 2 months"},
    {"text": "got pre-approved last week"},
    {"text": "nope"},
    {"text": "Dani Ode"},
    {"text": "512-4##-####"},
    {"text": "just call me"},
    {"text": "no thanks"},
]


def run() -> Iterable[Figure]:
    """Start and memory first: the rest warms the process up."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        yield from _start_and_memory(Path(folder) / "memory")
        with _echo() as echo, _doorstep(Path(folder) / "speed") as door:
            yield _paced(door.port, "beside the warming up of a new process")
            time.sleep(WARMING)
            yield _paced(door.port, most=50)
            for name, before, turns, least in (
                ("button", [TYPED[0]], BUTTON, 0.35),
                ("typed", [], TYPED, 0.25),
            ):
                for clients in (32, 256):
                    job = {"before": before, "turns": turns, "clients": clients}
                    yield from _speed(name, echo, door.port, job, least)


def _paced(port: int, when: str = "", most: float | None = None) -> Figure:
    """How long a visitor waits while others answer at an even pace."""
    job = {
        "port": port,
        "clients": 50,
        "each": 4,
        "opening": OPENING,
        "before": [],
        "turns": TYPED,
    }
    found = _load({**job, "rate": PACE})
    name = f"http: p99 at {PACE} typed answers/s"
    return Figure(f"{name}, {when}" if when else name, found["p99_ms"], "ms", most=most)


def _speed(name: str, echo: int, door: int, job: dict[str, Any], least: float) -> Iterator[Figure]:
    clients = job["clients"]
    ratios, rates, slowest = [], [], 0.0
    for _ in range(ROUNDS):
        yardstick = _echo_rate(echo, clients)
        ours = _load({**job, "port": door, "each": CONVERSATIONS // clients, "opening": OPENING})
        between = (yardstick + _echo_rate(echo, clients)) / 2
        ratios.append(ours["rate"] / between)
        rates.append(ours["rate"])
        slowest = max(slowest, ours["p99_ms"])
    label = f"http: {name} turns, {clients} clients"
    yield Figure(f"{label}: against a bare echo", statistics.median(ratios), "×", least=least)
    yield Figure(f"{label}: durable turns/s", statistics.median(rates), "/s")
    yield Figure(f"{label}: p99", slowest, "ms")


OPENING = {"flow": "buyer", "market": "austin"}


def _echo_rate(port: int, clients: int) -> float:
    job = {"port": port, "clients": clients, "each": ECHOES // clients, "echo": BUTTON[2]}
    return float(_load(job)["rate"])


def _load(job: dict[str, Any]) -> dict[str, Any]:
    """Have the load generator do a job."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.http_load"],
        input=json.dumps(job).encode(),
        capture_output=True,
        check=True,
        timeout=300,
    )
    found: dict[str, Any] = json.loads(done.stdout)
    if found["failures"]:
        raise RuntimeError(found["failures"][0])
    return found


def _start_and_memory(data: Path) -> Iterator[Figure]:
    compile_code()
    with _doorstep(data) as door:
        yield Figure("serve: start to ready", door.seconds, "s", most=2.0)
        start = _resident(door.pid)
        yield Figure("serve: resident after start", start / 1e6, "MB", most=110)
        _open_conversations(door.port, 500)
        warm = _resident(door.pid)
        _open_conversations(door.port, IDLE)
        each = (_resident(door.pid) - warm) / IDLE
        yield Figure("serve: memory of an open idle conversation", each, "bytes", most=1024)


def _open_conversations(port: int, count: int) -> None:
    clients = 50
    job = {"port": port, "clients": clients, "each": count // clients, "opening": OPENING}
    _load({**job, "before": [], "turns": [TYPED[0]]})
    time.sleep(1)


class Door:
    """A running ``doorstep serve``."""

    def __init__(self, pid: int, port: int, seconds: float) -> None:
        self.pid, self.port, self.seconds = pid, port, seconds


@contextmanager
def _doorstep(data: Path) -> Iterator[Door]:
    port = free_port()
    environ = {**os.environ, "DOORSTEP_RATE_LIMIT": "off"}
    command = [sys.executable, "-m", "bot.cli", "serve", "--data", str(data), "--port", str(port)]
    began = time.perf_counter()
    with _process(command, environ) as pid:
        wait_for(f"http://127.0.0.1:{port}/readyz")
        yield Door(pid, port, time.perf_counter() - began)


@contextmanager
def _echo() -> Iterator[int]:
    port = free_port()
    with _process([sys.executable, "-m", "tests.bench.http_echo", str(port)], dict(os.environ)):
        wait_for(f"http://127.0.0.1:{port}/")
        yield port


@contextmanager
def _process(command: list[str], environ: dict[str, str]) -> Iterator[int]:
    process = subprocess.Popen(command, env=environ, stdout=subprocess.DEVNULL)
    try:
        yield process.pid
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(15)


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_for(url: str, seconds: float = 20.0) -> None:
    """Wait until somebody answers there, with whatever status."""
    end = time.monotonic() + seconds
    while True:
        try:
            with urlopen(url, timeout=5):  # noqa: S310 - our own server on this machine
                return
        except OSError as error:
            if hasattr(error, "code") and error.code == 404:
                return
            if time.monotonic() > end:
                raise
            time.sleep(0.01)


def _resident(pid: int) -> int:
    pages = Path(f"/proc/{pid}/statm").read_text().split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
