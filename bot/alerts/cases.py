"""From the store to what an alert shows: a lead, its timeline and the visitor's own question."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

from bot.alerts.directory import names_of
from bot.alerts.view import Case
from bot.dialogue.session import Session, load
from bot.dialogue.site import Site
from bot.leads.asked import asked_in
from bot.leads.facts import facts_of_lead, listing_of, unreachable
from bot.leads.persons import keys
from bot.leads.timeline import story_of
from storage.rows import Event, Lead
from storage.store import ReadStore


class Cases:
    """Opens a lead's case, always from what is committed."""

    def __init__(
        self, store: ReadStore, site: Callable[[], Site], titles: Mapping[str, str]
    ) -> None:
        self._store, self.site, self._titles = store, site, titles

    async def open(self, lead_id: str) -> Case | None:
        """The case of a lead; None when there is no such lead (any more)."""
        lead, events = await asyncio.gather(self._store.lead(lead_id), self._store.events(lead_id))
        return await self._case(lead, events) if lead is not None else None

    async def of(self, lead: Lead) -> Case:
        """The case of this lead."""
        return await self._case(lead, await self._store.events(lead.id))

    async def _case(self, lead: Lead, events: list[Event]) -> Case:
        site, story = self.site(), story_of(events)
        session = await self._session(lead)
        title = self._titles.get(lead.flow, "")
        at = story.hot_at or lead.created_at
        facts = facts_of_lead(
            lead,
            site,
            at,
            flow_title=title,
            asked=asked_in(session) if session else "",
            listing=_listing(session),
            opens=story.opens,
        )
        if not await self._store.may_contact(await self._store.keys_of(lead.id) or keys(lead)):
            facts = unreachable(facts)
        return Case(
            facts=facts,
            story=story,
            status=lead.status,
            owner=lead.owner,
            claimed_at=lead.claimed_at,
            names=names_of(site),
            picture=_picture(site, lead.listing_id),
        )

    async def _session(self, lead: Lead) -> Session | None:
        """What the dialogue remembers of this visitor."""
        conversation = await self._store.conversation(lead.conversation)
        return load(conversation.session) if conversation else None


def _listing(session: Session | None) -> Mapping[str, Any]:
    """The home as the visitor's page described it."""
    given = session.context.get("listing") if session else None
    return given if isinstance(given, Mapping) else {}


def _picture(site: Site, listing_id: str) -> str:
    """A picture of the home at an address that Telegram can fetch, "" where there is none."""
    listing = listing_of(site, listing_id)
    picture = listing.picture if listing is not None else ""
    if picture.startswith("/") and site.base_url:
        picture = site.base_url.rstrip("/") + picture
    return picture if picture.startswith("https://") else ""
