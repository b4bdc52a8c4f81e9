"""Persons to store: a conversation that has become a lead, with everything that hangs on it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from storage.rows import (
    AlertCopy,
    AnswerRow,
    Batch,
    DoNotContactRow,
    Erasure,
    Message,
    Outgoing,
    Turn,
    Unread,
    Update,
    Upload,
)
from storage.store import Store
from tests.storage.samples import NOW, consent, conversation, event, lead, outgoing

PHONE, EMAIL = "phone:+15125550142", "email:zita@example.com"


def visit(id_: str, lead_id: str, *, word: str = "zilker", **more: Any) -> Batch:
    """A visitor's first turn, in which they said ``word`` and left keys."""
    keys: Sequence[str] = more.pop("keys", ())
    peer = more.pop("peer", "")
    channel = "telegram" if peer else "web"
    row = conversation(
        id_, lead_id=lead_id, peer=peer, channel=channel, session=json.dumps({"said": word}),
        source=json.dumps({"page": f"https://x.example/{word}"}), seq=1,
    )  # fmt: skip
    contact = {key.partition(":")[0]: key.partition(":")[2] for key in keys}
    made = lead(
        lead_id, conversation=id_, name=f"{word} smith", phone=contact.get("phone", ""),
        email=contact.get("email", ""), fields=json.dumps({"area": word}),
    )  # fmt: skip
    return Batch(
        conversation=row,
        messages=(Message(id_, 1, "visitor", f"I like {word}", NOW),),
        answers=(AnswerRow(id_, 1, 0, "area", "area", f'"{word}"', word, "typed", "f0", NOW),),
        turn=Turn(id_, "client-1", f'{{"text":"{word}"}}'.encode(), NOW),
        lead=made,
        unread=(Unread(id_, 1, "buyer", "area", word, "en", NOW),),
        consents=(replace(consent(id_), lead_id=lead_id, text=f"We call {word}."),),
        outgoing=(outgoing(f"hot:{lead_id}", lead_id=lead_id, payload=f'{{"asked":"{word}"}}'),),
        events=(event(lead_id, data=f'{{"asked":"{word}"}}', origin=id_),),
        uploads=(
            Upload(id_, 1, f"u-{id_}", "", f"{word}.png", "image/png", 5, NOW, word.encode()),
        ),
        keys=tuple(keys),
        **more,
    )


async def fill(store: Store, word: str, id_: str = "c1", lead_id: str = "l1") -> None:
    """Somebody of whom the store holds a word in every place there is."""
    await store.commit(visit(id_, lead_id, word=word, keys=(PHONE, EMAIL), peer="4242"))
    said = json.dumps({"message": {"text": f"{word} here", "chat": {"id": 4242}}})
    await store.keep_updates([Update("bot", 1, "4242", said, NOW, "parked", word)])
    pressed = json.dumps({"callback_query": {"data": f"c.{lead_id}.sig", "text": word}})
    await store.keep_updates([Update("bot", 2, "7001", pressed, NOW, "parked")])
    await store.set_setting("blocked:telegram:4242", word)
    await store.set_setting("code", json.dumps([id_, word]))
    say = Outgoing(f"tg:{word}", "tg.say", "tg:4242", f'{{"text":"{word}"}}', NOW)
    dead = outgoing(f"dead:{word}", lead_id=lead_id, payload=f'{{"to":"{word}"}}')
    await store.enqueue([say, dead])
    (first, *_) = [row for row in await store.outbox() if row.key == f"hot:{lead_id}"]
    copy = AlertCopy(lead_id, "dana", "7001", 55, "hot", NOW)
    await store.sent(first.id, NOW, word, copy)
    await store.commit(Batch(do_not_contact=(DoNotContactRow(PHONE, "stop", NOW),)))


async def everything_of(store: Store, lead_id: str, **more: Any) -> Erasure:
    """The erasure of a lead with all of its conversations."""
    ids = tuple(row.id for row in await store.conversations_of(lead_id))
    return Erasure(ids, (lead_id,), "command", NOW, **more)


def found_in(folder: Path, word: str) -> list[str]:
    """The files under a folder that hold a word, in any case."""
    needle = word.lower().encode()
    return [
        path.name
        for path in sorted(folder.rglob("*"))
        if path.is_file() and needle in path.read_bytes().lower()
    ]
