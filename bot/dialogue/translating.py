"""Companion files such as buyer.es.yaml: the texts of a flow in one more language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from bot.dialogue.explaining import did_you_mean
from bot.dialogue.flow import Flow, QuestionWords, Translation
from bot.dialogue.linting.fairness import suspicions
from bot.dialogue.linting.findings import Finding, Path, subject
from bot.dialogue.linting.language import dishonest, unknown_words
from bot.dialogue.linting.style import too_long
from bot.dialogue.site import Site
from bot.dialogue.untranslated import missing
from bot.dialogue.wording import WordingError, names_in

NAMED = 4  # missing texts named in a finding
_TEXTS = ("ask", "why", "retry", "taken", "out_of_area")


def merge(flow: Flow, translations: Mapping[str, Translation]) -> Flow:
    """The flow with further languages; a regional one such as es-MX builds on es."""
    if not translations:
        return flow
    languages = (*flow.languages, *(name for name in translations if name not in flow.languages))
    return flow.model_copy(
        update={
            "languages": languages,
            "translations": {name: _on_base(name, translations) for name in translations},
        }
    )


def _on_base(name: str, translations: Mapping[str, Translation]) -> Translation:
    base = translations.get(name[:2])
    own = translations[name]
    if base is None or base is own:
        return own
    return Translation.model_validate(_deep(_said(base), _said(own)))


def _said(words: Translation) -> dict[str, object]:
    return words.model_dump(exclude_unset=True)


def _deep(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    merged = dict(below)
    for key, value in above.items():
        old = merged.get(key)
        both = isinstance(old, dict) and isinstance(value, dict)
        merged[key] = _deep(old, value) if both else value  # type: ignore[arg-type]
    return merged


def findings(
    flow: Flow, words: Translation, lang: str, site: Site | None = None
) -> Iterator[Finding]:
    """What a companion file names that the flow does not have, and texts that cannot be used."""
    if words.language != lang:
        message = f"“language” is {words.language}, but the file's name says {lang}"
        yield Finding(("language",), message, "translation.language")
    yield from _unknown(("faq",), words.faq.keys(), {item.id for item in flow.faq})
    ids = {question.id for question in flow.questions}
    yield from _unknown(("questions",), words.questions.keys(), ids)
    for question in flow.questions:
        if question.id in words.questions:
            values = {option.value for option in question.options}
            given = words.questions[question.id].options.keys()
            yield from _unknown(("questions", question.id, "options"), given, values)
    yield from _texts(flow, words, site)
    yield from _law(words)
    yield from _buttons(words)


def gaps(flow: Flow, lang: str) -> Iterator[Finding]:
    """What a visitor who speaks this language still reads in the flow's own."""
    lacking = missing(flow, lang)
    if lacking:
        names = ", ".join(text.name for text in lacking[:NAMED])
        more = ", …" if len(lacking) > NAMED else ""
        texts = "1 text is" if len(lacking) == 1 else f"{len(lacking)} texts are"
        message = (
            f"{texts} missing and said in {flow.languages[0]} ({names}{more}): "
            f"doorstep translate {flow.id} --lang {lang}"
        )
        yield Finding(("language",), message, "translation.missing", "warning")


def _buttons(words: Translation) -> Iterator[Finding]:
    for name, question in words.questions.items():
        for value, option in question.options.items():
            yield from too_long(("questions", name, "options", value), option.label)
        for index, button in enumerate(question.buttons):
            yield from too_long(("questions", name, "buttons", index), button)


def _unknown(path: Path, given: object, known: set[str]) -> Iterator[Finding]:
    for name in given:  # type: ignore[attr-defined]
        if name not in known:
            message = f"“{name}” is not in the flow{did_you_mean(name, known)}"
            yield Finding((*path, name), message, "translation.unknown", on_key=True)


def _texts(flow: Flow, words: Translation, site: Site | None) -> Iterator[Finding]:
    allowed = subject(flow, site).words | words.variables.keys()
    for path, text in _all_texts(words):
        try:
            names = names_in(text)
        except WordingError as error:
            yield Finding(path, f"“{path[-1]}” {error}", "text.template", needle=error.near or "{")
            continue
        yield from unknown_words(path, names, allowed)


def _law(words: Translation) -> Iterator[Finding]:
    """The same rules in every language: an honest greeting, no protected matters."""
    for path, text in _all_texts(words):
        if path[0] == "greeting" and text:
            yield from dishonest(path, text)
        elif path[0] == "questions" and path[-1] != "retry":
            yield from suspicions(path, text)
    for name, question in words.questions.items():
        for value, option in question.options.items():
            yield from suspicions(("questions", name, "options", value, "label"), option.label)


def _all_texts(words: Translation) -> Iterator[tuple[Path, str]]:
    if isinstance(words.greeting, str):
        yield ("greeting",), words.greeting
    else:
        for name, text in words.greeting.items():
            yield ("greeting", name), text
    for name, question in words.questions.items():
        yield from _question_texts(name, question)
    for band in ("hot", "warm", "cold", "disqualified"):
        yield ("close", band), getattr(words.close, band)
    for name, faq in words.faq.items():
        yield ("faq", name, "says"), faq.says
    for index, text in enumerate(words.follow_ups):
        yield ("follow_ups", index), text


def _question_texts(name: str, question: QuestionWords) -> Iterator[tuple[Path, str]]:
    for key in _TEXTS:
        yield ("questions", name, key), getattr(question, key)
    for country, text in question.by_country.items():
        yield ("questions", name, "by_country", country), text
