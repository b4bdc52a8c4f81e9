"""At most so many loud alerts a minute for each agent; the rest of that minute is one digest."""

from __future__ import annotations

from collections import deque
from datetime import datetime, timedelta
from typing import Final

LOUD_A_MINUTE: Final = 20
MINUTE: Final = timedelta(minutes=1)


class Budget:
    """Counts loud alerts by agent. ``most`` 0 means no limit, for load tests."""

    def __init__(self, most: int = LOUD_A_MINUTE) -> None:
        self._most = most
        self._rung: dict[str, deque[datetime]] = {}

    def take(self, agent: str, now: datetime) -> bool:
        """Whether one more may ring aloud now."""
        if not self._most:
            return True
        rung = self._rung.setdefault(agent, deque())
        while rung and now - rung[0] >= MINUTE:
            rung.popleft()
        if len(rung) >= self._most:
            return False
        rung.append(now)
        return True

    def frees(self, agent: str, now: datetime) -> datetime:
        """When the next one may ring."""
        rung = self._rung.get(agent)
        return rung[0] + MINUTE if rung else now
