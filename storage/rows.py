"""What is stored, as frozen rows, and the batch that makes a turn one transaction.

Times are aware datetimes in UTC. ``data``, ``fields`` and the like are JSON texts, written and
read by the caller: the store never looks inside.
"""

from __future__ import annotations

from datetime import datetime

from storage.records import frozen

# Ranks. What is new in a chat goes before a change of what is there, and last comes a look at all
# that its reader holds of a lead: one look does for all that wait.
NEW, CHANGE, LOOK = 0, 1, 2


@frozen
class Conversation:
    """One visitor in one flow on one channel. ``version`` counts its commits from 1."""

    id: str
    token_hash: str
    flow: str
    flow_hash: str
    channel: str
    market: str
    lang: str
    status: str
    band: str
    session: str
    seq: int  # of the last message
    version: int
    lead_id: str
    created_at: datetime
    updated_at: datetime
    source: str = "{}"
    peer: str = ""  # Telegram chat id, "" on the web


@frozen
class Message:
    """A line of the transcript; ``seq`` counts from 1 within its conversation."""

    conversation: str
    seq: int
    sender: str  # visitor | bot | agent
    text: str
    at: datetime
    data: str = "{}"


@frozen
class Upload:
    """A file that a visitor sent. Lists of them come without ``data``."""

    conversation: str
    seq: int  # of the visitor's message
    id: str
    question: str
    name: str
    type: str
    size: int
    at: datetime
    data: bytes = b""


@frozen
class Turn:
    """A client's message id and the reply it got: the same id again gets the same reply."""

    conversation: str
    client_id: str
    reply: bytes
    at: datetime


@frozen
class AnswerRow:
    """One change of one field, append-only."""

    conversation: str
    seq: int  # of the visitor's message that caused it
    n: int  # order within the turn
    question: str
    field: str
    value: str  # JSON
    raw: str
    how: str
    flow_hash: str
    at: datetime


@frozen
class Lead:
    """What we know of a person's wish, scored."""

    id: str
    conversation: str
    flow: str
    flow_hash: str
    channel: str
    market: str
    lang: str
    band: str
    status: str
    stage: str
    fit: int
    engagement: int
    total: int
    name: str
    phone: str
    email: str
    owner: str  # agent id, "" while unclaimed
    listing_id: str
    fields: str  # JSON
    source: str  # JSON
    reasons: str  # JSON
    created_at: datetime
    updated_at: datetime
    claimed_at: datetime | None = None
    dq_reason: str = ""
    gate: str = "[]"  # JSON: what stood in the way of hot, or decided, in words
    visits: int = 1  # conversations that are this person's; the store counts them


@frozen
class Unread:
    """A text the bot could not read, with its question."""

    conversation: str
    seq: int
    flow: str
    question: str
    text: str
    lang: str
    at: datetime


@frozen
class ConsentRow:
    """A consent or its withdrawal with the exact text shown; append-only."""

    conversation: str
    lead_id: str
    purpose: str
    granted: bool
    text: str
    version: str
    channel: str
    at: datetime


@frozen
class DoNotContactRow:
    """Somebody nobody may contact; ``key`` is "phone:+1…", "email:…" or "telegram:…"."""

    key: str
    reason: str
    at: datetime


@frozen
class Outgoing:
    """Something to be sent. ``key`` is unique: the same cause is queued once.

    ``lane`` keeps order: rows of one lane leave one after another (a Telegram chat, a webhook),
    those of the lowest ``rank`` first.
    """

    key: str
    kind: str
    lane: str
    payload: str  # JSON
    due_at: datetime
    lead_id: str = ""
    id: int = 0  # set by the store
    attempts: int = 0
    state: str = "due"  # due | taken | sent | dead | dropped
    error: str = ""
    result: str = ""
    created_at: datetime | None = None
    taken_at: datetime | None = None
    settled_at: datetime | None = None
    rank: int = NEW


@frozen
class Event:
    """A line of a lead's timeline, append-only: who did what, and why."""

    lead_id: str
    kind: str  # hot | claimed | passed | edited | stage …
    who: str  # agent id, "visitor", "bot"
    data: str  # JSON
    at: datetime
    origin: str = ""  # the conversation that it happened in, "" where it was in none


