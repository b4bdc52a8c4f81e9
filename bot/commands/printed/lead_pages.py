"""One lead as a page in the terminal: who, what, why, what happened, what was said."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import datetime, tzinfo

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.alerts.directory import names_of
from bot.commands.printed import palette
from bot.dialogue.flow import ENGAGEMENT_CAP, FIT_CAP
from bot.dialogue.site import Site
from bot.dossier import Dossier
from bot.leads import alert_text, words
from bot.leads.facts import facts_of_lead, zone
from bot.leads.history import Entry
from bot.leads.routed import routed
from bot.leads.stored import parsed
from bot.leads.values import shown
from bot.leads.why import Explanation, explain
from storage.rows import Message

MAX_LINE = 2_000


def lead_page(dossier: Dossier, site: Site, now: datetime) -> RenderableType:
    """Everything about a lead."""
    tz = zone(site.market(dossier.lead.market).tz)
    why = explain(dossier.lead, dossier.answers)
    return Group(
        _head(dossier, site),
        _section("Score", _gauges(why)),
        _section("Answers", _answers(dossier, site, now)),
        _section("Timeline", _timeline(dossier.told(site), tz)),
        _section("Chat", _transcript(dossier.messages, tz)),
    )


def why_page(dossier: Dossier, site: Site) -> RenderableType:
    """Why it has its score, line by line."""
    lead = dossier.lead
    tz = zone(site.market(lead.market).tz)
    why = explain(lead, dossier.answers)
    parts = [
        _head(dossier, site),
        _section("Score", _gauges(why)),
        _section("", _reasons(why, tz)),
    ]
    if why.gate:
        lines = [Text(f"• {line}") for line in why.gate]
        title = "What decided" if lead.band in ("hot", "disqualified") else "Why it is not hot"
        parts.append(_section(title, Group(*lines)))
    parts.append(_section("", Text(f"rules: flow {lead.flow}, version {why.version}", "dim")))
    return Group(*parts)


def routing_page(dossier: Dossier, site: Site) -> RenderableType:
    """Why it was rung where it was rung, and what everybody did then."""
    tz, names = zone(site.market(dossier.lead.market).tz), names_of(site)
    told = routed(dossier.events, names)
    if not told.why:
        words_ = "It never rang: only hot leads and call requests do. Warm ones are in digests."
        parts = [_head(dossier, site), _section("Routing", Text(words_))]
    else:
        ladder = Table.grid(padding=(0, 2))
        for rung in told.ladder:
            after = (
                f"after {words.lasted(rung.after.total_seconds())}" if rung.after else "at once"
            )
            ladder.add_row(Text(after, "dim"), rung.to, ", ".join(rung.who))
        parts = [
            _head(dossier, site),
            _section("Routing", Text(told.why)),
            _section("The ladder", ladder),
        ]
    steps = [entry for entry in dossier.told(site) if entry.at in {s.at for s in told.steps}]
    return Group(*parts, _section("What happened", _timeline(steps, tz)))


def _head(dossier: Dossier, site: Site) -> RenderableType:
    lead = dossier.lead
    at = dossier.story.hot_at or lead.updated_at
    facts = facts_of_lead(lead, site, at, asked=dossier.asked)
    owner = next((agent.name for agent in site.agents if agent.id == lead.owner), lead.owner)
    title = Text(f"{palette.SIGNS.get(lead.band, '')} ")
    title.append(words.one_line(lead.name, 60) or "A visitor", "bold")
    title.append(f"  {lead.band} {lead.total}", palette.BANDS.get(lead.band, ""))
    title.append(f"  {lead.stage}", "dim")
    lines = [title, Text(alert_text.wish(facts)), Text(alert_text.contact_line(facts))]
    if dossier.asked:
        lines.append(Text(f"Asked: “{words.one_line(dossier.asked, 200)}”"))
    state = f"claimed by {owner}" if owner else "not claimed"
    state += f" · via {words.via(facts.source, lead.channel)} · {lead.id}"
    lines.append(Text(state, "dim"))
    return Group(*lines)


def _section(title: str, body: RenderableType) -> RenderableType:
    head = [Text(title, "bold")] if title else []
    return Padding(Group(*head, body), (1, 0, 0, 0))


def _gauges(why: Explanation) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    style = palette.BANDS.get(why.band, "")
    for name, points, most in (
        ("fit", why.fit, FIT_CAP),
        ("engagement", why.engagement, ENGAGEMENT_CAP),
        ("total", why.total, FIT_CAP + ENGAGEMENT_CAP),
    ):
        table.add_row(Text(name, "dim"), palette.bar(points, most, style), f"{points} of {most}")
    return Group(table, Text(why.verdict))


def _reasons(why: Explanation, tz: tzinfo) -> RenderableType:
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("points", justify="right")
    table.add_column("why")
    table.add_column("they said", style="italic", max_width=40)
    table.add_column("rule", style="dim")
    table.add_column("when", style="dim", no_wrap=True)
    for line in why.lines:
        style = "green" if line.points > 0 else "red" if line.points < 0 else "dim"
        quote = f"“{words.one_line(line.quote, 120)}”" if line.quote else ""
        kind = "engagement" if line.engagement else "fit"
        table.add_row(
            Text(f"{line.points:+}", style),
            Text(words.one_line(line.text, 80)),
            Text(quote),
            Text(f"{kind} {line.rule}"),
            f"{line.at.astimezone(tz):%d %b %H:%M}",
        )
    return table if why.lines else Text("No points yet.", "dim")


def _answers(dossier: Dossier, site: Site, now: datetime) -> RenderableType:
    lead = dossier.lead
    fields = shown(parsed(lead.fields, {}), dossier.answers, site.market(lead.market), now)
    if not fields:
        return Text("Nothing answered yet.", "dim")
    table = Table.grid(padding=(0, 2))
    for field in fields:
        quote = Text(f"“{field.quote}”" if field.quote else "", "dim italic")
        table.add_row(Text(field.label, "dim"), Text(field.value), quote)
    return table


def _timeline(entries: Iterable[Entry], tz: tzinfo) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    for entry in entries:
        when = Text(f"{entry.at.astimezone(tz):%d %b %H:%M:%S}", "dim")
        line = Text(entry.text)
        if entry.detail:
            line.append(f"  {words.one_line(entry.detail, 160)}", "dim")
        table.add_row(when, line)
    return table


def _transcript(messages: Iterable[Message], tz: tzinfo) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    styles = {"visitor": "bold", "agent": "green"}
    for message in messages:
        text = Text(words.one_line(message.text, MAX_LINE), styles.get(message.sender, ""))
        options = json.loads(message.data).get("options") if message.sender == "bot" else None
        if options:
            text.append("  " + "  ".join(f"[{words.one_line(o, 40)}]" for o in options), "dim")
        table.add_row(
            Text(f"{message.at.astimezone(tz):%H:%M}", "dim"), Text(message.sender, "dim"), text
        )
    return table if table.row_count else Text("Nothing was said yet.", "dim")
