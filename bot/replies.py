"""What a visitor's client gets back: one shape for every answer of the visitor API.

Put together from ready pieces of JSON: the words of a question are the same for everybody, so they
are escaped once and kept.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from json.encoder import encode_basestring as quoted

from bot.compact import encode
from bot.dialogue.engine import Ask
from storage.rows import Message

ENDED = frozenset({"complete", "disqualified", "stopped", "erased"})
FILE_LIMIT = 5 * 1024 * 1024  # bytes of a file that a visitor sends
ACCEPTS = {"photos": "image/*", "files": "image/*,application/pdf"}  # what a picker offers
PIECES = 1024  # question texts and button rows kept as JSON


@lru_cache(16)  # all lines of a turn have the same
def moment(at: datetime) -> str:
    """A time in UTC, to the millisecond."""
    return at.isoformat(timespec="milliseconds")[:-6] + "Z"


@lru_cache(PIECES)
def line_data(question: str, options: tuple[str, ...]) -> str:
    """What a line of the transcript carries besides its text, as a JSON object."""
    data: dict[str, object] = {}
    if question:
        data["question"] = question
    if options:
        data["options"] = options
    return encode(data)


def state_json(
    conversation: str,
    seq: int,
    messages: Iterable[Message],
    ask: Ask | None,
    status: str,
    *,
    extra: str = "",
) -> str:
    """The shape of every 200, 201 and 409 of the visitor API; ``extra`` is more members."""
    return (
        f'{{"conversation":{quoted(conversation)},"seq":{seq},'
        f'"messages":[{",".join(map(_message, messages))}],"ask":{_ask(ask)},'
        f'"status":"{status}","ended":{"true" if status in ENDED else "false"}{extra}}}'
    )


def _message(message: Message) -> str:
    more = "" if message.data == "{}" else "," + message.data[1:-1]
    return (
        f'{{"seq":{message.seq},"from":"{message.sender}","text":{quoted(message.text)},'
        f'"at":"{moment(message.at)}"{more}}}'
    )


def _ask(ask: Ask | None) -> str:
    if ask is None:
        return "null"
    words = _words(
        (ask.question, ask.kind, ask.text, ask.options, ask.optional, ask.why, ask.upload)
    )
    return f'{words[:-1]},"progress":{{"done":{ask.done},"total":{ask.total}}}}}'


@lru_cache(PIECES)
def _words(asked: tuple[str, str, str, tuple[tuple[str, str], ...], bool, str, str]) -> str:
    question, kind, text, options, optional, why, upload = asked
    data: dict[str, object] = {"question": question, "kind": kind, "text": text}
    if options:
        data["options"] = [{"value": value, "label": label} for value, label in options]
    data["optional"] = optional
    if why:
        data["why"] = why
    if upload:
        data["upload"] = {"accept": ACCEPTS[upload], "max_bytes": FILE_LIMIT, "many": True}
    return encode(data)
