"""What happens when a field gets its value: stored with its words, said back, judged."""

from __future__ import annotations

from typing import Any, Final

from bot.dialogue import closing, moving
from bot.dialogue.compiled import Spot
from bot.dialogue.draft import PARTIAL, Draft
from bot.dialogue.effects import Consent
from bot.dialogue.session import Answer
from bot.dialogue.speaking import inside, spoken, text_of
from bot.understanding.message import Fill
from bot.understanding.types import Reading

VOLUNTEERED: Final = frozenset({"contact_pref", "rent_type", "budget_period"})


def settle(draft: Draft, spot: Spot, reading: Reading, raw: str, how: str) -> None:
    """A question's field gets its value. May end the conversation; never asks anything."""
    value = list(reading.value) if isinstance(reading.value, tuple) else reading.value
    if spot.id in draft.skipped:
        draft.skipped.remove(spot.id)
    if spot.id in draft.interrupted:
        draft.interrupted.remove(spot.id)
    draft.put(
        spot.field,
        Answer(value, raw, spot.id, how, draft.at, reading.low, reading.high),
    )
    _put_range(draft, spot, reading, raw, how)
    for field in VOLUNTEERED & reading.extra.keys():
        volunteer_extra(draft, field, reading.extra[field], raw)
    _consent(draft, spot, value)
    _judge(draft, spot, reading)


def skip(draft: Draft, spot: Spot) -> None:
    """A question stays without an answer; what was there is taken back."""
    draft.drop(spot.field, "skip")
    _drop_minimum(draft, spot)
    if spot.id not in draft.skipped:
        draft.skipped.append(spot.id)


def correct(draft: Draft, fill: Fill) -> None:
    """An earlier answer changes, and the visitor is told so."""
    spot = draft.local.spots.get(fill.question)
    if spot is None:
        volunteer_extra(draft, fill.field, fill.reading.value, fill.raw)
        return
    old = draft.answers.get(spot.field)
    settle(draft, spot, fill.reading, fill.raw, "correction")
    words = spoken(draft.local, spot.field, fill.reading.value)
    words = inside(words, draft.local) if spot.labels else words
    field = draft.local.book.field(spot.field)
    draft.lead_in.append(draft.phrase("change", field=field, value=words))
    if draft.status == PARTIAL and old is not None and old.value != fill.reading.value:
        moving.revisit(draft, spot)


def volunteer(draft: Draft, fill: Fill) -> None:
    """A field is filled that nobody has asked for yet."""
    spot = draft.local.spots.get(fill.question)
    if spot is None:
        volunteer_extra(draft, fill.field, fill.reading.value, fill.raw)
    else:
        settle(draft, spot, fill.reading, fill.raw, "volunteered")


def volunteer_extra(draft: Draft, field: str, value: Any, raw: str) -> None:
    """A field that no question asks for: contact_pref, rent_type, budget_period."""
    if value is None:
        return
    draft.put(field, Answer(value, raw, draft.state, "volunteered", draft.at))
    if field == "contact_pref" and value == "email":
        _spare_the_number(draft)


def _spare_the_number(draft: Draft) -> None:
    """ "E-mail is better" skips the phone."""
    for spot in draft.local.spots.values():
        unasked = spot.field not in draft.answers and spot.id != draft.state
        if spot.kind == "phone" and unasked and spot.id not in draft.skipped:
            draft.skipped.append(spot.id)


def _put_range(draft: Draft, spot: Spot, reading: Reading, raw: str, how: str) -> None:
    """budget_max brings budget_min along where a range was said."""
    if spot.kind != "money" or not spot.field.endswith("_max"):
        return
    if reading.low is not None:  # "at least 300k" is both ends
        name = spot.field.removesuffix("_max") + "_min"
        draft.put(name, Answer(reading.low, raw, spot.id, how, draft.at))
        return
    _drop_minimum(draft, spot, reading.value)


def _drop_minimum(draft: Draft, spot: Spot, value: Any = None) -> None:
    """A lower end that no longer lies under the upper one is dropped."""
    name = spot.field.removesuffix("_max") + "_min"
    low = draft.answers.get(name) if spot.kind == "money" else None
    if low is not None and (value is None or low.value >= value):
        draft.drop(name)


def _consent(draft: Draft, spot: Spot, value: Any) -> None:
    """Giving contact data after the shown wording is the consent; the exact words are kept."""
    purpose = spot.question.consent or ("contact" if spot.kind in ("phone", "email") else "")
    if not purpose:
        return
    granted = value is not False
    shown = spot.id in draft.asked
    line = spot.ask if shown else draft.local.greeting(draft.context.get("variant", ""))
    text = text_of(draft.local, line, draft, draft.now)
    if spot.kind == "phone" and "call_now" in draft.session.flags:
        text = draft.session.context.get("wording", text)
    own = draft.flow.flow.consents.get(purpose)
    version = own.version if own and shown else draft.session.flow_hash
    draft.effects.append(Consent(purpose, granted, text, version))


def _judge(draft: Draft, spot: Spot, reading: Reading) -> None:
    """Some answers end the conversation: an option that disqualifies, a place not covered."""
    if draft.status not in (PARTIAL, "complete"):
        return
    value = reading.value
    values = value if isinstance(value, tuple) else (value,)
    for option in spot.question.options:
        if option.disqualifies and option.value in values:
            closing.disqualify(draft, option.disqualifies, closing.text_disqualified(draft))
            return
    if _is_outside(draft, spot, reading):
        reason = spot.question.disqualifies_outside or "out_of_area"
        words = spoken(draft.local, spot.field, value)
        line = spot.out_of_area
        text = text_of(draft.local, line, draft, draft.now, {"value": words})
        closing.disqualify(draft, reason, text or draft.phrase("not_licensed", value=words))


def _is_outside(draft: Draft, spot: Spot, reading: Reading) -> bool:
    """Is this clearly a place that the office does not cover?"""
    if spot.kind == "area" and spot.question.out_of_area:
        return reading.extra.get("covered") is False
    if spot.kind == "region" and (spot.question.disqualifies_outside or spot.question.out_of_area):
        states = draft.context.get("states") or draft.local.market.licensed_states
        return bool(states) and reading.value not in states
    return False
