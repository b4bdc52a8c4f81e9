"""One table of phone numbers as typed, market by market."""

from __future__ import annotations

import pytest

from bot.understanding import phone
from bot.understanding.types import Slot
from tests.understanding.places import around

SLOT = Slot("phone", "phone", "phone", optional=True)

READ = {
    "austin": {
        "my wife's is 512-555-0199, mine is 512-555-0142": "+15125550142",
        "mine is 512-555-0142, my wife's 512-555-0199": "+15125550142",
        "512-555-0142x12": "+15125550142",
        "512-555-0142 ext. 12": "+15125550142",
        "512 555 0188 (cell)": "+15125550188",
        "(512)555-0188": "+15125550188",
        "512 - 555 - 0188": "+15125550188",
        "my cell's 5125550188, work 5125550199": "+15125550188",
        "512/555-0188": "+15125550188",
        "text only: 512-555-0188": "+15125550188",
        "512-555-0188 or dani@x.org": "+15125550188",
        "512-555-0143": "+15125550143",
        "sorry thats 512-555-0142": "+15125550142",
        "(512) 555 0127": "+15125550127",
        "+1 512 555 0122": "+15125550122",
        "5125550143": "+15125550143",
        "512.555.0143": "+15125550143",
        "512.555.0143 ext 5": "+15125550143",
        "1-512-555-0143": "+15125550143",
        "1 (512) 555-0143": "+15125550143",
        "737-555-0141": "+17375550141",
        "my number's 512 555-0143": "+15125550143",
        "its 512 555 0143 thx": "+15125550143",
        "call me at 737 555 0141 or 512 555 0143": "+17375550141",
        "512-555-0143 no wait 512-555-0144": "+15125550144",
        "cell: 512-555-0143, after 6pm": "+15125550143",
        "five one two five five five oh one four three": "+15125550143",
        "five one two 555 0143": "+15125550143",
        "０５１２": None,
        "+44 7911 123456": "+447911123456",
        "0044 7911 123456": "+447911123456",
        "+49 30 23125 000": "+493023125000",
        "0049-30-123456": "+4930123456",
        "+52 55 5555 0123": "+525555550123",
        "+52 1 55 5555 0123": "+525555550123",
        "+34 612 345 678": "+34612345678",
        "00971 50 123 4567": "+971501234567",
        "tel:+15550100": "+15550100",
        "+1555010019\u202e9": "+15550100199",
    },
    "leeds": {
        "044 7911 123456": "+447911123456",
        "+44 (0) 7911 123456": "+447911123456",
        "07700 900123": "+447700900123",
        "07700900123": "+447700900123",
        "+44 7700 900456": "+447700900456",
        "0113 496 0123": "+441134960123",
        "07911 123456": "+447911123456",
        "020 7946 0018": "+442079460018",
    },
    "madrid": {
        "612 345 678": "+34612345678",
        "612345678": "+34612345678",
        "mi móvil es el 612-34-56-78": "+34612345678",
        "91 123 45 67": "+34911234567",
        "+34 600 000 001": "+34600000001",
    },
    "cdmx": {
        "044 55 1234 5678": "+525512345678",
        "52 55 1234 5678": "+525512345678",
        "55 1234 5678": "+525512345678",
        "5512345678": "+525512345678",
        "+52 55 1234 5678": "+525512345678",
        "mi cel es 55-1234-5678": "+525512345678",
    },
    "berlin": {
        "049 151 12345678": "+4915112345678",
        "0151-12345678": "+4915112345678",
        "0151 12345678": "+4915112345678",
        "0151/12345678": "+4915112345678",
        "030 1234567": "+49301234567",
        "+49 (0)151 12345678": "+4915112345678",
        "15112345678": "+4915112345678",
        "Meine Nummer ist 0176 12345678": "+4917612345678",
    },
    "dubai": {
        "0971 50 123 4567": "+971501234567",
        "050 123 4567": "+971501234567",
        "0501234567": "+971501234567",
        "501234567": "+971501234567",
        "971501234567": "+971501234567",
        "٠٥٠١٢٣٤٥٦٧": "+971501234567",
        "رقمي ٠٥٠ ١٢٣ ٤٥٦٧": "+971501234567",
        "00971501234567": "+971501234567",
        "+966 50 123 4567": "+966501234567",
    },
    "mumbai": {
        "98200 12345": "+919820012345",
        "+91 98200 12345": "+919820012345",
        "098200 12345": "+919820012345",
    },
}
READ_ROWS = [
    (market, text, value) for market, rows in READ.items() for text, value in rows.items() if value
]