@frozen
class AlertCopy:
    """A delivered copy of a lead's alert, so that it can be edited for everybody."""

    lead_id: str
    agent: str
    chat_id: str
    message_id: int
    kind: str
    at: datetime
    digest: str = ""  # of the text last shown: an equal edit is not sent


@frozen
class LeadFile:
    """A lead with all that is told of it to agents."""

    lead: Lead
    events: tuple[Event, ...]  # oldest first
    session: str  # of the conversation it was heard in last, "" where that is gone
    keys: tuple[str, ...]  # what its person is recognised by
    refused: bool  # one of these keys is on the do-not-contact list


@frozen
class Update:
    """A Telegram update as received; ``body`` is its exact JSON text."""

    bot: str
    update_id: int
    chat: str  # order is kept per chat, "" when it has none
    body: str
    received_at: datetime
    state: str = "new"  # new | done | parked
    error: str = ""


@frozen
class Booking:
    """A viewing, from the wish for a time on. ``number`` counts its changes from 0."""

    id: str
    conversation: str
    lead_id: str
    place: str  # listing id, "" where no home is known
    agent: str  # who shows it, "" where nobody is known yet
    starts_at: datetime
    ends_at: datetime
    state: str  # held | asked | confirmed | cancelled | lapsed
    held_until: datetime | None  # of one that is held: nobody can be reached yet
    number: int
    link_hash: str
    created_at: datetime
    updated_at: datetime

    @property
    def takes_time(self) -> bool:
        """Whether nobody else can have this time."""
        return self.state in ("held", "asked", "confirmed")


@frozen
class FlowVersion:
    """A flow's files as they once were. ``files`` is a JSON object of names and texts."""

    flow: str
    hash: str  # of the files, as reading makes it
    files: str
    author: str
    at: datetime
    why: str = ""  # "rolled back", where it was not an ordinary save


@frozen
class UpdateKey:
    """Which update a batch settles."""

    bot: str
    update_id: int


@frozen
class Join:
    """Two leads are the same person's: what is of ``lost`` becomes ``kept``'s. ``lost`` is "" for
    a conversation that had no lead of its own yet."""

    kept: str
    lost: str = ""


@frozen
class Known:
    """A lead as it is from now on, with all that its person is recognised by."""

    lead: Lead
    keys: tuple[str, ...]


@frozen
class Split:
    """Some conversations of a lead are somebody else's: a lead of their own."""

    kept: Known
    fresh: Known
    conversations: tuple[str, ...]


@frozen
class Erasure:
    """Everything of these conversations and leads goes, for good.

    ``keeps`` is the one whose visitor asked for it: an empty shell stays of it, so that the last
    reply can be told again. ``rewritten`` are leads that lose a conversation and stay.
    """

    conversations: tuple[str, ...]
    leads: tuple[str, ...]
    why: str  # asked | command | retention | replay
    at: datetime
    keeps: str = ""
    rewritten: tuple[Known, ...] = ()
    remembered: bool = True  # by a keyed hash, so that a restored backup does not bring it back


@frozen
class Batch:
    """All that one turn writes: entirely there, or not at all.

    ``expected_version`` guards the conversation (0 = it must not exist yet); a mismatch, or a
    client id already used, raises ``Conflict`` and nothing of the batch is written.
    """

    conversation: Conversation | None = None
    expected_version: int = 0
    messages: tuple[Message, ...] = ()
    answers: tuple[AnswerRow, ...] = ()
    turn: Turn | None = None
    lead: Lead | None = None
    unread: tuple[Unread, ...] = ()
    consents: tuple[ConsentRow, ...] = ()
    do_not_contact: tuple[DoNotContactRow, ...] = ()
    outgoing: tuple[Outgoing, ...] = ()
    events: tuple[Event, ...] = ()
    uploads: tuple[Upload, ...] = ()
    settles: UpdateKey | None = None
    booking: Booking | None = None  # as it is now; SlotTaken where its time is somebody else's
    moves: bool = False  # the conversation goes on in another channel: its new one and peer count
    stage: Event | None = None  # where the lead came to by itself; nothing if an agent has it
    keys: tuple[str, ...] = ()  # by which the lead's person is recognised from now on
    weighed: tuple[str, ...] = ()  # other leads with these keys that were looked at
    follows: str = ""  # the conversation that the lead was heard in last, where it is another
    join: Join | None = None
    erases: Erasure | None = None
