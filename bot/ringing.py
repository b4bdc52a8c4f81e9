"""From "the agents must know" to rows of the outbox: who is rung, over which lane, and why."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from bot.compact import encode
from bot.dialogue import effects as fx
from bot.dialogue.scoring import HOT
from bot.dialogue.site import Agent, Site
from bot.leads.duty import NOBODY_SAID, Roster
from bot.leads.facts import facts_of_lead
from bot.leads.ladder import RungTime, gives_up_after
from bot.leads.routing import Routing, route
from bot.records import frozen
from storage import rows

COME_BACK: Final = timedelta(hours=4)  # of silence after which going on is a return
SETTLES: Final = timedelta(seconds=60)  # before a return is told: what they want now is in it
SECOND: Final = timedelta(seconds=60)  # after which an alert that arrived nowhere goes another way


class Dispatch(Protocol):
    """Who works, who had how many leads lately, and who had a person before."""

    @property
    def roster(self) -> Roster: ...

    async def previous(self, lead_id: str, phone: str, email: str) -> str: ...

    def gave(self, agent: str) -> None: ...


class NobodyKnown:
    """Where there is no rota: shifts alone decide."""

    roster = NOBODY_SAID

    async def previous(self, _lead_id: str, _phone: str, _email: str) -> str:
        """Nobody."""
        return ""

    def gave(self, _agent: str) -> None:
        """Nobody counts."""


@frozen
class Scene:
    """What a turn is played in, as far as ringing goes."""

    site: Site
    now: datetime
    roster: Roster = NOBODY_SAID
    previous: str = ""  # the agent who had this person before
    before: rows.Lead | None = None  # the lead as it was
    rung: tuple[str, ...] = ()  # agents and groups whose phones rang before
    spoke: bool = True  # it is the visitor's own turn


@frozen
class Rung:
    """What a turn's rings put into the outbox and onto the lead's timeline."""

    outgoing: tuple[rows.Outgoing, ...] = ()
    events: tuple[rows.Event, ...] = ()
    agents: tuple[str, ...] = ()
    loud: bool = False
    owner: str = ""  # for whom it is meant


QUIET = Rung()


def ring(rings: list[fx.Ring], lead: rows.Lead, scene: Scene) -> Rung:
    """The rows for a turn's rings, and for a visitor who came back."""
    made = _rings(rings, lead, scene) if rings else QUIET
    back = _returned(lead, scene)
    if back is None:
        return made
    return replace(
        made,
        outgoing=(*made.outgoing, *back.outgoing),
        events=(*back.events, *made.events),
    )


def _rings(rings: list[fx.Ring], lead: rows.Lead, scene: Scene) -> Rung:
    if scene.rung:
        return _update(lead, scene)
    loud = next((effect for effect in rings if effect.kind in ("hot", "callback")), None)
    return _first(loud, lead, scene) if loud else QUIET


def _first(cause: fx.Ring, lead: rows.Lead, scene: Scene) -> Rung:
    now = scene.now
    before = (scene.before.owner if scene.before else "") or scene.previous
    facts = facts_of_lead(lead, scene.site, now)
    routing = route(facts, scene.site, now, before, scene.roster)
    data = {"cause": cause.cause, **cause.data}
    outgoing = tuple(
        rows.Outgoing(
            key=f"hot:{lead.id}:{box}",
            kind="alert.hot",
            lane=_lane(box, scene.site),
            payload=encode({"agent": box, "silent": routing.silent, **data}),
            due_at=now,
            lead_id=lead.id,
            created_at=now,
        )
        for box in routing.first
    )
    outgoing += tuple(_timers(lead, routing, now))
    event = rows.Event(lead.id, "hot", "bot", encode(_told(routing, lead) | data), now)
    return Rung(outgoing, (event,), routing.first, loud=True, owner=routing.owner)


def _told(routing: Routing, lead: rows.Lead) -> dict[str, Any]:
    """What the timeline keeps of a routing."""
    told: dict[str, Any] = {
        "agents": routing.first,
        "why": routing.why,
        "total": lead.total,
        "owner": routing.owner,
        "ladder": [[rung.after, rung.to, rung.agents] for rung in routing.rungs],
    }
    if routing.opens is not None:
        told["opens"] = routing.opens.isoformat()
    return told


