"""From the website into Telegram: a link with which a chat goes on there, and a code to be typed
where the link loses its payload (desktop clients drop it for a bot they know).
"""

from __future__ import annotations

import json
from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from bot.channels.telegram_keys import Keys, hour_of
from bot.channels.telegram_out import Caller
from bot.errors import Unavailable
from bot.records import frozen
from storage.store import Store

CODE_LASTS: Final = timedelta(hours=1)
TRIES: Final = 5  # wrong codes from one chat in an hour
CHATS: Final = 5_000  # whose wrong codes are counted
CODES: Final = 3  # drawn until one is free


@frozen
class Offer:
    """How a visitor goes on in Telegram."""

    deep_link: str
    code: str
    expires_at: datetime  # of the code; the link lasts longer


class Links:
    """Makes and redeems them. A link needs no row; a code is one setting until it is used."""

    def __init__(
        self, store: Store, keys: Keys, caller: Caller, clock: Callable[[], datetime]
    ) -> None:
        self._store, self._keys, self._caller, self._clock = store, keys, caller, clock
        self._name = ""
        self._made: deque[tuple[datetime, str]] = deque()
        self._wrong: OrderedDict[int, list[datetime]] = OrderedDict()

    async def offer(self, conversation: str) -> Offer:
        """A link and a code for this conversation."""
        now = self._clock()
        name = await self._bot_name()
        until = now + CODE_LASTS
        await self._forget(now)
        for n in range(CODES):
            code = self._keys.code(conversation, hour_of(now), n)
            if await self._keep(code, conversation, until):
                break
        else:
            raise Unavailable("no code is free")
        link = f"https://t.me/{name}?start={self._keys.link(conversation, now)}"
        return Offer(link, code, until)

    def linked(self, payload: str) -> str:
        """The conversation of a link's payload, "" for what is none."""
        return self._keys.linked(payload, self._clock())

    async def coded(self, code: str, chat: int) -> str:
        """The conversation of a code; "" for a wrong one, and after too many of them."""
        now = self._clock()
        tried = [at for at in self._wrong.get(chat, ()) if now - at < CODE_LASTS]
        kept = await self._store.setting(self._keys.hidden(code)) if len(tried) < TRIES else None
        if kept is not None:
            conversation, until = json.loads(kept)
            if now < datetime.fromisoformat(until):
                return str(conversation)
        self._wrong[chat] = [*tried, now]
        self._wrong.move_to_end(chat)
        if len(self._wrong) > CHATS:
            self._wrong.popitem(last=False)
        return ""

    async def used(self, code: str) -> None:
        """This code has done its work."""
        await self._store.take_setting(self._keys.hidden(code))

    async def _keep(self, code: str, conversation: str, until: datetime) -> bool:
        """Keep a code, unless it is another conversation's."""
        name = self._keys.hidden(code)
        kept = await self._store.setting(name)
        if kept is not None and json.loads(kept)[0] != conversation:
            return False
        await self._store.set_setting(name, json.dumps([conversation, until.isoformat()]))
        self._made.append((until, name))
        return True

    async def _forget(self, now: datetime) -> None:
        """Codes that nobody used in time."""
        while self._made and self._made[0][0] < now:
            await self._store.take_setting(self._made.popleft()[1])

    async def _bot_name(self) -> str:
        """The bot's username, asked once."""
        if not self._name:
            me = await self._caller.call("getMe", {})
            if not isinstance(me, dict) or not me.get("username"):
                raise Unavailable("Telegram does not say who the bot is")
            self._name = str(me["username"])
        return self._name
