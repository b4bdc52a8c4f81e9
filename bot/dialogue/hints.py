"""A hint or an offer made in the last message, and whether this text replies to it.

It never spends a turn: a text that is no reply to it is read as if nothing had been offered.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from bot.dialogue import calling
from bot.dialogue.draft import Draft
from bot.dialogue.settling import correct
from bot.dialogue.speaking import spoken
from bot.understanding import answers
from bot.understanding.lexicon.answers import FILLERS, POLITE
from bot.understanding.message import POLAR, Fill, Understood
from bot.understanding.option_book import book_of
from bot.understanding.types import Reading, Slot
from bot.understanding.words import cut

BRIEF: Final = 6  # words of a reply that does nothing but name the provider
BESIDES: Final = FILLERS | POLITE


def offer(draft: Draft, fill: Fill) -> None:
    """Say a hint about a value in the next message: "Did you mean dani@gmail.com?"."""
    reading = fill.reading
    key = f"ask.{reading.ask}"
    if reading.value is None or not reading.ask or key not in draft.local.book:
        return
    words = {"value": spoken(draft.local, fill.field, reading.value), **reading.ask_with}
    draft.lead_in.append(draft.phrase(key, **words))
    if "suggest" in reading.ask_with:
        draft.pending = {
            "field": fill.field,
            "question": fill.question,
            "value": reading.ask_with["suggest"],
        }


def _names(suggested: str, text: str) -> bool:
    """ "I meant gmail": the suggested address is named by its provider."""
    words = cut(text).words
    provider = suggested.rpartition("@")[2].partition(".")[0]
    return bool(provider) and provider in words and len(words) <= BRIEF


def is_meant(pending: Mapping[str, Any], text: str) -> bool:
    """Does it reply to what was offered, even where it could answer the open question as well? A
    bare yes or no does: the offer stands first in the message, and the question is put again."""
    if not pending:
        return False
    if _names(str(pending.get("value", "")), text):
        return True
    stance = answers.stance(text)
    said = (word for word in cut(text).words if word not in BESIDES)
    return stance in ("yes", "no") and all(answers.stance(word) == stance for word in said)


def is_taken_besides(pending: Mapping[str, Any], slot: Slot, heard: Understood, text: str) -> bool:
    """ "Yes, call me": a yes that the open question has no use for takes the hint."""
    opening = cut(text).words[:1]
    if "value" not in pending or "yes" not in map(answers.stance, opening):
        return False
    if heard.calls or slot.kind not in POLAR:
        return True
    said = heard.answer.reading.value if heard.answer is not None else None
    meant, sure = (True, True) if slot.kind == "yesno" else book_of(slot).polar("yes")
    return said is not None and not (sure and said == meant)


def reply(draft: Draft, pending: Mapping[str, Any], text: str) -> bool:
    """Is this a yes or a no to what was offered? Then it is done, and the question is repeated."""
    stance = answers.stance(text) if pending else ""
    if _names(str(pending.get("value", "")), text):
        stance = "yes"
    if stance not in ("yes", "no"):
        return False
    if stance == "yes" and pending.get("offer") == "call":
        calling.request_call(draft)
        return True
    if stance == "yes" and "value" in pending:
        value = pending["value"]
        correct(draft, Fill(pending["field"], pending["question"], Reading(value), str(value)))
    return True
