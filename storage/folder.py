"""The data folder: for its owner's eyes only, and for one writing process at a time."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from stat import S_IMODE
from typing import Protocol, Self

from storage.store import StoreError

PREFIX = "doorstep."
DATABASE = "doorstep.db"
LOCK = "doorstep.lock"
PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


class FolderInUseError(StoreError):
    """Another process writes to this data folder; ``pid`` is that process, 0 when unknown."""

    def __init__(self, folder: Path, pid: int) -> None:
        self.pid = pid
        by = f" (process {pid})" if pid else ""
        super().__init__(f"another Doorstep is using the data folder {folder}{by}")


def make_private(folder: Path) -> None:
    """Make the folder for its owner only; one that holds other things stays as it is."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    if S_IMODE(folder.stat().st_mode) == PRIVATE_FOLDER:
        return
    if all(entry.name.startswith(PREFIX) for entry in folder.iterdir()):
        folder.chmod(PRIVATE_FOLDER)


def make_private_file(path: Path) -> None:
    """Make the file if it is missing; SQLite gives its -wal and -shm the same mode."""
    descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, PRIVATE_FILE)
    try:
        os.fchmod(descriptor, PRIVATE_FILE)
    finally:
        os.close(descriptor)


class Lock:
    """Held as long as the process lives: the kernel frees it, also after SIGKILL."""

    def __init__(self, folder: Path, name: str = LOCK) -> None:
        path = folder / name
        self._descriptor = os.open(path, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, PRIVATE_FILE)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            pid = os.pread(self._descriptor, 20, 0).decode("ascii", "replace").strip()
            os.close(self._descriptor)
            raise FolderInUseError(folder, int(pid) if pid.isdecimal() else 0) from None
        os.ftruncate(self._descriptor, 0)
        os.pwrite(self._descriptor, str(os.getpid()).encode(), 0)

    def release(self) -> None:
        """Let another process have the folder."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()


class Held(Protocol):
    """A lock, or several that go together."""

    def release(self) -> None: ...


class Both:
    """The folder's lock and that of a database elsewhere: two folders may name the same file."""

    def __init__(self, folder: Path, database: Path) -> None:
        self._first = Lock(folder)
        try:
            self._second = Lock(database.parent, f"{database.name}.lock")
        except BaseException:
            self._first.release()
            raise

    def release(self) -> None:
        """Let another process have both."""
        self._second.release()
        self._first.release()


def lock(data: Path, database: Path) -> Held:
    """Make the data folder, and keep others from writing to it and to its database."""
    make_private(data)
    if database.parent.resolve() == data.resolve() and database.name == DATABASE:
        return Lock(data)
    database.parent.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    return Both(data, database)
