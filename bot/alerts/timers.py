"""What is due later, as rows of the outbox: the ladder, mornings, reminders, digests.

A row says what to look at, never what to do: whatever happened meanwhile counts. Run twice, after
a kill, it queues what is queued already. So a restart, a kill or a jump of the clock changes
nothing but the moment.
"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.digests import row_of
from bot.alerts.mail import Letter, letter_row
from bot.alerts.outcomes import Delivered, Outcome
from bot.alerts.planner import Planner
from bot.alerts.view import Case
from bot.dialogue.site import Agent
from bot.leads import duty, more_text
from bot.leads.duty import Status
from bot.leads.ladder import rung_by
from bot.leads.routing import Routing, members
from storage.rows import Event, Outgoing

IN_TIME: Final = "claimed in time"
UNNEEDED: Final = "not needed any more"


@dataclass(frozen=True, slots=True)
class Due:
    """A timer that ran out, with the lead as it is now."""

    row: Outgoing
    payload: dict[str, Any]
    now: datetime


OfLead = Callable[[Due, Case], Awaitable[Outcome]]
OfOffice = Callable[[Due], Awaitable[Outcome]]


class Timers:
    """Runs the rows that are looked at later."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        planner = Planner(desk)
        self._of_leads: Mapping[str, OfLead] = {
            "alert.ladder": self._climb,
            "alert.open": self._open,
            "alert.snooze": self._snooze,
            "alert.remind": self._remind,
            "alert.second": self._second,
            "alert.unanswered": self._unanswered,
            "alert.back": self._back,
        }
        self._of_office: Mapping[str, OfOffice] = {
            "alert.warm": lambda due: planner.run(due.payload, due.now),
            "alert.bundle": self._bundle,
            "alert.resume": self._resume,
        }

    def knows(self, row: Outgoing) -> bool:
        """Whether this row is a timer."""
        return row.kind in self._of_leads or row.kind in self._of_office

    async def run(self, row: Outgoing) -> Outcome:
        """A timer ran out."""
        due = Due(row, json.loads(row.payload), self._desk.clock())
        if row.kind in self._of_office:
            return await self._of_office[row.kind](due)
        case = await self._desk.cases.open(row.lead_id)
        if case is None or case.gone:
            return Delivered(UNNEEDED)
        return await self._of_leads[row.kind](due, case)

    # ---- the ladder -------------------------------------------------------------------------

    async def _climb(self, due: Due, case: Case) -> Outcome:
        """A rung of the ladder: still unclaimed, so ring whom it means now."""
        if case.owner or _overtaken(due.row, case):
            return Delivered(IN_TIME)
        after, cause = int(due.payload.get("after", 0)), str(due.payload.get("cause", ""))
        routing = self._desk.routing(case, due.now)
        boxes = self._meant(due.payload, case, routing)
        waited = self._waited(case, after, due.now)
        then = tuple(
            outgoing.ring_later(
                case.facts.lead_id, box, after, due.now, waited=waited, cause=cause
            )
            for id_ in boxes
            if (box := self._desk.directory.box(id_))
        )
        if routing.opens is not None:
            then = (*then, *self._opening(case, routing.opens, due.now))
        event = self._event(case, "escalated", due.now, agents=boxes, after=after)
        return Delivered("climbed", then=then, events=(event,) if boxes else ())

    def _meant(self, payload: dict[str, Any], case: Case, routing: Routing) -> tuple[str, ...]:
        """Whom a rung means: of those who have neither passed, nor given it back, nor been rung by
        an earlier rung, the ones who work; all of them where none does."""
        to, named = str(payload.get("to", "")), tuple(map(str, payload.get("agents", ())))
        site = self._desk.cases.site()
        found = rung_by(to, site, routing.people) if to and routing.people else named
        story = case.story
        left = {agent for agent, _ in story.passed} | {*story.climbed, story.freed_by}
        fresh = tuple(id_ for id_ in found or named if id_ not in left)
        return tuple(id_ for id_ in fresh if self._works(id_, case)) or fresh

    def _works(self, box: str, case: Case) -> bool:
        ids = members((box,), self._desk.cases.site())
        agents = (self._desk.directory.agent(id_) for id_ in ids)
        return any(self._desk.works(agent, case) for agent in agents if agent is not None)

    def _waited(self, case: Case, after: int, now: datetime) -> int:
        """Seconds since it rang: what the rung says, unless that was long ago or not yet."""
        since = case.story.freed_at or case.story.opens or case.facts.at
        waited = int((now - since).total_seconds())
        return waited if abs(waited - after) > 30 else after

    async def _open(self, due: Due, case: Case) -> Outcome:
        """The hour has come at which a lead of the night may ring."""
        if case.owner:
            return Delivered(IN_TIME)
        routing = self._desk.routing(case, due.now)
        if routing.opens is not None:
            return Delivered("not yet", then=self._opening(case, routing.opens, due.now))
        cause = f"open:{due.now:%y%m%d%H%M}"
        rows = [
            outgoing.post(case.facts.lead_id, box, "open", cause, due.now)
            for id_ in routing.first
            if (box := self._desk.directory.box(id_))
        ]
        rows += self._desk.climbing(case, routing, due.now, cause)
        self._desk.rota.gave(routing.owner)
        event = self._event(
            case, "escalated", due.now, agents=routing.first, morning=True, why=routing.why
        )
        return Delivered("morning", then=tuple(rows), events=(event,))

    def _opening(self, case: Case, at: datetime, now: datetime) -> tuple[Outgoing, ...]:
        key = f"{case.facts.lead_id}:{at:%y%m%d%H%M}"
        return (outgoing.timer("open", key, at, now, case.facts.lead_id),)

    async def _unanswered(self, due: Due, case: Case) -> Outcome:
        """Nobody claimed it all the way up: the visitor is told so, and when somebody calls."""
        if case.owner or _overtaken(due.row, case):
            return Delivered(IN_TIME)
        lead_id, rows = case.facts.lead_id, tuple[Outgoing, ...]()
        opens = self._desk.routing(case, due.now).opens
        if self._desk.tells_visitors:
            when = opens.isoformat() if opens else ""
            rows = (outgoing.to_visitor("unanswered", lead_id, due.row.key, due.now, opens=when),)
        event = self._event(case, "unanswered", due.now)
        return Delivered("nobody came", then=rows, events=(event,))

    # ---- what agents asked for, or forgot ---------------------------------------------------

    async def _snooze(self, due: Due, case: Case) -> Outcome:
        """The quarter of an hour that an agent asked for is over."""
        agent = self._desk.directory.agent(str(due.payload.get("agent")))
        if agent is None or case.owner or case.story.reason(agent.id):
            return Delivered(UNNEEDED)
        row = outgoing.post(case.facts.lead_id, agent, "snooze", due.row.key, due.now)
        return Delivered("reminded", then=(row,))

    async def _remind(self, due: Due, case: Case) -> Outcome:
        """Half an hour, or a day, after a claim: was anything noted?"""
        agent = self._desk.directory.agent(str(due.payload.get("agent")))
        claimed = case.claimed_at.isoformat() if case.claimed_at is not None else ""
        same = claimed == str(due.payload.get("since"))
        if agent is None or case.owner != agent.id or case.noted or not same:
            return Delivered(UNNEEDED)
        lead_id = case.facts.lead_id
        if not self._desk.works(agent, case):
            back = self._desk.rota.back_at(agent, case.facts.market)
            if back is not None and back > due.now:
                key = f"{lead_id}:{agent.id}:{back:%y%m%d%H%M}"
                later = outgoing.timer("remind", key, back, due.now, lead_id, **due.payload)
                return Delivered("when they work again", then=(later,))
        row = outgoing.post(lead_id, agent, "remind", due.row.key, due.now, silent=True)
        return Delivered("reminded", then=(row,))

    async def _resume(self, due: Due) -> Outcome:
        """What an agent said of themselves holds no longer."""
        id_, until = str(due.payload["agent"]), str(due.payload["until"])
        said = duty.load(await self._desk.store.setting(f"duty:{id_}"))
        chat = await self._desk.directory.chat_of(id_)
        if said is None or said.until.isoformat() != until or not chat:
            return Delivered(UNNEEDED)
        text = _over(said)
        row = outgoing.say(int(chat), text, f"resume:{id_}:{until}", due.now, silent=True)
        return Delivered("told", then=(row,))

    # ---- when Telegram fails, and when somebody comes back ------------------------------------

    async def _second(self, due: Due, case: Case) -> Outcome:
        """A minute after it rang, nobody's phone has it: by e-mail, and in the inbox anyway."""
        if case.owner or await self._desk.store.alert_copies(case.facts.lead_id):
            return Delivered("it arrived")
        ids = members(case.story.rung, self._desk.cases.site())
        agents = [agent for id_ in ids if (agent := self._desk.directory.agent(id_))]
        letters = [
            self._letter(agent, case, due.now)
            for agent in agents
            if agent.email and self._desk.mails
        ]
        told = [agent.id for agent in agents if agent.email] if letters else []
        why = await self._silence(case.story.rung)
        event = self._event(case, "second_channel", due.now, mailed=told, why=why)
        return Delivered("another way", then=tuple(letters), events=(event,))

    async def _silence(self, boxes: Iterable[str]) -> str:
        """Why no phone has it: where nobody can be rung, Telegram is not to blame."""
        if self._desk.messenger is None:
            return "no_telegram"
        chats = [await self._desk.directory.chat_of(id_) for id_ in boxes]
        return "refused" if any(chats) else "no_chat"

    def _letter(self, agent: Agent, case: Case, now: datetime) -> Outgoing:
        site, lead_id = self._desk.cases.site(), case.facts.lead_id
        text = more_text.unreachable(case.facts)
        if site.base_url:
            text += f"\n\n{site.base_url.rstrip('/')}/admin/leads/{lead_id}"
        subject = text.split("\n", 1)[0]
        return letter_row(
            f"hot:{lead_id}:{agent.id}", Letter(agent.email, subject, text), now, lead_id
        )

    async def _back(self, due: Due, case: Case) -> Outcome:
        """The visitor came back: told to whom it is, or to those who were rung."""
        back, loud = case.story.back, bool(due.payload.get("rose"))
        same = back is not None and (loud or str(due.payload.get("cause")) == back.cause)
        if back is None or not same:
            return Delivered(UNNEEDED)
        lead_id, kind = case.facts.lead_id, f"back:{back.visit}"
        copies = await self._desk.store.alert_copies(lead_id)
        told = {copy.agent for copy in copies if copy.kind == kind and copy.at >= back.at}
        ids = (case.owner,) if case.owner else case.story.rung
        cause = f"{back.cause}:rose" if loud else back.cause
        rows = tuple(
            outgoing.post(lead_id, box, kind, cause, due.now, silent=not loud)
            for id_ in ids
            if (loud or id_ not in told) and (box := self._desk.directory.box(id_))
        )
        return Delivered("told", then=rows)

    # ---- digests ----------------------------------------------------------------------------

    async def _bundle(self, due: Due) -> Outcome:
        """The minute is over whose leads were too many."""
        box = self._desk.directory.box(str(due.payload["agent"]))
        if box is None:
            return Delivered(UNNEEDED)
        row = row_of(str(due.payload["digest"]), box, due.now, loud=True)
        return Delivered("bundled", then=(row,))

    def _event(self, case: Case, kind: str, now: datetime, **data: Any) -> Event:
        return Event(case.facts.lead_id, kind, "bot", json.dumps(data), now)


def _overtaken(row: Outgoing, case: Case) -> bool:
    """Whether this timer is of a climb that ended: somebody claimed, and gave it back."""
    freed, made = case.story.freed_at, row.created_at
    return freed is not None and made is not None and made < freed


def _over(said: Status) -> str:
    if said.kind == duty.ON:
        return "Your extra hours are over: you are rung as your shift says."
    return "You are on again: leads ring here as your shift says."
