"""Messages that nobody would send, made of pieces that matter to a reader."""

from __future__ import annotations

from hypothesis import strategies as st


def mess(pieces: str) -> st.SearchStrategy[str]:
    """Any text, and the given pieces in any order, with and without spaces."""
    some = st.lists(st.sampled_from(pieces.split()), max_size=12)
    return st.one_of(st.text(max_size=40), some.map(" ".join), some.map("".join))
