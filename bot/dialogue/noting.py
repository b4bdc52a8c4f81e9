"""Values said back in the same breath as the next question: "Up to $512,000, noted. When …"."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue.compiled import Local, Spot
from bot.dialogue.draft import Draft
from bot.dialogue.speaking import inside, spoken
from bot.understanding import answers
from bot.understanding.message import Fill

UNSAID = frozenset({"name", "contact_pref"})  # said back in other ways, or not at all
COUNTED = frozenset({"beds_min", "beds", "rooms_min", "rooms"})


def note_values(draft: Draft, fills: Iterable[Fill]) -> None:
    """Say back what was filled beside the open question, and what could be read another way."""
    asked = draft.session.open_question
    parts = [
        described(draft, fill)
        for fill in fills
        if fill.reading.value is not None
        and fill.field not in UNSAID
        and not fill.reading.ask  # a hint says it
        and not (fill.reading.sure and fill.question == asked)
    ]
    if parts:
        values = ", ".join(parts)
        capital = "@" not in parts[0]
        first = values[:1].upper() if capital else values[:1]
        draft.lead_in.append(draft.phrase("noted", value=first + values[1:]))


def described(draft: Draft, fill: Fill) -> str:
    """A value as it is said back: up to $512,000 · 3 bedrooms · Round Rock."""
    local, reading = draft.local, fill.reading
    words = spoken(local, fill.field, reading.value)
    spot = local.by_field.get(fill.field)
    if spot is not None and spot.kind == "money":
        return _budget(draft, fill, words)
    if fill.field in COUNTED:
        one = reading.value == 1
        key = "count_one" if one else "count"
        return draft.phrase(f"{key}.{fill.field}", value=words)
    if spot is not None and reading.value in spot.earns and answers.stance(words):
        return _in_full(local, spot, str(reading.value), words)
    return inside(words, local) if spot is not None and spot.labels else words


def _in_full(local: Local, spot: Spot, value: str, words: str) -> str:
    """ "No agent" says more than "No"; the reasons are English, elsewhere the field is named."""
    if local.lang[:2] == "en":
        return spot.earns[value].text
    return f"{local.book.field(spot.field)}: {words}"


def _budget(draft: Draft, fill: Fill, words: str) -> str:
    """up to $512,000 · $400,000 to $450,000 · up to $450 a week"""
    reading = fill.reading
    key = f"per.{reading.extra.get('budget_period')}"
    words = draft.phrase(key, value=words) if key in draft.local.book else words
    if reading.low is not None and reading.low != reading.value:
        low = spoken(draft.local, fill.field, reading.low)
        return draft.phrase("range", low=low, high=words)
    return draft.phrase("up_to" if reading.low is None else "at_least", value=words)
