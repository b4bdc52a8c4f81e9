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
from bot.dialogue.effects import Consent
from bot.dialogue.opening import SALE
from bot.dialogue.speaking import text_of
from bot.understanding.intents import detect
from bot.understanding.message import Understood
from bot.understanding.questions import questions
from bot.understanding.types import Intent
from bot.understanding.volunteering import Span, overlaps

Handler = Callable[[Draft, Intent], None]
COVERED: Final = frozenset({"negotiation", "fee", "advice"})  # a flow's FAQ may say it better
GIVE_WAY: Final = frozenset({"agent_or_vendor"})
SALE_VERSION: Final = "do-not-sell-1"
ADVICE_OFFER: Final = {"offer": "call"}


def end_at_once(draft: Draft, heard: Understood) -> bool:
    """Deletion, STOP and children come before anything else in a message; colleagues and vendors
    only where the text is no answer."""
    found = {intent.id: intent for intent in heard.intents}
    if "do_not_sell" in found:
        found.pop("stop", None)  # "opt out of the sale of my data" is no goodbye
    for name, handler in _ENDS.items():
        if name in found and not (name in GIVE_WAY and _gives_way(found[name], heard)):
            handler(draft, found[name])
            return True
    return False


def opts_out(draft: Draft, heard: Understood) -> bool:
    """ "Do not sell my data" is no answer and no refusal of the open question."""
    meant = any(intent.id == "do_not_sell" for intent in heard.intents)
    if not meant or heard.others or heard.corrections:
        return False
    draft.say(_do_not_sell(draft))
    return True


def answers(heard: Understood) -> bool:
    """Does the message answer the open question?"""
    return heard.answer is not None and heard.answer.reading.value is not None


def _gives_way(intent: Intent, heard: Understood) -> bool:
    """ "An agent" may be an answer; not where it is said beside one, nor in a sales pitch."""
    if not answers(heard) or heard.answer is None or "sure" in intent.data:
        return False
    return heard.answer.reading.span == (0, 0) or overlaps(
        intent.span, [heard.answer.reading.span]
    )


def always_counts(text: str, lang: str) -> bool:
    """STOP, deletion and a call for a person count wherever they are typed."""
    return any(intent.id in _ENDS or intent.id == "human" for intent in detect(text, lang[:2]))


def move(draft: Draft, intents: Iterable[Intent]) -> bool:
    """Back and start over, said in words."""
    found = {intent.id for intent in intents}
    if "restart" in found:
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


def digress(draft: Draft, heard: Understood, *, told: bool = False) -> bool:
    """Answer what was asked beside the matter, each thing once; False when there was nothing.

    ``told``: the flow's own FAQ has answered already, so our general words are not needed.
    """
    if not heard.intents:
        return False
    asked = [question.span for question in questions(draft.heard)] if answers(heard) else None
    found = dict.fromkeys(
        intent.id
        for intent in heard.intents
        if intent.id in _DIGRESSIONS
        and _stands(intent, heard, asked)
        and not (intent.id == "no_calls" and heard.refused)  # skipping says it
    )
    for name in found:
        words = _DIGRESSIONS[name](draft)
        if not (told and name in COVERED):
            draft.say(words)
    return bool(found)


def _stands(intent: Intent, heard: Understood, asked: list[Span] | None) -> bool:
    """Beside an answer only real questions count, and only outside the answer's own words."""
    if asked is None or intent.id == "steering":
        return True
    own = [heard.answer.reading.span] if heard.answer is not None else []
    return overlaps(intent.span, asked) and not overlaps(intent.span, own)


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


def _do_not_sell(draft: Draft) -> str:
    """An opt-out by law (CCPA): kept like a consent that was refused."""
    words = draft.phrase("do_not_sell")
    draft.effects.append(Consent(SALE, granted=False, text=words, version=SALE_VERSION))
    return words


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
    "agent_or_vendor": _colleague,
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
    "no_calls": _say("no_calls"),
    "do_not_sell": _do_not_sell,
    "rude": _say("rude"),
    "thanks": _say("thanks"),
    "greeting": _say("hello"),
}
