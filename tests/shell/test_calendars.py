"""Calendar files beside site.yaml: checked with it, read again when they change, never lost."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot import calendars
from bot.calendars import Calendars
from bot.errors import FlowProblems
from bot.library import Library
from tests.channels.office import FLOW, SITE

SINCE = datetime(2026, 3, 1, tzinfo=UTC)
EVENT = "BEGIN:VEVENT\r\nUID:{n}\r\nDTSTART:202603{n}T090000Z\r\nDURATION:PT1H\r\nEND:VEVENT\r\n"


def write(path: Path, *days: int) -> None:
    events = "".join(EVENT.format(n=day) for day in days)
    text = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{events}END:VCALENDAR\r\n"
    path.write_bytes(text.encode())


def days(found: Calendars) -> list[int]:
    busy, _ = found.of("dana.ics").spans(SINCE, SINCE + timedelta(days=31), UTC)
    return [span.start.day for span in busy]


def test_a_file_is_read_again_when_it_changes_and_kept_when_it_breaks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(calendars, "LOOK_EVERY", 0.0)
    path, found = tmp_path / "dana.ics", Calendars(lambda: tmp_path)
    assert days(found) == [], "there is none yet"
    write(path, 10)
    assert days(found) == [10]
    write(path, 10, 12)
    os.utime(path, (1, 1))
    assert days(found) == [10, 12]
    path.write_text("half a fi", "utf-8")
    assert days(found) == [10, 12], "as it last was"
    path.unlink()
    assert days(found) == [10, 12]


@pytest.mark.parametrize("content", [None, "no calendar"])
def test_a_calendar_that_cannot_be_used_is_named_with_its_place(
    tmp_path: Path, content: str | None
) -> None:
    site = SITE.replace("shift: always}", "shift: always, calendar: dana.ics}")
    (tmp_path / "site.yaml").write_text(site, "utf-8")
    (tmp_path / "tiny.yaml").write_text(FLOW, "utf-8")
    if content is not None:
        (tmp_path / "dana.ics").write_text(content, "utf-8")
    with pytest.raises(FlowProblems, match=r"site\.yaml:\d+:\d+: .*“dana\.ics” cannot be used"):
        Library.load(tmp_path, strict=True)
    write(tmp_path / "dana.ics", 10)
    Library.load(tmp_path, strict=True)
