"""Where a message is said: the open question, the others, and what is known already."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.once import once
from bot.understanding.normalise import fold
from bot.understanding.types import Slot, Surroundings
from bot.understanding.words import Words, cut

LONG: Final = 360  # characters: a long message of a real visitor has two hundred
LONGEST_ANSWER: Final = 700  # characters in which the answer to a question is looked for
WHOLE: Final = frozenset({"text", "phone", "email"})


@dataclass(eq=False)
class Scene:
    """A message with everything its meaning depends on. ``answered`` is in order of answering."""

    text: str
    open: Slot | None
    slots: Sequence[Slot]
    answered: Mapping[str, Any]
    around: Surroundings

    @once
    def words(self) -> Words:
        """The text cut into words."""
        return cut(self.text)

    @once
    def beginning(self) -> Scene:
        """The same message as far as it is looked through for what nobody asked about: a long
        one tells such things early. Its spans are those of the whole."""
        return self._first(LONG)

    @once
    def opening(self) -> Scene:
        """The same message as far as the answer to the open question is looked for in it; a free
        text, a number or an address is taken from all of it."""
        whole = self.open is None or self.open.kind in WHOLE
        return self if whole else self._first(LONGEST_ANSWER)

    def _first(self, characters: int) -> Scene:
        if len(self.words.text) <= characters:
            return self
        start = fold(self.text)[:characters]
        return replace(self, text=start[: start.rfind(" ")] if " " in start else start)

    @once
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
