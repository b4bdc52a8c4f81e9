"""What agents do with a lead from its page: pass, give back, hand over, never contact again.

The same as the buttons under an alert, through the same code.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from bot.admin.access import Session
from bot.admin.asked import OddQuery
from bot.alerts.claiming import Done
from bot.alerts.handing import Handing
from bot.dialogue.site import Agent, Site
from bot.leads.timeline import REASONS
from storage.rows import Lead

DONE: Final = "done"
Inside = Callable[[web.Request, Session], Awaitable[web.StreamResponse]]
Told = Callable[[web.Request, str, Done, str], web.StreamResponse]


@dataclass(frozen=True, slots=True)
class Verbs:
    """What the page offers besides claim and outcomes."""

    passes: tuple[tuple[str, str], ...] = ()  # reasons, while nobody has it
    colleagues: tuple[tuple[str, str], ...] = ()  # to hand it to, where it is mine
    mine: bool = False


class LeadDesk:
    """Takes these verbs from the page."""

    def __init__(self, handing: Handing, site: Callable[[], Site]) -> None:
        self._handing, self._site = handing, site

    def routes(
        self,
        inside: Callable[[Inside], Callable[[web.Request], Awaitable[web.StreamResponse]]],
        told: Told,
    ) -> list[web.RouteDef]:
        """The forms of the page; ``told`` answers them."""

        def form(act: Callable[[web.Request, Agent], Awaitable[Done]]) -> Inside:
            async def run(request: web.Request, session: Session) -> web.StreamResponse:
                done = await act(request, self._me(session))
                return told(request, request.match_info["id"], done, _note(done))

            return run

        return [
            web.post(f"/admin/leads/{{id}}/{name}", inside(form(act)))
            for name, act in (
                ("pass", self._pass),
                ("release", self._release),
                ("hand", self._hand),
                ("refuse", self._refuse),
            )
        ]

    def verbs(self, lead: Lead, me: str, *, free: bool) -> Verbs:
        """What this agent may do with this lead; ``free``: it waits for somebody."""
        mine = bool(lead.owner) and lead.owner == me
        others = ((agent.id, agent.name) for agent in self._site().agents if agent.id != me)
        return Verbs(
            passes=tuple(REASONS.items()) if free and me else (),
            colleagues=tuple(others) if mine else (),
            mine=mine,
        )

    async def _pass(self, request: web.Request, me: Agent) -> Done:
        reason = str((await request.post()).get("reason", ""))
        if reason not in REASONS:
            raise OddQuery
        return await self._handing.passed(request.match_info["id"], me, reason)

    async def _release(self, request: web.Request, me: Agent) -> Done:
        return await self._handing.released(request.match_info["id"], me)

    async def _hand(self, request: web.Request, me: Agent) -> Done:
        to = str((await request.post()).get("to", ""))
        return await self._handing.handed_over(request.match_info["id"], me, to)

    async def _refuse(self, request: web.Request, me: Agent) -> Done:
        if (await request.post()).get("sure") != "yes":
            return Done(False, "Say that you are sure: nobody contacts them any more.")
        return await self._handing.refused(request.match_info["id"], me)

    def _me(self, session: Session) -> Agent:
        agent = next((a for a in self._site().agents if a.id == session.agent), None)
        if agent is None:
            raise OddQuery
        return agent


def _note(done: Done) -> str:
    return DONE if done.ok else "refused"
