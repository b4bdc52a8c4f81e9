"""``python -m tests.day [--leads 40] [--seed 7]``: a day of an agency, told as it happens."""

from __future__ import annotations

import argparse
import asyncio
import logging
import tempfile
import time
from collections import Counter
from pathlib import Path

import structlog
from rich.console import Console
from rich.table import Table
from rich.text import Text

from tests.day.day import Day, Line, Told

STYLES = {
    "visitor": "cyan",
    "lead": "magenta",
    "telegram": "bold red",
    "e-mail": "blue",
    "the group": "yellow",
}


def main() -> int:
    """Play it and print it; the exit code says whether every lead is accounted for."""
    given = argparse.ArgumentParser(description=__doc__)
    given.add_argument("--leads", type=int, default=40)
    given.add_argument("--seed", type=int, default=7)
    asked = given.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    console, began = Console(highlight=False, emoji=False), time.perf_counter()

    def tell(line: Line) -> None:
        style = STYLES.get(line.who, "green")
        text = Text.assemble((f"{line.at:%a %H:%M:%S}  ", "dim"), (f"{line.who:<10} ", style))
        console.print(text.append(line.text, "bold" if line.loud else ""), soft_wrap=True)

    with tempfile.TemporaryDirectory() as folder:
        told = asyncio.run(Day(asked.leads, tell, asked.seed).play(Path(folder)))
    _summary(console, told, time.perf_counter() - began)
    return 1 if told.problems else 0


def _summary(console: Console, told: Told, seconds: float) -> None:
    table = Table("came", "visitor", "kind", "band", "where the lead is now", title="Every lead")
    for visit, lead, fate in told.fates:
        band = lead.band if lead else ""
        table.add_row(f"{visit.at:%a %H:%M}", visit.name, visit.kind, band, fate or "LOST")
    console.print(table)
    counts = Counter(fate.split(",")[0].split(":")[0] for _, _, fate in told.fates)
    for fate, count in counts.most_common():
        console.print(f"{count:>4}  {fate or 'LOST'}")
    console.print(
        f"\n{told.loud} rings aloud, {told.silent} silent messages, {told.edits} edits; "
        f"a day in {seconds:.0f} s"
    )
    for problem in told.problems:
        console.print(f"✖ {problem}", style="bold red")
    if not told.problems:
        console.print("✔ every lead is accounted for", style="bold green")


if __name__ == "__main__":
    raise SystemExit(main())
