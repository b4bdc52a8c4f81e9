"""Shifts as admins write them."""

from __future__ import annotations

from datetime import datetime

import pytest

from bot.dialogue.shifts import next_start, on_shift, read_shift
from bot.errors import UserMistake
from tests.leads.lead_samples import AUSTIN

WEEK = "Mon-Fri 08:00-18:00, Sat 09:00-13:00"


def at(day: int, hour: int, minute: int = 0) -> datetime:
    """A time in the week of Monday the 9th of March 2026."""
    return datetime(2026, 3, day, hour, minute, tzinfo=AUSTIN)


@pytest.mark.parametrize(
    ("shift", "when", "works"),
    [
        ("always", at(15, 3), True),
        ("", at(15, 3), True),
        (WEEK, at(10, 8), True),
        (WEEK, at(10, 7, 59), False),
        (WEEK, at(10, 17, 59), True),
        (WEEK, at(10, 18), False),
        (WEEK, at(14, 12, 59), True),
        (WEEK, at(14, 13), False),
        (WEEK, at(15, 12), False),
        ("Sun 10:00-12:00", at(15, 11), True),
        ("Fri-Mon 10:00-12:00", at(15, 11), True),
        ("Fri-Mon 10:00-12:00", at(10, 11), False),
        ("Fri 20:00-02:00", at(14, 1, 59), True),
        ("Fri 20:00-02:00", at(14, 2), False),
        ("Sun 22:00-04:00", at(9, 3), True),
        ("Monday-Friday 8:00-18:00", at(10, 9), True),
        ("Mon–Fri 08:00–18:00", at(10, 9), True),
        ("Mon 08:00-24:00", at(9, 23, 59), True),
        ("weekdays", at(15, 3), True),
    ],
)
def test_a_shift_says_who_works(shift: str, when: datetime, works: bool) -> None:
    assert on_shift(shift, when) is works


@pytest.mark.parametrize(
    ("shift", "when", "start"),
    [
        (WEEK, at(10, 7), at(10, 8)),
        (WEEK, at(10, 19), at(11, 8)),
        (WEEK, at(14, 14), datetime(2026, 3, 16, 8, 0, tzinfo=AUSTIN)),
        ("Sun 10:00-12:00", at(15, 11), datetime(2026, 3, 22, 10, 0, tzinfo=AUSTIN)),
        ("always", at(10, 7), None),
        ("nonsense", at(10, 7), None),
    ],
)
def test_a_shift_says_when_it_begins(shift: str, when: datetime, start: datetime | None) -> None:
    assert next_start(shift, when) == start


@pytest.mark.parametrize(
    ("shift", "word"),
    [("weekdays 8-18", "weekdays"), ("Mon 08:00-25:00", "25:00"), ("Xyz 08:00-18:00", "Xyz")],
)
def test_a_shift_that_cannot_be_read_names_the_mend(shift: str, word: str) -> None:
    with pytest.raises(UserMistake, match=word):
        read_shift(shift)
