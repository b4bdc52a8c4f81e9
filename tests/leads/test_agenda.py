"""What a calendar file says is busy, and what it offers."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.leads.agenda import BadCalendar, Span, read_agenda

HERE = ZoneInfo("America/Chicago")
SINCE, UNTIL = datetime(2026, 3, 9, tzinfo=HERE), datetime(2026, 4, 9, tzinfo=HERE)


def calendar(*events: str) -> str:
    """A file with these events; each is its lines between BEGIN and END."""
    made = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:x"]
    for event in events:
        kind = "VFREEBUSY" if "FREEBUSY" in event else "VEVENT"
        made += [f"BEGIN:{kind}", *event.split("\n"), f"END:{kind}"]
    return "\r\n".join([*made, "END:VCALENDAR", ""])


def spans(*events: str) -> tuple[list[Span], list[Span]]:
    return read_agenda(calendar(*events)).spans(SINCE, UNTIL, HERE)


def times(found: list[Span]) -> list[str]:
    return [
        f"{one.start.astimezone(HERE):%m-%d %H:%M}-{one.end.astimezone(HERE):%H:%M}"
        for one in found
    ]


@pytest.mark.parametrize(
    ("event", "busy"),
    [
        ("UID:1\nDTSTART:20260310T090000\nDTEND:20260310T100000", ["03-10 09:00-10:00"]),
        ("UID:1\nDTSTART:20260310T140000Z\nDURATION:PT90M", ["03-10 09:00-10:30"]),
        ("UID:1\nDTSTART;VALUE=DATE:20260314", ["03-14 00:00-00:00"]),
        ("UID:1\nDTSTART:20260310T090000\nDTEND:20260310T100000\nSTATUS:CANCELLED", []),
        ("UID:1\nDTSTART:20260210T090000\nDTEND:20260210T100000", []),
        (
            "UID:1\nDTSTART:20260303T090000\nDTEND:20260303T100000\n"
            "RRULE:FREQ=WEEKLY;UNTIL=20260325\nEXDATE:20260317T090000",
            ["03-10 09:00-10:00", "03-24 09:00-10:00"],
        ),
        (
            "UID:1\nDTSTART:20260310T090000\nDTEND:20260310T093000\nRDATE:20260312T120000",
            ["03-10 09:00-09:30", "03-12 12:00-12:30"],
        ),
        ("UID:1\nFREEBUSY:20260318T160000Z/PT1H", ["03-18 11:00-12:00"]),
    ],
)
def test_an_event_takes_its_time(event: str, busy: list[str]) -> None:
    found, free = spans(event)
    assert (times(found), free) == (busy, [])


def test_what_is_shown_as_free_is_offered() -> None:
    busy, free = spans(
        "UID:1\nDTSTART:20260313T150000\nDTEND:20260313T170000\nTRANSP:TRANSPARENT",
        "UID:2\nFREEBUSY;FBTYPE=FREE:20260316T160000Z/PT1H,20260317T160000Z/20260317T170000Z",
    )
    assert busy == []
    assert times(free) == ["03-13 15:00-17:00", "03-16 11:00-12:00", "03-17 11:00-12:00"]


def test_an_occurrence_that_was_moved_is_busy_where_it_is_now() -> None:
    busy, _ = spans(
        "UID:1\nDTSTART:20260310T090000\nDTEND:20260310T100000\nRRULE:FREQ=WEEKLY;COUNT=2",
        "UID:1\nRECURRENCE-ID:20260317T090000\nDTSTART:20260318T090000\nDTEND:20260318T100000",
    )
    assert times(busy) == ["03-10 09:00-10:00", "03-18 09:00-10:00"]


@pytest.mark.parametrize(
    "text", ["", "hello", "BEGIN:VCALENDAR\r\n", calendar("UID:1\nDTSTART:tomorrow")]
)
def test_what_is_no_calendar_is_refused_in_words(text: str) -> None:
    with pytest.raises(BadCalendar, match=r"calendar"):
        read_agenda(text)


@given(st.text(max_size=200), st.binary(max_size=200))
def test_no_file_makes_it_fail_in_another_way(text: str, raw: bytes) -> None:
    for content in (calendar(f"UID:1\nDTSTART:20260310T090000\n{text}"), raw):
        try:
            read_agenda(content).spans(SINCE, UNTIL, HERE)
        except BadCalendar:
            continue
