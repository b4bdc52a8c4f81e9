"""A report for people: bars where visitors leave, small numbers in grey."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from bot.leads import words
from bot.leads.reports import Greeting, Source, Step
from bot.reporting import Report
from storage.report_rows import UnreadText

GREY = "bright_black"
BAR = 20  # characters of 100 percent


def page(found: Report, since: str, *, wide: bool) -> RenderableType:
    """All of it, or an honest word that there is nothing yet; bars where there is room."""
    head = Text.assemble((found.title, "bold"), (f"  since {since}", GREY))
    if not found.starts:
        nothing = "Nobody has opened this chat in that time."
        return Group(
            head, Text(nothing), Text(f"  doorstep report {found.flow} --since 90d", GREY)
        )
    return Group(head, Text(_summary(found)), Text(), *_parts(found, wide=wide))


def _summary(found: Report) -> str:
    said = f"{found.starts} opened, {found.complete} came to the end"
    said += f", {found.silent} never said a word" if found.silent else ""
    return said + (f", {found.odd} could not be read" if found.odd else "")


def _parts(found: Report, *, wide: bool) -> Iterator[RenderableType]:
    yield _questions(found.steps, wide=wide)
    if found.greetings:
        yield Text("\nGreetings: " + found.verdict, "bold")
        yield _greetings(found.greetings)
    yield Text("\nSources", "bold")
    yield _sources(found.sources)
    if found.unread:
        yield Text("\nWhat could not be read, most frequent first", "bold")
        yield _unread(found.unread)
    yield Text(f"\nDo hot leads end better?  {found.calibration}", GREY)


def _made(*columns: str) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    for n, name in enumerate(columns):
        left = n == 0 or name == "left here"
        table.add_column(name, justify="left" if left else "right", no_wrap=True)
    return table


def _questions(steps: list[Step], *, wide: bool) -> Table:
    names = ("shown", "answered", "skipped", "left", "%", "ended", "open", "unread", "secs")
    table = _made("question", *names, *(("left here",) if wide else ()))
    for step in steps:
        share = "" if step.few else f"{step.leaving:.0%}"
        seconds = "" if step.seconds is None else f"{step.seconds:.0f}"
        counts = (step.shown, step.answered, step.skipped, step.left)
        rest = (step.ended, step.waiting, step.unread)
        cells = [step.question, *map(str, counts), share, *map(str, rest), seconds]
        bar = [Text("━" * round(BAR * step.leaving), GREY if step.few else "red")] if wide else []
        table.add_row(*cells, *bar, style=GREY if step.few else "")
    return table


def _greetings(greetings: list[Greeting]) -> Table:
    table = _made("wording", "starts", "leads", "per 100 starts", "95 % interval")
    for greeting in greetings:
        low, high = greeting.interval
        counts = (str(greeting.starts), str(greeting.contacts), f"{greeting.per_100:.1f}")
        table.add_row(greeting.id, *counts, f"{low:.1f} - {high:.1f}")
    return table


def _sources(sources: list[Source]) -> Table:
    table = _made("source", "starts", "left contact", "hot", "booked")
    for source in sources:
        counts = map(str, (source.starts, source.leads, source.hot, source.booked))
        table.add_row(words.one_line(source.name, 40), *counts, style=GREY if source.few else "")
    return table


def _unread(texts: list[UnreadText]) -> Table:
    table = _made("words", "times", "question")
    for found in texts:
        table.add_row(words.one_line(found.text, 60), str(found.times), found.question)
    return table
