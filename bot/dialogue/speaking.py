"""Values as the visitor would say them, and the values that a flow's texts may name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from bot.dialogue.compiled import Line, Local, Spot, spoken_money
from bot.dialogue.homes import home_of, spoken_slots
from bot.dialogue.memory import Memory
from bot.dialogue.phrases import formats
from bot.dialogue.wording import MEMBERS

SMALL_INSIDE: Final = frozenset({"en", "es"})  # where a label inside a sentence is small


def spoken(local: Local, field: str, value: Any) -> str:
    """A field's value in words: $425,000 · 512-555-0142 · Right away · Yes."""
    if isinstance(value, bool):
        return local.book.say("button_yes" if value else "button_no")
    if isinstance(value, list | tuple):
        return ", ".join(spoken(local, field, item) for item in value)
    spot = local.by_field.get(field)
    kind = spot.kind if spot else "money" if field == "budget_min" else ""
    if isinstance(value, int | float):
        return _spoken_number(local, kind, value)
    return _spoken_text(local, spot, field, str(value))


def _spoken_text(local: Local, spot: Spot | None, field: str, value: str) -> str:
    kind = spot.kind if spot is not None else ""
    if kind == "phone":
        return formats.isolated(formats.phone(value, local.country), local.lang[:2])
    if kind == "datetime":
        return formats.moment(value, local.lang[:2], local.country)
    if spot is not None and value in spot.labels:
        return spot.labels[value]
    key = f"value.{field}.{value}"
    return local.book.say(key) if key in local.book else value


def inside(words: str, local: Local) -> str:
    """A label inside a sentence: "Right away" as "right away", but "I must sell first"."""
    small = local.lang[:2] in SMALL_INSIDE and words[1:2].islower()
    return words[:1].lower() + words[1:] if small else words


def _spoken_number(local: Local, kind: str, value: float) -> str:
    if kind == "money":
        return spoken_money(value, local)
    if kind == "percent":
        return _percent(value, local.lang[:2])
    return formats.number(value, local.lang[:2], local.country)


def _percent(value: float, lang: str) -> str:
    """20% in English, 20 % in German and Spanish."""
    if lang == "en":
        return f"{value:g}%"
    comma = f"{value:g}".replace(".", ",") if lang in ("de", "es") else f"{value:g}"
    return formats.isolated(f"{comma} %" if lang in ("de", "es") else f"{comma}%", lang)


def text_of(
    local: Local, line: Line, memory: Memory, now: datetime, more: Mapping[str, Any] | None = None
) -> str:
    """A flow's text with this conversation's values in it."""
    if isinstance(line, str):
        return line
    values = values_for(line.names, local, memory, now)
    if more:
        values.update(more)
    return local.fill(line, values)


def values_for(
    names: Iterable[str], local: Local, memory: Memory, now: datetime
) -> dict[str, Any]:
    """The values of the names a text uses; nothing is worked out that is not named."""
    values: dict[str, Any] = {}
    for name in names:
        if name == "listing":
            values[name] = listing_values(local, memory.context)
        elif name == "slots":
            values[name] = spoken_slots(local, memory, now)
        elif name == "ics":
            values[name] = memory.context.get("ics") or ""
        elif name == "channel":
            values[name] = memory.channel
        elif name in memory.answers:
            values[name] = spoken(local, name, memory.answers[name].value)
    return values


def listing_values(local: Local, context: Mapping[str, Any]) -> dict[str, str]:
    """The listing as a text may name it: ``listing.address`` and its neighbours."""
    home = home_of(local, context)
    if home is None:
        return {}
    return {name: value for name in MEMBERS["listing"] if (value := getattr(home, name))}
