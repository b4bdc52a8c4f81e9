"""The texts of a flow that a language has not yet: where they belong, and what they say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from bot.dialogue.flow import (
    Close,
    FaqWords,
    Flow,
    OptionWords,
    Question,
    QuestionWords,
    Translation,
)
from bot.dialogue.linting.style import ASK_LIMIT, BUTTON_LIMIT
from bot.records import frozen

Path = tuple[str, ...]
_TEXTS: Final = ("ask", "why", "retry", "taken", "out_of_area")


@frozen
class Missing:
    """A text without a translation. ``limit`` is what a phone shows, 0 where nothing is cut."""

    path: Path
    text: str | tuple[str, ...]  # a list where the file holds a list
    where: str
    limit: int = 0

    @property
    def name(self) -> str:
        """``questions.area.ask``"""
        return ".".join(self.path)


def missing(flow: Flow, lang: str) -> tuple[Missing, ...]:
    """All that is said in the flow's own language to somebody who speaks this one."""
    words = flow.translations.get(lang) or Translation(language=lang)
    return (*_frame(flow, words), *_questions(flow, words), *_endings(flow, words))


def _frame(flow: Flow, words: Translation) -> Iterator[Missing]:
    if not words.title:
        yield Missing(("title",), flow.title, "the flow's title", BUTTON_LIMIT)
    if isinstance(flow.greeting, str):
        if not words.greeting:
            yield Missing(("greeting",), flow.greeting, "the first words", ASK_LIMIT)
        return
    own = words.greeting if isinstance(words.greeting, dict) else {}
    for variant in flow.greeting:
        if not own.get(variant.id):
            where = f"the first words, variant {variant.id}"
            yield Missing(("greeting", variant.id), variant.text, where, ASK_LIMIT)


def _questions(flow: Flow, words: Translation) -> Iterator[Missing]:
    for number, question in enumerate(flow.questions, 1):
        own = words.questions.get(question.id) or QuestionWords()
        place = f"question {number} of {len(flow.questions)}, {question.kind}"
        yield from _question(question, own, place)


def _question(question: Question, own: QuestionWords, place: str) -> Iterator[Missing]:
    path = ("questions", question.id)
    for name in _TEXTS:
        text = getattr(question, name)
        if text and not getattr(own, name):
            limit = ASK_LIMIT if name == "ask" else 0
            yield Missing((*path, name), text, f"{place}: {_SAID[name]}", limit)
    if any(map(_has_words, question.buttons)) and not own.buttons:
        yield Missing((*path, "buttons"), question.buttons, f"{place}: buttons", BUTTON_LIMIT)
    for option in question.options:
        if not (own.options.get(option.value) or OptionWords()).label:
            where = f"{place}: a button"
            yield Missing((*path, "options", option.value), option.label, where, BUTTON_LIMIT)
    for country, change in question.by_country.items():
        if change.ask and not own.by_country.get(country):
            where = f"{place}: asked in {country}"
            yield Missing((*path, "by_country", country), change.ask, where, ASK_LIMIT)


def _has_words(button: str) -> bool:
    """ "4+" is the same in every language."""
    return any(letter.isalpha() for letter in button)


_SAID: Final = {
    "ask": "asked",
    "why": "said when somebody asks why",
    "retry": "said when it was not understood",
    "taken": "said when that time is taken; keep {{ a }} and {{ b }}",
    "out_of_area": "said for a place not covered; keep {{ value }}",
}  # fmt: skip


def _endings(flow: Flow, words: Translation) -> Iterator[Missing]:
    for band in Close.model_fields:
        text = getattr(flow.close, band)
        if text and not getattr(words.close, band):
            yield Missing(("close", band), text, f"last words to a {band} lead")
    yield from _faq(flow, words)
    if len(words.follow_ups) < len(flow.follow_ups):
        texts = tuple(item.says for item in flow.follow_ups)
        yield Missing(("follow_ups",), texts, "said after a silence, in their order")
    for name, consent in flow.consents.items():
        if name not in words.consents:
            yield Missing(("consents", name, "text"), consent.text, f"consent: {name}")


def _faq(flow: Flow, words: Translation) -> Iterator[Missing]:
    for item in flow.faq:
        own = words.faq.get(item.id) or FaqWords()
        if not own.hears:
            where = "what visitors ask, in several wordings"
            yield Missing(("faq", item.id, "hears"), item.hears, where)
        if not own.says:
            yield Missing(("faq", item.id, "says"), item.says, "the answer")
