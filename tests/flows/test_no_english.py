"""In Spanish, German and Arabic nobody reads a word of English: all flows, branches and closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, Final

import pytest

from bot.dialogue.events import Edit, Silence
from bot.dialogue.flow import Flow
from tests.dialogue.talking import Talk, shipped

FLOWS: Final = ("buyer", "seller", "renter", "investor", "listing", "mortgage")
PLACES: Final = (
    ("es", "madrid"), ("es", "cdmx"), ("es", "austin"), ("de", "berlin"), ("de", "austin"),
    ("ar", "dubai"), ("ar", "austin"),
)  # fmt: skip
# Words that no sentence of ours needs in another language; German "am", "in", "was" are not here.
ENGLISH: Final = re.compile(
    r"\b(the|and|you|your|our|we|with|please|thanks|thank|which|when|have|this|that|our|home|"
    r"homes|call|office|minutes|sorry|would|about|later|few|noted|bedrooms?|rooms|right|away|"
    r"months?|just|looking|yes|agents?|day|week|year|monday|tuesday|wednesday|thursday|friday|"
    r"saturday|sunday|january|march|may|june|july|october|december|to|of|is|are|not|it|at|by|"
    r"on request|rent)\b",
    re.IGNORECASE,
)
LATIN: Final = re.compile(r"[A-Za-z]{2,}")
NAMES: Final = re.compile(
    r"Oak & Lane Realty|Dory|/privacy|NMLS|nmlsconsumeraccess\.org|STOP|BRRRR|Juniper Hill Dr|"
    r"Round Rock|Calle de Ponzano|Chamberí|Weserstraße|Neukölln|Marina Gate|Dubai Marina|Madrid|"
    r"Coyoacán|Condesa|Berlin|Pankow|JVC|Austin|Lucía Ortega|Jonas Weber|Layla Haddad|"
    r"Dana Reyes|Marcus Lee|Zoe( Kim)?|z\.kim@\S+?\.(com|org)|Elm St|\d{6}-[0-9a-f]{4}"
)
SLOTS: Final = ("2026-03-11T17:30", "2026-03-12T15:00", "2026-03-14T11:00")
HOMES: Final = {
    "madrid": {"id": "x", "address": "Calle de Ponzano 41, Chamberí", "price": 398000},
    "berlin": {"id": "x", "address": "Weserstraße 61, Neukölln", "price": 312000},
    "dubai": {"id": "x", "address": "Marina Gate 2, Dubai Marina", "price": 2100000},
}
AREAS: Final = {
    "madrid": "Madrid", "cdmx": "Condesa", "berlin": "Pankow", "dubai": "JVC", "austin": "Austin",
}  # fmt: skip
PHONES: Final = {
    "madrid": "+34612345678", "cdmx": "+525512345678", "berlin": "+4915123456789",
    "dubai": "+971501234567", "austin": "+15125550142",
}  # fmt: skip
BUDGETS: Final = {"renter": ("2000", "600"), "": ("500000", "90000")}
FAMILIAR: Final = re.compile(  # what nobody says who says usted, and words of Spain
    r"\b(te|tu|tus|ti|contigo|tienes|puedes|quieres|prefieres|buscas|necesitas|sigues|dame|dime|"
    r"elige|escribe|habitación|habitaciones|piso|entrada|preconcedida|os|vosotros)\b",
    re.IGNORECASE,
)
ASIDES: Final = {
    "es": (
        "¿eres un robot?", "¿por qué lo preguntas?", "¿es una zona segura?", "¿cuánto cobráis?",
        "¿me darán la hipoteca?", "¿es negociable el precio?", "gracias", "hola", "qué pesados",
        "mi tarjeta es 4111 1111 1111 1111", "¿sigue disponible?", "¿qué precio tiene?",
        "¿cuándo se puede visitar?", "¿tiene jardín de invierno?", "atrás", "xyzzy", "xyzzy 9",
        "xyzzy q", "mejor por correo",
    ),
    "de": (
        "bist du ein bot?", "warum wollen Sie das wissen?", "ist die Gegend sicher?",
        "was kostet der Makler?", "bekomme ich den Kredit?", "ist der Preis verhandelbar?",
        "danke", "hallo", "das nervt", "meine Karte ist 4111 1111 1111 1111",
        "ist es noch zu haben?", "was kostet es?", "wann kann man besichtigen?",
        "gibt es einen Wintergarten?", "zurück", "xyzzy", "xyzzy 9", "xyzzy q", "lieber per Mail",
    ),
    "ar": (
        "هل أنت روبوت؟", "ليش تسأل؟", "هل المنطقة آمنة؟", "كم عمولتكم؟", "هل يوافق البنك؟",
        "هل السعر قابل للتفاوض؟", "شكرا", "مرحبا", "إزعاج", "بطاقتي 4111 1111 1111 1111",
        "هل ما زال متاحا؟", "كم السعر؟", "متى المعاينة؟", "هل فيه حديقة؟", "رجوع", "xyzzy",
        "xyzzy 9", "xyzzy q", "الايميل افضل",
    ),
}  # fmt: skip
ENDS: Final = {
    "es": (
        "llámame ahora",
        "borrar mis datos",
        "basta",
        "tengo 15 años",
        "soy agente inmobiliario",
    ),
    "de": (
        "rufen Sie mich an",
        "Daten löschen",
        "stopp",
        "ich bin 15 Jahre alt",
        "ich bin Makler",
    ),
    "ar": ("اتصل بي الآن", "احذف بياناتي", "توقف", "عمري 15 سنة", "أنا وسيط عقاري"),
}


def talk(flow: str, lang: str, market: str, channel: str = "web") -> Talk:
    """A visitor of that language in that market."""
    start: dict[str, Any] = {"lang": lang, "market": market, "channel": channel}
    if flow == "listing":
        start |= {"listing": HOMES.get(market, HOMES["madrid"]), "slots": SLOTS}
    if flow == "mortgage":
        start["licensed_states"] = ("TX", "OK")
    return Talk(flow, **start)


def typed(said: Talk, market: str, poor: bool) -> str:
    """Something that answers the open question, whatever its kind."""
    ask = said.ask
    assert ask is not None
    budget = BUDGETS.get(said.flow.flow.id, BUDGETS[""])[poor]
    by_kind = {
        "area": AREAS[market], "money": budget, "number": "3", "percent": "20%", "name": "Zoe Kim",
        "phone": PHONES[market], "email": "z.kim@example.com", "region": "Texas", "yesno": "no",
        "address": "12 Elm St, 78704", "text": "xyz",
    }  # fmt: skip
    return by_kind[ask.kind]


def answer(said: Talk, market: str, pick: int, *, contact: bool, poor: bool) -> None:
    """Answer the open question: one of its options in turn, or something typed."""
    ask = said.ask
    assert ask is not None
    if ask.kind in ("phone", "email") and not contact:
        said.skip()
    elif ask.options and ask.kind in ("choice", "datetime", "yesno"):
        said.press(ask.options[pick % len(ask.options)][0])
    else:
        said.say(typed(said, market, poor))


def lines_of(said: Talk) -> Iterator[str]:
    """Everything that the bot showed."""
    for line in said.transcript:
        if line.sender == "bot":
            yield line.text
            yield from line.options


def walks(flow: str, lang: str, market: str) -> Iterator[Talk]:
    """Conversations that take every option, with and without contact, poor and rich."""
    for pick in range(7):
        ways = ((True, False), (False, True)) if pick < 2 else ((True, False),)
        for contact, poor in ways:
            said = talk(flow, lang, market, "web" if contact else "telegram")
            for _ in range(30):
                if said.ask is None:
                    break
                answer(said, market, pick, contact=contact, poor=poor)
            yield said


def detours(flow: str, lang: str, market: str) -> Iterator[Talk]:
    """Conversations that digress at every question, end early, wait, or come back."""
    said = talk(flow, lang, market)
    for step in range(20):
        if said.ask is None:
            break
        for aside in ASIDES[lang][step % 2 :: 2]:
            said.say(aside)
        said.take(Silence(1))
        if said.ask is not None:
            answer(said, market, 0, contact=True, poor=False)
    said.say(*ASIDES[lang])
    yield said
    for last in ENDS[lang]:
        said = talk(flow, lang, market)
        answer(said, market, 0, contact=True, poor=False)
        said.say(last, PHONES[market], "ok")
        yield said
    said = talk(flow, lang, market)
    first = said.open
    answer(said, market, 0, contact=True, poor=False)
    said.take(Edit(first))
    yield said


@cache
def said_in(flow: str, lang: str, market: str) -> frozenset[str]:
    """All that the bot says in a flow in one language and market."""
    talks = [*walks(flow, lang, market), *detours(flow, lang, market)]
    told = {text for said in talks for text in lines_of(said)}
    local = shipped(flow).local(market, lang)
    whys = {spot.why for spot in local.spots.values() if isinstance(spot.why, str)}
    return frozenset(told | whys)


def english_texts(flow: Flow) -> set[str]:
    """The flow's own English sentences and labels, of two words at least."""
    texts = {variant.text for variant in flow.greetings}
    for question in flow.questions:
        texts |= {question.ask, question.why, question.retry, question.out_of_area, question.taken}
        texts |= {option.label for option in question.options} | set(question.buttons)
    texts |= {flow.close.hot, flow.close.warm, flow.close.cold, flow.close.disqualified}
    texts |= {item.says for item in (*flow.faq, *flow.follow_ups)}
    return {text for text in texts if len(LATIN.findall(text)) > 1 and "{" not in text}


