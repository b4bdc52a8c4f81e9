"""From "the agents must know" to rows of the outbox: who is rung, over which lane, and why."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot.dialogue import effects as fx
from bot.dialogue.site import Agent, Site
from bot.leads.facts import facts_of_lead
from bot.leads.ladder import RungTime
from bot.leads.routing import route
from bot.records import frozen
from bot.replies import encode
from storage import rows


@frozen
class Rung:
    """What a turn's rings put into the outbox and onto the lead's timeline."""

    outgoing: tuple[rows.Outgoing, ...] = ()
    events: tuple[rows.Event, ...] = ()
    agents: tuple[str, ...] = ()
    loud: bool = False


QUIET = Rung()


def ring(
    rings: list[fx.Ring],
    lead: rows.Lead,
    rung: tuple[str, ...],
    site: Site,
    now: datetime,
) -> Rung:
    """The rows for a turn's rings. ``rung`` are the agents whose phones rang before."""
    if not rings:
        return QUIET
    if rung:
        return _update(rings, lead, rung, site, now)
    loud = next((effect for effect in rings if effect.kind in ("hot", "callback")), None)
    return _first(loud, lead, site, now) if loud else QUIET


def lane(agent: Agent) -> str:
    """Where an agent is reached: rows of one lane leave one after another."""
    return f"tg:{agent.telegram}" if agent.telegram else f"inbox:{agent.id}"


def _first(cause: fx.Ring, lead: rows.Lead, site: Site, now: datetime) -> Rung:
    routing = route(facts_of_lead(lead, site, now), site, now)
    data = {"cause": cause.cause, **cause.data}
    outgoing = tuple(
        rows.Outgoing(
            key=f"hot:{lead.id}:{agent.id}",
            kind="alert.hot",
            lane=lane(agent),
            payload=encode({"agent": agent.id, "silent": routing.silent, **data}),
            due_at=now,
            lead_id=lead.id,
            created_at=now,
        )
        for agent in routing.agents
    )
    outgoing += tuple(_rung_later(lead, rung, now) for rung in routing.rungs if rung.after)
    told = {"agents": routing.ids, "why": routing.why, "total": lead.total, **data}
    event = rows.Event(lead.id, "hot", "bot", encode(told), now)
    return Rung(outgoing, (event,), routing.ids, loud=True)


def _rung_later(lead: rows.Lead, rung: RungTime, now: datetime) -> rows.Outgoing:
    """A durable timer: when it is due and nobody has claimed, these are rung as well."""
    return rows.Outgoing(
        key=f"ladder:{lead.id}:{rung.after}",
        kind="alert.ladder",
        lane=f"ladder:{lead.id}:{rung.after}",
        payload=encode({"after": rung.after, "agents": rung.agents}),
        due_at=now + timedelta(seconds=rung.after),
        lead_id=lead.id,
        created_at=now,
    )


def _update(
    rings: list[fx.Ring], lead: rows.Lead, rung: tuple[str, ...], site: Site, now: datetime
) -> Rung:
    """A lead rings loudly once: whatever comes later changes the message that is there."""
    data = {"cause": rings[-1].cause, **rings[-1].data}
    number = round(now.timestamp() * 1000)
    outgoing = tuple(
        rows.Outgoing(
            key=f"edit:{lead.id}:{agent.id}:{number}",
            kind="alert.edit",
            lane=lane(agent),
            payload=encode({"agent": agent.id, **data}),
            due_at=now,
            lead_id=lead.id,
            created_at=now,
        )
        for agent in site.agents
        if agent.id in rung
    )
    return Rung(outgoing)
