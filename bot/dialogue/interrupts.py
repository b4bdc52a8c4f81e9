"""What visitors say beside the matter: understood at every step, and the open question stays.

A digression is answered and the open question repeated; that is no new asking. STOP, deletion and
children end the conversation; back, skip and start over move in it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from bot.dialogue import closing, moving
from bot.dialogue.asking import ask
from bot.dialogue.draft import Draft
from bot.dialogue.speaking import text_of
from bot.understanding.intents import detect
from bot.understanding.message import CALLS
from bot.understanding.types import Intent

Handler = Callable[[Draft, Intent], None]
ADVICE_OFFER: Final = {"offer": "call"}


def end_at_once(draft: Draft, intents: Iterable[Intent]) -> bool:
    """Deletion, STOP and children come before anything else in a message."""
    found = {intent.id: intent for intent in intents}
    for name, handler in _ENDS.items():
        if name in found:
            handler(draft, found[name])
            return True
    return False


def always_counts(text: str, lang: str) -> bool:
    """STOP, deletion and a call for a person count wherever they are typed."""
    return any(intent.id in _ENDS or intent.id in CALLS for intent in detect(text, lang[:2]))


def move(draft: Draft, intents: Iterable[Intent]) -> bool:
    """Back and start over, said in words."""
    found = {intent.id for intent in intents}
    if "start_over" in found:
        draft.lead_in.append(draft.phrase("restart"))
        moving.restart(draft)
        return True
    if "back" in found:
        go_back(draft)
        return True
    return False


def go_back(draft: Draft) -> None:
    """To the question before, or a friendly word where there is none."""
    if not moving.back(draft):
        draft.lead_in.append(draft.phrase("back_first"))
        ask(draft, again=True)


def digress(draft: Draft, intents: Iterable[Intent]) -> bool:
    """Answer what was asked beside the matter, each thing once; False when there was nothing."""
    answered = False
    for name in dict.fromkeys(intent.id for intent in intents):
        handler = _DIGRESSIONS.get(name)
        if handler is not None:
            draft.say(handler(draft))
            answered = True
    return answered


def _erase(draft: Draft, _intent: Intent) -> None:
    closing.erase(draft)


def _stop(draft: Draft, _intent: Intent) -> None:
    closing.stop(draft)


def _minor(draft: Draft, _intent: Intent) -> None:
    closing.turn_away_minor(draft)


def _colleague(draft: Draft, _intent: Intent) -> None:
    closing.disqualify(draft, "agent_or_vendor", draft.phrase("agent_or_vendor"))


def _why(draft: Draft) -> str:
    spot = draft.open
    line = spot.why if spot is not None else ""
    return text_of(draft.local, line, draft, draft.now) or draft.phrase("why")


def _advice(draft: Draft) -> str:
    draft.pending = ADVICE_OFFER
    return draft.phrase("advice")


def _negotiation(draft: Draft) -> str:
    note(draft, draft.heard)
    return draft.phrase("negotiation")


def note(draft: Draft, text: str) -> None:
    """Keep a question of the visitor's for the agent."""
    if text not in draft.notes and len(draft.notes) < NOTES:
        draft.notes.append(text)


NOTES: Final = 10  # the visitor's own questions that are kept for the agent

_ENDS: Final[Mapping[str, Handler]] = {
    "delete_me": _erase,
    "stop": _stop,
    "minor": _minor,
    "colleague": _colleague,
}


def _say(key: str) -> Callable[[Draft], str]:
    return lambda draft: draft.phrase(key)


_DIGRESSIONS: Final[Mapping[str, Callable[[Draft], str]]] = {
    "are_you_bot": _say("are_you_bot"),
    "why": _why,
    "steering": _say("steering"),
    "advice": _advice,
    "fee": _say("fee"),
    "negotiation": _negotiation,
    "thanks": _say("thanks"),
    "greeting": _say("hello"),
}
