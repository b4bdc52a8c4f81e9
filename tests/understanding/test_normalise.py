"""Folding: what is taken away, what is made the same, and what must stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.normalise import LIMIT, clean, fold, plain

ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)

FOLDED = [
    ("plain text, 500k", "plain text, 500k"),
    ("٥٠٠ ألف", "500 ألف"),
    ("۱۲۳", "123"),
    ("५०० lakh", "500 lakh"),
    ("５００ｋ", "500k"),
    ("٥٠٠٬٠٠٠", "500,000"),
    ("١٫٥", "1.5"),
    ("٢٠٪", "20%"),
    ("1\u202f200\u00a0000", "1 200 000"),
    ("1’200’000", "1'200'000"),
    ("350–400k", "350-400k"),
    ("−5", "-5"),
    ("Bob\u2028Smith", "Bob Smith"),
    ("Bob\u0085Smith", "Bob Smith"),
    ("a\r\n\tb", "a b"),
    ("\ufeffBob", "Bob"),
    ("+1555010019\u202e9", "+15550100199"),
    ("a\u200b\u200d\u2066b\u2069", "ab"),
    ("\U000e0041\U000e0042", ""),
    ("\x1b[2J\x1b[31mBob", "Bob"),
    ("a\ud800b", "ab"),
    ("buy\x00", "buy"),
    ("²³¹", "²³¹"),
    ("½", "½"),
    ("2½ million", "2½ million"),
    ("⁺¹²³⁴", "⁺¹²³⁴"),
    ("①", "①"),
    ("1️⃣", "1"),
    ("مـــليون", "مليون"),
    ("مِليُون", "مليون"),
    ("𝓑𝓸𝓫", "Bob"),
    ("Zoë", "Zoë"),
    ("Zoe\u0308", "Zoë"),
    ("", ""),
    ("   ", ""),
]


@pytest.mark.parametrize(("text", "expected"), FOLDED)
def test_folding_gives_what_a_reader_expects(text: str, expected: str) -> None:
    assert fold(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chamberí", "chamberi"),
        ("MÜLLER", "muller"),
        ("Straße", "straße"),
        ("أربعة", "اربعه"),
        ("إلى", "الي"),
        ("İstanbul", "istanbul"),
        ("Café ½", "cafe ½"),
    ],
)
def test_plain_text_has_no_case_and_no_accents(text: str, expected: str) -> None:
    assert plain(text) == expected


def test_what_is_stored_keeps_its_letters() -> None:
    assert clean("  Zoë \n O’Brien ") == "Zoë O’Brien"
    assert clean("أمُّ سلطان") == "أمُّ سلطان"


def test_the_limit_holds_after_folding() -> None:
    assert len(fold("\ufdfa" * 2000)) <= LIMIT
    assert len(clean("x" * 70_000)) == LIMIT
    assert len(plain("\u0301" * 3000)) <= LIMIT


@given(ANY_TEXT)
def test_folding_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert fold(fold(text)) == fold(text)


@given(ANY_TEXT)
def test_a_position_in_plain_text_is_a_position_in_folded_text(text: str) -> None:
    assert len(plain(text)) == len(fold(text))


@given(ANY_TEXT)
def test_folded_text_is_one_line_that_can_be_encoded(text: str) -> None:
    folded = fold(text)
    folded.encode("utf-8")
    assert folded.splitlines() in ([folded], [])
    assert not any(ch.isdecimal() and not ch.isascii() for ch in folded)
