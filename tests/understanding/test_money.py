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
from tests.understanding.places import around

SALE = Slot("budget", "budget_max", "money", unit="sale")
RENT = Slot("budget", "budget_max", "money", unit="rent")
PLAIN = Slot("amount", "amount", "money")
ASK, NONE, REFUSED = "ask", None, "refused"


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


ENGLISH_SALE = [
    ("500,000", 500000),
    ("1,250,000", 1250000),
    ("500k", 500000),
    ("500K", 500000),
    ("500 k", 500000),
    ("1.2m", 1200000),
    ("1.2 M", 1200000),
    ("$1.2 mil", 1200000),
    ("$1.2m", 1200000),
    ("1.2", 1200000),
    ("425", 425000),
    ("500", 500000),
    ("$425", 425000),
    ("350k", 350000),
    ("4999", 4999000),
    ("5000", 5000),
    ("45000", 45000),
    ("half a million", 500000),
    ("a million", 1000000),
    ("1 million", 1000000),
    ("one million dollars", 1000000),
    ("one point two million", 1200000),
    ("a million and a half", 1500000),
    ("four hundred thousand", 400000),
    ("four hundred and fifty thousand", 450000),
    ("four fifty", 450000),
    ("four twenty five", 425000),
    ("three-fifty", 350000),
    ("a quarter million", 250000),
    ("three quarters of a million", 750000),
    ("400 thousand", 400000),
    ("400thousand", 400000),
    ("400 grand", 400000),
    ("2 cr", 20000000),
    ("300 mil", 300000),
    ("como 380 mil", 380000),
    ("up to 400k", 400000),
    ("upto 400k", 400000),
    ("max 400", 400000),
    ("400 max", 400000),
    ("400k tops", 400000),
    ("no more than 400k", 400000),
    ("under 400k", 400000),
    ("< 400k", 400000),
    ("around 400", 400000),
    ("about $400k", 400000),
    ("~400k", 400000),
    ("400ish", 400000),
    ("400k ish", 400000),
    ("like 400k", 400000),
    ("like 400-450k", (400000, 450000)),
    ("350-400k", (350000, 400000)),
    ("350 - 400k", (350000, 400000)),
    ("350k-400k", (350000, 400000)),
    ("350–400k", (350000, 400000)),
    ("350-400", (350000, 400000)),
    ("350k-400", (350000, 400000)),
    ("350/400k", (350000, 400000)),
    ("400-350k", (350000, 400000)),
    ("$350,000 - $400,000", (350000, 400000)),
    ("350,000-400,000", (350000, 400000)),
    ("350k to 400k", (350000, 400000)),
    ("300k to 350k", (300000, 350000)),
    ("300k up to 350k", (300000, 350000)),
    ("300 to 350 thousand", (300000, 350000)),
    ("between 300 and 350", (300000, 350000)),
    ("between 300k and 350k", (300000, 350000)),
    ("between 300 and 350k", (300000, 350000)),
    ("from 300 to 350k", (300000, 350000)),
    ("between two hundred and three hundred thousand", (200000, 300000)),
    ("between 1 million and 1.2 million", (1000000, 1200000)),
    ("between 1 and 1.5 million", (1000000, 1500000)),
    ("1-1.5m", (1000000, 1500000)),
    ("1.2-1.4", (1200000, 1400000)),
    ("800-1.2m", (800000, 1200000)),
    ("800k - 1.2m", (800000, 1200000)),
    ("900-1.1", (900000, 1100000)),
    ("around 400 maybe 420", (400000, 420000)),
    ("400k maybe 420k", (400000, 420000)),
    ("400 or 450", (400000, 450000)),
    ("400k, max 450k", (400000, 450000)),
    ("400 but could stretch to 425", (400000, 425000)),
    ("at least 300k, max 400k", (300000, 400000)),
    ("min 300 max 400", (300000, 400000)),
    ("max 450k but ideally 400k", (400000, 450000)),
    ("at least 400k", (400000, "+")),
    ("400k+", (400000, "+")),
    ("from 300k", (300000, "+")),
    ("over 500k", (500000, "+")),
    ("400k or more", (400000, "+")),
    ("low 400s", (400000, 430000)),
    ("in the 400s", (400000, 500000)),
    ("400, sorry 450", 450000),
    ("400k no 450k", 450000),
    ("i mean 450", 450000),
    ("not 400, 450", 450000),
    ("500000 or i will give 1000 points", 500000),
    ("3 bed under 400k", 400000),
    ("3 bed 2 bath 400k max", 400000),
    ("3-4 bedrooms around 400k", 400000),
    ("around 400 for a 3 bed", 400000),
    ("20% down on 500k", 500000),
    ("my budget is 450k", 450000),
    ("we're thinking 450", 450000),
    ("i can do 425k cash", 425000),
    ("450k if it has a pool", 450000),
    ("i have 2 kids and 400k", 400000),
    ("400k by june 2026", 400000),
    ("not sure, maybe 400k", 400000),
    ("380.000 €", 380000),
    ("450.000", 450000),
    ("$450,000.00", 450000),
    ("USD 450k", 450000),
    ("450k usd", 450000),
    ("450000 dollars", 450000),
    ("1 200 000", 1200000),
    ("1'200'000", 1200000),
    ("1.250.000", 1250000),
    ("1,2 million", 1200000),
    ("2½ million", 2500000),
    ("2 1/2 million", 2500000),
    ("½ million", 500000),
    ("0", 0),
    ("400m", 400000),
    ("2", ASK),
    ("1-2", ASK),
    ("1.200", ASK),
    ("400 450", ASK),
    ("300k 500k", ASK),
    ("2000 a month", ASK),
    ("80k a year", ASK),
    ("not sure", REFUSED),
    ("I'm not sure yet", REFUSED),
    ("no idea", REFUSED),
    ("idk", REFUSED),
    ("none of your business", REFUSED),
    ("rather not say", REFUSED),
    ("flexible", REFUSED),
    ("depends on the house", REFUSED),
    ("no limit", REFUSED),
    ("skip", REFUSED),
    ("-1", NONE),
    ("-500k", NONE),
    ("$-500", NONE),
    ("--5", NONE),
    ("Infinity", NONE),
    ("NaN", NONE),
    ("0x10", NONE),
    ("1/0", NONE),
    ("½", NONE),
    ("1;2", NONE),
    ("=500000", NONE),
    ("500000*2", NONE),
    ("5e5", NONE),
    ("1e999", NONE),
    ("007", NONE),
    ("1,2,3", NONE),
    ("1.2.3.4", NONE),
    ("1000000000000000000000", NONE),
    ("9" * 5000, NONE),
    ("9007199254740993", NONE),
    ("512-555-0142", NONE),
    ("5125550142", NONE),
    ("+1 512 555 0142", NONE),
    ("3/14", NONE),
    ("5:30", NONE),
    ("3 bed", NONE),
    ("50%", NONE),
    ("20 percent", NONE),
    ("10 cents", NONE),
    ("4417 Shady Ln", NONE),
    ("in 3 months", NONE),
    ("hello", NONE),
    ("what do you have", NONE),
    ("", NONE),
    ("$", NONE),
    ("six figures", NONE),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH_SALE)
