"""The same person again: what people are recognised by, and when two leads are one.

A lead is one person's wish. Never is anybody recognised by a name. Whoever types somebody else's
number learns nothing by it: what is known of a person goes into the lead that agents see, never
into a conversation whose visitor has not shown that they are that person (see ``recall``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, tzinfo
from types import MappingProxyType
from typing import Any, Final

from bot.dialogue.ageing import GOOD_FOR
from bot.dialogue.session import Answer, Session
from bot.leads import lifecycle
from bot.leads.stored import StoredLead

PHONE, EMAIL, TELEGRAM, BROWSER = "phone", "email", "telegram", "browser"
STRENGTH: Final = (TELEGRAM, BROWSER, EMAIL, PHONE)  # the surer before the less sure
WISHES: Final[Mapping[str, str]] = MappingProxyType(  # flows that are about the same wish
    {"buyer": "buy", "listing": "buy", "open_house": "buy"}
)
RETURNING: Final = "returning"
FORGOTTEN: Final = ("erased", "stopped")  # of these conversations nothing is known any more
PERSONAL: Final = ("name", "phone", "email", "contact_pref")  # true whatever the wish
FLEETING: Final = ("appointment", "viewing_at", "consent_marketing")  # asked anew each time
FRESH: Final = timedelta(days=30)  # so long an answer about the wish need not be asked again

SAME, RELATED, APART = "same", "related", "apart"


@dataclass(frozen=True, slots=True)
class Candidate:
    """Another lead that is recognised by something of this one."""

    lead: StoredLead
    by: tuple[str, ...]  # phone, email, telegram, browser
    set_apart: bool = False  # somebody has split them
    shared: bool = False  # what it is recognised by is known to be several people's

    @property
    def strength(self) -> int:
        """How sure it is the same person: 0 is surest."""
        return min(STRENGTH.index(kind) for kind in self.by)


@dataclass(frozen=True, slots=True)
class Decision:
    """Which lead this one becomes part of, if any, and whom else it may concern."""

    same: Candidate | None
    related: tuple[Candidate, ...] = ()


Rule = tuple[str, Callable[[str, Candidate], bool], str]
# The first rule that holds decides.
RULES: Final[Sequence[Rule]] = (
    ("somebody has set them apart", lambda _, other: other.set_apart, APART),
    ("another wish of the same person", lambda flow, other: not _same_wish(flow, other), RELATED),
    ("their wish has come true", lambda _, other: other.lead.stage == lifecycle.WON, RELATED),
    ("the same Telegram account", lambda _, other: TELEGRAM in other.by, SAME),
    ("the same browser", lambda _, other: BROWSER in other.by, SAME),
    ("several people share it", lambda _, other: other.shared, RELATED),
    ("the same e-mail address", lambda _, other: EMAIL in other.by, SAME),
    ("the same phone number", lambda _, other: PHONE in other.by, SAME),
)


def keys(lead: StoredLead, peer: str = "") -> tuple[str, ...]:
    """What a lead's person is recognised by. A name is no such thing."""
    found = (phone_key(lead.phone), email_key(lead.email), telegram_key(peer))
    return tuple(key for key in found if key)


def phone_key(phone: str) -> str:
    """A number in E.164 as a key."""
    return f"{PHONE}:{phone}" if phone else ""


def email_key(email: str) -> str:
    """An address as a key: however it was capitalised."""
    return f"{EMAIL}:{email.casefold()}" if email else ""


def telegram_key(peer: str) -> str:
    """A Telegram chat as a key."""
    return f"{TELEGRAM}:{peer}" if peer else ""


def judge(flow: str, other: Candidate) -> tuple[str, str]:
    """What another lead is to a lead of this flow, and why in words."""
    for why, holds, verdict in RULES:
        if holds(flow, other):
            return verdict, why
    raise ValueError(f"nothing is shared with {other.lead.id}")


def decide(flow: str, others: Iterable[Candidate], *, alone: bool) -> Decision:
    """The lead that this one is part of: the surest, and of these the oldest.

    ``alone``: this lead has one conversation. One that has several is never a bridge between two
    others: whoever typed two people's numbers would make them one.
    """
    verdicts = [(judge(flow, other)[0], other) for other in others]
    same = [other for verdict, other in verdicts if verdict == SAME]
    same.sort(key=lambda other: (other.strength, other.lead.created_at, other.lead.id))
    chosen = same[0] if same and alone else None
    related = [other for verdict, other in verdicts if verdict != APART and other is not chosen]
    return Decision(chosen, tuple(related))


def _same_wish(flow: str, other: Candidate) -> bool:
    return wish(flow) == wish(other.lead.flow)


def wish(flow: str) -> str:
    """What a flow is about."""
    return WISHES.get(flow, flow)


def together(own: Session, earlier: Sequence[Session], now: datetime, tz: tzinfo) -> Session:
    """What is known of a person by all their conversations, as the last one would know it. What
    was said last counts; a viewing that is over does not."""
    answers: dict[str, Answer] = {}
    for session in earlier:
        answers |= _lasting(session, now, tz)
    answers |= own.answers
    flags = own.flags if RETURNING in own.flags else (*own.flags, RETURNING)
    homes = [session.context["listing"] for session in earlier if "listing" in session.context]
    context = {"listing": homes[-1], **own.context} if homes else own.context
    return replace(own, answers=answers, flags=flags, context=context)


def _lasting(session: Session, now: datetime, tz: tzinfo) -> Mapping[str, Answer]:
    viewing = session.answers.get("viewing_at")
    if viewing is None or not _is_over(str(viewing.value), now, tz):
        return session.answers
    gone = ("viewing_at", "appointment")
    return {field: answer for field, answer in session.answers.items() if field not in gone}


def _is_over(value: str, now: datetime, tz: tzinfo) -> bool:
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        return False
    return (at if at.tzinfo else at.replace(tzinfo=tz)) < now


def recall(session: Session, flow: str, now: datetime, *, consented: bool) -> dict[str, Any]:
    """What a returning visitor need not be asked again: what this very visitor has said in the
    conversation that they have shown to be theirs, and nothing that anybody else said."""
    if not consented or session.status in FORGOTTEN:
        return {}
    same = wish(session.flow) == wish(flow)
    return {
        field: answer.value
        for field, answer in session.answers.items()
        if field in PERSONAL or (same and field not in FLEETING and _is_fresh(field, answer, now))
    }


def _is_fresh(field: str, answer: Answer, now: datetime) -> bool:
    if not answer.at:
        return False
    said = datetime.fromisoformat(answer.at)
    said = said if said.tzinfo is not None else said.replace(tzinfo=now.tzinfo)
    days = GOOD_FOR.get(str(answer.value)) if field == "timeline" else None
    return now - said <= min(FRESH, timedelta(days=days) if days else FRESH)
