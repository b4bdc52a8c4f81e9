"""A viewing after it was booked: moved or cancelled by the visitor, confirmed by the agent.

The answer ``viewing_at`` is the whole truth of it: whoever carries the booking out compares it
with what it was. A flag says that an agent has confirmed that very time.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from bot.dialogue.asking import ask
from bot.dialogue.closing import with_calendar
from bot.dialogue.compiled import Spot
from bot.dialogue.draft import PARTIAL, Draft
from bot.dialogue.effects import Said, Stale
from bot.dialogue.events import Arrange, Remind
from bot.dialogue.hearing import offer_times, surroundings
from bot.dialogue.homes import free_slots, spoken_slots
from bot.dialogue.session import Answer
from bot.dialogue.settling import settle
from bot.dialogue.speaking import spoken
from bot.understanding import kinds, moment, rebooking
from bot.understanding.types import Reading

FIELD: Final = "viewing_at"
CONFIRMED: Final = "viewing_confirmed"
MOVING: Final = "moving"  # of what is pending: a new time was asked for
ENDED: Final = frozenset({"stopped", "erased", "disqualified"})


def is_time(value: str) -> bool:
    """Is this a day with its time, as a booked one is kept?"""
    try:
        return "T" in value and datetime.fromisoformat(value).tzinfo is None
    except ValueError:
        return False


def when(draft: Draft) -> str:
    """The booked time, "" where none is; a day alone is only a wish."""
    answer = draft.answers.get(FIELD)
    value = str(answer.value) if answer is not None else ""
    return value if "T" in value else ""


def reply(draft: Draft, *, asked: bool, offered: Iterable[str] = ()) -> bool:
    """Is the visitor's text about the viewing that is booked? Then it is dealt with. ``asked``:
    they were just asked for another time, of those ``offered`` where some were."""
    spot, before = _spot(draft), when(draft)
    if spot is None or not before or draft.state == spot.id:
        return False
    wish = rebooking.wish(draft.heard)
    if wish == rebooking.CANCEL:
        _cancel(draft, spot, "viewing_cancelled")
        return True
    around = surroundings(draft, offered)
    if not wish and moment.is_another(draft.heard, around, datetime.fromisoformat(before)):
        wish = rebooking.MOVE
    if wish != rebooking.MOVE and not asked:
        return False
    reading = kinds.read("datetime", draft.heard, spot.slot, around)
    if reading is not None and "T" in str(reading.value or ""):
        _move(draft, spot, reading)
        return True
    if wish != rebooking.MOVE:
        return False
    _which(draft, spot, reading)
    return True


def arrange(draft: Draft, event: Arrange) -> None:
    """An agent confirms the viewing, moves it, or cancels it."""
    draft.turns -= 1
    spot = _spot(draft)
    if spot is None or not when(draft) or draft.status in ENDED:
        draft.effects.append(Stale(""))
        return
    if event.what == "cancel":
        _cancel(draft, spot, "viewing_cancelled_by", event.name)
        return
    moved = event.what == "move" and event.at != when(draft)
    if moved:
        draft.put(FIELD, Answer(event.at, event.at, spot.id, "agent", draft.at))
    if not moved and CONFIRMED in draft.flags:
        return
    draft.flag(CONFIRMED)
    key = "viewing_moved_by" if moved else "viewing_confirmed"
    _say(draft, draft.phrase(key, when=_words(draft), name=event.name), link=True)


def remind(draft: Draft, event: Remind) -> None:
    """The viewing is near; nothing is said of one that was moved meanwhile."""
    draft.turns -= 1
    if when(draft) != event.at or draft.status in ENDED:
        draft.effects.append(Stale(""))
        return
    _say(draft, draft.phrase(f"viewing_{event.what}", when=_words(draft)))


def _move(draft: Draft, spot: Spot, reading: Reading) -> None:
    if str(reading.value) != when(draft):
        draft.unflag(CONFIRMED)
        settle(draft, spot, reading, draft.heard, "correction")
    if draft.status in ENDED:
        return
    _answer(draft, with_calendar(draft, draft.phrase("viewing_moved", when=_words(draft))))


def _cancel(draft: Draft, spot: Spot, key: str, name: str = "") -> None:
    words = draft.phrase(key, when=_words(draft), name=name)
    draft.unflag(CONFIRMED)
    draft.drop(FIELD, "cancelled")
    if spot.id not in draft.skipped:
        draft.skipped.append(spot.id)
    draft.pending = {}
    _answer(draft, words)


def _which(draft: Draft, spot: Spot, reading: Reading | None) -> None:
    """Another time is wanted, and it is not clear which."""
    values = reading.ask_with if reading is not None else {}
    key = f"ask.{reading.ask}" if reading is not None and reading.ask else ""
    draft.pending = {MOVING: True}
    if reading is not None:
        offer_times(draft, reading)
    if values and key in draft.local.book:
        shown = {name: spoken(draft.local, spot.field, value) for name, value in values.items()}
        draft.say(draft.phrase(key, **shown))
        return
    words = draft.phrase("viewing_which")
    if free_slots(draft.local, draft, draft.now):
        slots = spoken_slots(draft.local, draft, draft.now)
        words = f"{words} {draft.phrase('listing_slots', slots=slots)}"
    draft.say(words)


def _answer(draft: Draft, words: str) -> None:
    """Words to the visitor, and the open question again where there is one."""
    if draft.status == PARTIAL and draft.open is not None:
        draft.lead_in.append(words)
        ask(draft, again=True)
    else:
        draft.say(words)


def _say(draft: Draft, words: str, *, link: bool = False) -> None:
    """Words that were not asked for; a question that is open stays as it is."""
    draft.effects.append(Said("bot", with_calendar(draft, words) if link else words))


def _words(draft: Draft) -> str:
    return spoken(draft.local, FIELD, when(draft))


def _spot(draft: Draft) -> Spot | None:
    return draft.local.by_field.get(FIELD)
