"""A lead's viewing on its page: when it is, and what the agent decides about it."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import web

from bot.admin.access import Session
from bot.admin.asked import OddQuery
from bot.admin.chat_desk import Inside, Told
from bot.alerts.claiming import Done
from bot.dialogue.site import Agent, Site
from bot.takeover import Cause
from bot.viewing_desk import DONE, GONE, ViewingDesk
from storage.rows import Lead
from storage.store import ReadStore

OFFERED: Final = 40  # times to move to


@dataclass(frozen=True, slots=True)
class ViewingBox:
    """What the page shows of a viewing."""

    when: str
    state: str
    times: list[tuple[str, str]]  # local ISO with its words


class ViewingPanel:
    """Takes an agent's decision from the page to the visitor."""

    def __init__(self, store: ReadStore, viewings: ViewingDesk, site: Callable[[], Site]) -> None:
        self._store, self._viewings, self._site = store, viewings, site

    def routes(
        self,
        inside: Callable[[Inside], Callable[[web.Request], Awaitable[web.StreamResponse]]],
        told: Told,
    ) -> list[web.RouteDef]:
        """The form of the page; ``told`` answers it."""

        async def run(request: web.Request, session: Session) -> web.StreamResponse:
            done = await self._decide(request, self._me(session))
            id_ = request.match_info["id"]
            return told(request, id_, done, "said" if done.ok else "refused")

        return [web.post("/admin/leads/{id}/viewing", inside(run))]

    async def box(self, lead: Lead) -> ViewingBox | None:
        """The part of the page, None where no viewing is booked."""
        booking = await self._store.booking_of(lead.conversation)
        found = await self._viewings.appointment(booking) if booking is not None else None
        if booking is None or found is None or not booking.takes_time:
            return None
        times = await self._viewings.times(booking, OFFERED)
        return ViewingBox(found.when, booking.state, times)

    async def _decide(self, request: web.Request, agent: Agent) -> Done:
        form = await request.post()
        verb, at = str(form.get("verb", "")), str(form.get("at", ""))
        lead = await self._store.lead(request.match_info["id"])
        booking = await self._store.booking_of(lead.conversation) if lead is not None else None
        if booking is None:
            return Done(False, GONE)
        offered = dict(await self._viewings.times(booking, OFFERED))
        if verb not in DONE or (verb == "move" and at not in offered):
            raise OddQuery
        cause = Cause(f"in:{secrets.token_urlsafe(12)}")
        return await self._viewings.arrange(booking.id, agent, verb, cause, at)

    def _me(self, session: Session) -> Agent:
        found = next((one for one in self._site().agents if one.id == session.agent), None)
        if found is None:
            raise OddQuery
        return found