def test_a_price_range_in_austin(text: str, expected: Any) -> None:
    assert outcome(text, SALE, "austin") == expected


ENGLISH_RENT = [
    ("1800", 1800),
    ("$1800", 1800),
    ("1,800", 1800),
    ("1.8k", 1800),
    ("2,500/month", 2500),
    ("2500 a month", 2500),
    ("2500 month", 2500),
    ("2500/mo", 2500),
    ("2500 per month", 2500),
    ("$2,500 monthly", 2500),
    ("under 1800", 1800),
    ("under $1,800", 1800),
    ("max 1800", 1800),
    ("1500-1800", (1500, 1800)),
    ("1.5k-2k", (1500, 2000)),
    ("1500-2k", (1500, 2000)),
    ("1500 to 1800", (1500, 1800)),
    ("between 1500 and 1800", (1500, 1800)),
    ("$1,500-1,800", (1500, 1800)),
    ("eighteen hundred", 1800),
    ("fifteen hundred a month", 1500),
    ("twelve fifty", 1250),
    ("two thousand", 2000),
    ("around 2k", 2000),
    ("i can go to 1900 if theres parking", 1900),
    ("2 bed round rock under 1800 need it by april 1", 1800),
    ("1800 for a 2 bed", 1800),
    ("1800 incl utilities", 1800),
    ("a thousand", 1000),
    ("900", 900),
    ("1800+", (1800, "+")),
    ("0", 0),
    ("18", ASK),
    ("1.8", ASK),
    ("1.200", ASK),
    ("100 a night", ASK),
    ("not sure", REFUSED),
    ("2", ASK),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH_RENT)
