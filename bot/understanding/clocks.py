"""Times of the day in a text: 11am, 5:30, 17 Uhr, halb sechs, a las cinco y media, الساعة ٥ ونص.

A time without am or pm has two readings; which one is meant is decided by the free times, or by
the hours in which homes are seen. A part of the day ("friday evening") is a window.
"""

from __future__ import annotations

from collections.abc import Callable, Container
from typing import Final, NamedTuple

from bot.understanding.lexicon import viewings as lexicon
from bot.understanding.lexing import wordset
from bot.understanding.phraseset import NOTHING, Found, PhraseSet, PhraseTable
from bot.understanding.speech import Speech
from bot.understanding.vocabulary import UNIT

HOUR: Final = 60
NOON: Final = 12 * HOUR
MIDNIGHT: Final = 24 * HOUR
OPENS: Final = 8 * HOUR  # nobody shows a home earlier: "at 5" is 17:00
CLOSES: Final = 22 * HOUR
MOST_CLOCKS: Final = 8  # nobody names more in one message
LATE: Final = 21 * HOUR  # "saturday at 9" is in the morning
NEAR: Final = 5  # minutes between what is said and a free time
Window = tuple[int, int]

_PARTS: Final = PhraseTable(lexicon.PARTS)
_NOON: Final = PhraseSet(lexicon.NOON)
_MARKS: Final = PhraseTable(lexicon.HALF_DAYS)
_AT: Final = PhraseSet(lexicon.AT)
_BOUNDS: Final = PhraseTable(lexicon.BOUNDS)
_SHIFTS: Final = PhraseTable(
    {
        "30": lexicon.HALF_PAST,
        "15": lexicon.QUARTER_PAST,
        "-15": lexicon.QUARTER_TO,
        "-30": lexicon.GERMAN_HALF,
        "-45": "viertel",  # in the east and the south "viertel sechs" is 17:15
    }
)
_BEHIND: Final = PhraseTable(lexicon.PAST_BEHIND)
_HOUR_SIGNS: Final = wordset("h hs hrs uhr")
_RANGE_TIES: Final = wordset("- to and y und bis a o till until و الى إلى")
_COUNTED: Final = wordset(
    "k % € $ bed beds bedroom bedrooms br bhk bath baths people person kids zimmer personen m2 "
    "habitaciones sqft months weeks days years minutes min mins meses monate tage wochen th st nd "
    "rd غرف / million mil"
)
_HOUR_WORDS: Final = {
    **dict.fromkeys(wordset("una ein eins واحدة الواحدة"), 1),
    **{
        word: hour
        for hour, words in enumerate(lexicon.ARABIC_HOURS, start=2)
        for word in wordset(words)
    },
}
_HALB: Final = wordset(lexicon.GERMAN_HALF)
_ALSO_FIGURES: Final = wordset("thirty fifteen forty")  # "three fifteen" may be money
_OPENERS: Final = frozenset({"half", *_HOUR_WORDS, *_NOON.first_words, *_SHIFTS.first_words})
_ROUND_MINUTES: Final = frozenset({0, 15, 30, 45})


class Clock(NamedTuple):
    """A time of the day: its tokens (last exclusive), and its possible minutes or its window."""

    first: int
    last: int
    minutes: tuple[int, ...] = ()
    window: Window | None = None
    bound: str = ""  # after | before

    @property
    def exact(self) -> bool:
        """Was it said so that only one time of the day is possible?"""
        return len(self.minutes) == 1

    @property
    def likeliest(self) -> int:
        """The minutes that fall into the hours in which homes are seen."""
        seen = [time for time in self.minutes if OPENS <= time < LATE]
        return (seen or [*self.minutes, NOON])[0]

    def fits(self, time: int) -> bool:
        """Could a free time at this minute of the day be meant?"""
        if self.window is not None and not self.window[0] <= time < self.window[1]:
            return False
        if self.bound == "after":
            return time >= self.likeliest
        if self.bound == "before":
            return time <= self.likeliest
        return not self.minutes or any(abs(time - meant) <= NEAR for meant in self.minutes)


def parts(speech: Speech) -> list[Clock]:
    """The parts of the day that are named: morning, por la tarde, abends."""
    return [
        Clock(at, at + found.length, window=_window(found.key))
        for at, found in _PARTS.places(speech)
        if not (len(speech.text(at)) <= 2 and speech.is_number(at - 1))
    ]


def _window(hours: str) -> Window:
    start, _, end = hours.partition("-")
    return int(float(start) * HOUR), int(float(end) * HOUR)


