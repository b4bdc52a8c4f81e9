"""From a typed text to what it means: secrets out, language noticed, then understood."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from bot.dialogue.compiled import Local
from bot.dialogue.draft import Draft
from bot.dialogue.effects import Said
from bot.dialogue.homes import free_slots, stored
from bot.understanding import secrets
from bot.understanding.message import Understood, understand
from bot.understanding.normalise import clean
from bot.understanding.types import Reading, Surroundings

TIMES: Final = "times"  # of what is pending: the times that were named to choose from
LANG_TOLD = "lang_told"  # "I only speak …" is said once


def hear(draft: Draft, text: str, offered: Iterable[str] = ()) -> Understood:
    """Put the visitor's line into the transcript, without secrets, and understand it. ``offered``:
    the times that the last message named to choose from."""
    verbatim, found = secrets.mask(storable(text))
    draft.heard = clean(verbatim)
    draft.effects.append(Said("visitor", verbatim))
    if found or secrets.MASK in text:  # masked already where the channel stores before we hear
        draft.say(draft.phrase("sensitive"))
    local = draft.local
    spot = draft.open
    heard = understand(
        draft.heard,
        spot.slot if spot else None,
        local.slots,
        {name: answer.value for name, answer in draft.answers.items()},
        surroundings(draft, offered),
    )
    notice_language(draft, heard)
    return heard


def surroundings(draft: Draft, offered: Iterable[str] = ()) -> Surroundings:
    """Where and when this is said."""
    spot = draft.open
    free = free_slots(draft.local, draft, draft.now) if draft.local.books_times else ()
    named = frozenset(offered)
    return draft.local.around(
        draft.now,
        slots=free,
        offered=tuple(time for time in free if stored(time) in named) if named else (),
        regions=_regions(draft.local, draft) if spot is None or spot.kind == "region" else (),
    )


def offer_times(draft: Draft, reading: Reading) -> bool:
    """Keep the times that are named in a question back, for the reply to choose from. True where
    the last message did not name them already."""
    if not reading.ask.startswith("datetime.") or not reading.ask_with:
        return False
    times = sorted(reading.ask_with.values())
    draft.pending = {**draft.pending, TIMES: times}
    return times != list(draft.session.pending.get(TIMES, ()))


def notice_language(draft: Draft, heard: Understood) -> None:
    """Go over to the visitor's language where the flow has it; else say once that it has not."""
    wanted = heard.lang
    if not wanted or wanted == draft.lang[:2]:
        return
    if draft.flow.speaks(wanted):
        draft.speak(draft.flow.language(wanted))
        if any(intent.id == "language" for intent in heard.intents):
            draft.lead_in.append(draft.phrase("language_switched"))
    elif LANG_TOLD not in draft.flags:
        draft.flags.append(LANG_TOLD)
        spoken = dict.fromkeys(lang[:2] for lang in draft.flow.flow.languages)
        names = [draft.phrase(f"language.{lang}") for lang in spoken]
        draft.say(draft.phrase("language_unsupported", languages=", ".join(names)))


def storable(text: str) -> str:
    """The text as it was typed, but for what no file or wire takes: lone surrogates and NUL."""
    if text.isascii():
        return text.replace("\0", "")
    return text.encode("utf-8", "replace").decode("utf-8").replace("\0", "")


def _regions(local: Local, draft: Draft) -> tuple[str, ...]:
    states = draft.context.get("states")
    return tuple(states) if states else local.market.licensed_states
