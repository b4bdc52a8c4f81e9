"""``python -m tests.crash [--kills N] [--cuts N] [point …]``: the long run, and its figures."""

from __future__ import annotations

import argparse
import asyncio
import itertools
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from tests.crash.faults import DRAINED, RECOVERED, SIGTERM, Bad, bad_days
from tests.crash.judge import Verdict
from tests.crash.points import known
from tests.crash.power import cut_power, record
from tests.crash.run import Run, crash

SHOWN = 20  # problems
LOCKS = (1.0, 10.0, 60.0)
BAD_SECONDS = 8.0


def line(run: Run, verdict: Verdict) -> str:
    """The figures."""
    slowest = max(life.ready for life in run.lives)
    claims = len(run.claims.won)
    return (
        f"{len(run.lives)} kills · {verdict.acknowledged:,} acknowledged answers · "
        f"{len(verdict.lost)} lost · {len(verdict.doubled)} doubled · "
        f"{verdict.alerts:,} alerts · {len(verdict.unrung)} missing · "
        f"{len(verdict.loud_doubles)} loud doubles · {claims} claims kept · "
        f"{verdict.erased} erased, {len(verdict.kept)} traces · "
        f"{len(verdict.scores)} scores astray · slowest ready after a kill {slowest:.2f} s"
    )


def main() -> int:
    """Run and print; the exit code says whether every promise was kept."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--answers", type=int, default=101, help="acknowledged in each life")
    parser.add_argument("--cuts", type=int, default=600, help="of the power")
    parser.add_argument("--rounds", type=int, default=500, help="of bad days' many windows")
    parser.add_argument("points", nargs="*")
    given = parser.parse_args()
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    problems = []
    with (
        tempfile.TemporaryDirectory(dir=Path.cwd(), prefix="tmp") as folder,
        Progress(
            *columns, TimeRemainingColumn(), console=Console(stderr=True), transient=True
        ) as bar,
    ):
        problems += _kill(Path(folder) / "kills", given, bar)
        problems += _spoil(Path(folder) / "days", given.rounds, bar)
        problems += _cut(Path(folder) / "power", given.cuts, bar)
    for problem in problems[:SHOWN]:
        print(problem)
    return 1 if problems else 0


def _kill(folder: Path, given: argparse.Namespace, bar: Progress) -> list[str]:
    points = list(itertools.islice(itertools.cycle(known(given.points)), given.kills))
    if not points:
        return []
    task = bar.add_task("killing", total=len(points))
    folder.mkdir()
    run, verdict = asyncio.run(
        crash(
            folder,
            points,
            given.answers,
            lambda made: bar.update(task, completed=len(made.lives)),
        )
    )
    print(line(run, verdict))
    missed = sum(not life.reached for life in run.lives)
    if missed:
        print(f"{missed} lives did not come to their point and were killed where they were")
    return verdict.problems


def _spoil(folder: Path, rounds: int, bar: Progress) -> list[str]:
    if not rounds:
        return []
    task = bar.add_task("bad days", total=3 + len(LOCKS))
    folder.mkdir()
    seen, verdict = asyncio.run(
        bad_days(folder, LOCKS, BAD_SECONDS, rounds, lambda _: bar.advance(task))
    )
    for bad in seen[:-1]:
        print(
            f"{bad.what}: {bad.later} asked to come later · {bad.acknowledged} acknowledged · "
            f"well again after {bad.recovered:.2f} s"
        )
    print(f"SIGTERM under load: gone after {seen[-1].recovered:.2f} s")
    print(
        f"{2 * rounds:,} questions each: ten times the same, presses that overtake, two tabs · "
        f"{len(verdict.lost)} lost · {len(verdict.doubled)} doubled · "
        f"{len(verdict.refused)} told wrongly"
    )
    late = [f"{bad.what}: well again after {bad.recovered:.1f} s" for bad in seen if _is_late(bad)]
    return [*verdict.problems, *late]


def _is_late(bad: Bad) -> bool:
    """Whether it took longer than promised."""
    return bad.recovered > (DRAINED if bad.what == SIGTERM else RECOVERED)


def _cut(folder: Path, cuts: int, bar: Progress) -> list[str]:
    if not cuts:
        return []
    task = bar.add_task("cutting the power", total=cuts)
    outage = cut_power(record(folder), cuts, tell=lambda done: bar.update(task, completed=done))
    print(
        f"{outage.cuts} power cuts · {outage.promised:,} acknowledged answers looked for · "
        f"{len(outage.lost)} lost · {len(outage.broken)} databases broken"
    )
    return [*outage.lost, *outage.broken]


if __name__ == "__main__":
    sys.exit(main())
