"""Numbers of bedrooms, rooms, people, pieces, stars and deals, one table per unit."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import number
from bot.understanding.types import Slot
from tests.understanding.mess import mess
from tests.understanding.places import around

BEDS = Slot("beds_min", "beds_min", "number", unit="bedrooms", minimum=0, maximum=10)
ROOMS = Slot("beds_min", "rooms_min", "number", unit="rooms", minimum=0, maximum=20)
PEOPLE = Slot("team_size", "team_size", "number", unit="people")
PIECES = Slot("units", "units", "number", unit="pieces")
STARS = Slot("rating", "rating", "number", unit="stars", minimum=1, maximum=5)
DEALS = Slot("deals_done", "deals_done", "number", unit="deals")
BARE = Slot("n", "n", "number")
REFUSED, NONE = "refused", None


def outcome(text: str, slot: Slot, market: str) -> Any:
    reading = number.read(text, slot, around(market))
    if reading is None:
        return None
    if reading.refused:
        return REFUSED
    if reading.high is not None:
        assert reading.value == reading.low
        return (reading.low, reading.high)
    return reading.value


AUSTIN_BEDROOMS: list[tuple[str, Any]] = [
    ("3", 3),
    ("3br", 3),
    ("3 br", 3),
    ("3BR/2BA", 3),
    ("3 bed", 3),
    ("3 beds", 3),
    ("3-bed", 3),
    ("3bdrm", 3),
    ("3 bedrooms please", 3),
    ("3 bed 2 bath", 3),
    ("2 bath 3 bed", 3),
    ("3/2", 3),
    ("4+", 4),
    ("3+ bedrooms", 3),
    ("3 or more", 3),
    ("at least 3", 3),
    ("min 2", 2),
    ("minimum 3 bedrooms", 3),
    ("more than 2", 3),
    ("two", 2),
    ("Three!", 3),
    ("two or three", (2, 3)),
    ("2-3", (2, 3)),
    ("2 to 3", (2, 3)),
    ("2 or 3 bedrooms", (2, 3)),
    ("3, maybe 4", (3, 4)),
    ("between 2 and 4", (2, 4)),
    ("4-3", (3, 4)),
    ("studio", 0),
    ("a studio is fine", 0),
    ("studio or 1 bed", (0, 1)),
    ("0", 0),
    ("im looking 4 a 3 bed in round rok", 3),
    ("want 2 buy a 4 bedroom", 4),
    ("3 bed under 400k", 3),
    ("3 bed, 2000 sqft", 3),
    ("a couple", 2),
    ("I think 3 would do", 3),
    ("3. and a garage", 3),
    ("٣", 3),
    ("doesn't matter", REFUSED),
    ("any", REFUSED),
    ("not sure", REFUSED),
    ("no idea", REFUSED),
    ("skip", REFUSED),
    ("30", NONE),
    ("-3", NONE),
    ("400k", NONE),
    ("$400", NONE),
    ("512-555-0142", NONE),
    ("2.7", NONE),
    ("two baths", NONE),
    ("round rock", NONE),
    ("²", NONE),
    ("=3", NONE),
    ("3e5", NONE),
    ("9" * 4000, NONE),
    ("3 or 4, ideally 4", (3, 4)),
    ("3 min", 3),
    ("2 or more baths", NONE),
    ("family of 5", NONE),
    ("3 kids so 4 beds", 4),
    ("3 + den", 3),
    ("no less than 3", 3),
    ("> 3", 4),
    ("3x2", 3),
    ("", NONE),
]
CASES: list[tuple[Slot, str, str, Any]] = [
    *((BEDS, "austin", text, expected) for text, expected in AUSTIN_BEDROOMS),
    (BEDS, "mumbai", "2 bhk", 2),
    (BEDS, "mumbai", "2bhk", 2),
    (BEDS, "mumbai", "2.5 BHK", 2.5),
    (BEDS, "mumbai", "1 rk", 0),
    (BEDS, "mumbai", "2 or 3 bhk", (2, 3)),
    (BEDS, "madrid", "3 habitaciones", 3),
    (BEDS, "madrid", "tres", 3),
    (BEDS, "madrid", "dos o tres", (2, 3)),
    (BEDS, "madrid", "mínimo dos", 2),
    (BEDS, "madrid", "de 2 a 3", (2, 3)),
    (BEDS, "madrid", "un estudio", 0),
    (BEDS, "madrid", "2 dormitorios y 2 baños", 2),
    (BEDS, "madrid", "me da igual", REFUSED),
    (BEDS, "cdmx", "3 recámaras", 3),
    (BEDS, "cdmx", "2 recamaras, 1 baño", 2),
    (BEDS, "dubai", "غرفة وصالة", 1),
    (BEDS, "dubai", "غرفتين وصالة", 2),
    (BEDS, "dubai", "غرفتين", 2),
    (BEDS, "dubai", "٣ غرف", 3),
    (BEDS, "dubai", "ثلاث غرف", 3),
    (BEDS, "dubai", "ثلاثة", 3),
    (BEDS, "dubai", "استوديو", 0),
    (BEDS, "dubai", "غرفتين أو ثلاث", (2, 3)),
    (BEDS, "dubai", "٢ او ٣", (2, 3)),
    (BEDS, "dubai", "2 bed", 2),
    (ROOMS, "berlin", "3 Zimmer", 3),
    (ROOMS, "berlin", "2,5 Zimmer", 2.5),
    (ROOMS, "berlin", "3-Zimmer-Wohnung", 3),
    (ROOMS, "berlin", "Dreizimmerwohnung", 3),
    (ROOMS, "berlin", "zwei bis drei", (2, 3)),
    (ROOMS, "berlin", "2-3 Zimmer", (2, 3)),
    (ROOMS, "berlin", "mindestens 3", 3),
    (ROOMS, "berlin", "mehr als 2", 3),
    (ROOMS, "berlin", "drei", 3),
    (ROOMS, "berlin", "zweieinhalb", 2.5),
    (ROOMS, "berlin", "1", 1),
    (ROOMS, "berlin", "Studio", 1),
    (ROOMS, "berlin", "egal", REFUSED),
    (ROOMS, "berlin", "weiß nicht", REFUSED),
    (BEDS, "madrid", "un dormitorio", 1),
    (BEDS, "madrid", "una", 1),
    (ROOMS, "berlin", "ein Zimmer", 1),
    (ROOMS, "berlin", "2 1/2", 2.5),
    (PEOPLE, "austin", "me and 2 others", 3),
    (PEOPLE, "austin", "me plus 2", 3),
    (PEOPLE, "austin", "8 of us", 8),
    (STARS, "austin", "★★★★", 4),
    (STARS, "austin", "⭐⭐⭐⭐⭐", 5),
    (PEOPLE, "austin", "12", 12),
    (PEOPLE, "austin", "just me", 1),
    (PEOPLE, "austin", "Just me for now", 1),
    (PEOPLE, "austin", "20+", 20),
    (PEOPLE, "austin", "about 50 people", 50),
    (PEOPLE, "austin", "team of 12", 12),
    (PEOPLE, "austin", "a dozen", 12),
    (PEOPLE, "austin", "two hundred", 200),
    (PEOPLE, "austin", "1,200", 1200),
    (PEOPLE, "austin", "2k", 2000),
    (PEOPLE, "austin", "10-15", (10, 15)),
    (PEOPLE, "austin", "me and my business partner", 2),
    (PEOPLE, "austin", "both of us", 2),
    (PEOPLE, "austin", "around 30ish", 30),
    (PEOPLE, "austin", "over 10 people", 10),
    (PEOPLE, "austin", "512-555-0142", NONE),
    (PEOPLE, "austin", "512-555-1142", NONE),
    (PEOPLE, "austin", "not sure", REFUSED),
    (PEOPLE, "austin", "-1", NONE),
    (PEOPLE, "austin", "a few", NONE),
    (PEOPLE, "austin", "2.5", NONE),
    (PEOPLE, "madrid", "solo yo", 1),
    (PEOPLE, "madrid", "somos quince", 15),
    (PEOPLE, "berlin", "nur ich", 1),
    (PEOPLE, "berlin", "fünfundzwanzig Mitarbeiter", 25),
    (PEOPLE, "berlin", "1.200", 1200),
    (PEOPLE, "dubai", "أنا فقط", 1),
    (PEOPLE, "dubai", "٢٥ موظف", 25),
    (PIECES, "austin", "200", 200),
    (PIECES, "austin", "200 pcs", 200),
    (PIECES, "austin", "50-100", (50, 100)),
    (PIECES, "austin", "just for me", 1),
    (PIECES, "austin", "1,000 bottles", 1000),
    (PIECES, "austin", "2 dozen", 24),
    (PIECES, "austin", "a hundred", 100),
    (STARS, "austin", "5", 5),
    (STARS, "austin", "4 stars", 4),
    (STARS, "austin", "4/5", 4),
    (STARS, "austin", "4 out of 5", 4),
    (STARS, "austin", "five", 5),
    (STARS, "austin", "4.5", 4.5),
    (STARS, "austin", "3-4", (3, 4)),
    (STARS, "austin", "0", NONE),
    (STARS, "austin", "10", NONE),
    (STARS, "austin", "8/10", NONE),
    (DEALS, "austin", "3", 3),
    (DEALS, "austin", "first one", 0),
    (DEALS, "austin", "this is my first", 0),
    (DEALS, "austin", "none yet", 0),
    (DEALS, "austin", "zero", 0),
    (DEALS, "austin", "none", 0),
    (DEALS, "austin", "this would be my third one", 2),
    (DEALS, "austin", "4 so far", 4),
    (DEALS, "austin", "about a dozen", 12),
    (DEALS, "austin", "20+", 20),
    (DEALS, "austin", "a couple", 2),
    (DEALS, "austin", "bought 4 houses", 4),
    (DEALS, "madrid", "ninguna todavía", 0),
    (DEALS, "madrid", "sería la primera", 0),
    (DEALS, "madrid", "tres pisos", 3),
    (DEALS, "berlin", "noch keine", 0),
    (DEALS, "berlin", "das erste", 0),
    (DEALS, "dubai", "أول مرة", 0),
    (DEALS, "dubai", "شقتين", NONE),
    (BARE, "austin", "42", 42),
    (BARE, "austin", "3br", 3),
    (BARE, "austin", "2 bhk", 2),
    (BARE, "austin", "studio", 0),
    (BARE, "austin", "just me", 1),
    (BARE, "austin", "20+", 20),
    (BARE, "austin", "first one", 0),
    (BARE, "austin", "none yet", 0),
    (BARE, "austin", "5 people", 5),
    (BARE, "dubai", "غرفة وصالة", 1),
    (BARE, "berlin", "2,5 Zimmer", 2.5),
    (BARE, "madrid", "dos o tres", (2, 3)),
    (BARE, "austin", "forty-two", 42),
    (BARE, "austin", "9007199254740993", NONE),
]


@pytest.mark.parametrize(("slot", "market", "text", "expected"), CASES)
def test_a_number_is_read(slot: Slot, market: str, text: str, expected: Any) -> None:
    assert outcome(text, slot, market) == expected


IN_PASSING: list[tuple[Slot, str, str, Any]] = [
    (BEDS, "austin", "im looking 4 a 3 bed in round rok", 3),
    (BEDS, "austin", "2 bed round rock under 1800 need it by april 1", 2),
    (BEDS, "austin", "hi, 3br in mueller under 450k", 3),
    (BEDS, "austin", "4 bedroom house with pool, 2 baths", 4),
    (BEDS, "austin", "studio downtown max 1500", 0),
    (BEDS, "austin", "two bedrooms near the train", 2),
    (BEDS, "madrid", "busco piso de 3 habitaciones en Retiro", 3),
    (BEDS, "cdmx", "depa de dos recámaras en la Roma", 2),
    (BEDS, "dubai", "ابي شقة غرفة وصالة في المارينا", 1),
    (BEDS, "dubai", "شقة غرفتين في JVC", 2),
    (BEDS, "mumbai", "2 bhk in powai within 1.5 cr", 2),
    (ROOMS, "berlin", "suche 3-Zimmer-Wohnung in Pankow bis 450.000", 3),
    (PEOPLE, "austin", "we are a team of 12 people", 12),
]


@pytest.mark.parametrize(("slot", "market", "text", "expected"), IN_PASSING)
def test_a_number_said_in_passing_is_heard(
    slot: Slot, market: str, text: str, expected: Any
) -> None:
    found = number.find(text, slot, around(market))
    assert [reading.value for reading in found] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "looking 4 a house",
        "want 2 buy",
        "4417 Shady Ln",
        "512-555-0142",
        "budget 400k",
        "in 3 months",
        "2 baths",
        "2 kids and 1 dog",
        "by april 1",
        "just me",
        "20 min to downtown",
    ],
)
def test_other_numbers_are_no_bedrooms(text: str) -> None:
    assert number.find(text, BEDS, around()) == []


@given(
    mess("3 4 bed br + - or two studio zwei غرف zimmer 2,5 k $ / bath a just me"),
    st.sampled_from([BEDS, ROOMS, PEOPLE, STARS, DEALS, PIECES, BARE]),
    st.sampled_from(["austin", "berlin", "dubai"]),
)
def test_any_text_is_read_without_an_error_and_the_same_twice(
    text: str, slot: Slot, market: str
) -> None:
    place = around(market)
    first = number.read(text, slot, place)
    assert first == number.read(text, slot, place)
    for reading in [first, *number.find(text, slot, place)]:
        if reading is not None and reading.value is not None:
            json.dumps([reading.value, reading.low, reading.high], allow_nan=False)
            assert isinstance(reading.value, int | float)
            assert 0 <= reading.value < 2**53
