"""Rules on site.yaml: everything it names exists, times and money can be understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import phonenumbers

from bot.dialogue.explaining import did_you_mean
from bot.dialogue.linting.fairness import suspicions
from bot.dialogue.linting.findings import Finding, Path
from bot.dialogue.site import Site

_DAY = "(Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
_TIME = r"([01][0-9]|2[0-4]):[0-5][0-9]"
_SHIFT = re.compile(rf"^{_DAY}(-{_DAY})?( {_TIME}-{_TIME})?$")
_WEEKLY = re.compile(rf"^{_DAY} {_TIME}$")
_CALLING = re.compile(rf"^{_TIME}-{_TIME}$")
_LENGTH = re.compile(r"^[0-9]{1,4}[smhd]$")
_ORIGIN = re.compile(r"^https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?$")
_EMAIL = re.compile(r"^[^@\s]+@[^@\s]+\.[^@\s]+$")
_PHONE = re.compile(r"^\+?[0-9 ()./-]+(\s?(x|ext\.?)\s?[0-9]{1,5})?$")
_FEWEST_DIGITS, _MOST_DIGITS = 7, 15  # of a phone number
_ADDRESS = re.compile(r"^https?://\S+$")
_LANGUAGE = re.compile(r"^[a-z]{2}(-[A-Z]{2})?$")
_LINK = re.compile(r"^(https?://\S+|/\S*)$")


def findings(site: Site) -> Iterator[Finding]:
    """Everything the rules find in a site file."""
    for rule in RULES:
        yield from rule(site)


def markets_are_whole(site: Site) -> Iterator[Finding]:
    """There is a market, the default is one of them, and time zones exist."""
    if not site.markets:
        yield Finding(("markets",), "needs at least one market", "market.none")
    if site.default_market not in site.markets:
        hint = did_you_mean(site.default_market, site.markets)
        message = f"“default_market” is “{site.default_market}”, which is no market{hint}"
        yield Finding(("default_market",), message, "market.unknown")
    for name, market in site.markets.items():
        if market.country not in phonenumbers.SUPPORTED_REGIONS:
            meant = {"UK": ": did you mean “GB”?"}.get(
                market.country, ": write one such as US, GB or DE"
            )
            message = f"“country” is “{market.country}”, which is no country's code{meant}"
            yield Finding(("markets", name, "country"), message, "market.country")
        if market.calling_hours and not _CALLING.match(market.calling_hours):
            message = f"“calling_hours” is “{market.calling_hours}”: write it as  08:00-21:00"
            yield Finding(("markets", name, "calling_hours"), message, "market.hours")
        if not _zone_exists(market.tz):
            message = f"“tz” is “{market.tz}”, which is no time zone: write one such as {_EXAMPLE}"
            yield Finding(("markets", name, "tz"), message, "market.tz")
        for area in market.coordinates.keys() - market.areas.keys():
            message = f"there is no area “{area}”{did_you_mean(area, market.areas)}"
            path: Path = ("markets", name, "coordinates", area)
            yield Finding(path, message, "area.unknown", on_key=True)


_EXAMPLE = "America/Chicago or Europe/Berlin"


def _zone_exists(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def languages_are_codes(site: Site) -> Iterator[Finding]:
    """A language in words would be taken for another one, or none."""
    places: list[tuple[Path, str]] = [
        (("markets", name, "lang"), market.lang) for name, market in site.markets.items()
    ]
    for index, agent in enumerate(site.agents):
        places += [(("agents", index, "languages", n), x) for n, x in enumerate(agent.languages)]
    for path, lang in places:
        if not _LANGUAGE.match(lang):
            message = f"“{lang}” is no language's code: write one such as en, es, de or es-MX"
            yield Finding(path, message, "language.code")


def ids_are_unique(site: Site) -> Iterator[Finding]:
    """An id is one agent, team or listing."""
    for part in ("agents", "teams", "listings"):
        seen: set[str] = set()
        for index, item in enumerate(getattr(site, part)):
            if item.id in seen:
                message = f"“id” {item.id} is there twice: give this one another"
                yield Finding((part, index, "id"), message, "id.twice")
            seen.add(item.id)


def somebody_is_alerted(site: Site) -> Iterator[Finding]:
    """There is an agent whose phone can ring."""
    if not site.agents:
        message = "“agents” names nobody: hot leads ring no phone and only stand in the inbox"
        yield Finding(("agents",), message, "agents.none", severity="warning")


def agents_fit(site: Site) -> Iterator[Finding]:
    """Markets, teams and areas of an agent exist; shift and e-mail can be understood."""
    teams = [team.id for team in site.teams]
    for index, agent in enumerate(site.agents):
        path: Path = ("agents", index)
        yield from _known((*path, "markets"), agent.markets, site.markets, "market")
        yield from _known((*path, "teams"), agent.teams, teams, "team")
        yield from _known((*path, "areas"), agent.areas, _areas(site, agent.markets), "area")
        if wrong := _wrong_shift(agent.shift):
            message = (
                f"“shift” has “{wrong}”: write always, or days and hours such as  "
                "Mon-Fri 08:00-18:00, Sat 09:00-13:00"
            )
            yield Finding((*path, "shift"), message, "agent.shift", needle=wrong)
        if agent.email and not _EMAIL.match(agent.email):
            message = f"“email” is “{agent.email}”, which is no e-mail address"
            yield Finding((*path, "email"), message, "agent.email")
        if agent.phone and not _is_phone(agent.phone):
            message = f"“phone” is “{agent.phone}”, which is no phone number"
            yield Finding((*path, "phone"), f"{message}: write +1 512-555-0110", "agent.phone")
        low, high = agent.price_min, agent.price_max
        if low is not None and high is not None and low > high:
            message = "“price_min” is above “price_max”"
            yield Finding((*path, "price_min"), message, "agent.price")


def _is_phone(text: str) -> bool:
    digits = sum(character.isdigit() for character in text)
    return bool(_PHONE.match(text)) and _FEWEST_DIGITS <= digits <= _MOST_DIGITS


def _areas(site: Site, markets: Iterable[str]) -> set[str]:
    """The areas of these markets, or of all where an agent works everywhere."""
    names = [name for name in markets if name in site.markets] or list(site.markets)
    return {area for name in names for area in site.markets[name].areas}


def _wrong_shift(shift: str) -> str:
    if shift == "always":
        return ""
    parts = [part.strip() for part in shift.split(",")]
    return next((part or shift for part in parts if not _SHIFT.match(part)), "")


def _known(path: Path, given: Iterable[str], known: Iterable[str], what: str) -> Iterator[Finding]:
    names = set(known)
    for index, name in enumerate(given):
        if name not in names:
            message = f"there is no {what} “{name}”{did_you_mean(name, names)}"
            yield Finding((*path, index), message, f"{what}.unknown")


def teams_fit(site: Site) -> Iterator[Finding]:
    """A team's lead, and the broker, are among the agents; no two teams share a group chat."""
    agents = [agent.id for agent in site.agents]
    if site.broker and site.broker not in agents:
        message = f"“broker” is “{site.broker}”, which is no agent"
        yield Finding(("broker",), message + did_you_mean(site.broker, agents), "agent.unknown")
    for index, team in enumerate(site.teams):
        if team.lead and team.lead not in agents:
            hint = did_you_mean(team.lead, agents)
            message = f"“lead” is “{team.lead}”, which is no agent{hint}"
            yield Finding(("teams", index, "lead"), message, "agent.unknown")
        if team.telegram and any(team.telegram == one.telegram for one in site.teams[:index]):
            message = f"“telegram” {team.telegram} is another team's group chat already"
            yield Finding(("teams", index, "telegram"), message, "team.chat")


