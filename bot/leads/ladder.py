"""The escalation ladder: who is rung how long after a lead became hot."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.dialogue.site import Agent, Rung, Site

ESCALATE_AFTER = 90  # seconds: an unclaimed lead rings again within 60 to 120 s
_DURATION = re.compile(r"(\d+)\s*(s|sec|m|min|h)?")
_SECONDS = {"": 1, "s": 1, "sec": 1, "m": 60, "min": 60, "h": 3600}


@dataclass(frozen=True, slots=True)
class RungTime:
    """Who is rung how many seconds after the lead became hot."""

    after: int
    to: str  # as written: owner, everyone, team:ID, agent:ID
    agents: tuple[str, ...]


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
        agents = _who(to, site, people)
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
    """The written rungs in order of time, completed at both ends."""
    written = site.ladder.get("hot") or (Rung(),)
    steps = sorted(((seconds(rung.after), rung.to) for rung in written), key=lambda step: step[0])
    if steps[0][0] > 0:
        steps.insert(0, (0, "owner"))
    if steps[-1][0] == 0:
        steps.append((ESCALATE_AFTER, "everyone"))
    return steps


def _who(to: str, site: Site, people: People) -> tuple[str, ...]:
    """The agents that a rung means; nobody for an id that does not exist."""
    kind, _, id_ = to.partition(":")
    if kind == "agent":
        return tuple(agent.id for agent in site.agents if agent.id == id_)
    if kind == "team":
        return tuple(agent.id for agent in site.agents if id_ in agent.teams)
    return people.everyone if kind == "everyone" else people.owner
