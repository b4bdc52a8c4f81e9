"""A property that is worked out once."""

from __future__ import annotations

from bot.once import once


class Counted:
    """Knows how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0

    @once
    def answer(self) -> int:
        """The answer."""
        self.asked += 1
        return 42


def test_it_is_worked_out_when_it_is_first_asked_for_and_never_again() -> None:
    one, other = Counted(), Counted()
    assert one.asked == 0
    assert (one.answer, one.answer, one.asked) == (42, 42, 1)
    assert (other.answer, other.asked) == (42, 1)
