"""Rules on texts and conditions: everything they name exists, and the greeting is honest."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from bot.dialogue.conditions import ConditionError, compile_condition
from bot.dialogue.explaining import did_you_mean
from bot.dialogue.linting import places
from bot.dialogue.linting.findings import Finding, Path, Subject
from bot.dialogue.wording import ONLY_IN, WordingError, names_in

_SINGLE_BRACES = re.compile(r"(?<![{%])\{ ?([a-z_]+(?:\.[a-z_]+)?) ?\}(?!\})")
_MARKUP = re.compile(r"</?(?:a|b|i|u|p|br|em|strong|span|div)\b[^<>]*>|\*\*\S|\]\(\S")
_BARE = re.compile(r"[=!]=\s*(\w+)")
_CLOSED_KINDS = frozenset({"choice", "multi"})
_DISCLOSURE = re.compile(
    r"\b(automated|chat\s?bot|bot|robot|virtual assistant|digital assistant|ai assistant|not a "
    r"person|not a human|asistente (virtual|autom[aá]tic[oa])|autom[aá]tic[oa]|"
    r"automatisiert\w*|automatisch\w*|virtuell\w*|ki-assistent\w*|kein mensch)\b"
    r"|آلي|روبوت|افتراضي",
    re.IGNORECASE,
)
_PRIVACY = re.compile(r"\{\{\s*privacy_url\s*\}\}|https?://\S+")


def texts_can_be_filled_in(on: Subject) -> Iterator[Finding]:
    """Every ``{{ word }}`` exists, and nothing but words is in the braces."""
    for path, text in places.texts(on.flow):
        yield from _text(on, path, text)


def _text(on: Subject, path: Path, text: str) -> Iterator[Finding]:
    try:
        names = names_in(text)
    except WordingError as error:
        message = f"“{path[-1]}” {error}"
        yield Finding(path, message, "text.template", needle=error.near or "{")
        return
    yield from unknown_words(path, names, on.words)


def unknown_words(
    path: Path, names: frozenset[str], everywhere: frozenset[str]
) -> Iterator[Finding]:
    """The words of a text that nothing fills in."""
    known = everywhere | ONLY_IN.get(str(path[-1]), frozenset())
    for name in sorted(names - known):
        message = f"“{path[-1]}” uses {{{{ {name} }}}}, which nothing fills in"
        yield Finding(path, message + did_you_mean(name, known), "text.variable", needle=name)


def conditions_can_be_decided(on: Subject) -> Iterator[Finding]:
    """Every condition can be read, and names only fields, facts and existing answers."""
    for path, source in places.conditions(on.flow):
        try:
            condition = compile_condition(source)
        except ConditionError as error:
            message = f"“{path[-1]}” {error}"
            yield Finding(path, message, "when.syntax", needle=source[error.offset :])
            continue
        known = on.facts | ({"urgent"} if path == ("hot_when",) else set())
        for name in condition.names.keys() - known:
            message = f"“{path[-1]}” {_unknown_name(name, source, known)}"
            yield Finding(path, message, "when.name", needle=name)
        yield from compared(on, path, condition.compared)


def _unknown_name(name: str, source: str, known: Collection[str]) -> str:
    """What is wrong with a name: most often it is an answer without its quotes."""
    for found in _BARE.finditer(source):
        if found.group(1) == name:
            mended = f'{source[: found.start(1)]}"{name}"{source[found.end(1) :]}'
            return f"needs quotes around the answer “{name}”: {mended}"
    return f"asks for “{name}”, which is no field of this flow" + did_you_mean(name, known)


def compared(
    on: Subject, path: Path, pairs: tuple[tuple[str, object, int], ...]
) -> Iterator[Finding]:
    """What a field is compared with that it can never be."""
    for name, literal, _offset in pairs:
        if not isinstance(literal, str):
            continue
        asked = on.by_field.get(name, ())
        closed = [q for q in asked if q.kind in _CLOSED_KINDS and not q.other]
        values = {option.value for q in closed for option in q.options}
        if closed and len(closed) == len(asked) and literal not in values:
            message = f"“{path[-1]}” compares {name} with “{literal}”, none of its answers"
            yield Finding(
                path, message + did_you_mean(literal, values), "when.value", needle=literal
            )
        elif any(q.kind == "yesno" for q in asked):
            mended = name if literal in {"yes", "true"} else f"not {name}"
            message = f"“when” compares the yes/no answer {name} with a text: write  {mended}"
            yield Finding(path, message, "when.value", needle=literal)


def the_greeting_is_honest(on: Subject) -> Iterator[Finding]:
    """It says that a bot writes and how data is used: it can be reworded, never removed."""
    for path, text in places.greetings(on.flow):
        yield from dishonest(path, text)


def dishonest(path: Path, text: str) -> Iterator[Finding]:
    """What the law wants in the first message and this greeting leaves out."""
    if not _DISCLOSURE.search(text):
        message = (
            "the greeting must say that no person is writing: keep words such as "
            "“automated assistant”"
        )
        yield Finding(path, message, "greeting.disclosure")
    if not _PRIVACY.search(text):
        message = "the greeting needs the link to the privacy page: add {{ privacy_url }}"
        yield Finding(path, message, "greeting.privacy")


def a_text_is_not_a_switch(on: Subject) -> Iterator[Finding]:
    """``ask: no`` is a slip of the pen, not a question."""
    for path, text in places.texts(on.flow):
        if path[-1] in {"ask", "greeting", "text"} and text.lower() in _SWITCHES:
            message = f"“{path[-1]}” is only “{text}”: write the words the visitor should read"
            yield Finding(path, message, "text.switch")


def braces_are_double(on: Subject) -> Iterator[Finding]:
    """With single braces visitors would read the name of the word instead of the word."""
    for path, text in places.texts(on.flow):
        for found in _SINGLE_BRACES.finditer(text):
            name = found.group(1)
            if name.partition(".")[0] in on.words:
                message = f"“{path[-1]}” needs two braces on each side: write {{{{ {name} }}}}"
                yield Finding(path, message, "text.braces", needle=found.group())
            else:
                message = f"“{path[-1]}” shows visitors {found.group()} as it stands"
                hint = did_you_mean(name, on.words)
                yield Finding(path, message + hint, "text.plain", "warning", found.group())


def texts_are_plain(on: Subject) -> Iterator[Finding]:
    """Tags and stars make nothing bold: visitors read them."""
    for path, text in places.texts(on.flow):
        if found := _MARKUP.search(text):
            message = f"“{path[-1]}” has {found.group()}, which visitors would see: take it out"
            yield Finding(path, message, "text.plain", "warning", found.group())


def quotes_are_straight(on: Subject) -> Iterator[Finding]:
    """Curly quotes around a whole text are read by visitors as part of it, and typed by none."""
    for path, text in places.texts(on.flow):
        if _is_quoted(text):
            message = f"“{path[-1]}” stands in curly quotes, which visitors would see: remove them"
            yield Finding(path, message, "text.curly", "warning")
    for path, _question, option in places.options(on.flow):
        if _is_quoted(option.label):
            message = "“label” stands in curly quotes, which visitors would see: remove them"
            yield Finding((*path, "label"), message, "text.curly", "warning")
        for index, word in enumerate(option.synonyms):
            if _is_quoted(word):
                message = (
                    f"the synonym {word} stands in curly quotes, which nobody types: remove them"
                )
                yield Finding((*path, "synonyms", index), message, "text.curly", "warning")


def _is_quoted(text: str) -> bool:
    around = len(text) > 1 and text[0] in "“„‘«" and text[-1] in "”“’»"
    return around and text[0] not in text[1:-1]  # “Buy” or “rent” is two words in quotes


_SWITCHES = frozenset({"yes", "no", "on", "off", "y", "n"})
