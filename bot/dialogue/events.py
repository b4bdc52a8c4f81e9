"""What can happen to a conversation: one frozen record a thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Any

from bot.records import frozen


@frozen
class Start:
    """The visitor opened the chat; all that the page or the deep link knew."""

    channel: str = "web"  # web | telegram | terminal
    market: str = ""  # "" = the site's default
    lang: str = ""  # the visitor's language, a hint
    source: Mapping[str, str] = field(default_factory=dict)
    listing: Mapping[str, Any] = field(default_factory=dict)  # id, address, price
    slots: tuple[str, ...] = ()  # free viewing times, local ISO
    known: Mapping[str, Any] = field(default_factory=dict)  # field -> value
    returning: bool = False
    licensed_states: tuple[str, ...] = ()
    visitor: str = ""  # what the channel knows them by, if it does; never stored
    no_sale: bool = False  # the browser says Sec-GPC: 1
    earlier: str = ""  # the conversation this browser has shown that it had before


@frozen
class Text:
    """Something typed. ``question`` is the id the visitor saw, "" when not said."""

    text: str
    question: str = ""


@frozen
class Choose:
    """One or more options pressed at a question."""

    question: str
    values: tuple[str, ...]


@frozen
class Skip:
    """The Skip button of an optional question."""

    question: str = ""


@frozen
class Back:
    """Ask the previous question again."""


@frozen
class Edit:
    """Answer an earlier question anew; what depends on it is asked again."""

    question: str


@frozen
class Attach:
    """A file was sent, and kept under this name. ``question`` is the id the visitor saw, "" when
    not said; ``note`` is what they wrote under it."""

    question: str
    name: str
    note: str = ""


@frozen
class Silence:
    """Nothing was said for a while; ``step`` counts the follow-ups from 1."""

    step: int


@frozen
class Join:
    """A person takes the conversation over: the bot is silent until they leave."""

    agent: str
    name: str = ""
    photo: str = ""


@frozen
class Speak:
    """What that person says. ``corrects``: it mends what they said before."""

    agent: str
    text: str
    corrects: bool = False


@frozen
class Leave:
    """The bot goes on where it stopped. With ``since`` only while the visitor waits for an
    answer since then: nobody gave one."""

    agent: str
    since: str = ""


@frozen
class Announce:
    """News of the office for the visitor: ``claimed`` by an agent, or ``unanswered``. ``ending``
    is how the agent's number ends, ``opens`` when somebody calls, None for at once."""

    what: str
    agent: str = ""
    ending: str = ""
    opens: datetime | None = None


@frozen
class Arrange:
    """An agent decides about the booked viewing: ``confirm``, ``move`` to ``at``, ``cancel``."""

    what: str
    at: str = ""  # local ISO
    name: str = ""  # of the agent


@frozen
class Remind:
    """The viewing at this time is near: ``tomorrow`` or ``soon``."""

    what: str
    at: str  # local ISO


OfVisitors = Start | Text | Choose | Skip | Back | Edit | Attach
OfOthers = Silence | Join | Speak | Leave | Announce | Arrange | Remind
Event = OfVisitors | OfOthers
