"""Who is rung for a lead, in which order, and why in words. Pure: now and loads are given.

The listing's agent first, then who had this visitor before, then who fits by market, area,
language and price among those on shift, the least loaded first. Where nobody fits, the default
rule, which no setting removes, rings everyone of the market, and failing that everyone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.dialogue.site import Agent, Site
from bot.leads.duty import NOBODY_SAID, Roster
from bot.leads.facts import AlertFacts, listing_of, zone
from bot.leads.hours import day_and_time
from bot.leads.ladder import People, RungTime, climb, of_market

LOOKS: Final = 4  # of the visitor's hours and the office's, until both agree on a time


@dataclass(frozen=True, slots=True)
class Routing:
    """The answer to "who?": those rung at once, the owner among them, the ladder, and why."""

    agents: tuple[Agent, ...]  # rung at once
    why: str
    rungs: tuple[RungTime, ...] = ()  # the whole ladder, the first at once
    owner: str = ""  # who the lead is meant for; "" where the default rule rang everybody
    silent: bool = False  # nobody may call now: it arrives without a sound
    opens: datetime | None = None  # when it rings aloud and the ladder begins; None for at once
    people: People | None = None  # whom the words of the ladder mean

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of the agents rung at once."""
        return tuple(agent.id for agent in self.agents)

    @property
    def first(self) -> tuple[str, ...]:
        """Where it rings at once: agents, and groups in the place of their members."""
        return self.rungs[0].agents if self.rungs else ()


def route(
    facts: AlertFacts,
    site: Site,
    now: datetime,
    previous: str = "",
    roster: Roster = NOBODY_SAID,
) -> Routing:
    """Who is rung for this lead. ``previous`` had this visitor before; the ``roster`` knows who
    paused, and how many leads each agent was given lately, so that equals take turns."""
    case = _Case(facts, site, now, previous, roster)
    choice = _choose(case)
    meant = choice.agents if choice.default else choice.agents[:1]
    people = People(tuple(agent.id for agent in meant), case.everyone)
    rungs = climb(site, people)
    first = members(rungs[0].agents, site) if rungs else ()
    opens = _opens(case, first)
    return Routing(
        agents=tuple(agent for agent in site.agents if agent.id in first),
        why=choice.why + _later(case, opens),
        rungs=rungs,
        owner="" if choice.default else choice.agents[0].id,
        silent=opens is not None,
        opens=opens,
        people=people,
    )


def members(boxes: Iterable[str], site: Site) -> tuple[str, ...]:
    """The agents whom these ids reach: a group's members in its place."""
    found: dict[str, None] = {}
    for box in boxes:
        kind, _, team = box.rpartition(":")
        if kind == "team":
            found.update({a.id: None for a in site.agents if team in a.teams})
        else:
            found[box] = None
    return tuple(found)


class _Case:
    """One lead's routing: what is known, and who works now."""

    __slots__ = ("facts", "notes", "now", "previous", "roster", "site", "working")

    def __init__(
        self, facts: AlertFacts, site: Site, now: datetime, previous: str, roster: Roster
    ) -> None:
        self.facts, self.site, self.now = facts, site, now
        self.previous, self.roster = previous, roster
        self.notes: list[str] = []  # each rule that was passed over, in words
        self.working = {a.id for a in site.agents if roster.works(a, self.clock_of(a))}

    def clock_of(self, agent: Agent) -> datetime:
        """Now on the agent's clock: the lead's market where they work there, else their own."""
        return local_of(agent, self.site, self.now, self.facts.market)

    def load(self, agent: Agent) -> int:
        """How many leads this agent was given lately."""
        return self.roster.loads.get(agent.id, 0)

    @property
    def everyone(self) -> tuple[str, ...]:
        """Everyone of the market, or everyone; those on shift where anybody is."""
        people = of_market(self.site, self.facts.market) or self.site.agents
        at_work = tuple(agent.id for agent in people if agent.id in self.working)
        return at_work or tuple(agent.id for agent in people)


def local_of(agent: Agent, site: Site, now: datetime, market: str = "") -> datetime:
    """Now on an agent's clock."""
    if agent.markets and market not in agent.markets:
        market = agent.markets[0]
    return now.astimezone(zone(site.market(market).tz))


@dataclass(frozen=True, slots=True)
class _Choice:
    """Who is meant, best first, and why."""

    agents: tuple[Agent, ...]
    why: str
    default: bool = False


def _choose(case: _Case) -> _Choice:
    """The rules in their order; each one passed over leaves its note."""
    for agent, words in _named(case):
        if agent.id in case.working:
            return _Choice((agent,), _sentence(case, f"{agent.name} {words}"))
        away = case.roster.why_away(agent, case.clock_of(agent))
        case.notes.append(f"{agent.name} {words} but {away}")
    fitting = _fitting(case)
    if not fitting:
        return _default(case)
    best = _take_turns(case, fitting)
    return _Choice(best, _sentence(case, _why_best(case, best)))


