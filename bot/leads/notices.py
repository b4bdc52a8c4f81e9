"""The quieter messages: the digest of warm leads (A2) and the visitor who came back (A3)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.dialogue.shifts import DAYS
from bot.leads import words
from bot.leads.alert_text import BAND_SIGNS, Room, lines_of, marked, name_of, wish_parts
from bot.leads.facts import AlertFacts

DIGEST_ROWS = 10
ROW = 96  # characters of a digest's row
NEW_THINGS = 4


@dataclass(frozen=True, slots=True)
class Comeback:
    """A visitor's return: which visit it is, when the last one was, what became of the lead."""

    visit: int
    last_at: datetime
    before: int  # the score of then
    new: tuple[str, ...] = ()  # what is known or wanted since, in a few words each
    yours_since: datetime | None = None
    last_contact: datetime | None = None


def digest(
    leads: Sequence[AlertFacts], since: datetime, now: datetime, tz: tzinfo, *, html: bool = True
) -> str:
    """The warm leads since the last digest, the best first as given; one row each."""
    oldest = min((lead.at for lead in leads), default=now)
    waited = words.lasted((now - oldest).total_seconds())
    hot = sum(lead.band == "hot" for lead in leads)
    warm = f"🌤 {len(leads) - hot} warm since {words.clock(since, tz)}"
    parts = [warm] * (len(leads) > hot) + [f"🔥 {hot} hot that nobody answered"] * bool(hot)
    head = " · ".join((*parts, f"oldest {waited}"))
    rows = [_row(n, lead) for n, lead in enumerate(leads[:DIGEST_ROWS], 1)]
    more = len(leads) - len(rows)
    rest = f"and {more} more in the inbox" if more > 0 else ""
    return marked(lines_of(head, *rows, rest), html=html)


def burst(
    leads: Sequence[AlertFacts], since: datetime, _now: datetime, tz: tzinfo, *, html: bool = True
) -> str:
    """Hot leads that came too fast to ring one by one."""
    head = f"🔥 {len(leads)} more hot since {words.clock(since, tz)} · rung as one"
    rows = [_row(n, lead) for n, lead in enumerate(leads[:DIGEST_ROWS], 1)]
    more = len(leads) - len(rows)
    rest = f"and {more} more in the inbox" if more > 0 else ""
    return marked(lines_of(head, *rows, rest), html=html)


def returning(facts: AlertFacts, back: Comeback, now: datetime, *, html: bool = True) -> str:
    """The lead came back: what it was worth and is now, what is new, and whose it is."""
    sign = BAND_SIGNS.get(facts.band, "")
    visit = f"{_nth(back.visit)} visit, {_day(back.last_at, now, facts.tz)}"
    head = f"🔁 {name_of(facts, Room())} is back ({visit}) · {back.before} → {facts.total} {sign}"
    news = " · ".join(words.one_line(text, 40) for text in back.new[:NEW_THINGS])
    phone = f"📞 {words.phone(facts.phone)}" if facts.phone and not facts.hide_contact else ""
    return marked(
        lines_of(head.strip(), f"Now: {news}" if news else "", _yours(facts, back, now), phone),
        html=html,
    )


def _row(number: int, lead: AlertFacts) -> str:
    """``1 Greg Tally · buy Pflugerville ≤$425k · 3-6 months · lender in progress · 69``."""
    name = words.one_line(lead.name, 30) or words.one_line(lead.email, 40) or "a visitor"
    money = lead.fields.get("financing")
    parts = [f"{number} {name}", *wish_parts(lead, Room(place=24))]
    parts += [words.say("financing", money)] if money else []
    if lead.email and not lead.phone:
        parts.append("e-mail only")
    return words.shorten(" · ".join(parts), ROW) + f" · {lead.total}"


def _yours(facts: AlertFacts, back: Comeback, now: datetime) -> str:
    if back.yours_since is None:
        return ""
    since = DAYS[back.yours_since.astimezone(facts.tz).weekday()]
    contact = _day(back.last_contact, now, facts.tz) if back.last_contact else "none yet ⚠️"
    return f"Yours since {since} · last contact: {contact}"


def _day(at: datetime, now: datetime, tz: tzinfo) -> str:
    """``today 16:40``, ``yesterday 16:40``, ``Mon 16:40``, ``Mon 2 Mar``."""
    local, today = at.astimezone(tz), now.astimezone(tz).date()
    days = (today - local.date()).days
    if days >= timedelta(days=7).days:
        return f"{DAYS[local.weekday()]} {local.day} {words.MONTHS[local.month - 1]}"
    name = {0: "today", 1: "yesterday"}.get(days, DAYS[local.weekday()])
    return f"{name} {local:%H:%M}"


def _nth(number: int) -> str:
    """``1st``, ``2nd``, ``3rd``, ``11th``."""
    if number % 100 in {11, 12, 13}:
        return f"{number}th"
    return f"{number}{ {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th') }"
