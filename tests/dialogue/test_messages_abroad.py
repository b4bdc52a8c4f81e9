"""Take-backs, wishes and several answers at once in Spanish, German and Arabic."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

import pytest

from tests.dialogue.talking import Talk, copy

ANSWERS: Final[dict[str, dict[str, str]]] = {
    "berlin": {
        "area": "Pankow", "beds_min": "3", "budget": "450000",
        "financing": "Im Gespräch mit der Bank", "name": "Anna Schmidt", "phone": "0151 23456789",
        "appointment": "Rufen Sie mich an",
    },
    "madrid": {
        "area": "Chamberí", "beds_min": "3", "budget": "450000",
        "financing": "Al contado", "name": "Ana Ruiz", "phone": "612 345 678",
    },
    "dubai": {
        "area": "JVC", "beds_min": "3", "budget": "2000000",
        "financing": "كاش", "name": "سارة علي", "phone": "050 123 4567",
        "appointment": "أريد مكالمة",
    },
    "austin": {
        "area": "Round Rock", "beds_min": "3", "budget": "450k",
        "financing": "Cash", "has_agent": "No", "name": "Dani Cole", "phone": "512-555-0142",
    },
}  # fmt: skip
LANGUAGES: Final = {"berlin": "de", "madrid": "es", "dubai": "ar", "austin": "en"}

# (market, open question, text) -> the fields it fills or changes, and what is open then
CASES: Final[dict[tuple[str, str, str], tuple[dict[str, Any], str]]] = {
    # a "no" that takes back the figure answered before
    ("berlin", "timeline", "nein, 460"): ({"budget_max": 460000}, "timeline"),
    ("berlin", "timeline", "nein, es sind 460"): ({"budget_max": 460000}, "timeline"),
    ("madrid", "timeline", "no, son 460"): ({"budget_max": 460000}, "timeline"),
    ("austin", "timeline", "no, it's 460"): ({"budget_max": 460000}, "timeline"),
    ("madrid", "timeline", "no, 2 meses"): ({"timeline": "1_3m"}, "financing"),
    ("madrid", "timeline", "no"): ({}, "financing"),
    ("austin", "timeline", "no, 6"): ({}, "financing"),
    ("berlin", "timeline", "lieber 4 Zimmer"): ({"rooms_min": 4}, "timeline"),
    ("berlin", "timeline", "das war falsch, 480"): ({"budget_max": 480000}, "timeline"),
    ("dubai", "timeline", "خليها ٣ مليون"): ({"budget_max": 3000000}, "timeline"),
    ("madrid", "name", "no, son 460"): ({"budget_max": 460000}, "name"),
    # not this but that
    ("berlin", "timeline", "nicht 450, 460"): ({"budget_max": 460000}, "timeline"),
    ("berlin", "timeline", "460 nicht 450"): ({"budget_max": 460000}, "timeline"),
    ("berlin", "timeline", "nicht Pankow, Neukölln"): ({"area": "Neukölln"}, "timeline"),
    ("berlin", "timeline", "nicht sofort, in 6 Monaten"): ({"timeline": "3_6m"}, "financing"),
    ("madrid", "timeline", "no 3, 4 habitaciones"): ({"beds_min": 4}, "timeline"),
    ("madrid", "timeline", "no en Chamberí, en Retiro"): ({"area": "Retiro"}, "timeline"),
    ("dubai", "timeline", "مو 2 مليون، 3 مليون"): ({"budget_max": 3000000}, "timeline"),
    ("dubai", "budget", "مو JVC، المارينا"): ({"area": "Dubai Marina"}, "budget"),
    ("berlin", "financing", "und 3 Zimmer statt 2"): ({}, "financing"),
    ("berlin", "financing", "4 Zimmer statt 3"): ({"rooms_min": 4}, "financing"),
    ("madrid", "financing", "4 habitaciones en vez de 3"): ({"beds_min": 4}, "financing"),
    ("austin", "financing", "2 bedrooms instead of 3"): ({"beds_min": 2}, "financing"),
    # another time than the one offered, and what is a refusal all the same
    ("berlin", "appointment", "ach nee, lieber am Mittwoch"): ({"appointment": "tour"}, "*"),
    ("berlin", "appointment", "heute nicht, morgen"): ({"appointment": "tour"}, "*"),
    ("berlin", "appointment", "später als 18 Uhr"): ({"appointment": "tour"}, "*"),
    ("berlin", "appointment", "nein nur vormittags"): ({"appointment": "tour"}, "*"),
    ("berlin", "appointment", "heute nicht"): ({"appointment": "none"}, "*"),
    ("berlin", "appointment", "nein, am Mittwoch kann ich nicht"): ({"appointment": "none"}, "*"),
    ("berlin", "appointment", "nein, am Samstag bin ich weg"): ({"appointment": "none"}, "*"),
    ("berlin", "appointment", "nein, in 2 Monaten"): ({"appointment": "none"}, "*"),
    ("madrid", "appointment", "no, mejor el miércoles"): ({"appointment": "tour"}, "*"),
    ("madrid", "appointment", "sí, el jueves después de las 6"): ({"appointment": "tour"}, "*"),
    ("madrid", "appointment", "quizá el jueves por la tarde"): ({"appointment": "tour"}, "*"),
    ("madrid", "appointment", "hoy no, mañana sí"): ({"appointment": "tour"}, "*"),
    ("madrid", "appointment", "no antes de las 5"): ({"appointment": "tour"}, "*"),
    ("madrid", "appointment", "no el miércoles"): ({}, "appointment"),
    ("madrid", "appointment", "no el miércoles a las 5"): ({}, "appointment"),
    ("madrid", "appointment", "no puedo el jueves a las 5"): ({}, "appointment"),
    ("madrid", "appointment", "hoy no"): ({"appointment": "none"}, "*"),
    ("madrid", "appointment", "no gracias, el sábado me mudo"): ({"appointment": "none"}, "*"),
    ("dubai", "appointment", "لا، الاربعاء احسن"): ({"appointment": "tour"}, "*"),
    ("dubai", "appointment", "لا شكرا، السبت مسافر"): ({"appointment": "none"}, "*"),
    ("austin", "appointment", "no, wednesday"): ({"appointment": "tour"}, "*"),
    ("austin", "appointment", "no, not wednesday"): ({"appointment": "none"}, "*"),
    ("austin", "appointment", "no, i'm busy wednesday"): ({"appointment": "none"}, "*"),
    # a decimal comma parts nothing, and digits of another script are figures too
    ("berlin", "area", "Kreuzberg, bis 1,2 Mio, Eigenkapital"): (
        {"area": "Kreuzberg", "budget_max": 1200000, "financing": "cash"}, "beds_min",
    ),
    ("dubai", "budget", "١٢٠٠٠٠٠"): ({"budget_max": 1200000}, "timeline"),
    ("berlin", "budget", "1\u00a0200\u00a0000 €"): ({"budget_max": 1200000}, "timeline"),
    ("berlin", "name", "Anna Schmidt 0151/23456789 ab 18 Uhr"): (
        {"name": "Anna Schmidt", "phone": "+4915123456789"}, "appointment",
    ),
    # spoken addresses where something else is asked
    ("madrid", "phone", "ana punto ruiz arroba gmail punto com"): (
        {"email": "ana.ruiz@gmail.com"}, "phone",
    ),
    ("madrid", "name", "ana arroba gmail.com"): ({"email": "ana@gmail.com"}, "name"),
    ("berlin", "phone", "anna(at)gmx.de"): ({"email": "anna@gmx.de"}, "phone"),
    # how somebody does not want to be reached is no wish
    ("berlin", "phone", "0151 23456789, kein WhatsApp"): (
        {"phone": "+4915123456789"}, "appointment",
    ),
    ("berlin", "phone", "0151 23456789, bitte per WhatsApp"): (
        {"phone": "+4915123456789", "contact_pref": "text"}, "appointment",
    ),
    ("madrid", "phone", "612345678 no whatsapp"): ({"phone": "+34612345678"}, "appointment"),
    ("dubai", "consent_marketing", "بدون رسائل"): ({}, "consent_marketing"),
    ("austin", "phone", "512-555-0142, don't text me"): (
        {"phone": "+15125550142"}, "appointment",
    ),
    ("austin", "phone", "512-555-0142, I'd rather call than text"): (
        {"phone": "+15125550142", "contact_pref": "phone"}, "appointment",
    ),
    ("berlin", "consent_marketing", "ja, und mein Budget ist doch 500.000"): (
        {"consent_marketing": True, "budget_max": 500000}, "*",
    ),
    ("berlin", "name", "ich bin der Sepp Huber aus München"): ({"name": "Sepp Huber"}, "phone"),
    # to be given anew
    ("dubai", "timeline", "أريد تغيير الميزانية"): ({}, "budget"),
    ("dubai", "timeline", "الميزانية غلط"): ({}, "budget"),
    ("dubai", "timeline", "غير مستعجل"): ({"timeline": "browsing"}, "financing"),
    ("madrid", "timeline", "cambiar presupuesto"): ({}, "budget"),
    ("madrid", "timeline", "quiero cambiar las habitaciones"): ({}, "beds_min"),
    ("berlin", "timeline", "ich will die Zimmerzahl ändern"): ({}, "beds_min"),
    ("dubai", "phone", "اسمي غلط"): ({}, "name"),
}  # fmt: skip


@cache
def _walked(market: str, question: str) -> Talk:
    talk = Talk("buyer", market=market, lang=LANGUAGES[market])
    while talk.open != question:
        talk.press("1_3m") if talk.open == "timeline" else talk.say(ANSWERS[market][talk.open])
    return talk


@pytest.mark.parametrize(("place", "expected"), CASES.items(), ids=lambda case: str(case)[:60])
def test_a_message_in_another_language_means(
    place: tuple[str, str, str], expected: tuple[dict[str, Any], str]
) -> None:
    market, question, text = place
    talk = copy(_walked(market, question))
    before = dict(talk.fields)
    talk.say(text)
    changed = {name: value for name, value in talk.fields.items() if before.get(name) != value}
    assert changed == expected[0]
    assert expected[1] in ("*", talk.open)


def test_a_viewing_is_never_offered_on_the_day_that_does_not_suit() -> None:
    talk = Talk("listing", lang="de").press("tour").say("Mittwoch nicht")
    assert "Mittwoch" not in talk.heard
    assert "Donnerstag" in talk.heard


HOURS = [
    ("es", "el miércoles no antes de las 5", "2026-03-11T17:30"),
    ("es", "el miércoles más tarde de las 5", "2026-03-11T17:30"),
    ("es", "miércoles, no después de las 3", "2026-03-11T14:00"),
    ("es", "no a las 11", None),
    ("es", "a las 11", "2026-03-14T11:00"),
    ("de", "Mittwoch später als 16 Uhr", "2026-03-11T17:30"),
    ("de", "Mittwoch nicht nach 15 Uhr", "2026-03-11T14:00"),
    ("ar", "الأربعاء مو قبل الساعة ٥", "2026-03-11T17:30"),
]


@pytest.mark.parametrize(("lang", "text", "viewing"), HOURS)
def test_an_hour_that_does_not_suit_is_never_booked(
    lang: str, text: str, viewing: str | None
) -> None:
    talk = Talk("listing", lang=lang).press("tour").say(text)
    assert talk.fields.get("viewing_at") == viewing


BOOKED = {"de": "ja, Samstag um 11", "es": "sí, el sábado a las 11", "en": "yes, saturday at 11"}


@pytest.mark.parametrize(
    ("lang", "text", "viewing"),
    [
        ("de", "nein, Freitag um 15 Uhr", "2026-03-13T15:00"),
        ("de", "lieber Freitag um 15 Uhr", "2026-03-13T15:00"),
        ("de", "nicht Samstag, Sonntag um 13 Uhr", "2026-03-15T13:00"),
        ("de", "nicht am Samstag, sondern am Sonntag um 13 Uhr", "2026-03-15T13:00"),
        ("es", "no, mejor el miércoles a las 2", "2026-03-11T14:00"),
        ("es", "no el sábado, el domingo a la 1", "2026-03-15T13:00"),
        ("en", "rather friday at 3", "2026-03-13T15:00"),
    ],
)
def test_a_booked_viewing_is_moved_and_nothing_is_filed_of_when_to_move(
    lang: str, text: str, viewing: str
) -> None:
    talk = Talk("listing", lang=lang).say(BOOKED[lang], text)
    assert talk.fields["viewing_at"] == viewing
    assert "timeline" not in talk.fields


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("de", "ach nee, lieber am Mittwoch"),
        ("de", "Samstag geht doch nicht"),
        ("es", "el sábado no puedo"),
        ("en", "saturday does not work"),
    ],
)
def test_another_time_is_offered_where_the_booked_one_does_not_suit(lang: str, text: str) -> None:
    talk = Talk("listing", lang=lang).say(BOOKED[lang], text)
    assert "timeline" not in talk.fields
    assert "14:00" in talk.heard or "2:00 pm" in talk.heard


@pytest.mark.parametrize(
    ("lang", "text", "timeline"),
    [
        ("de", "nein, in 2 Monaten", "1_3m"),
        ("de", "lieber am 1. Juni", "1_3m"),
        ("de", "am Samstag ziehe ich um", "now"),
        ("en", "rather june 1", "1_3m"),
    ],
)
def test_when_somebody_moves_leaves_the_viewing_as_it_is(
    lang: str, text: str, timeline: str
) -> None:
    talk = Talk("listing", lang=lang).say(BOOKED[lang], text)
    assert talk.fields["viewing_at"] == "2026-03-14T11:00"
    assert talk.fields["timeline"] == timeline


@pytest.mark.parametrize(
    ("text", "budget", "lease"), [("no, son 1300", 1300, None), ("no, 6", 1200, "6m")]
)
def test_a_bare_figure_at_the_question_how_long_is_an_amount_or_months(
    text: str, budget: int, lease: str | None
) -> None:
    talk = Talk("renter", market="madrid", lang="es").say("Chamberí").press("1_3m")
    talk.say("1200", "3", text)
    assert talk.fields["beds_min"] == 3
    assert talk.fields["budget_max"] == budget
    assert talk.fields.get("lease_term") in (lease, None)
