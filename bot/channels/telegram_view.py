"""What a Telegram visitor sees: a turn as posts with their keyboards, and what a press means.

Pure: a post is its text and its ``reply_markup`` as the Bot API wants them. No parse mode is ever
used, so a visitor's words can break nothing.
"""

from __future__ import annotations

import hmac
import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

from bot.channels.telegram_keys import Keys, Place
from bot.channels.telegram_words import say
from bot.dialogue.engine import Ask
from bot.dialogue.events import Back, Choose, Event, Skip
from bot.dialogue.memory import listing_id
from bot.dialogue.office import privacy_address
from bot.dialogue.phrases.book import book
from bot.dialogue.speaking import spoken
from bot.riding import Spoken
from storage.rows import Message

LONGEST: Final = 4096  # characters of a message
ROW: Final = 26  # characters of labels side by side
IN_A_ROW: Final = 4
LABEL: Final = 60
PRIVACY: Final = "/privacy"  # the command that tells of it
RIGHT_TO_LEFT: Final = frozenset({"ar", "fa", "he", "ur"})
LRI, PDI = "\u2066", "\u2069"  # left-to-right isolate, and its end
_NUMBERS = re.compile(r"(?:[+$€£₹]\s?)?\d(?:[\d\s.,:/()%+-]*\d)?%?")
Markup = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Post:
    """A message to a chat."""

    text: str
    markup: Markup | None = None


@dataclass(frozen=True, slots=True)
class Toggle:
    """An option of a multi-choice question was switched: these are chosen now."""

    mask: int


@dataclass(frozen=True, slots=True)
class Language:
    """Another language was asked for."""

    lang: str


Meaning = Event | Toggle | Language


class View:
    """A visitor's chat as it is shown."""

    def __init__(self, keys: Keys, chat: int) -> None:
        self._keys, self._chat = keys, chat

    def posts(self, told: Spoken) -> tuple[Post, ...]:
        """A turn's words; the last ones carry the open question's buttons."""
        lines = [_said(line) for line in told.messages if line.sender != "visitor"]
        if told.stale and told.ask is not None:
            lines.append(told.ask.text)
        markup = self.keyboard(told)
        gone = _left_phone(told)
        if gone and markup is not None and len(lines) == 1:
            lines.insert(0, _noted(told))
        posts = [Post(_shown(line, told)) for line in lines]
        if posts and gone:
            posts[0] = Post(posts[0].text, {"remove_keyboard": True})
        if posts and markup is not None:
            posts[-1] = Post(posts[-1].text, markup)
        return tuple(posts)

    def again(self, told: Spoken, *lead_in: str) -> tuple[Post, ...]:
        """Words of the channel's own, and the open question again with its buttons."""
        lines = [*lead_in, *([told.ask.text] if told.ask is not None else [])]
        posts = [Post(_shown(line, told)) for line in lines if line]
        if posts and told.ask is not None:
            posts[-1] = Post(posts[-1].text, self.keyboard(told))
        return tuple(posts)

    def keyboard(self, told: Spoken, mask: int = 0) -> Markup | None:
        """The buttons of the open question, None where it has none."""
        ask = told.ask
        if ask is None:
            return None
        if ask.kind == "phone":
            return _share(ask, told.session.lang)
        rows = _rows(self._options(told, ask, mask))
        rows += [moves] if (moves := self._moves(told, ask)) else []
        return {"inline_keyboard": rows} if rows else None

    def languages(self, told: Spoken) -> Markup:
        """The languages of the flow to choose from."""
        place = self._place(told)
        spoken = dict.fromkeys(map(told.flow.language, told.flow.flow.languages))
        names = {lang: _name_of(lang) for lang in spoken}
        buttons = [self._button(name, place, "l", lang, lang) for lang, name in names.items()]
        return {"inline_keyboard": _rows(buttons)}

    def meaning(self, data: str, told: Spoken) -> Meaning | None:
        """What a press means now; None for a stale or a forged one."""
        parts = data.split(".")
        if len(parts) != 4 or parts[0] != "v":
            return None
        _, verb, extra, tag = parts
        place, ask = self._place(told), told.ask
        if verb == "l":
            right = self._is(tag, place, verb, extra)
            return Language(extra) if right else None
        if ask is None:
            return None
        if verb in "sb":
            right = self._is(tag, place, verb, "")
            return (Skip(ask.question) if verb == "s" else Back()) if right else None
        return self._chosen(ask, place, verb, extra, tag)

    def _chosen(self, ask: Ask, place: Place, verb: str, extra: str, tag: str) -> Meaning | None:
        if verb == "c":
            found = [v for v, _ in ask.options if self._is(tag, place, verb, v)]
            return Choose(ask.question, (found[0],)) if found else None
        mask = int(extra) if extra.isascii() and extra.isdigit() and len(extra) < 13 else -1
        if ask.kind != "multi" or mask < 0:
            return None
        if verb == "d" and self._is(tag, place, verb, extra):
            chosen = [v for n, (v, _) in enumerate(ask.options) if mask >> n & 1]
            return Choose(ask.question, tuple(chosen)) if chosen else None
        for n, (value, _) in enumerate(ask.options):
            if verb == "m" and self._is(tag, place, verb, f"{value}\n{extra}"):
                return Toggle(mask ^ (1 << n))
        return None

    def _options(self, told: Spoken, ask: Ask, mask: int) -> list[Markup]:
        place = self._place(told)
        if ask.kind != "multi":
            return [self._button(label, place, "c", value) for value, label in ask.options]
        buttons = [
            self._button(
                "✅ " * (mask >> n & 1) + label, place, "m", f"{value}\n{mask}", str(mask)
            )
            for n, (value, label) in enumerate(ask.options)
        ]
        if mask:
            done = say(told.session.lang, "done")
            buttons.append(self._button(f"➡️ {done}", place, "d", str(mask), str(mask)))
        return buttons

    def _moves(self, told: Spoken, ask: Ask) -> list[Markup]:
        words, place = book(told.session.lang), self._place(told)
        moves = []
        if told.session.path:
            moves.append(self._button(f"‹ {words.say('button_back')}", place, "b", ""))
        if ask.optional:
            moves.append(self._button(f"{words.say('button_skip')} ›", place, "s", ""))
        return moves

    def _button(self, label: str, place: Place, verb: str, value: str, extra: str = "") -> Markup:
        tag = self._keys.tag(place, verb, value)
        return {"text": label[:LABEL], "callback_data": f"v.{verb}.{extra}.{tag}"}

    def _is(self, tag: str, place: Place, verb: str, value: str) -> bool:
        right = self._keys.tag(place, verb, value)
        return hmac.compare_digest(tag.encode("utf-8", "replace"), right.encode())

    def _place(self, told: Spoken) -> Place:
        question = told.ask.question if told.ask is not None else ""
        return Place(self._chat, told.row.id, question)


