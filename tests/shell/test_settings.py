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
    ("value", "on"), [("off", False), ("OFF", False), ("0", False), ("", True), ("on", True)]
)
def test_rate_limits_can_be_switched_off(value: str, on: bool) -> None:
    assert settings.load(environ={"DOORSTEP_RATE_LIMIT": value}).rate_limit is on


def test_a_switch_is_on_or_off() -> None:
    with pytest.raises(UserMistake, match="DOORSTEP_RATE_LIMIT is maybe: it is on or off"):
        settings.load(environ={"DOORSTEP_RATE_LIMIT": "maybe"})


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("DOORSTEP_TELEGRAM_TOKN", "DOORSTEP_TELEGRAM_TOKEN"),
        ("DOORSTEP_DATABSE", "DOORSTEP_DATABASE"),
        ("DOORSTEP_FLOW", "DOORSTEP_FLOWS"),
    ],
)
def test_a_misspelt_name_is_named_with_what_was_meant(name: str, meant: str) -> None:
    with pytest.raises(UserMistake, match=f"{name} is not known: did you mean {meant}"):
        settings.load(environ={name: "1:x"})


@pytest.mark.parametrize(
    "name", ["DOORSTEP_SERVICE_HOST", "DOORSTEP_PORT_8080_TCP", "DOORSTEP_VERSION", "DOORSTEPS"]
)
def test_other_peoples_names_are_left_alone(name: str) -> None:
    assert settings.load(environ={name: "x"}).port == 8080


def test_secrets_never_show_when_settings_are_printed() -> None:
    environ = {
        "DOORSTEP_TELEGRAM_TOKEN": "11:hidden", "DOORSTEP_SECRET": "hidden",
        "DOORSTEP_SMTP_URL": "smtp://me:hidden@host",
    }  # fmt: skip
    made = settings.load(environ=environ)
    assert made.telegram_token == "11:hidden"
    assert "hidden" not in repr(made)


def test_a_file_is_no_data_folder(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(UserMistake, match="this is a file, and leads are kept in a folder"):
        settings.load(data=tmp_path / "file", environ={})


@pytest.mark.parametrize(
    "token", ["hidden", "123456:abc…", '"11:hidden"', "11: hidden", "bot11:hidden"]
)
def test_what_is_no_bots_token_is_refused_and_not_shown(token: str) -> None:
    with pytest.raises(UserMistake, match="DOORSTEP_TELEGRAM_TOKEN is no bot's token") as refused:
        settings.load(environ={"DOORSTEP_TELEGRAM_TOKEN": token})
    assert token not in str(refused.value)


def test_blanks_around_a_token_are_none_of_it() -> None:
    made = settings.load(environ={"DOORSTEP_TELEGRAM_TOKEN": " 11:hidden\n"})
    assert made.telegram_token == "11:hidden"


@pytest.mark.parametrize("url", ["ftp://x", "127.0.0.1:8081", "localhost"])
def test_the_bot_api_is_a_web_address(url: str) -> None:
    with pytest.raises(UserMistake, match=r"begins with https:// or http://"):
        settings.load(environ={"DOORSTEP_TELEGRAM_API": url})


def test_the_database_may_lie_elsewhere(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'x.db'}"
    assert settings.load(environ={"DOORSTEP_DATABASE": url}).database_file == tmp_path / "x.db"
    assert settings.load(environ={}).database_file is None


def test_postgresql_is_refused_in_one_plain_sentence() -> None:
    made = settings.load(environ={"DOORSTEP_DATABASE": "postgresql://me:pw@host/db"})
    with pytest.raises(UserMistake, match="no PostgreSQL yet") as refused:
        _ = made.database_file
    assert "pw" not in str(refused.value)
