"""Rows that alerts put into the outbox themselves: rings, edits, answers in a chat, timers.

A row that is sent stands in the lane of its chat and waits its turn there. A timer has a lane of
its own: what is due later must not hold up what is due now.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.alerts.directory import Addressee
from storage.rows import CHANGE, LOOK, Outgoing


def lane_of(box: Addressee) -> str:
    """Where rows wait their turn: the same for the first ring and all that follows."""
    return f"tg:{box.telegram}" if box.telegram else f"inbox:{box.id}"


def ring(lead_id: str, box: Addressee, now: datetime, *, silent: bool = False) -> Outgoing:
    """The first ring."""
    more = {"silent": True} if silent else {}
    return _row(f"hot:{lead_id}:{box.id}", "alert.hot", lead_id, box, now, **more)


def ring_later(
    lead_id: str,
    box: Addressee,
    after: int,
    now: datetime,
    *,
    waited: int | None = None,
    cause: str = "",
) -> Outgoing:
    """The ring of an escalation; ``waited`` is how many seconds the lead waited by now, ``cause``
    tells a second climb from the first."""
    name = f"{lead_id}:{cause}" if cause else lead_id
    key = f"up:{name}:{after}:{box.id}"
    shown = after if waited is None else waited
    return _row(key, "alert.up", lead_id, box, now, after=shown)


def post(
    lead_id: str, box: Addressee, kind: str, cause: str, now: datetime, *, silent: bool = False
) -> Outgoing:
    """Any other message about a lead: ``kind`` is what its copy is."""
    key = f"post:{kind}:{lead_id}:{cause}:{box.id}"
    return _row(key, "alert.post", lead_id, box, now, copy=kind, silent=silent)


def card(lead_id: str, box: Addressee, cause: str, now: datetime) -> Outgoing:
    """The visitor's card; in a lane of its own, for it must never hold up a ring."""
    row = post(lead_id, box, "card", cause, now, silent=True)
    return replace(row, lane=f"card:{box.id}")


def calendar(lead_id: str, box: Addressee, cause: str, now: datetime) -> Outgoing:
    """The calendar file of the visitor's time, behind the card."""
    row = post(lead_id, box, "ics", cause, now, silent=True)
    return replace(row, lane=f"card:{box.id}")


def edit(
    lead_id: str,
    box: Addressee,
    cause: str,
    now: datetime,
    *,
    message: int | None = None,
    menu: str | None = None,
) -> Outgoing:
    """A look at somebody's copies, or at one: edited where it differs from what it should show.
    ``menu`` opens a menu of that one, or "" closes it."""
    more: dict[str, Any] = {} if message is None else {"message": message}
    if menu is not None:
        more["menu"] = menu
    key = f"edit:{lead_id}:{box.id}:{cause}" + (f":{message}" if message is not None else "")
    rank = CHANGE if more else LOOK
    return replace(_row(key, "alert.edit", lead_id, box, now, **more), rank=rank)


def say(chat: int, text: str, cause: str, now: datetime, *, silent: bool = False) -> Outgoing:
    """A plain message to a chat."""
    what: dict[str, Any] = {"chat": str(chat), "text": text}
    if silent:
        what["silent"] = True
    payload = json.dumps(what, ensure_ascii=False)
    return Outgoing(f"say:{cause}", "alert.say", f"tg:{chat}", payload, now, created_at=now)


def timer(
    kind: str, key: str, due: datetime, now: datetime, lead_id: str = "", **what: Any
) -> Outgoing:
    """Something to be looked at later, whatever happens until then."""
    key = f"{kind}:{key}"
    payload = json.dumps(what, ensure_ascii=False)
    return Outgoing(key, f"alert.{kind}", f"timer:{key}", payload, due, lead_id, created_at=now)


def to_visitor(what: str, lead_id: str, cause: str, now: datetime, **data: Any) -> Outgoing:
    """Something a visitor is told in their own chat."""
    key = f"visitor:{what}:{lead_id}:{cause}"
    payload = json.dumps(data, ensure_ascii=False)
    return Outgoing(
        key, f"visitor.{what}", f"visitor:{lead_id}", payload, now, lead_id, created_at=now
    )


def passed_on(lead_id: str, cause: str, now: datetime) -> Outgoing:
    """A look at the lead's chat: a person in it follows the lead to its new agent."""
    key = f"chat.passed:{lead_id}:{cause}"
    lane = f"visitor:{lead_id}"
    return Outgoing(key, "chat.passed", lane, "{}", now, lead_id, created_at=now)


def _row(
    key: str, kind: str, lead_id: str, box: Addressee, now: datetime, **more: Any
) -> Outgoing:
    what: Mapping[str, Any] = {"agent": box.id, **more}
    return Outgoing(key, kind, lane_of(box), json.dumps(what), now, lead_id, created_at=now)
