"""Who may see the inbox: a one-time link opens a session, and leaving ends it at once.

Link and session are random; the store keeps their hashes only. A link works once, and a newer
link makes the older one worthless. Opening it with GET changes nothing (mail programs open links
on their own): the page it shows has the button that does.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from storage.store import Store

TOKEN_BYTES: Final = 24
LINK_LASTS: Final = timedelta(hours=24)
SESSION_LASTS: Final = timedelta(days=14)
TRIES: Final = 10  # wrong links an address may try in TRIES_WITHIN
TRIES_WITHIN: Final = timedelta(minutes=15)
ADDRESSES: Final = 1_000  # remembered at most
_LAST_LINK: Final = "admin.link"


@dataclass(frozen=True, slots=True)
class Session:
    """A signed-in browser. ``key`` is the hash of its cookie; ``agent`` is who it acts for."""

    key: str
    agent: str
    until: datetime


class TooManyTries(Exception):  # noqa: N818 - told to whoever tries, not a fault
    """This address tried too many links."""


class Access:
    """Links and sessions over the store."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._tries: OrderedDict[str, list[datetime]] = OrderedDict()

    async def new_link(self) -> str:
        """The token of a fresh link; the one before it stops working."""
        before = await self._store.setting(_LAST_LINK)
        if before:
            await self._store.take_setting(_link(before))
        token = secrets.token_urlsafe(TOKEN_BYTES)
        key = hashed(token)
        until = self._clock() + LINK_LASTS
        await self._store.set_setting(_link(key), until.isoformat())
        await self._store.set_setting(_LAST_LINK, key)
        return token

    async def enter(self, token: str, address: str, agent: str) -> str | None:
        """Use a link: the cookie of a new session, None for a used, old or wrong one."""
        self._count(address)
        until = await self._store.take_setting(_link(hashed(token)))
        if until is None or self._clock() > datetime.fromisoformat(until):
            return None
        self._tries.pop(address, None)
        cookie = secrets.token_urlsafe(TOKEN_BYTES)
        session = Session(hashed(cookie), agent, self._clock() + SESSION_LASTS)
        await self._keep(session)
        return cookie

    async def session(self, cookie: str) -> Session | None:
        """The session of a cookie, None when it is none (any more)."""
        if not cookie:
            return None
        key = hashed(cookie)
        kept = await self._store.setting(_session(key))
        if kept is None:
            return None
        data = json.loads(kept)
        session = Session(key, data["agent"], datetime.fromisoformat(data["until"]))
        if self._clock() > session.until:
            await self.leave(session)
            return None
        return session

    async def act_for(self, session: Session, agent: str) -> None:
        """What this browser claims, it claims for this agent."""
        await self._keep(Session(session.key, agent, session.until))

    async def leave(self, session: Session) -> None:
        """End it: its cookie is worth nothing from now on."""
        await self._store.take_setting(_session(session.key))

    async def _keep(self, session: Session) -> None:
        data = json.dumps({"agent": session.agent, "until": session.until.isoformat()})
        await self._store.set_setting(_session(session.key), data)

    def _count(self, address: str) -> None:
        now = self._clock()
        recent = [at for at in self._tries.pop(address, []) if now - at < TRIES_WITHIN]
        self._tries[address] = [*recent, now][-TRIES - 1 :]
        if len(self._tries) > ADDRESSES:
            self._tries.popitem(last=False)
        if len(recent) >= TRIES:
            raise TooManyTries


def hashed(token: str) -> str:
    """What is stored of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


def _link(key: str) -> str:
    return f"admin.link:{key}"


def _session(key: str) -> str:
    return f"admin.session:{key}"
