"""Shifts as written: ``always`` or ``Mon-Fri 08:00-18:00, Sat 09:00-13:00``, in local time."""

from __future__ import annotations

import re
from datetime import datetime, time, timedelta
from functools import lru_cache

from bot.errors import UserMistake
from bot.records import frozen

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_MINUTES = 24 * 60
_PART = re.compile(
    r"(?P<first>[A-Za-z]{3})[a-z]*\s*(?:[-–]\s*(?P<last>[A-Za-z]{3})[a-z]*)?\s+"
    r"(?P<start>\d{1,2}:\d{2})\s*[-–]\s*(?P<end>\d{1,2}:\d{2})"
)


@frozen
class Window:
    """Hours of one weekday in minutes after its midnight; past 24 h they run into the next day."""

    day: int
    start: int
    end: int


@lru_cache(256)  # an office has a few, and every hot lead asks for all of them
def read_shift(text: str) -> tuple[Window, ...]:
    """The windows of a shift; none for ``always``. Raises UserMistake with the mend."""
    if text.strip().lower() in {"", "always"}:
        return ()
    windows: list[Window] = []
    for part in text.split(","):
        windows.extend(_windows(part.strip(), text))
    return tuple(windows)


def on_shift(text: str, local: datetime) -> bool:
    """Whether somebody with this shift works at this local time. An unreadable shift always works:
    a typing slip must not cost a lead."""
    try:
        windows = read_shift(text)
    except UserMistake:
        return True
    if not windows:
        return True
    now = local.hour * 60 + local.minute
    return any(_inside(window, local.weekday(), now) for window in windows)


def next_start(text: str, local: datetime) -> datetime | None:
    """When the shift begins next, in local time; None when it always runs."""
    try:
        windows = read_shift(text)
    except UserMistake:
        return None
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    starts = [
        midnight + timedelta(days=(w.day - local.weekday()) % 7 + week, minutes=w.start)
        for w in windows
        for week in (0, 7)
    ]
    return min((start for start in starts if start > local), default=None)


def _inside(window: Window, day: int, now: int) -> bool:
    """Whether a minute of a weekday is in the window, or in its part after midnight."""
    if window.day == day and window.start <= now < window.end:
        return True
    return (window.day + 1) % 7 == day and now < window.end - DAY_MINUTES


def _windows(part: str, whole: str) -> list[Window]:
    """The windows of one comma part, e.g. ``Mon-Fri 08:00-18:00``."""
    match = _PART.fullmatch(part)
    if not match:
        raise UserMistake(
            f"the shift {whole!r} cannot be read: write 'always' or "
            "'Mon-Fri 08:00-18:00, Sat 09:00-13:00'"
        )
    first = _day(match["first"], whole)
    last = _day(match["last"], whole) if match["last"] else first
    start, end = _minutes(match["start"], whole), _minutes(match["end"], whole)
    if end <= start:
        end += DAY_MINUTES
    days = range(first, first + (last - first) % 7 + 1)
    return [Window(day % 7, start, end) for day in days]


def _day(name: str, whole: str) -> int:
    """A weekday's number, Monday = 0."""
    try:
        return DAYS.index(name.capitalize())
    except ValueError:
        raise UserMistake(
            f"the shift {whole!r} names no weekday {name!r}: use Mon … Sun"
        ) from None


def _minutes(clock: str, whole: str) -> int:
    """Minutes after midnight; 24:00 is the day's end."""
    if clock == "24:00":
        return DAY_MINUTES
    try:
        at = time.fromisoformat(clock.zfill(5))
    except ValueError:
        raise UserMistake(f"the shift {whole!r} holds no time {clock!r}") from None
    return at.hour * 60 + at.minute
