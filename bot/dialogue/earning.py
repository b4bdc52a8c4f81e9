"""What an answer brings: points, interest shown, urgency, and the reason in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from bot.dialogue.flow import Question
from bot.records import frozen

URGENT: Final[Mapping[str, frozenset[str]]] = {  # besides an appointment and a call request
    "timeline": frozenset({"now", "1_3m"}),
    "stage": frozenset({"offer_accepted", "touring"}),
    "priority": frozenset({"top_now"}),
}


@frozen
class Earns:
    """What choosing an option brings."""

    rule: str
    points: int
    text: str  # the reason in words
    engagement: str = ""
    urgent: bool = False


def earnings(question: Question) -> dict[str, Earns]:
    """What each option brings that brings anything."""
    return {
        option.value: Earns(
            f"{question.id}.{option.value}",
            option.points or 0,
            option.because or option.label.lower(),
            option.engagement,
            option.engagement == "appointment" or option.value in URGENT.get(question.field, ()),
        )
        for option in question.options
        if option.points or option.engagement or option.value in URGENT.get(question.field, ())
    }


def thresholds(question: Question) -> tuple[tuple[int, str], ...]:
    """Rows such as "20+" of the points table, highest first."""
    rows = [row for row in question.points if row.endswith("+") and row[:-1].isdecimal()]
    return tuple(sorted(((int(row[:-1]), row) for row in rows), reverse=True))
