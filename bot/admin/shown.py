"""What the pages show of a lead: plain values, worked out before any template sees them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, tzinfo
from typing import Any, Final

from bot.alerts.view import GONE, Case
from bot.dialogue.flow import ENGAGEMENT_CAP, FIT_CAP
from bot.dialogue.site import Site
from bot.dossier import Dossier
from bot.leads import alert_text, words
from bot.leads.facts import AlertFacts, facts_of_lead, zone
from bot.leads.history import Entry
from bot.leads.lifecycle import STAGES
from bot.leads.stored import parsed
from bot.leads.timeline import OUTCOMES
from bot.leads.values import Shown, label, shown
from bot.leads.why import Line, explain, weightiest
from bot.records import frozen
from storage.rows import Lead, Message

BANDS: Final = ("hot", "warm", "cold", "disqualified")
BAND_WORDS: Final = {"hot": "Hot", "warm": "Warm", "cold": "Cold", "disqualified": "Out"}
STATUS_WORDS: Final = {
    "partial": "still chatting",
    "handoff": "waits for a person",
    "stopped": "asked for no contact",
    "erased": "erased",
}
CHANNELS: Final = {"web": "Website chat", "telegram": "Telegram"}
NO_CONTACT: Final = "do not contact"
NOTED: Final = (
    "reached",
    "no_answer",
    "booked",
    "signed",
    "lost",
    "bad_lead",
)  # what the owner can note here
MAX_LINE: Final = 2_000
TRACKED: Final = {
    "page": "page",
    "referrer": "came from",
    "utm_source": "ad source",
    "utm_medium": "medium",
    "utm_campaign": "campaign",
    "utm_term": "search words",
    "utm_content": "ad",
}
Veil = Callable[[str], str]  # takes numbers and addresses out while they must not be seen
_STAGE_WORDS: Final = {"mql": "qualified", "sql": "confirmed"}


@frozen
class Card:
    """A lead in the list."""

    id: str
    name: str
    initials: str
    band: str
    band_word: str
    total: int
    wish: str
    note: str
    reach: str
    owner: str
    at: datetime
    ago: str
    waits: bool  # hot, and nobody has it: it stands at the door


@frozen
class Bubble:
    """The alert as an agent's Telegram shows it."""

    lead: str
    sender: str
    lines: tuple[str, ...]
    clock: str
    copies: str
    tel: str
    routed: str
    claimable: bool
    claimed: str = ""


@frozen
class Gauge:
    """A score as two arcs of a circle of circumference 100."""

    fit: int
    fit_cap: int
    engagement: int
    engagement_cap: int
    total: int


@frozen
class Reason:
    """A reason of the score as one line."""

    points: str
    good: bool
    kind: str
    text: str
    quote: str
    rule: str
    at: str


@frozen
class Spoken:
    """A line of the transcript."""

    sender: str
    text: str
    clock: str
    options: tuple[str, ...]
    begins: str = ""  # day and channel, where a later conversation of this lead begins with it


@frozen
class Told:
    """A line of the timeline."""

    kind: str
    text: str
    detail: str
    clock: str


@frozen
class Page:
    """Everything the lead page shows."""

    card: Card
    bubble: Bubble | None
    gauge: Gauge
    verdict: str
    reasons: tuple[Reason, ...]
    gate: tuple[str, ...]
    answers: tuple[Shown, ...]
    spoken: tuple[Spoken, ...]
    told: tuple[Told, ...]
    source: tuple[tuple[str, str], ...]
    facts: tuple[tuple[str, str], ...]
    asked: str
    phone: str
    tel: str
    email: str
    stages: tuple[tuple[str, bool], ...]
    outcomes: tuple[tuple[str, str], ...]
    version: str
    day: str


def card(lead: Lead, site: Site, now: datetime, flow_title: str = "") -> Card:
    """A lead as one row."""
    facts = facts_of_lead(lead, site, lead.updated_at, flow_title=flow_title)
    name = words.one_line(lead.name, 60)
    return Card(
        id=lead.id,
        name=name or "A visitor",
        initials=_initials(name),
        band=lead.band if lead.band in BANDS else "cold",
        band_word=BAND_WORDS.get(lead.band, lead.band),
        total=lead.total,
        wish=alert_text.wish(facts) or facts.flow_title,
        note=STATUS_WORDS.get(lead.status, ""),
        reach=_reach(facts, lead),
        owner=_name_of(site, lead.owner),
        at=lead.updated_at,
        ago=ago(lead.updated_at, now),
        waits=waits(lead),
    )


