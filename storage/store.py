"""The Store protocol: all that Doorstep asks of a database. Every call may run beside others."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from storage.person_store import Persons, ReadPersons
from storage.records import frozen
from storage.report_rows import ReportStore
from storage.rows import (
    AlertCopy,
    AnswerRow,
    Batch,
    Booking,
    ConsentRow,
    Conversation,
    Event,
    FlowVersion,
    Lead,
    LeadFile,
    Message,
    Outgoing,
    Turn,
    Update,
    UpdateKey,
    Upload,
)

INTERRUPTED = "interrupted"  # the error of a row that was taken when the process ended


class StoreError(Exception):
    """The database could not do it now (locked, disk full); nothing was written; try again."""


class Conflict(Exception):  # noqa: N818 - a normal outcome, not a failure
    """The batch lost a race: another commit came first, or its client id was used before."""


class Crossed(Conflict):
    """Another conversation of the same person came first: the batch must be made anew."""


class SlotTaken(Conflict):
    """The time of a viewing is somebody else's."""


@frozen
class LeadFilter:
    """Which leads to list, newest first; empty = all. ``text`` looks in name, phone, area, …"""

    band: str = ""
    flow: str = ""
    owner: str = ""
    unclaimed: bool = False
    text: str = ""
    since: datetime | None = None
    limit: int = 100
    before: tuple[datetime, str] | None = None  # (updated_at, id) of the last row seen


@frozen
class Claim:
    """The outcome of a claim: ``won`` only for the first; ``owner`` and ``at`` say who has it."""

    won: bool
    owner: str
    at: datetime


class ReadStore(ReadPersons, ReportStore, Protocol):
    """What can be asked. Every answer holds all that was committed before the question."""

    async def conversation(self, id_: str) -> Conversation | None: ...
    async def conversation_of_peer(self, channel: str, peer: str) -> Conversation | None:
        """The conversation of a Telegram chat in which something happened last."""

    async def turn(self, conversation: str, client_id: str) -> Turn | None: ...
    async def messages(self, conversation: str, after: int = 0) -> list[Message]: ...
    async def answers(self, conversation: str) -> list[AnswerRow]: ...
    async def consents(self, conversation: str) -> list[ConsentRow]: ...

    async def uploads(self, conversation: str) -> list[Upload]:
        """What a visitor sent along, oldest first, without its bytes."""

    async def upload(self, conversation: str, id_: str) -> Upload | None:
        """One of them, whole."""

    async def lead(self, id_: str) -> Lead | None: ...
    async def lead_file(self, id_: str) -> LeadFile | None:
        """A lead with all that is told of it, in one look."""

    async def leads(self, where: LeadFilter) -> list[Lead]: ...
    async def events(self, lead_id: str) -> list[Event]: ...
    async def events_since(
        self, kinds: Sequence[str], since: datetime, limit: int = 10_000
    ) -> list[Event]:
        """The newest events of these kinds, oldest first, of all leads."""

    async def owner_before(self, lead_id: str, phone: str, email: str) -> str:
        """The agent who last claimed another lead with this phone or e-mail, "" for nobody."""

    async def may_contact(self, keys: Sequence[str]) -> bool:
        """False when any of the keys is on the do-not-contact list, plainly or by a hash."""

    async def lead_ids(self, beginning: str, limit: int = 10) -> list[str]:
        """Ids that begin so: people type the first characters."""

    async def lead_counts(self) -> dict[str, int]:
        """How many leads each band holds."""

    async def next_due(self) -> datetime | None:
        """When the next row that could be taken is due; rows behind an unsettled one wait."""

    async def outbox_depth(self) -> dict[str, int]:
        """How many rows wait (due), are on their way (taken), and could not be sent (dead)."""

    async def outbox(self, state: str = "", limit: int = 100) -> list[Outgoing]:
        """Newest first."""

    async def alert_copies(self, lead_id: str) -> list[AlertCopy]: ...
    async def new_updates(self, bot: str, limit: int = 100) -> list[Update]: ...
    async def flow_text(self, hash_: str) -> str | None: ...
    async def flow_versions(self, flow: str) -> list[FlowVersion]:
        """A flow's files as they were saved, oldest first."""

    async def silent_since(
        self, flow: str, after: datetime, until: datetime, limit: int = 100
    ) -> list[Conversation]:
        """Open conversations of a flow in which the last thing happened between these times."""

    async def bookings(self, place: str, agent: str, since: datetime) -> list[Booking]:
        """The viewings that take time at this home or of this agent, and end after ``since``."""

    async def booking(self, id_: str) -> Booking | None: ...
    async def booking_of(self, conversation: str) -> Booking | None:
        """The viewing of a conversation that counts, else the one that was last."""

    async def booking_by_link(self, link_hash: str) -> Booking | None: ...
    async def lead_of_post(self, chat_id: str, message_id: int) -> str:
        """The lead that a message in an agent's chat is about, "" where it is about none."""

    async def setting(self, name: str) -> str | None: ...

    async def close(self) -> None: ...


