"""Who is rung for a lead, in which order, and why in words. Pure: now and loads are given.

The listing's agent first, then who had this visitor before, then who fits by market, area,
language and price among those on shift, the least loaded first. Where nobody fits, the default
rule, which no setting removes, rings everyone of the market, and failing that everyone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.dialogue.shifts import DAYS, next_start, on_shift
from bot.dialogue.site import Agent, Site
from bot.leads.facts import AlertFacts, listing_of, zone
from bot.leads.ladder import People, RungTime, climb, of_market


@dataclass(frozen=True, slots=True)
class Routing:
    """The answer to "who?": those rung at once, the owner among them, the ladder, and why."""

    agents: tuple[Agent, ...]  # rung at once
    why: str
    rungs: tuple[RungTime, ...] = ()  # the whole ladder, the first at once
    owner: str = ""  # who the lead is meant for; "" where the default rule rang everybody
    silent: bool = False  # nobody is on shift: it arrives without a sound

    @property
    def ids(self) -> tuple[str, ...]:
        """Ids of those rung at once."""
        return tuple(agent.id for agent in self.agents)


def route(
    facts: AlertFacts,
    site: Site,
    now: datetime,
    previous: str = "",
    loads: Mapping[str, int] | None = None,
) -> Routing:
    """Who is rung for this lead. ``previous`` had this visitor before; ``loads`` counts the leads
    each agent was given lately, so that equals take turns."""
    case = _Case(facts, site, now, previous, loads or {})
    choice = _choose(case)
    meant = choice.agents if choice.default else choice.agents[:1]
    rungs = climb(site, People(tuple(agent.id for agent in meant), case.everyone))
    first = rungs[0].agents if rungs else ()
    return Routing(
        agents=tuple(agent for id_ in first for agent in site.agents if agent.id == id_),
        why=choice.why,
        rungs=rungs,
        owner="" if choice.default else choice.agents[0].id,
        silent=bool(first) and case.working.isdisjoint(first),
    )


class _Case:
    """One lead's routing: what is known, and who works now."""

    __slots__ = ("facts", "loads", "notes", "now", "previous", "site", "working")

    def __init__(
        self, facts: AlertFacts, site: Site, now: datetime, previous: str, loads: Mapping[str, int]
    ) -> None:
        self.facts, self.site, self.now = facts, site, now
        self.previous, self.loads = previous, loads
        self.notes: list[str] = []  # each rule that was passed over, in words
        self.working = {a.id for a in site.agents if on_shift(a.shift, self.clock_of(a))}

    def clock_of(self, agent: Agent) -> datetime:
        """Now on the agent's clock: the lead's market where they work there, else their own."""
        market = self.facts.market
        if agent.markets and market not in agent.markets:
            market = agent.markets[0]
        return self.now.astimezone(zone(self.site.market(market).tz))

    @property
    def everyone(self) -> tuple[str, ...]:
        """Everyone of the market, or everyone; those on shift where anybody is."""
        people = of_market(self.site, self.facts.market) or self.site.agents
        at_work = tuple(agent.id for agent in people if agent.id in self.working)
        return at_work or tuple(agent.id for agent in people)


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
        case.notes.append(f"{agent.name} {words} but is off shift{_until(case, agent)}")
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
        return stranger, facts.lang not in agent.languages, case.loads.get(agent.id, 0)

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


def _until(case: _Case, agent: Agent) -> str:
    """ " until Mon 08:00", "" when not known."""
    start = next_start(agent.shift, case.clock_of(agent))
    return f" until {DAYS[start.weekday()]} {start:%H:%M}" if start else ""


def _why_best(case: _Case, pool: tuple[Agent, ...]) -> str:
    """Why the first of those who fit."""
    agent, facts = pool[0], case.facts
    covers = facts.area if facts.area and facts.area in agent.areas else facts.market
    words = f"{agent.name} is on shift and covers {covers}"
    if facts.lang in agent.languages:
        words += f", speaks {facts.lang}"
    if len(pool) > 1:
        words += f", and is first of {len(pool)} who fit ({case.loads.get(agent.id, 0)} lately)"
    return words


def _sentence(case: _Case, last: str) -> str:
    """The notes and the decision as one sentence."""
    return "; ".join((*case.notes, last)) + "."
