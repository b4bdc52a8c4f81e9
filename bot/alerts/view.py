"""What one agent's copy of an alert shows right now: a pure function of the lead and its timeline.

A copy is never patched: it is composed anew from the freshest lead, so late, repeated and
reordered edits all end in the same message.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.alerts.callbacks import Signer
from bot.leads import alert_text, words
from bot.leads.facts import AlertFacts
from bot.leads.timeline import OUTCOMES, Story

OUTCOME_ROWS = (("reached", "no_answer", "booked"), ("hand_over", "bad_lead"))
GONE = frozenset({"stopped", "erased", "disqualified"})
RANG_LATER = "up"  # the kind of an escalation's copy is "up:90", after its seconds


@dataclass(frozen=True, slots=True)
class Button:
    """A button: it calls back with ``data``, or copies a text."""

    label: str
    data: str = ""
    copies: str = ""


Keyboard = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True)
class View:
    """A message: its text in Telegram's HTML, and its buttons."""

    text: str
    keyboard: Keyboard = ()

    @property
    def digest(self) -> str:
        """Equal digests look equal: such an edit is not sent."""
        shown = repr((self.text, self.keyboard))
        return hashlib.sha256(shown.encode("utf-8", "replace")).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Case:
    """A lead with all that its alert depends on."""

    facts: AlertFacts
    story: Story
    status: str = "partial"
    owner: str = ""
    claimed_at: datetime | None = None
    names: Mapping[str, str] | None = None  # agent id -> name

    @property
    def gone(self) -> bool:
        """Nobody may or need call any more."""
        return self.status in GONE or self.facts.band == "disqualified"

    @property
    def standing(self) -> tuple[str, str, str]:
        """What decides whose message this is: owner, status, band."""
        return self.owner, self.status, self.facts.band

    @property
    def owner_name(self) -> str:
        """The owner as colleagues call them: the first name."""
        name = (self.names or {}).get(self.owner, self.owner)
        return name.split(maxsplit=1)[0] if name.strip() else self.owner


def view(case: Case, agent: str, kind: str, signer: Signer, *, repeat: bool = False) -> View:
    """What this agent's copy shows. ``kind`` is the copy's: ``hot``, or ``up:SECONDS``."""
    if case.gone:
        return View(alert_text.withdrawn(case.facts))
    if not case.owner:
        return View(_ringing(case, kind, repeat=repeat), _open_buttons(case, agent, signer))
    claimed_at = case.claimed_at or case.facts.at
    if case.owner != agent:
        return View(alert_text.claimed_for_others(case.facts, case.owner_name, claimed_at))
    text = alert_text.claimed_for_winner(case.facts, case.owner_name, claimed_at)
    return View(text + _outcomes(case), _owner_buttons(case, agent, signer))


def _ringing(case: Case, kind: str, *, repeat: bool) -> str:
    name, _, after = kind.partition(":")
    if name == RANG_LATER:
        waited = timedelta(seconds=int(after or 0))
        return alert_text.escalation(case.facts, waited)
    return alert_text.hot_alert(case.facts, repeat=repeat)


def _outcomes(case: Case) -> str:
    """The last line for the owner: what was noted, with its time."""
    tz = case.facts.tz
    noted = [f"{OUTCOMES[kind]} {words.clock(at, tz)}" for kind, at in case.story.outcomes]
    return "\n" + " · ".join(noted[-3:]) if noted else ""


def _open_buttons(case: Case, agent: str, signer: Signer) -> Keyboard:
    lead = case.facts.lead_id
    return (Button("✅ Claim", data=signer.data("claim", lead, agent)),), *_copy(case.facts)


def _owner_buttons(case: Case, agent: str, signer: Signer) -> Keyboard:
    lead = case.facts.lead_id
    outcomes = tuple(
        tuple(Button(OUTCOMES[verb], data=signer.data(verb, lead, agent)) for verb in row)
        for row in OUTCOME_ROWS
    )
    return *outcomes, *_copy(case.facts, mine=True)


def _copy(facts: AlertFacts, *, mine: bool = False) -> Keyboard:
    text = facts.phone or facts.email if mine else alert_text.copy_text(facts)
    if not text:
        return ()
    label = "📋 Copy number" if text == facts.phone else "📋 Copy e-mail"
    return ((Button(label, copies=text[:256]),),)
