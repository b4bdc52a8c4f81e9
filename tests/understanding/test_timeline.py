"""When someone wants to move, in four languages, said on Tuesday 10 March 2026.

The codes reach to 9 April (now), 10 June (1_3m), 9 September (3_6m), 11 March 2027 (6_12m).
"""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import dates, timeline
from bot.understanding.types import Slot
from tests.understanding.mess import mess
from tests.understanding.places import around
from tests.understanding.times_in_english import ASK, ENGLISH, REFUSED
from tests.understanding.times_in_german_and_arabic import IN_OTHER_MARKETS
from tests.understanding.times_in_more_english import MORE_ENGLISH
from tests.understanding.times_in_spanish import IN_SPANISH

WHEN = Slot("timeline", "timeline", "timeline")


def outcome(text: str, market: str, now: str = "2026-03-10T14:05") -> Any:
    reading = timeline.read(text, WHEN, around(market, now))
    if reading is None:
        return None
    if reading.refused:
        return REFUSED
    if reading.value is None:
        assert reading.ask
        return ASK
    return reading.value


@pytest.mark.parametrize(("text", "expected"), [*ENGLISH, *MORE_ENGLISH])
def test_a_time_said_in_austin(text: str, expected: Any) -> None:
    assert outcome(text, "austin") == expected


@pytest.mark.parametrize(("market", "text", "expected"), [*IN_SPANISH, *IN_OTHER_MARKETS])
def test_a_time_said_in_the_other_markets(market: str, text: str, expected: Any) -> None:
    assert outcome(text, market) == expected


@pytest.mark.parametrize(
    ("now", "text", "expected"),
    [
        ("2026-12-20T10:00", "january", "now"),
        ("2026-12-20T10:00", "next year", "now"),
        ("2026-12-20T10:00", "march", "1_3m"),
        ("2026-12-20T10:00", "by christmas", "now"),
        ("2026-12-27T10:00", "by christmas", "6_12m"),
        ("2026-09-05T10:00", "summer", "6_12m"),
        ("2026-07-01T10:00", "summer", "now"),
        ("2026-07-01T10:00", "next summer", "6_12m"),
        ("2026-01-10T10:00", "winter", "now"),
        ("2028-02-29T10:00", "in a year", "6_12m"),
        ("2026-11-02T10:00", "Q2 2027", "3_6m"),
        ("2026-03-01T10:00", "today", "now"),
    ],
)
def test_the_same_words_mean_another_time_on_another_day(
    now: str, text: str, expected: str
) -> None:
    assert outcome(text, "austin", now) == expected


IN_PASSING = [
    ("austin", "2 bed round rock under 1800 need it by april 1", "now"),
    ("austin", "3 bed in mueller asap", "now"),
    ("austin", "looking to buy in june, 400k", "1_3m"),
    ("austin", "we want to move in august", "3_6m"),
    ("austin", "not selling, just curious", "browsing"),
    ("austin", "lease is up end of april", "1_3m"),
    ("austin", "within 3 months, cash", "1_3m"),
    ("austin", "3br by christmas", "6_12m"),
    ("madrid", "busco piso para septiembre en Retiro", "3_6m"),
    ("madrid", "3 habitaciones, lo antes posible", "now"),
    ("berlin", "3 Zimmer ab Juni, 1200 warm", "1_3m"),
    ("dubai", "ابي شقة في المارينا خلال شهرين", "1_3m"),
]
NOT_IN_PASSING = [
    ("austin", "12 mo fine"),
    ("austin", "12 month lease"),
    ("austin", "can i see it saturday at 11"),
    ("austin", "call me tomorrow"),
    ("austin", "call me asap"),
    ("austin", "can we see something saturday?"),
    ("austin", "got preapproved last week w chase"),
    ("austin", "moved here 2 years ago"),
    ("austin", "1500 a month"),
    ("austin", "April Jones"),
    ("austin", "my name is June"),
    ("austin", "built in 2027"),
    ("austin", "we may need 3 bedrooms"),
    ("austin", "512-555-0142"),
    ("austin", "today after 6?"),
    ("austin", "3 bed 2 bath"),
    ("madrid", "¿puedo verlo mañana?"),
    ("berlin", "Besichtigung am 14.3. um 11"),
    ("berlin", "900 Euro im Monat"),
    ("dubai", "80 ألف في السنة"),
]


@pytest.mark.parametrize(("market", "text", "expected"), IN_PASSING)
def test_a_time_said_in_passing_is_heard(market: str, text: str, expected: str) -> None:
    assert [it.value for it in timeline.find(text, WHEN, around(market))] == [expected]


@pytest.mark.parametrize(("market", "text"), NOT_IN_PASSING)
def test_other_times_are_no_move(market: str, text: str) -> None:
    assert timeline.find(text, WHEN, around(market)) == []


@pytest.mark.parametrize(
    ("days", "code"),
    [
        (0, "now"),
        (30, "now"),
        (31, "1_3m"),
        (92, "1_3m"),
        (93, "3_6m"),
        (183, "3_6m"),
        (184, "6_12m"),
        (366, "6_12m"),
        (367, "12m_plus"),
    ],
)
def test_the_codes_have_their_limits(days: int, code: str) -> None:
    assert timeline.code_of(days) == code


@pytest.mark.parametrize(
    ("year", "sunday"), [(2024, (3, 31)), (2025, (4, 20)), (2026, (4, 5)), (2027, (3, 28))]
)
def test_easter_falls_on_its_sunday(year: int, sunday: tuple[int, int]) -> None:
    assert dates.easter(year) == date(year, *sunday)


@pytest.mark.parametrize(
    ("name", "first"),
    [("eid_fitr", date(2026, 3, 20)), ("eid_adha", date(2026, 5, 27)), ("eid", date(2026, 3, 20))],
)
def test_the_feasts_of_islam_are_reckoned_to_a_day(name: str, first: date) -> None:
    start = dates.holiday(name, date(2026, 3, 10), "AE")[0]
    assert abs((start - first).days) <= 1


CODES = {"now", "1_3m", "3_6m", "6_12m", "12m_plus", "browsing", None}


@given(
    mess(
        "in by before after next this 3 4-5 months weeks june may 2027 1/4 14.3. end of the asap "
        "not q2 christmas summer year and a half bis ab ende sommer meses que viene شهر بعد - / +"
    ),
    st.sampled_from(["austin", "berlin", "madrid", "dubai"]),
)
def test_any_text_is_read_without_an_error_and_the_same_twice(text: str, market: str) -> None:
    place = around(market)
    first = timeline.read(text, WHEN, place)
    assert first == timeline.read(text, WHEN, place)
    for reading in [first, *timeline.find(text, WHEN, place)]:
        assert reading is None or reading.value in CODES


@given(st.dates(date(2024, 1, 1), date(2035, 12, 31)))
def test_holidays_are_never_over(today: date) -> None:
    for name in ("christmas", "easter", "ramadan", "eid", "diwali", "thanksgiving", "holidays"):
        first, last = dates.holiday(name, today, "US")
        assert first <= last
        assert last >= today
        assert (last - today).days < 400
