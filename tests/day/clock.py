"""A clock that stands until the day moves it on."""

from __future__ import annotations

from datetime import UTC, datetime


class StandingClock:
    """The time of the office, for everything in it."""

    def __init__(self, begin: datetime) -> None:
        self._begin = self.now = begin.astimezone(UTC)

    def __call__(self) -> datetime:
        """Now."""
        return self.now

    def ticks(self) -> float:
        """Seconds that went by."""
        return (self.now - self._begin).total_seconds()

    def move(self, to: datetime) -> None:
        """On to a later moment."""
        self.now = max(self.now, to.astimezone(UTC))
