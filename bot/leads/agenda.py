"""A calendar as programs export it (iCalendar): what is busy, and what is offered as free.

An event takes its time, as calendars mean it. One that is shown as free (``TRANSP:TRANSPARENT``),
and a period of ``FBTYPE=FREE``, is a time to offer. Repeating events are followed, with their
exceptions; a whole day lasts from midnight to midnight.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import TYPE_CHECKING, Any, Final

from dateutil.rrule import rruleset, rrulestr

from bot.errors import DoorstepError

if TYPE_CHECKING:
    from icalendar.cal import Component

MOST: Final = 500  # times of one repeating event that are looked at


class BadCalendar(DoorstepError):  # noqa: N818 - says what is wrong
    """The file is no calendar that can be read."""


@dataclass(frozen=True, slots=True)
class Span:
    """From one moment to another."""

    start: datetime
    end: datetime

    def meets(self, start: datetime, end: datetime) -> bool:
        """Do they have any time in common?"""
        return self.start < end and self.end > start


@dataclass(frozen=True, slots=True)
class Agenda:
    """The events of a calendar."""

    events: tuple[Component, ...] = ()
    periods: tuple[tuple[Any, Any, bool], ...] = ()  # of free/busy: start, end or length, free

    def spans(
        self, since: datetime, until: datetime, zone: tzinfo
    ) -> tuple[list[Span], list[Span]]:
        """What is busy and what is offered between two moments. ``zone`` is that of times that
        say none."""
        busy: list[Span] = []
        free: list[Span] = []
        moved = {_key(e, zone) for e in self.events if "RECURRENCE-ID" in e}
        for event in self.events:
            found = _times(event, since, until, zone, moved)
            (free if _is_free(event) else busy).extend(found)
        for start, end, is_free in self.periods:
            span = _span(start, end, zone)
            if span.meets(since, until):
                (free if is_free else busy).append(span)
        return sorted(busy, key=_start), sorted(free, key=_start)


def read_agenda(text: str | bytes) -> Agenda:
    """The calendars of a file; raises BadCalendar with a reason in words."""
    from icalendar import Calendar  # noqa: PLC0415 - no start waits for it

    try:
        calendars = Calendar.from_ical(text, multiple=True)
        events = [e for one in calendars for e in one.walk("VEVENT") if _counts(e)]
        periods = [p for one in calendars for f in one.walk("VFREEBUSY") for p in _periods(f)]
        agenda = Agenda(tuple(events), tuple(periods))
        now = datetime(2026, 1, 1, tzinfo=UTC)
        agenda.spans(now, now + timedelta(days=366), UTC)  # whatever is odd shows itself now
    except (ValueError, KeyError, TypeError, AttributeError, IndexError, OverflowError) as error:
        raise BadCalendar(f"it cannot be read as a calendar: {error}"[:200]) from None
    if not calendars:
        raise BadCalendar("there is no calendar in it (BEGIN:VCALENDAR … END:VCALENDAR)")
    return agenda


def _counts(event: Component) -> bool:
    return "DTSTART" in event and str(event.get("STATUS", "")).upper() != "CANCELLED"


def _is_free(event: Component) -> bool:
    return str(event.get("TRANSP", "")).upper() == "TRANSPARENT"


def _times(
    event: Component,
    since: datetime,
    until: datetime,
    zone: tzinfo,
    moved: set[tuple[str, datetime]],
) -> Iterator[Span]:
    first = _span(event.decoded("DTSTART"), _end(event), zone)
    length = first.end - first.start
    for start in _starts(event, first.start, since - length, until, zone):
        exception = "RRULE" in event and (str(event.get("UID", "")), start) in moved
        span = Span(start, start + length)
        if span.meets(since, until) and not exception:
            yield span


def _starts(
    event: Component, first: datetime, since: datetime, until: datetime, zone: tzinfo
) -> Iterable[datetime]:
    if "RRULE" not in event and "RDATE" not in event:
        return [first]
    found = _rules(event, first, zone)
    times: list[datetime] = []
    for start in found.xafter(since, inc=True):
        if start > until or len(times) >= MOST:
            break
        times.append(start)
    return times


def _rules(event: Component, first: datetime, zone: tzinfo) -> rruleset:
    """When it repeats, and when it does not."""
    found = rruleset()
    found.rdate(first)
    for rule in _list(event.get("RRULE")):
        found.rrule(rrulestr(_rule(rule.to_ical().decode(), first), dtstart=first))
    for name, add in (("RDATE", found.rdate), ("EXDATE", found.exdate)):
        for dates in _list(event.get(name)):
            for one in dates.dts:
                add(_moment(one.dt, zone))
    return found


def _rule(text: str, first: datetime) -> str:
    """``UNTIL`` in a form that fits a start with a time zone."""
    parts = dict(part.split("=", 1) for part in text.split(";") if "=" in part)
    end = parts.get("UNTIL", "")
    if end and not end.endswith("Z"):
        whole = end if "T" in end else f"{end}T235959"
        local = datetime.strptime(whole, "%Y%m%dT%H%M%S").replace(tzinfo=first.tzinfo)
        parts["UNTIL"] = local.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _key(event: Component, zone: tzinfo) -> tuple[str, datetime]:
    return str(event.get("UID", "")), _moment(event.decoded("RECURRENCE-ID"), zone)


def _end(event: Component) -> Any:
    if "DTEND" in event:
        return event.decoded("DTEND")
    if "DURATION" in event:
        return event.decoded("DURATION")
    start = event.decoded("DTSTART")
    return timedelta(0) if isinstance(start, datetime) else timedelta(days=1)


def _periods(found: Component) -> Iterator[tuple[Any, Any, bool]]:
    for periods in _list(found.get("FREEBUSY")):
        free = str(periods.params.get("FBTYPE", "BUSY")).upper() == "FREE"
        for period in _list(getattr(periods, "dts", periods)):
            start, end = getattr(period, "dt", period)
            yield start, end, free


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def _span(start: Any, end: Any, zone: tzinfo) -> Span:
    begin = _moment(start, zone)
    return Span(begin, begin + end if isinstance(end, timedelta) else _moment(end, zone))


def _moment(value: Any, zone: tzinfo) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=zone) if value.tzinfo is None else value
    if isinstance(value, date):
        return datetime.combine(value, time(), zone)
    raise ValueError(f"“{value}” is no time")


def _start(span: Span) -> datetime:
    return span.start
