"""``doorstep understand``: what a text is read as, and what the bot would ask."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner

from bot.cli import main
from bot.commands.understand import command
from tests.dialogue.talking import library

NOW = ("--now", "2026-03-10T14:05")


@pytest.fixture(autouse=True)
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """The shipped flows are read once for all tests."""
    found = library()
    monkeypatch.setattr("bot.library.Library.load", lambda *_args, **_more: found)


def understand(text: str, *options: str) -> dict[str, Any]:
    """The one line that comes of one text."""
    result = CliRunner().invoke(command, list(options), input=text + "\n", catch_exceptions=False)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads(result.stdout)
    assert found.pop("text") == text
    return found


@pytest.mark.parametrize(
    ("text", "options", "value"),
    [
        ("$10", ("money",), 10),
        ("500", ("money", "--flow", "buyer", "--question", "budget"), 500000),
        ("2.5 cr", ("money", "--market", "mumbai"), 25_000_000),
        ("380.000 €", ("money", "--market", "madrid"), 380_000),
        ("maybe august", ("timeline", *NOW), "3_6m"),
        ("preapproved", ("choice", "--flow", "buyer", "--question", "financing"), "preapproved"),
        ("512-555-0142", ("phone",), "+15125550142"),
        ("07700 900123", ("phone", "--market", "leeds"), "+447700900123"),
        ("round rok", ("area",), "Round Rock"),
        ("sat 11am", ("datetime", *NOW), "2026-03-14T11:00"),
        ("its Dani", ("name",), "Dani"),
        ("sí", ("yesno", "--lang", "es"), True),
        ("studio", ("number", "--flow", "buyer", "--question", "beds_min"), 0),
        ("20%", ("percent",), 20),
    ],
)  # fmt: skip
def test_a_text_is_read(text: str, options: tuple[str, ...], value: Any) -> None:
    assert understand(text, *options)["value"] == value


def test_a_range_has_its_ends() -> None:
    found = understand("350-400k", "money", "--flow", "buyer", "--question", "budget")
    assert found == {"value": 400000, "low": 350000, "high": 400000}


def test_what_cannot_be_read_is_null_and_says_what_the_bot_would_ask() -> None:
    found = understand("flurb", "money")
    assert found["value"] is None
    assert "number" in found["ask"]


def test_a_refusal_is_null_and_asks_nothing() -> None:
    assert understand("skip", "money") == {"value": None}


def test_lines_are_answered_one_by_one() -> None:
    result = CliRunner().invoke(command, ["money"], input="1k\n\n2k\n")
    assert [json.loads(line)["value"] for line in result.stdout.splitlines()] == [1000, None, 2000]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["choice"], "name both --flow and --question"),
        (["money", "--question", "budget"], "name both"),
        (["money", "--flow", "villa", "--question", "budget"], "no flow “villa”"),
        (["money", "--flow", "buyer", "--question", "villa"], "no question “villa”"),
        (["money", "--market", "atlantis"], "no market “atlantis”"),
        (["money", "--now", "soon"], "--now is “soon”"),
        (["colour"], "colour"),
    ],
)
def test_a_mistake_is_one_plain_sentence(
    arguments: list[str],
    words: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("sys.argv", ["doorstep", "understand", *arguments])
    with pytest.raises(SystemExit) as stop:
        main()
    assert stop.value.code == 2
    assert words in capsys.readouterr().err


def test_help_has_an_example() -> None:
    assert "Example:" in CliRunner().invoke(command, ["--help"]).stdout
