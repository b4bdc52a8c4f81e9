"""A lead's whole story, line by line: what was said and done, by whom, when, under which rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Final

from bot.leads import words
from bot.leads.stored import StoredAnswer, StoredConsent, StoredLead, parsed
from bot.leads.timeline import OUTCOMES, EventLike
from bot.leads.values import label
from bot.records import frozen

CORRECTIONS: Final = ("correction", "edit")
_PURPOSES: Final = {"contact": "to be contacted", "marketing": "to get marketing"}
_SAID: Final = {
    "erasure_requested": "The visitor asked to have everything deleted",
    "passed": "{who} passed",
    "snoozed": "{who} will look later",
    "released": "{who} gave it back",
}


@frozen
class Entry:
    """One line. ``kind`` chooses its sign: start, answer, consent, hot, claimed, outcome, …"""

    at: datetime
    kind: str
    text: str
    detail: str = ""


def history(
    lead: StoredLead,
    events: Iterable[EventLike],
    answers: Iterable[StoredAnswer],
    consents: Iterable[StoredConsent],
    *,
    names: Mapping[str, str],
    began_at: datetime | None = None,
) -> tuple[Entry, ...]:
    """Everything in the order it happened. ``names`` are the agents'."""
    told = [_start(lead, began_at or lead.created_at)]
    told += [_answer(answer) for answer in answers if answer.how in CORRECTIONS]
    told += [_consent(consent) for consent in consents]
    told += [_event(event, names) for event in events]
    return tuple(sorted(told, key=lambda entry: entry.at))


def _start(lead: StoredLead, at: datetime) -> Entry:
    via = words.via(parsed(lead.source, {}), lead.channel)
    return Entry(at, "start", f"Chat began, via {via}", f"flow {lead.flow}, {lead.flow_hash}")


def _answer(answer: StoredAnswer) -> Entry:
    quote = words.one_line(answer.raw, 120)
    return Entry(answer.at, "answer", f"{label(answer.field)} changed", f"“{quote}”")


def _consent(consent: StoredConsent) -> Entry:
    what = _PURPOSES.get(consent.purpose, consent.purpose)
    text = f"Agreed {what}" if consent.granted else f"Did not agree {what}"
    return Entry(consent.at, "consent", text, str(getattr(consent, "version", "")))


def _event(event: EventLike, names: Mapping[str, str]) -> Entry:
    data = parsed(event.data, {})
    who = names.get(event.who, event.who)
    if event.kind in OUTCOMES:
        return Entry(event.at, "outcome", f"{who}: {OUTCOMES[event.kind].split(' ', 1)[1]}")
    made = _KNOWN.get(event.kind)
    if made is not None:
        return made(event, data, who, names)
    said = _SAID.get(event.kind) or f"{{who}}: {event.kind.replace('_', ' ')}"
    return Entry(event.at, event.kind, said.format(who=who))


def _people(data: Mapping[str, Any], names: Mapping[str, str]) -> str:
    ids = [str(id_) for id_ in data.get("agents") or ()]
    return ", ".join(names.get(id_, id_) for id_ in ids) or "nobody"


def _hot(event: EventLike, data: Mapping[str, Any], _: str, names: Mapping[str, str]) -> Entry:
    points = f" at {data['total']}" if "total" in data else ""
    text = f"Hot{points}: {_people(data, names)} rung"
    return Entry(event.at, "hot", text, str(data.get("why", "")))


def _rung(event: EventLike, data: Mapping[str, Any], _: str, names: Mapping[str, str]) -> Entry:
    why = "Unclaimed" if event.kind == "escalated" else "Not reached on Telegram"
    return Entry(event.at, "hot", f"{why}: {_people(data, names)} rung")


def _claimed(event: EventLike, _: Mapping[str, Any], who: str, __: Mapping[str, str]) -> Entry:
    return Entry(event.at, "claimed", f"{who} claimed it")


def _stage(event: EventLike, data: Mapping[str, Any], who: str, _: Mapping[str, str]) -> Entry:
    stage = str(data.get("stage") or data.get("after") or "")
    return Entry(event.at, "stage", f"Stage: {stage or 'changed'}", f"by {who}")


_KNOWN: Final = {
    "hot": _hot,
    "escalated": _rung,
    "passed_on": _rung,
    "claimed": _claimed,
    "stage": _stage,
}
