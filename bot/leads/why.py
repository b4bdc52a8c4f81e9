"""Why a lead has its score: every point with its words, when they were said, by which version of
the rules, and what stood in the way of hot."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Final

from bot.leads.stored import StoredAnswer, StoredLead, parsed
from bot.records import frozen

FIT_CAP: Final = 70
ENGAGEMENT_CAP: Final = 30
_OF_FIELD: Final = {"call_now": "phone"}  # engagement rules that rest on another question's answer


@frozen
class Line:
    """One reason. ``version`` is the content hash of the flow whose rules gave the points."""

    rule: str
    points: int
    text: str
    quote: str
    engagement: bool
    version: str
    at: datetime


@frozen
class Explanation:
    """The whole score of a lead. ``gate`` is empty when nothing stood in the way of hot."""

    lead_id: str
    band: str
    fit: int
    engagement: int
    total: int
    lines: tuple[Line, ...]
    gate: tuple[str, ...]
    version: str
    at: datetime

    @property
    def verdict(self) -> str:
        """The band in one sentence."""
        if self.band == "hot" and self.gate:
            return f"Hot with {self.total} points, as the visitor {self.gate[0]}."
        if self.band == "hot":
            return f"Hot: {self.total} points, reachable and urgent."
        if self.band == "disqualified":
            return "Disqualified: nobody is alerted, and the points do not count."
        return f"{self.band.capitalize()}: {self.total} points."


def explain(lead: StoredLead, answers: Iterable[StoredAnswer]) -> Explanation:
    """The explanation of a stored lead, from what was stored with it."""
    said = _latest(answers)
    reasons = [reason for reason in parsed(lead.reasons, []) if isinstance(reason, dict)]
    lines = tuple(_line(reason, lead, said) for reason in reasons)
    gate = tuple(str(words) for words in parsed(lead.gate, []))
    return Explanation(
        lead_id=lead.id,
        band=lead.band,
        fit=lead.fit,
        engagement=lead.engagement,
        total=lead.total,
        lines=lines,
        gate=gate,
        version=lead.flow_hash,
        at=lead.updated_at,
    )


def weightiest(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The same lines, what counted most first."""
    return tuple(sorted(lines, key=lambda line: -line.points))


def _latest(answers: Iterable[StoredAnswer]) -> Mapping[str, StoredAnswer]:
    """The last answer by its question and by its field."""
    found: dict[str, StoredAnswer] = {}
    for answer in answers:
        for key in (answer.field, answer.question):
            if key:
                found[key] = answer
    return found


def _line(
    reason: Mapping[str, object], lead: StoredLead, said: Mapping[str, StoredAnswer]
) -> Line:
    rule = str(reason.get("rule", ""))
    question = rule.partition(".")[0]
    answer = said.get(question) or said.get(_OF_FIELD.get(question, ""))
    points = reason.get("points", 0)
    return Line(
        rule=rule,
        points=points if isinstance(points, int) else 0,
        text=str(reason.get("text", "")),
        quote=str(reason.get("quote", "")),
        engagement=reason.get("engagement") is True,
        version=lead.flow_hash,
        at=answer.at if answer else lead.updated_at,
    )
