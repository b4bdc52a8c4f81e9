"""Texts after the end: stop, deletion and a person still work, and a lead can still be mended."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue import calling, hearing, hints, interrupts, moving, viewings
from bot.dialogue.draft import PARTIAL, Draft
from bot.dialogue.effects import Said
from bot.dialogue.questions import answer_aside
from bot.dialogue.settling import correct, volunteer
from bot.understanding import answers, secrets
from bot.understanding.intents import detect
from bot.understanding.message import Understood
from bot.understanding.normalise import clean
from bot.understanding.types import Intent

SILENT = frozenset({"stopped", "erased"})
REACHED_BY = frozenset({"phone", "email"})


def take_text(draft: Draft, text: str) -> None:
    """Something was typed when nothing is open any more."""
    if draft.status in SILENT:
        _after_goodbye(draft, text)
    elif draft.status == "disqualified":
        _after_refusal(draft, text)
    else:
        _after_answers(draft, text)


def _after_goodbye(draft: Draft, text: str) -> None:
    """After STOP and after an erasure there is silence; only an erasure is still confirmed, and
    no word is kept longer than the line itself."""
    shown, _ = secrets.mask(hearing.storable(text))
    draft.heard = clean(shown)
    draft.effects.append(Said("visitor", shown))
    if draft.status == "stopped":
        wishes = _only(detect(draft.heard, draft.lang[:2]), "delete_me")
        interrupts.end_at_once(draft, Understood(intents=wishes))


def _after_refusal(draft: Draft, text: str) -> None:
    """A mis-pressed answer can be taken back; otherwise a friendly word."""
    heard = hearing.hear(draft, text)
    wishes = _only(heard.intents, "stop", "delete_me")
    if interrupts.end_at_once(draft, Understood(intents=wishes)):
        return
    if "minor" in draft.flags:
        draft.say(draft.phrase("minor"))
    elif not _taken_back(draft, heard):
        _pass_on(draft, heard)


def _pass_on(draft: Draft, heard: Understood) -> None:
    """A person or a partner is wished for, or says where to be reached; else a friendly word."""
    given = [fill for fill in heard.others if fill.field in REACHED_BY]
    for fill in given:
        volunteer(draft, fill)
    called = heard.calls and draft.dq_reason != "agent_or_vendor"
    agreed = draft.dq_reason == "out_of_area" and answers.stance(draft.heard) == "yes"
    if called or agreed:
        interrupts.note(draft, draft.heard if called else draft.phrase("note_partner"))
        known = REACHED_BY & draft.answers.keys()
        told = "after_partner" if agreed else "after"
        draft.say(draft.phrase(told if known else "after_contact"))
    elif not interrupts.digress(draft, heard):
        draft.say(draft.phrase("after" if given else "after_disqualified"))


def _only(intents: Iterable[Intent], *names: str) -> tuple[Intent, ...]:
    return tuple(intent for intent in intents if intent.id in names)


def _taken_back(draft: Draft, heard: Understood) -> bool:
    """Was the answer that ended it corrected to one that does not?"""
    for fill in heard.corrections:
        spot = draft.local.spots.get(fill.question)
        ended_it = spot is not None and any(
            option.disqualifies == draft.dq_reason and option.value != fill.reading.value
            for option in spot.question.options
        )
        if not (ended_it or (spot and spot.kind == "area" and draft.dq_reason == "out_of_area")):
            continue
        if moving.reopen(draft, fill.question):
            correct(draft, fill)
            if draft.status == PARTIAL:
                moving.go_on(draft, "answer")
            return True
    return False


def _after_answers(draft: Draft, text: str) -> None:
    """After the last question or a hand-over: corrections and late answers still count."""
    pending, draft.pending = draft.pending, {}
    times = pending.get(hearing.TIMES, ())
    heard = hearing.hear(draft, text, times)
    if interrupts.end_at_once(draft, heard):
        return
    if viewings.reply(draft, asked=viewings.MOVING in pending, offered=times):
        return
    if not heard.corrections and hints.reply(draft, pending, draft.heard):
        return
    if draft.status == "complete" and any(i.id == "restart" for i in heard.intents):
        draft.lead_in.append(draft.phrase("restart"))
        moving.restart(draft)
        return
    for fill in heard.corrections:
        correct(draft, fill)
    for fill in heard.others:
        volunteer(draft, fill)
    if draft.status in ("complete", "handoff"):
        _reply(draft, heard)


def _reply(draft: Draft, heard: Understood) -> None:
    if heard.calls or (calling.is_due(draft) and draft.status != "handoff"):
        calling.request_call(draft)
        return
    digressed = answer_aside(draft, heard)
    if draft.lead_in or heard.others:
        draft.say(" ".join([*draft.lead_in, *([draft.phrase("after")] if heard.others else [])]))
        draft.lead_in.clear()
    elif not digressed:
        interrupts.note(draft, draft.heard)
        draft.say(draft.phrase("after"))
