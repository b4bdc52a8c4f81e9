"""Settings: a flag counts before the environment, the environment before the default."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot import settings
from bot.errors import UserMistake


def test_with_nothing_set_everything_has_a_default() -> None:
    made = settings.load(environ={})
    assert made == settings.Settings()
    assert (made.data, made.site, made.flows) == (Path("data"), None, None)
    assert made.database_url == "sqlite:///data/doorstep.db"
    assert made.telegram_api == "https://api.telegram.org"
    assert made.rate_limit is True


def test_a_flag_counts_before_the_environment(tmp_path: Path) -> None:
    environ = {"DOORSTEP_DATA": "/env", "DOORSTEP_PORT": "9", "DOORSTEP_HOST": "::1"}
    made = settings.load(data=tmp_path, port=10, environ=environ)
    assert (made.data, made.port, made.host) == (tmp_path, 10, "::1")
    assert settings.load(environ=environ).data == Path("/env")


def test_files_and_folders_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "site.yaml").touch()
    assert settings.load(flows=tmp_path, site=tmp_path / "site.yaml", environ={}).flows == tmp_path
    for wrong in ({"site": tmp_path}, {"flows": tmp_path / "x"}, {"site": "x\0y"}):
        with pytest.raises((UserMistake, ValueError)):
            settings.load(**wrong, environ={})  # type: ignore[arg-type]


@pytest.mark.parametrize("port", ["http", "-1", "65536", "٣", ""])
def test_a_port_is_a_number(port: str) -> None:
    if port:
        with pytest.raises(UserMistake, match="port"):
            settings.load(environ={"DOORSTEP_PORT": port})
    else:
        assert settings.load(environ={"DOORSTEP_PORT": port}).port == 8080


def test_a_database_of_an_unknown_kind_is_refused() -> None:
    for url in ("sqlite:///x.db", "postgresql://x/y"):
        assert settings.load(environ={"DOORSTEP_DATABASE": url}).database_url == url
    with pytest.raises(UserMistake, match="DOORSTEP_DATABASE"):
        settings.load(environ={"DOORSTEP_DATABASE": "mysql://x"})


@pytest.mark.parametrize(
    ("value", "on"), [("off", False), ("OFF", False), ("0", False), ("", True)]
)
def test_rate_limits_can_be_switched_off(value: str, on: bool) -> None:
    assert settings.load(environ={"DOORSTEP_RATE_LIMIT": value}).rate_limit is on


def test_secrets_never_show_when_settings_are_printed() -> None:
    environ = {
        "DOORSTEP_TELEGRAM_TOKEN": "11:hidden", "DOORSTEP_SECRET": "hidden",
        "DOORSTEP_SMTP_URL": "smtp://me:hidden@host",
    }  # fmt: skip
    made = settings.load(environ=environ)
    assert made.telegram_token == "11:hidden"
    assert "hidden" not in repr(made)


def test_the_data_folder_is_made_for_its_owner_only(tmp_path: Path) -> None:
    made = settings.load(data=tmp_path / "a" / "b", environ={})
    assert settings.make_data_folder(made).stat().st_mode & 0o077 == 0
    (tmp_path / "file").touch()
    with pytest.raises(UserMistake, match="cannot be made"):
        settings.make_data_folder(settings.load(data=tmp_path / "file" / "x", environ={}))


def test_the_database_may_lie_elsewhere(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    assert settings.load(environ={"DOORSTEP_DATABASE": url}).database_file == tmp_path / "x.db"
    assert settings.load(environ={}).database_file is None


def test_postgresql_is_refused_in_one_plain_sentence() -> None:
    made = settings.load(environ={"DOORSTEP_DATABASE": "postgresql://me:pw@host/db"})
    with pytest.raises(UserMistake, match="no PostgreSQL yet") as refused:
        _ = made.database_file
    assert "pw" not in str(refused.value)
