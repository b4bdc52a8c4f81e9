"""What ``doorstep doctor`` looks at in the data folder: room, permissions, the database."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from bot.errors import Unavailable, UserMistake
from bot.finding import Finding, Verdict
from bot.opening import database_path, open_for_reading
from bot.settings import Settings
from storage.folder import PREFIX
from storage.restoring import ASIDE
from storage.sqlite import SqliteReader
from storage.store import LeadFilter, StoreError

LITTLE: Final = 200 << 20  # bytes left on the disk below which something is said
TOO_LITTLE: Final = 50 << 20
CHECKED: Final = 256 << 20  # a larger database is not read through: backup does that
LONG_LOG: Final = 64 << 20  # a log is folded into the file long before
AHEAD: Final = timedelta(minutes=5)
MOUNTS: Final = Path("/proc/mounts")
REMOTE: Final = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "fuse.sshfs", "afs"})


def examine_folder(settings: Settings) -> Iterator[Finding]:
    """The folder, its files, and the room on its disk."""
    data = settings.data
    if not data.exists():
        yield Finding("data folder", "ok", f"{data} will be made at the first start")
    elif not (data.is_dir() and os.access(data, os.R_OK | os.W_OK | os.X_OK)):
        mend = "let this user read and write it"
        yield Finding("data folder", "fail", f"{data} cannot be written", mend)
    elif data.stat().st_mode & 0o077:
        yield Finding("data folder", "warn", f"{data} is open to others", f"chmod 700 {data}")
    else:
        yield Finding("data folder", "ok", f"{data}, its owner's alone")
    for folder in dict.fromkeys(map(_existing, _folders(settings))):
        yield _room(folder)
        yield from _files(folder)
        kind = _file_system(folder)
        if kind in REMOTE:
            mend = "keep the data on a disk of this machine: locks over a network do not hold"
            yield Finding("file system", "fail", f"{folder} is on {kind}", mend)


async def examine_database(settings: Settings, now: datetime) -> list[Finding]:
    """What is in it, and whether it is sound."""
    try:
        path = database_path(settings)
        if not path.exists():
            return [Finding("database", "ok", f"{path} will be made at the first start")]
        store = open_for_reading(settings)
        try:
            return [await _sound(store, path), *await _inside(store, now)]
        finally:
            await store.close()
    except UserMistake as error:
        return [Finding("database", "fail", str(error))]
    except (Unavailable, StoreError) as error:
        return [Finding("database", "fail", str(error), "look at the disk and at permissions")]


async def _sound(store: SqliteReader, path: Path) -> Finding:
    leads, size = sum((await store.lead_counts()).values()), _size(path)
    says = f"{path}, {leads} leads, {size / 2**20:,.1f} MB"
    if size > CHECKED:
        return Finding("database", "ok", f"{says}, too large to be read through here")
    problem = await store.damage()
    if problem:
        mend = "stop the server, then  doorstep restore  a backup"
        return Finding("database", "fail", f"{path} is damaged: {problem}", mend)
    return Finding("database", "ok", f"{says}, sound")


async def _inside(store: SqliteReader, now: datetime) -> list[Finding]:
    found = []
    dead = (await store.outbox_depth())["dead"]
    if dead:
        says = f"{dead} messages could not be sent"
        found.append(Finding("outbox", "warn", says, "doorstep outbox list --state dead"))
    newest = await store.leads(LeadFilter(limit=1))
    if newest and newest[0].updated_at > now + AHEAD:
        says = f"the newest lead is of {newest[0].updated_at:%Y-%m-%d %H:%M} UTC, which is to come"
        found.append(Finding("clock", "fail", says, "the clock was ahead then, or is behind now"))
    return found


def _size(path: Path) -> int:
    return path.stat().st_size


def _room(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    verdict: Verdict = "fail" if free < TOO_LITTLE else "warn" if free < LITTLE else "ok"
    mend = "" if verdict == "ok" else "make room: an answer that cannot be stored is refused"
    return Finding("disk", verdict, f"{free / 2**30:.1f} GB free", mend)


def _files(folder: Path) -> Iterator[Finding]:
    """What others could read, what grows, and what was left of a restore."""
    for path in sorted(folder.glob(f"{PREFIX}*")):
        if not path.is_file():
            continue
        if path.stat().st_mode & 0o077:
            yield Finding("permissions", "warn", f"{path} is open to others", f"chmod 600 {path}")
        if path.name.endswith("-wal") and _size(path) > LONG_LOG:
            says = f"{path} has {_size(path) / 2**20:,.0f} MB"
            mend = "something reads the database all the time: end it, and restart the server"
            yield Finding("log", "warn", says, mend)
        if ASIDE in path.name:
            says = f"{path} was set aside by a restore, and holds people who may be erased since"
            yield Finding("set aside", "warn", says, f"rm {path}")


def _folders(settings: Settings) -> Iterator[Path]:
    """The data folder, and that of a database elsewhere."""
    yield settings.data
    with suppress(UserMistake):  # said of the database
        yield database_path(settings).parent


def _existing(folder: Path) -> Path:
    """The folder, or the one in which it will be made."""
    whole = folder.absolute()
    return next((path for path in (whole, *whole.parents) if path.exists()), Path("/"))


def _file_system(folder: Path) -> str:
    """The kind of file system that a folder is on, "" where nobody says."""
    try:
        lines = MOUNTS.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    mounted = {words[1]: words[2] for line in lines if len(words := line.split()) > 2}
    resolved = folder.resolve()
    return next(
        (mounted[str(path)] for path in (resolved, *resolved.parents) if str(path) in mounted), ""
    )
