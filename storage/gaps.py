"""What SQLite leaves between the cells of a page.

``secure_delete`` overwrites what is deleted. But when rows move to another page, as they do when
they grow or when a page is split, their old bytes stay in the part of the page that holds nothing
any more, and a later deletion does not reach them. That part is never read: it may be overwritten
in the file at any time, while others read, and whether or not the machine stops meanwhile.

A page's header says where the part lies: after the list of its cells, before the first cell.

In a big file ``find`` takes its time beside the turns, and ``clear`` then looks only at the pages
that it named. Old bytes may have moved on to other pages meanwhile: those are in the log, and
``logged`` names them, if the log was empty when ``find`` began and nobody has folded it since.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

INTERIOR, LEAF = frozenset({2, 5}), frozenset({10, 13})
HEADER: Final = 100  # of the file, at the beginning of its first page
PORTION: Final = 1 << 20  # bytes read at once
LARGEST_PAGE: Final = 65_536
# A page without cells begins with the number of another page, whose first byte is 0 or 1 as long
# as there are no more pages than these: it cannot be taken for a page of cells.
MOST_PAGES: Final = 2 << 24
REST: Final = 0.001  # seconds between two portions that are searched, for those who answer
LOG_HEADER, FRAME_HEADER = 32, 24

_open: dict[tuple[int, int], int] = {}  # (device, inode) -> descriptor


def clear(path: Path, pages: Iterable[int] | None = None) -> int:
    """Overwrite what lies between the cells of these pages, else of all; says in how many there
    was something.

    The log must be empty, and only the caller may write. Whoever has pages in a cache for writing
    must drop them afterwards, or they bring the old bytes back.
    """
    descriptor = _descriptor(path)
    size, cleared = _page_size(descriptor), 0
    portions = _portions(descriptor, size) if pages is None else _single(descriptor, size, pages)
    for start, portion in portions:
        for begin, stop in _filled(portion, start, size):
            os.pwrite(descriptor, bytes(stop - begin), start + begin)
            cleared += 1
    if cleared:
        os.fsync(descriptor)
    return cleared


def find(path: Path) -> list[int]:
    """The pages in which something lies between the cells, as the file is without its log."""
    descriptor = _descriptor(path)
    size, found = _page_size(descriptor), []
    for start, portion in _portions(descriptor, size):
        found += [(start + begin) // size + 1 for begin, _ in _filled(portion, start, size)]
        time.sleep(REST)
    return found


def logged(path: Path) -> set[int]:
    """The pages that the log beside a file holds."""
    try:
        log = path.with_name(f"{path.name}-wal").open("rb", buffering=0)
    except FileNotFoundError:
        return set()
    found: set[int] = set()
    with log:
        head = log.read(LOG_HEADER)
        step = FRAME_HEADER + int.from_bytes(head[8:12])
        at = LOG_HEADER
        while len(frame := os.pread(log.fileno(), FRAME_HEADER, at)) == FRAME_HEADER:
            if frame[8:16] != head[16:24]:  # of a log before this one
                break
            found.add(int.from_bytes(frame[:4]))
            at += step
    return found


def _portions(descriptor: int, size: int) -> Iterator[tuple[int, bytes]]:
    step = max(1, PORTION // size) * size
    for start in range(0, min(os.fstat(descriptor).st_size, MOST_PAGES * size), step):
        yield start, os.pread(descriptor, step, start)


def _single(descriptor: int, size: int, pages: Iterable[int]) -> Iterator[tuple[int, bytes]]:
    for page in pages:
        if page <= MOST_PAGES:
            yield (page - 1) * size, os.pread(descriptor, size, (page - 1) * size)


def _filled(portion: bytes, start: int, size: int) -> Iterator[tuple[int, int]]:
    """Where in the portion, which begins at ``start`` of the file, something is left."""
    for at in range(0, len(portion), size):
        begin, stop = gap(portion[at : at + size], HEADER if start + at == 0 else 0)
        if begin < stop and portion.count(0, at + begin, at + stop) < stop - begin:
            yield at + begin, at + stop


def gap(page: bytes, offset: int = 0) -> tuple[int, int]:
    """Where a page holds nothing: from, and to before. (0, 0) for what is no page of cells."""
    kind = page[offset] if len(page) > offset + 8 else 0
    if kind not in INTERIOR | LEAF:
        return 0, 0
    cells = int.from_bytes(page[offset + 3 : offset + 5])
    first = int.from_bytes(page[offset + 5 : offset + 7]) or LARGEST_PAGE
    begin = offset + (12 if kind in INTERIOR else 8) + 2 * cells
    return (begin, first) if begin <= first <= len(page) else (0, 0)


def _descriptor(path: Path) -> int:
    """The file, opened once and never closed: closing it would take away the locks that SQLite
    holds on the same file in this process."""
    found = path.stat()
    key = found.st_dev, found.st_ino
    if key not in _open:
        _open[key] = os.open(path, os.O_RDWR | os.O_CLOEXEC)
    return _open[key]


def _page_size(descriptor: int) -> int:
    size = int.from_bytes(os.pread(descriptor, 2, 16))
    return LARGEST_PAGE if size == 1 else size
