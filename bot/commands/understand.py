"""``doorstep understand``: what a text is read as, one JSON line a text."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

from bot.commands import stdin
from bot.commands.named import flow_named
from bot.commands.options import with_settings
from bot.dialogue.compiled import Local
from bot.dialogue.phrases import formats
from bot.dialogue.phrases.book import Book, book
from bot.dialogue.site import Market, Site
from bot.errors import UserMistake
from bot.library import Library
from bot.settings import Settings
from bot.understanding import kinds
from bot.understanding.types import Reading, Slot, Surroundings

NEEDS_OPTIONS = frozenset({"choice", "multi"})
encode = json.JSONEncoder(ensure_ascii=False).encode


@click.command()
@click.argument("kind", type=click.Choice(sorted(kinds.MODULES)), metavar="KIND")
@click.option("--market", metavar="M", help="Whose money, areas and time zone.  [the site's own]")
@click.option("--lang", metavar="L", help="en, es, de or ar.  [the market's]")
@click.option("--now", metavar="ISO", help="The moment it is said.  [now]")
@click.option("--flow", "flow_id", metavar="FLOW", help="Read it as an answer in this flow …")
@click.option("--question", metavar="ID", help="… to this question.")
@with_settings
def command(kind: str, settings: Settings, **given: str | None) -> None:
    """Show what texts are read as: one text a line on stdin, one JSON object a line.

    KIND is a kind of answer (money, phone, choice, datetime …) or timeline.

    \b
    Example:  echo '2.5 cr' | doorstep understand money --market mumbai
              echo 'maybe august' | doorstep understand timeline --now 2026-03-10T14:05
              echo 'preapproved' | doorstep understand choice --flow buyer --question financing

    Without a question nothing is scaled: "$10" is 10. A range has value = high, low and high;
    what cannot be read has value null, and "ask" is what the bot would say.
    """
    library = Library.load(settings.flows, settings.site)
    scene = _scene(kind, library, given)
    for line in stdin.lines():
        click.echo(encode(_understood(line, kind, *scene)))


def _scene(
    kind: str, library: Library, given: dict[str, str | None]
) -> tuple[Slot, Surroundings, Book]:
    """The question, the place and the words, from what was given."""
    site = library.site
    name = given["market"] or site.default_market
    market = _market(site, name)
    lang = given["lang"] or market.lang
    now = _moment(given["now"], market)
    if given["flow_id"]:
        local, slot = _question(library, given["flow_id"], given["question"], name, lang)
        regions = local.market.licensed_states
        return slot, local.around(now, lang=lang[:2], regions=regions), book(lang)
    if given["question"] or kind in NEEDS_OPTIONS:
        raise UserMistake(f"to read a {kind}, name both --flow and --question")
    around = Surroundings(
        now=now.astimezone(ZoneInfo(market.tz)),
        lang=lang[:2],
        country=market.country,
        currency=market.currency,
        areas=market.areas,
        min_price=market.min_price or None,
        min_rent=market.min_rent or None,
        regions=market.licensed_states,
    )
    return Slot(id=kind, field=kind, kind=kind), around, book(lang)


def _understood(
    text: str, kind: str, slot: Slot, around: Surroundings, phrases: Book
) -> dict[str, Any]:
    reading = kinds.read(kind, text, slot, around)
    found: dict[str, Any] = {"text": text, "value": _value(reading)}
    if reading is not None:
        ends = {"low": reading.low, "high": reading.high}
        found.update({name: end for name, end in ends.items() if end is not None})
    asks = _ask(kind, reading, phrases, around)
    return {**found, "ask": asks} if asks else found


def _value(reading: Reading | None) -> Any:
    value = reading.value if reading is not None else None
    return list(value) if isinstance(value, tuple) else value


def _ask(kind: str, reading: Reading | None, phrases: Book, around: Surroundings) -> str:
    """What the bot would say: a question back, or that it did not get it; "" for a refusal."""
    if reading is None:
        return phrases.say(phrases.first(f"retry_{kind}", "retry"))
    key = f"ask.{reading.ask}"
    if reading.ask:
        words = {"value": _shown(reading.value, around), **reading.ask_with}
        return phrases.say(key if key in phrases else "retry", words)
    return ""


def _shown(value: Any, around: Surroundings) -> str:
    """A value inside a question back; only amounts need a form of their own."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return formats.money(value, around.currency, around.lang, around.country)
    return str(value)


def _question(
    library: Library, flow_id: str, question: str | None, market: str, lang: str
) -> tuple[Local, Slot]:
    flow = flow_named(library, flow_id)
    local = flow.local(market, lang)
    spot = local.spots.get(question or "")
    if spot is None:
        raise UserMistake(f"{flow_id} has no question “{question}”: {', '.join(local.spots)}")
    return local, spot.slot


def _market(site: Site, name: str) -> Market:
    if name not in site.markets:
        raise UserMistake(f"there is no market “{name}”: {', '.join(site.markets)}")
    return site.markets[name]


def _moment(text: str | None, market: Market) -> datetime:
    if text is None:
        return datetime.now(UTC)
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise UserMistake(f"--now is “{text}”: write 2026-03-10T14:05") from None
    return at if at.tzinfo is not None else at.replace(tzinfo=ZoneInfo(market.tz))
