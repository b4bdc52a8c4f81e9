"""Questions back to the bot: the flow's FAQ, the listing's data, or passed on to the agent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from bot.dialogue.draft import Draft
from bot.dialogue.homes import Home, free_slots, home_of, spoken_slots
from bot.dialogue.interrupts import digress, note
from bot.dialogue.speaking import text_of
from bot.understanding.message import Understood
from bot.understanding.options import asks_unmarked
from bot.understanding.questions import Question, questions, topics_of
from bot.understanding.words import cut

AVAILABLE: Final = frozenset({"", "available", "active", "for sale", "to let"})
GONE: Final = frozenset({"sold", "let", "withdrawn", "under contract", "reserved", "rented"})


def answer_faq(draft: Draft) -> bool:
    """The flow's own answer to a frequent question; False when none was asked."""
    told = _from_faq(draft)
    draft.say(told)
    return bool(told)


def answer_questions(draft: Draft, heard: Understood) -> bool:
    """Answer what the message asks; False when it asks nothing, or what asks is the answer."""
    home = home_of(draft.local, draft.context)
    answered = False
    for question in questions(draft.heard):
        if _is_the_answer(question, heard):
            continue
        text = _about(draft, home, question) if home is not None else ""
        if text:
            note(draft, question.text)
        elif _goes_to_agent(question, heard):
            note(draft, question.text)
            text = draft.phrase("question_passed_on")
        if text:
            draft.say(text)
            answered = True
    return answered


def answer_aside(draft: Draft, heard: Understood) -> bool:
    """Everything that was asked beside the matter: by the FAQ, in our own words, of the home."""
    told = answer_faq(draft)
    digressed = digress(draft, heard, told=told)
    return told or answer_questions(draft, heard) or digressed


def _from_faq(draft: Draft) -> str:
    """The flow's own answer to a frequent question."""
    hits = draft.local.faq_heard.find(cut(draft.heard)) if draft.local.faq else []
    if not hits:
        return ""
    longest = max(hits, key=lambda hit: hit.length)
    return text_of(draft.local, draft.local.faq[longest.key], draft, draft.now)


def _is_the_answer(question: Question, heard: Understood) -> bool:
    """Something was read in this very sentence: "can I see it Saturday?" answers the question."""
    fills = [*heard.others, *heard.corrections]
    if heard.answer is not None:
        fills.append(heard.answer)
    return any(_overlap(question.span, fill.reading.span) for fill in fills)


def _overlap(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return one[0] < two[1] and two[0] < one[1]


def _goes_to_agent(question: Question, heard: Understood) -> bool:
    """A real question that nothing else in the message explains."""
    words = cut(question.text)
    return (question.marked or asks_unmarked(words)) and not heard.intents and len(words) > 1


def _about(draft: Draft, home: Home, question: Question) -> str:
    """What the listing's data say to a question."""
    told = []
    for topic in topics_of(question, home.facts):
        fact = home.facts.get(topic)
        text = fact if fact is not None else _TELLS[topic](draft, home)
        if text:
            told.append(text)
    return " ".join(dict.fromkeys(told))


def _available(draft: Draft, home: Home) -> str:
    if home.status in AVAILABLE:
        return draft.phrase("listing_available", address=home.address or draft.phrase("this_home"))
    words = {"address": home.address, "status": home.status}
    return draft.phrase("listing_gone" if home.status in GONE else "listing_status", **words)


def _slots(draft: Draft, _home: Home) -> str:
    if not free_slots(draft.local, draft, draft.now):
        return draft.phrase("listing_no_slots")
    return draft.phrase("listing_slots", slots=spoken_slots(draft.local, draft, draft.now))


def _tell(name: str) -> Callable[[Draft, Home], str]:
    """Say one plain fact, or nothing where it is not known."""

    def tell(draft: Draft, home: Home) -> str:
        value = getattr(home, name)
        return draft.phrase(f"listing_{name}", **{name: value}) if value else ""

    return tell


_TELLS: Final[Mapping[str, Callable[[Draft, Home], str]]] = {
    "available": _available,
    "slots": _slots,
    "photos": _tell("url"),
    **{name: _tell(name) for name in ("price", "address", "beds", "baths", "size", "year")},
}
