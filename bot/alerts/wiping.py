"""Takes an erased person out of the agents' chats, as far as Telegram lets us."""

from __future__ import annotations

import json
from typing import Final

from bot.alerts.desk import Desk
from bot.alerts.outcomes import Again, Delivered, Hopeless, Outcome
from bot.alerts.talk import Posted
from storage.rows import Outgoing

WORDS: Final = "🗑 This person's data was deleted."


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
        return Delivered("wiped" if isinstance(done, Posted) else "cannot be changed any more")
