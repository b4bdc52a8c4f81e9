"""What this process was started with: command line > environment > default.

Secrets come from the environment only. What site.yaml may say (origins, limits, base_url) is read
from the site itself; nothing here overrules it silently.
"""

from __future__ import annotations

import difflib
import os
import re
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path

from bot.errors import UserMistake
from bot.records import frozen

DEFAULT_DATA = "data"
DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8080
TELEGRAM_API = "https://api.telegram.org"
SQLITE = "sqlite:///"
POSTGRES = ("postgresql://", "postgres://")
NAMES = frozenset(
    f"DOORSTEP_{name}"
    for name in (
        "DATA", "SITE", "FLOWS", "HOST", "PORT", "DATABASE", "TELEGRAM_TOKEN", "TELEGRAM_API",
        "TELEGRAM_WEBHOOK_SECRET", "SECRET", "SMTP_URL", "RATE_LIMIT",
    )
)  # fmt: skip
ALIKE = 0.9  # of 1: finds "TOKN" for TOKEN, and leaves DOORSTEP_SERVICE_PORT to whoever set it
OWN_SITE, OWN_FLOWS = "site.yaml", "flows"
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_SWITCH = {
    **dict.fromkeys(("off", "0", "false", "no"), False),
    **dict.fromkeys(("", "on", "1", "true", "yes"), True),
}


@frozen
class Settings:
    """All settings of one process. Secrets never show in a printed Settings."""

    data: Path = Path(DEFAULT_DATA)
    site: Path | None = None  # None: site.yaml of the flows folder, else the shipped one
    flows: Path | None = None  # None: the shipped flows
    host: str = DEFAULT_HOST
    port: int = DEFAULT_PORT
    database: str = ""  # as given; see database_url
    telegram_token: str = field(default="", repr=False)
    telegram_api: str = TELEGRAM_API
    telegram_webhook_secret: str = field(default="", repr=False)  # "": updates are polled
    secret: str = field(default="", repr=False)
    smtp_url: str = field(default="", repr=False)
    rate_limit: bool = True

    @property
    def database_url(self) -> str:
        """Where everything is stored; one file in the data folder unless the environment says."""
        return self.database or f"sqlite:///{self.data / 'doorstep.db'}"

    @property
    def database_file(self) -> Path | None:
        """The database's own place; None is the usual one, in the data folder."""
        if self.database.startswith(POSTGRES):
            raise UserMistake(
                "DOORSTEP_DATABASE names a PostgreSQL server, and this build of Doorstep has no "
                "PostgreSQL yet: unset it, or give a file such as sqlite:////var/lib/doorstep.db"
            )
        path = self.database.removeprefix(SQLITE)
        return Path(path).expanduser() if path else None


def load(
    *,
    data: str | Path | None = None,
    site: str | Path | None = None,
    flows: str | Path | None = None,
    host: str | None = None,
    port: int | None = None,
    environ: Mapping[str, str] | None = None,
) -> Settings:
    """The settings from the given flags, and the environment where no flag was given.

    In a folder with a ``site.yaml`` and a ``flows`` folder these are meant, not the demo's.
    """
    env = os.environ if environ is None else environ
    _refuse_misspelt(env)

    def text(flag: object, name: str, default: str = "") -> str:
        return str(flag) if flag is not None else env.get(f"DOORSTEP_{name}", "") or default

    site_file, flows_dir = text(site, "SITE"), text(flows, "FLOWS")
    if not site_file and not flows_dir and is_office(here := Path.cwd()):
        site_file, flows_dir = str(here / OWN_SITE), str(here / OWN_FLOWS)
    return Settings(
        data=_data(text(data, "DATA", DEFAULT_DATA)),
        site=_existing(site_file, "--site", "a file") if site_file else None,
        flows=_existing(flows_dir, "--flows", "a folder") if flows_dir else None,
        host=text(host, "HOST", DEFAULT_HOST),
        port=_port(text(port, "PORT", str(DEFAULT_PORT))),
        database=_database(env.get("DOORSTEP_DATABASE", "")),
        telegram_token=_token(env.get("DOORSTEP_TELEGRAM_TOKEN", "").strip()),
        telegram_api=_api(env.get("DOORSTEP_TELEGRAM_API", "").rstrip("/") or TELEGRAM_API),
        telegram_webhook_secret=env.get("DOORSTEP_TELEGRAM_WEBHOOK_SECRET", ""),
        secret=env.get("DOORSTEP_SECRET", ""),
        smtp_url=env.get("DOORSTEP_SMTP_URL", ""),
        rate_limit=_switch("DOORSTEP_RATE_LIMIT", env),
    )


def _switch(name: str, env: Mapping[str, str]) -> bool:
    given = env.get(name, "").strip().lower()
    if given in _SWITCH:
        return _SWITCH[given]
    raise UserMistake(f"{name} is {given}: it is on or off")


def _refuse_misspelt(env: Mapping[str, str]) -> None:
    """A name that is nearly one of ours is meant to be it; others may be somebody else's."""
    for name in sorted(env):
        if name.startswith("DOORSTEP_") and name not in NAMES:
            meant = difflib.get_close_matches(name, sorted(NAMES), 1, ALIKE)
            if meant:
                raise UserMistake(f"{name} is not known: did you mean {meant[0]}?")


def _data(given: str) -> Path:
    path = Path(given).expanduser()
    if path.exists() and not path.is_dir():
        raise UserMistake(f"--data {given}: this is a file, and leads are kept in a folder")
    return path


def _token(token: str) -> str:
    if not token or _TOKEN.fullmatch(token):
        return token
    raise UserMistake(
        "DOORSTEP_TELEGRAM_TOKEN is no bot's token: take all that @BotFather gave, digits, a "
        "colon, then letters, digits, _ and -, with nothing before it or behind it"
    )


def _api(url: str) -> str:
    if url.startswith(("https://", "http://")):
        return url
    raise UserMistake(
        f"DOORSTEP_TELEGRAM_API is {url}: it begins with https:// or http://, "
        "for example http://127.0.0.1:8081"
    )


def is_office(folder: Path) -> bool:
    """Whether a folder is what ``doorstep init`` makes: then it is meant, not the demo."""
    return (folder / OWN_SITE).is_file() and (folder / OWN_FLOWS).is_dir()


def _existing(given: str, flag: str, kind: str) -> Path:
    path = Path(given).expanduser()
    there = path.is_dir() if kind == "a folder" else path.exists() and not path.is_dir()
    if not there:
        raise UserMistake(f"{flag} {given}: there is no such {kind[2:]}")
    return path


def _port(text: str) -> int:
    if text.isascii() and text.isdigit() and int(text) <= 65535:
        return int(text)
    raise UserMistake(f"port {text} cannot be used: give a number from 0 to 65535")


def _database(url: str) -> str:
    if not url or url.startswith((SQLITE, *POSTGRES)):
        return url
    raise UserMistake(
        "DOORSTEP_DATABASE begins with sqlite:/// or postgresql://, "
        "for example sqlite:////var/lib/doorstep/doorstep.db"
    )
