"""Opening the store: where the settings say, for one writer at a time."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import settings
from bot.errors import UserMistake
from bot.opening import open_for_reading, open_for_writing
from bot.settings import Settings


def _elsewhere(tmp_path: Path, data: str = "data") -> Settings:
    environ = {"DOORSTEP_DATABASE": f"sqlite:///{tmp_path / 'deep' / 'leads.db'}"}
    return settings.load(data=tmp_path / data, environ=environ)


async def test_the_database_is_where_the_environment_says(tmp_path: Path) -> None:
    made = _elsewhere(tmp_path)
    store = open_for_writing(made)
    await store.set_setting("a", "1")
    reader = open_for_reading(made)
    assert await reader.setting("a") == "1"
    await reader.close()
    await store.close()
    assert (tmp_path / "deep" / "leads.db").stat().st_mode & 0o077 == 0
    assert not (tmp_path / "data" / "doorstep.db").exists()


async def test_two_data_folders_cannot_write_to_one_database(tmp_path: Path) -> None:
    store = open_for_writing(_elsewhere(tmp_path, "one"))
    try:
        with pytest.raises(UserMistake, match="another Doorstep"):
            open_for_writing(_elsewhere(tmp_path, "two"))
    finally:
        await store.close()
    await open_for_writing(_elsewhere(tmp_path, "two")).close()
