"""What ``doorstep doctor`` looks at: this machine, the folder, the secrets, Telegram, the site.

Every check gives findings and raises nothing. No finding holds the value of a secret.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Final
from urllib.parse import urlsplit

from bot import library
from bot.alerts.mail import Postman, read_smtp_url
from bot.alerts.reach import NO_TOKEN, UNKNOWN, Bot, who_am_i
from bot.checkup_data import examine_database, examine_folder
from bot.clashes import clashes
from bot.dialogue.site import Site
from bot.errors import Unavailable, UserMistake
from bot.finding import Finding, Verdict
from bot.library import Library
from bot.opening import database_path, open_for_reading
from bot.settings import Settings
from storage.sqlite import engine
from storage.store import StoreError

PYTHON: Final = (3, 11)
SQLITE: Final = (3, 37)  # upsert, RETURNING
BORN: Final = datetime(2026, 1, 1, tzinfo=UTC)  # an earlier clock cannot be right
END: Final = datetime(2100, 1, 1, tzinfo=UTC)
TELEGRAM_SECRET: Final = "DOORSTEP_TELEGRAM_TOKEN"  # noqa: S105 - a name
VARIED: Final = 12  # different characters of a secret that somebody made by chance
SHOWN: Final = 5  # problems of flows told one by one


async def examine(settings: Settings) -> list[Finding]:
    """Everything there is to say."""
    site, flows = _site_and_flows(settings)
    found = [
        *_machine(),
        *examine_folder(settings),
        *await examine_database(settings, datetime.now(UTC)),
        *_clock(datetime.now(UTC)),
        *_packages(),
        *_secrets(settings),
        await _telegram(settings),
        await _mail(settings),
        *flows,
    ]
    if site is not None:
        found += [*_public(site), *await _agents(settings, site)]
    return found


def _machine() -> Iterator[Finding]:
    version = platform.python_version()
    good = sys.version_info[:2] >= PYTHON
    yield Finding(
        "Python", "ok" if good else "fail", version, "" if good else "take 3.11 or newer"
    )
    good = engine()[:2] >= SQLITE
    mend = "" if good else "take a Python whose SQLite is 3.37 or newer"
    yield Finding("SQLite", "ok" if good else "fail", ".".join(map(str, engine())), mend)


def _clock(now: datetime) -> Iterator[Finding]:
    if BORN < now < END:
        yield Finding("clock", "ok", f"{now:%Y-%m-%d %H:%M} UTC")
    else:
        mend = "set the clock: alerts and viewing times depend on it"
        yield Finding("clock", "fail", f"{now:%Y-%m-%d %H:%M} UTC cannot be right", mend)


def _packages() -> Iterator[Finding]:
    found = clashes()
    for package, names in found.items():
        says = f"{', '.join(names)} also brings “{package}” and overwrites our files"
        mend = "give Doorstep a virtual environment of its own"
        yield Finding("packages", "fail", says, mend)
    if not found:
        yield Finding("packages", "ok", "no other distribution uses our names")


def _secrets(settings: Settings) -> Iterator[Finding]:
    """Which are set; never what they are."""
    token = settings.telegram_token
    mend = "make a bot with @BotFather; until then alerts show in the inbox and the terminal"
    yield Finding(
        TELEGRAM_SECRET, "ok" if token else "warn", _is_set(token), "" if token else mend
    )
    yield _signing(settings.secret)


def _signing(secret: str) -> Finding:
    if not secret:
        return Finding("DOORSTEP_SECRET", "ok", "not set; one is made and kept")
    if len(set(secret)) < VARIED:
        says = f"set, but it can be guessed: fewer than {VARIED} different characters"
        return Finding("DOORSTEP_SECRET", "warn", says, "make one:  openssl rand -base64 32")
    return Finding("DOORSTEP_SECRET", "ok", "set")


def _is_set(secret: str) -> str:
    return "set" if secret else "not set"


async def _mail(settings: Settings) -> Finding:
    """Whether a letter would leave."""
    if not settings.smtp_url:
        return Finding("e-mail", "ok", "not in use: DOORSTEP_SMTP_URL is not set")
    try:
        smtp = read_smtp_url(settings.smtp_url)
    except UserMistake as error:
        return Finding("e-mail", "fail", str(error))
    why = await Postman(smtp, str, lambda: datetime.now(UTC)).greet()
    if why:
        return Finding("e-mail", "fail", why, "look at DOORSTEP_SMTP_URL and at the server's log")
    return Finding("e-mail", "ok", f"{smtp.host} takes letters from {smtp.sender}")


async def _telegram(settings: Settings) -> Finding:
    bot = await who_am_i(settings.telegram_token, settings.telegram_api)
    if isinstance(bot, Bot):
        return Finding("Telegram", "ok", f"@{bot.username} answers in {bot.took:.1f} s")
    if bot == NO_TOKEN:
        return Finding("Telegram", "ok", "not in use")
    where = urlsplit(settings.telegram_api).hostname or "the Bot API"
    mend = (
        "get a new token from @BotFather" if bot == UNKNOWN else f"let this machine reach {where}"
    )
    return Finding("Telegram", "fail", bot, mend)


def _site_and_flows(settings: Settings) -> tuple[Site | None, list[Finding]]:
    source = library.open_source(library.site_path(settings.flows, settings.site))
    site, problems = library.site_of(source)
    if site is None:
        return None, [Finding("site", "fail", str(one), one.mend) for one in problems[:SHOWN]]
    found = Library.load(settings.flows, settings.site)
    wrong = [one for one in found.problems if one.severity == "error"]
    flows = [Finding("flows", "fail", str(one), one.mend) for one in wrong[:SHOWN]]
    if len(wrong) > SHOWN:
        flows.append(Finding("flows", "fail", f"and {len(wrong) - SHOWN} more", "doorstep check"))
    more = len(found.problems) - len(wrong)
    if not wrong:
        flows.append(Finding("flows", "ok", ", ".join(sorted(found.flows))))
    if more:
        flows.append(Finding("flows", "warn", f"{more} remarks", "doorstep check"))
    return site, flows


def _public(site: Site) -> Iterator[Finding]:
    if site.demo:
        yield Finding(
            "site",
            "warn",
            f"{site.company} is the demo",
            "doorstep init DIR begins one of your own",
        )
    else:
        yield Finding("site", "ok", site.company)
    address = urlsplit(site.base_url)
    local = address.hostname in (None, "localhost", "127.0.0.1", "::1")
    if site.privacy_url.startswith("/") and not site.demo:
        says = f"{site.privacy_url} is a page of a few words unless your website answers there"
        yield Finding("privacy_url", "warn", says, "give your page's whole address, https://…")
    if not site.base_url:
        mend = "" if site.demo else "set base_url to the public address, https://…"
        verdict: Verdict = "ok" if site.demo else "warn"
        yield Finding("base_url", verdict, "not set: links in alerts stay relative", mend)
    elif address.scheme == "https" or local:
        yield Finding("base_url", "ok", site.base_url)
    else:
        mend = "put a proxy with a certificate in front, see deploy/"
        yield Finding("base_url", "warn", f"{site.base_url} is not encrypted", mend)


async def _agents(settings: Settings, site: Site) -> list[Finding]:
    """Who cannot be rung."""
    if not site.agents:
        return [Finding("agents", "warn", "nobody is alerted", "name the agents in the site file")]
    bound = await _bound(settings, site)
    without = [a.id for a in site.agents if not a.telegram and a.id not in bound]
    if not without:
        return [Finding("agents", "ok", f"{len(site.agents)}, each with a chat id")]
    verdict: Verdict = "warn" if settings.telegram_token else "ok"
    says = f"without a chat id: {', '.join(without)}"
    return [Finding("agents", verdict, says, f"doorstep agent invite {without[0]}")]


async def _bound(settings: Settings, site: Site) -> set[str]:
    """The agents who came by their one-time link."""
    try:
        path = database_path(settings)
        if not path.exists():
            return set()
        store = open_for_reading(settings)
        found = {a.id for a in site.agents if await store.setting(f"chat:{a.id}")}
        await store.close()
    except (UserMistake, Unavailable, StoreError):
        return set()
    return found
