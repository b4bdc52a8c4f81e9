"""Nothing acknowledged is lost when the power fails; a store that does not wait is found."""

from __future__ import annotations

import random
import sqlite3
from pathlib import Path

import pytest

from storage import writer
from tests.crash.disk import Operation, Recorder
from tests.crash.power import cut_power, record

CUTS = 60


def test_power_cuts_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    recorder = record(tmp_path / "data")
    outage = cut_power(recorder, CUTS)
    assert (outage.lost, outage.broken) == ([], [])
    assert outage.promised > CUTS
    checkpoints = [e for e in recorder.log if e == Operation("sync", "doorstep.db")]
    assert len(checkpoints) > 3


@pytest.mark.parametrize("careless", ["normal", "off"])
def test_a_store_that_does_not_wait_for_the_disk_is_found(
    careless: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    connect = writer.connect

    def hasty(path: Path) -> sqlite3.Connection:
        connection = connect(path)
        connection.execute(f"pragma synchronous = {careless}")
        return connection

    monkeypatch.setattr(writer, "connect", hasty)
    outage = cut_power(record(tmp_path / "data"), CUTS)
    assert outage.lost


def test_a_disk_keeps_what_was_flushed_and_some_of_the_rest(tmp_path: Path) -> None:
    old, new = b"a" * 2048, b"b" * 2048
    done = [
        Operation("write", "f", 0, old),
        Operation("sync", "f"),
        Operation("write", "f", 0, new),
    ]
    recorder, chance, seen = Recorder(log=list(done)), random.Random(3), set()
    for _ in range(200):
        recorder.after_cut(3, tmp_path, chance)
        content = (tmp_path / "f").read_bytes()
        assert len(content) == 2048
        seen.add(bytes(content[::512]))
    assert {b"aaaa", b"bbbb", b"abab"} <= seen
    recorder.after_cut(2, tmp_path, chance)
    assert (tmp_path / "f").read_bytes() == old
