"""What an agent reads besides the first alert: everything at once, reminders, the second rings.

Made like the alert itself: plain lines, escaped as a whole at the end.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from bot.leads import words
from bot.leads.alert_text import (
    Room,
    contact_line,
    lines_of,
    marked,
    name_of,
    subject,
    wish_parts,
)
from bot.leads.facts import AlertFacts
from bot.leads.timeline import REASONS
from bot.leads.values import label

MOST: Final = 3500  # of the 4,096 characters that Telegram takes, before escaping
CONTACT: Final = frozenset({"phone", "email"})
HIDDEN: Final = frozenset({"consent_marketing"})
ANSWER: Final = 120
MONEY: Final = frozenset({"budget_min", "budget_max"})


def everything(facts: AlertFacts, why_routed: str, *, html: bool = True) -> str:
    """All answers, why it is hot, where it came from, and when this person may be called."""
    here = facts.at.astimezone(facts.tz)
    lines = [subject(facts), contact_line(facts), ""]
    lines += [f"{label(name)}: {value}" for name, value in _answers(facts)]
    reasons = sorted((r for r in facts.reasons if r.points), key=lambda r: -r.points)
    told = [f"{reason.points:+d} {words.one_line(reason.text, 60)}" for reason in reasons]
    lines += ["", f"Why {facts.total}:", *told] if told else []
    lines += ["", f"Source: {_source(facts.source, facts.channel)}"]
    lines += [f"Calls: {facts.hours}, {words.clock(here, facts.tz)} was when it rang"]
    lines += [f"Routing: {words.one_line(why_routed, 500)}"] if why_routed else []
    return marked(words_within("\n".join(lines).strip(), MOST), html=html)


def passed(facts: AlertFacts, reason: str, *, html: bool = True) -> str:
    """The alert of somebody who passed: one line, and no number."""
    why = REASONS.get(reason, "").split(" ", 1)[-1].lower() or "passed"
    return marked(f"👎 You passed ({why}) · {_briefly(facts)}", html=html)


def snoozed(facts: AlertFacts, until: datetime) -> str:
    """A last line below an alert that its agent put off."""
    return f"⏰ You are reminded at {words.clock(until, facts.tz)}"


def again(facts: AlertFacts, *, html: bool = True) -> str:
    """What an agent asked to be reminded of."""
    return marked(lines_of(f"⏰ As you asked: {subject(facts)}", contact_line(facts)), html=html)


def morning(facts: AlertFacts, *, html: bool = True) -> str:
    """A lead of the night, once somebody may call."""
    since = words.clock(facts.at, facts.tz)
    return marked(lines_of(f"☀️ Since {since}: {subject(facts)}", contact_line(facts)), html=html)


def released(facts: AlertFacts, by: str, *, html: bool = True) -> str:
    """A lead that its agent gave back."""
    first = f"⏫ {words.one_line(by, 40)} gave back: {subject(facts)}"
    return marked(lines_of(first, contact_line(facts)), html=html)


def nothing_noted(facts: AlertFacts, since: datetime, *, html: bool = True) -> str:
    """Hours after a claim, and nothing is known of what came of it."""
    clock = words.clock(since, facts.tz)
    return marked(f"❓ {_briefly(facts)}: yours since {clock}. What came of it?", html=html)


def unreachable(facts: AlertFacts, *, html: bool = False) -> str:
    """The alert by another way, while Telegram does not take it."""
    note = "Telegram does not take messages at the moment, so this comes by e-mail."
    return marked(lines_of(subject(facts), contact_line(facts), note), html=html)


def words_within(text: str, cap: int) -> str:
    """Whole lines, as many as fit."""
    if len(text) <= cap:
        return text
    kept: list[str] = []
    for line in text.split("\n"):
        cap -= len(line) + 1
        if cap < 2:
            break
        kept.append(line)
    return "\n".join([*kept, "…"])


def _briefly(facts: AlertFacts) -> str:
    room = Room(name=30, place=24)
    name = words.without_contact(name_of(facts, room)) or "a visitor"
    return " · ".join((name, *wish_parts(facts, room)[:2]))


def _answers(facts: AlertFacts) -> list[tuple[str, str]]:
    told = []
    for name, given in facts.fields.items():
        if name in HIDDEN or (facts.hide_contact and name in CONTACT):
            continue
        told.append((name, _said(name, given, facts)))
    return told


def _said(name: str, given: Any, facts: AlertFacts) -> str:
    if isinstance(given, bool):
        return "yes" if given else "no"
    if name in MONEY and isinstance(given, (int, float)):
        return words.money(given, facts.currency)
    if name == "phone":
        return words.phone(str(given))
    if name == "viewing_at":
        return words.when(str(given), facts.at, facts.tz)
    said = given if not isinstance(given, str) else words.WORDS.get((name, given), given)
    text = ", ".join(map(str, said)) if isinstance(said, (list, tuple)) else str(said)
    text = words.one_line(text, ANSWER)
    return words.without_contact(text) if facts.hide_contact else text


def _source(source: Mapping[str, Any], channel: str) -> str:
    parts = [f"{name} {words.one_line(str(value), 60)}" for name, value in source.items() if value]
    return " · ".join((words.via(source, channel), *parts[:6]))
