"""Rows that alerts put into the outbox themselves: edits, later rings, answers in a chat."""

from __future__ import annotations

import json
from datetime import datetime

from bot.dialogue.site import Agent
from storage.rows import Outgoing


def lane_of(agent: Agent) -> str:
    """Where an agent's rows wait their turn: the same for the first ring and all that follows."""
    return f"tg:{agent.telegram}" if agent.telegram else f"inbox:{agent.id}"


def ring(lead_id: str, agent: Agent, now: datetime) -> Outgoing:
    """The first ring of an agent."""
    return _row(f"hot:{lead_id}:{agent.id}", "alert.hot", lead_id, agent, now)


def ring_later(lead_id: str, agent: Agent, after: int, now: datetime) -> Outgoing:
    """The ring of an escalation."""
    key = f"up:{lead_id}:{after}:{agent.id}"
    return _row(key, "alert.up", lead_id, agent, now, after=after)


def edit(
    lead_id: str, agent: Agent, cause: str, now: datetime, message: int | None = None
) -> Outgoing:
    """A look at an agent's copies, or at one: edited where it differs from what it should show."""
    key = f"edit:{lead_id}:{agent.id}:{cause}"
    if message is None:
        return _row(key, "alert.edit", lead_id, agent, now)
    return _row(f"{key}:{message}", "alert.edit", lead_id, agent, now, message=message)


def say(chat: int, text: str, cause: str, now: datetime) -> Outgoing:
    """A plain message to a chat."""
    payload = json.dumps({"chat": str(chat), "text": text}, ensure_ascii=False)
    return Outgoing(f"say:{cause}", "alert.say", f"tg:{chat}", payload, now, created_at=now)


def _row(key: str, kind: str, lead_id: str, agent: Agent, now: datetime, **more: int) -> Outgoing:
    payload = json.dumps({"agent": agent.id, **more})
    return Outgoing(key, kind, lane_of(agent), payload, now, lead_id, created_at=now)
