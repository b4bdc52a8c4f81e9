"""Laws of every reader: it never raises, its values are JSON, it repeats itself, and it is never slow."""

from __future__ import annotations

import gc
import json
import time
from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.understanding import (
    address,
    answers,
    area,
    choice,
    contact,
    email,
    freetext,
    intents,
    languages,
    multi,
    name,
    normalise,
    phone,
    region,
    secrets,
    yesno,
)
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import cut
from tests.understanding.places import around
from tests.understanding.slots import choice_slot
from tests.understanding.test_area import AREAS

SLOW = 0.020  # seconds of CPU for any text of 2,000 characters
MARKETS = sorted(AREAS)
KINDS = {
    "choice": choice.read,
    "multi": multi.read,
    "yesno": yesno.read,
    "phone": phone.read,
    "email": email.read,
    "name": name.read,
    "area": area.read,
    "region": region.read,
    "address": address.read,
    "text": freetext.read,
}
FINDERS = {
    "phone": phone.find,
    "email": email.find,
    "name": name.find,
    "area": area.find,
    "region": region.find,
    "address": address.find,
}
CHOICE_SLOTS = [
    choice_slot("buyer.financing"),
    choice_slot("buyer.appointment"),
    choice_slot("seller.reason"),
    choice_slot("champ.authority"),
]


def place(market: str) -> Surroundings:
    return replace(around(market), areas=AREAS[market])


def slot_of(kind: str, number: int = 0) -> Slot:
    if kind in ("choice", "multi"):
        return CHOICE_SLOTS[number % len(CHOICE_SLOTS)]
    return Slot(kind, kind, kind, optional=True)


PIECES = r"""
    no not stop call me yes cash preapproved talking to a lender sell first agent signed nothing tour
    saturday why delete my data im 15 call-me @ gmail.com dani at dot 512-555-0143 +49 0151 round rok
    Austin TX 78704 88 Oak Hollow Dr calle mayor 5 3ºB ist die Gegend sicher ¿ ? ! . , ; : - ( ) " '
    كاش اتصل فيني ليش ١٢٣ أم سلطان المارينا 😀 {{7*7}} <b> %0a ﷺ ½ ² Ⅷ ß İ
    would they take 430 español auf deutsch 4111 1111 1111 1111 DE89 3704 0044 123-45-6789 or and but
    """
WORDS = st.sampled_from([*PIECES.split(), "\u202e", "\u200b", "\x00", "\ud800"])
HOSTILE = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.tuples(WORDS, st.integers(1, 400)).map(lambda pair: (pair[0] + " ") * pair[1]),
    st.tuples(st.sampled_from(list(" -.,'@+(1a0ا١?\"/*%")), st.integers(1, 2500)).map(
        lambda pair: pair[0] * pair[1]
    ),
    st.tuples(st.sampled_from(["1 ", "a@", "@a.", "(1", "1-", "a.", "no ", "+1", "dot ", "x' "]), st.integers(1, 1000)).map(
        lambda pair: pair[0] * pair[1]
    ),
)  # fmt: skip
LAWS = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)


def json_ready(reading: Reading | None) -> None:
    if reading is None:
        return
    json.dumps(
        [reading.value, reading.low, reading.high, dict(reading.ask_with), dict(reading.extra)],
        allow_nan=False,
    ).encode()
    assert reading.value is None or not reading.refused
    start, end = reading.span
    assert 0 <= start <= end


@LAWS
@given(
    text=HOSTILE,
    kind=st.sampled_from(sorted(KINDS)),
    market=st.sampled_from(MARKETS),
    number=st.integers(0, 3),
)
def test_a_reader_never_raises_and_repeats_itself(
    text: str, kind: str, market: str, number: int
) -> None:
    read, slot, surroundings = KINDS[kind], slot_of(kind, number), place(market)
    first = read(text, slot, surroundings)
    assert read(text, slot, surroundings) == first
    json_ready(first)


@LAWS
@given(text=HOSTILE, kind=st.sampled_from(sorted(FINDERS)), market=st.sampled_from(MARKETS))
def test_a_value_found_in_running_text_lies_inside_it(text: str, kind: str, market: str) -> None:
    length = len(normalise.fold(text))
    for reading in FINDERS[kind](text, slot_of(kind), place(market)):
        json_ready(reading)
        assert reading.value is not None
        assert reading.span[0] < reading.span[1] <= length


@LAWS
@given(text=HOSTILE)
def test_intents_languages_and_secrets_never_raise(text: str) -> None:
    length = len(normalise.fold(text))
    for intent in intents.detect(text):
        assert 0 <= intent.span[0] < intent.span[1] <= length
        json.dumps([intent.id, dict(intent.data)])
    masked, _ = secrets.mask(text)
    assert secrets.mask(masked)[0] == masked
    assert isinstance(
        languages.detect(text) + answers.stance(text) + contact.preference(text), str
    )


EXPENSIVE = [
    "no " * 700,
    "a" * 2000,
    "1" * 2000,
    "1 " * 1000,
    "1-" * 1000,
    "(" * 2000,
    "a@" * 1000,
    "a." * 1000 + "@" + "b." * 400,
    "@" * 2000,
    "a@b." + "c." * 990,
    "+1 512 555 01 " * 140,
    "512-555-0143 " * 150,
    "4111 1111 1111 1111 " * 100,
    "DE89 3704 " * 200,
    "passport number " * 120,
    "not sure if i want to call or see or stop or sell first " * 36,
    "talking to a lender " * 100,
    "would they take " * 125,
    "round rok " * 200,
    "calle mayor " * 160,
    "88 oak hollow dr, " * 110,
    "dani at gmail dot com " * 90,
    "m" * 9 + " " + "mm" * 900,
    "ist die gegend sicher " * 90,
    "لا تتصل فيني " * 150,
    "و" * 2000,
    "\u0301" * 2000,
    "ﷺ" * 2000,
    "😀" * 2000,
    "a' " * 660,
    "x'" * 1000,
    '"' * 2000,
    ".com " * 400,
    "- " * 1000,
    "/ " * 1000,
    "qq ww ee rr tt yy " * 110,
    "abcdefgh " * 220,
]


def cpu(work: Callable[[], object]) -> float:
    """The least CPU time of a few goes: the machine is shared, the law is about the pattern."""
    best = 1.0
    for _ in range(4):
        cut.cache_clear()
        normalise.fold.cache_clear()
        normalise.plain.cache_clear()
        gc.disable()
        begin = time.process_time()
        work()
        spent = time.process_time() - begin
        gc.enable()
        best = min(best, spent)
        if best < SLOW / 2:
            break
    return best


@pytest.mark.parametrize(
    "text", EXPENSIVE, ids=lambda text: text[:16].encode("unicode_escape").decode()
)
def test_no_pattern_is_slow_on_any_text(text: str) -> None:
    surroundings = place("austin")
    slow = {}
    for kind, read in KINDS.items():
        spent = cpu(lambda read=read, kind=kind: read(text, slot_of(kind), surroundings))
        if spent > SLOW:
            slow[kind] = spent
    for kind, find in FINDERS.items():
        spent = cpu(lambda find=find, kind=kind: find(text, slot_of(kind), surroundings))
        if spent > SLOW:
            slow[f"find {kind}"] = spent
    for label, work in (
        ("intents", intents.detect),
        ("languages", languages.detect),
        ("secrets", secrets.mask),
    ):
        spent = cpu(lambda work=work: work(text))
        if spent > SLOW:
            slow[label] = spent
    assert slow == {}
