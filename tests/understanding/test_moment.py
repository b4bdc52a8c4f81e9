from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import moment
from bot.understanding.types import Slot, Surroundings

ZONE = ZoneInfo("America/Chicago")
NOW = datetime(2026, 3, 10, 14, 5, tzinfo=ZONE)  # a Tuesday
FREE = (
    "2026-03-11T14:00", "2026-03-11T17:30", "2026-03-12T15:00", "2026-03-13T15:00",
    "2026-03-13T20:00", "2026-03-14T11:00", "2026-03-15T13:00",
)  # fmt: skip
VIEWING = Slot("viewing_at", "viewing_at", "datetime")


def around(lang: str = "en", country: str = "US", free: tuple[str, ...] = FREE) -> Surroundings:
    slots = tuple(datetime.fromisoformat(time).replace(tzinfo=ZONE) for time in free)
    return Surroundings(NOW, lang, country, slots=slots)


AGAINST_SLOTS = [
    ("sat 11am", "en", "2026-03-14T11:00"),
    ("yes can i see it sat 11am", "en", "2026-03-14T11:00"),
    ("saturday", "en", "2026-03-14T11:00"),
    ("tomorrow at 5:30", "en", "2026-03-11T17:30"),
    ("Thu 3pm", "en", "2026-03-12T15:00"),
    ("wednesday at two", "en", "2026-03-11T14:00"),
    ("around 2 on wednesday", "en", "2026-03-11T14:00"),
    ("tomorrow after 5", "en", "2026-03-11T17:30"),
    ("friday evening", "en", "2026-03-13T20:00"),
    ("friday afternoon", "en", "2026-03-13T15:00"),
    ("3pm on the 13th", "en", "2026-03-13T15:00"),
    ("3/14", "en", "2026-03-14T11:00"),
    ("march 14 at 11", "en", "2026-03-14T11:00"),
    ("2026-03-14T11:00", "en", "2026-03-14T11:00"),
    ("Sat, Mar 14, 11:00 am", "en", "2026-03-14T11:00"),
    ("the first one", "en", "2026-03-11T14:00"),
    ("the second one", "en", "2026-03-11T17:30"),
    ("any time saturday", "en", "2026-03-14T11:00"),
    ("halb sechs am mittwoch", "de", "2026-03-11T17:30"),
    ("14.3. um 11", "de", "2026-03-14T11:00"),
    ("Samstag um 11 Uhr", "de", "2026-03-14T11:00"),
    ("mañana a las cinco y media", "es", "2026-03-11T17:30"),
    ("el sábado a las 11", "es", "2026-03-14T11:00"),
    ("السبت الساعة ١١", "ar", "2026-03-14T11:00"),
]


@pytest.mark.parametrize(("text", "lang", "value"), AGAINST_SLOTS)
def test_a_free_time_is_found_as_people_say_it(text: str, lang: str, value: str) -> None:
    country = {"de": "DE", "es": "ES", "ar": "AE"}.get(lang, "US")
    reading = moment.read(text, VIEWING, around(lang, country))
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(
    ("text", "code", "a", "b"),
    [
        ("friday", "datetime.which", "2026-03-13T15:00", "2026-03-13T20:00"),
        ("next friday", "datetime.which", "2026-03-13T15:00", "2026-03-13T20:00"),
        ("monday at 10", "datetime.taken", "2026-03-14T11:00", "2026-03-15T13:00"),
        ("today after 6", "datetime.taken", "2026-03-11T14:00", "2026-03-11T17:30"),
    ],
)
def test_what_is_not_one_free_time_is_asked_back(text: str, code: str, a: str, b: str) -> None:
    reading = moment.read(text, VIEWING, around())
    assert reading is not None
    assert reading.value is None
    assert (reading.ask, reading.ask_with) == (code, {"a": a, "b": b})


@pytest.mark.parametrize(
    ("text", "value", "sure"),
    [
        ("saturday at 11", "2026-03-14T11:00", True),
        ("tomorrow", "2026-03-11", True),
        ("halb sechs", "2026-03-10T17:30", True),
        ("6pm my time tomorrow", "2026-03-11T18:00", False),
        ("next friday", "2026-03-13", False),
    ],
)
def test_without_known_times_a_future_one_is_taken(text: str, value: str, sure: bool) -> None:
    reading = moment.read(text, VIEWING, around(free=()))
    assert reading is not None
    assert (reading.value, reading.sure) == (value, sure)


@pytest.mark.parametrize("text", ["hello", "2", "that works", "0000-00-00", "", "400-450k"])
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    reading = moment.read(text, VIEWING, around())
    assert reading is None


def test_a_nod_takes_the_only_time_there_is() -> None:
    reading = moment.read("that works", VIEWING, around(free=("2026-03-14T11:00",)))
    assert reading is not None
    assert reading.value == "2026-03-14T11:00"


@pytest.mark.parametrize(
    "text",
    [
        "need it by april 1", "lease is up end of april so before then", "no thx just call",
        "like 400-450k", "512-555-0143", "my son sat down", "3-4 months", "i may want a tour",
    ],
)  # fmt: skip
def test_running_text_without_a_wished_time_holds_none(text: str) -> None:
    assert moment.find(text, VIEWING, around()) == []


def test_a_wish_to_see_it_on_a_day_is_found_in_running_text() -> None:
    (reading,) = moment.find("can we see something saturday?", VIEWING, around())
    assert reading.value == "2026-03-14T11:00"
    assert reading.span == (21, 29)


@given(st.text(max_size=200))
def test_any_text_is_read_or_not_without_an_error(text: str) -> None:
    moment.read(text, VIEWING, around())
    moment.find(text, VIEWING, around(free=()))
