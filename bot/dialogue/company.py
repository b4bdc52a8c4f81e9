"""A person in the conversation: exactly one speaks, and the bot listens.

The visitor's words are kept, and what ends a conversation still ends it; nothing is asked or
answered by the bot until the person leaves. Then it goes on at the question it stopped at.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from bot.dialogue import hearing, interrupts, viewings
from bot.dialogue.answering import attach
from bot.dialogue.asking import ask
from bot.dialogue.draft import PARTIAL, Draft
from bot.dialogue.effects import Said, Stale
from bot.dialogue.events import (
    Announce,
    Arrange,
    Attach,
    Join,
    Leave,
    Remind,
    Silence,
    Speak,
    Start,
    Text,
)
from bot.dialogue.rings import RANG
from bot.dialogue.session import Session
from bot.dialogue.settling import volunteer
from bot.understanding import secrets
from bot.understanding.message import Understood, understand
from bot.understanding.normalise import clean

MET: Final = "met"  # of the flags: a person spoke here once
OVER: Final = frozenset({"stopped", "erased"})
LONGEST: Final = 4096  # characters of what a person says at once
CONTACT: Final = frozenset({"phone", "email"})
ENDS: Final = frozenset({"stop", "delete_me"})


def may_speak(session: Session) -> bool:
    """Whether a person may say something here without being asked: then it is worth listening."""
    told = MET in session.flags or RANG in session.flags
    return session.status not in OVER and (told or session.standing == "handoff")


def join(draft: Draft, event: Join) -> None:
    """A person takes over from the bot, or from another person."""
    draft.turns -= 1
    if draft.status in OVER or "minor" in draft.flags:
        draft.effects.append(Stale(""))
        return
    if draft.person.get("agent") == event.agent:
        return
    who = {"agent": event.agent, "name": event.name, "photo": event.photo, "since": draft.at}
    draft.person = {name: value for name, value in who.items() if value}
    if MET not in draft.flags:
        draft.flags.append(MET)
    draft.say(draft.phrase("person_here", name=event.name))


def speak(draft: Draft, event: Speak) -> None:
    """What the person says; whoever has not taken over says nothing."""
    draft.turns -= 1
    if draft.person.get("agent") != event.agent:
        draft.effects.append(Stale(""))
        return
    text = hearing.storable(event.text)[:LONGEST].strip()
    if not text:
        return
    by = {name: draft.person[name] for name in ("agent", "name", "photo") if name in draft.person}
    if event.corrects:
        by["corrects"] = "true"
    draft.effects.append(Said("agent", text, by=by))
    draft.person = {name: value for name, value in draft.person.items() if name != "since"}


def leave(draft: Draft, event: Leave) -> None:
    """The bot goes on, at the same question where one is open."""
    draft.turns -= 1
    person = draft.person
    answered = bool(event.since) and event.since != person.get("since")
    if person.get("agent") != event.agent or answered:
        return
    draft.person = {}
    key = "person_quiet" if event.since else "person_left"
    words = draft.phrase(key, name=person.get("name", ""))
    if draft.status == PARTIAL:
        draft.lead_in.append(words)
        ask(draft, again=True)
    else:
        draft.say(words)


def take_text(draft: Draft, event: Text) -> None:
    """The visitor writes to the person. A number or an address in it is kept for the lead."""
    shown, _ = secrets.mask(hearing.storable(event.text))
    draft.heard = clean(shown)
    draft.effects.append(Said("visitor", shown))
    known = {name: answer.value for name, answer in draft.answers.items()}
    around = hearing.surroundings(draft)
    heard = understand(draft.heard, None, draft.local.slots, known, around)
    ends = tuple(intent for intent in heard.intents if intent.id in ENDS)
    if interrupts.end_at_once(draft, Understood(intents=ends)):
        draft.person = {}
        return
    for fill in heard.others:
        spot = draft.local.spots.get(fill.question)
        if spot is not None and spot.kind in CONTACT and spot.field not in draft.answers:
            volunteer(draft, fill)
    if "since" not in draft.person:
        draft.person = {**draft.person, "since": draft.at}


def too_late(draft: Draft, event: Any) -> None:
    """A button of the bot's, pressed while a person speaks."""
    draft.effects.append(Stale(getattr(event, "question", "")))


def _nothing(draft: Draft, _event: Announce | Start | Silence) -> None:
    """The bot has nothing to say."""
    draft.turns -= 1


WITH_A_PERSON: Final[Mapping[type, Callable[[Draft, Any], None]]] = {
    Text: take_text,
    Attach: attach,
    Start: _nothing,
    Silence: _nothing,
    Join: join,
    Speak: speak,
    Leave: leave,
    Arrange: viewings.arrange,
    Remind: viewings.remind,
    Announce: _nothing,
}
