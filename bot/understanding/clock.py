"""Which time of day is meant: 11am, 5:30, 17 Uhr, halb sechs, a las cinco, الساعة ٥, afternoon."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.understanding.days import is_month
from bot.understanding.lexicon import moments as lexicon
from bot.understanding.lexing import NUMBER, WORD, Token
from bot.understanding.normalise import plain
from bot.understanding.vocabulary import UNIT, entry

NOON: Final = 12 * 60
DAY: Final = 24 * 60
OPEN: Final = 8 * 60  # nobody sees a home earlier: "at 5" is 17:00
NEAR: Final = 5  # minutes: "about 5:30" and a slot at 5:30


def _words(text: str) -> frozenset[str]:
    return frozenset(plain(word) for word in text.split())


_MORNING, _AFTERNOON = _words(lexicon.MORNING), _words(lexicon.AFTERNOON)
_EVENING, _NOON = _words(lexicon.EVENING), _words(lexicon.NOON)
_AT, _CLOCK = _words(lexicon.AT), _words(lexicon.CLOCK_WORDS)
_AFTER: Final = frozenset({"after", "ab", "nach", "from", "desde", "بعد", "despues"})
_BEFORE: Final = frozenset({"before", "vor", "antes", "قبل"})
_WRITTEN: Final = re.compile(
    r"(?<![\d.,:/-])(\d{1,2})(?:[:.h](\d{2}))? ?"
    r"(a\.?m\.?|p\.?m\.?|[ap](?=\b)|uhr|h\b|hs\b|hrs\b)?(?![\d%])"
)
_QUARTERS: Final = {
    ("quarter", "past"): 15, ("quarter", "to"): -15, ("half", "past"): 30,
    ("viertel", "nach"): 15, ("viertel", "vor"): -15, ("dreiviertel",): -15, ("halb",): -30,
}  # fmt: skip
_FRACTION_BEHIND: Final = {
    "media": 30,
    "cuarto": 15,
    "نص": 30,
    "ونص": 30,
    "وربع": 15,
    "والنصف": 30,
}
_PARTS: Final = (
    (_MORNING, (6 * 60, NOON)),
    (_NOON, (11 * 60 + 30, 13 * 60)),
    (_AFTERNOON, (NOON, 18 * 60)),
    (_EVENING, (17 * 60, 22 * 60)),
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes: the possible ones, or none but a part of the day."""

    minutes: tuple[int, ...]
    span: tuple[int, int]
    exact: bool = False  # am, pm, 17:30: no other half of the day is possible
    part: tuple[int, int] | None = None
    bound: str = ""  # after | before
    vague: bool = False

    @property
    def likeliest(self) -> int:
        """The one that falls into the hours in which homes are seen."""
        open_ones = [time for time in self.minutes if OPEN <= time < 22 * 60]
        return (open_ones or list(self.minutes))[0]

    def holds(self, time: int) -> bool:
        """Could a slot at this time be meant?"""
        if self.part is not None and not self.part[0] <= time < self.part[1]:
            return False
        if self.bound == "after":
            return time >= self.likeliest
        if self.bound == "before":
            return time <= self.likeliest
        return not self.minutes or any(abs(time - meant) <= NEAR for meant in self.minutes)


def clock_in(said: Sequence[Token], lang: str) -> Clock | None:
    """The time of day that a text names, or the part of the day."""
    part, part_span = _part(said)
    found = _spoken(said, lang, part) or _written(said, part)
    if found is not None:
        return found
    return Clock((), part_span, part=part, vague=True) if part else None


def _written(said: Sequence[Token], part: tuple[int, int] | None) -> Clock | None:
    """Digits that are a time: 11am, 5:30, 17 Uhr, or a bare number behind "at"."""
    source = _source(said)
    for match in _WRITTEN.finditer(source):
        hour, minute, mark = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "")
        if hour > 24 or minute > 59 or (hour > 12 and mark[:1] in ("a", "p") and mark):
            continue
        before = _before(said, match.start())
        told = bool(match[2] or mark) or before in _AT or _clock_word(said, match)
        if not told and not (part and _lone_number(said)):
            continue
        if not match[2] and not mark and _is_date_number(said, match.start()):
            continue
        return _timed(hour * 60 + minute, mark, part, before, match.span())
    return None


