"""How long ago, as people write it after ``--since``."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

from bot.errors import UserMistake

_AGE = re.compile(r"([0-9]{1,5})\s*([mhdw])")
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


def moment_of(text: str, now: datetime) -> datetime:
    """``7d`` back from now, or a date; a date without a zone is this machine's."""
    if match := _AGE.fullmatch(text.strip().lower()):
        return now - timedelta(**{_UNITS[match[2]]: int(match[1])})
    try:
        return datetime.fromisoformat(text).astimezone(UTC)
    except (ValueError, OverflowError):
        message = f"--since {text}: write 7d, 12h or a date like 2026-03-01"
        raise UserMistake(message) from None
