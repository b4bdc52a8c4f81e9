"""One table of areas, market by market: aliases, typing mistakes, postcodes, places elsewhere."""

from __future__ import annotations

import dataclasses
from dataclasses import replace

import pytest

from bot.understanding import area, region
from bot.understanding.types import Slot, Surroundings
from tests.understanding.places import around

SLOT = Slot("area", "area", "area")
AREAS = {
    "austin": {
        "Austin": ("atx", "austn"), "Round Rock": ("roundrock", "round rok"), "Cedar Park": (),
        "Pflugerville": ("pfluger", "pville"), "Mueller": (), "Zilker": (), "Georgetown": (), "Lakeway": (),
        "East Austin": ("eastside",), "South Austin": ("78704", "south lamar"), "Domain": ("the domain",),
    },
    "leeds": {"Leeds": (), "Headingley": (), "Horsforth": (), "Roundhay": (), "Chapel Allerton": ()},
    "madrid": {
        "Madrid": (), "Chamberí": ("chamberi",), "Retiro": (), "Tetuán": ("tetuan",), "Carabanchel": (),
        "Las Rozas": (),
    },
    "cdmx": {
        "Roma Norte": ("la roma",), "Del Valle": (), "Coyoacán": ("coyoacan",), "Condesa": (), "Narvarte": (),
    },
    "berlin": {
        "Berlin": (), "Pankow": (), "Kreuzberg": ("xberg",), "Neukölln": ("neukoelln",), "Charlottenburg": (),
        "Prenzlauer Berg": ("prenzlberg",),
    },
    "dubai": {
        "Dubai Marina": ("دبي مارينا", "المارينا", "marina"),
        "JVC": ("قرية جميرا الدائرية", "jumeirah village circle"),
        "Downtown Dubai": ("داون تاون", "وسط المدينة"), "Business Bay": ("بزنس باي",),
        "Dubai Hills": ("دبي هيلز",),
    },
    "mumbai": {"Andheri West": ("andheri w",), "Powai": (), "Goregaon": (), "Borivali": ()},
}  # fmt: skip


def place(market: str) -> Surroundings:
    return replace(around(market), areas=AREAS[market])


COVERED = {
    "austin": {
        "austin": "Austin",
        "atx": "Austin",
        "AUSTIN TX": "Austin",
        "hi im looking 4 a 3 bed in round rok": "Round Rock",
        "roundrock": "Round Rock",
        "rond rock": "Round Rock",
        "Round Rock, TX": "Round Rock",
        "pflugerville": "Pflugerville",
        "pflugervile": "Pflugerville",
        "pville": "Pflugerville",
        "around pflugervile or maybe georgetown": "Pflugerville",
        "georgtown or round rock": "Georgetown",
        "i live in georgtown or so, looking in cedar park": "Cedar Park",
        "busco casa en Georgetown": "Georgetown",
        "2 bed round rock under 1800 need it by april 1": "Round Rock",
        "78704": "South Austin",
        "78660 please": "Pflugerville",
        "78701": "Austin",
        "anywhere in Austin": "Austin",
        "flexible": "Austin",
        "anywhere": "Austin",
        "the domain": "Domain",
        "east austin or mueller": "East Austin",
        "Austin, around Mueller": "Mueller",
        "Mueller in Austin": "Mueller",
        "Austin or Round Rock": "Austin",
        "Round Rock or Georgetown": "Round Rock",
        "round rock, maybe cedar park": "Round Rock",
        "not austin, cedar park": "Cedar Park",
        "moving from Dallas to Austin": "Austin",
        "austen": "Austin",
        "cedarpark": "Cedar Park",
        "cedar prak": "Cedar Park",
        "LAKEWAY": "Lakeway",
        "zilkr": "Zilker",
        "georgtown": "Georgetown",
        "close to south lamar": "South Austin",
    },
    "leeds": {
        "headingly": "Headingley",
        "LS6": "Leeds",
        "LS6 2AA": "Leeds",
        "chapel allerton ideally": "Chapel Allerton",
        "leeds city centre": "Leeds",
    },
    "madrid": {
        "chamberi": "Chamberí",
        "Chamberí": "Chamberí",
        "por Madrid, zona Retiro": "Retiro",
        "en cualquier zona": "Madrid",
        "28010": "Chamberí",
        "28055": "Madrid",
        "carabanchel": "Carabanchel",
        "las rosas": "Las Rozas",
        "tetuan": "Tetuán",
    },
    "berlin": {
        "neukoelln": "Neukölln",
        "Neukölln": "Neukölln",
        "neukoln": "Neukölln",
        "Berlin-Kreuzberg": "Kreuzberg",
        "prenzlberg": "Prenzlauer Berg",
        "Prenzlauerberg": "Prenzlauer Berg",
        "10435 Berlin": "Berlin",
        "12047": "Neukölln",
        "irgendwo in Berlin": "Berlin",
        "egal": "Berlin",
    },
    "dubai": {
        "المارينا": "Dubai Marina",
        "دبي مارينا": "Dubai Marina",
        "في المارينا": "Dubai Marina",
        "JVC": "JVC",
        "في داون تاون": "Downtown Dubai",
        "بدبي هيلز": "Dubai Hills",
        "دبي": "Dubai",
        "marina please": "Dubai Marina",
        "أبي شقة في بزنس باي": "Business Bay",
    },
    "cdmx": {
        "la roma": "Roma Norte",
        "Coyoacan": "Coyoacán",
        "en la condesa": "Condesa",
        "narvarte o del valle": "Narvarte",
        "CDMX": "Ciudad de México",
    },
    "mumbai": {
        "andheri w": "Andheri West",
        "powai": "Powai",
        "400076": "Powai",
        "borivli": "Borivali",
        "Mumbai": "Mumbai",
    },
}
COVERED_ROWS = [(m, text, value) for m, rows in COVERED.items() for text, value in rows.items()]