def test_a_monthly_rent_in_austin(text: str, expected: Any) -> None:
    assert outcome(text, RENT, "austin") == expected


MARKETS: list[tuple[str, Slot, str, Any]] = [
    # Leeds
    ("leeds", SALE, "£250k", 250000),
    ("leeds", SALE, "250", 250000),
    ("leeds", SALE, "250 grand", 250000),
    ("leeds", SALE, "offers over 200k up to 220k", (200000, 220000)),
    ("leeds", SALE, "two hundred and twenty thousand pounds", 220000),
    ("leeds", SALE, "quarter of a million quid", 250000),
    ("leeds", RENT, "£950pcm", 950),
    ("leeds", RENT, "950 pcm", 950),
    ("leeds", RENT, "900 quid a month", 900),
    ("leeds", RENT, "£220 pw", 220),
    ("leeds", RENT, "220 per week", 220),
    ("leeds", RENT, "800pm", 800),
    ("leeds", RENT, "1.2k", 1200),
    # Madrid
    ("madrid", SALE, "380.000 €", 380000),
    ("madrid", SALE, "380.000", 380000),
    ("madrid", SALE, "380 000 €", 380000),
    ("madrid", SALE, "380000", 380000),
    ("madrid", SALE, "380", 380000),
    ("madrid", SALE, "300 mil", 300000),
    ("madrid", SALE, "300mil", 300000),
    ("madrid", SALE, "unos 300 mil euros", 300000),
    ("madrid", SALE, "como 300 mil", 300000),
    ("madrid", SALE, "quinientos mil", 500000),
    ("madrid", SALE, "trescientos cincuenta mil euros", 350000),
    ("madrid", SALE, "medio millón", 500000),
    ("madrid", SALE, "medio millon", 500000),
    ("madrid", SALE, "un millón", 1000000),
    ("madrid", SALE, "un millón doscientos mil", 1200000),
    ("madrid", SALE, "un millón y medio", 1500000),
    ("madrid", SALE, "1,2 millones", 1200000),
    ("madrid", SALE, "1.2 millones", 1200000),
    ("madrid", SALE, "1,2M", 1200000),
    ("madrid", SALE, "medio kilo", 500000),
    ("madrid", SALE, "de 200 a 250 mil", (200000, 250000)),
    ("madrid", SALE, "entre 200 y 250 mil", (200000, 250000)),
    ("madrid", SALE, "entre 200.000 y 250.000 euros", (200000, 250000)),
    ("madrid", SALE, "200-250k", (200000, 250000)),
    ("madrid", SALE, "hasta 400.000", 400000),
    ("madrid", SALE, "máximo 400 mil", 400000),
    ("madrid", SALE, "400 mil como mucho", 400000),
    ("madrid", SALE, "no más de 350.000", 350000),
    ("madrid", SALE, "menos de 300.000 euros", 300000),
    ("madrid", SALE, "a partir de 200 mil", (200000, "+")),
    ("madrid", SALE, "al menos 200 mil", (200000, "+")),
    ("madrid", SALE, "300 o 320 mil", (300000, 320000)),
    ("madrid", SALE, "€1.200.000,50", 1200000.5),
    ("madrid", SALE, "no lo sé", REFUSED),
    ("madrid", SALE, "ni idea", REFUSED),
    ("madrid", SALE, "depende", REFUSED),
    ("madrid", SALE, "3 habitaciones", NONE),
    ("madrid", RENT, "1.200", 1200),
    ("madrid", RENT, "1.200 €", 1200),
    ("madrid", RENT, "1200 al mes", 1200),
    ("madrid", RENT, "1.200,50", 1200.5),
    ("madrid", RENT, "mil doscientos", 1200),
    ("madrid", RENT, "mil", 1000),
    ("madrid", RENT, "dos mil", 2000),
    ("madrid", RENT, "900 euros mensuales", 900),
    ("madrid", RENT, "entre 800 y 1000", (800, 1000)),
    ("madrid", RENT, "15.000 al año", 15000),
    # Mexico City
    ("cdmx", SALE, "3.5 millones", 3500000),
    ("cdmx", SALE, "3.5 mdp", 3500000),
    ("cdmx", SALE, "$3,500,000", 3500000),
    ("cdmx", SALE, "3 millones y medio", 3500000),
    ("cdmx", SALE, "3.5", 3500000),
    ("cdmx", SALE, "4", 4000000),
    ("cdmx", SALE, "dos millones de pesos", 2000000),
    ("cdmx", SALE, "de 2 a 3 millones", (2000000, 3000000)),
    ("cdmx", SALE, "entre 2 y 2.5 millones", (2000000, 2500000)),
    ("cdmx", SALE, "800 mil", 800000),
    ("cdmx", SALE, "2500", 2500000),
    ("cdmx", SALE, "1 millón 800 mil", 1800000),
    ("cdmx", RENT, "15 mil", 15000),
    ("cdmx", RENT, "15 mil al mes", 15000),
    ("cdmx", RENT, "$15,000", 15000),
    ("cdmx", RENT, "de 12 a 15 mil", (12000, 15000)),
    ("cdmx", RENT, "doce mil pesos", 12000),
    ("cdmx", RENT, "15", ASK),
    # Berlin
    ("berlin", SALE, "380.000 €", 380000),
    ("berlin", SALE, "380.000,-", 380000),
    ("berlin", SALE, "380000 Euro", 380000),
    ("berlin", SALE, "350k", 350000),
    ("berlin", SALE, "400T€", 400000),
    ("berlin", SALE, "400 TEUR", 400000),
    ("berlin", SALE, "400 Tsd.", 400000),
    ("berlin", SALE, "eine halbe Million", 500000),
    ("berlin", SALE, "ne halbe Million", 500000),
    ("berlin", SALE, "1,2 Mio", 1200000),
    ("berlin", SALE, "1,2 Mio. €", 1200000),
    ("berlin", SALE, "1,2 Millionen", 1200000),
    ("berlin", SALE, "anderthalb Millionen", 1500000),
    ("berlin", SALE, "dreihundertfünfzigtausend", 350000),
    ("berlin", SALE, "dreihundertfuenfzigtausend Euro", 350000),
    ("berlin", SALE, "350 Tausend", 350000),
    ("berlin", SALE, "zwischen 300 und 350 Tausend", (300000, 350000)),
    ("berlin", SALE, "300 bis 350 Tausend", (300000, 350000)),
    ("berlin", SALE, "von 300.000 bis 350.000", (300000, 350000)),
    ("berlin", SALE, "300-350k", (300000, 350000)),
    ("berlin", SALE, "bis 400.000", 400000),
    ("berlin", SALE, "bis zu 400.000 €", 400000),
    ("berlin", SALE, "max. 400.000", 400000),
    ("berlin", SALE, "maximal 400", 400000),
    ("berlin", SALE, "höchstens 400 Tausend", 400000),
    ("berlin", SALE, "unter 400.000", 400000),
    ("berlin", SALE, "ab 300.000", (300000, "+")),
    ("berlin", SALE, "mindestens 300.000", (300000, "+")),
    ("berlin", SALE, "so um die 400.000", 400000),
    ("berlin", SALE, "ca. 400.000", 400000),
    ("berlin", SALE, "weiß nicht", REFUSED),
    ("berlin", SALE, "keine Ahnung", REFUSED),
    ("berlin", SALE, "kommt drauf an", REFUSED),
    ("berlin", SALE, "3-Zimmer-Wohnung", NONE),
    ("berlin", RENT, "1.200", 1200),
    ("berlin", RENT, "1.200 €", 1200),
    ("berlin", RENT, "1200 warm", 1200),
    ("berlin", RENT, "1.200,50 €", 1200.5),
    ("berlin", RENT, "max 1200 kalt", 1200),
    ("berlin", RENT, "900 Euro im Monat", 900),
    ("berlin", RENT, "tausend", 1000),
    ("berlin", RENT, "zwölfhundert", 1200),
    ("berlin", RENT, "eintausendzweihundert", 1200),
    ("berlin", RENT, "1000 bis 1200", (1000, 1200)),
    # Dubai
    ("dubai", SALE, "مليون", 1000000),
    ("dubai", SALE, "مليون ونص", 1500000),
    ("dubai", SALE, "مليون ونصف", 1500000),
    ("dubai", SALE, "نص مليون", 500000),
    ("dubai", SALE, "مليونين", 2000000),
    ("dubai", SALE, "٥٠٠ ألف", 500000),
    ("dubai", SALE, "٥٠٠ الف درهم", 500000),
    ("dubai", SALE, "٩٠٠٬٠٠٠", 900000),
    ("dubai", SALE, "خمسمية ألف", 500000),
    ("dubai", SALE, "مليون ومئتين ألف", 1200000),
    ("dubai", SALE, "١٫٢ مليون", 1200000),
    ("dubai", SALE, "1.2m aed", 1200000),
    ("dubai", SALE, "من 800 الى 900 الف", (800000, 900000)),
    ("dubai", SALE, "بين 800 و 900 ألف", (800000, 900000)),
    ("dubai", SALE, "بين مليون ومليون ونص", (1000000, 1500000)),
    ("dubai", SALE, "من مليون إلى مليون ونصف", (1000000, 1500000)),
    ("dubai", SALE, "حتى مليون", 1000000),
    ("dubai", SALE, "لحد مليون ونص", 1500000),
    ("dubai", SALE, "أقل من مليون", 1000000),
    ("dubai", SALE, "حوالي مليون درهم", 1000000),
    ("dubai", SALE, "ميزانيتي مليون", 1000000),
    ("dubai", SALE, "1.5", 1500000),
    ("dubai", SALE, "850", 850000),
    ("dubai", SALE, "لا أعرف", REFUSED),
    ("dubai", SALE, "مش عارف", REFUSED),
    ("dubai", SALE, "غرفة وصالة", NONE),
    ("dubai", RENT, "80 ألف سنوي", 80000),
    ("dubai", RENT, "٨٠ ألف في السنة", 80000),
    ("dubai", RENT, "90k a year", 90000),
    ("dubai", RENT, "90k", 90000),
    ("dubai", RENT, "ثمانين ألف", 80000),
    ("dubai", RENT, "6000 شهريا", 6000),
    ("dubai", RENT, "٦٠٠٠ درهم بالشهر", 6000),
    ("dubai", RENT, "85k in 4 cheques", 85000),
    # Mumbai
    ("mumbai", SALE, "2 cr", 20000000),
    ("mumbai", SALE, "2cr", 20000000),
    ("mumbai", SALE, "1.5 crore", 15000000),
    ("mumbai", SALE, "1.5 cr", 15000000),
    ("mumbai", SALE, "80 lakh", 8000000),
    ("mumbai", SALE, "80 lakhs", 8000000),
    ("mumbai", SALE, "80 lacs", 8000000),
    ("mumbai", SALE, "75L", 7500000),
    ("mumbai", SALE, "75 L", 7500000),
    ("mumbai", SALE, "₹75,00,000", 7500000),
    ("mumbai", SALE, "1,25,00,000", 12500000),
    ("mumbai", SALE, "Rs 80 lakh", 8000000),
    ("mumbai", SALE, "Rs. 80,00,000", 8000000),
    ("mumbai", SALE, "80-90 lakh", (8000000, 9000000)),
    ("mumbai", SALE, "80L to 1cr", (8000000, 10000000)),
    ("mumbai", SALE, "90 - 1.2 cr", (9000000, 12000000)),
    ("mumbai", SALE, "between 1 and 1.5 cr", (10000000, 15000000)),
    ("mumbai", SALE, "1 crore 20 lakh", 12000000),
    ("mumbai", SALE, "one and half crore", 15000000),
    ("mumbai", SALE, "half crore", 5000000),
    ("mumbai", SALE, "80", 8000000),
    ("mumbai", SALE, "1.2", 12000000),
    ("mumbai", SALE, "upto 90L", 9000000),
    ("mumbai", SALE, "10 million", 10000000),
    ("mumbai", SALE, "2500", ASK),
    ("mumbai", SALE, "2 bhk", NONE),
    ("mumbai", RENT, "40k", 40000),
    ("mumbai", RENT, "40,000", 40000),
    ("mumbai", RENT, "40-50k", (40000, 50000)),
    ("mumbai", RENT, "25k per month", 25000),
    ("mumbai", RENT, "forty thousand", 40000),
    ("mumbai", RENT, "25", ASK),
    ("mumbai", RENT, "1 lakh", 100000),
]


@pytest.mark.parametrize(("market", "slot", "text", "expected"), MARKETS)
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