def waits(lead: Lead) -> bool:
    """Hot, reachable, and nobody has claimed it."""
    return lead.band == "hot" and not lead.owner and lead.status not in GONE


def bubble(case: Case, site: Site) -> Bubble:
    """The alert of this case, as it stands now."""
    facts = case.facts
    claimed_at = case.claimed_at or facts.at
    if case.gone:
        text = alert_text.withdrawn(facts, html=False)
    elif case.owner:
        text = alert_text.claimed_for_winner(facts, case.owner_name, claimed_at, html=False)
    else:
        text = alert_text.hot_alert(facts, html=False)
    open_ = not case.gone and (bool(case.owner) or not facts.hide_contact)
    return Bubble(
        lead=facts.lead_id,
        sender=f"{site.bot_name} · {site.company}",
        lines=tuple(text.split("\n")),
        clock=words.clock(claimed_at if case.owner else facts.at, facts.tz),
        copies=(facts.phone or facts.email) if open_ else "",
        tel=facts.phone if open_ else "",
        routed=case.story.why,
        claimable=not case.owner and not case.gone and bool(site.agents),
        claimed=case.owner_name if case.owner else "",
    )


def page(dossier: Dossier, case: Case, site: Site, now: datetime, me: str) -> Page:
    """The lead page. ``me`` is the agent whom this browser acts for."""
    lead, facts = dossier.lead, case.facts
    market = site.market(lead.market)
    tz = zone(market.tz)
    why = explain(lead, dossier.answers)
    hidden = facts.no_contact or (facts.hide_contact and not lead.owner)
    veil = words.without_contact if hidden else _as_it_is
    fields = {
        name: value
        for name, value in parsed(lead.fields, {}).items()
        if not (hidden and name in ("phone", "email"))
    }
    return Page(
        card=_with_refusal(card(lead, site, now, facts.flow_title), facts),
        bubble=bubble(case, site) if case.story.hot_at else None,
        gauge=Gauge(lead.fit, FIT_CAP, lead.engagement, ENGAGEMENT_CAP, lead.total),
        verdict=why.verdict,
        reasons=tuple(_reason(line, tz, veil) for line in weightiest(why.lines)),
        gate=why.gate,
        answers=tuple(
            replace(field, value=veil(field.value), quote=veil(field.quote))
            for field in shown(fields, dossier.answers, market, now)
        ),
        spoken=_chats(dossier, tz, veil),
        told=tuple(_told(entry, tz, veil) for entry in dossier.told(site)),
        source=_source(lead),
        facts=_about(lead, facts, site),
        asked=veil(words.one_line(dossier.asked, 300)),
        phone="" if hidden or not lead.phone else words.phone(lead.phone),
        tel="" if hidden else lead.phone,
        email="" if hidden else lead.email,
        stages=_stages(lead.stage),
        outcomes=_outcomes(lead, me),
        version=why.version,
        day=_day(lead.created_at, tz, market.tz),
    )


def _with_refusal(shown_: Card, facts: AlertFacts) -> Card:
    """Somebody who wants no contact is not to be reached from this page."""
    if not facts.no_contact:
        return shown_
    return replace(shown_, reach="asked for no contact", note=shown_.note or NO_CONTACT)


def ago(at: datetime, now: datetime) -> str:
    """``4 min``, ``yesterday 14:05`` is left to the browser, which knows its own zone."""
    seconds = max(0, int((now - at).total_seconds()))
    if seconds < 60:
        return "now"
    if seconds < 3600:
        return f"{seconds // 60} min"
    if seconds < 86400:
        return f"{seconds // 3600} h"
    return f"{seconds // 86400} d"


def counts_of(counts: Mapping[str, int]) -> dict[str, int]:
    """How many leads each tab holds; "" is all of them."""
    return {"": sum(counts.values())} | {band: counts.get(band, 0) for band in BANDS}


def _initials(name: str) -> str:
    parts = [part for part in name.split() if part[:1].isalpha()]
    letters = [part[0] for part in (parts[:1] + parts[1:][-1:])]
    return "".join(letters).upper()


