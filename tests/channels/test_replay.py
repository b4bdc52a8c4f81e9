"""``doorstep replay``: the same bytes for the same line; a line that cannot run stops none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner, Result

from bot.channels.replay import replay
from bot.cli import group
from tests.dialogue.talking import library

GOOD = {
    "id": "one",
    "flow": "buyer",
    "context": {"market": "austin", "now": "2026-03-10T14:05"},
    "turns": ["Round Rock", "3", "450k"],
}
KEYS = ["id", "fields", "band", "status", "score", "reasons", "asked", "transcript", "alerts"]


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped flows are read once for all tests."""
    found = library()
    monkeypatch.setattr("bot.library.Library.load", lambda *_args, **_more: found)


def run(*lines: Any) -> Result:
    """The command with these lines on stdin."""
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    return CliRunner().invoke(group, ["replay"], input=text)


def test_a_line_gives_its_outcome() -> None:
    result = run(GOOD)
    assert result.exit_code == 0
    found = json.loads(result.stdout)
    assert list(found) == KEYS
    assert found["fields"] == {"area": "Round Rock", "beds_min": 3, "budget_max": 450000}
    assert (found["band"], found["status"]) == ("cold", "partial")
    assert found["score"] == {"fit": 17, "engagement": 0, "total": 17}
    assert found["reasons"][0] == {
        "rule": "area.known", "points": 5, "text": "area we cover", "quote": "Round Rock",
    }  # fmt: skip
    assert [line["from"] for line in found["transcript"][:4]] == ["bot", "bot", "visitor", "bot"]
    assert found["transcript"][3]["options"] == ["1", "2", "3", "4+"]


def test_a_reason_to_refuse_is_told() -> None:
    found = json.loads(run({**GOOD, "turns": ["Denver"]}).stdout)
    assert found["dq_reason"] == "out_of_area"


def test_the_same_line_gives_the_same_bytes() -> None:
    lines = [json.dumps(GOOD), json.dumps({**GOOD, "turns": ["delete my data"]})]
    assert list(replay(library(), lines)) == list(replay(library(), lines))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "no JSON"),
        ("[]", "no JSON object"),
        ("null", "no JSON object"),
        ("1" * 5000, "no JSON"),
        ("[" * 100_000, "no JSON"),
        ({**GOOD, "flow": "villa"}, "no flow “villa”"),
        ({**GOOD, "flow": None}, "no flow"),
        ({**GOOD, "turns": "hi"}, "list of texts"),
        ({**GOOD, "turns": [1]}, "list of texts"),
        ({**GOOD, "turns": [""] * 2001}, "more than 2000"),
        ({**GOOD, "channel": "fax"}, "web or telegram"),
        ({**GOOD, "context": []}, None),
        ({**GOOD, "context": "austin"}, "must be an object"),
        ({**GOOD, "context": {**GOOD["context"], "market": "atlantis"}}, "no market “atlantis”"),
        ({**GOOD, "context": {"market": "austin", "now": "yesterday"}}, "“now” is 'yesterday'"),
        ({**GOOD, "context": {"market": "austin"}}, "“now” is None"),
        ({**GOOD, "context": {**GOOD["context"], "tz": "Mars/North"}}, "Mars/North"),
        ({**GOOD, "context": {**GOOD["context"], "slots": "soon"}}, "must be a list"),
    ],
)  # fmt: skip
def test_a_line_that_cannot_be_run_says_why_and_the_run_goes_on(
    line: Any, words: str | None
) -> None:
    result = run(line, GOOD)
    first, second = (json.loads(text) for text in result.stdout.splitlines())
    assert second["id"] == "one"
    assert second["status"] == "partial"
    assert result.exit_code == 1
    assert set(first) == {"id", "error"}
    if words is not None:
        assert words in first["error"]


def test_bytes_that_are_no_text_are_no_crash() -> None:
    result = CliRunner().invoke(group, ["replay"], input=b'{"id": "\xff\xfe"}\n\n')
    assert json.loads(result.stdout)["error"]
    assert result.exit_code == 1


def test_the_clock_stands_at_the_lines_own_now_in_its_own_zone() -> None:
    def timeline(now: str, **more: str) -> Any:
        context = {"market": "austin", "now": now, **more}
        line = {**GOOD, "context": context, "turns": ["Austin", "2", "400k", "by april 1"]}
        return json.loads(run(line).stdout)["fields"]["timeline"]

    assert timeline("2026-03-10T14:05") == "now"
    assert timeline("2026-02-10T14:05") == "1_3m"
    assert timeline("2026-03-01T23:30", tz="Pacific/Honolulu") == "now"


def test_a_country_stands_for_its_first_market_and_a_deep_link_for_its_home() -> None:
    line = {**GOOD, "context": {"country": "GB", "now": "2026-03-10T14:05"}, "turns": ["Leeds"]}
    assert json.loads(run(line).stdout)["fields"] == {"area": "Leeds"}
    context = {**GOOD["context"], "start": "home-MLS1234567"}
    found = json.loads(run({**GOOD, "flow": "listing", "context": context, "turns": []}).stdout)
    assert "1808 Juniper Hill Dr" in found["transcript"][0]["text"]


def test_alerts_name_the_agents_and_what_they_would_read() -> None:
    turns = [
        "Round Rock",
        "3",
        "450k",
        "asap",
        "cash",
        "no",
        "Ann Lee",
        "512-555-0142",
        "no",
        "no",
    ]
    alerts = json.loads(run({**GOOD, "turns": turns}).stdout)["alerts"]
    assert [(alert["kind"], alert["silent"]) for alert in alerts] == [
        ("hot", False), ("update", True), ("update", True),
    ]  # fmt: skip
    assert alerts[0]["to"] == ["dana"]
    assert alerts[0]["text"].startswith("🔥 80 · Ann Lee")
