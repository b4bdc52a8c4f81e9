"""A message that was changed after it was sent: which answer it gave, and what that means now."""

from __future__ import annotations

import json
from collections.abc import Sequence

from bot.channels.telegram import Edited
from bot.dialogue.events import Edit, Event, Text
from bot.records import frozen
from bot.riding import Spoken
from storage.rows import AnswerRow, Message


@frozen
class Correction:
    """What is to be played for a change."""

    events: tuple[Event, ...]


def correction(
    edited: Edited, told: Spoken, messages: Sequence[Message], answers: Sequence[AnswerRow]
) -> Correction | None:
    """The inputs that correct an answer; None where the message answered nothing."""
    mine = [line for line in messages if line.sender == "visitor"]
    found = next((line for line in reversed(mine) if _number(line) == edited.message), None)
    if found is None or found.text == edited.text:
        return None
    given = [row for row in answers if row.seq == found.seq and row.question]
    open_one = told.session.open_question
    if given and given[0].question != open_one:
        return Correction((Edit(given[0].question), Text(edited.text)))
    if open_one and (given or found is mine[-1]):
        return Correction((Text(edited.text),))
    return None


def _number(line: Message) -> int:
    """The message's number in Telegram, 0 where it came another way."""
    if '"tg"' not in line.data:
        return 0
    number = json.loads(line.data).get("tg")
    return number if isinstance(number, int) else 0
