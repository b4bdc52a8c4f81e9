"""A visitor asks for a person: hand over at once, or ask for the number and nothing else."""

from __future__ import annotations

from bot.dialogue import closing, duty, moving
from bot.dialogue.asking import ask_in_words
from bot.dialogue.compiled import Spot
from bot.dialogue.draft import PARTIAL, Draft
from bot.dialogue.interrupts import note
from bot.dialogue.memory import CALL_WORDS
from bot.dialogue.speaking import spoken

CALL_NOW = "call_now"
WORDING = "wording"  # of the context: how the number was asked for
WISH = 5  # a call request of so many words says more than that a call is wanted


def request_call(draft: Draft) -> None:
    """They want to be called, or to speak to somebody."""
    if CALL_NOW not in draft.flags:
        draft.context = {**draft.context, CALL_WORDS: draft.heard}
    draft.flag(CALL_NOW)
    if len(draft.heard.split()) >= WISH:
        note(draft, draft.heard)  # "can you call me tomorrow at 5?"
    if "phone" in draft.answers:
        hand_over(draft)
        return
    spot = phone_spot(draft)
    if spot is None:
        closing.hand_over(draft, draft.phrase("human_chat"))
    elif draft.status != PARTIAL:
        draft.say(wording(draft))
    else:
        _ask_number(draft, spot)


def hand_over(draft: Draft) -> None:
    """The number is there: stop asking."""
    number = spoken(draft.local, "phone", draft.answers["phone"].value)
    opens = _opens(draft)
    key = "human_done_off" if opens else "human_done"
    key = "human_already" if draft.status == "handoff" else key
    words = draft.phrase(key, phone=number, opens=opens)
    closing.hand_over(draft, " ".join([*draft.lead_in, words]))
    draft.lead_in.clear()


def is_due(draft: Draft) -> bool:
    """A call was asked for, and now there is a number to call."""
    return CALL_NOW in draft.flags and "phone" in draft.answers


def wording(draft: Draft) -> str:
    """The words with which the number is asked for: whoever gives it agrees to them."""
    opens = _opens(draft)
    words = draft.phrase("human_off" if opens else "human_number", opens=opens)
    draft.context = {**draft.context, WORDING: words}
    return words


def _opens(draft: Draft) -> str:
    """When somebody calls, in words; "" while somebody works."""
    later = duty.opens(draft.local, draft.now, asked=True)
    return duty.in_words(later, draft.local, draft.now) if later is not None else ""


def phone_spot(draft: Draft) -> Spot | None:
    """The flow's question for a phone number."""
    spots = draft.local.spots.values()
    return next((spot for spot in spots if spot.kind == "phone"), None)


def _ask_number(draft: Draft, spot: Spot) -> None:
    new = draft.state != spot.id
    moving.ask_out_of_turn(draft, spot.id)
    ask_in_words(draft, wording(draft))
    if new:
        draft.asked.append(spot.id)
