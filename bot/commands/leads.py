"""``doorstep leads``: the leads in the terminal, and for other programs."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, TypeVar

import click
from rich.console import Console

from bot.alerts.directory import names_of
from bot.commands import leads_person, leads_rescore
from bot.commands.counting import counted
from bot.commands.options import remember, with_settings
from bot.commands.printed import lead_pages, lead_table
from bot.commands.printed.progress import progress
from bot.commands.reading import with_store
from bot.commands.since import moment_of
from bot.dialogue.site import Site
from bot.dossier import Dossier, dossiers_of, open_dossier
from bot.errors import UserMistake
from bot.leads import exports
from bot.leads.persons import keys
from bot.leads.routed import routed
from bot.leads.why import explain
from bot.operations import site_of
from bot.settings import Settings
from storage.rows import Lead
from storage.sqlite import SqliteReader
from storage.store import LeadFilter

T = TypeVar("T")

BANDS = ("hot", "warm", "cold", "disqualified")
PAGE = 200  # leads read at a time
WIDE = 110  # columns from which everything has one of its own
SHOWN = 50  # in the table, unless --limit says otherwise
EVERYTHING = sys.maxsize
AMBIGUOUS = 5


_WHICH = (
    click.option("--band", type=click.Choice(BANDS), help="Only leads of this band."),
    click.option("--flow", metavar="FLOW", help="Only leads of this flow."),
    click.option("--since", metavar="WHEN", help="Heard of since then: 7d, 12h, 2026-03-01."),
    click.option("--limit", metavar="N", type=click.IntRange(1), help="At most so many."),
    click.option("--json", is_flag=True, default=None, help="One JSON object a line."),
    click.option(
        "--csv", is_flag=True, default=None, help="A CSV file for spreadsheets and CRMs."
    ),
)


def _which(function: Callable[..., Any]) -> Callable[..., Any]:
    """The options of a list."""
    for option in reversed(_WHICH):
        function = option(function)
    return function


@click.group(invoke_without_command=True)
@_which
@click.pass_context
@with_settings
def command(ctx: click.Context, /, settings: Settings, **given: Any) -> None:
    """List the leads, newest first. A server may be running meanwhile.

    \b
    Example:  doorstep leads --band hot --since 7d
              doorstep leads --csv > leads.csv
              doorstep leads why Jd0mK3Za
    """
    if ctx.invoked_subcommand:
        remember(ctx, settings)
        return
    _list(settings, given)


@command.command("list")
@_which
@click.pass_context
@with_settings
def list_(ctx: click.Context, /, settings: Settings, **given: Any) -> None:
    """The same as without any command: list the leads, newest first.

    \b
    Example:  doorstep leads list --band hot --since 7d
    """
    before = ctx.parent.params if ctx.parent is not None else {}
    _list(
        settings,
        {name: before.get(name) if near is None else near for name, near in given.items()},
    )


def _list(settings: Settings, given: dict[str, Any]) -> None:
    where, form = _filter(given), _form(given)
    site = site_of(settings)
    if form is None:
        with_store(settings, lambda store: _table(store, where, site))
    else:
        with_store(settings, lambda store: _export(store, where, site, form))


@command.command(context_settings={"ignore_unknown_options": True})
@click.argument("id_", metavar="ID", type=click.UNPROCESSED)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@with_settings
def show(id_: str, as_json: bool, settings: Settings) -> None:
    """Everything about a lead: answers, timeline, chat. The first characters of ID are enough.

    \b
    Example:  doorstep leads show Jd0mK3Za
    """
    site = site_of(settings)
    dossier = with_store(settings, lambda store: _find(store, id_))
    if as_json:
        click.echo(_json(_whole(dossier, site)))
        return
    _console().print(lead_pages.lead_page(dossier, site, datetime.now(UTC)))


@command.command(context_settings={"ignore_unknown_options": True})
@click.argument("id_", metavar="ID", type=click.UNPROCESSED)
@click.option("--routing", is_flag=True, help="Why these agents were rung.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@with_settings
def why(id_: str, routing: bool, as_json: bool, settings: Settings) -> None:
    """Why a lead has its score: every point, the words it rests on, and what is missing. With
    --routing: why it was rung where it was, and who did what then.

    \b
    Example:  doorstep leads why Jd0mK3Za
              doorstep leads why Jd0mK3Za --routing
    """
    site = site_of(settings)
    dossier = with_store(settings, lambda store: _find(store, id_))
    if as_json:
        click.echo(_json(_routing(dossier, site) if routing else _reasons(dossier)))
        return
    page = lead_pages.routing_page if routing else lead_pages.why_page
    _console().print(page(dossier, site))


command.add_command(leads_rescore.command)
for added in leads_person.COMMANDS:
    command.add_command(added)


def _console() -> Console:
    return Console(highlight=False, emoji=False, markup=False)


def _form(given: dict[str, Any]) -> str | None:
    """How the list is written: json, csv, or None for the table."""
    if given["json"] and given["csv"]:
        raise UserMistake("--json and --csv are two forms of one list: give one of them")
    return next((form for form in ("json", "csv") if given[form]), None)


def _filter(given: dict[str, Any]) -> LeadFilter:
    since = given["since"]
    return LeadFilter(
        band=given["band"] or "",
        flow=given["flow"] or "",
        since=moment_of(since, datetime.now(UTC)) if since else None,
        limit=given["limit"] or 0,
    )


async def _pages(store: SqliteReader, where: LeadFilter) -> AsyncIterator[list[Lead]]:
    """The leads in portions, so that a hundred thousand need no more memory than two hundred."""
    left = where.limit or EVERYTHING
    while left > 0:
        page = await store.leads(replace(where, limit=min(PAGE, left)))
        if not page:
            return
        yield page
        left -= len(page)
        where = replace(where, before=(page[-1].updated_at, page[-1].id))


async def _export(store: SqliteReader, where: LeadFilter, site: Site, form: str) -> None:
    out = sys.stdout.buffer
    if form == "csv":
        out.write(exports.HEADER.encode())
    total, done = sum((await store.lead_counts()).values()), 0
    refusals = await store.refusals()
    with progress("writing") as tell:
        async for page in _pages(store, where):
            if form == "json":
                lines = [
                    exports.json_line(lead, refused=refusals.bars(keys(lead))) + "\n"
                    for lead in page
                ]
            else:
                dossiers = await dossiers_of(store, page)
                lines = [exports.csv_line(d.lead, d.beside(refusals), site) for d in dossiers]
            out.write("".join(lines).encode())
            done += len(page)
            tell(done, total)
    out.flush()


async def _table(store: SqliteReader, where: LeadFilter, site: Site) -> None:
    console = _console()
    leads = await store.leads(replace(where, limit=where.limit or SHOWN))
    counts = await store.lead_counts()
    if not leads:
        console.print(_nothing(sum(counts.values()), demo=site.demo))
        return
    console.print(lead_table.table(leads, site, datetime.now(UTC), wide=console.width >= WIDE))
    console.print(f"\n{_counted(len(leads), counts)}", style="dim")


def _nothing(stored: int, *, demo: bool) -> str:
    if stored:
        return f"None of the {stored} leads is like that."
    return (
        "No leads yet. They appear here as soon as somebody answers in a chat:\n"
        f"  doorstep serve        and open {'the demo' if demo else 'a chat'} page\n"
        f"  doorstep chat {'buyer' if demo else 'FLOW '}   to try a flow without keeping anything"
    )


def _counted(listed: int, counts: dict[str, int]) -> str:
    every = sum(counts.values())
    parts = ", ".join(f"{counts[band]} {band}" for band in BANDS if counts.get(band))
    shown = f"{listed} of {every} leads" if listed < every else counted(every, "leads")
    return f"{shown}: {parts}"


async def _find(store: SqliteReader, beginning: str) -> Dossier:
    """The lead whose id begins so; one sentence when that is nobody, or several."""
    ids = await store.lead_ids(beginning, AMBIGUOUS) if beginning else []
    if len(ids) > 1 and beginning not in ids:
        raise UserMistake(f"several leads begin with {beginning}: {', '.join(ids)}")
    dossier = await open_dossier(store, beginning if beginning in ids else ids[0]) if ids else None
    if dossier is None:
        raise UserMistake(f"there is no lead {beginning}: doorstep leads lists them")
    return dossier


def _json(record: dict[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, separators=(",", ":"), default=str)


def _reasons(dossier: Dossier) -> dict[str, Any]:
    told = explain(dossier.lead, dossier.answers)
    return {
        "id": told.lead_id,
        "band": told.band,
        "score": {"fit": told.fit, "engagement": told.engagement, "total": told.total},
        "reasons": [
            {
                "rule": line.rule,
                "points": line.points,
                "text": line.text,
                "quote": line.quote,
                "engagement": line.engagement,
                "version": line.version,
                "at": exports.utc(line.at),
            }
            for line in told.lines
        ],
        "gate": list(told.gate),
        "version": told.version,
    }


def _routing(dossier: Dossier, site: Site) -> dict[str, Any]:
    told = routed(dossier.events, names_of(site))
    return {
        "id": dossier.lead.id,
        "why": told.why or None,
        "meant_for": told.owner or None,
        "rings_from": exports.utc(told.opens) if told.opens else None,
        "ladder": [
            {"after_s": round(rung.after.total_seconds()), "to": rung.to, "who": list(rung.who)}
            for rung in told.ladder
        ],
        "steps": [
            {"at": exports.utc(s.at), "kind": s.kind, "who": s.who, **json.loads(s.data or "{}")}
            for s in told.steps
        ],
    }


def _whole(dossier: Dossier, site: Site) -> dict[str, Any]:
    return exports.record(dossier.lead) | {
        "why": _reasons(dossier),
        "timeline": [
            {"at": exports.utc(e.at), "kind": e.kind, "text": e.text, "detail": e.detail}
            for e in dossier.told(site)
        ],
        "transcript": [
            {"seq": m.seq, "from": m.sender, "text": m.text, "at": exports.utc(m.at)}
            for m in dossier.messages
        ],
    }
