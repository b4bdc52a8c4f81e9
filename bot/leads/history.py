"""A lead's whole story, line by line: what was said and done, by whom, when, under which rules."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from bot.leads import words
from bot.leads.stored import StoredAnswer, StoredConsent, StoredLead, parsed
from bot.leads.timeline import OUTCOMES, REASONS, EventLike
from bot.leads.values import label
from bot.records import frozen

# when, in which flow, in which version of it, over which channel, from where
Began = tuple[datetime, str, str, str, str]
CORRECTIONS: Final = ("correction", "edit")
_PURPOSES: Final = {
    "contact": "to be contacted",
    "marketing": "to get marketing",
    "sale": "to have their data sold or shared",
}
_SAID: Final = {
    "erasure_requested": "The visitor asked to have everything deleted",
    "erasure_asked": "Somebody who gave the same number or address had their chat deleted: ask "
    "before you delete the rest",
    "split": "Set apart from another lead",
    "snoozed": "{who} is reminded in a quarter of an hour",
    "looked": "{who} read all of it",
    "released": "{who} gave it back: the others are rung",
    "do_not_contact": "{who}: nobody contacts this person any more",
    "unanswered": "Nobody claimed it; the visitor was told so",
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
    began: Sequence[Began] = (),
) -> tuple[Entry, ...]:
    """Everything in the order it happened. ``names`` are the agents'; ``began`` says when each
    of the lead's conversations began, in which version of which flow."""
    only = (lead.created_at, lead.flow, lead.flow_hash, lead.channel, lead.source)
    told = [_start(one) for one in began or [only]]
    told += [_answer(answer) for answer in answers if answer.how in CORRECTIONS]
    told += [_consent(consent) for consent in consents]
    told += [_event(event, names) for event in events]
    return tuple(sorted(told, key=lambda entry: entry.at))


def _start(began: Began) -> Entry:
    at, flow, version, channel, source = began
    via = words.via(parsed(source, {}), channel)
    return Entry(at, "start", f"Chat began, via {via}", f"flow {flow}, {version}")


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


def _allowed(event: EventLike, data: Mapping[str, Any], who: str, _: Mapping[str, str]) -> Entry:
    text = f"{who}: may be contacted again"
    return Entry(event.at, "allowed", text, words.one_line(str(data.get("because", "")), 200))


def _claimed(event: EventLike, _: Mapping[str, Any], who: str, __: Mapping[str, str]) -> Entry:
    return Entry(event.at, "claimed", f"{who} claimed it")


def _stage(event: EventLike, data: Mapping[str, Any], who: str, _: Mapping[str, str]) -> Entry:
    stage = str(data.get("stage") or data.get("after") or "")
    before = f"{data['before']} → " if data.get("before") else ""
    why = f": {data['why']}" if data.get("why") else ""
    return Entry(event.at, "stage", f"Stage: {before}{stage or 'changed'}", f"by {who}{why}")


def _merged(event: EventLike, data: Mapping[str, Any], _: str, __: Mapping[str, str]) -> Entry:
    by = ", ".join(_KEYS.get(str(kind), str(kind)) for kind in data.get("by") or ())
    names = [words.one_line(str(name), 40) for name in data.get("names") or ()]
    detail = f"the names differ: {' and '.join(names)}" if names else ""
    return Entry(event.at, "merged", f"Came again, recognised by {by or 'hand'}", detail)


def _related(event: EventLike, data: Mapping[str, Any], _: str, __: Mapping[str, str]) -> Entry:
    by = ", ".join(_KEYS.get(str(kind), str(kind)) for kind in data.get("by") or ())
    flow = data.get("flow", "")
    return Entry(event.at, "related", f"Another lead has {by}", f"{flow} {data.get('lead', '')}")


def _rescored(event: EventLike, data: Mapping[str, Any], _: str, __: Mapping[str, str]) -> Entry:
    old, new = (data.get(name) or {} for name in ("before", "after"))
    text = (
        f"Score {old.get('total')} {old.get('band')} → {new.get('total')} {new.get('band')}, "
        f"{'as time went by' if event.kind == 'aged' else 'by the rules of that day'}"
    )
    return Entry(event.at, event.kind, text, f"before: version {old.get('version', '')}")


_KEYS: Final = {
    "phone": "the same phone number",
    "email": "the same e-mail address",
    "telegram": "the same Telegram account",
    "browser": "the same browser",
    "hand": "hand",
}


def _passed(event: EventLike, data: Mapping[str, Any], who: str, _: Mapping[str, str]) -> Entry:
    why = REASONS.get(str(data.get("reason")), "").split(" ", 1)[-1].lower()
    return Entry(event.at, "passed", f"{who} passed" + (f": {why}" if why else ""))


def _handed(
    event: EventLike, data: Mapping[str, Any], who: str, names: Mapping[str, str]
) -> Entry:
    to = str(data.get("to", ""))
    return Entry(event.at, "claimed", f"{who} handed it to {names.get(to, to)}")


def _digest(event: EventLike, data: Mapping[str, Any], _: str, names: Mapping[str, str]) -> Entry:
    agent = str(data.get("agent", ""))
    return Entry(event.at, "digest", f"In the digest of {names.get(agent, agent)}")


def _second(event: EventLike, data: Mapping[str, Any], _: str, names: Mapping[str, str]) -> Entry:
    people = ", ".join(names.get(str(id_), str(id_)) for id_ in data.get("mailed") or ())
    how = f"e-mail to {people}" if people else "only the inbox has it"
    why = _SILENT.get(str(data.get("why")), "Telegram did not take the alert")
    return Entry(event.at, "hot", f"{why}: {how}")


_SILENT: Final = {
    "no_telegram": "No Telegram is set up, so no phone rang",
    "no_chat": "Nobody who was rung is in Telegram yet, so no phone rang",
}


def _returned(event: EventLike, data: Mapping[str, Any], _: str, __: Mapping[str, str]) -> Entry:
    worth = f"{data.get('total', '?')} points, {data.get('band') or 'no band'}"
    return Entry(event.at, "start", f"Came back, visit {data.get('visit', 2)}", f"before: {worth}")


_KNOWN: Final = {
    "passed": _passed,
    "handed_over": _handed,
    "digest": _digest,
    "second_channel": _second,
    "returned": _returned,
    "hot": _hot,
    "escalated": _rung,
    "passed_on": _rung,
    "allowed": _allowed,
    "claimed": _claimed,
    "stage": _stage,
    "merged": _merged,
    "related": _related,
    "aged": _rescored,
    "rescored": _rescored,
}