def picked(text: str, label: str) -> str:
    """Our message after its button was pressed: the choice stands under it."""
    return f"{text}\n✓ {label}"[:LONGEST]


def label_of(event: Meaning, told: Spoken) -> str:
    """A press as the visitor's own words."""
    words = book(told.session.lang)
    if isinstance(event, Choose) and told.ask is not None:
        labels = dict(told.ask.options)
        return ", ".join(labels.get(value, value) for value in event.values)
    if isinstance(event, Language):
        return _name_of(event.lang)
    return words.say("button_skip" if isinstance(event, Skip) else "button_back")


def _share(ask: Ask, lang: str) -> Markup:
    rows: list[list[Markup]] = [[{"text": say(lang, "share"), "request_contact": True}]]
    if ask.optional:
        rows.append([{"text": book(lang).say("button_skip")}])
    return {"keyboard": rows, "resize_keyboard": True, "one_time_keyboard": True}


def _left_phone(told: Spoken) -> bool:
    """The share-contact keyboard was shown, and is not to be any more."""
    question = told.flow.questions.get(told.before)
    still = told.ask is not None and told.ask.kind == "phone"
    return question is not None and question.kind == "phone" and not still


def _noted(told: Spoken) -> str:
    """A line to carry the keyboard away: the number as we have it."""
    session = told.session
    field = told.flow.questions[told.before].field or told.before
    answer = session.answers.get(field)
    if answer is None:
        return "👌"
    local = told.flow.local(session.market, session.lang, listing_id(session.context))
    return f"✓ {spoken(local, field, answer.value)}"


def _said(line: Message) -> str:
    """A line of the bot as it is; a person's with their name."""
    if line.sender != "agent":
        return line.text
    by = json.loads(line.data)
    mark = "✏️ " if by.get("corrects") else ""
    return f"{mark}{by.get('name', '')}: {line.text}"


def _rows(buttons: Iterable[Markup]) -> list[list[Markup]]:
    """Short labels side by side, long ones alone."""
    rows: list[list[Markup]] = []
    width = 0
    for button in buttons:
        size = len(button["text"]) + 2
        if rows and width + size <= ROW and len(rows[-1]) < IN_A_ROW:
            rows[-1].append(button)
            width += size
        else:
            rows.append([button])
            width = size
    return rows


def _shown(text: str, told: Spoken) -> str:
    """A line as it is sent: the privacy page with its whole address, else as a command that is
    answered; and numbers in a right-to-left text isolated, so that they read left to right."""
    page = told.flow.site.privacy_url
    if page.startswith("/"):
        address = privacy_address(told.flow.site)
        text = text.replace(f" {page}", f" {PRIVACY if address == page else address}")
    if told.session.lang[:2] in RIGHT_TO_LEFT:
        text = _NUMBERS.sub(lambda found: f"{LRI}{found[0]}{PDI}", text)
    return text[:LONGEST]


def _name_of(lang: str) -> str:
    names = {"en": "English", "es": "Español", "de": "Deutsch", "ar": "العربية"}
    return names.get(lang[:2], lang)