def clocks(speech: Speech, taken: Container[int], days: Container[int]) -> list[Clock]:
    """The times said outside the ``taken`` tokens; ``days`` are the places beside a day's name."""
    found: list[Clock] = []
    at = 0
    while at < len(speech.words):
        free = at not in taken and _may_begin(speech, at)
        clock = _clock_at(speech, at, days) if free else None
        if clock is None or clock.last - 1 in taken:
            at += 1
            continue
        found.append(clock)
        at = max(clock.last, at + 1)
        if len(found) == MOST_CLOCKS:
            break
    return _ranges(speech, found)


def _may_begin(speech: Speech, at: int) -> bool:
    """A quick look: a figure, a number's word, or a word with which a time begins."""
    return speech.is_number(at) or speech.entries[at] is not None or speech.words[at] in _OPENERS


def _clock_at(speech: Speech, at: int, days: Container[int]) -> Clock | None:
    for reader in _READERS:
        clock = reader(speech, at, days)
        if clock is not None:
            return _bounded(speech, clock)
    return None


def _noon(speech: Speech, at: int, days: Container[int]) -> Clock | None:  # noqa: ARG001
    length = _NOON.starts(speech, at)
    return Clock(at, at + length, (NOON,)) if length else None


def _shifted(speech: Speech, at: int, days: Container[int]) -> Clock | None:  # noqa: ARG001
    """half past five, quarter to 6, halb sechs, Viertel nach zwei."""
    shift = _SHIFTS.starts(speech, at)
    inside = at + shift.length
    hour = _hour(speech, inside) if shift.length else None
    if hour is not None:
        return _with_mark(speech, at, inside + 1, hour * HOUR + int(shift.key))
    beside_half = _beside_half(speech, at)
    if beside_half is not None:
        return beside_half
    british = speech.text(at) == "half" and speech.country in ("GB", "IE")
    hour = _hour(speech, at + 1) if british else None
    return _with_mark(speech, at, at + 2, hour * HOUR + 30) if hour is not None else None


def _beside_half(speech: Speech, at: int) -> Clock | None:
    """fünf nach halb drei, fünf vor halb drei."""
    sign = {"nach": 1, "vor": -1}.get(speech.text(at + 1))
    if sign is None or speech.text(at + 2) not in _HALB:
        return None
    minutes, hour = _hour(speech, at), _hour(speech, at + 3)
    if minutes is None or hour is None:
        return None
    return _with_mark(speech, at, at + 4, hour * HOUR - 30 + sign * minutes)


def _digits(speech: Speech, at: int, days: Container[int]) -> Clock | None:
    """11am, 5:30, 5.30pm, 17 Uhr, 15h30, 14h, and a bare 11 behind "at" or beside a day."""
    if not speech.is_number(at) or _is_label(speech, at):
        return None
    read = _hour_and_minutes(speech, at)
    if read is None:
        return None
    hour, minute, last, certain = read
    mark = _mark(speech, last)
    beside = at in days or _led(speech, at) or _opens_range(speech, at)
    told = certain or mark.length > 0 or beside
    if not told or hour > 24 or minute > 59 or _counts_else(speech, last):
        return None
    last, minute = _with_words_behind(speech, last, minute)
    return _with_mark(speech, at, last, hour * HOUR + minute)


def _opens_range(speech: Speech, at: int) -> bool:
    """The 3 of "3-5pm"."""
    ties = speech.text(at + 1) in _RANGE_TIES and speech.is_number(at + 2)
    return ties and _mark(speech, at + 3).key in ("am", "pm", "24")


def _is_label(speech: Speech, at: int) -> bool:
    before = speech.text(at - 1)
    return before in ("$", "€", "£", "#", "/") or (before in "-:" and speech.tight(at - 1))


def _counts_else(speech: Speech, at: int) -> bool:
    following = speech.text(at)
    return following in _COUNTED or (following == "-" and speech.text(at + 1) in _COUNTED)


def _hour_and_minutes(speech: Speech, at: int) -> tuple[int, int, int, bool] | None:
    """Hour, minute, the token behind, and whether it is written as only a time is."""
    text = speech.words[at]
    if text.isdecimal() and len(text) <= 2:
        return _colon(speech, at, int(text))
    hour, _, minute = text.partition(".")
    if hour.isdecimal() and minute.isdecimal() and len(minute) == 2 and len(hour) <= 2:
        return int(hour), int(minute), at + 1, False
    together = text.isdecimal() and len(text) in (3, 4) and int(text[-2:]) in _ROUND_MINUTES
    return (int(text[:-2]), int(text[-2:]), at + 1, False) if together else None


def _colon(speech: Speech, at: int, hour: int) -> tuple[int, int, int, bool]:
    sign, behind = speech.text(at + 1), speech.text(at + 2)
    together = sign in (":", "h") and speech.tight(at) and speech.tight(at + 1)
    if together and behind.isdecimal() and len(behind) == 2:
        seconds = speech.text(at + 3) == ":" and speech.is_number(at + 4)
        return hour, int(behind), at + 3 + 2 * seconds, True
    if sign in ("a", "p") and speech.tight(at):
        return hour, 0, at + 1, True
    return hour, 0, at + 1, False