@pytest.mark.parametrize(("lang", "market"), PLACES)
@pytest.mark.parametrize("flow", FLOWS)
def test_no_english_word_is_said(flow: str, lang: str, market: str) -> None:
    wrong = {}
    for text in said_in(flow, lang, market):
        rest = NAMES.sub("", text)
        found = LATIN.findall(rest) if lang == "ar" else ENGLISH.findall(rest)
        if found:
            wrong[text] = found
    assert wrong == {}


@pytest.mark.parametrize(("lang", "market"), PLACES)
@pytest.mark.parametrize("flow", FLOWS)
def test_no_english_text_of_the_flow_is_said(flow: str, lang: str, market: str) -> None:
    told = "\n".join(said_in(flow, lang, market))
    assert {text for text in english_texts(shipped(flow).flow) if text in told} == set()


@pytest.mark.parametrize("market", ["cdmx", "austin"])
@pytest.mark.parametrize("flow", FLOWS)
def test_spanish_in_mexico_and_the_us_says_usted_and_recamaras(flow: str, market: str) -> None:
    told = said_in(flow, "es", market)
    assert {text for text in told if FAMILIAR.search(text)} == set()


@pytest.mark.parametrize("flow", FLOWS)
def test_every_branch_is_walked(flow: str) -> None:
    compiled = shipped(flow)
    talks = list(walks(flow, "es", "austin"))
    asked = {question for said in talks for question in said.session.asked}
    assert asked == set(compiled.ids)
    assert {"complete"} <= {said.session.status for said in talks}