def _timed(
    minutes: int, mark: str, part: tuple[int, int] | None, before: str, span: tuple[int, int]
) -> Clock:
    bound = "after" if before in _AFTER else "before" if before in _BEFORE else ""
    times = _halves(minutes, mark, part)
    return Clock(times, span, exact=bool(mark) or len(times) == 1, bound=bound)


def _halves(minutes: int, mark: str, part: tuple[int, int] | None) -> tuple[int, ...]:
    """The halves of the day that are possible."""
    if mark[:1] == "p" or (part and part[0] >= NOON):
        return ((minutes % NOON) + NOON,)
    if mark[:1] == "a" or (part and part[1] <= NOON):
        return (minutes % NOON,)
    if minutes > NOON or (mark in ("uhr", "hrs") and minutes >= OPEN):
        return (minutes % DAY,)
    return ((minutes % NOON) + NOON, minutes % NOON)


def _spoken(said: Sequence[Token], lang: str, part: tuple[int, int] | None) -> Clock | None:
    """ "halb sechs", "a las cinco y media", "half past five", "الخامسة"."""
    for at, token in enumerate(said):
        words = tuple(it.text for it in said[at : at + 2])
        shift = _QUARTERS.get(words, _QUARTERS.get(words[:1]))
        length = 2 if words in _QUARTERS else 1
        if shift is not None and (hour := _hour(said, at + length, lang)):
            return _told(said, at, at + length + 1, hour * 60 + shift, part)
        if token.text in _AT and (hour := _hour_word(said, at + 1, lang)):
            behind = said[at + 2].text if at + 2 < len(said) else ""
            joined = said[at + 3].text if at + 3 < len(said) and behind == "y" else behind
            minutes = hour * 60 + _FRACTION_BEHIND.get(joined, 0)
            return _told(said, at, at + 2, minutes, part)
    return None


def _told(
    said: Sequence[Token], first: int, last: int, minutes: int, part: tuple[int, int] | None
) -> Clock:
    before = said[first].text
    bound = "after" if before in _AFTER else "before" if before in _BEFORE else ""
    last = min(last, len(said))
    return Clock(_halves(minutes, "", part), (said[first].start, said[last - 1].end), bound=bound)


def _hour(said: Sequence[Token], at: int, lang: str) -> int:
    if at < len(said) and said[at].kind == NUMBER and said[at].text.isdecimal():
        number = int(said[at].text)
        return number if 1 <= number <= 12 else 0
    return _hour_word(said, at, lang)


def _hour_word(said: Sequence[Token], at: int, lang: str) -> int:
    if at >= len(said) or said[at].kind != WORD:
        return 0
    found = entry(said[at].text, lang)
    if found is None or found.kind != UNIT or found.vague:
        return 0
    return int(found.value) if 1 <= found.value <= 12 else 0


def _part(said: Sequence[Token]) -> tuple[tuple[int, int] | None, tuple[int, int]]:
    for at, token in enumerate(said):
        if token.kind != WORD or not _is_part(said, at):
            continue
        for words, bounds in _PARTS:
            if token.text in words:
                return bounds, (token.start, token.end)
    return None, (0, 0)


def _is_part(said: Sequence[Token], at: int) -> bool:
    """ "mañana" and "am" alone are no morning: "mañana por la mañana", "9 am"."""
    word, before = said[at].text, said[at - 1].text if at else ""
    if word == "manana":
        return before == "la"
    if word in ("am", "pm", "م", "ص"):
        return at > 0 and said[at - 1].kind == NUMBER
    if word == "tarde":
        return before in ("la", "de")
    return True


def _source(said: Sequence[Token]) -> str:
    letters = [" "] * (said[-1].end if said else 0)
    for token in said:
        letters[token.start : token.end] = token.text
    return "".join(letters)


def _before(said: Sequence[Token], start: int) -> str:
    words = [token.text for token in said if token.end <= start]
    return words[-1] if words else ""


def _clock_word(said: Sequence[Token], match: re.Match[str]) -> bool:
    behind = [token.text for token in said if token.start >= match.end(1)]
    return bool(behind) and behind[0] in _CLOCK | {"o'clock"}


def _lone_number(said: Sequence[Token]) -> bool:
    return sum(token.kind == NUMBER for token in said) == 1


def _is_date_number(said: Sequence[Token], start: int) -> bool:
    at = next((n for n, token in enumerate(said) if token.start == start), -1)
    near = [said[n].text for n in (at - 1, at + 1, at + 2) if 0 <= n < len(said)]
    return any(is_month(word) for word in near)
