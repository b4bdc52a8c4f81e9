"""Where a message is said: the open question, the others, and what is known already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from bot.understanding.types import Slot, Surroundings
from bot.understanding.words import Words, cut


@dataclass(frozen=True)
class Scene:
    """A message with everything its meaning depends on. ``answered`` is in order of answering."""

    text: str
    open: Slot | None
    slots: Sequence[Slot]
    answered: Mapping[str, Any]
    around: Surroundings

    @cached_property
    def words(self) -> Words:
        """The text cut into words."""
        return cut(self.text)

    @cached_property
    def earlier(self) -> tuple[Slot, ...]:
        """The answered questions besides the open one, the latest answer first."""
        by_field = {slot.field: slot for slot in self.slots}
        open_id = self.open.id if self.open is not None else ""
        found = (by_field[field] for field in reversed([*self.answered]) if field in by_field)
        return tuple(slot for slot in found if slot.id != open_id)

    @property
    def taken(self) -> frozenset[str]:
        """Fields that nothing volunteered may fill: answered, or being asked for."""
        mine = (self.open.field,) if self.open is not None else ()
        return frozenset((*self.answered, *mine))
