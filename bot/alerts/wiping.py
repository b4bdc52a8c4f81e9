"""Takes an erased person out of the agents' chats, as far as Telegram lets us."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from bot.alerts.desk import Desk
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.alerts.talk import Posted
from storage.rows import Outgoing
from storage.store import Store

if TYPE_CHECKING:
    from bot.alerts.telegram import Messenger

WORDS: Final = "🗑 This person's data was deleted."


LISTS: Final = 20  # of an agent's leads, remembered for each chat


async def remember_list(store: Store, posted: Posted) -> None:
    """A list of several people was posted: it goes when one of them is erased."""
    name = _lists(posted.chat_id)
    known = json.loads(await store.setting(name) or "[]")
    await store.set_setting(name, json.dumps([*known, posted.message_id][-LISTS:]))


def _lists(chat: str) -> str:
    return f"lists:{chat}"


class Wiper:
    """Sends ``wipe.message`` rows: the message says nothing any more, or is gone."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def send(self, row: Outgoing) -> Outcome:
        """Change a message, or take it back where it cannot be changed."""
        messenger = self._desk.messenger
        if messenger is None:
            return Delivered("there is no Telegram")
        payload = json.loads(row.payload)
        at = Posted(str(payload["chat"]), int(payload["message"]))
        done = await messenger.edit(at, WORDS)
        if isinstance(done, Hopeless):
            done = await messenger.remove(at)
        if isinstance(done, Again):
            return done
        await self._without_lists(messenger, at.chat_id)
        return Delivered("wiped" if isinstance(done, Posted) else "cannot be changed any more")

    async def _without_lists(self, messenger: Messenger, chat: str) -> None:
        """Lists that may name them; who wants one asks for it again."""
        kept = await self._desk.store.take_setting(_lists(chat))
        for message in json.loads(kept or "[]"):
            await messenger.remove(Posted(chat, int(message)))
