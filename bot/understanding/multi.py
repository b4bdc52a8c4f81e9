"""Several options of one question at once ("1 and 3", "pool and garage")."""

from __future__ import annotations

from bot.understanding import choice, options
from bot.understanding.option_book import book_of
from bot.understanding.types import Reading, Slot, Surroundings
from bot.understanding.words import cut


def read(text: str, slot: Slot, around: Surroundings) -> Reading | None:
    """The options that the text names, in the question's order."""
    words = cut(text)
    book = book_of(slot)
    values = {found.value for found in options.search(words, book)} | set(book.numbers(words))
    if values:
        chosen = tuple(value for value in book.values if value in values)
        return Reading(chosen, span=(0, len(words.text)))
    single = choice.read(text, slot, around)
    if single is None or single.value is None:
        return single
    return Reading((str(single.value),), sure=single.sure, span=single.span)
