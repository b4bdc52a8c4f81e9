"""What is the same for every visitor of one market and language: the office's own words."""

from __future__ import annotations

from collections.abc import Mapping

from bot.dialogue.phrases import formats
from bot.dialogue.phrases.book import Book
from bot.dialogue.site import Agent, Listing, Site
from bot.dialogue.wording import DEFAULTS, Neutral


def agent_of(site: Site, market: str, listing: Listing | None) -> tuple[str, str]:
    """Whom the texts may name: the listing's own agent, or the market's only one. No promise is
    made in anybody else's name, because the routing decides who it will be."""
    agents = [agent for agent in site.agents if not agent.markets or market in agent.markets]
    if listing is not None and listing.agent:
        agents = [agent for agent in site.agents if agent.id == listing.agent]
    if len(agents) != 1:
        return "", ""
    return agents[0].name, agents[0].phone


def people_of(site: Site, market: str) -> tuple[Agent, ...]:
    """Everyone who works for a market; everyone of the office where nobody is named for it."""
    named = tuple(agent for agent in site.agents if market in agent.markets)
    return named or tuple(agent for agent in site.agents if not agent.markets)


def words_of(
    site: Site, own: Mapping[str, str], book: Book, agent: tuple[str, str]
) -> dict[str, str]:
    """Words by name: neutral ones of the language, the site's, then the flow's own."""
    neutral = {name: Neutral(book.default(name) or words) for name, words in DEFAULTS.items()}
    neutral["licensed_person"] = Neutral(book.say("licensed_person"))
    phone = formats.isolated(agent[1], book.lang) if agent[1] else ""
    return {
        **neutral,
        **site.variables,
        **own,
        "company": site.company,
        "bot_name": site.bot_name,
        "privacy_url": privacy_address(site),
        "agent": agent[0] or book.say("agent"),
        "agent_phone": phone or neutral["agent_phone"],
    }


def privacy_address(site: Site) -> str:
    """The privacy page's full address where the public's way to this server is known."""
    url, base = site.privacy_url, site.base_url
    return base.rstrip("/") + url if url.startswith("/") and base else url
