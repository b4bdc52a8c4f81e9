"""What everything that deals with agents has at hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING

from bot.alerts.callbacks import Signer
from bot.alerts.cases import Cases
from bot.alerts.directory import Directory
from bot.news import News
from storage.store import Store

if TYPE_CHECKING:
    from bot.alerts.telegram import Messenger  # loads the library, which not everybody needs


@dataclass(frozen=True, slots=True)
class Desk:
    """Put together once, in ``service``."""

    store: Store
    cases: Cases
    directory: Directory
    signer: Signer
    messenger: Messenger | None  # None: no token, everything ends in the inbox
    news: News
    clock: Callable[[], datetime]
    wake: Callable[[], None]  # the outbox has something new
    secret: str = field(default="", repr=False)  # signs buttons and links
