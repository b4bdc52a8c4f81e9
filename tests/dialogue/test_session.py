"""A session is written and read without loss, and a newer or broken one is refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dialogue.session import Answer, BrokenSession, Session, UnknownSessionVersion, dump, load

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
VALUES = st.one_of(
    WORDS,
    st.booleans(),
    st.integers(-(2**53), 2**53),
    st.floats(-1e12, 1e12),
    st.lists(WORDS, max_size=3),
)
ANSWERS = st.builds(
    Answer,
    value=VALUES,
    raw=WORDS,
    question=WORDS,
    how=st.sampled_from(["typed", "button", "known"]),
    at=WORDS,
    low=st.none() | st.integers(0, 10**9),
    high=st.none() | st.integers(0, 10**9),
)
TUPLES = st.lists(WORDS, max_size=4).map(tuple)
SESSIONS = st.builds(
    Session,
    flow=WORDS,
    flow_hash=WORDS,
    state=WORDS,
    status=st.sampled_from(["partial", "complete", "handoff", "stopped"]),
    channel=WORDS,
    lang=WORDS,
    answers=st.dictionaries(WORDS, ANSWERS, max_size=4),
    skipped=TUPLES,
    asked=TUPLES,
    path=TUPLES,
    flags=TUPLES,
    interrupted=TUPLES,
    notes=TUPLES,
    retries=st.integers(0, 9),
    turns=st.integers(0, 999),
    pending=st.dictionaries(WORDS, WORDS, max_size=2),
    context=st.dictionaries(WORDS, VALUES, max_size=3),
    stack=st.lists(st.tuples(WORDS, WORDS), max_size=2).map(tuple),
    resume=WORDS,
)


@settings(max_examples=40, deadline=None)
@given(SESSIONS)
def test_what_is_dumped_is_what_is_loaded(session: Session) -> None:
    assert load(dump(session)) == session


@settings(max_examples=40, deadline=None)
@given(SESSIONS)
def test_the_same_session_has_the_same_bytes(session: Session) -> None:
    assert dump(load(dump(session))) == dump(session)


def test_a_fresh_session_is_small() -> None:
    assert len(dump(Session("buyer", "0123456789abcdef", "area"))) < 120


def test_a_session_of_a_newer_format_is_refused() -> None:
    newer = json.dumps({"v": 99, "flow": "buyer", "flow_hash": ""})
    with pytest.raises(UnknownSessionVersion, match="99"):
        load(newer)


@pytest.mark.parametrize(
    "text",
    ["", "[]", "null", "{}", '{"v":1}', '{"v":1,"flow":"a","flow_hash":"b","extra":1}',
     '{"v":1,"flow":"a","flow_hash":"b","answers":{"x":1}}',
     '{"v":1,"flow":"a","flow_hash":"b","stack":[1]}'],
)  # fmt: skip
def test_what_is_no_session_is_our_own_error(text: str) -> None:
    with pytest.raises((BrokenSession, UnknownSessionVersion)):
        load(text)
