"""Texts of every kind by somebody who knew neither rules nor tests: a floor fails the build.

The figures of their first run stand in ``tests/data/fresh_first_run.md``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.understanding.types import Reading
from tests.understanding.reading_alone import read_alone

LINES = (Path(__file__).parents[1] / "data" / "strings_third.jsonl").read_text("utf-8")
ROWS = [json.loads(line) for line in LINES.splitlines()]
FLOOR = 99.0  # percent


def read(row: Mapping[str, Any]) -> Reading | None:
    given = {key: row.get(key, "") for key in ("flow", "question", "lang", "now")}
    return read_alone(row["kind"], row["text"], row["market"], **given)


def is_right(row: Mapping[str, Any], found: Reading | None) -> bool:
    value = found.value if found is not None else None
    ends = {"low": found.low, "high": found.high} if found is not None else {}
    return value == row["value"] and all(
        ends.get(name) == row[name] for name in ("low", "high") if name in row
    )


def test_nearly_all_are_right_and_none_is_silently_wrong(
    capsys: pytest.CaptureFixture[str],
) -> None:
    right: Counter[str] = Counter()
    rows = Counter(row["kind"] for row in ROWS)
    missed, silent = [], []
    for row in ROWS:
        found = read(row)
        if is_right(row, found):
            right[row["kind"]] += 1
            continue
        missed.append(row["text"])
        if found is not None and found.value is not None and not found.ask:
            silent.append((row["text"], row["value"], found.value))
    with capsys.disabled():
        print("\n" + "  ".join(f"{kind} {right[kind]}/{rows[kind]}" for kind in sorted(rows)))
    assert silent == []
    assert 100 * right.total() / len(ROWS) >= FLOOR, missed
