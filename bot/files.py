"""Files that visitors send: what they are by their own bytes, what they may be called."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import replace
from typing import Final

from bot.compact import encode
from bot.planning import Plan
from bot.records import frozen
from storage.rows import Upload

FILES_LIMIT: Final = 20  # files of a conversation
NAME_LIMIT: Final = 80
NOTE_LIMIT: Final = 300  # characters a visitor writes under a picture
# First the ending that is put on where a name has none of its kind.
ENDINGS: Final = {
    "image/jpeg": ("jpg", "jpeg"),
    "image/png": ("png",),
    "image/gif": ("gif",),
    "image/webp": ("webp",),
    "image/heic": ("heic", "heif"),
    "image/avif": ("avif",),
    "application/pdf": ("pdf",),
}
_BEGINNINGS: Final = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"%PDF-", "application/pdf"),
)
_BRANDS: Final = {
    b"heic": "image/heic", b"heix": "image/heic", b"heim": "image/heic", b"mif1": "image/heic",
    b"msf1": "image/heic", b"avif": "image/avif",
}  # fmt: skip
_UNSAFE = re.compile(r'[<>:"|?*%;`$&\\/]+')


@frozen
class Sent:
    """A file as it arrived, before anybody kept it."""

    id: str
    name: str
    type: str
    data: bytes

    @property
    def mark(self) -> str:
        """What its line in the transcript carries, as members of JSON."""
        told = {"name": self.name, "type": self.type, "size": len(self.data)}
        return f'"file":{encode(told)}'


def type_of(data: bytes) -> str:
    """The type that the first bytes show, "" for one we do not take."""
    for beginning, kind in _BEGINNINGS:
        if data.startswith(beginning):
            return kind
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp"
    return _BRANDS.get(data[8:12], "") if data[4:8] == b"ftyp" else ""


def clean_name(given: str, kind: str) -> str:
    """A name that is safe in a folder, a header and a page, with the ending of its type."""
    name = given.replace("\\", "/").rpartition("/")[2]
    name = "".join(letter for letter in name if unicodedata.category(letter)[0] != "C")
    name = " ".join(_UNSAFE.sub(" ", unicodedata.normalize("NFC", name)).split()).strip(". ")
    stem, dot, ending = name.rpartition(".")
    endings = ENDINGS[kind]
    if not dot or ending.lower() not in endings:
        stem, ending = name, endings[0]
    stem = stem.strip(". ")[: NAME_LIMIT - len(ending) - 1]
    return f"{stem or 'file'}.{ending.lower()}"


def keeping(made: Plan, sent: Sent) -> Plan:
    """The plan of the turn that a file caused, with the file in it."""
    batch = made.batch
    line = next(line for line in batch.messages if line.sender == "visitor")
    question = next((answer.question for answer in batch.answers if answer.how == "file"), "")
    row = Upload(
        conversation=line.conversation,
        seq=line.seq,
        id=sent.id,
        question=question,
        name=sent.name,
        type=sent.type,
        size=len(sent.data),
        at=line.at,
        data=sent.data,
    )
    return replace(made, batch=replace(batch, uploads=(row,)))