@pytest.mark.parametrize(("market", "text", "value"), COVERED_ROWS)
def test_an_area_is_named_as_the_office_does(market: str, text: str, value: str) -> None:
    reading = area.read(text, SLOT, place(market))
    assert reading is not None
    assert (reading.value, reading.extra.get("covered")) == (value, True)


@pytest.mark.parametrize(
    ("market", "text", "value"),
    [
        ("austin", "Dallas", "Dallas"),
        ("austin", "in Houston", "Houston"),
        ("austin", "houston", "Houston"),
        ("austin", "San Antonio, TX", "San Antonio"),
        ("austin", "san antonio", "San Antonio"),
        ("austin", "Hutto TX", "Hutto"),
        ("austin", "hutto", "Hutto"),
        ("austin", "somewhere in Florida", "Florida"),
        ("austin", "90210", "90210"),
        ("leeds", "York", "York"),
        ("leeds", "Manchester", "Manchester"),
        ("leeds", "M1 1AE", "M11AE"),
        ("madrid", "Barcelona", "Barcelona"),
        ("madrid", "en Málaga", "Málaga"),
        ("madrid", "malaga", "Málaga"),
        ("berlin", "in München", "München"),
        ("berlin", "Potsdam", "Potsdam"),
        ("berlin", "muenchen", "München"),
        ("dubai", "أبوظبي", "Abu Dhabi"),
        ("dubai", "الشارقة", "Sharjah"),
        ("dubai", "sharjah", "Sharjah"),
        ("cdmx", "Guadalajara", "Guadalajara"),
        ("cdmx", "queretaro", "Querétaro"),
        ("mumbai", "Pune", "Pune"),
    ],
)
def test_a_known_place_elsewhere_is_not_covered(market: str, text: str, value: str) -> None:
    reading = area.read(text, dataclasses.replace(SLOT, referral=True), place(market))
    assert reading is not None
    assert (reading.value, reading.extra.get("covered")) == (value, False)


def test_a_place_elsewhere_that_ends_nothing_is_kept_as_typed() -> None:
    reading = area.read("الشارقة", SLOT, place("dubai"))
    assert reading is not None
    assert (reading.value, reading.extra.get("covered")) == ("الشارقة", False)


@pytest.mark.parametrize(
    "text",
    ["3 beds", "hello", "what do you mean?", "somewhere safe", "yes", "450k", "cash", "asdf", "why?",
     "i want a pool", "call me", "Cash", "Saturday", "Yes", "English", "beautiful", "UT?", "curious what zillow says lol", "", "🏠"],
)  # fmt: skip
def test_what_is_no_place_is_no_answer(text: str) -> None:
    assert area.read(text, SLOT, place("austin")) is None


@pytest.mark.parametrize(
    "text", ["not sure", "no idea", "skip", "ni idea", "weiß nicht", "ما أدري"]
)
def test_not_knowing_the_area_declines(text: str) -> None:
    reading = area.read(text, SLOT, place("austin"))
    assert reading is not None
    assert reading.refused


