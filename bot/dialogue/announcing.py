"""News of the office in a visitor's chat: who calls, from which number; or that nobody can."""

from __future__ import annotations

from typing import Final

from bot.dialogue import duty
from bot.dialogue.draft import Draft
from bot.dialogue.events import Announce

SILENT: Final = frozenset({"stopped", "erased", "disqualified"})  # who hears nothing more of us
WRITES: Final = frozenset({"email", "text"})


def announce(draft: Draft, event: Announce) -> None:
    """Say it once; the open question stays open."""
    draft.turns -= 1
    said = f"told_{event.what}_{event.agent}"
    if draft.status in SILENT or "minor" in draft.flags or said in draft.flags:
        return
    draft.flag(said)
    opens = ""
    if event.opens is not None and event.opens > draft.now:
        here = event.opens.astimezone(draft.local.zone)
        opens = duty.in_words(here, draft.local, draft.now)
    key = _key(draft, event, opens)
    draft.say(draft.phrase(key, name=event.agent, ending=event.ending, opens=opens))


def _key(draft: Draft, event: Announce, opens: str) -> str:
    if event.what == "unanswered":
        return "unanswered_off" if opens else "unanswered"
    if "phone" not in draft.answers or _prefers(draft) in WRITES:
        return "claimed_writes"
    if opens:
        return "claimed_calls_later" if event.ending else "claimed_later"
    return "claimed_calls" if event.ending else "claimed"


def _prefers(draft: Draft) -> str:
    given = draft.answers.get("contact_pref")
    return str(given.value) if given is not None else ""
