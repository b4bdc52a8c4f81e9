"""The colours of bands and scores in a terminal."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from rich.text import Text

from bot.leads import words

BANDS: Final = {
    "hot": "bold red",
    "warm": "yellow",
    "cold": "cyan",
    "disqualified": "bright_black",
}
SIGNS: Final = {"hot": "🔥", "warm": "🌤 ", "cold": "❄ ", "disqualified": "⛔"}
BAR: Final = 20  # characters of a full score


def band(name: str) -> Text:
    """A band in its colour."""
    return Text(name, BANDS.get(name, ""))


def bar(points: int, most: int, style: str) -> Text:
    """A gauge: filled to the points."""
    filled = round(BAR * max(0, min(points, most)) / most)
    gauge = Text("━" * filled, style)
    gauge.append("━" * (BAR - filled), "bright_black")
    return gauge


def ago(at: datetime, now: datetime) -> str:
    """``5 min ago``."""
    seconds = (now - at).total_seconds()
    if seconds < 60:
        return "just now"
    if seconds < 3600:
        return f"{int(seconds // 60)} min ago"
    return f"{words.lasted(seconds)} ago"
