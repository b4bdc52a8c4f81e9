"""The part of the Store that knows persons: who is the same, what is to be erased, what is due."""

from __future__ import annotations

import hmac
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Protocol

from storage.records import frozen
from storage.rows import Conversation, Erasure, Event, Join, Known, Lead, Split


@frozen
class Aged:
    """A conversation as its keeping time sees it. ``n`` grows with each conversation."""

    n: int
    id: str
    flow: str
    lead_id: str
    created_at: datetime
    heard_at: datetime  # of it and of its lead, whichever was later


@frozen
class Refusals:
    """The whole do-not-contact list, for whoever goes through many leads."""

    plain: frozenset[str]
    hashed: frozenset[str]  # of erased persons
    key: bytes = b""  # of these hashes

    def bars(self, keys: Sequence[str]) -> bool:
        """Whether somebody whom one of these belongs to may not be contacted."""
        if not self.plain.isdisjoint(keys):
            return True
        return bool(self.hashed) and any(
            hmac.digest(self.key, key.encode("utf-8", "replace"), "sha256").hex() in self.hashed
            for key in keys
        )


class ReadPersons(Protocol):
    """What can be asked about persons."""

    async def sharing(self, keys: Sequence[str]) -> list[tuple[str, Lead]]:
        """Each lead that is recognised by one of the keys, with that key, oldest lead first."""

    async def keys_of(self, lead_id: str) -> list[str]:
        """All that a lead's person is recognised by."""

    async def apart_from(self, lead_id: str) -> list[str]:
        """The leads that somebody has set apart from this one."""

    async def conversations_of(self, lead_id: str) -> list[Conversation]:
        """Oldest first."""

    async def conversations_of_peer(self, channel: str, peer: str) -> list[Conversation]:
        """Oldest first."""

    async def oldest(self, after: int, before: datetime, limit: int = 500) -> list[Aged]:
        """Conversations that were begun before a time, in the order they were begun."""

    async def everything_of(
        self, leads: Sequence[str], conversations: Sequence[str]
    ) -> dict[str, list[dict[str, Any]]]:
        """All that an erasure of these would take away, table by table, as plain values."""

    async def scrub_due(self) -> bool:
        """Whether an erasure's last traces are still to be scrubbed."""

    async def refusals(self) -> Refusals:
        """The do-not-contact list, read once."""


class Persons(ReadPersons, Protocol):
    """What changes persons. A ``Crossed`` means that somebody spoke meanwhile: look again."""

    async def join(self, known: Known, join: Join, event: Event) -> None:
        """Two leads become one; the id of the lost one goes on as another name of it."""

    async def split(self, split: Split, events: Sequence[Event]) -> None:
        """One lead becomes two, which are never merged again by themselves."""

    async def erase(self, what: Erasure, *, scrub: bool = True) -> dict[str, int]:
        """Delete everything of these conversations and leads, and scrub it out of the file; how
        many rows of each kind are gone. Whoever said stop stays on the list, by a keyed hash."""

    async def allow(self, keys: Sequence[str], events: Sequence[Event]) -> int:
        """Take these off the do-not-contact list, with what the timelines say of it; how many
        entries that were. Nothing is written where there were none."""

    async def tidy(self, before: datetime) -> int:
        """Forget what was sent, and Telegram updates that were settled, before a time."""

    async def scrub(self) -> None:
        """Take the last traces of erasures out of index and log."""

    async def replay_erasures(self) -> int:
        """Erase again what a restored backup brought back; how many leads and conversations."""
