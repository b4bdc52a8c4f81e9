"""Opening the store that the settings name; what is in the way is said in one plain sentence."""

from __future__ import annotations

from pathlib import Path

from bot.errors import Unavailable, UserMistake
from bot.settings import Settings
from storage.folder import DATABASE, FolderInUseError, Held, lock
from storage.sqlite import SqliteReader, SqliteStore, open_reader, open_store
from storage.store import StoreError


class FolderBusy(UserMistake):
    """Another process has the data folder; ``pid`` is that process, 0 when unknown."""

    def __init__(self, message: str, pid: int) -> None:
        super().__init__(message)
        self.pid = pid


def database_path(settings: Settings) -> Path:
    """The database's file, whether or not it is there."""
    return settings.database_file or settings.data / DATABASE


def open_for_writing(settings: Settings) -> SqliteStore:
    """The store, for this process alone; FolderBusy while another one has it."""
    try:
        return open_store(settings.data, settings.database_file)
    except FolderInUseError as error:
        raise _busy(settings, error) from None
    except StoreError as error:
        raise Unavailable(str(error)) from error


def lock_folder(settings: Settings) -> Held:
    """Keep every other process from writing; FolderBusy while another one does."""
    try:
        return lock(settings.data, database_path(settings))
    except FolderInUseError as error:
        raise _busy(settings, error) from None


def _busy(settings: Settings, error: FolderInUseError) -> FolderBusy:
    who = f" (process {error.pid})" if error.pid else ""
    return FolderBusy(
        f"another Doorstep{who} already serves the data folder {settings.data}: "
        f"stop it, or give this one another folder with --data",
        error.pid,
    )


def open_for_reading(settings: Settings) -> SqliteReader:
    """The store to read from, also beside a running server."""
    try:
        return open_reader(settings.data, settings.database_file)
    except StoreError as error:
        raise Unavailable(str(error)) from error
