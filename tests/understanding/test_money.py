"""Money as people type it: one table per flow and market, and the laws that hold for any text."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding import money
from bot.understanding.types import Slot
from tests.understanding.mess import mess
from tests.understanding.money_in_austin import ENGLISH_SALE
from tests.understanding.money_in_dirhams_and_rupees import IN_OTHER_MARKETS
from tests.understanding.money_in_german import IN_GERMAN
from tests.understanding.money_in_spanish import IN_SPANISH
from tests.understanding.places import around
from tests.understanding.rents_in_austin import ENGLISH_RENT
from tests.understanding.slots_of_money import ASK, NONE, PLAIN, REFUSED, RENT, SALE


def outcome(text: str, slot: Slot, market: str, lang: str = "") -> Any:
    """A value, a (low, high), "ask", "refused", or None: what the table holds."""
    reading = money.read(text, slot, around(market, lang=lang))
    if reading is None:
        return None
    if reading.refused:
        return REFUSED
    if reading.value is None:
        assert reading.ask
        return ASK
    if reading.low is not None and reading.high is not None:
        assert reading.value == reading.high
        return (reading.low, reading.high)
    return (reading.low, "+") if reading.low is not None else reading.value


@pytest.mark.parametrize(("text", "expected"), ENGLISH_SALE)
def test_a_price_range_in_austin(text: str, expected: Any) -> None:
    assert outcome(text, SALE, "austin") == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH_RENT)
def test_a_monthly_rent_in_austin(text: str, expected: Any) -> None:
    assert outcome(text, RENT, "austin") == expected


@pytest.mark.parametrize(
    ("market", "slot", "text", "expected"), [*IN_SPANISH, *IN_GERMAN, *IN_OTHER_MARKETS]
)
def test_money_in_the_other_markets(market: str, slot: Slot, text: str, expected: Any) -> None:
    assert outcome(text, slot, market) == expected


UNSCALED: list[tuple[str, Any]] = [
    ("$10", 10),
    ("$ 10", 10),
    ("10$", 10),
    ("ten dollars", 10),
    ("a dollar", 1),
    ("one dollar", 1),
    ("$1", 1),
    ("five", 5),
    ("about 5", 5),
    ("7.2", 7.2),
    ("7.20000", 7.2),
    ("$10K", 10000),
    ("10k$", 10000),
    ("$10,000", 10000),
    ("USD3.14", 3.14),
    ("3.14US$", 3.14),
    ("US$ 3.14", 3.14),
    ("20€", 20),
    ("EUR 20.0", 20),
    ("£10", 10),
    ("Rs. 20", 20),
    ("20Rs", 20),
    ("Rs20", 20),
    ("20 Rupees 43", 20.43),
    ("$20 and 43c", 20.43),
    ("$20 43", 20.43),
    ("20 dollars 43 cents", 20.43),
    ("twenty dollar 43 cents", 20.43),
    ("thirteen dollars and forty-five cents", 13.45),
    ("thirteen dollars forty five", 13.45),
    ("3 GBP 1 pence", 3.01),
    ("42 bucks", 42),
    ("a hundred bucks", 100),
    ("exactly 42 bucks", 42),
    ("42 kuwaiti Dinar", 42),
    ("RM42", 42),
    ("ringgit 42", 42),
    ("between 10 and 20 dollars", (10, 20)),
    ("from 10 dollars to 20 dollars", (10, 20)),
    ("about $10-$20", (10, 20)),
    ("between 1.1 and 1.3 dollars", (1.1, 1.3)),
    ("from 1 point 1 and one point three dollars", (1.1, 1.3)),
    ("under seven euros", 7),
    ("lower than 7€", 7),
    ("at least $1.42", (1.42, "+")),
    ("above a dollar and 42 cents", (1.42, "+")),
    ("a grand", 1000),
    ("10 grand", 10000),
    ("$1.2 billion", 1200000000),
    ("$ 75 million", 75000000),
    ("2.5 million euros", 2500000),
    ("€10m", 10000000),
    ("twenty-five thousand dollars", 25000),
    ("$2 1/2 million", 2500000),
    ("$3.50", 3.5),
    ("US$ 2,000", 2000),
    ("c $ 16.4 million", 16400000),
    ("hk $ 10.05 billion", 10050000000),
    ("won a $48.2 million army contract", 48200000),
    ("in 1988 sales of about $ 14 million", 14000000),
    ("sales grew about 18 % to $ 1.17 billion a year earlier", 1170000000),
    ("Hey, the cost is $4.25 and 32 is the quantity!", 4.25),
    ("I want to loan $10000 over 3 years", 10000),
    ("10 cents", NONE),
    ("exactly dollars", NONE),
    ("grand", NONE),
    ("1.200", ASK),
    ("50 dollar 40 rmb", ASK),
    ("$300 mil", ASK),
    ("$1.2 mil", 1200000),
    ("-5", NONE),
    ("0", 0),
]


@pytest.mark.parametrize(("text", "expected"), UNSCALED)
def test_without_a_unit_nothing_is_scaled(text: str, expected: Any) -> None:
    assert outcome(text, PLAIN, "austin") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("500", 500),
        ("1.200 €", 1200),
        ("€1.200,50", 1200.5),
        ("100-200k", (100000, 200000)),
        ("zwölf Euro fünfzig", 12.5),
    ],
)
def test_without_a_unit_german_separators_hold_in_berlin(text: str, expected: Any) -> None:
    assert outcome(text, PLAIN, "berlin") == expected


@pytest.mark.parametrize(
    ("market", "text", "extra"),
    [
        ("leeds", "£220 pw", {"budget_period": "week"}),
        ("leeds", "£950 pcm", {}),
        ("austin", "90k a year", {"budget_period": "year"}),
        ("austin", "24k p.a.", {"budget_period": "year"}),
        ("madrid", "15.000 al año", {"budget_period": "year"}),
        ("madrid", "300 a la semana", {"budget_period": "week"}),
        ("berlin", "1.200 warm", {"rent_type": "warm"}),
        ("berlin", "900 € Kaltmiete", {"rent_type": "cold"}),
        ("berlin", "900 zzgl. NK", {"rent_type": "cold"}),
        ("berlin", "14.000 im Jahr, warm", {"budget_period": "year", "rent_type": "warm"}),
        ("dubai", "80 ألف سنوي", {"budget_period": "year"}),
        ("dubai", "80 ألف", {"budget_period": "year"}),
        ("dubai", "ميزانيتي السنوية 80 ألف", {"budget_period": "year"}),
        ("dubai", "6000 شهريا", {}),
        ("dubai", "6000", {}),
    ],
)
def test_a_rent_says_its_period_when_it_is_not_the_month(
    market: str, text: str, extra: dict[str, str]
) -> None:
    reading = money.read(text, RENT, around(market))
    assert reading is not None
    assert dict(reading.extra) == extra


@pytest.mark.parametrize(
    ("market", "text", "currency"),
    [("austin", "€400k", "EUR"), ("dubai", "500k usd", "USD"), ("leeds", "$300k", "USD")],
)
def test_another_currency_is_said_back(market: str, text: str, currency: str | None) -> None:
    reading = money.read(text, SALE, around(market))
    assert reading is not None
    assert (reading.ask_with.get("said") if reading.ask else None) == currency


VOLUNTEERED: list[tuple[Slot, str, str, Any]] = [
    (SALE, "austin", "3 bed in round rock under 400k", 400000),
    (SALE, "austin", "looking in mueller, budget 450", 450000),
    (SALE, "austin", "looking for 3br 400-450k asap", (400000, 450000)),
    (SALE, "austin", "actually wait my wife says we can go to 425", 425000),
    (SALE, "austin", "actually make it 500", 500000),
    (SALE, "austin", "we can stretch to 475k", 475000),
    (SALE, "austin", "my budget went up to 1.2m", 1200000),
    (SALE, "austin", "up to $650,000, cash", 650000),
    (SALE, "austin", "around $400k, 3 bed 2 bath", 400000),
    (SALE, "madrid", "busco piso en Chamberí, hasta 400 mil", 400000),
    (SALE, "madrid", "3 habitaciones, unos 300.000 €", 300000),
    (SALE, "berlin", "3 Zimmer in Pankow, bis 450.000", 450000),
    (SALE, "dubai", "ابي شقة في المارينا بمليون ونص", 1500000),
    (SALE, "mumbai", "2 bhk in powai within 1.5 cr", 15000000),
    (RENT, "austin", "2 bed round rock under 1800 need it by april 1", 1800),
    (RENT, "austin", "Keisha. and i can go to 1900 if theres parking", 1900),
    (RENT, "austin", "studio downtown max 1500 a month", 1500),
    (RENT, "berlin", "2 Zimmer, 900 Euro warm, ab Juni", 900),
    (RENT, "dubai", "غرفة وصالة في المارينا 80 ألف سنوي", 80000),
    (RENT, "leeds", "2 bed in headingley, £950 pcm", 950),
]
NOT_VOLUNTEERED: list[tuple[Slot, str, str]] = [
    (SALE, "austin", "would they take 430"),
    (SALE, "austin", "would they take 430k?"),
    (SALE, "austin", "is the asking price 465k?"),
    (SALE, "austin", "i'd offer 450k"),
    (SALE, "austin", "how much is it, 465k?"),
    (SALE, "austin", "we make 120k a year"),
    (SALE, "austin", "i have 80k for the down payment"),
    (SALE, "austin", "512-555-0142"),
    (SALE, "austin", "call me at (512) 555 0127"),
    (SALE, "austin", "4417 Shady Ln"),
    (SALE, "austin", "1808 Juniper Hill Dr, Round Rock"),
    (SALE, "austin", "78704"),
    (SALE, "austin", "3 bed"),
    (SALE, "austin", "im looking 4 a 3 bed in round rok"),
    (SALE, "austin", "in 2027"),
    (SALE, "austin", "by march 14 2026"),
    (SALE, "austin", "20%"),
    (SALE, "austin", "saturday at 11"),
    (SALE, "austin", "we are 5 people"),
    (SALE, "austin", "within 3 months"),
    (SALE, "austin", "up to 6 months"),
    (SALE, "austin", "the HOA is 300 a month"),
    (SALE, "austin", "1"),
    (SALE, "austin", "lease is up end of april so before then"),
    (SALE, "madrid", "¿aceptarían 350.000?"),
    (SALE, "madrid", "tengo 60 mil de entrada"),
    (SALE, "berlin", "würden die 350.000 akzeptieren, mein Angebot"),
    (SALE, "berlin", "Hauptstraße 12"),
    (RENT, "austin", "12 mo fine"),
    (RENT, "austin", "12 month lease"),
    (RENT, "austin", "i earn 5k a month"),
    (RENT, "austin", "is there a $50 application fee"),
    (RENT, "austin", "2 dogs"),
    (RENT, "austin", "today after 6?"),
    (RENT, "dubai", "4 cheques"),
]


@pytest.mark.parametrize(("slot", "market", "text", "expected"), VOLUNTEERED)
def test_a_budget_said_in_passing_is_heard(
    slot: Slot, market: str, text: str, expected: Any
) -> None:
    found = money.find(text, slot, around(market))
    assert [(it.low, it.high) if it.high is not None else it.value for it in found] == [expected]
    start, end = found[0].span
    assert 0 <= start < end <= len(text)


@pytest.mark.parametrize(("slot", "market", "text"), NOT_VOLUNTEERED)
def test_other_figures_are_no_budget(slot: Slot, market: str, text: str) -> None:
    assert money.find(text, slot, around(market)) == []


def test_the_span_is_the_part_that_was_used() -> None:
    reading = money.find("3 bed in round rock under 400k please", SALE, around())[0]
    start, end = reading.span
    assert "3 bed in round rock under 400k please"[start:end] == "under 400k"


def test_a_doubtful_reading_is_marked_to_be_said_back() -> None:
    sure = {
        text: money.read(text, SALE, around())
        for text in ("450k", "1.2", "40", "a couple million")
    }
    assert {text: it and it.sure for text, it in sure.items()} == {
        "450k": True,
        "1.2": False,
        "40": False,
        "a couple million": False,
    }


@pytest.mark.parametrize(
    ("text", "sure"), [("900 each", False), ("900 per person", False), ("1800", True)]
)
def test_a_rent_for_each_of_them_is_said_back(text: str, sure: bool) -> None:
    reading = money.read(text, RENT, around())
    assert reading is not None
    assert reading.sure is sure


MESS = mess(
    "5 500 1.2 1,250 1.200,50 400-450 k m mil cr lakh million half a hundred - – / to bis a "
    "hasta $ € max min not sure per month 3 bed % + = ; ½ ² ٥٠٠ ألف مليون و نص zwei tausend "
    "quinientos medio"
)


@given(
    MESS,
    st.sampled_from([SALE, RENT, PLAIN]),
    st.sampled_from(["austin", "berlin", "dubai", "mumbai"]),
)
def test_any_text_is_read_without_an_error_and_the_same_twice(
    text: str, slot: Slot, market: str
) -> None:
    place = around(market)
    first, again = money.read(text, slot, place), money.read(text, slot, place)
    assert first == again
    for reading in [first, *money.find(text, slot, place)]:
        if reading is None:
            continue
        json.dumps(
            [reading.value, reading.low, reading.high, dict(reading.extra)], allow_nan=False
        )
        if reading.value is not None:
            assert isinstance(reading.value, int | float)
            assert 0 <= reading.value < 2**53
            assert reading.low is None or reading.low <= reading.value


@pytest.mark.parametrize(
    ("market", "text", "expected"),
    [
        ("cdmx", "2.5 mdp, bueno no, pon 2 millones 800", 2_800_000),
        ("madrid", "perdona, he dicho 420 y el tope son 410", 410_000),
        ("berlin", "1,2 Mio.", 1_200_000),
    ],
)
def test_the_figure_said_last_counts(market: str, text: str, expected: int) -> None:
    slot = Slot("budget", "budget_max", "money", unit="sale")
    reading = money.read(text, slot, around(market))
    assert reading is not None
    assert reading.value == expected


def test_not_a_euro_more_is_no_second_figure() -> None:
    slot = Slot("budget", "budget_max", "money", unit="rent")
    reading = money.read("900 con gastos, ni un euro más", slot, around("madrid"))
    assert reading is not None
    assert reading.value == 900
