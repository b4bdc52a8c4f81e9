"""The whole set of conversations: its figures are printed, and a floor fails the build.

``conversations.jsonl`` and ``conversations_more.jsonl`` are ours; ``conversations_aside.jsonl``,
``conversations_second.jsonl`` and ``conversations_third.jsonl`` were written by people who had
seen neither the rules nor the tests (the figures of their first runs stand in
``fresh_first_run.md``).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.channels.replay import outcome
from tests.dialogue.talking import library
from tests.transcripts.judging import Verdict, judge, report, tables

DATA = Path(__file__).parents[1] / "data"
OWN = ("conversations.jsonl", "conversations_more.jsonl")
ASIDE = "conversations_aside.jsonl"
SECOND = "conversations_second.jsonl"
THIRD = "conversations_third.jsonl"
ALL = (*OWN, ASIDE, SECOND, THIRD)
FLOORS = {OWN: 99.0, (ASIDE,): 99.0, (SECOND,): 99.0, (THIRD,): 99.0}  # percent


def lines(*names: str) -> Iterator[dict[str, Any]]:
    """The conversations of some files."""
    for name in names:
        yield from map(json.loads, (DATA / name).read_text("utf-8").splitlines())


@cache
def verdicts(*names: str) -> tuple[Verdict, ...]:
    """Each conversation of some files, played and judged."""
    site = library().site
    return tuple(
        judge(line, outcome(library(), line), site.market(line["context"].get("market", "")).lang)
        for line in lines(*names)
    )


@pytest.mark.parametrize("names", FLOORS, ids=["ours", "kept aside", "second", "third"])
def test_fields_and_bands_stay_above_the_floor(
    names: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    found = verdicts(*names)
    with capsys.disabled():
        print(f"\n{' + '.join(names)}\n{report(found)}")
    total = tables(found)["all"]["all"]
    wrong = [f"{verdict.id}: {', '.join(verdict.wrong)}" for verdict in found if verdict.wrong]
    assert total.fields_share >= FLOORS[names], wrong
    assert total.bands_share >= FLOORS[names], [v.id for v in found if not v.band_right]


def test_stop_erasure_children_colleagues_and_call_requests_always_end_as_they_must() -> None:
    assert [v.id for v in verdicts(*ALL) if not v.ended_right] == []


def test_what_must_never_be_stored_is_not_and_nothing_is_asked_twice() -> None:
    assert [(v.id, v.forbidden) for v in verdicts(*ALL) if v.forbidden] == []
    assert [(v.id, v.asked_twice) for v in verdicts(*ALL) if v.asked_twice] == []


def test_the_set_is_large_and_knows_all_flows_languages_and_channels() -> None:
    found = list(lines(*ALL))
    assert len(found) >= 250
    assert len({line["id"] for line in found}) == len(found)
    assert {line["flow"] for line in found} == set(library().flows)
    assert {verdict.lang for verdict in verdicts(*ALL)} == {"en", "es", "de", "ar"}
    assert {line["channel"] for line in found} == {"web", "telegram"}
