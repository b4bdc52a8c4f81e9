"""``doorstep backup`` and ``doorstep restore``, as the person at the terminal meets them."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bot import cli
from bot.errors import Unavailable, UserMistake
from storage.folder import DATABASE, Lock
from storage.sqlite import open_store
from tests.storage.samples import lead, turn_batch
from tests.storage.test_backup import count, seed

RARE = "Quendelmoor"


def run(data: Path, *words: str) -> Result:
    done = CliRunner().invoke(cli.group, [*words, "--data", str(data)])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


async def test_a_backup_comes_back(tmp_path: Path) -> None:
    data = tmp_path / "data"
    await seed(data, 3)
    (tmp_path / "backups").mkdir()
    assert "MB" in run(data, "backup", str(tmp_path / "backups")).stdout
    (made,) = (tmp_path / "backups").iterdir()
    (data / DATABASE).unlink()
    done = run(data, "restore", str(made), "--yes")
    assert "is whole" in done.stdout
    assert "doorstep serve" in done.stdout
    assert count(data / DATABASE) == 3


async def test_a_dry_run_works_beside_a_server_and_a_restore_is_refused(tmp_path: Path) -> None:
    data, backup = tmp_path / "data", str(tmp_path / "b.db")
    await seed(data, 3)
    with Lock(data):
        run(data, "backup", backup)
        assert "conversations" in run(data, "restore", backup, "--dry-run").stdout
        with pytest.raises(UserMistake, match=r"a server runs on .*: stop it first"):
            run(data, "restore", backup, "--yes")
    assert sorted(path.name for path in data.iterdir() if "restoring" in path.name) == []


async def test_mistakes_are_told_in_a_sentence(tmp_path: Path) -> None:
    data, there = tmp_path / "data", tmp_path / "there.db"
    with pytest.raises(UserMistake, match="nothing to back up"):
        run(data, "backup", str(there))
    await seed(data, 1)
    there.write_text("mine")
    with pytest.raises(UserMistake, match="there already"):
        run(data, "backup", str(there))
    with pytest.raises(UserMistake, match="there is no folder"):
        run(data, "backup", str(tmp_path / "no" / "b.db"))
    with pytest.raises(Unavailable, match="no backup that can be restored"):
        run(data, "restore", str(there), "--yes")
    run(data, "backup", str(tmp_path / "good.db"))
    with pytest.raises(UserMistake, match="nobody is here to be asked"):
        run(data, "restore", str(tmp_path / "good.db"))
    assert there.read_text() == "mine"


async def test_a_person_erased_since_the_backup_stays_erased(tmp_path: Path) -> None:
    """Backup, erase, restore: no byte of the name is in the data folder."""
    data, backup = tmp_path / "data", tmp_path / "b.db"
    await seed(data, 3)
    store = open_store(data)
    batch = turn_batch("hers", 1)
    person = lead("lead-hers", conversation="hers", name=RARE, phone="+15125550142")
    hers = replace(batch, lead=person, keys=("phone:+15125550142",))
    await store.commit(hers)
    await store.close()
    run(data, "backup", str(backup))
    assert RARE.encode() in backup.read_bytes()
    await asyncio.to_thread(run, data, "leads", "erase", "lead-hers", "--yes")
    done = await asyncio.to_thread(run, data, "restore", str(backup), "--yes")
    assert "erased since are erased again" in " ".join(done.stdout.split())
    left = [path.name for path in data.iterdir() if path.is_file()]
    assert any(name.startswith(f"{DATABASE}.before") for name in left)
    for path in data.iterdir():
        assert not path.is_file() or RARE.encode() not in path.read_bytes(), path.name
