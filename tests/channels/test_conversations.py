"""Conversations as people lead them, played end to end: what a sensible person expects of each.

``examples.jsonl`` are the ones we were given, ``conversations.jsonl`` our own. A field named in
``optional`` may be there or not; ``accept`` lists other good values; ``never`` must not be stored.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from bot.channels.replay import encode, outcome
from tests.dialogue.talking import library

DATA = Path(__file__).parents[1] / "data"
COMPARED = ("band", "status", "dq_reason", "asked")


def lines(name: str) -> list[dict[str, Any]]:
    """The conversations of a file."""
    text = (DATA / name).read_text("utf-8")
    return [json.loads(line) for line in text.splitlines()]


GIVEN, OURS = lines("examples.jsonl"), lines("conversations.jsonl")
each = pytest.mark.parametrize("line", [*GIVEN, *OURS], ids=lambda line: str(line["id"]))


@cache
def _played(text: str) -> dict[str, Any]:
    return outcome(library(), json.loads(text))


def played(line: Mapping[str, Any]) -> dict[str, Any]:
    """What comes of a conversation."""
    return _played(json.dumps(line))


@each
def test_the_fields_are_as_a_sensible_person_reads_them(line: dict[str, Any]) -> None:
    expect, found = line["expect"], played(line)["fields"]
    wanted = dict(expect["fields"])
    for name in expect.get("optional", ()):
        if name not in found:
            wanted.pop(name, None)
    for name, others in expect.get("accept", {}).items():
        if found.get(name) in others:
            wanted[name] = found.get(name)
    assert found == {name: value for name, value in wanted.items() if value is not None}


@each
def test_band_status_and_questions_are_as_expected(line: dict[str, Any]) -> None:
    expect, found = line["expect"], played(line)
    assert {key: found.get(key) for key in COMPARED if key in expect} == {
        key: expect[key] for key in COMPARED if key in expect
    }


@each
def test_the_score_is_as_expected_and_its_reasons_add_up(line: dict[str, Any]) -> None:
    found = played(line)
    if "ref_score" in line["expect"]:
        assert found["score"] == line["expect"]["ref_score"]
    assert sum(reason["points"] for reason in found["reasons"]) == found["score"]["total"]
    assert all(reason["text"] and reason["rule"] for reason in found["reasons"])


@each
def test_nothing_is_asked_twice_without_being_asked_to(line: dict[str, Any]) -> None:
    found = played(line)
    if "asked" not in line["expect"]:
        assert len(set(found["asked"])) == len(found["asked"])
    for name in line["expect"].get("must_not", ()):
        assert name not in found["fields"]
    if "never" in line["expect"]:
        assert line["expect"]["never"] not in encode(found)


@each
def test_a_lead_rings_loudly_at_most_once_and_only_when_it_should(line: dict[str, Any]) -> None:
    found = played(line)
    loud = [alert for alert in found["alerts"] if alert["kind"] in ("hot", "callback")]
    assert len(loud) <= 1
    if found["band"] == "hot":
        assert len(loud) == 1
        assert loud[0]["to"]
    if found["band"] == "disqualified" and line["expect"].get("dq_reason") != "opt_out":
        assert loud == []


def test_there_are_conversations_enough_of_both_flows() -> None:
    flows = [line["flow"] for line in OURS]
    assert len(OURS) >= 25
    assert flows.count("buyer") >= 15
    assert flows.count("listing") >= 10
