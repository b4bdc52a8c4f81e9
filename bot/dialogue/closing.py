"""The ways a conversation ends, each with its last words."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Final

from bot.dialogue import duty
from bot.dialogue.draft import Draft
from bot.dialogue.effects import DoNotContact, EraseRequested
from bot.dialogue.machine import COMPLETE
from bot.dialogue.memory import words_of
from bot.dialogue.scoring import HOT, Score, score
from bot.dialogue.speaking import spoken, text_of

ERASURE_DAYS: Final = 30  # by law; a job does it far sooner
KEPT: Final = frozenset({"rang", "lang_told"})  # flags that say nothing of the person
CALLS: Final = "agent_phone"  # a close text that names it promises a call
PROMISE: Final = "sla"  # a close text that names it promises minutes


def complete(draft: Draft) -> None:
    """Everything was asked."""
    draft.state, draft.status = COMPLETE, "complete"
    _rest(draft)
    draft.flag("completed")
    draft.say(" ".join([*draft.lead_in, _last_words(draft)]))
    draft.lead_in.clear()


def hand_over(draft: Draft, words: str) -> None:
    """A person goes on from here."""
    if _move(draft, "hand_over"):
        draft.status = "handoff"
    _rest(draft)
    draft.say(words)


def disqualify(draft: Draft, reason: str, words: str) -> None:
    """We cannot help this visitor; what they said so far is kept."""
    _move(draft, "disqualify")
    draft.status, draft.dq_reason = "disqualified", reason
    _rest(draft)
    draft.say(words)


def turn_away_minor(draft: Draft) -> None:
    """A child: nothing is asked any more, and nothing is kept."""
    disqualify(draft, "minor", draft.phrase("minor"))
    _forget(draft)
    draft.flag("minor")


def stop(draft: Draft) -> None:
    """STOP: confirmed once, then silence; nobody may contact them."""
    phone, email = words_of(draft, "phone"), words_of(draft, "email")
    _move(draft, "stop")
    draft.status, draft.dq_reason = "stopped", "opt_out"
    _rest(draft)
    draft.effects.append(DoNotContact(phone, email))
    _forget(draft)
    draft.flag("opt_out")
    draft.say(draft.phrase("stop"))


def erase(draft: Draft) -> None:
    """Everything about this person is to be deleted."""
    ref = _reference(draft)
    _move(draft, "erase")
    draft.status, draft.dq_reason = "erased", "erasure"
    _rest(draft)
    _forget(draft)
    draft.context = {}
    draft.effects.append(EraseRequested(ref))
    draft.say(draft.phrase("delete_me", ref=ref, days=str(ERASURE_DAYS)))


def scored(draft: Draft) -> Score:
    """The score as it stands, worked out once."""
    if draft.scored is None:
        draft.scored = score(draft.flow, draft)
    return draft.scored


def text_disqualified(draft: Draft) -> str:
    """The flow's own words for a visitor it cannot help."""
    line = draft.local.close["disqualified"]
    text = text_of(draft.local, line, draft, draft.now)
    return text if text.strip("- ") else draft.phrase("close_disqualified")


def with_calendar(draft: Draft, words: str) -> str:
    """The words, with the link to the calendar file where a time is booked."""
    viewing, link = draft.answers.get("viewing_at"), str(draft.context.get("ics") or "")
    if viewing is None or "T" not in str(viewing.value) or not link or link in words:
        return words
    return f"{words} {draft.phrase('viewing_ics', link=link)}"


def _last_words(draft: Draft) -> str:
    return with_calendar(draft, _by_band(draft))


def _by_band(draft: Draft) -> str:
    band = scored(draft).band
    line = draft.local.close.get(band, "")
    if band == HOT and "phone" not in draft.answers and CALLS in draft.flow.flow.close.hot:
        return _without_call(draft)
    later = duty.opens(draft.local, draft.now, asked=False) if band == HOT else None
    if later is not None and PROMISE in draft.flow.flow.close.hot:
        return _later(draft, later)
    text = text_of(draft.local, line, draft, draft.now)
    return text if text.strip("- ") else draft.phrase("close_complete")


def _later(draft: Draft, opens: datetime) -> str:
    """Nobody works now, or it is night: no minutes are promised that nobody can keep."""
    viewing = draft.answers.get("viewing_at")
    words = draft.phrase("close_hot_off", opens=duty.in_words(opens, draft.local, draft.now))
    if viewing is None:
        return words
    value = spoken(draft.local, "viewing_at", viewing.value)
    return f"{draft.phrase('noted', value=value)} {words}"


def _without_call(draft: Draft) -> str:
    """Whoever left no number is not promised a call."""
    email = draft.answers.get("email")
    if email is not None:
        return draft.phrase("close_hot_email", email=spoken(draft.local, "email", email.value))
    return draft.phrase("close_hot_chat")


def _move(draft: Draft, trigger: str) -> bool:
    """Put the machine through a trigger; False leaves everything as it was."""
    cursor = draft.cursor()
    if not draft.flow.machine.events[trigger].trigger(cursor):
        return False
    draft.state = cursor.state
    draft.touch()
    return True


def _rest(draft: Draft) -> None:
    draft.retries = 0
    draft.pending = {}
    draft.resume = ""


def _forget(draft: Draft) -> None:
    """No personal word stays in the session."""
    for field in list(draft.answers):
        draft.drop(field)
    draft.notes.clear()
    draft.interrupted.clear()
    draft.flags[:] = [flag for flag in draft.flags if flag in KEPT]
    draft.skipped.clear()
    draft.path.clear()


def _reference(draft: Draft) -> str:
    """A short reference the visitor can quote; it says nothing about them."""
    seed = f"{draft.session.flow} {draft.at} {draft.turns} {','.join(draft.asked)}"
    return f"{draft.at[2:10].replace('-', '')}-{hashlib.sha256(seed.encode()).hexdigest()[:4]}"