def _with_words_behind(speech: Speech, last: int, minute: int) -> tuple[int, int]:
    """las 5 y media, ٥ ونص, 17 Uhr 30."""
    if speech.text(last) in _HOUR_SIGNS and speech.is_number(last + 1):
        digits = speech.text(last + 1)
        if digits.isdecimal() and len(digits) == 2 and int(digits) < HOUR:
            return last + 2, int(digits)
    behind = _BEHIND.starts(speech, last)
    return last + behind.length, minute + int(behind.key or 0)


def _spoken(speech: Speech, at: int, days: Container[int]) -> Clock | None:
    """at eleven, um elf, a las once y media, الساعة خمسة ونص, eleven o'clock."""
    hour = _hour_word(speech, at)
    if hour is None:
        return None
    mark = _mark(speech, at + 1)
    behind = _BEHIND.starts(speech, at + 1).length and speech.text(at + 1) not in _ALSO_FIGURES
    if not (mark.length or behind or at in days or _led(speech, at)):
        return None
    if speech.kind(at - 1) == "half" or _counts_else(speech, at + 1):
        return None
    last, minute = _with_words_behind(speech, at + 1, 0)
    return _with_mark(speech, at, last, hour * HOUR + minute)


def _hour(speech: Speech, at: int) -> int | None:
    text = speech.text(at)
    if speech.is_number(at) and text.isdecimal() and len(text) <= 2:
        return int(text) if 1 <= int(text) <= 12 else None
    return _hour_word(speech, at)


def _hour_word(speech: Speech, at: int) -> int | None:
    found = speech.entry(at)
    if speech.text(at) in _HOUR_WORDS:
        return _HOUR_WORDS[speech.text(at)]
    if found is None or found.kind != UNIT or found.vague or not 1 <= found.value <= 12:
        return None
    return int(found.value) if found.value == int(found.value) else None


def _mark(speech: Speech, at: int) -> Found:
    """am, pm, Uhr; the German "am" is no a.m."""
    return NOTHING if speech.text(at) == "am" and speech.german else _MARKS.starts(speech, at)


def _led(speech: Speech, at: int) -> bool:
    return _AT.ends(speech, at) > 0 or _BOUNDS.ends(speech, at).length > 0


def _with_mark(speech: Speech, first: int, last: int, minutes: int) -> Clock:
    """The time with "am", "Uhr" or "de la tarde" behind it taken in."""
    mark = _mark(speech, last)
    short = {"a": "am", "p": "pm"}.get(speech.text(last), "") if speech.tight(last - 1) else ""
    half = mark.key or short or ("0" if speech.text(first).startswith("0") else "")
    last += mark.length or bool(short)
    after = _mark(speech, last)
    if half in ("24", "clock") and after.key in ("am", "pm"):
        half, last = after.key, last + after.length
    return Clock(first, last, _halves(minutes % MIDNIGHT, half))


def _halves(minutes: int, half: str) -> tuple[int, ...]:
    """The times of the day that are possible."""
    if half == "pm" and minutes < 13 * HOUR:
        return (minutes % NOON + NOON,)
    if half == "am" and minutes < 13 * HOUR:
        return (minutes % NOON,)
    if minutes >= 13 * HOUR or half == "0" or (half == "24" and minutes >= OPENS):
        return (minutes,)
    return (minutes % NOON + NOON, minutes % NOON)


def _bounded(speech: Speech, clock: Clock) -> Clock:
    """After six, antes de las 5, with the word that says so."""
    at = clock.first
    for _ in range(2):
        bound = _BOUNDS.ends(speech, at)
        if bound.length:
            return clock._replace(first=at - bound.length, bound=bound.key)
        lead = _AT.ends(speech, at)
        if not lead:
            break
        at -= lead
    return clock._replace(first=at)


def _ranges(speech: Speech, found: list[Clock]) -> list[Clock]:
    """ "between 3 and 5", "3-5pm": a window."""
    merged: list[Clock] = []
    for clock in found:
        last = merged[-1] if merged else None
        between = speech.words[last.last : clock.first] if last is not None else ("",)
        tied = clock.bound == "before" and last is not None and last.bound == "after"
        if last is None or not last.minutes or not (tied or _is_tie(between)):
            merged.append(clock)
            continue
        end = clock.likeliest
        start = max((time for time in last.minutes if time < end), default=last.likeliest)
        merged[-1] = Clock(last.first, clock.last, window=(start, end + 1))
    return merged


def _is_tie(between: tuple[str, ...]) -> bool:
    return len(between) == 1 and between[0] in _RANGE_TIES


_READERS: Final[tuple[Callable[[Speech, int, Container[int]], Clock | None], ...]] = (
    _noon,
    _shifted,
    _digits,
    _spoken,
)
