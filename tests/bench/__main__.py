"""``python -m tests.bench [name …]``: every bench_*.py, its figures beside their targets.

A bench module has ``run() -> Iterable[Figure]``. Ratios are taken within one run, so that they
mean the same on a slow machine.
"""

from __future__ import annotations

import importlib
import sys
import time
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent


def names(wanted: list[str]) -> list[str]:
    """The bench modules to run, in order."""
    found = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    return [name for name in found if not wanted or name in wanted]


def main(wanted: list[str]) -> int:
    """Run and print; the exit code says whether every target was met."""
    console = Console()
    missed = 0
    for name in names(wanted):
        began = time.perf_counter()
        table = Table("figure", "measured", "target", "")
        try:
            for figure in importlib.import_module(f"tests.bench.bench_{name}").run():
                table.add_row(figure.name, figure.shown, figure.target, figure.mark)
                missed += figure.met is False
        finally:  # what was measured is shown, whatever the next figure does
            table.title = f"{name}, measured here and now in {time.perf_counter() - began:.0f} s"
            console.print(table)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
