"""Who works, kept in memory beside the database: statuses, and how many leads each was given.

The database is the record: what is kept here is read from it at the start and written to it first.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from bot.dialogue.site import Agent, Site
from bot.leads import duty
from bot.leads.duty import Roster, Status
from bot.leads.routing import local_of
from storage.store import Store

LATELY: Final = timedelta(days=7)  # leads that count for whose turn it is
RECOUNT: Final = timedelta(hours=6)


class Rota:
    """The office's roster. ``open`` it before anybody is rung."""

    def __init__(
        self, store: Store, site: Callable[[], Site], clock: Callable[[], datetime]
    ) -> None:
        self._store, self._site, self.clock = store, site, clock
        self._statuses: dict[str, Status] = {}
        self._loads: Counter[str] = Counter()
        self._counted: datetime | None = None
        self.roster = Roster(MappingProxyType(self._statuses), MappingProxyType(self._loads))

    async def open(self) -> None:
        """Read what is stored."""
        for agent in self._site().agents:
            status = duty.load(await self._store.setting(_name(agent.id)))
            if status is not None:
                self._statuses[agent.id] = status
        await self.recount()

    async def recount(self) -> None:
        """Count the leads of late anew, now and then: old ones stop counting."""
        now = self.clock()
        if self._counted is not None and now - self._counted < RECOUNT:
            return
        self._counted = now
        counts = Counter(
            owner
            for event in await self._store.events_since(("hot",), now - LATELY)
            if (owner := str(json.loads(event.data).get("owner") or ""))
        )
        self._loads.clear()
        self._loads.update(counts)

    def gave(self, agent: str) -> None:
        """A lead was meant for this agent."""
        if agent:
            self._loads[agent] += 1

    async def set(self, agent: str, status: Status | None) -> None:
        """An agent says how it is with them; None for as the shift says."""
        await self._store.set_setting(_name(agent), status.dump() if status else "")
        if status is None:
            self._statuses.pop(agent, None)
        else:
            self._statuses[agent] = status

    def works(self, agent: Agent, market: str = "") -> bool:
        """Whether this agent may be rung aloud now."""
        return self.roster.works(agent, local_of(agent, self._site(), self.clock(), market))

    def back_at(self, agent: Agent, market: str = "") -> datetime | None:
        """When an agent who does not work now does again."""
        return self.roster.returns(agent, local_of(agent, self._site(), self.clock(), market))

    async def previous(self, lead_id: str, phone: str, email: str) -> str:
        """The agent who had this person before, "" for nobody."""
        if not phone and not email:
            return ""
        return await self._store.owner_before(lead_id, phone, email)


def _name(agent: str) -> str:
    return f"duty:{agent}"
