"""What the agents must know after a turn, and what they know already."""

from __future__ import annotations

from bot.dialogue.closing import scored
from bot.dialogue.draft import Draft
from bot.dialogue.effects import Ring
from bot.dialogue.memory import reachable
from bot.dialogue.scoring import DISQUALIFIED, HOT, WARM

RANG = "rang"  # the lead has rung: whatever comes later is an update of that alert


def ring(draft: Draft) -> None:
    """A lead rings once for its first reason; later news change that alert silently."""
    if not draft.changed and not _news(draft):
        return
    if RANG in draft.flags:
        draft.effects.append(Ring("update", f"turn:{draft.turns}", _data(draft)))
        return
    kind, cause = _first_cause(draft)
    if kind:
        draft.effects.append(Ring(kind, cause, _data(draft)))
    if kind in ("hot", "callback"):
        draft.flags.append(RANG)


def _first_cause(draft: Draft) -> tuple[str, str]:
    band = scored(draft).band
    if band == DISQUALIFIED:
        return "", ""
    if band == HOT:
        return "hot", "hot"
    if draft.status == "handoff":
        return "callback", "call_now"
    if _booked(draft):
        return "callback", "booking"
    if band == WARM and draft.status == "complete" and draft.session.status != "complete":
        return "warm", "complete"
    return "", ""


def _booked(draft: Draft) -> bool:
    """A viewing is asked for, and there is a way to confirm it or nothing more to come."""
    return "viewing_at" in draft.answers and (reachable(draft) or draft.status == "complete")


def _news(draft: Draft) -> bool:
    return draft.status != draft.session.status or len(draft.notes) != len(draft.session.notes)


def _data(draft: Draft) -> dict[str, str]:
    """The visitor's own question, for the agent."""
    return {"asked": draft.notes[-1]} if draft.notes else {}
