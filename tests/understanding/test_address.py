"""One table of addresses: streets and numbers, postcodes, and what is neither."""

from __future__ import annotations

import pytest

from bot.understanding import address
from bot.understanding.types import Slot
from tests.understanding.places import around

SLOT = Slot("address", "address", "address")

READ = {
    "austin": {
        "88 Oak Hollow dr austin": "88 Oak Hollow Dr, Austin",
        "88 oak hollow dr": "88 Oak Hollow Dr",
        "4417 Shady Ln": "4417 Shady Ln",
        "4417 shady ln, austin tx": "4417 Shady Ln, Austin TX",
        "1808 juniper hill dr, round rock tx 78664": "1808 Juniper Hill Dr, Round Rock TX 78664",
        "78704": "78704",
        "zip is 78704": "78704",
        "it's 12 elm st. how much is it worth?": "12 Elm St",
        "12 Elm St and what is it worth?": "12 Elm St",
        "my house is at 501 west 6th street": "501 West 6th Street",
        "the address is 501 W 6th St, Austin": "501 W 6th St, Austin",
        "2200 s lamar blvd apt 14": "2200 S Lamar Blvd Apt 14",
        "88 Oak Hollow": "88 Oak Hollow",
        "123 Main": "123 Main",
        "12 Broadway": "12 Broadway",
        "88 Oak Hollow Dr, need to sell in 2 months": "88 Oak Hollow Dr",
        "88 Oak Hollow Dr please": "88 Oak Hollow Dr",
        "1 N Congress Ave #1200": "1 N Congress Ave #1200",
        "302 O'Neil Ct": "302 O'Neil Ct",
    },
    "leeds": {
        "14 Otley Road, Leeds LS6 2AA": "14 Otley Road, Leeds LS6 2AA",
        "14 otley road leeds": "14 Otley Road, Leeds",
        "ls6 2aa": "LS6 2AA",
        "Flat 3, 27 Cardigan Rd": "Flat 3, 27 Cardigan Rd",
    },
    "madrid": {
        "Calle Mayor 5, 3ºB": "Calle Mayor 5, 3ºB",
        "calle mayor 5": "Calle Mayor 5",
        "C/ Alcalá 45": "C/ Alcalá 45",
        "Gran Vía 28": "Gran Vía 28",
        "es la calle de Atocha, 12, 28012 Madrid": "Calle de Atocha, 12, 28012 Madrid",
        "Paseo de la Castellana 200": "Paseo de la Castellana 200",
        "28010": "28010",
    },
    "cdmx": {
        "av. insurgentes sur 1602": "Av. Insurgentes Sur 1602",
        "Calle Orizaba 101, Roma Norte": "Calle Orizaba 101, Roma Norte",
    },
    "berlin": {
        "Kastanienallee 12, 10435 Berlin": "Kastanienallee 12, 10435 Berlin",
        "kastanienallee 12": "Kastanienallee 12",
        "Hauptstr. 5a": "Hauptstr. 5a",
        "Am Treptower Park 14": "Am Treptower Park 14",
        "meine Wohnung ist in der Schönhauser Allee 36": "Schönhauser Allee 36",
        "Straße des 17. Juni 135": "Straße des 17. Juni 135",
        "10435": "10435",
    },
    "dubai": {
        "شارع الشيخ زايد 12": "شارع الشيخ زايد 12",
        "فيلا 23 شارع 5": "فيلا 23 شارع 5",
        "العنوان شارع الوصل 10": "شارع الوصل 10",
    },
    "mumbai": {
        "Flat 402, Hill View Apartments, Powai": "Flat 402, Hill View Apartments, Powai",
        "400076": "400076",
    },
}
READ_ROWS = [
    (market, text, value) for market, rows in READ.items() for text, value in rows.items()
]


@pytest.mark.parametrize(("market", "text", "value"), READ_ROWS)
def test_an_address_is_kept_as_on_an_envelope(market: str, text: str, value: str) -> None:
    reading = address.read(text, SLOT, around(market))
    assert reading is not None
    assert reading.value == value


@pytest.mark.parametrize(
    "text",
    [
        "curious what zillow says lol",
        "3 bedrooms",
        "Elm street",
        "450k",
        "i have 2 houses",
        "sell in 3 months",
        "call me at 512-555-0143",
        "2026",
        "my house",
        "how much is it worth?",
        "1500 sq ft",
        "quiero saber cuánto vale",
        "ein Haus mit 5 Zimmern",
        "",
    ],
)
def test_what_has_no_street_and_number_is_no_address(text: str) -> None:
    assert address.read(text, SLOT, around()) is None


@pytest.mark.parametrize(
    "text", ["skip", "rather not say", "no", "prefiero no decirlo", "keine Angabe"]
)
def test_declining_is_a_refusal(text: str) -> None:
    reading = address.read(text, SLOT, around())
    assert reading is not None
    assert reading.refused


def test_an_address_in_running_text_needs_a_lead_in() -> None:
    text = "hi, i want to sell my house at 88 Oak Hollow Dr"
    (reading,) = address.find(text, SLOT, around())
    assert reading.value == "88 Oak Hollow Dr"
    assert text[slice(*reading.span)] == "88 Oak Hollow Dr"
    assert address.find("we need 3 bed under 400k", SLOT, around()) == []
