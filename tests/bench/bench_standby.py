"""A second process that stands by: how soon it serves after the first was killed."""

from __future__ import annotations

import signal
import statistics
import tempfile
import time
from collections.abc import Iterable
from pathlib import Path

from tests.bench.figures import Figure
from tests.serving import is_ready, serve
from tests.shell.test_standby import office, standing_by

KILLS = 3


def run() -> Iterable[Figure]:
    """What visitors notice of a kill, and of a stop as an upgrade makes it."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        kills = [_taken_over(Path(folder) / f"kill-{n}", signal.SIGKILL) for n in range(KILLS)]
        stop = _taken_over(Path(folder) / "stop", signal.SIGTERM)
    yield Figure("standby: ready after a kill -9, median", statistics.median(kills), "s", most=2.0)
    yield Figure("standby: ready after a kill -9, worst", max(kills), "s")
    yield Figure("standby: ready after a stop of the first", stop, "s")


def _taken_over(folder: Path, number: signal.Signals) -> float:
    """Seconds from the signal to the first good answer of the other process."""
    folder.mkdir()
    data, flows = folder / "data", office(folder / "office")
    with (
        serve(data, "--flows", flows) as first,
        standing_by(data, "--flows", flows) as second,
    ):
        time.sleep(3.0)  # it has everything loaded, as one that waits for days has
        began = time.monotonic()
        first.process.send_signal(number)
        while not is_ready(second.port):
            time.sleep(0.01)
        return time.monotonic() - began
