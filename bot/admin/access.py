"""Who may see the inbox: a one-time link or a password opens a session; leaving ends it at once.

Link and session are random; the store keeps their hashes only. A link works once, and a newer
link makes the older one worthless. Opening it with GET changes nothing (mail programs open links
on their own): the page it shows has the button that does. A session opened with a password ends
when the password is changed, or the user removed.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.admin.users import ADMIN, Doorkeeper, User, find
from bot.records import frozen
from storage.store import Store

TOKEN_BYTES: Final = 24
LINK_LASTS: Final = timedelta(hours=24)
SESSION_LASTS: Final = timedelta(days=14)
TRIES: Final = 10  # wrong links or passwords an address may try in TRIES_WITHIN, and a name
TRIES_WITHIN: Final = timedelta(minutes=15)
ADDRESSES: Final = 1_000  # remembered at most
_LAST_LINK: Final = "admin.link"


@frozen
class Session:
    """A signed-in browser. ``key`` is the hash of its cookie; ``agent`` is who it acts for."""

    key: str
    agent: str
    until: datetime
    user: str = ""  # who signed in with a password
    since: str = ""  # when that password was set
    role: str = ADMIN  # what this browser may do


class TooManyTries(Exception):  # noqa: N818 - told to whoever tries, not a fault
    """This address, or somebody with this name, tried too often."""


class Access:
    """Links and sessions over the store."""

    def __init__(self, store: Store, clock: Callable[[], datetime]) -> None:
        self._store, self._clock = store, clock
        self._tries: OrderedDict[str, list[datetime]] = OrderedDict()
        self._doorkeeper = Doorkeeper(store)

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
        return await self._begin(agent)

    async def sign_in(self, name: str, password: str, address: str, agent: str) -> str | None:
        """Use a password: the cookie of a new session, None for a wrong one."""
        self._count(address)
        self._count(f"name:{name[:64].lower()}")
        user = await self._doorkeeper.check(name, password)
        if user is None:
            return None
        self._tries.pop(address, None)
        return await self._begin(agent, user)

    async def _begin(self, agent: str, user: User | None = None) -> str:
        cookie = secrets.token_urlsafe(TOKEN_BYTES)
        until = self._clock() + SESSION_LASTS
        name, since = (user.name, user.since) if user else ("", "")
        await self._keep(Session(hashed(cookie), agent, until, name, since))
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
        session = Session(
            key,
            data["agent"],
            datetime.fromisoformat(data["until"]),
            data.get("user", ""),
            data.get("since", ""),
        )
        role = await self._role(session)
        if self._clock() > session.until or not role:
            await self.leave(session)
            return None
        return replace(session, role=role)

    async def _role(self, session: Session) -> str:
        """What its user may do; "" when the password that opened it is not the one any more.
        Whoever has the link from the terminal may do everything."""
        if not session.user:
            return ADMIN
        user = await find(self._store, session.user)
        return user.role if user is not None and user.since == session.since else ""

    async def act_for(self, session: Session, agent: str) -> None:
        """What this browser claims, it claims for this agent."""
        await self._keep(replace(session, agent=agent))

    async def leave(self, session: Session) -> None:
        """End it: its cookie is worth nothing from now on."""
        await self._store.take_setting(_session(session.key))

    async def _keep(self, session: Session) -> None:
        data = {
            "agent": session.agent,
            "until": session.until.isoformat(),
            "user": session.user,
            "since": session.since,
        }
        await self._store.set_setting(_session(session.key), json.dumps(data))

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
