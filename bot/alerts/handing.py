"""What else agents do with a lead: pass, put off, hand over, give back, never contact again.

Each is one transaction with the edits of everybody's copies. An agent who may not is told so.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import Any, Final

from bot.alerts import outgoing
from bot.alerts.callbacks import short
from bot.alerts.claiming import GONE, Done, owning
from bot.alerts.desk import Desk
from bot.alerts.refreshing import edits, tell
from bot.alerts.view import Case
from bot.dialogue.site import Agent
from bot.leads import persons
from bot.leads.ladder import People, rung_by
from bot.leads.routing import members
from bot.leads.timeline import REASONS
from storage.rows import Batch, DoNotContactRow, Event, Outgoing, UpdateKey
from storage.store import Conflict

SNOOZE: Final = timedelta(minutes=15)
TAKEN: Final = "{name} has this lead."
BEFORE: Final = "Done before."
NOBODY: Final = People((), ())


class Handing:
    """Everything but claims and outcomes."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def passed(
        self, lead_id: str, agent: Agent, reason: str, settles: UpdateKey | None = None
    ) -> Done:
        """Somebody leaves it to others. It costs nothing; when everybody rung has passed, the
        next ones are rung at once."""
        case = await self._open(lead_id)
        if isinstance(case, Done):
            return case
        reason = reason if reason in REASONS else "other"
        event = self._event(lead_id, "passed", agent.id, reason=reason)
        done = await self._write(case, (event,), (), settles, agent.id)
        if done.ok and self._all_passed(case, agent.id):
            await self._hasten(case)
        return Done(done.ok, done.text or "Passed. Thank you for saying so.")

    async def snoozed(self, lead_id: str, agent: Agent, settles: UpdateKey | None = None) -> Done:
        """Remind this agent later, if nobody has claimed it until then; others ring meanwhile."""
        case = await self._open(lead_id)
        if isinstance(case, Done):
            return case
        now = self._desk.clock()
        until = now + SNOOZE
        event = self._event(lead_id, "snoozed", agent.id, until=until.isoformat())
        key = f"{lead_id}:{agent.id}:{round(now.timestamp())}"
        row = outgoing.timer("snooze", key, until, now, lead_id, agent=agent.id)
        done = await self._write(case, (event,), (row,), settles, agent.id)
        return Done(done.ok, done.text or "You are reminded in 15 minutes.")

    async def looked(self, case: Case, agent: Agent, settles: UpdateKey | None = None) -> None:
        """Somebody read all of it: those who are rung later are told how many did."""
        if agent.id not in case.story.looked:
            event = self._event(case.facts.lead_id, "looked", agent.id)
            await self._commit(Batch(events=(event,), settles=settles))

    async def handed_over(self, lead_id: str, agent: Agent, to: str) -> Done:
        """The owner gives it to a colleague, whose phone rings."""
        case = await self._mine(lead_id, agent)
        if isinstance(case, Done):
            return case
        other = self._colleague(to)
        if other is None or other.id == agent.id:
            return Done(False, "There is no such colleague.")
        now = self._desk.clock()
        event = self._event(lead_id, "handed_over", agent.id, to=other.id)
        rows = await edits(self._desk, case, f"handed:{_number(now)}", other.id)
        rows += await owning(self._desk, case, other.id, now, "given")
        rows += self._chat(lead_id, now)
        given = await self._desk.store.reassign(
            lead_id, agent.id, event, after=other.id, outgoing=rows
        )
        if given:
            await tell(self._desk, lead_id)
        return Done(given, f"{other.name} has it now." if given else BEFORE)

    async def released(self, lead_id: str, agent: Agent) -> Done:
        """The owner gives it back: everybody else is rung again."""
        case = await self._mine(lead_id, agent)
        if isinstance(case, Done):
            return case
        now = self._desk.clock()
        routing = self._desk.routing(case, now)
        everyone = rung_by("everyone", self._desk.cases.site(), routing.people or NOBODY)
        boxes = [box for box in everyone if box != agent.id]
        event = self._event(lead_id, "released", agent.id, now, agents=boxes)
        cause = _number(now)
        rows = await edits(self._desk, case, f"released:{cause}", agent.id)
        rows += tuple(
            outgoing.post(lead_id, box, f"free:{agent.id}", cause, now)
            for id_ in boxes
            if (box := self._desk.directory.box(id_))
        )
        rows += self._desk.climbing(case, routing, now, cause)
        rows += self._chat(lead_id, now)
        freed = await self._desk.store.reassign(lead_id, agent.id, event, outgoing=rows)
        if freed:
            await tell(self._desk, lead_id)
        return Done(freed, "Given back. Your colleagues are rung." if freed else BEFORE)

    def _chat(self, lead_id: str, now: datetime) -> tuple[Outgoing, ...]:
        """Whoever was in the visitor's chat is not any more."""
        if not self._desk.tells_visitors:
            return ()
        return (outgoing.passed_on(lead_id, _number(now), now),)

    async def refused(self, lead_id: str, agent: Agent, settles: UpdateKey | None = None) -> Done:
        """Nobody contacts this person again, by anything we send either."""
        case = await self._open(lead_id, free=False)
        if isinstance(case, Done):
            return case
        if case.owner and case.owner != agent.id:
            return Done(False, "Only who claimed this lead can note that.")
        lead, now = await self._desk.store.lead(lead_id), self._desk.clock()
        keys = await self._keys(lead.phone, lead.email, lead.conversation) if lead else []
        event = self._event(lead_id, "do_not_contact", agent.id)
        rows = await edits(self._desk, case, f"refused:{_number(now)}", agent.id)
        barred = tuple(DoNotContactRow(key, "agent", now) for key in keys)
        batch = Batch(events=(event,), outgoing=rows, do_not_contact=barred, settles=settles)
        if await self._commit(batch):
            await tell(self._desk, lead_id)
        return Done(True, "Noted. Nobody contacts them any more.")

    async def _keys(self, phone: str, email: str, conversation: str) -> list[str]:
        talk = await self._desk.store.conversation(conversation)
        chat = persons.telegram_key(talk.peer) if talk is not None else ""
        keys = (persons.phone_key(phone), persons.email_key(email), chat)
        return [key for key in keys if key]

    async def _open(self, lead_id: str, *, free: bool = True) -> Case | Done:
        """The case; or why nothing can be done with it."""
        case = await self._desk.cases.open(lead_id)
        if case is None or case.gone:
            return Done(False, GONE)
        if free and case.owner:
            return Done(False, TAKEN.format(name=case.owner_name))
        return case

    async def _mine(self, lead_id: str, agent: Agent) -> Case | Done:
        case = await self._open(lead_id, free=False)
        if isinstance(case, Case) and case.owner != agent.id:
            return Done(False, "Only who claimed this lead can do that.")
        return case

    def _colleague(self, to: str) -> Agent | None:
        """Who is meant by a button's short name, or by an id."""
        agents = self._desk.cases.site().agents
        return next((agent for agent in agents if to in (agent.id, short(agent.id))), None)

    def _all_passed(self, case: Case, agent: str) -> bool:
        passed = {agent, *(who for who, _ in case.story.passed)}
        return set(members(case.story.rung, self._desk.cases.site())) <= passed

    async def _hasten(self, case: Case) -> None:
        """Climb the ladder's next rung now."""
        now, lead_id = self._desk.clock(), case.facts.lead_id
        for rung in self._desk.routing(case, now).rungs:
            if rung.after and await self._desk.store.hasten(f"ladder:{lead_id}:{rung.after}", now):
                break
        self._desk.wake()

    async def _write(
        self,
        case: Case,
        events: tuple[Event, ...],
        rows: tuple[Outgoing, ...],
        settles: UpdateKey | None,
        agent: str,
    ) -> Done:
        now = self._desk.clock()
        cause = f"{events[0].kind}:{agent}:{_number(now)}"
        changed = await edits(self._desk, case, cause, agent)
        batch = Batch(events=events, outgoing=(*rows, *changed), settles=settles)
        if not await self._commit(batch):
            return Done(True, BEFORE)
        await tell(self._desk, case.facts.lead_id)
        return Done(True, "")

    async def _commit(self, batch: Batch) -> bool:
        try:
            await self._desk.store.commit(batch)
        except Conflict:
            return False
        return True

    def _event(
        self, lead_id: str, kind: str, who: str, at: datetime | None = None, **data: Any
    ) -> Event:
        return Event(lead_id, kind, who, json.dumps(data), at or self._desk.clock())


def _number(now: datetime) -> str:
    return str(round(now.timestamp() * 1000))
