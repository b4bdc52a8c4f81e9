"""The escalation ladder: who is rung how long after a lead became hot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.dialogue.site import Agent, Rung, Site

ESCALATE_AFTER = 90  # seconds: an unclaimed lead rings again within 60 to 120 s
DEFAULT = (  # a rung whom nobody stands on is left out
    Rung(),
    Rung(after=f"{ESCALATE_AFTER}s", to="everyone"),
    Rung(after="5m", to="lead"),
    Rung(after="10m", to="broker"),
)
GIVE_UP_AFTER = 600  # seconds: then the visitor is told honestly that nobody could be reached
_DURATION = re.compile(r"(\d+)\s*(s|sec|m|min|h)?")
_SECONDS = {"": 1, "s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class RungTime:
    """Who is rung how many seconds after the lead became hot."""

    after: int
    to: str  # as written: owner, everyone, lead, broker, team:ID, agent:ID
    agents: tuple[str, ...]  # ids of agents, and "team:ID" for a team that has a group chat


@dataclass(frozen=True, slots=True)
class People:
    """Whom the words of a ladder mean for one lead, as agent ids."""

    owner: tuple[str, ...]  # whom the routing chose; several where the default rule did
    everyone: tuple[str, ...]  # of the market, on shift where anybody is


def climb(site: Site, people: People) -> tuple[RungTime, ...]:
    """The ladder of a hot lead with its people. It always begins at once and, so that an unclaimed
    lead rings again, always has a later rung; nothing only where there is nobody at all."""
    if not people.owner:
        return ()
    steps = _steps(site)
    at_once: dict[str, None] = {}
    later: list[RungTime] = []
    for after, to in steps:
        agents = rung_by(to, site, people)
        if after == 0:
            at_once.update(dict.fromkeys(agents))
        elif agents:
            later.append(RungTime(after, to, agents))
    return (RungTime(0, steps[0][1], tuple(at_once) or people.owner), *later)


def seconds(text: str) -> int:
    """A delay such as ``0s``, ``90 s``, ``3m`` or ``1h`` in seconds; 0 where it cannot be read."""
    match = _DURATION.fullmatch(text.strip().lower())
    return int(match[1]) * _SECONDS[match[2] or ""] if match else 0


def of_market(site: Site, market: str) -> tuple[Agent, ...]:
    """The agents of a market; one who names no market works in all."""
    return tuple(agent for agent in site.agents if not agent.markets or market in agent.markets)


def _steps(site: Site) -> list[tuple[int, str]]:
    """The written rungs in order of time, completed at both ends; the default where none is."""
    written = site.ladder.get("hot") or DEFAULT
    steps = sorted(((seconds(rung.after), rung.to) for rung in written), key=lambda step: step[0])
    if steps[0][0] > 0:
        steps.insert(0, (0, "owner"))
    if steps[-1][0] == 0:
        steps.append((ESCALATE_AFTER, "everyone"))
    return steps


def rung_by(to: str, site: Site, people: People) -> tuple[str, ...]:
    """Whom a rung rings: agents, and groups in the place of their members; nobody for an id that
    does not exist."""
    kind, _, id_ = to.partition(":")
    if kind == "agent":
        return tuple(agent.id for agent in site.agents if agent.id == id_)
    if kind == "team":
        members = tuple(agent.id for agent in site.agents if id_ in agent.teams)
        return _in_groups(members, site, only=id_)
    if kind == "everyone":
        return _in_groups(people.everyone, site)
    if kind == "lead":
        return _leads(site, people)
    if kind == "broker":
        return tuple(agent.id for agent in site.agents if agent.id == site.broker)
    return people.owner


def gives_up_after(rungs: tuple[RungTime, ...]) -> int:
    """Seconds after which nobody else will be rung, and the visitor is told so."""
    return max(GIVE_UP_AFTER, max((rung.after for rung in rungs), default=0) + 60)


def _in_groups(agents: tuple[str, ...], site: Site, only: str = "") -> tuple[str, ...]:
    """The same people, reached in their team's group chat where it has one."""
    chats = {team.id for team in site.teams if team.telegram and only in ("", team.id)}
    found: dict[str, None] = {}
    for agent in site.agents:
        if agent.id in agents:
            team = next((team for team in agent.teams if team in chats), "")
            found[f"team:{team}" if team else agent.id] = None
    return tuple(found)


def _leads(site: Site, people: People) -> tuple[str, ...]:
    """The heads of the teams of those for whom the lead is meant; where these are in no team
    with a head, of all who could take it."""
    return _heads(site, people.owner) or _heads(site, people.everyone)


def _heads(site: Site, agents: tuple[str, ...]) -> tuple[str, ...]:
    teams = {team for agent in site.agents if agent.id in agents for team in agent.teams}
    known = {agent.id for agent in site.agents}
    heads = (team.lead for team in site.teams if team.id in teams and team.lead in known)
    return tuple(dict.fromkeys(heads))
