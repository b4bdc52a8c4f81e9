"""Bad days, short ones: nobody is told what is not so, and all is well soon after."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.crash.faults import bad_days

WELL = 30.0  # seconds until all is well again, on a loaded machine; the figures say how soon


@pytest.mark.slow
async def test_bad_days_lose_nothing_and_pass(tmp_path: Path) -> None:
    seen, verdict = await bad_days(tmp_path, locks=(5.0,), seconds=1.2, rounds=3)
    assert verdict.problems == []
    full, lock, telegram, going = seen
    assert (full.acknowledged, lock.acknowledged) == (0, 0)
    assert full.later > 0
    assert lock.later > 0
    assert telegram.acknowledged > 0
    assert telegram.later == 0
    assert max(full.recovered, lock.recovered, telegram.recovered) < WELL
    assert going.recovered < WELL