@pytest.mark.parametrize(
    ("market", "text", "value", "covered"),
    [
        ("berlin", "Steglitz", "Steglitz", True),
        ("berlin", "in Mitte", "Mitte", True),
        ("austin", "downtown", "Austin", True),
        ("dubai", "downtown", "Downtown Dubai", True),
        ("austin", "N Austin", "North Austin", True),
        ("madrid", "el centro", "Centro", True),
        ("dubai", "Palm Jumeirah", "Palm Jumeirah", False),
        ("dubai", "ديرة", "Deira", False),
        ("cdmx", "Polanco", "Polanco", False),
        ("mumbai", "bandra", "Bandra", False),
    ],
)
def test_a_part_of_the_city_is_covered_where_the_city_is(
    market: str, text: str, value: str, covered: bool
) -> None:
    reading = area.read(text, SLOT, place(market))
    assert reading is not None
    assert (reading.value, reading.extra["covered"]) == (value, covered)


@pytest.mark.parametrize(
    ("market", "text", "value"),
    [
        ("cdmx", "Roma", "Roma Norte"),
        ("mumbai", "andheri", "Andheri West"),
        ("leeds", "allerton", "Chapel Allerton"),
    ],
)
def test_one_telling_word_of_a_listed_name_is_enough_and_said_back(
    market: str, text: str, value: str
) -> None:
    reading = area.read(text, SLOT, place(market))
    assert reading is not None
    assert (reading.value, reading.sure) == (value, False)


def test_an_unknown_name_written_as_a_place_is_kept_and_said_back() -> None:
    reading = area.read("Rosewood Heights", SLOT, place("austin"))
    assert reading is not None
    assert (reading.value, reading.sure, reading.extra["covered"]) == (
        "Rosewood Heights",
        False,
        True,
    )


@pytest.mark.parametrize(
    ("market", "text", "found"),
    [
        ("austin", "I'm relocating from Dallas, looking for a home", []),
        ("austin", "looking for a house in Dallas", [("Dallas", False)]),
        ("austin", "i want 3 beds in pflugervile", [("Pflugerville", True)]),
        ("austin", "im currently in Houston", []),
        ("austin", "my name is Austin Powers", []),
        ("austin", "I live in Austin and want to move to Georgetown", [("Georgetown", True)]),
        ("austin", "3 bed under 400k", []),
        ("berlin", "ich wohne in Hamburg", []),
        ("berlin", "suche 2 Zimmer in Pankow", [("Pankow", True)]),
        ("madrid", "busco piso en Chamberí", [("Chamberí", True)]),
        ("madrid", "vivo en Barcelona", []),
        ("dubai", "أبحث عن شقة في المارينا", [("Dubai Marina", True)]),
    ],
)
def test_in_running_text_only_where_somebody_is_looking_counts(
    market: str, text: str, found: list[tuple[str, bool]]
) -> None:
    readings = area.find(text, SLOT, place(market))
    assert [(reading.value, reading.extra["covered"]) for reading in readings] == found


STATE = Slot("state", "state", "region")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Hawaii", "HI"), ("hawai", "HI"), ("hi", "HI"), ("tx", "TX"), ("TX", "TX"), ("Texas", "TX"),
        ("texass", "TX"), ("tejas", "TX"), ("in oklahoma", "OK"), ("ok", "OK"), ("california baby", "CA"),
        ("Austin", "TX"), ("new mexico", "NM"), ("the property is in NM", "NM"), ("Oklahoma or texas", "OK"),
        ("West Virginia", "WV"), ("tennesee", "TN"), ("massachusets", "MA"), ("Nueva York", "NY"),
        ("not texas, oklahoma", "OK"), ("Dallas", "TX"), ("Honolulu", "HI"), ("تكساس", "TX"),
        ("Kalifornien", "CA"), ("washington dc", "DC"), ("N. Carolina", "NC"), ("it's in Austin, TX", "TX"),
    ],
)  # fmt: skip
def test_a_state_becomes_its_two_letters(text: str, code: str) -> None:
    reading = region.read(text, STATE, around())
    assert reading is not None
    assert reading.value == code


@pytest.mark.parametrize(
    "text", ["buying", "3", "yes please", "hello there", "Madrid", "why?", ""]
)
def test_what_is_no_state_is_no_answer(text: str) -> None:
    assert region.read(text, STATE, around()) is None


def test_not_knowing_the_state_declines() -> None:
    reading = region.read("not sure yet", STATE, around())
    assert reading is not None
    assert reading.refused


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wir wollen ein Haus in Texas kaufen", ["TX"]),
        ("I live in Florida right now", []),
        ("Georgia", []),
    ],
)
def test_a_state_said_in_passing_is_where_the_home_is(text: str, expected: list[str]) -> None:
    assert [reading.value for reading in region.find(text, STATE, around())] == expected
