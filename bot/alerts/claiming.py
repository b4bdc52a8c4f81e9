"""What agents do with a lead: claim it, and note what came of it. Telegram and the inbox both
come through here, so that a claim is one thing wherever it is made.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.refreshing import edits, tell
from bot.alerts.view import Case
from bot.leads import lifecycle
from bot.leads.timeline import OUTCOMES
from storage.rows import Batch, Event, Outgoing, UpdateKey
from storage.store import Conflict

REMIND_AFTER: Final = (timedelta(minutes=30), timedelta(hours=24))  # where nothing was noted
GONE: Final = "This lead is no longer there."


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
            return Done(False, GONE)
        now = self._desk.clock()
        cause = f"claimed:{agent_id}:{round(now.timestamp() * 1000)}"
        rows = await edits(self._desk, case, cause, agent_id)
        rows += await owning(self._desk, case, agent_id, now)
        try:
            claim = await self._desk.store.claim(lead_id, agent_id, now, rows)
        except LookupError:
            return Done(False, GONE)
        if claim.won:
            await tell(self._desk, lead_id)
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
            return Done(False, GONE)
        if case.owner != agent_id:
            return Done(False, "Only who claimed this lead can note that.")
        if verb not in OUTCOMES:
            return Done(False, "That is nothing that can be noted.")
        now = self._desk.clock()
        event = Event(lead_id, verb, agent_id, "{}", now)
        await self._move(lead_id, agent_id, verb)
        cause = f"{verb}:{round(now.timestamp() * 1000)}"
        rows = await edits(self._desk, case, cause, agent_id)
        try:
            await self._desk.store.commit(Batch(events=(event,), outgoing=rows, settles=settles))
        except Conflict:
            return Done(True, f"{OUTCOMES[verb]}: noted before.")
        await tell(self._desk, lead_id)
        return Done(True, f"{OUTCOMES[verb]}: noted.")

    async def _move(self, lead_id: str, agent_id: str, verb: str) -> None:
        """Bring the lead to the stage that this outcome means from where it stands, if any."""
        lead = await self._desk.store.lead(lead_id)
        why = OUTCOMES[verb].partition(" ")[2].lower()
        for before, to in lifecycle.noted(lead.stage, lead.band, verb) if lead else ():
            data = json.dumps({"before": before, "stage": to, "why": why})
            event = Event(lead_id, "stage", agent_id, data, self._desk.clock())
            await self._desk.store.set_stage(lead_id, to, event)


async def owning(
    desk: Desk, case: Case, agent_id: str, now: datetime, kind: str = "mine"
) -> tuple[Outgoing, ...]:
    """What follows when a lead becomes somebody's: the message where they hold none yet, the
    visitor's card and time, a word to the visitor, and reminders in case nothing is noted."""
    lead_id, box = case.facts.lead_id, desk.directory.agent(agent_id)
    if box is None:
        return ()
    cause = str(round(now.timestamp() * 1000))
    held = any(copy.agent == agent_id for copy in await desk.store.alert_copies(lead_id))
    rows = []
    if kind != "mine" or not (held or agent_id in case.story.rung):
        rows.append(outgoing.post(lead_id, box, kind, cause, now, silent=kind == "mine"))
    if desk.messenger is not None:
        rows.append(outgoing.card(lead_id, box, cause, now))
        rows.append(outgoing.calendar(lead_id, box, cause, now))
    if desk.tells_visitors:
        rows.append(outgoing.to_visitor("claimed", lead_id, cause, now, agent=agent_id))
    for number, wait in enumerate(REMIND_AFTER):
        key = f"{lead_id}:{cause}:{number}"
        what = {"agent": agent_id, "since": now.isoformat()}
        rows.append(outgoing.timer("remind", key, now + wait, now, lead_id, **what))
    return tuple(rows)
