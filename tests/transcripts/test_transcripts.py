"""Golden dialogues: readable text files that an estate agent could review.

A file begins with what the page knew; then come the visitor's lines ("> …", "> [Button]",
"> (back)"), and below each what the bot must answer, to the letter. Between every two lines the
session is dumped and loaded. To accept what the bot says now:

    DOORSTEP_UPDATE=1 python -m pytest tests/transcripts
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import Any

import pytest

from bot.dialogue.effects import Answered, Effect, Ring, Said
from bot.dialogue.engine import Turn
from bot.dialogue.events import Back, Choose, Edit, Event, Silence, Skip, Text
from tests.dialogue.talking import Talk

FOLDER = Path(__file__).parent
FILES = sorted([*FOLDER.glob("buyer_*.txt"), *FOLDER.glob("listing_*.txt")])
UPDATE = os.environ.get("DOORSTEP_UPDATE") == "1"
WIDTH = 96
_COMMAND = re.compile(r"\((back|skip|edit|silence)(?: (\w+))?\)")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_the_dialogue_goes_as_written(file: Path) -> None:
    written = file.read_text("utf-8")
    played = play(written)
    if UPDATE:
        file.write_text(played, "utf-8")
    assert played == written


def test_there_are_dialogues() -> None:
    assert len(FILES) >= 8


def play(written: str) -> str:
    """The file as it would have to be written."""
    head, _, body = written.partition("\n\n")
    start = dict(line.split(": ", 1) for line in head.splitlines() if not line.startswith("#"))
    talk = Talk(start.pop("flow"), **_start(start))
    lines = [head, "", *_heard(talk.turn)]
    for said in (line for line in body.splitlines() if line.startswith("> ")):
        talk.take(_event(said[2:], talk))
        lines += ["", said, *_heard(talk.turn)]
    lines += ["", *_end(talk)]
    return "\n".join(lines) + "\n"


def _start(start: dict[str, str]) -> dict[str, Any]:
    made: dict[str, Any] = {
        key: start[key] for key in ("market", "channel", "lang") if key in start
    }
    if "known" in start:
        made["known"] = dict(pair.split("=") for pair in start["known"].split(", "))
    return made


def _event(said: str, talk: Talk) -> Event:
    """What a line of the visitor's means: words, a button, or a command in brackets."""
    if found := _COMMAND.fullmatch(said):
        name, rest = found[1], found[2] or ""
        commands = {"back": Back(), "skip": Skip(talk.open), "edit": Edit(rest)}
        return commands[name] if name in commands else Silence(int(rest))
    if said.startswith("[") and said.endswith("]"):
        ask = talk.ask
        assert ask is not None
        values = {label: value for value, label in ask.options}
        return Choose(ask.question, (values[said[1:-1]],))
    return Text(said)


def _heard(turn: Turn) -> list[str]:
    """What the bot says, what became of the answers, and who is rung."""
    lines: list[str] = []
    for effect in turn.effects:
        lines += _lines(effect)
    return lines


def _lines(effect: Effect) -> list[str]:
    if isinstance(effect, Said) and effect.sender == "bot":
        return [effect.text, *([f"    [{'] ['.join(effect.options)}]"] if effect.options else [])]
    if isinstance(effect, Answered):
        return [f"    = {effect.field}: {effect.value} ({effect.how})"]
    if isinstance(effect, Ring):
        return [f"    ! {effect.kind}: {effect.cause}"]
    return []


def _end(talk: Talk) -> list[str]:
    """How it ended, with the score."""
    session, score = talk.session, talk.turn.score
    dq = f" ({session.dq_reason})" if session.dq_reason else ""
    points = f"{score.fit} + {score.engagement} = {score.total}"
    lines = [f"END {session.status}{dq} · {points} · {score.band}"]
    lines += [f"    {r.points:+d} {r.text}" for r in score.reasons]
    return [*lines, *(f"    not hot: {line}" for line in score.gate if score.band != "hot")]
