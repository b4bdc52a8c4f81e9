"""From the store to what an alert shows: a lead, its timeline and the visitor's own question."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from bot.alerts.directory import names_of
from bot.alerts.view import Case
from bot.dialogue.session import Session, load
from bot.dialogue.site import Site
from bot.leads.asked import asked_in
from bot.leads.facts import facts_of_lead, listing_of, unreachable
from bot.leads.persons import keys
from bot.leads.timeline import story_of
from storage.rows import Lead, LeadFile
from storage.store import ReadStore


class Cases:
    """Opens a lead's case, always from what is committed."""

    def __init__(
        self, store: ReadStore, site: Callable[[], Site], titles: Mapping[str, str]
    ) -> None:
        self._store, self.site, self._titles = store, site, titles
        self._named: tuple[Site | None, Mapping[str, str]] = (None, {})

    async def open(self, lead_id: str) -> Case | None:
        """The case of a lead; None when there is no such lead (any more)."""
        file = await self._store.lead_file(lead_id)
        return await self._case(file) if file is not None else None

    async def of(self, lead: Lead) -> Case:
        """The case of this lead as it is given."""
        stored = await self._store.lead_file(lead.id)
        file = stored or LeadFile(lead, (), "", (), refused=False)
        return await self._case(replace(file, lead=lead))

    async def _case(self, file: LeadFile) -> Case:
        site, lead, story = self.site(), file.lead, story_of(file.events)
        session = load(file.session) if file.session else None
        facts = facts_of_lead(
            lead,
            site,
            story.hot_at or lead.created_at,
            flow_title=self._titles.get(lead.flow, ""),
            asked=asked_in(session) if session else "",
            listing=_listing(session),
            opens=story.opens,
        )
        if await self._refused(file):
            facts = unreachable(facts)
        return Case(
            facts=facts,
            story=story,
            status=lead.status,
            owner=lead.owner,
            claimed_at=lead.claimed_at,
            names=self._names_of(site),
            picture=_picture(site, lead.listing_id),
        )

    async def _refused(self, file: LeadFile) -> bool:
        """Whether this person wants no contact."""
        if file.keys:
            return file.refused
        own = keys(file.lead)
        return bool(own) and not await self._store.may_contact(own)

    def _names_of(self, site: Site) -> Mapping[str, str]:
        """Worked out once for each site file."""
        if self._named[0] is not site:
            self._named = site, names_of(site)
        return self._named[1]


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
