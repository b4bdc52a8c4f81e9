"""kill -9 in the middle of writing: what was acknowledged is there, and nothing half."""

from __future__ import annotations

import random
import sqlite3
import subprocess
import sys
from pathlib import Path

from storage import folder

KILLS = 8
ROOT = Path(__file__).parents[2]
HALVES = """
    select count(*) from conversation as c where
        (select count(*) from message as m where m.conversation = c.n) <> 3 * c.version
        or (select count(*) from answer as a where a.conversation = c.n) <> 2 * c.version
        or (select count(*) from turn as t where t.conversation = c.n) <> c.version
        or (select total from lead where lead.conversation = c.id) is not c.version
"""


def _run_and_kill(data: Path, turns: int) -> dict[str, int]:
    """What the process said was on disk before it died."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.storage.crasher", str(data)],
        stdout=subprocess.PIPE,
        cwd=ROOT,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready 0\n"
        lines = [process.stdout.readline() for _ in range(turns)]
        process.kill()
        lines += process.stdout.readlines()
    return {id_: int(version) for id_, version in (line.decode().split() for line in lines)}


def test_no_acknowledged_turn_is_lost_by_kills(tmp_path: Path) -> None:
    chance = random.Random(7)
    acknowledged: dict[str, int] = {}
    for _ in range(KILLS):
        acknowledged |= _run_and_kill(tmp_path, chance.randrange(20, 600))
    db = sqlite3.connect(tmp_path / folder.DATABASE)
    stored = dict(db.execute("select id, version from conversation"))
    lost = {id_: v for id_, v in acknowledged.items() if stored.get(id_, 0) < v}
    assert sum(acknowledged.values()) > 100
    assert lost == {}
    assert db.execute(HALVES).fetchone() == (0,)
    assert db.execute("pragma integrity_check").fetchone() == ("ok",)
    assert db.execute("pragma foreign_key_check").fetchall() == []
    db.close()
