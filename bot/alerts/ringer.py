"""Sends the rows of alerts: rings an agent, climbs the ladder, says a line in a chat.

Whatever a row was queued for, what is sent is composed from the lead as it is now.
"""

from __future__ import annotations

import json
from dataclasses import replace
from html import unescape
from typing import TYPE_CHECKING, Any

import structlog

from bot.alerts import outgoing
from bot.alerts.desk import Desk
from bot.alerts.editor import Editor
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome, was_unsure
from bot.alerts.talk import UNKNOWN_MESSAGE, Moved, Posted
from bot.alerts.view import RANG_LATER, Case, View, view
from bot.dialogue.site import Agent
from bot.leads.routing import route
from storage.rows import AlertCopy, Event, Outgoing

if TYPE_CHECKING:
    from bot.alerts.telegram import Messenger

BY_INBOX = "inbox"
MOVES = 3  # a group that moves more often than this is not followed

log = structlog.get_logger("alerts")


class Ringer:
    """The sender of ``alert.*`` rows. Without a messenger everything ends in the inbox."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._editor = Editor(desk)

    async def send(self, row: Outgoing) -> Outcome:
        """Send a row."""
        if self._desk.messenger is None and row.kind != "alert.ladder":
            return Delivered(BY_INBOX)
        return await self._send(row)

    async def _send(self, row: Outgoing) -> Outcome:
        payload = json.loads(row.payload)
        if row.kind == "alert.say":
            return await self._say(row, payload)
        case = await self._desk.cases.open(row.lead_id)
        if case is None:
            return Delivered("the lead is gone")
        if row.kind == "alert.ladder":
            return self._climb(row, case, payload)
        agent = self._desk.directory.agent(str(payload.get("agent", "")))
        if agent is None:
            return self._instead(row, case, Hopeless("this agent is not in site.yaml any more"))
        if row.kind == "alert.edit":
            return await self._editor.edit(row, case, agent, payload)
        return await self._ring(row, case, agent, payload)

    async def _ring(
        self, row: Outgoing, case: Case, agent: Agent, payload: dict[str, Any]
    ) -> Outcome:
        """Post an agent's copy; loud, unless nobody works now or it may be there already."""
        if case.gone or case.owner not in {"", agent.id}:
            return Delivered("not needed any more")
        chat = await self._desk.directory.chat_of(agent.id)
        if not chat or self._desk.messenger is None:
            return Delivered(BY_INBOX)
        unsure = was_unsure(row)
        kind = f"{RANG_LATER}:{payload.get('after', 0)}" if row.kind == "alert.up" else "hot"
        shown = view(case, agent.id, kind, self._desk.signer, repeat=unsure)
        silent = unsure or bool(payload.get("silent")) or bool(case.owner)
        posted = await self._post(self._desk.messenger, agent, chat, shown, silent=silent)
        if isinstance(posted, Hopeless):
            return self._instead(row, case, posted)
        if isinstance(posted, Again):
            return posted
        if posted.message_id == UNKNOWN_MESSAGE:
            return Delivered("telegram")
        copy = AlertCopy(
            lead_id=row.lead_id,
            agent=agent.id,
            chat_id=posted.chat_id,
            message_id=posted.message_id,
            kind=kind,
            at=self._desk.clock(),
            digest=shown.digest,
        )
        return Delivered("telegram", copy, await self._overtaken(case, agent, copy))

    async def _post(
        self, messenger: Messenger, agent: Agent, chat: str, shown: View, *, silent: bool
    ) -> Posted | Again | Hopeless:
        """Post a view, following a group that moved, and plainly where its markup is refused."""
        for _ in range(MOVES):
            posted = await messenger.post(chat, shown.text, shown.keyboard, silent=silent)
            if isinstance(posted, Hopeless) and _our_fault(posted):
                log.error("alert.refused", why=posted.why)
                plain, claim = unescape(shown.text), shown.keyboard[:1]
                posted = await messenger.post(chat, plain, claim, silent=silent, html=False)
            if not isinstance(posted, Moved):
                return posted
            chat = posted.chat_id
            await self._desk.directory.bind(agent.id, chat)
        return Hopeless("the group keeps moving")

    async def _overtaken(self, case: Case, agent: Agent, copy: AlertCopy) -> tuple[Outgoing, ...]:
        """An edit for a copy that was out of date when it arrived: somebody claimed meanwhile."""
        lead = await self._desk.store.lead(copy.lead_id)
        if lead is None or (lead.owner, lead.status, lead.band) == case.standing:
            return ()
        cause = f"late:{copy.message_id}"
        return (outgoing.edit(copy.lead_id, agent, cause, self._desk.clock()),)

    def _climb(self, row: Outgoing, case: Case, payload: dict[str, Any]) -> Outcome:
        """A rung of the ladder: still unclaimed, so ring whom it names."""
        if case.gone or case.owner:
            return Delivered("claimed in time" if case.owner else "not needed any more")
        after, now = int(payload.get("after", 0)), self._desk.clock()
        named = (self._desk.directory.agent(str(id_)) for id_ in payload.get("agents", ()))
        agents = [agent for agent in named if agent]
        data = json.dumps({"agents": [agent.id for agent in agents], "after": after})
        return Delivered(
            "climbed",
            then=tuple(outgoing.ring_later(row.lead_id, a, after, now) for a in agents),
            events=(Event(row.lead_id, "escalated", "bot", data, now),),
        )

    def _instead(self, row: Outgoing, case: Case, failed: Hopeless) -> Hopeless:
        """Ring the next one who was not rung yet, and write down why."""
        now, lead = self._desk.clock(), row.lead_id
        site = self._desk.cases.site()
        if row.kind == "alert.edit" or case.owner or case.gone:
            return failed
        routing = route(case.facts, site, now)
        order = dict.fromkeys(id_ for rung in routing.rungs for id_ in rung.agents)
        tried = {*case.story.rung, json.loads(row.payload).get("agent")}
        following = self._desk.directory.agent(next((a for a in order if a not in tried), ""))
        told = {"agents": [following.id] if following else [], "why": failed.why}
        data = json.dumps({**told, "failed": json.loads(row.payload).get("agent")})
        events = (Event(lead, "passed_on", "bot", data, now),)
        then = (outgoing.ring(lead, following, now),) if following else ()
        return replace(failed, then=then, events=events)

    async def _say(self, row: Outgoing, payload: dict[str, Any]) -> Outcome:
        """A plain message to a chat."""
        if self._desk.messenger is None:
            return Delivered("there is no Telegram")
        chat, silent = str(payload["chat"]), was_unsure(row)
        done = await self._desk.messenger.post(
            chat, str(payload["text"]), silent=silent, html=False
        )
        if isinstance(done, Posted):
            return Delivered("telegram")
        return Hopeless("the chat moved away") if isinstance(done, Moved) else done


def _our_fault(refused: Hopeless) -> bool:
    """Whether Telegram refused how we wrote it, not whom we wrote to."""
    return any(word in refused.why.lower() for word in ("entities", "button", "keyboard"))
