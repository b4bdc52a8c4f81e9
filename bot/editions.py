"""Which version of a flow a conversation talks: new ones the current, running ones their own."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping
from datetime import datetime

from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.flow import Flow
from bot.dialogue.machine import compile_flow
from bot.dialogue.session import Session
from bot.dialogue.site import Site
from bot.talk import ConversationGone
from storage.store import Store

KEPT = 16  # earlier versions kept compiled; more are compiled again when they are needed


class Editions:
    """The flows in use now, and the earlier ones that conversations still live in."""

    def __init__(self, store: Store, site: Site, flows: Mapping[str, CompiledFlow]) -> None:
        self._store = store
        self._earlier: OrderedDict[str, CompiledFlow] = OrderedDict()
        self._remembered: set[str] = set()
        self.site = site
        self.flows = flows

    def replace(self, site: Site, flows: Mapping[str, CompiledFlow]) -> None:
        """New files were saved: new conversations begin in them."""
        self.site = site
        self.flows = flows
        self._earlier.clear()

    def current(self, flow_id: str) -> CompiledFlow:
        """The flow that a new conversation begins in."""
        return self.flows[flow_id]

    async def remember(self, flow: CompiledFlow, now: datetime) -> None:
        """Have a flow on disk before anybody's conversation depends on it."""
        if flow.hash not in self._remembered:
            text = flow.flow.model_dump_json(exclude_defaults=True)
            await self._store.remember_flow(flow.hash, flow.flow.id, text, now)
            self._remembered.add(flow.hash)

    async def lived_in(self, session: Session) -> CompiledFlow:
        """The version that a conversation began with and lives in."""
        found = await self.of(session.flow, session.flow_hash)
        if found is None:
            raise ConversationGone("the version of the flow it began with is lost")
        return found

    async def of(self, flow_id: str, hash_: str) -> CompiledFlow | None:
        """The version with this hash, None when nobody has it any more."""
        current = self.flows.get(flow_id)
        if current is not None and current.hash == hash_:
            return current
        found = self._earlier.get(hash_)
        if found is None:
            text = await self._store.flow_text(hash_)
            if text is None:
                return None
            found = compile_flow(Flow.model_validate_json(text), self.site, hash_)
            self._earlier[hash_] = found
            if len(self._earlier) > KEPT:
                self._earlier.popitem(last=False)
        return found
