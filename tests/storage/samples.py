"""Rows to store, each with sensible defaults."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from storage.rows import (
    AnswerRow,
    Batch,
    ConsentRow,
    Conversation,
    Event,
    Lead,
    Message,
    Outgoing,
    Turn,
    Update,
)

NOW = datetime(2026, 3, 10, 19, 5, 6, 789012, tzinfo=UTC)


def later(seconds: float) -> datetime:
    """NOW and some seconds."""
    return NOW + timedelta(seconds=seconds)


def conversation(id_: str = "c1", **changes: Any) -> Conversation:
    row = Conversation(
        id=id_, token_hash="hash", flow="buyer", flow_hash="f00", channel="web", market="austin",
        lang="en", status="partial", band="cold", session='{"v":1}', seq=0, version=1, lead_id="",
        created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    return replace(row, **changes)


def lead(id_: str = "l1", **changes: Any) -> Lead:
    row = Lead(
        id=id_, conversation="c1", flow="buyer", flow_hash="f00", channel="web", market="austin",
        lang="en", band="warm", status="partial", stage="engaged", fit=40, engagement=10, total=50,
        name="", phone="", email="", owner="", listing_id="", fields="{}", source="{}",
        reasons="[]", created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    return replace(row, **changes)


def outgoing(key: str, lane: str = "", **changes: Any) -> Outgoing:
    row = Outgoing(key=key, kind="alert.hot", lane=lane, payload="{}", due_at=NOW)
    return replace(row, **changes)


def update(update_id: int, **changes: Any) -> Update:
    row = Update("bot", update_id, "42", f'{{"update_id":{update_id}}}', NOW)
    return replace(row, **changes)


def turn_batch(id_: str, version: int, *, client_id: str = "", lead_row: bool = True) -> Batch:
    """The ``version``-th turn of a conversation: a visitor's line and two of the bot's."""
    seq = 3 * (version - 1)
    said = ("visitor", "bot", "bot")
    return Batch(
        conversation=conversation(id_, seq=seq + 3, lead_id=f"lead-{id_}"),
        expected_version=version - 1,
        messages=tuple(
            Message(id_, seq + n, sender, f"line {seq + n}", NOW)
            for n, sender in enumerate(said, 1)
        ),
        answers=(
            AnswerRow(id_, seq + 1, 0, "beds", "beds_min", "3", "three", "typed", "f00", NOW),
            AnswerRow(id_, seq + 1, 1, "area", "area", '"Zilker"', "zilker", "typed", "f00", NOW),
        ),
        turn=Turn(id_, client_id or f"client-{version}", b'{"seq":%d}' % (seq + 3), NOW),
        lead=lead(f"lead-{id_}", conversation=id_, total=version) if lead_row else None,
    )


def event(lead_id: str = "l1", kind: str = "hot", **changes: Any) -> Event:
    return replace(Event(lead_id, kind, "bot", "{}", NOW), **changes)


def consent(id_: str = "c1") -> ConsentRow:
    return ConsentRow(id_, "l1", "contact", True, "We call you.", "2026-03-01/en", "web", NOW)
