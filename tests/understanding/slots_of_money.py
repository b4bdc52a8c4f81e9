"""The money questions of a sale and of a rental, and what an answer can come to besides a figure."""

from __future__ import annotations

from typing import Final

from bot.understanding.types import Slot

SALE: Final = Slot("budget", "budget_max", "money", unit="sale")
RENT: Final = Slot("budget", "budget_max", "money", unit="rent")
PLAIN: Final = Slot("amount", "amount", "money")
ASK, NONE, REFUSED = "ask", None, "refused"