def _reach(facts: AlertFacts, lead: Lead) -> str:
    if facts.hide_contact and not lead.owner:
        return "shown after the claim" if lead.phone or lead.email else ""
    if lead.phone:
        return words.phone(lead.phone)
    if lead.email:
        return words.one_line(lead.email, 60)
    return "Telegram" if lead.channel == "telegram" else ""


def _name_of(site: Site, agent_id: str) -> str:
    return next((a.name for a in site.agents if a.id == agent_id), agent_id)


def _as_it_is(text: str) -> str:
    return text


def _reason(line: Line, tz: tzinfo, veil: Veil) -> Reason:
    return Reason(
        points=f"{line.points:+}".replace("-", "−"),
        good=line.points > 0,
        kind="engagement" if line.engagement else "fit",
        text=words.one_line(line.text, 120),
        quote=veil(words.one_line(line.quote, 240)),
        rule=line.rule,
        at=f"{line.at.astimezone(tz):%d %b %H:%M}",
    )


def _chats(dossier: Dossier, tz: tzinfo, veil: Veil) -> tuple[Spoken, ...]:
    """Everything that was said; each chat after the first one begins with its day and channel."""
    channels = {visit.id: visit.channel for visit in dossier.visits}
    said: list[Spoken] = []
    before = ""
    for message in dossier.messages:
        line = _spoken(message, tz, veil)
        if before and message.conversation != before:
            line = replace(
                line, begins=_begins(message.at, tz, channels.get(message.conversation))
            )
        said.append(line)
        before = message.conversation
    return tuple(said)


def _begins(at: datetime, tz: tzinfo, channel: str | None) -> str:
    there = at.astimezone(tz)
    day = f"{there:%A} {there.day} {there:%B %Y}"
    return f"{day} · {CHANNELS.get(channel, channel)}" if channel else day


def _spoken(message: Message, tz: tzinfo, veil: Veil) -> Spoken:
    options = json.loads(message.data or "{}").get("options") or ()
    return Spoken(
        sender=message.sender,
        text=veil(message.text),
        clock=words.clock(message.at, tz),
        options=tuple(words.one_line(str(option), 60) for option in options),
    )


def _told(entry: Entry, tz: tzinfo, veil: Veil) -> Told:
    clock = f"{entry.at.astimezone(tz):%d %b %H:%M:%S}"
    return Told(entry.kind, entry.text, veil(words.one_line(entry.detail, 240)), clock)


def _source(lead: Lead) -> tuple[tuple[str, str], ...]:
    source: Mapping[str, Any] = parsed(lead.source, {})
    named = [(label(TRACKED[n]), str(source[n])) for n in TRACKED if source.get(n)]
    others = [(label(name), str(v)) for name, v in source.items() if v and name not in TRACKED]
    channel = CHANNELS.get(lead.channel, lead.channel)
    lines = [("Channel", channel), *named, *others]
    return tuple((name, words.one_line(value, 300)) for name, value in lines)


def _about(lead: Lead, facts: AlertFacts, site: Site) -> tuple[tuple[str, str], ...]:
    home = " · ".join(
        part for part in (facts.listing_id, words.one_line(facts.listing_address, 80)) if part
    )
    lines = (
        ("Flow", facts.flow_title),
        ("Home", home),
        ("Market", f"{lead.market} · {facts.currency}" if lead.market else ""),
        ("Language", lead.lang),
        ("Owner", _name_of(site, lead.owner)),
        ("Not for us", lead.dq_reason.replace("_", " ")),
    )
    return tuple((name, value) for name, value in lines if value)


def _day(at: datetime, tz: tzinfo, name: str) -> str:
    """The day, and on whose clock the times of the page are."""
    there = at.astimezone(tz)
    city = name.rpartition("/")[2].replace("_", " ")
    return f"{there:%A} {there.day} {there:%B %Y}, {city} time"


def _stages(stage: str) -> tuple[tuple[str, bool], ...]:
    """The way of a lead with its place on it; the ends only where it came to one."""
    ends = ("won", "lost", "disqualified")
    way = [name for name in STAGES if name not in ends or name == stage]
    return tuple((_STAGE_WORDS.get(name, name), name == stage) for name in way)


def _outcomes(lead: Lead, me: str) -> tuple[tuple[str, str], ...]:
    mine = bool(lead.owner) and lead.owner == me
    return tuple((verb, OUTCOMES[verb]) for verb in NOTED) if mine else ()
