"""From the store to what an alert shows: a lead, its timeline and the visitor's own question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from bot.alerts.view import Case
from bot.dialogue.session import load
from bot.dialogue.site import Site
from bot.leads.asked import question_of
from bot.leads.facts import facts_of_lead, listing_of
from bot.leads.timeline import story_of
from storage.rows import Lead
from storage.store import ReadStore

LATEST = 200  # messages looked at for the visitor's question


class Cases:
    """Opens a lead's case, always from what is committed."""

    def __init__(
        self, store: ReadStore, site: Callable[[], Site], titles: Mapping[str, str]
    ) -> None:
        self._store, self.site, self._titles = store, site, titles

    async def open(self, lead_id: str) -> Case | None:
        """The case of a lead; None when there is no such lead (any more)."""
        lead = await self._store.lead(lead_id)
        return await self.of(lead) if lead is not None else None

    async def of(self, lead: Lead) -> Case:
        """The case of this lead."""
        site = self.site()
        story = story_of(await self._store.events(lead.id))
        said = await self._store.messages(lead.conversation)
        asked = question_of(m.text for m in said[-LATEST:] if m.sender == "visitor")
        title = self._titles.get(lead.flow, "")
        at = story.hot_at or lead.updated_at
        return Case(
            facts=facts_of_lead(
                lead, site, at, flow_title=title, asked=asked, listing=await self._listing(lead)
            ),
            story=story,
            status=lead.status,
            owner=lead.owner,
            claimed_at=lead.claimed_at,
            names={agent.id: agent.name for agent in site.agents},
        )

    async def _listing(self, lead: Lead) -> Mapping[str, Any]:
        """The home as the visitor's page described it, where the office does not list it."""
        if not lead.listing_id or listing_of(self.site(), lead.listing_id):
            return {}
        conversation = await self._store.conversation(lead.conversation)
        if conversation is None:
            return {}
        given = load(conversation.session).context.get("listing")
        return given if isinstance(given, Mapping) else {}
