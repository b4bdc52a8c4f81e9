"""Puts warm leads into digests, three times a day on the clock of each market.

Each time is a row of the outbox that queues the next one when it ran. A lead is given to the
agent who would be rung for it, and stands in one digest.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime, time, timedelta
from typing import Any, Final

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.digests import LISTED, digest_id, keeping, listed, row_of, skip_name
from bot.alerts.outcomes import Delivered, Outcome
from bot.alerts.view import Case
from bot.dialogue.site import Agent
from bot.leads.facts import zone
from bot.leads.routing import local_of
from storage.rows import Event, Lead, Outgoing
from storage.store import LeadFilter

TIMES: Final = (time(8, 30), time(12, 30), time(17))
BACK: Final = timedelta(days=3)  # a warm lead that nobody saw for so long is found in the inbox
STILL_TALKING: Final = timedelta(minutes=10)
MOST: Final = 500  # warm leads looked at


class Planner:
    """Makes the digests of one time of day."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def run(self, payload: dict[str, Any], now: datetime) -> Outcome:
        """A digest's time has come in a market."""
        await self._desk.rota.recount()
        market = str(payload["market"])
        site = self._desk.cases.site()
        following = [following_row(name, zone(one.tz), now) for name, one in site.markets.items()]
        if self._desk.messenger is None or market not in site.markets:
            return Delivered("inbox", then=tuple(following))
        slot = datetime.fromisoformat(str(payload["at"]))
        since = _before(slot)
        rows, events = list[Outgoing](), list[Event]()
        for agent_id, leads in (await self._given(market, now)).items():
            agent = self._desk.directory.agent(agent_id)
            if agent is None or await self._skips(agent, now):
                continue
            id_ = digest_id(agent_id, f"{slot:%y%m%d-%H%M}")
            ids = [case.facts.lead_id for case in leads[:LISTED]]
            await self._desk.store.set_setting(id_, keeping(ids, agent_id, since, now))
            rows.append(row_of(id_, agent, now))
            events += [listed(lead, agent_id, id_, now) for lead in ids]
        return Delivered("planned", then=(*rows, *following), events=tuple(events))

    async def _given(self, market: str, now: datetime) -> dict[str, list[Case]]:
        """Warm leads that nobody has or was told of, by the agent who would be rung; the best
        first."""
        given: dict[str, list[Case]] = defaultdict(list)
        for lead in await self._unclaimed(now):
            talking = lead.status == "partial" and now - lead.updated_at < STILL_TALKING
            if lead.market != market or talking:
                continue
            case = await self._desk.cases.of(lead)
            if case.gone or case.story.digests or not _waits(case):
                continue
            agent = self._agent(case, now)
            if agent:
                given[agent].append(case)
        return {id_: sorted(cases, key=_best) for id_, cases in given.items()}

    async def _unclaimed(self, now: datetime) -> list[Lead]:
        """Warm leads, and hot ones: some of those nobody answered."""
        store, since = self._desk.store, now - BACK
        return [
            lead
            for band in ("hot", "warm")
            for lead in await store.leads(
                LeadFilter(band=band, unclaimed=True, since=since, limit=MOST)
            )
        ]

    def _agent(self, case: Case, now: datetime) -> str:
        """Whose digest it stands in: nobody's who passed, or while nobody works."""
        routing = self._desk.routing(case, now)
        everyone = routing.people.everyone if routing.people is not None else ()
        agents = map(self._desk.directory.agent, (routing.owner, *routing.ids, *everyone))
        left = {agent for agent, _ in case.story.passed} | {case.story.freed_by}
        fit = (agent.id for agent in agents if agent and self._desk.works(agent, case))
        return next((id_ for id_ in fit if id_ not in left), "")

    async def _skips(self, agent: Agent, now: datetime) -> bool:
        today = local_of(agent, self._desk.cases.site(), now).date().isoformat()
        return await self._desk.store.setting(skip_name(agent.id)) == today


def first_rows(desk: Desk) -> Iterable[Outgoing]:
    """The next digest of each market; a known one stays as it is."""
    now = desk.clock()
    for name, market in desk.cases.site().markets.items():
        yield following_row(name, zone(market.tz), now)


def following_row(market: str, tz: Any, now: datetime) -> Outgoing:
    """The timer of a market's next digest."""
    at = next_time(now.astimezone(tz))
    key = f"{market}:{at:%y%m%d-%H%M}"
    return outgoing.timer("warm", key, at, now, market=market, at=at.isoformat())


def next_time(local: datetime) -> datetime:
    """The next time of day for a digest."""
    for days in (0, 1):
        day = local.date() + timedelta(days=days)
        for at in TIMES:
            moment = datetime.combine(day, at, local.tzinfo)
            if moment > local:
                return moment
    raise AssertionError("a day has digests")


def _before(slot: datetime) -> datetime:
    """The digest before this one."""
    earlier = [at for at in TIMES if at < slot.time()]
    day = slot.date() if earlier else slot.date() - timedelta(days=1)
    return datetime.combine(day, earlier[-1] if earlier else TIMES[-1], slot.tzinfo)


def _waits(case: Case) -> bool:
    """Whether nobody's phone tells of it: it never rang, or its ladder ended with nobody."""
    return case.story.unanswered or not case.story.rung


def _best(case: Case) -> tuple[int, datetime]:
    return -case.facts.total, case.facts.at
