"""The language of ``when:``: small, safe, and clear about what it does not take."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.dialogue.conditions import ConditionError, compile_condition

VALUES: dict[str, Any] = {
    "country": "US", "budget": 400_000, "plan": "buy", "pets": False, "ok": True,
    "features": ("pool", "garage"), "rooms": 2.5, "name": "",
}  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        'country == "US"',
        "country == 'US'",
        '"US" == country',
        'country != "DE"',
        "budget >= 400000",
        "budget > 100 and budget < 500000",
        "100 < budget <= 400000",
        'plan in ("buy", "rent")',
        'plan in ["buy"]',
        'plan in {"buy", "rent"}',
        'plan in ("buy")',
        'plan not in ("sell", "let")',
        '"pool" in features',
        '"sauna" not in features',
        "not phone",
        "no phone",
        "no phone or email",
        "ok",
        "ok == true",
        "pets == False",
        "phone == none",
        "not (pets or phone)",
        "rooms >= 2.5",
        "rooms > -1",
        'country == "US" and (budget or plan == "x") and not pets',
        "no phone and no email",
        "  ok  ",
    ],
)
def test_holds(source: str) -> None:
    assert compile_condition(source)(VALUES) is True


@pytest.mark.parametrize(
    "source",
    [
        "phone",
        "phone > 5",
        "phone < 5",
        "phone >= 5",
        "5 <= phone",
        'phone == "x"',
        "plan > 5",  # a text is neither above nor below a number
        "plan <= 5",
        "pets",
        "name",
        "not ok",
        "no plan",
        'country == "us"',
        '"pool" in plan',  # plan is one answer, not a list
        '"pool" in phone',
        "budget > 400000 or budget < 400000",
        "ok and pets",
        'plan != "buy"',
    ],
)
def test_does_not_hold(source: str) -> None:
    assert compile_condition(source)(VALUES) is False


def test_an_unanswered_field_differs_from_every_value() -> None:
    assert compile_condition('phone != "x"')({}) is True


def test_quoted_words_are_left_alone() -> None:
    assert compile_condition('plan == "no phone"')({"plan": "no phone"}) is True
    assert compile_condition("plan == 'a = b'")({"plan": "a = b"}) is True


def test_names_are_listed_with_their_places() -> None:
    condition = compile_condition('country == "US" and not phone or country == "GB"')
    assert condition.names == {"country": 0, "phone": 24}
    assert condition.compared == (("country", "US", 11), ("country", "GB", 44))


@pytest.mark.parametrize(
    ("source", "words", "offset"),
    [
        ('country = "US"', 'country == "US"', 8),
        ("country in (US, DE)", 'quotes around the words in brackets: "US"', 12),
        ("country ==", "cannot be read", 0),
        ("(country", "bracket is missing", 0),
        ('country == "US', "quotation mark is missing", 11),
        ("country && plan", "write and / or", 8),
        ("country == “US”", "curly quotes", 11),
        ("country is None", "compares with", 0),
        ("len(plan)", "may hold only", 0),
        ("plan.upper", "may hold only", 0),
        ("plan[0]", "may hold only", 0),
        ("budget + 1 > 2", "“budget + 1” is none", 0),
        ("budget ** 9", "may hold only", 0),
        ('"x" * 9 == plan', "may hold only", 0),
        ("plan in f()", "may hold only", 8),
        ("lambda: 1", "may hold only", 0),
        ("plan if ok else pets", "may hold only", 0),
        ("[x for x in plan]", "may hold only", 0),
        ('f"{plan}"', "may hold only", 0),
        ("(plan := 5)", "compares with ==", 7),
        ("plan in (b'x',)", "may hold only", 9),
        ("plan == 1j", "may hold only", 8),
        ("-plan", "may hold only", 0),
        ("ok\nand pets", "one line", 0),
        ('plan == "\\x41"', "backslash", 0),
        ("ok and " * 80 + "ok", "longer than", 0),
        ("not " * 90 + "ok", "too many parts", 0),
        ("", "cannot be read", 0),
        ("...", "may hold only", 0),
    ],
)
def test_anything_else_is_refused_in_words(source: str, words: str, offset: int) -> None:
    with pytest.raises(ConditionError) as caught:
        compile_condition(source)
    assert words in str(caught.value)
    assert caught.value.offset == offset


@given(st.text(max_size=60))
@example("\x00")
@example("((((((((((")
@example("9" * 300)
@example("0777")
@example("1if 2else 3")
@example("'\\N{x}'")
def test_any_text_compiles_or_is_refused(source: str) -> None:
    try:
        condition = compile_condition(source)
    except ConditionError:
        return
    assert condition({}) in {True, False}


NAMES = st.sampled_from(["a", "b", "phone"])
LITERALS = st.sampled_from(['"x"', "5", "2.5", "true", "none"])
SIMPLE = st.one_of(
    NAMES,
    st.builds("{} {} {}".format, NAMES, st.sampled_from(["==", "!=", "<", ">="]), LITERALS),
    st.builds("{} in ({}, {})".format, NAMES, LITERALS, LITERALS),
)
CONDITIONS = st.recursive(
    SIMPLE,
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not {}".format, inner),
    ),
    max_leaves=6,
)
ANSWERS = st.dictionaries(NAMES, st.sampled_from([None, "x", "y", 5, 2.5, True, False, 0, ("x",)]))


@given(CONDITIONS, ANSWERS)
def test_a_condition_and_its_opposite_never_agree(source: str, values: dict[str, Any]) -> None:
    holds = compile_condition(source)(values)
    assert compile_condition(f"not ({source})")(values) is not holds
