"""Keeps delivered copies true: each is edited until it shows what it should show now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.alerts.talk import Posted
from bot.alerts.view import Case, View, view
from bot.dialogue.site import Agent
from storage.rows import AlertCopy, Outgoing


class Editor:
    """Sends ``alert.edit`` rows: one edit a row, so that a chat is never hurried."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def edit(
        self, row: Outgoing, case: Case, agent: Agent, payload: dict[str, Any]
    ) -> Outcome:
        """Bring a copy of this agent up to date; further ones get rows of their own."""
        copies = await self._desk.store.alert_copies(row.lead_id)
        only = payload.get("message")
        stale = self._stale(case, agent, (c for c in copies if only in {None, c.message_id}))
        then = self._latecomers(row, case, agent, copies)
        if not stale or self._desk.messenger is None:
            return Delivered("nothing to edit", then=then)
        now = self._desk.clock()
        then += tuple(
            outgoing.edit(row.lead_id, agent, str(row.id), now, message=copy.message_id)
            for copy, _ in stale[1:]
        )
        copy, shown = stale[0]
        at = Posted(copy.chat_id, copy.message_id)
        done = await self._desk.messenger.edit(at, shown.text, shown.keyboard)
        if isinstance(done, Posted):
            return Delivered("edited", replace(copy, digest=shown.digest), then)
        if isinstance(done, Again):
            return done
        why = done.why if isinstance(done, Hopeless) else "the group moved away with its messages"
        return Hopeless(why, then)

    def _stale(
        self, case: Case, agent: Agent, copies: Iterable[AlertCopy]
    ) -> list[tuple[AlertCopy, View]]:
        """The copies of this agent that show something else than they should."""
        mine = [copy for copy in copies if copy.agent == agent.id]
        seen = [(copy, view(case, agent.id, copy.kind, self._desk.signer)) for copy in mine]
        return [(copy, shown) for copy, shown in seen if shown.digest != copy.digest]

    def _latecomers(
        self, row: Outgoing, case: Case, agent: Agent, copies: list[AlertCopy]
    ) -> tuple[Outgoing, ...]:
        """Edits for those rung after the first ring: a turn's edits name only the first."""
        if case.story.first[:1] != (agent.id,):
            return ()
        late = sorted({copy.agent for copy in copies} - set(case.story.first))
        agents = [other for id_ in late if (other := self._desk.directory.agent(id_))]
        now = self._desk.clock()
        return tuple(outgoing.edit(row.lead_id, other, str(row.id), now) for other in agents)