class Store(ReadStore, Persons, Protocol):
    """Durable memory. A method that writes returns after the data is on disk."""

    async def commit(self, batch: Batch) -> None:
        """Write all of it or raise: Conflict (another came first) or StoreError (try again).

        The stored version becomes ``expected_version + 1``. A lead that is there keeps its owner,
        or none, and a claimed one its stage.
        """

    async def claim(
        self, lead_id: str, agent: str, at: datetime, outgoing: Sequence[Outgoing] = ()
    ) -> Claim:
        """Make ``agent`` the owner if nobody is; when won, atomically add the event ``claimed``
        and queue ``outgoing``. LookupError when there is no such lead.
        """

    async def reassign(
        self,
        lead_id: str,
        before: str,
        event: Event,
        *,
        after: str = "",
        outgoing: Sequence[Outgoing] = (),
    ) -> bool:
        """Give ``before``'s lead to ``after``, "" for nobody, with its event and rows; False when
        it is not that agent's any more."""

    async def hasten(self, key: str, at: datetime) -> bool:
        """A waiting timer runs at ``at`` instead; False where it ran, or is sooner anyway."""

    async def set_stage(
        self, lead_id: str, stage: str, event: Event, outgoing: Sequence[Outgoing] = ()
    ) -> bool:
        """Move a lead to a stage with its event and rows; False when it is there already."""

    async def take_due(self, now: datetime, limit: int = 100) -> list[Outgoing]:
        """Take due rows, at most the first of each lane, and mark them taken.

        ``attempts`` counts takings, this one included. A row that was released after a crash
        comes with ``error == INTERRUPTED``: it may have been sent before.
        """

    async def sent(
        self, id_: int, at: datetime, result: str = "", copy: AlertCopy | None = None
    ) -> None:
        """Settle a row; ``copy`` is what an agent now sees, and replaces what it saw before."""

    async def retry(self, id_: int, due_at: datetime, error: str) -> None: ...
    async def bury(self, id_: int, error: str) -> None:
        """Move a row to the dead letters."""

    async def rescore(self, lead: Lead, event: Event | None = None) -> bool:
        """Write this lead's score, band and reasons, and a line of its timeline; False when it
        changed since it was read."""

    async def put_back(self, id_: int, at: datetime) -> bool:
        """By hand: try a row again now; False when it was sent, is on its way, or is none."""

    async def drop(self, id_: int, at: datetime) -> bool:
        """By hand: never send a row; False when it was sent, is on its way, or is none."""

    async def release_taken(self, now: datetime) -> int:
        """After a restart: what was taken and never settled is due again; says how many. What was
        queued by a clock that was ahead of ``now`` waits no longer than it was meant to.
        """

    async def enqueue(self, outgoing: Sequence[Outgoing], events: Sequence[Event] = ()) -> None:
        """Queue rows whose keys are new; a known key is left as it is."""

    async def keep_updates(self, updates: Sequence[Update]) -> int:
        """Store updates, skipping known (bot, update_id); says how many were new."""

    async def keep_post(self, chat_id: str, message_id: int, lead_id: str, at: datetime) -> None:
        """Remember that a message in an agent's chat is about this lead."""

    async def settle_update(self, key: UpdateKey, state: str, error: str = "") -> None: ...

    async def remember_flow(self, hash_: str, flow: str, text: str, at: datetime) -> None:
        """Keep a flow's text under its content hash: conversations finish in their version."""

    async def keep_version(self, row: FlowVersion) -> bool:
        """Keep a flow's files; False when they are the newest version already."""

    async def set_setting(self, name: str, value: str) -> None:
        """Small durable facts: signing secret, polling offset, admin sessions."""

    async def take_setting(self, name: str) -> str | None:
        """Read a setting and remove it: only one of several takers gets it."""

    async def writable(self) -> bool:
        """Whether a write would succeed now (readiness)."""