def _named(case: _Case) -> Iterable[tuple[Agent, str]]:
    """Who is meant by name: the listing's agent, then the agent this visitor had."""
    listing = listing_of(case.site, case.facts.listing_id)
    wanted = (
        (listing.agent if listing else "", f"looks after {case.facts.listing_id}"),
        (case.previous, "had this visitor before"),
    )
    for id_, words in wanted:
        for agent in case.site.agents:
            if id_ and agent.id == id_:
                yield agent, words


def _fitting(case: _Case) -> tuple[Agent, ...]:
    """Those of the market on shift whose areas, languages and prices include this lead."""
    facts = case.facts
    pool = tuple(a for a in of_market(case.site, facts.market) if a.id in case.working)
    if not pool:
        case.notes.append(f"nobody of {facts.market} is on shift")
    tests: tuple[tuple[str, Callable[[Agent], bool]], ...] = (
        (facts.area, lambda agent: not agent.areas or facts.area in agent.areas),
        (facts.lang, lambda agent: not agent.languages or facts.lang in agent.languages),
        ("this price", lambda agent: _affords(agent, facts.budget)),
    )
    for words, fits in tests:
        rest = tuple(agent for agent in pool if not words or fits(agent))
        if pool and not rest:
            case.notes.append(f"nobody on shift covers {words}")
        pool = rest
    return pool


def _affords(agent: Agent, budget: float | None) -> bool:
    """Whether a budget, where known, is in the agent's price band."""
    if budget is None:
        return True
    low = agent.price_min if agent.price_min is not None else 0
    return low <= budget and (agent.price_max is None or budget <= agent.price_max)


def _take_turns(case: _Case, pool: tuple[Agent, ...]) -> tuple[Agent, ...]:
    """The pool, best first: who names the area and the language before who takes all, then the
    least loaded, then the order of the site file."""
    facts = case.facts

    def rank(agent: Agent) -> tuple[bool, bool, int]:
        stranger = bool(facts.area) and facts.area not in agent.areas
        return stranger, facts.lang not in agent.languages, case.load(agent)

    return tuple(sorted(pool, key=rank))


def _default(case: _Case) -> _Choice:
    """The rule that no setting removes: everyone of the market, or else everyone."""
    everyone = case.everyone
    if not everyone:
        words = "no agent is in site.yaml, so the lead waits in the inbox"
        return _Choice((), _sentence(case, words), default=True)
    known = of_market(case.site, case.facts.market)
    words = f"so everyone of {case.facts.market} is rung" if known else "so everyone is rung"
    agents = tuple(agent for agent in case.site.agents if agent.id in everyone)
    return _Choice(agents, _sentence(case, words), default=True)


def _opens(case: _Case, first: tuple[str, ...]) -> datetime | None:
    """When it rings aloud: now, which is None, while one of those rung first, or failing them one
    of everyone, works: their shift is theirs to say. Else as soon as one works again and the
    visitor may be called; whoever asked for it may be called at night."""
    here = case.now.astimezone(case.facts.tz)
    people = [agent for agent in case.site.agents if agent.id in {*first, *case.everyone}]
    if any(agent.id in case.working for agent in people):
        return None
    at = here
    for _ in range(LOOKS):
        if not any(case.roster.works(agent, _there(case, agent, at)) for agent in people):
            at = _next_at_work(case, people, at)
        decent = at if case.facts.call_now else case.facts.hours.opens(at)
        if decent == at:
            break
        at = decent
    return at if at > here else None


def _next_at_work(case: _Case, people: list[Agent], at: datetime) -> datetime:
    """When the first of them is back; now where nobody knows."""
    backs = (case.roster.returns(agent, _there(case, agent, at)) for agent in people)
    return min((back.astimezone(at.tzinfo) for back in backs if back is not None), default=at)


def _there(case: _Case, agent: Agent, at: datetime) -> datetime:
    return local_of(agent, case.site, at, case.facts.market)


def _later(case: _Case, opens: datetime | None) -> str:
    """A sentence of its own where it does not ring now."""
    if opens is None:
        return ""
    return f" It rings aloud at {day_and_time(opens, case.now.astimezone(case.facts.tz))}."


def _why_best(case: _Case, pool: tuple[Agent, ...]) -> str:
    """Why the first of those who fit."""
    agent, facts = pool[0], case.facts
    covers = facts.area if facts.area and facts.area in agent.areas else facts.market
    words = f"{agent.name} is on shift and covers {covers}"
    if facts.lang in agent.languages:
        words += f", speaks {facts.lang}"
    if len(pool) > 1:
        words += f", and is first of {len(pool)} who fit ({case.load(agent)} lately)"
    return words


def _sentence(case: _Case, last: str) -> str:
    """The notes and the decision as one sentence."""
    return "; ".join((*case.notes, last)) + "."