@pytest.mark.parametrize(("market", "text", "value"), READ_ROWS)
def test_a_number_is_kept_as_e164(market: str, text: str, value: str) -> None:
    reading = phone.read(text, SLOT, around(market))
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(
    ("market", "text", "code"),
    [
        ("austin", "512 555 014", "phone.short"),
        ("austin", "555-0143", "phone.short"),
        ("austin", "its 51255501", "phone.short"),
        ("austin", "+999999999999999999", "phone.check"),
        ("austin", "9" * 4000, "phone.check"),
        ("madrid", "612 345 67", "phone.short"),
        ("berlin", "0151 123", "phone.short"),
    ],
)
def test_a_short_or_broken_number_is_asked_back(market: str, text: str, code: str) -> None:
    reading = phone.read(text, SLOT, around(market))
    assert reading is not None
    assert (reading.value, reading.ask) == (None, code)
    assert set(reading.ask_with) == {"typed"}


@pytest.mark.parametrize(
    ("market", "text"),
    [
        ("austin", "000-000-0000"),
        ("austin", "123-456-7890"),
        ("austin", "512-555-01422"),
        ("madrid", "000 000 000"),
    ],
)
def test_a_number_with_digits_enough_is_not_called_short(market: str, text: str) -> None:
    assert phone.read(text, SLOT, around(market)) is None


@pytest.mark.parametrize(
    ("text", "preference"),
    [
        ("no", None),
        ("nope", None),
        ("skip", None),
        ("no calls please", None),
        ("rather not", None),
        ("I don't give out my number", None),
        ("no phone", None),
        ("e-mail is better", "email"),
        ("email only please", "email"),
        ("mejor por aquí", None),
        ("no uso", None),
        ("prefiero por correo", "email"),
        ("no me llaméis", None),
        ("lieber per E-Mail", "email"),
        ("kein Telefon bitte", None),
        ("hier im Chat reicht", None),
        ("لا شكرا", None),
        ("بالايميل أفضل", "email"),
        ("بدون اتصال", None),
    ],
)
def test_no_number_is_a_refusal_and_the_wish_is_kept(text: str, preference: str | None) -> None:
    reading = phone.read(text, SLOT, around())
    assert reading is not None
    assert reading.refused
    assert reading.extra.get("contact_pref") == preference


@pytest.mark.parametrize(
    "text", ["+", "12", "=1+1", "Dani", "@dani", "⁺¹²³⁴⁵⁶⁷⁸⁹", "why?", "3 bedrooms", "tomorrow"]
)
def test_what_is_no_number_is_no_answer(text: str) -> None:
    assert phone.read(text, SLOT, around()) is None


@pytest.mark.parametrize(
    ("market", "text"),
    [
        ("austin", "450000 to 500000"),
        ("austin", "between 1500000 and 2000000"),
        ("austin", "ref 2026-03-10 14:05"),
        ("austin", "MLS1234567"),
        ("austin", "$1,250,000"),
        ("berlin", "im Sommer 2027"),
        ("berlin", "Budget 380000 oder 400000"),
        ("berlin", "14.03.2026 oder 15.03.2026"),
        ("berlin", "10435 Berlin, 1200 warm"),
        ("madrid", "380.000 €"),
        ("madrid", "600.000.000"),
        ("dubai", "1500000 الى 2000000"),
        ("mumbai", "12500000"),
    ],
)
def test_other_numbers_in_running_text_are_no_phone(market: str, text: str) -> None:
    assert phone.find(text, SLOT, around(market)) == []


def test_numbers_in_running_text_are_found_with_their_place() -> None:
    text = "2 bed under 1800, call me at 512-555-0143 please"
    (reading,) = phone.find(text, SLOT, around())
    assert text[slice(*reading.span)] == "512-555-0143"


def test_a_spoken_number_is_said_back() -> None:
    reading = phone.read("five one two 555 oh one four three", SLOT, around())
    assert reading is not None
    assert not reading.sure


def test_a_wish_beside_the_number_is_kept() -> None:
    reading = phone.read("512-555-0143 but text only please", SLOT, around())
    assert reading is not None
    assert (reading.value, dict(reading.extra)) == ("+15125550143", {"contact_pref": "text"})


@pytest.mark.parametrize(
    "text",
    ["Nummer gibts erst nach dem Exposé", "nein, erst Unterlagen", "lo doy cuando vea fotos"],
)
def test_not_before_the_papers_is_a_refusal_for_now(text: str) -> None:
    reading = phone.read(text, SLOT, around())
    assert reading is not None
    assert reading.refused