def ladder_fits(site: Site) -> Iterator[Finding]:
    """Each rung has a time and somebody to ring."""
    known = {"owner", "everyone", "lead", "broker", *(f"team:{team.id}" for team in site.teams)}
    known |= {f"agent:{agent.id}" for agent in site.agents}
    for band, rungs in site.ladder.items():
        for index, rung in enumerate(rungs):
            path: Path = ("ladder", band, index)
            if not _LENGTH.match(rung.after):
                message = f"“after” is a length of time such as 60s or 5m, not “{rung.after}”"
                yield Finding((*path, "after"), message, "ladder.after")
            if rung.to not in known:
                message = f"“to” is “{rung.to}”, which is nobody{did_you_mean(rung.to, known)}"
                yield Finding((*path, "to"), message, "ladder.to")


def routing_is_fair(site: Site) -> Iterator[Finding]:
    """Who is alerted may not hang on what law protects: no team for families, for one faith …"""
    for index, team in enumerate(site.teams):
        for name in ("id", "name"):
            yield from suspicions(("teams", index, name), getattr(team, name))


def listings_fit(site: Site) -> Iterator[Finding]:
    """A listing's market and agent exist, its viewing times can be understood."""
    agents = [agent.id for agent in site.agents]
    for index, listing in enumerate(site.listings):
        path: Path = ("listings", index)
        if listing.market not in site.markets:
            hint = did_you_mean(listing.market, site.markets)
            message = f"“market” is “{listing.market}”, which is no market{hint}"
            yield Finding((*path, "market"), message, "market.unknown")
        if listing.agent and listing.agent not in agents:
            message = f"“agent” is “{listing.agent}”, which is no agent"
            hint = did_you_mean(listing.agent, agents)
            yield Finding((*path, "agent"), message + hint, "agent.unknown")
        for name in ("picture", "url"):
            if (link := getattr(listing, name)) and not _LINK.match(link):
                message = f"“{name}” is “{link}”, which is no link: begin with https:// or /"
                yield Finding((*path, name), message, "link")
        for number, slot in enumerate(listing.slots):
            if not _WEEKLY.match(slot) and not _is_time(slot):
                message = f"the viewing time “{slot}” is none: write Tue 14:00 or 2026-03-14T11:00"
                yield Finding((*path, "slots", number), message, "listing.slot")


