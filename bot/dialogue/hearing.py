"""From a typed text to what it means: secrets out, language noticed, then understood."""

from __future__ import annotations

from bot.dialogue.compiled import Local
from bot.dialogue.draft import Draft
from bot.dialogue.effects import Said
from bot.dialogue.homes import free_slots
from bot.understanding import secrets
from bot.understanding.message import Understood, understand
from bot.understanding.normalise import clean
from bot.understanding.types import Surroundings

LANG_TOLD = "lang_told"  # "I only speak …" is said once


def hear(draft: Draft, text: str) -> Understood:
    """Put the visitor's line into the transcript, without secrets, and understand it."""
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
        surroundings(draft),
    )
    notice_language(draft, heard)
    return heard


def surroundings(draft: Draft) -> Surroundings:
    """Where and when this is said."""
    spot = draft.open
    return draft.local.around(
        draft.now,
        slots=free_slots(draft.local, draft, draft.now) if draft.local.books_times else (),
        regions=_regions(draft.local, draft) if spot is None or spot.kind == "region" else (),
    )


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