def _timers(lead: rows.Lead, routing: Routing, now: datetime) -> Iterable[rows.Outgoing]:
    """What is looked at later: the ladder, or the morning at which it begins; whether the alert
    arrived; and whether anybody came."""
    if not routing.first:
        return
    yield _timer("second", lead.id, lead, now, now + SECOND)
    if routing.opens is not None:
        key = f"{lead.id}:{routing.opens:%y%m%d%H%M}"
        yield _timer("open", key, lead, now, routing.opens)
        return
    for rung in routing.rungs:
        if rung.after:
            yield _ladder(lead, rung, now)
    until = now + timedelta(seconds=gives_up_after(routing.rungs))
    yield _timer("unanswered", f"{lead.id}:first", lead, now, until)


def _ladder(lead: rows.Lead, rung: RungTime, now: datetime) -> rows.Outgoing:
    """When it is due and nobody has claimed, those of this rung are rung as well."""
    what = {"after": rung.after, "to": rung.to, "agents": rung.agents}
    due = now + timedelta(seconds=rung.after)
    return _timer("ladder", f"{lead.id}:{rung.after}", lead, now, due, **what)


def _timer(
    kind: str, key: str, lead: rows.Lead, now: datetime, due: datetime, **what: Any
) -> rows.Outgoing:
    """A durable timer, in a lane of its own: what is due later holds nothing up."""
    key = f"{kind}:{key}"
    return rows.Outgoing(
        key, f"alert.{kind}", f"timer:{key}", encode(what), due, lead.id, created_at=now
    )


def _update(lead: rows.Lead, scene: Scene) -> Rung:
    """A lead rings loudly once: whatever comes later changes the message that is there."""
    number = round(scene.now.timestamp() * 1000)
    outgoing = tuple(
        rows.Outgoing(
            key=f"edit:{lead.id}:{box}:{number}",
            kind="alert.edit",
            lane=_lane(box, scene.site),
            payload=encode({"agent": box}),
            due_at=scene.now,
            lead_id=lead.id,
            created_at=scene.now,
            rank=rows.LOOK,
        )
        for box in scene.rung
    )
    return Rung(outgoing)


def _returned(lead: rows.Lead, scene: Scene) -> Rung | None:
    """A visitor of whom agents know is here again, by a new chat or after hours of silence; or,
    while they are, has become hot."""
    before, now = scene.before, scene.now
    if before is None or not scene.spoke or not (scene.rung or before.owner):
        return None
    cause = f"{lead.conversation}:{now:%y%m%d%H%M%S}"
    if before.conversation != lead.conversation or now - before.updated_at >= COME_BACK:
        told = {
            "visit": max(2, before.visits),
            "last_at": before.updated_at.isoformat(),
            "total": before.total,
            "band": before.band,
            "cause": cause,
        }
        event = rows.Event(lead.id, "returned", "visitor", encode(told), now)
        key = f"{lead.id}:{cause}"
        row = _timer("back", key, lead, now, now + SETTLES, cause=cause)
        rose = _rose(lead, before, now, cause)
        return Rung((row, *rose), (event,))
    rose = _rose(lead, before, now, cause)
    return Rung(rose) if rose else None


def _rose(
    lead: rows.Lead, before: rows.Lead, now: datetime, cause: str
) -> tuple[rows.Outgoing, ...]:
    if lead.band != HOT or before.band == HOT:
        return ()
    return (_timer("back", f"{lead.id}:{cause}:rose", lead, now, now, rose=True),)


def lane(agent: Agent) -> str:
    """Where an agent is reached."""
    return f"tg:{agent.telegram}" if agent.telegram else f"inbox:{agent.id}"


def _lane(box: str, site: Site) -> str:
    """Where rows wait their turn: those of one chat leave one after another."""
    kind, _, team = box.rpartition(":")
    chats = site.teams if kind == "team" else site.agents
    id_ = team if kind == "team" else box
    chat = next((one.telegram for one in chats if one.id == id_), None)
    return f"tg:{chat}" if chat else f"inbox:{box}"
