"""The bot's own phrases: every language has all of them, and fills in no words of its own."""

from __future__ import annotations

import re
from datetime import date

import pytest

from bot.dialogue.phrases import ar, de, en, es, es_mx, formats
from bot.dialogue.phrases.book import LANGUAGES, book, regional
from bot.dialogue.wording import DEFAULTS
from tests.dialogue.talking import shipped

OTHERS = {"es": es.PHRASES, "de": de.PHRASES, "ar": ar.PHRASES}
SAID_BY_THE_BOOK = {"agent", "licensed_person"}  # these have phrases of their own
ISOLATED = "\u2066{}\u2069"


def names(phrase: str) -> set[str]:
    """The words that a phrase fills in."""
    return set(re.findall(r"{(\w+)}", phrase))


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_has_every_phrase(lang: str) -> None:
    own = {key for key in OTHERS[lang] if not key.startswith("default.")}
    assert own == set(en.PHRASES)


@pytest.mark.parametrize("lang", OTHERS)
def test_every_language_has_its_own_neutral_words(lang: str) -> None:
    own = {key.removeprefix("default.") for key in OTHERS[lang] if key.startswith("default.")}
    assert own == set(DEFAULTS) - SAID_BY_THE_BOOK


@pytest.mark.parametrize("lang", [*OTHERS, "es-MX"])
def test_no_phrase_fills_in_what_english_does_not(lang: str) -> None:
    strange = {
        key: names(phrase) - names(en.PHRASES[key])
        for key, phrase in LANGUAGES[lang].items()
        if not key.startswith("default.") and names(phrase) - names(en.PHRASES[key])
    }
    assert strange == {}


def test_a_regional_language_only_changes_what_its_base_has() -> None:
    assert set(es_mx.PHRASES) <= set(es.PHRASES)
    assert book("es-MX").say("button_yes") == "Sí"
    assert book("es-MX").say("count.beds", {"value": "3"}) == "3 recámaras"
    assert book("es").say("count.beds", {"value": "3"}) == "3 habitaciones"
    assert book("pt").say("button_yes") == "Yes"


@pytest.mark.parametrize(
    ("lang", "country", "spoken"),
    [("es", "MX", "es-MX"), ("es", "US", "es-MX"), ("es", "ES", "es"), ("en", "US", "en")],
)
def test_the_country_decides_how_a_language_is_spoken(
    lang: str, country: str, spoken: str
) -> None:
    assert regional(lang, country) == spoken


@pytest.mark.parametrize(
    ("market", "lang", "words"),
    [
        ("madrid", "es", "Puedes saltarte"),
        ("cdmx", "es", "Puede saltarse"),
        ("austin", "es", "Puede saltarse"),
        ("madrid", "es-MX", "Puedes saltarte"),
        ("berlin", "de", "Jede Frage können Sie überspringen"),
    ],
)
def test_a_greeting_is_in_the_markets_own_way_of_speaking(
    market: str, lang: str, words: str
) -> None:
    flow = shipped("buyer")
    local = flow.local(market, flow.language(lang))
    assert words in str(local.greeting(""))
    assert local.lang == lang[:2]


@pytest.mark.parametrize(
    ("lang", "country", "said"),
    [
        ("en", "US", "Saturday, March 14 at 11:00 am"),
        ("en", "GB", "Saturday 14 March at 11:00"),
        ("es", "ES", "sábado 14 de marzo a las 11:00"),
        ("de", "DE", "Samstag, 14. März um 11:00 Uhr"),
        ("ar", "AE", "السبت 14 مارس الساعة 11:00"),
    ],
)
def test_a_day_and_a_time_are_in_the_language(lang: str, country: str, said: str) -> None:
    assert formats.moment("2026-03-14T11:00", lang, country) == said
    assert formats.moment("2026-03-14", lang, country) == formats.day(
        date(2026, 3, 14), lang, country
    )


@pytest.mark.parametrize(
    ("value", "currency", "lang", "country", "said"),
    [
        (425000, "USD", "en", "US", "$425,000"),
        (425000, "USD", "es", "US", "$425,000"),
        (380000, "EUR", "es", "ES", "380.000 €"),
        (1200.5, "EUR", "de", "DE", "1.200,50 €"),
        (4200000, "MXN", "es", "MX", "$4,200,000"),
        (1200000, "AED", "ar", "AE", ISOLATED.format("1,200,000") + " درهم"),
        (400000, "USD", "ar", "US", ISOLATED.format("400,000 $")),
        (1200000, "AED", "en", "AE", "AED 1,200,000"),
        (12345678, "INR", "en", "IN", "₹1,23,45,678"),
    ],
)
def test_money_is_written_as_the_market_writes_it(
    value: float, currency: str, lang: str, country: str, said: str
) -> None:
    assert formats.money(value, currency, lang, country) == said
