"""An agent in a visitor's chat, from the lead's page: what Telegram does, without Telegram."""

from __future__ import annotations

import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from bot.admin.access import Session
from bot.admin.asked import OddQuery
from bot.alerts.claiming import Done
from bot.dialogue.company import OVER
from bot.dialogue.site import Agent, Site
from bot.takeover import Cause, Takeover
from storage.rows import Lead

LONGEST: Final = 4_000  # characters
_ID = re.compile(r"[A-Za-z0-9_-]{8,64}").fullmatch
Inside = Callable[[web.Request, Session], Awaitable[web.StreamResponse]]
Told = Callable[[web.Request, str, Done, str], web.StreamResponse]


@dataclass(frozen=True, slots=True)
class ChatBox:
    """What the lead's page offers under the transcript."""

    id: str  # of the form: sent twice, it counts once
    mine: bool  # this agent speaks in the chat now
    speaker: str  # who speaks, "" when it is the bot
    claims: bool  # the first word claims the lead
    owner: str  # a colleague's name, who has the lead
    over: bool  # nobody may write any more


class ChatDesk:
    """Takes an agent's words from the page to the visitor."""

    def __init__(self, takeover: Takeover, site: Callable[[], Site]) -> None:
        self._takeover, self._site = takeover, site

    def routes(
        self,
        inside: Callable[[Inside], Callable[[web.Request], Awaitable[web.StreamResponse]]],
        told: Told,
    ) -> list[web.RouteDef]:
        """The forms of the page; ``told`` answers them."""

        def form(act: Callable[[web.Request, Agent], Awaitable[Done]]) -> Inside:
            async def run(request: web.Request, session: Session) -> web.StreamResponse:
                done = await act(request, self._me(session))
                id_ = request.match_info["id"]
                return told(request, id_, done, "said" if done.ok else "refused")

            return run

        return [
            web.post("/admin/leads/{id}/say", inside(form(self._say))),
            web.post("/admin/leads/{id}/chat", inside(form(self._join))),
            web.post("/admin/leads/{id}/bot", inside(form(self._leave))),
            web.post("/admin/leads/{id}/typing", inside(self._typing)),
        ]

    async def box(self, lead: Lead, agent: str) -> ChatBox:
        """The part of the page for this agent."""
        names = {one.id: one.name for one in self._site().agents}
        speaker = await self._takeover.speaker(lead)
        return ChatBox(
            id=secrets.token_urlsafe(12),
            mine=bool(agent) and speaker == agent,
            speaker=names.get(speaker, speaker),
            claims=not lead.owner,
            owner="" if lead.owner in ("", agent) else names.get(lead.owner, lead.owner),
            over=lead.status in OVER,
        )

    async def _say(self, request: web.Request, agent: Agent) -> Done:
        form = await request.post()
        id_, text = str(form.get("id", "")), str(form.get("text", "")).strip()
        if not _ID(id_):
            raise OddQuery
        if not text:
            return Done(False, "There is nothing to send yet.")
        if len(text) > LONGEST:
            return Done(False, f"Please keep it under {LONGEST} characters.")
        done = await self._takeover.say(request.match_info["id"], agent, text, Cause(f"in:{id_}"))
        return Done(True, "Sent.") if done.ok else done

    async def _join(self, request: web.Request, agent: Agent) -> Done:
        cause = Cause(f"in:{secrets.token_urlsafe(12)}")
        done = await self._takeover.join(request.match_info["id"], agent, cause, tell=False)
        return Done(True, "You are in the chat; the assistant is silent.") if done.ok else done

    async def _leave(self, request: web.Request, agent: Agent) -> Done:
        cause = Cause(f"in:{secrets.token_urlsafe(12)}")
        done = await self._takeover.leave(request.match_info["id"], agent, cause)
        return Done(True, "The assistant goes on.") if done.ok else done

    async def _typing(self, request: web.Request, session: Session) -> web.StreamResponse:
        await self._takeover.agent_types(request.match_info["id"], self._me(session))
        return web.Response(status=204)

    def _me(self, session: Session) -> Agent:
        found = next((one for one in self._site().agents if one.id == session.agent), None)
        if found is None:
            raise OddQuery
        return found
