"""What one agent's copy of an alert shows right now: a pure function of the lead and its timeline.

A copy is never patched: it is composed anew from the freshest lead, so late, repeated and
reordered edits all end in the same message. The copy's kind says what rang, and after a slash
which of its menus is open: ``hot``, ``up:90``, ``hot/more``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from bot.alerts import keyboards
from bot.alerts.callbacks import Signer
from bot.alerts.keyboards import Button, Hand, Keyboard
from bot.leads import alert_text, more_text, notices, words
from bot.leads.facts import AlertFacts
from bot.leads.timeline import OUTCOMES, Story

__all__ = ["GONE", "RANG_LATER", "Button", "Case", "Keyboard", "View", "view"]
GONE = frozenset({"stopped", "erased", "disqualified"})
RANG_LATER = "up"  # the kind of an escalation's copy is "up:90", after its seconds
MENUS: Final = ("more", "pass", "hand", "refuse")
NO_KEYBOARD: Keyboard = ()


@dataclass(frozen=True, slots=True)
class View:
    """A message: its text in Telegram's HTML, its buttons, and a picture shown below."""

    text: str
    keyboard: Keyboard = NO_KEYBOARD
    picture: str = ""

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
    names: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))  # id -> name
    picture: str = ""  # of the home, where the public can see one

    @property
    def gone(self) -> bool:
        """Nobody may or need call any more."""
        return self.status in GONE or self.facts.band == "disqualified" or self.story.refused

    @property
    def standing(self) -> tuple[str, str, str]:
        """What decides whose message this is: owner, status, band."""
        return self.owner, self.status, self.facts.band

    @property
    def owner_name(self) -> str:
        """The owner as colleagues call them: the first name."""
        return self.first_name(self.owner)

    def first_name(self, agent: str) -> str:
        """An agent as colleagues call them."""
        name = self.names.get(agent, agent)
        return name.split(maxsplit=1)[0] if name.strip() else agent

    @property
    def noted(self) -> tuple[tuple[str, datetime], ...]:
        """What its present owner noted."""
        since = self.claimed_at or self.facts.at
        return tuple((kind, at) for kind, at in self.story.outcomes if at >= since)


def view(case: Case, agent: str, kind: str, signer: Signer, *, repeat: bool = False) -> View:
    """What this agent's, or group's, copy shows."""
    kind, _, menu = kind.partition("/")
    if case.gone:
        return View(alert_text.withdrawn(case.facts))
    hand = Hand(signer, agent, case.facts.lead_id)
    if not case.owner:
        return _open(case, hand, kind, menu, repeat=repeat)
    if case.owner != agent:
        claimed_at = case.claimed_at or case.facts.at
        return View(alert_text.claimed_for_others(case.facts, case.owner_name, claimed_at))
    return _owned(case, hand, kind, menu)


def _open(case: Case, hand: Hand, kind: str, menu: str, *, repeat: bool) -> View:
    """While nobody has it."""
    facts, story = case.facts, case.story
    if menu == "more":
        return View(more_text.everything(facts, story.why), keyboards.back_only(hand))
    if story.reason(hand.agent):
        return View(more_text.passed(facts, story.reason(hand.agent)), _claim_only(hand))
    name = kind.partition(":")[0]
    text = _RINGING.get(name, _hot)(case, kind, repeat)
    if (until := story.until(hand.agent)) is not None:
        text += "\n" + more_text.snoozed(facts, until)
    if menu == "pass":
        return View(text, keyboards.reasons(hand))
    if name == "back":
        return View(text, keyboards.came_back(hand, facts))
    if name == RANG_LATER:
        return View(text, keyboards.claimable(hand, facts))
    return View(text, keyboards.ringing(hand, facts), case.picture)


def _owned(case: Case, hand: Hand, kind: str, menu: str) -> View:
    """For who has it: everything, the number included."""
    facts = alert_text.with_contact(case.facts)
    if kind == "remind":
        return _reminder(case, hand)
    if kind.startswith("back"):
        return View(_back(case, kind, False), keyboards.came_back(hand, facts))
    if menu == "more":
        return View(more_text.everything(facts, case.story.why), keyboards.owned_more(hand))
    text = _claimed(case) + _outcomes(case)
    if menu == "hand":
        people = [(id_, name) for id_, name in case.names.items() if _is_colleague(id_, hand)]
        return View(text, keyboards.colleagues(hand, people))
    if menu == "refuse":
        return View(text, keyboards.sure(hand))
    return View(text, keyboards.owned(hand, facts), case.picture)


def _claimed(case: Case) -> str:
    claimed_at = case.claimed_at or case.facts.at
    if not case.story.given_by:
        return alert_text.claimed_for_winner(case.facts, case.owner_name, claimed_at)
    by = case.first_name(case.story.given_by)
    return alert_text.given_to(case.facts, by, claimed_at)


def _is_colleague(id_: str, hand: Hand) -> bool:
    return id_ != hand.agent and ":" not in id_


def _claim_only(hand: Hand) -> Keyboard:
    return ((hand.button("✅ Claim after all", "claim"),),)


def _reminder(case: Case, hand: Hand) -> View:
    """Asked until something was noted."""
    if case.noted:
        return View(alert_text.subject(case.facts, html=True) + _outcomes(case))
    since = case.claimed_at or case.facts.at
    return View(more_text.nothing_noted(case.facts, since), keyboards.noting(hand))


def _hot(case: Case, _kind: str, repeat: bool) -> str:
    return alert_text.hot_alert(case.facts, repeat=repeat)


def _escalated(case: Case, kind: str, _repeat: bool) -> str:
    waited = timedelta(seconds=int(kind.partition(":")[2] or 0))
    passed = {agent for agent, _ in case.story.passed}
    seen = len(set(case.story.looked) - passed)
    return alert_text.escalation(case.facts, waited, passed=len(passed), seen=seen)


def _back(case: Case, _kind: str, _repeat: bool) -> str:
    """The visitor who came back, as told by the last return."""
    back = case.story.back
    if back is None:
        return alert_text.hot_alert(case.facts)
    told = notices.Comeback(
        visit=back.visit,
        last_at=back.last_at,
        before=back.before,
        new=alert_text.news(case.facts),
        yours_since=case.claimed_at,
        last_contact=case.story.contacted_at,
    )
    facts = alert_text.with_contact(case.facts) if case.owner else case.facts
    return notices.returning(facts, told, back.at)


def _released(case: Case, kind: str, _repeat: bool) -> str:
    return more_text.released(case.facts, case.first_name(kind.partition(":")[2]))


_RINGING: Final[Mapping[str, Callable[[Case, str, bool], str]]] = {
    "up": _escalated,
    "back": _back,
    "free": _released,
    "open": lambda case, _kind, _repeat: more_text.morning(case.facts),
    "snooze": lambda case, _kind, _repeat: more_text.again(case.facts),
}


def _outcomes(case: Case) -> str:
    """The last line for the owner: what was noted, with its time."""
    tz = case.facts.tz
    noted = [f"{OUTCOMES[kind]} {words.clock(at, tz)}" for kind, at in case.noted]
    return "\n" + " · ".join(noted[-3:]) if noted else ""
