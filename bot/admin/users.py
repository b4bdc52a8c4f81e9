"""Admins by name and password. The store keeps argon2id hashes; a new password ends old sessions.

Checking takes time and memory on purpose, so it happens beside the loop, two at a time. A name
that nobody has is checked against a hash of nothing, and takes as long as one that somebody has.
"""

from __future__ import annotations

import asyncio
import json
import re
from datetime import datetime
from functools import cache
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from bot.records import frozen
from storage.store import ReadStore, Store

ADMIN: Final = "admin"  # may do everything
AGENT: Final = "agent"  # sees and works on leads; takes no data out, and none away
SHORTEST: Final = 10
LONGEST: Final = 256
AT_ONCE: Final = 2
NAME: Final = re.compile(r"[a-z0-9][a-z0-9._@-]{0,63}")


@frozen
class User:
    """Somebody who may sign in. ``since`` is when the password was set: sessions know it."""

    name: str
    hash: str
    since: str
    role: str = ADMIN


def named(text: str) -> str:
    """A name as it is kept; "" for one that cannot be."""
    name = text.strip().lower()
    return name if NAME.fullmatch(name) else ""


def hashed(password: str) -> str:
    """What is kept of a password."""
    return _hasher().hash(password)


async def find(store: ReadStore, name: str) -> User | None:
    """A user by name."""
    kept = await store.setting(_setting(name)) if name else None
    if kept is None:
        return None
    data = json.loads(kept)
    return User(name, data["hash"], data["since"], data.get("role", ADMIN))


async def keep(store: Store, name: str, hash_: str, now: datetime, role: str = ADMIN) -> bool:
    """Add a user, or give one a new password and role: True for the latter."""
    before = await find(store, name)
    data = {"hash": hash_, "since": now.isoformat(), "role": role}
    await store.set_setting(_setting(name), json.dumps(data))
    return before is not None


async def remove(store: Store, name: str) -> bool:
    """Nobody signs in by this name any more; False when nobody could."""
    return await store.take_setting(_setting(name)) is not None


class Doorkeeper:
    """Checks names and passwords."""

    def __init__(self, store: ReadStore) -> None:
        self._store = store
        self._room = asyncio.Semaphore(AT_ONCE)

    async def check(self, name: str, password: str) -> User | None:
        """The user, if this is the password."""
        user = await find(self._store, named(name))
        hash_ = user.hash if user is not None else await asyncio.to_thread(_of_nobody)
        async with self._room:
            right = await asyncio.to_thread(_fits, hash_, password[:LONGEST])
        return user if right else None


def _fits(hash_: str, password: str) -> bool:
    try:
        return _hasher().verify(hash_, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _hasher() -> PasswordHasher:
    return PasswordHasher()  # argon2id with the library's own figures: 64 MiB, three passes


@cache
def _of_nobody() -> str:
    return hashed("")


def _setting(name: str) -> str:
    return f"admin.user:{name}"
