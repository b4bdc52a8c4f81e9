"""The buttons under an agent's messages. Each carries what it means and for whom it was made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.alerts.callbacks import Signer, short
from bot.leads import alert_text
from bot.leads.facts import AlertFacts
from bot.leads.timeline import OUTCOMES, REASONS

OUTCOME_ROWS = (("reached", "no_answer", "booked"), ("bad_lead",))
LATER_OUTCOMES = ("signed", "lost")
MOST_COLLEAGUES = 20
DIGEST_ROW = 5  # numbers side by side


@dataclass(frozen=True, slots=True)
class Button:
    """A button: it calls back with ``data``, or copies a text."""

    label: str
    data: str = ""
    copies: str = ""


Keyboard = Sequence[Sequence[Button]]


@dataclass(frozen=True, slots=True)
class Hand:
    """For whom the buttons of a lead are made."""

    signer: Signer
    agent: str  # an agent's id, or a group's
    lead: str

    def button(self, label: str, verb: str, arg: str = "") -> Button:
        """A button that means this verb."""
        return Button(label, data=self.signer.data(verb, self.lead, self.agent, arg))


def ringing(hand: Hand, facts: AlertFacts) -> Keyboard:
    """Under a lead that nobody has claimed."""
    return (
        (
            hand.button("✅ Claim", "claim"),
            hand.button("👎 Pass", "pass"),
            hand.button("⏰ 15 min", "snooze"),
        ),
        (
            *_copy(alert_text.copy_text(facts), facts),
            hand.button("💬 Chat", "chat"),
            hand.button("ℹ️ More", "more"),
        ),
    )


def claimable(hand: Hand, facts: AlertFacts) -> Keyboard:
    """Under an escalation, and for who passed."""
    return ((hand.button("✅ Claim", "claim"), *_copy(alert_text.copy_text(facts), facts)),)


def reasons(hand: Hand) -> Keyboard:
    """Why somebody passes; one tap costs nothing."""
    shown = [hand.button(label, "pass", reason) for reason, label in REASONS.items()]
    return (*_rows(shown, 2), (hand.button("⬅️ Back", "back"),))


def owned(hand: Hand, facts: AlertFacts) -> Keyboard:
    """Under the lead of who has it."""
    first, second = ([hand.button(OUTCOMES[verb], verb) for verb in row] for row in OUTCOME_ROWS)
    return (
        first,
        (hand.button("🔁 Hand over", "hand_over"), *second),
        (
            *_copy(facts.phone or facts.email, facts),
            hand.button("💬 Chat", "chat"),
            hand.button("ℹ️ More", "more"),
        ),
    )


def owned_more(hand: Hand) -> Keyboard:
    """With everything that is known of one's lead: what is pressed seldom."""
    return (
        [hand.button(OUTCOMES[verb], verb) for verb in LATER_OUTCOMES],
        (
            hand.button("↩️ Give back", "release"),
            hand.button("🚫 Do not contact", "do_not_contact"),
        ),
        (hand.button("⬅️ Back", "back"),),
    )


def colleagues(hand: Hand, people: Sequence[tuple[str, str]]) -> Keyboard:
    """To whom a lead is handed: ids and names."""
    shown = [
        hand.button(name[:30] or id_, "hand_over", short(id_))
        for id_, name in people[:MOST_COLLEAGUES]
    ]
    return (*_rows(shown, 2), (hand.button("⬅️ Back", "back"),))


def sure(hand: Hand) -> Keyboard:
    """Before somebody is never contacted again."""
    return (
        (hand.button("🚫 Yes, nobody contacts them", "do_not_contact", "yes"),),
        (hand.button("⬅️ Back", "back"),),
    )


def noting(hand: Hand) -> Keyboard:
    """Under a reminder that nothing was noted."""
    verbs = ("reached", "no_answer", "booked", "bad_lead", "lost")
    return tuple(_rows([hand.button(OUTCOMES[verb], verb) for verb in verbs], 3))


def came_back(hand: Hand, facts: AlertFacts) -> Keyboard:
    """Under a visitor who came back."""
    return (
        (
            hand.button("✅ Calling now", "calling"),
            *_copy(alert_text.copy_text(facts), facts),
            hand.button("💬 Chat", "chat"),
        ),
    )


def digest(signer: Signer, agent: str, digest_id: str, leads: Sequence[str]) -> Keyboard:
    """A number for each lead of a digest, and all at once. "" is a lead that is taken."""
    numbers = [
        Hand(signer, agent, lead).button(str(n), "claim")
        for n, lead in enumerate(leads, 1)
        if lead
    ]
    if not numbers:
        return ()
    whole = Hand(signer, agent, digest_id)
    return (
        *_rows(numbers, DIGEST_ROW),
        (whole.button("✅ Take all", "take_all"), whole.button("🔕 Skip today", "skip")),
    )


def back_only(hand: Hand) -> Keyboard:
    """From everything back to the alert."""
    return ((hand.button("✅ Claim", "claim"), hand.button("⬅️ Back", "back")),)


def _copy(text: str, facts: AlertFacts) -> tuple[Button, ...]:
    if not text:
        return ()
    label = "📋 Copy number" if text == facts.phone else "📋 Copy e-mail"
    return (Button(label, copies=text[:256]),)


def _rows(buttons: Sequence[Button], width: int) -> list[Sequence[Button]]:
    return [buttons[n : n + width] for n in range(0, len(buttons), width)]
