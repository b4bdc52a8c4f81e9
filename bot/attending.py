"""While a person speaks in a conversation: what the visitor writes goes to them, and a timer runs
for as long as the visitor waits. Rows of the outbox, in the transaction of the turn.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Final

from bot.compact import encode
from bot.dialogue.session import Session
from bot.dialogue.site import Site
from bot.records import frozen
from bot.ringing import lane
from storage.rows import Conversation, Message, Outgoing

PATIENCE: Final = timedelta(minutes=3)  # a visitor waits so long before the bot comes back
UNTOLD: Final = frozenset({"stopped", "erased"})  # last words are between the visitor and the bot


@frozen
class Attended:
    """A turn in which a person speaks, or did before it."""

    before: Session
    after: Session
    row: Conversation
    messages: tuple[Message, ...]
    site: Site
    now: datetime


def rows(turn: Attended) -> tuple[Outgoing, ...]:
    """What a turn brings to the person in the conversation."""
    if not turn.before.person and not turn.after.person:
        return ()
    return (*_lines(turn), *_timer(turn))


def to_agent(
    kind: str, agent: str, row: Conversation, site: Site, cause: tuple[str, datetime]
) -> Outgoing:
    """A row for an agent about a conversation; what it says is read when it is sent. ``cause``
    is what happened, and when."""
    known = next((one for one in site.agents if one.id == agent), None)
    what, now = cause
    return Outgoing(
        key=f"{kind}:{row.id}:{agent}:{what}",
        kind=kind,
        lane=lane(known) if known is not None else f"inbox:{agent}",
        payload=encode({"agent": agent, "conversation": row.id, "cause": what}),
        due_at=now,
        lead_id=row.lead_id,
        created_at=now,
    )


def _lines(turn: Attended) -> tuple[Outgoing, ...]:
    """The visitor's words, without the words: an erasure finds none in the outbox."""
    agent = turn.before.person.get("agent", "")
    if not agent:
        return ()
    if turn.after.status in UNTOLD:
        causes, kind = [turn.after.status], "chat.note"
    else:
        lines = [message for message in turn.messages if message.sender == "visitor"]
        causes, kind = [str(message.seq) for message in lines], "chat.line"
    return tuple(to_agent(kind, agent, turn.row, turn.site, (cause, turn.now)) for cause in causes)


def _timer(turn: Attended) -> tuple[Outgoing, ...]:
    """Runs from the first word that waits for an answer."""
    row, person = turn.row, turn.after.person
    since = person.get("since", "")
    if not since or since == turn.before.person.get("since"):
        return ()
    payload = {"conversation": row.id, "agent": person["agent"], "since": since}
    return (
        Outgoing(
            key=f"chat.quiet:{row.id}:{row.seq}",
            kind="chat.quiet",
            lane="",
            payload=encode(payload),
            due_at=turn.now + PATIENCE,
            lead_id=row.lead_id,
            created_at=turn.now,
        ),
    )
