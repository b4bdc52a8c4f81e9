"""Viewing times against the free ones, in four languages, said on Tuesday 10 March 2026, 14:05."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import moment
from bot.understanding.normalise import plain
from bot.understanding.types import Slot, Surroundings
from tests.understanding.mess import mess
from tests.understanding.places import around, with_slots

VIEWING = Slot("viewing_at", "viewing_at", "datetime")
TOUR = Slot("appointment", "appointment", "choice", time_means="tour")
WED_14, WED_1730, THU_15 = "2026-03-11T14:00", "2026-03-11T17:30", "2026-03-12T15:00"
FRI_15, FRI_20 = "2026-03-13T15:00", "2026-03-13T20:00"
SAT_11, SUN_13 = "2026-03-14T11:00", "2026-03-15T13:00"
FREE = (WED_14, WED_1730, THU_15, FRI_15, FRI_20, SAT_11, SUN_13)


def place(market: str = "austin", free: tuple[str, ...] = FREE) -> Surroundings:
    return with_slots(around(market), *free)


FREE_TIMES: list[tuple[str, str, str]] = [
    ("austin", "sat 11am", SAT_11),
    ("austin", "Saturday 11", SAT_11),
    ("austin", "saturday @ 11", SAT_11),
    ("austin", "sat at eleven", SAT_11),
    ("austin", "sat 11:00", SAT_11),
    ("austin", "SAT 11AM PLEASE", SAT_11),
    ("austin", "the 14th at 11", SAT_11),
    ("austin", "14th 11am", SAT_11),
    ("austin", "3/14 11am", SAT_11),
    ("austin", "March 14th, 11 am", SAT_11),
    ("austin", "saturday morning", SAT_11),
    ("austin", "sunday", SUN_13),
    ("austin", "sunday at 1", SUN_13),
    ("austin", "sunday 1pm works", SUN_13),
    ("austin", "Sun 13:00", SUN_13),
    ("austin", "sunday afternoon", SUN_13),
    ("austin", "thursday", THU_15),
    ("austin", "thu at 3", THU_15),
    ("austin", "thursday 3 o'clock", THU_15),
    ("austin", "thursday at three", THU_15),
    ("austin", "thurs 3p", THU_15),
    ("austin", "friday 8pm", FRI_20),
    ("austin", "friday at 8", FRI_20),
    ("austin", "friday night", FRI_20),
    ("austin", "fri 3", FRI_15),
    ("austin", "tomorrow 2pm", WED_14),
    ("austin", "tomorrow at 2", WED_14),
    ("austin", "tmrw 5:30", WED_1730),
    ("austin", "tomorrow half past five", WED_1730),
    ("austin", "tomorrow at half past 5", WED_1730),
    ("austin", "tomorrow 5.30", WED_1730),
    ("austin", "tomorrow 530", WED_1730),
    ("austin", "tomorrow 5:30pm", WED_1730),
    ("austin", "tomorrow evening", WED_1730),
    ("austin", "day after tomorrow", THU_15),
    ("austin", "in 2 days", THU_15),
    ("austin", "in two days at 3", THU_15),
    ("austin", "first one", WED_14),
    ("austin", "the first", WED_14),
    ("austin", "option 2", WED_1730),
    ("austin", "#2", WED_1730),
    ("austin", "second", WED_1730),
    ("austin", "the last one", SUN_13),
    ("austin", "any", WED_14),
    ("austin", "whatever is first", WED_14),
    ("austin", "earliest you have", WED_14),
    ("austin", "asap", WED_14),
    ("austin", "whenever", WED_14),
    ("austin", "anytime saturday", SAT_11),
    ("austin", "any time friday", FRI_15),
    ("austin", "this friday at 3", FRI_15),
    ("austin", "11am", SAT_11),
    ("austin", "8pm", FRI_20),
    ("austin", "1pm", SUN_13),
    ("austin", "not saturday, sunday", SUN_13),
    ("austin", "can't do saturday, sunday?", SUN_13),
    ("leeds", "half five tomorrow", WED_1730),
    ("leeds", "14/3 at 11", SAT_11),
    ("leeds", "14 March 11am", SAT_11),
    ("leeds", "sat 11", SAT_11),
    ("leeds", "Saturday the 14th", SAT_11),
    ("madrid", "el sábado", SAT_11),
    ("madrid", "sábado a las 11", SAT_11),
    ("madrid", "el sabado a las once", SAT_11),
    ("madrid", "mañana a las dos", WED_14),
    ("madrid", "mañana a las 17:30", WED_1730),
    ("madrid", "mañana a las cinco y media", WED_1730),
    ("madrid", "pasado mañana", THU_15),
    ("madrid", "el jueves a las 3 de la tarde", THU_15),
    ("madrid", "jueves 15h", THU_15),
    ("madrid", "el viernes por la noche", FRI_20),
    ("madrid", "el 14 a las 11", SAT_11),
    ("madrid", "14/3 a las 11", SAT_11),
    ("madrid", "el 14 de marzo a las 11", SAT_11),
    ("madrid", "la primera", WED_14),
    ("madrid", "el primero", WED_14),
    ("madrid", "la segunda", WED_1730),
    ("madrid", "el domingo a la una", SUN_13),
    ("madrid", "cualquiera", WED_14),
    ("madrid", "a las 11", SAT_11),
    ("berlin", "halb sechs", WED_1730),
    ("berlin", "morgen halb sechs", WED_1730),
    ("berlin", "morgen um halb sechs", WED_1730),
    ("berlin", "Samstag 11 Uhr", SAT_11),
    ("berlin", "Samstag um elf", SAT_11),
    ("berlin", "am Samstag um 11", SAT_11),
    ("berlin", "14.3. um 11", SAT_11),
    ("berlin", "14.03. 11:00", SAT_11),
    ("berlin", "14.03.2026 11 Uhr", SAT_11),
    ("berlin", "am 14. um 11 Uhr", SAT_11),
    ("berlin", "am 14. März", SAT_11),
    ("berlin", "morgen 17:30", WED_1730),
    ("berlin", "morgen 17.30 Uhr", WED_1730),
    ("berlin", "morgen um 14 Uhr", WED_14),
    ("berlin", "übermorgen", THU_15),
    ("berlin", "Donnerstag 15 Uhr", THU_15),
    ("berlin", "Donnerstagnachmittag", THU_15),
    ("berlin", "Freitagabend", FRI_20),
    ("berlin", "Freitag Abend", FRI_20),
    ("berlin", "kommenden Freitag um 15 Uhr", FRI_15),
    ("berlin", "Sonntag um eins", SUN_13),
    ("berlin", "Sonntag 13 Uhr", SUN_13),
    ("berlin", "den ersten", WED_14),
    ("berlin", "der erste Termin", WED_14),
    ("berlin", "der zweite", WED_1730),
    ("berlin", "egal", WED_14),
    ("berlin", "Sa 11", SAT_11),
    ("berlin", "Do 15 Uhr", THU_15),
    ("dubai", "السبت", SAT_11),
    ("dubai", "السبت ١١", SAT_11),
    ("dubai", "السبت الساعة ١١", SAT_11),
    ("dubai", "السبت الساعة 11 صباحا", SAT_11),
    ("dubai", "يوم السبت ١١ الصبح", SAT_11),
    ("dubai", "بكرة الساعة ٢", WED_14),
    ("dubai", "بكرة الساعة خمسة ونص", WED_1730),
    ("dubai", "غدا الساعة ٥:٣٠", WED_1730),
    ("dubai", "الخميس ٣ العصر", THU_15),
    ("dubai", "الخميس", THU_15),
    ("dubai", "الجمعة ٨ مساء", FRI_20),
    ("dubai", "الأحد الساعة ١", SUN_13),
    ("dubai", "بعد بكرة", THU_15),
    ("dubai", "١٤ مارس", SAT_11),
    ("dubai", "الأول", WED_14),
    ("dubai", "أي وقت", WED_14),
    ("dubai", "الجمعة المساء", FRI_20),
    ("mumbai", "saturday 11 am", SAT_11),
    ("mumbai", "day after tomorrow 3 pm", THU_15),
    ("mumbai", "14/3 11am", SAT_11),
]
DOUBTFUL: list[tuple[str, str, str]] = [
    ("austin", "any day after 3pm", WED_1730),
    ("austin", "next friday at 3", FRI_15),
    ("austin", "next saturday", SAT_11),
    ("austin", "saturday 12pm eastern", SAT_11),
    ("madrid", "el próximo viernes a las 3", FRI_15),
    ("berlin", "nächsten Freitag um 15 Uhr", FRI_15),
]
ASKED_BACK: list[tuple[str, str, str]] = [
    ("austin", "wednesday afternoon", "datetime.which"),
    ("austin", "tomorrow", "datetime.which"),
    ("austin", "this weekend", "datetime.which"),
    ("austin", "weekend", "datetime.which"),
    ("austin", "at 3", "datetime.which"),
    ("austin", "3pm", "datetime.which"),
    ("austin", "noon", "datetime.taken"),
    ("austin", "saturday noon", "datetime.taken"),
    ("austin", "saturday at 2", "datetime.taken"),
    ("austin", "sat 10am", "datetime.taken"),
    ("austin", "monday", "datetime.taken"),
    ("austin", "today", "datetime.taken"),
    ("austin", "today after 6?", "datetime.taken"),
    ("austin", "today at 6", "datetime.taken"),
    ("austin", "next week", "datetime.taken"),
    ("austin", "sat 11am or sun 1pm", "datetime.which"),
    ("austin", "saturday or sunday", "datetime.which"),
    ("austin", "yesterday", "datetime.past"),
    ("austin", "2020-01-01", "datetime.past"),
    ("leeds", "tomorrow quarter past two", "datetime.taken"),
    ("madrid", "mañana por la tarde", "datetime.which"),
    ("madrid", "el lunes", "datetime.taken"),
    ("madrid", "mañana", "datetime.which"),
    ("berlin", "morgen früh", "datetime.taken"),
    ("berlin", "Montag", "datetime.taken"),
    ("berlin", "Viertel nach zwei morgen", "datetime.taken"),
    ("dubai", "الاثنين", "datetime.taken"),
]


@pytest.mark.parametrize(("market", "text", "value"), FREE_TIMES)
def test_a_free_time_is_found_as_people_say_it(market: str, text: str, value: str) -> None:
    reading = moment.read(text, VIEWING, place(market))
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(("market", "text", "value"), DOUBTFUL)
def test_a_day_that_could_be_another_is_said_back(market: str, text: str, value: str) -> None:
    reading = moment.read(text, VIEWING, place(market))
    assert reading is not None
    assert (reading.value, reading.sure) == (value, False)


@pytest.mark.parametrize(("market", "text", "code"), ASKED_BACK)
def test_what_is_not_one_free_time_is_asked_back(market: str, text: str, code: str) -> None:
    reading = moment.read(text, VIEWING, place(market))
    assert reading is not None
    assert reading.value is None
    assert reading.ask == code


@pytest.mark.parametrize(
    ("text", "code", "a", "b"),
    [
        ("friday", "datetime.which", FRI_15, FRI_20),
        ("next friday", "datetime.which", FRI_15, FRI_20),
        ("saturday or sunday", "datetime.which", SAT_11, SUN_13),
        ("not wednesday", "datetime.which", THU_15, FRI_15),
        ("monday at 10", "datetime.taken", SAT_11, SUN_13),
        ("today after 6", "datetime.taken", WED_14, WED_1730),
        ("saturday at 2", "datetime.taken", FRI_20, SAT_11),
        ("2", "datetime.which", WED_14, WED_1730),
    ],
)
def test_a_question_back_names_the_nearest_times(text: str, code: str, a: str, b: str) -> None:
    reading = moment.read(text, VIEWING, place())
    assert reading is not None
    assert (reading.ask, reading.ask_with) == (code, {"a": a, "b": b})


@pytest.mark.parametrize(
    ("market", "text", "value", "sure"),
    [
        ("austin", "saturday at 11", SAT_11, True),
        ("austin", "tomorrow", "2026-03-11", True),
        ("austin", "6pm my time tomorrow", "2026-03-11T18:00", False),
        ("austin", "tomorrow 6pm eastern", "2026-03-11T17:00", False),
        ("austin", "next friday", "2026-03-13", False),
        ("austin", "March 20 at 4", "2026-03-20T16:00", True),
        ("austin", "at 5", "2026-03-10T17:00", True),
        ("austin", "1pm", "2026-03-11T13:00", True),
        ("austin", "2026-03-21T10:30", "2026-03-21T10:30", True),
        ("austin", "tuesday at 10am", "2026-03-17T10:00", True),
        ("leeds", "tomorrow half five", "2026-03-11T17:30", True),
        ("madrid", "mañana a las cinco", "2026-03-11T17:00", True),
        ("madrid", "el jueves por la mañana a las 10", "2026-03-12T10:00", True),
        ("berlin", "halb sechs", "2026-03-10T17:30", True),
        ("berlin", "2026-03-29T02:30:00", "2026-03-29T03:30", True),
        ("berlin", "29.3. um 2:30 Uhr", "2026-03-29T14:30", True),
        ("dubai", "السبت الساعة ٥ مساء", "2026-03-14T17:00", True),
    ],
)
def test_without_known_times_a_future_one_is_taken(
    market: str, text: str, value: str, sure: bool
) -> None:
    reading = moment.read(text, VIEWING, around(market))
    assert reading is not None
    assert (reading.value, reading.sure) == (value, sure)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("this weekend", "datetime.when"),
        ("next week", "datetime.when"),
        ("not saturday", "datetime.when"),
        ("morning", "datetime.when"),
        ("yesterday at 5", "datetime.past"),
        ("2020-01-01 10:00", "datetime.past"),
        ("9999-12-31", ""),
        ("0000-00-00", ""),
        ("2026-13-01", ""),
    ],
)
def test_without_known_times_what_is_no_day_ahead_is_no_value(text: str, code: str) -> None:
    reading = moment.read(text, VIEWING, around())
    assert (reading.ask if reading is not None else "") == code
    assert reading is None or reading.value is None


@pytest.mark.parametrize(
    "text", ["hello", "that works", "0000-00-00", "", "400-450k", "512-555-0143", "3 bed"]
)
def test_what_is_no_time_is_not_read_as_one(text: str) -> None:
    assert moment.read(text, VIEWING, place()) is None


@pytest.mark.parametrize("text", ["not sure", "no", "rather not say", "skip"])
def test_a_refusal_is_a_refusal(text: str) -> None:
    reading = moment.read(text, VIEWING, place())
    assert reading is not None
    assert reading.refused


def test_a_nod_takes_the_only_time_there_is() -> None:
    reading = moment.read("that works", VIEWING, place(free=(SAT_11,)))
    assert reading is not None
    assert reading.value == SAT_11


def test_times_that_have_passed_are_not_free_any_more() -> None:
    reading = moment.read("today at 10", VIEWING, place(free=("2026-03-10T10:00", SAT_11)))
    assert reading is not None
    assert (reading.ask, reading.ask_with) == ("datetime.taken_one", {"a": SAT_11})


@pytest.mark.parametrize(
    "text",
    [
        "need it by april 1",
        "lease is up end of april so before then",
        "no thx just call",
        "like 400-450k",
        "512-555-0143",
        "my son sat down",
        "3-4 months",
        "i may want a tour",
        "3 bed in round rock",
        "asap",
        "i think so",
        "i am free",
        "2 dogs and a cat",
        "we want to move in june",
        "4417 Shady Ln",
    ],
)
def test_running_text_without_a_wished_time_holds_none(text: str) -> None:
    assert moment.find(text, VIEWING, place()) == []
    assert moment.find(text, TOUR, around()) == []


@pytest.mark.parametrize(
    ("market", "text", "part"),
    [
        ("austin", "can we see something saturday?", "saturday"),
        ("austin", "yes can i see it sat 11am", "sat 11am"),
        ("austin", "today after 6?", "today after 6"),
        ("austin", "could i come by tomorrow at 5:30", "tomorrow at 5:30"),
        ("madrid", "¿puedo verlo mañana a las cinco?", "manana a las cinco"),
        ("berlin", "Besichtigung am 14.3. um 11 möglich?", "14.3. um 11"),
        ("dubai", "ممكن معاينة السبت الساعة ١١", "السبت الساعه 11"),
    ],
)
def test_a_wish_to_see_it_is_found_in_running_text(market: str, text: str, part: str) -> None:
    (reading,) = moment.find(text, TOUR, around(market))
    start, end = reading.span
    assert plain(text)[start:end] == part
    assert reading.value is not None


@given(
    mess(
        "saturday sat 14.3. 3/14 at 11 11am 5:30 half past halb sechs tomorrow next not or morning "
        "mañana a las cinco por la الساعة السبت ونص the second option 2 any after before uhr - /"
    ),
    st.sampled_from(["austin", "berlin", "madrid", "dubai"]),
    st.booleans(),
)
def test_a_value_is_a_free_time_or_a_time_ahead(text: str, market: str, known: bool) -> None:
    where = place(market) if known else around(market)
    first = moment.read(text, VIEWING, where)
    assert first == moment.read(text, VIEWING, where)
    for reading in [first, *moment.find(text, VIEWING, where)]:
        if reading is None or reading.value is None:
            continue
        assert isinstance(reading.value, str)
        assert reading.value in FREE or not known
        assert datetime.fromisoformat(reading.value).date() >= where.today
