"""The five agents of the day, as they are: some quick, some driving, one who never looks."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.day.town import CHATS


@dataclass(frozen=True)
class Habit:
    """How somebody reacts to a ring: after how long, and what they do how often."""

    quick: int  # seconds, the fastest
    slow: int
    claims: float
    passes: float
    snoozes: float


HABITS = {
    "dana": Habit(20, 240, 0.62, 0.12, 0.06),
    "marcus": Habit(40, 420, 0.5, 0.2, 0.1),
    "priya": Habit(15, 150, 0.7, 0.1, 0.0),
    "omar": Habit(60, 700, 0.4, 0.1, 0.15),
    "lena": Habit(30, 600, 0.35, 0.3, 0.05),
}
REASONS = ("Busy", "area", "price", "Something")


@dataclass(frozen=True)
class Reaction:
    """What somebody is about to press."""

    agent: str
    wait: timedelta
    message: dict[str, Any]
    button: str


def reaction(agent: str, message: dict[str, Any], dice: random.Random) -> Reaction | None:
    """What an agent will do about a message; often nothing."""
    habit, labels = HABITS[agent], _labels(message)
    wait = timedelta(seconds=dice.randrange(habit.quick, habit.slow))
    draw = dice.random()
    if any("Take all" in label for label in labels):
        button = "Take all" if draw < 0.3 else "1" if draw < 0.8 else ""
    elif "What came of it" in message["text"]:
        button = dice.choice(("Reached", "No answer", "Booked")) if draw < 0.8 else ""
    elif any("Claim" in label for label in labels):
        button = _to_a_ring(habit, draw)
    else:
        button = "Calling now" if any("Calling" in label for label in labels) else ""
    return Reaction(agent, wait, message, button) if button else None


def after_claim(agent: str, dice: random.Random) -> tuple[timedelta, str] | None:
    """What they note some minutes after a claim; some forget."""
    if dice.random() < 0.3:
        return None
    verbs = ("Reached", "Reached", "No answer", "Booked", "Hand over", "Give back")
    return timedelta(minutes=dice.randrange(3, 25)), dice.choice(verbs)


def reason(dice: random.Random) -> str:
    """Why they pass."""
    return dice.choice(REASONS)


def agent_of(chat: int) -> str:
    """Whose chat it is, "" for the group."""
    return next((name for name, id_ in CHATS.items() if id_ == chat), "")


def _to_a_ring(habit: Habit, draw: float) -> str:
    if draw < habit.claims:
        return "Claim"
    if draw < habit.claims + habit.passes:
        return "Pass"
    return "15 min" if draw < habit.claims + habit.passes + habit.snoozes else ""


def _labels(message: dict[str, Any]) -> list[str]:
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    return [button["text"] for row in rows for button in row]
