"""A log that cannot be written stops nothing."""

from __future__ import annotations

import errno
import io

from bot.logs import Patient


class Full(io.StringIO):
    """A file on a disk without room."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    def flush(self) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_line_without_room_is_done_without() -> None:
    log = Patient(Full())
    log.write("a line\n")
    log.flush()


def test_lines_are_written_where_there_is_room() -> None:
    file = io.StringIO()
    Patient(file).write("a line\n")
    assert file.getvalue() == "a line\n"
