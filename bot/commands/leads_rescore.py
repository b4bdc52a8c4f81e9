"""``doorstep leads rescore``: scores by the rules of now, and what new rules would change."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

import click
from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot import control, library, rescoring
from bot.commands.counting import counted
from bot.commands.options import with_settings
from bot.commands.printed import palette
from bot.commands.printed.progress import progress
from bot.commands.reading import with_store
from bot.dialogue.compiled import CompiledFlow
from bot.dialogue.machine import compile_flow
from bot.errors import FlowProblems, UserMistake
from bot.leads import words
from bot.library import Library
from bot.settings import Settings

LAST: Final = 200  # leads a dry run looks at
Flows = Mapping[str, CompiledFlow]


@click.command("rescore")
@click.option("--dry-run", is_flag=True, help="Only say whom it would change; nothing is written.")
@click.option(
    "--draft",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="With --dry-run: a flow file that is not live yet, against the live one.",
)
@click.option(
    "--last",
    metavar="N",
    type=click.IntRange(1, 100_000),
    default=LAST,
    show_default=True,
    help="How many leads a dry run looks at.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a changed lead.")
@with_settings
def command(
    dry_run: bool, draft: Path | None, last: int, as_json: bool, settings: Settings
) -> None:
    """Score the leads by the rules and the day of now. Nobody is rung by this.

    Before you save new points, a dry run with the draft names whom they would change. Keep the
    draft outside the flows folder: what is saved there is live.

    \b
    Example:  doorstep leads rescore --dry-run
              doorstep leads rescore --dry-run --draft drafts/buyer.yaml
    """
    if draft and not dry_run:
        raise UserMistake(
            "--draft only looks: add --dry-run, or save the file in the flows folder"
        )
    if dry_run:
        with progress("scoring") as tell:
            seen, changed = _preview(settings, draft, last, tell)
    else:
        with progress("scoring") as tell:
            done = control.ask(settings, "leads.rescore", {}, tell)
        seen, changed = done["seen"], done["changed"]
    if as_json:
        for one in changed:
            click.echo(json.dumps(one, ensure_ascii=False, separators=(",", ":")))
    elif changed:
        Console(highlight=False, emoji=False, markup=False).print(_table(changed))
    click.echo(_summary(seen, changed, dry_run=dry_run), err=True)


def _preview(
    settings: Settings, draft: Path | None, last: int, tell: Callable[[int, int], None]
) -> tuple[int, list[dict[str, Any]]]:
    shelf = Library.load(settings.flows, settings.site)
    drafted = _drafted(draft, shelf) if draft else {}
    live, flows = (shelf.flows, drafted) if drafted else (None, shelf.flows)
    now = datetime.now(UTC)
    seen, changed = with_store(
        settings,
        lambda store: rescoring.preview(store, live, flows, now, last=last, tell=tell),
    )
    return seen, rescoring.told(changed)


def _drafted(path: Path, shelf: Library) -> Flows:
    """The flow of a file that is not live."""
    if not path.is_file():
        raise UserMistake(f"{path}: there is no such file")
    reading = library.beside(path, shelf.site)
    errors = [problem for problem in reading.problems if problem.severity == "error"]
    if reading.flow is None or errors:
        raise FlowProblems(errors or reading.problems)
    if reading.flow.id not in shelf.flows:
        live = ", ".join(sorted(shelf.flows))
        raise UserMistake(f"{path}: its id “{reading.flow.id}” is no live flow; those are {live}")
    return {reading.flow.id: compile_flow(reading.flow, shelf.site, reading.hash)}


def _table(changed: list[dict[str, Any]]) -> Table:
    """Whom it changes: those who become or stop being hot first."""
    made = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for name in ("id", "who", "flow", "before", "", "after"):
        made.add_column(name, no_wrap=True, overflow="ellipsis")
    for one in sorted(changed, key=_weight):
        before, after = one["before"], one["after"]
        made.add_row(
            Text(one["id"][:8], "dim"),
            Text(words.one_line(one["name"] or "", 40) or "—"),
            Text(one["flow"], "dim"),
            _score(before),
            Text("→", "dim"),
            _score(after),
        )
    return made


def _score(of: Mapping[str, Any]) -> Text:
    return Text(f"{of['total']:>3} {of['band']}", palette.BANDS.get(of["band"], ""))


def _weight(one: Mapping[str, Any]) -> tuple[bool, bool, int]:
    before, after = one["before"], one["after"]
    hot = (before["band"] == "hot") != (after["band"] == "hot")
    return not hot, before["band"] == after["band"], -after["total"]


def _summary(seen: int, changed: list[dict[str, Any]], *, dry_run: bool) -> str:
    bands = [(one["before"]["band"], one["after"]["band"]) for one in changed]
    become = sum(before != "hot" == after for before, after in bands)
    stop = sum(before == "hot" != after for before, after in bands)
    others = sum(before != after for before, after in bands) - become - stop
    would, of = (
        ("would ", f"the last {counted(seen, 'leads')}")
        if dry_run
        else ("", counted(seen, "leads"))
    )
    if not changed:
        return f"nothing {'would change' if would else 'changed'} in {of}"
    parts = [f"{become} {would}become hot"] if become else []
    parts += [f"{stop} {would}stop being hot"] if stop else []
    parts += [f"{others} {would}change to another band"] if others else []
    points = len(changed) - become - stop - others
    parts += [f"{points} {would}only get other points"] if points else []
    return f"of {of}: {', '.join(parts)}"
