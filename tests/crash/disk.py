"""A disk that remembers every write and every flush, so that power can be cut at any of them.

A shim around SQLite's own file layer, in the very library that Python's sqlite3 uses: the
product's connections go through it unchanged. ``Recorder.after_cut`` then makes the files as a
disk may leave them: what was flushed is there; each later write is there, lost or torn.
"""

from __future__ import annotations

import _sqlite3
import ctypes
import random
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CFUNCTYPE, POINTER, Structure, c_char_p, c_int, c_int64, c_void_p
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

SECTOR: Final = 512
OK: Final = 0
KEPT: Final = 0x100 | 0x800 | 0x80000  # database, its rollback journal, its log
NAME: Final = b"recording"

WRITE = CFUNCTYPE(c_int, c_void_p, c_void_p, c_int, c_int64)
TRUNCATE = CFUNCTYPE(c_int, c_void_p, c_int64)
SYNC = CFUNCTYPE(c_int, c_void_p, c_int)
DELETE = CFUNCTYPE(c_int, c_void_p, c_char_p, c_int)


class Methods(Structure):
    """``sqlite3_io_methods``, of which three are ours."""

    _fields_ = (
        ("version", c_int), ("close", c_void_p), ("read", c_void_p), ("write", WRITE),
        ("truncate", TRUNCATE), ("sync", SYNC), ("others", c_void_p * 13),
    )  # fmt: skip


class File(Structure):
    """``sqlite3_file``."""

    _fields_ = (("methods", POINTER(Methods)),)


# The name is passed on as the address it is: SQLite keeps that, and builds other names from it.
OPEN = CFUNCTYPE(c_int, c_void_p, c_void_p, POINTER(File), c_int, c_void_p)


class Vfs(Structure):
    """``sqlite3_vfs``, of which two are ours."""

    _fields_ = (
        ("version", c_int), ("file_size", c_int), ("longest_path", c_int), ("next", c_void_p),
        ("name", c_char_p), ("data", c_void_p), ("open", OPEN), ("delete", DELETE),
        ("others", c_void_p * 14),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing done to a file: ``data`` written at ``at``, cut to ``at``, flushed or deleted."""

    kind: str  # write | truncate | sync | delete
    name: str
    at: int = 0
    data: bytes = b""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that was promised when all operations before it were done."""

    what: Any


@dataclass
class Recorder:
    """Everything that was done to the files, in order."""

    log: list[Operation | Mark] = field(default_factory=list)
    names: dict[int, str] = field(default_factory=dict)  # of open files, by their address
    keep: list[Any] = field(default_factory=list)  # what the library points at

    def mark(self, what: Any) -> None:
        """Promise something now."""
        self.log.append(Mark(what))

    def promised(self, cut: int) -> list[Any]:
        """What was promised before a cut."""
        return [entry.what for entry in self.log[:cut] if isinstance(entry, Mark)]

    def after_cut(self, cut: int, folder: Path, chance: random.Random) -> None:
        """Make the files as they may be when power is cut before operation ``cut``."""
        files: dict[str, Remains] = {}
        for entry in self.log[:cut]:
            if isinstance(entry, Operation):
                files.setdefault(entry.name, Remains()).take(entry)
        for name, remains in files.items():
            content = remains.some(chance)
            if content is not None:
                (folder / name).write_bytes(content)

    def wrap(self, original: Methods) -> Methods:
        """The file's methods, with a note taken of each change."""
        own = Methods.from_buffer_copy(original)

        def write(file: int, data: int, size: int, at: int) -> int:
            done: int = original.write(file, data, size, at)
            if done == OK:
                self._note("write", file, at, ctypes.string_at(data, size))
            return done

        def truncate(file: int, size: int) -> int:
            done: int = original.truncate(file, size)
            if done == OK:
                self._note("truncate", file, size)
            return done

        def sync(file: int, how: int) -> int:
            done: int = original.sync(file, how)
            if done == OK:
                self._note("sync", file)
            return done

        own.write, own.truncate, own.sync = WRITE(write), TRUNCATE(truncate), SYNC(sync)
        self.keep.append(own)
        return own

    def _note(self, kind: str, file: int, at: int = 0, data: bytes = b"") -> None:
        self.log.append(Operation(kind, self.names[file], at, data))


@dataclass
class Remains:
    """What a disk holds of one file."""

    flushed: bytearray = field(default_factory=bytearray)
    exists: bool = False  # its name is on disk as well
    pending: list[Operation] = field(default_factory=list)

    def take(self, entry: Operation) -> None:
        """One more operation was done."""
        if entry.kind == "sync":
            for one in self.pending:
                _apply(self.flushed, one)
            self.pending.clear()
            self.exists = True
        elif entry.kind == "delete":
            self.flushed, self.exists = bytearray(), False
            self.pending.clear()
        else:
            self.pending.append(entry)

    def some(self, chance: random.Random) -> bytes | None:
        """The file with some of what was not flushed; None where it may not even have a name."""
        if not self.exists and chance.random() < 0.5:
            return None
        content = bytearray(self.flushed)
        for entry in self.pending:
            for part in _parts(entry, chance):
                _apply(content, part)
        return bytes(content)


def _parts(entry: Operation, chance: random.Random) -> Iterator[Operation]:
    """What arrives of an operation: all, nothing, or some sectors."""
    fate = chance.randrange(3)
    if fate == 0 or (fate == 1 and entry.kind == "truncate"):
        return
    if fate == 2 or len(entry.data) <= SECTOR:
        yield entry
        return
    for start in range(0, len(entry.data), SECTOR):
        if chance.random() < 0.5:
            data = entry.data[start : start + SECTOR]
            yield Operation("write", entry.name, entry.at + start, data)


def _apply(content: bytearray, entry: Operation) -> None:
    if entry.kind == "truncate":
        del content[entry.at :]
        return
    if len(content) < entry.at:
        content.extend(bytes(entry.at - len(content)))
    content[entry.at : entry.at + len(entry.data)] = entry.data


@contextmanager
def recording() -> Iterator[Recorder]:
    """Every database that is opened meanwhile is recorded. One folder at a time."""
    library = ctypes.CDLL(_sqlite3.__file__)  # finds SQLite where Python's module finds it
    library.sqlite3_vfs_find.restype = POINTER(Vfs)
    usual = library.sqlite3_vfs_find(None)
    recorder, own = Recorder(), Vfs.from_buffer_copy(usual.contents)

    def open_(_vfs: int, name: int, file: Any, flags: int, out: int) -> int:
        done: int = usual.contents.open(ctypes.addressof(usual.contents), name, file, flags, out)
        if done == OK and flags & KEPT:
            path = Path(ctypes.string_at(name).decode())
            recorder.names[ctypes.addressof(file.contents)] = path.name
            wrapped = recorder.wrap(file.contents.methods.contents)
            file.contents.methods = ctypes.pointer(wrapped)
        return done

    def delete(_vfs: int, name: bytes, sync: int) -> int:
        recorder.log.append(Operation("delete", Path(name.decode()).name))
        done: int = usual.contents.delete(ctypes.addressof(usual.contents), name, sync)
        return done

    own.name, own.open, own.delete = NAME, OPEN(open_), DELETE(delete)
    recorder.keep += [own, usual]
    library.sqlite3_vfs_register(ctypes.byref(own), 1)
    try:
        yield recorder
    finally:
        library.sqlite3_vfs_register(usual, 1)
        library.sqlite3_vfs_unregister(ctypes.byref(own))
