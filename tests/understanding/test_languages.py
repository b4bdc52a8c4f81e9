"""Which language is asked for or written; names, places and short answers tell nothing."""

from __future__ import annotations

import pytest

from bot.understanding import contact, languages


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Hola, hablan español? busco casa en Georgetown", "es"),
        ("hablan español?", "es"),
        ("español por favor", "es"),
        ("in spanish please", "es"),
        ("auf deutsch bitte", "de"),
        ("Können wir das auf Deutsch machen?", "de"),
        ("بالعربي", "ar"),
        ("do you speak French?", "fr"),
        ("parlez-vous français ?", "fr"),
        ("english please", "en"),
        ("auf Englisch bitte", "en"),
        ("en inglés por favor", "en"),
        ("do you speak Arabic", "ar"),
        ("hola busco piso en madrid", "es"),
        ("tengo que vender la mía primero", "es"),
        ("quiero comprar una casa", "es"),
        ("no hablo inglés", "es"),
        ("ich suche eine Wohnung", "de"),
        ("guten Tag, ich möchte mein Haus verkaufen", "de"),
        ("مرحبا ابحث عن شقة", "ar"),
        ("كاش", "ar"),
        ("hi im looking 4 a 3 bed in round rok", "en"),
        ("we need a house with a yard", "en"),
        ("bonjour je cherche une maison", "fr"),
        ("olá, estou procurando um apartamento para comprar", "pt"),
        ("Привет, ищу квартиру", "ru"),
        ("我想买房子", "zh"),
        ("سلام دنبال آپارتمان می‌گردم چطور", "fa"),
    ],
)
def test_a_language_that_shows_is_told(text: str, lang: str) -> None:
    assert languages.detect(text) == lang


@pytest.mark.parametrize(
    "text",
    [
        "Ana de la Cruz", "3 recámaras", "cash", "ok", "no", "Calle Mayor 5", "Müller", "Las Rozas",
        "88 Oak Hollow dr austin", "el paso", "450k", "512-555-0143", "dani@example.com", "Chamberí", "Dani",
        "400-450k", "San Antonio, TX", "Kastanienallee 12, 10435 Berlin", "Infonavit", "spanish colonial", "",
        "🏠", "+1 512 555 0122", "Jürgen von der Leyen", "mañana", "in Pankow", "pool",
    ],
)  # fmt: skip
def test_names_places_and_short_answers_tell_no_language(text: str) -> None:
    assert languages.detect(text) == ""


@pytest.mark.parametrize(
    ("text", "wish"),
    [
        ("e-mail is better", "email"),
        ("email me please", "email"),
        ("text me", "text"),
        ("just text me instead", "text"),
        ("whatsapp is best", "text"),
        ("prefiero whatsapp", "text"),
        ("mejor por correo", "email"),
        ("lieber per Mail", "email"),
        ("bitte nur telefonisch", "phone"),
        ("i prefer a call", "phone"),
        ("calls are fine", ""),
        ("واتساب أفضل", "text"),
        ("عن طريق الايميل", "email"),
        ("what email do you need?", ""),
        ("do you call or text?", ""),
        ("what is an automated text", ""),
        ("i'd rather do a video call first", ""),
        ("can you text me?", "text"),
        ("my email is dani@example.com", ""),
        ("3 beds", ""),
        ("", ""),
    ],
)
def test_how_somebody_wants_to_be_reached_is_heard(text: str, wish: str) -> None:
    assert contact.preference(text) == wish
