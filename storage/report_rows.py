"""What reports are made from, and how a store is asked for it."""

from __future__ import annotations

from dataclasses import field
from datetime import datetime
from typing import Protocol

from storage.records import frozen


@frozen
class TalkFilter:
    """Which conversations a report is about; what is empty is not looked at."""

    flow: str
    since: datetime | None = None
    until: datetime | None = None
    channel: str = ""
    lang: str = ""
    version: str = ""  # the beginning of the flow's content hash
    source: str = ""
    device: str = ""


@frozen
class Talk:
    """A conversation as reports see it: no words of the visitor, no contact data of its own."""

    n: int  # grows with each conversation
    flow: str
    flow_hash: str
    channel: str
    lang: str
    band: str
    stage: str  # of its lead, "" without one
    source: str  # the campaign's source, else the referring site, else the channel
    session: str
    waits: str  # JSON: [question, seconds until the visitor's next message] by first asking
    unread: str  # JSON: the question of each text that could not be read
    created_at: datetime
    updated_at: datetime


@frozen
class UnreadText:
    """Words that could not be read, however often they came."""

    question: str
    text: str
    times: int
    lang: str
    at: datetime  # the last time


@frozen
class Outcomes:
    """How the leads of a band ended."""

    band: str
    won: int = 0
    lost: int = 0
    more: dict[str, int] = field(default_factory=dict)  # by stage, those not ended


class ReportStore(Protocol):
    """What a store can be asked for reports."""

    async def talks(self, where: TalkFilter, after: Talk | None = None) -> list[Talk]:
        """The next portion of conversations, oldest first, after the last one seen."""

    async def talk_kinds(self, where: TalkFilter) -> dict[str, list[str]]:
        """The sources, languages, versions and devices there are, most frequent first."""

    async def unread_texts(self, where: TalkFilter, limit: int = 20) -> list[UnreadText]:
        """What could not be read, most frequent first."""

    async def outcomes(self, flow: str) -> list[Outcomes]:
        """How leads ended, by their band."""
