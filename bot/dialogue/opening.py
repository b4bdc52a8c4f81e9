"""The first words: disclosure, greeting, the first question that is still open."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from bot.dialogue import moving
from bot.dialogue.compiled import CompiledFlow, Spot
from bot.dialogue.draft import Draft
from bot.dialogue.effects import Consent
from bot.dialogue.events import Start
from bot.dialogue.session import Answer, Session
from bot.dialogue.speaking import text_of
from bot.understanding import kinds
from bot.understanding.normalise import clean

SALE: Final = "sale"  # the purpose that GPC and "do not sell" refuse
GPC: Final = "Global Privacy Control: the browser sent Sec-GPC: 1"
GPC_VERSION: Final = "gpc-1"
PAGES: Final = 5  # so many pages looked at count as interest
KNOWN_FIELDS: Final = 30
_NUMBERS: Final = frozenset({"number", "money", "percent"})


def open_conversation(flow: CompiledFlow, event: Start, now: datetime) -> Draft:
    """A new conversation: greeted, and asked the first thing we do not know yet."""
    draft = Draft(flow, _blank(flow, event, now), now)
    _know(draft, event.known)
    for name in _flags(event):
        draft.flag(name)
    if event.no_sale:
        draft.effects.append(Consent(SALE, granted=False, text=GPC, version=GPC_VERSION))
    line = draft.local.greeting(draft.context.get("variant", ""))
    draft.say(text_of(draft.local, line, draft, now))
    moving.arrive(draft, draft.cursor())
    return draft


def _blank(flow: CompiledFlow, event: Start, now: datetime) -> Session:
    site = flow.site
    market = event.market if event.market in site.markets else site.default_market
    return Session(
        flow=flow.flow.id,
        flow_hash=flow.hash,
        state=flow.ids[0],
        channel=event.channel,
        market=market,
        lang=_language(flow, event.lang, site.market(market).lang),
        context=_context(flow, event, now),
    )


def _language(flow: CompiledFlow, hint: str, home: str) -> str:
    """The visitor's language where the flow has it, else the market's, else the flow's first."""
    for wanted in (hint, home):
        if wanted and flow.speaks(wanted):
            return flow.language(wanted)
    return flow.flow.languages[0]


def _context(flow: CompiledFlow, event: Start, now: datetime) -> dict[str, Any]:
    """What the page knew, as plain data; empty things are left out."""
    variant = _variant(flow, event, now)
    listing = {str(name): _plain(value) for name, value in event.listing.items()}
    context: dict[str, Any] = {
        "listing": {name: value for name, value in listing.items() if value not in (None, "")},
        "slots": [str(slot) for slot in event.slots],
        "source": {str(name): clean(str(value)) for name, value in event.source.items()},
        "states": [str(state) for state in event.licensed_states],
        "variant": variant if len(flow.flow.greetings) > 1 else "",
        "earlier": event.earlier,
    }
    return {name: value for name, value in context.items() if value}


def _variant(flow: CompiledFlow, event: Start, now: datetime) -> str:
    """The greeting's variant: the same for a visitor each time, as long as there are these
    variants. Of whom nothing is known, it is drawn from when and whence."""
    greetings = flow.flow.greetings
    if len(greetings) == 1:
        return greetings[0].id
    whence = f"{now.isoformat()} {sorted(event.source.items())} {event.channel}"
    variants = " ".join(greeting.id for greeting in greetings)
    seed = f"{flow.flow.id} {variants} {event.visitor or whence}"
    drawn = int(hashlib.sha256(seed.encode()).hexdigest()[:8], 16) % 100
    for greeting in greetings:
        drawn -= greeting.percent
        if drawn < 0:
            return greeting.id
    return greetings[-1].id


def _flags(event: Start) -> list[str]:
    pages = str(event.source.get("pages", ""))
    many = pages.isascii() and pages.isdigit() and int(pages[:6]) >= PAGES
    names = ("returning" if event.returning else "", "pages_5plus" if many else "")
    return [name for name in names if name]


def _know(draft: Draft, known: Mapping[str, Any]) -> None:
    """Fields the page or the office already had. What does not fit its question is left out."""
    fields = {q.was: q.field for q in draft.flow.flow.questions if q.was}
    for given, value in list(known.items())[:KNOWN_FIELDS]:
        name = fields.get(str(given), given)  # a page may still say it under its old name
        spot = draft.local.by_field.get(str(name))
        fitting = _plain(value) if spot is None else _fitting(draft, spot, value)
        if fitting not in (None, ""):
            question = spot.id if spot else ""
            draft.put(str(name), Answer(fitting, str(fitting), question, "known", draft.at))


def _fitting(draft: Draft, spot: Spot, value: Any) -> Any:
    """A known value in the shape of its question, None where it has not got it."""
    if spot.kind == "choice":
        return value if value in spot.labels else None
    if spot.kind == "yesno":
        return value if isinstance(value, bool) else None
    if spot.kind in _NUMBERS:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return value if number and abs(value) < 1e15 else None
    if not isinstance(value, str):
        return None
    reading = kinds.read(spot.kind, value, spot.slot, draft.local.around(draft.now))
    return reading.value if reading is not None else None


def _plain(value: Any) -> str | int | float | bool | None:
    """A value that can be kept as it is; texts without what cannot be shown."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return value
    return value if isinstance(value, int | float) and abs(value) < 1e15 else None