def _is_time(text: str) -> bool:
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return "T" in text


def addresses_are_addresses(site: Site) -> Iterator[Finding]:
    """Links and allowed origins look like what they are."""
    if not _LINK.match(site.privacy_url):
        message = f"“privacy_url” is “{site.privacy_url}”, no link: begin with https:// or /"
        yield Finding(("privacy_url",), message, "link")
    if site.base_url and not _ADDRESS.match(site.base_url):
        message = f"“base_url” is “{site.base_url}”, no link: begin with https://"
        yield Finding(("base_url",), message, "link")
    for index, origin in enumerate(site.allowed_origins):
        if not _ORIGIN.match(origin):
            message = (
                f"“{origin}” is no origin: write it like https://www.example.com, without a path"
            )
            yield Finding(("allowed_origins", index), message, "origin")


def what_is_sent_nowhere_is_said(site: Site) -> Iterator[Finding]:
    """Keys that are taken, and that nothing is done with yet."""
    for name in ("webhooks", "crm"):
        if getattr(site, name):
            message = (
                f"“{name}” is kept, but this version sends nothing there: "
                "doorstep leads --json and --csv bring leads into other systems"
            )
            yield Finding((name,), message, f"{name}.unsent", "warning", on_key=True)


RULES: tuple[Callable[[Site], Iterator[Finding]], ...] = (
    markets_are_whole,
    languages_are_codes,
    ids_are_unique,
    somebody_is_alerted,
    agents_fit,
    teams_fit,
    ladder_fits,
    routing_is_fair,
    listings_fit,
    addresses_are_addresses,
    what_is_sent_nowhere_is_said,
)
