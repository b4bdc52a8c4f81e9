"""Numbers that must never be stored are masked; everything else is left alone."""

from __future__ import annotations

import pytest

from bot.understanding import freetext, secrets
from bot.understanding.types import Slot
from tests.understanding.places import around


@pytest.mark.parametrize(
    ("text", "masked", "kinds"),
    [
        ("my ssn is 123-45-6789 ok", "my ssn is ••• ok", ("ssn",)),
        ("123 45 6789", "•••", ("ssn",)),
        ("123.45.6789", "•••", ("ssn",)),
        ("ssn 123456789", "ssn •••", ("ssn",)),
        ("social security number: 123456789", "social security number: •••", ("ssn",)),
        ("4111 1111 1111 1111 visa", "••• visa", ("card",)),
        ("card 4111111111111111", "card •••", ("card",)),
        ("amex 3782 822463 10005", "amex •••", ("card",)),
        ("4111-1111-1111-1111 exp 12/27", "••• exp 12/27", ("card",)),
        ("DE89 3704 0044 0532 0130 00", "•••", ("iban",)),
        ("iban de89370400440532013000 bitte", "iban ••• bitte", ("iban",)),
        ("ES91 2100 0418 4502 0005 1332", "•••", ("iban",)),
        ("AE07 0331 2345 6789 0123 456", "•••", ("iban",)),
        ("passport number X1234567", "passport number •••", ("passport",)),
        ("my passport is 123456789", "my passport is •••", ("passport",)),
        ("mi pasaporte es AAB123456", "mi pasaporte es •••", ("passport",)),
        ("Reisepass C01X00T47", "Reisepass •••", ("passport",)),
        ("dni 12345678Z", "dni •••", ("passport",)),
        ("رقم الجواز A1234567", "رقم الجواز •••", ("passport",)),
        ("cvv 123", "cvv •••", ("card",)),
        ("١٢٣-٤٥-٦٧٨٩", "•••", ("ssn",)),
        ("123-45-6789 and 4111 1111 1111 1111", "••• and •••", ("ssn", "card")),
        ("123–45–6789", "•••", ("ssn",)),
        ("123_45_6789", "•••", ("ssn",)),
        ("123-45 6789", "•••", ("ssn",)),
        ("123 - 45 - 6789", "•••", ("ssn",)),
        ("ssn 1 2 3 4 5 6 7 8 9", "ssn •••", ("ssn",)),
        ("1 2 3 4 5 6 7 8 9 is my ssn", "••• is my ssn", ("ssn",)),
        ("4111111111111111 12/27", "••• 12/27", ("card",)),
        ("4111 1111 1111 1111 123", "••• 123", ("card",)),
        ("512-555-0143 4111 1111 1111 1111", "512-555-0143 •••", ("card",)),
        ("4111.1111.1111.1111", "•••", ("card",)),
        ("4111/1111/1111/1111", "•••", ("card",)),
        ("12345678Z", "•••", ("passport",)),
        ("dni 12.345.678-Z", "dni •••", ("passport",)),
        ("X-1234567-L", "•••", ("passport",)),
        ("GARC850101HDFRRL09", "•••", ("passport",)),
        ("784-1990-1234567-1", "•••", ("passport",)),
        ("ABCPE1234F", "•••", ("passport",)),
        ("PAN ABCDE1234F", "PAN •••", ("passport",)),
        ("AB 12 34 56 C", "•••", ("passport",)),
        ("NI number QQ123456C", "NI number •••", ("passport",)),
        ("driver's license 12345678", "driver's license •••", ("passport",)),
        ("１２３-４５-６７８９", "•••", ("ssn",)),
    ],
)
def test_a_secret_is_masked(text: str, masked: str, kinds: tuple[str, ...]) -> None:
    assert secrets.mask(text) == (masked, kinds)


@pytest.mark.parametrize(
    "text",
    [
        "512-555-0143",
        "512 555 0143 or 512 555 0188",
        "unit 12345678A",
        "612 34 56 78",
        "400,000-450,000",
        "+1 512 555 0143",
        "+4915112345678",
        "00971501234567",
        "my number is 512 555 0143",
        "450000 to 500000",
        "1808 Juniper Hill Dr, Round Rock, TX 78664",
        "2026-03-14 11:00",
        "passport to happiness",
        "the card is fine",
        "MLS1234567",
        "my budget is 1234567890123",
        "0000 0000 0000 0000",
        "000-12-3456",
        "98200 12345",
        "we have 1200 users and 45 agents",
        "",
    ],
)
def test_other_numbers_stay_as_they_are(text: str) -> None:
    assert secrets.mask(text) == (text, ())


def test_masking_twice_changes_nothing() -> None:
    once, _ = secrets.mask("my ssn is 123-45-6789, card 4111 1111 1111 1111")
    assert secrets.mask(once) == (once, ())


NEED = Slot("need", "need", "text")
IMPACT = Slot("impact", "impact", "text", optional=True)


@pytest.mark.parametrize(
    "text",
    [
        "water bottles w our logo",
        "Our follow-up is too slow: we lose a third of our leads!",
        "{{7*7}}",
        "<b>bold</b> & 'quotes'",
        "Acme, Inc.",
        "no idea how to reply to customers at night",
        "nichts geht mehr im Kundenservice",
        "خدمة العملاء بطيئة",
        "no se responde a tiempo a los clientes",
        "😀",
    ],
)
def test_free_text_is_kept_word_for_word(text: str) -> None:
    reading = freetext.read(text, NEED, around())
    assert reading is not None
    assert reading.value == text


def test_free_text_is_kept_without_its_secrets() -> None:
    reading = freetext.read("we store 4111 1111 1111 1111 in excel", NEED, around())
    assert reading is not None
    assert reading.value == "we store ••• in excel"


@pytest.mark.parametrize(
    "text", ["skip", "no idea", "rather not say", "not sure", "keine Ahnung", "ni idea", "تخطي"]
)
def test_a_short_refusal_is_no_text(text: str) -> None:
    reading = freetext.read(text, NEED, around())
    assert reading is not None
    assert reading.refused


def test_a_bare_no_declines_an_optional_text_only() -> None:
    optional, needed = freetext.read("no", IMPACT, around()), freetext.read("no", NEED, around())
    assert optional is not None
    assert optional.refused
    assert needed is not None
    assert needed.value == "no"


def test_nothing_visible_is_no_answer() -> None:
    assert freetext.read(" \u200b\n", NEED, around()) is None
