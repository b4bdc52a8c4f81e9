"""What agents do with a lead: claim it, and note what came of it. Telegram and the inbox both
come through here, so that a claim is one thing wherever it is made.
"""

from __future__ import annotations

from dataclasses import dataclass

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.view import Case
from bot.leads import lifecycle
from bot.leads.timeline import OUTCOMES
from bot.news import LEADS, LeadNews
from storage.rows import Batch, Event, Outgoing, UpdateKey
from storage.store import Conflict


@dataclass(frozen=True, slots=True)
class Done:
    """What the agent is told."""

    ok: bool
    text: str


class Claims:
    """Claims and outcomes, each one transaction."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def claim(self, lead_id: str, agent_id: str) -> Done:
        """Make this agent the owner, if nobody is. Asked again, the answer is the same."""
        case = await self._desk.cases.open(lead_id)
        if case is None or case.gone:
            return Done(False, "This lead is no longer there.")
        now = self._desk.clock()
        rows = await self._edits(case, agent_id, "claimed")
        try:
            claim = await self._desk.store.claim(lead_id, agent_id, now, rows)
        except LookupError:
            return Done(False, "This lead is no longer there.")
        if claim.won:
            await self._tell(lead_id)
            return Done(True, "Yours. Call now: the number is in the message.")
        if claim.owner == agent_id:
            return Done(True, "It is yours already.")
        names = self._desk.directory.names()
        return Done(False, f"{names.get(claim.owner, 'A colleague')} was faster.")

    async def outcome(
        self, lead_id: str, agent_id: str, verb: str, settles: UpdateKey | None = None
    ) -> Done:
        """Note what came of it; only the owner can. ``settles`` makes a press count once."""
        case = await self._desk.cases.open(lead_id)
        if case is None:
            return Done(False, "This lead is no longer there.")
        if case.owner != agent_id:
            return Done(False, "Only who claimed this lead can note that.")
        now = self._desk.clock()
        event = Event(lead_id, verb, agent_id, "{}", now)
        await self._move(lead_id, agent_id, verb)
        cause = f"{verb}:{round(now.timestamp() * 1000)}"
        rows = await self._edits(case, agent_id, cause)
        try:
            await self._desk.store.commit(Batch(events=(event,), outgoing=rows, settles=settles))
        except Conflict:
            return Done(True, f"{OUTCOMES[verb]}: noted before.")
        await self._tell(lead_id)
        return Done(True, f"{OUTCOMES[verb]}: noted.")

    async def _move(self, lead_id: str, agent_id: str, verb: str) -> None:
        """Bring the lead to the stage that this outcome means from where it stands, if any."""
        lead = await self._desk.store.lead(lead_id)
        happened = lifecycle.OUTCOMES.get(verb)
        to = lifecycle.after(lead.stage, happened) if lead and happened else None
        if to is not None:
            event = Event(lead_id, "stage", agent_id, f'{{"stage":"{to}"}}', self._desk.clock())
            await self._desk.store.set_stage(lead_id, to, event)

    async def _edits(self, case: Case, agent_id: str, cause: str) -> tuple[Outgoing, ...]:
        """An edit for everybody who was rung or holds a copy. The lanes keep them behind a ring
        that is still on its way."""
        lead_id = case.facts.lead_id
        copies = await self._desk.store.alert_copies(lead_id)
        ids = dict.fromkeys((agent_id, *case.story.rung, *(copy.agent for copy in copies)))
        agents = [agent for id_ in ids if (agent := self._desk.directory.agent(id_))]
        now = self._desk.clock()
        return tuple(outgoing.edit(lead_id, agent, cause, now) for agent in agents)

    async def _tell(self, lead_id: str) -> None:
        """Wake the outbox, and tell the inbox and the terminal."""
        self._desk.wake()
        lead = await self._desk.store.lead(lead_id)
        if lead is not None:
            self._desk.news.publish(LEADS, LeadNews("claimed", lead))
