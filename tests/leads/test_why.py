"""Every point has its words, its time and its version."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bot.leads.why import explain, weightiest
from tests.leads.people import BLANK, CHRIS, HASH, HOT_AT, answer

EARLY = HOT_AT - timedelta(minutes=3)
LATER = HOT_AT - timedelta(minutes=1)


def test_every_point_is_explained() -> None:
    why = explain(CHRIS, [answer("timeline", EARLY), answer("phone", LATER)])
    assert [(line.rule, line.points, line.text, line.quote) for line in why.lines] == [
        ("base", 15, "this home", ""),
        ("timeline.now", 20, "right away", "asap"),
        ("phone", 10, "gave a phone number", "737 555 0141"),
        ("call_now", 15, "asked to be called", ""),
    ]
    assert {line.version for line in why.lines} == {HASH}
    assert [line.engagement for line in why.lines] == [False, False, True, True]


def test_a_reason_has_the_time_of_its_last_answer() -> None:
    said = [answer("timeline", EARLY), answer("timeline", LATER), answer("phone", EARLY)]
    why = explain(CHRIS, said)
    assert [line.at for line in why.lines] == [HOT_AT, LATER, EARLY, EARLY]


def test_what_stood_in_the_way_is_said() -> None:
    lead = replace(BLANK, gate='["the score is 0, hot begins at 70"]')
    why = explain(lead, [])
    assert why.gate == ("the score is 0, hot begins at 70",)
    assert why.lines == ()
    assert why.verdict == "Cold: 0 points."


def test_the_verdict_names_the_band() -> None:
    assert explain(CHRIS, []).verdict == "Hot: 95 points, reachable and urgent."
    gone = explain(replace(CHRIS, band="disqualified"), [])
    assert gone.verdict.startswith("Disqualified")


def test_the_verdict_of_a_call_request_is_the_call_and_not_the_points() -> None:
    gate = '["asked to be called and left a number: hot whatever the score"]'
    assert explain(replace(CHRIS, total=47, gate=gate), []).verdict == (
        "Hot with 47 points, as the visitor asked to be called and left a number: "
        "hot whatever the score."
    )


def test_the_weightiest_reason_comes_first() -> None:
    lines = weightiest(explain(CHRIS, []).lines)
    assert [line.points for line in lines] == [20, 15, 15, 10]


def test_reasons_of_another_shape_are_passed_over() -> None:
    lead = replace(CHRIS, reasons='["old", {"rule": "x", "points": "5"}]')
    assert [(line.rule, line.points) for line in explain(lead, []).lines] == [("x", 0)]
