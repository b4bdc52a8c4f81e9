"""What agents read. Pure: facts in, text out; one glance, two lines that matter, 320 characters.

Every line is put together as plain text from parts on one line each and escaped as a whole at the
end, so no visitor's words can open a tag or begin a line.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from html import escape

from bot.leads import words
from bot.leads.asked import question
from bot.leads.facts import RENT_FLOWS, AlertFacts
from bot.leads.hours import day_and_time

LIMIT = 320
MAX_REASONS = 4
SPOKEN = frozenset({"interest"})  # codes, to be said in words
PLACES = ("area", "address", "company", "interest")  # where, or for whom, or in what
BAND_SIGNS = {"hot": "🔥", "warm": "🌤", "cold": "❄️", "disqualified": "⛔"}
HOME_FLOWS = frozenset({"listing", "open_house"})
VERBS = {"buyer": "buy", "renter": "rent", "investor": "invest", "seller": "sell"}
VISITS = {"tour": "tour", "video": "video tour", "visit": "visit", "demo": "demo", "call": "call"}
REPEAT = "↻ sent again after a broken connection"


@dataclass(frozen=True, slots=True)
class Room:
    """How much each part may take; tried from roomy to tight until the text fits."""

    name: int = 40
    place: int = 34
    home: int = 6
    reasons: int = MAX_REASONS
    asked: int = 80


ROOMS = (
    Room(),
    Room(asked=48),
    Room(asked=30, home=5),
    Room(asked=30, home=4, reasons=3),
    Room(asked=30, home=4, reasons=3, name=28),
    Room(asked=30, home=3, reasons=2, name=28),
    Room(asked=0, home=3, reasons=2, name=28),
    Room(asked=0, home=1, reasons=1, name=24, place=24),
    Room(asked=0, home=0, reasons=0, name=12, place=8),
)


def hot_alert(facts: AlertFacts, *, html: bool = True, repeat: bool = False) -> str:
    """The alert A1. ``repeat`` marks a copy that may have arrived before."""
    return _fitting(facts, REPEAT if repeat else "", html=html)


def claimed_for_winner(
    facts: AlertFacts, agent: str, claimed_at: datetime, *, html: bool = True
) -> str:
    """The alert after a claim for who has it: who and when, then everything as before."""
    line = _claimed(facts, agent, claimed_at)
    shown = hot_alert(with_contact(facts), html=False)
    return marked(f"{line}\n{shown}", html=html)


def claimed_for_others(
    facts: AlertFacts, agent: str, claimed_at: datetime, *, html: bool = True
) -> str:
    """The alert after a claim for everybody else: one line, nothing to reach the visitor by."""
    return marked(_claimed(facts, agent, claimed_at), html=html)


def given_to(facts: AlertFacts, by: str, at: datetime, *, html: bool = True) -> str:
    """The alert for who was handed a lead by a colleague."""
    name = words.one_line(by, 40)
    line = f"🔁 {name} handed you {name_of(facts, Room())} at {words.clock(at, facts.tz)}"
    shown = hot_alert(with_contact(facts), html=False)
    return marked(f"{line}\n{shown}", html=html)


def escalation(
    facts: AlertFacts, waited: timedelta, *, passed: int = 0, seen: int = 0, html: bool = True
) -> str:
    """The alert A4 for the next one: how long it waited, who it is, how to call."""
    seconds = int(waited.total_seconds())
    minutes = f"{seconds // 60} min" if seconds >= 120 else f"{seconds} s"
    counts = [f"passed by {passed}"] if passed else []
    if seen:
        counts.append(f"seen by {seen}")
    room = Room(home=0, reasons=0, asked=0)
    parts = [f"⏫ Unclaimed {minutes}: {_who(facts, room)}", *wish_parts(facts, room)]
    if counts:
        parts.append(", ".join(counts))
    return marked(lines_of(" · ".join(parts), contact_line(facts)), html=html)


def withdrawn(facts: AlertFacts, *, html: bool = True) -> str:
    """The alert of a visitor whom nobody may or need contact any more: one line, no number."""
    name = words.without_contact(name_of(facts, Room())) or "a visitor"
    return marked(f"⛔ {name} is no longer a lead · please do not contact", html=html)


def contact_line(facts: AlertFacts) -> str:
    """Line 2: the number and how this person wants to be reached."""
    if facts.no_contact:
        return "⛔ asked for no contact: answer in the chat only"
    if facts.hide_contact:
        return "📞 shown after the claim"
    pref = (
        words.say("contact_pref", facts.fields["contact_pref"])
        if facts.fields.get("contact_pref")
        else ""
    )
    if facts.phone:
        wants_call = facts.call_now or facts.fields.get("appointment") == "call"
        pref = pref or ("prefers call" if wants_call else "")
        return f"📞 {words.phone(facts.phone)}  ({' · '.join(p for p in ('call ok', pref) if p)})"
    if facts.email:
        return f"✉️ {words.one_line(facts.email, 48)}  (e-mail only)"
    return "💬 Telegram chat" if facts.channel == "telegram" else "📵 no number, no e-mail yet"


def copy_text(facts: AlertFacts) -> str:
    """What the Copy button puts on the agent's clipboard; "" where there is nothing to copy."""
    return "" if facts.hide_contact else facts.phone or facts.email


def wish(facts: AlertFacts) -> str:
    """What is wanted, where and when: line 1 without score and name."""
    return " · ".join(wish_parts(facts, Room()))


def news(facts: AlertFacts) -> tuple[str, ...]:
    """What matters now, in a few words each: how it is paid, what is wanted, and when."""
    money = facts.fields.get("financing")
    parts = [words.say("financing", money)] if money else []
    return (*parts, *wish_parts(facts, Room(place=24)))


def subject(facts: AlertFacts, *, html: bool = False) -> str:
    """Line 1 alone: score, name, wish and time. For lists and the terminal."""
    return marked(_first_line(facts, Room()), html=html)


def _fitting(facts: AlertFacts, tail: str, *, html: bool) -> str:
    """The roomiest text within the limit, measured as it will be sent."""
    texts = (lines_of(*_body(facts, room), tail) for room in ROOMS)
    short = next((text for text in texts if _size(text) <= LIMIT), None)
    return marked(short or _cut_down(facts), html=html)


def _cut_down(facts: AlertFacts) -> str:
    """The lines that matter, each cut, for a visitor who tried to fill the screen."""
    lines = _body(facts, ROOMS[-1])
    return lines_of(*(_cut(line, LIMIT // 3 - 2) for line in (lines[0], lines[1], lines[-1])))


def _cut(line: str, cap: int) -> str:
    while _size(line) > cap:
        line = line[:-2].rstrip() + "…"
    return line


def _size(text: str) -> int:
    return len(marked(text, html=True))


def _body(facts: AlertFacts, room: Room) -> tuple[str, ...]:
    """The six lines of an alert; an empty one is left out."""
    return (
        _first_line(facts, room),
        contact_line(facts),
        _home(facts, room),
        _why(facts, room),
        _asked(facts, room),
        _clock(facts),
    )


def _first_line(facts: AlertFacts, room: Room) -> str:
    return " · ".join((_who(facts, room, dot=True), *wish_parts(facts, room)))


def _who(facts: AlertFacts, room: Room, *, dot: bool = False) -> str:
    sign = BAND_SIGNS.get(facts.band, "")
    return f"{sign} {facts.total}{' ·' if dot else ''} {name_of(facts, room)}".strip()


def name_of(facts: AlertFacts, room: Room) -> str:
    """The visitor's name, as far as there is room."""
    return words.one_line(facts.name, room.name) or "a visitor"


def wish_parts(facts: AlertFacts, room: Room) -> tuple[str, ...]:
    """What is wanted, where, and when."""
    parts = ["call now"] if facts.call_now else []
    visit = _visit(facts)
    if facts.flow in HOME_FLOWS:
        home = words.one_line(facts.listing_id or facts.listing_address, room.place)
        parts += [visit or "asks about a home", home]
    else:
        parts += [
            _want(facts, room),
            visit if facts.fields.get("viewing_at") else _timeline(facts),
        ]
    return tuple(part for part in parts if part)


def _visit(facts: AlertFacts) -> str:
    """``tour Sat 11:00``; ``wants tour`` while no time is set."""
    kind = VISITS.get(str(facts.fields.get("appointment") or ""), "")
    at = facts.fields.get("viewing_at")
    if at:
        return f"{kind or 'tour'} {words.when(str(at), facts.at, facts.tz)}"
    return f"wants {kind}" if kind else ""


def _want(facts: AlertFacts, room: Room) -> str:
    """``buy Round Rock $400k-450k``."""
    verb = VERBS.get(facts.flow) or facts.flow_title
    name = next((name for name in PLACES if facts.fields.get(name)), "")
    place = words.say(name, facts.fields[name]) if name in SPOKEN else facts.fields.get(name, "")
    parts = (verb, words.one_line(str(place), room.place), _budget(facts))
    return " ".join(part for part in parts if part)


def _budget(facts: AlertFacts) -> str:
    high, low = facts.fields.get("budget_max"), facts.fields.get("budget_min")
    if not isinstance(high, (int, float)):
        return ""
    per = str(facts.fields.get("budget_period") or "month") if facts.flow in RENT_FLOWS else ""
    return words.span(low if isinstance(low, (int, float)) else None, high, facts.currency, per)


def _timeline(facts: AlertFacts) -> str:
    code = facts.fields.get("timeline")
    return words.say("timeline", code) if code else ""


def _home(facts: AlertFacts, room: Room) -> str:
    """Line 3: the home or what it must have, and how ready this person is."""
    said = wish_parts(facts, room)
    listing = [words.one_line(facts.listing_address.split(",")[0], room.place)]
    if facts.listing_price:
        listing.append(words.money(facts.listing_price, facts.currency))
    known = [
        words.say(name, facts.fields[name])
        for name in ("timeline", "financing", "has_agent")
        if facts.fields.get(name)
    ]
    parts = [p for p in (*listing, _beds(facts), *known[:3], _visit(facts)) if p and p not in said]
    kept = parts[: room.home]
    return "🏠 " + " · ".join(kept) if kept else ""


def _beds(facts: AlertFacts) -> str:
    noun = "rooms" if "rooms_min" in facts.fields else "beds"  # rooms, where rooms are counted
    beds = facts.fields.get("beds_min", facts.fields.get("rooms_min"))
    if not isinstance(beds, (int, float)) or isinstance(beds, bool):
        return ""
    return f"{beds:g}+ {noun}" if beds else "studio"


def _why(facts: AlertFacts, room: Room) -> str:
    """At most four reasons, the weightiest first."""
    best = sorted((r for r in facts.reasons if r.points > 0), key=lambda r: -r.points)
    kept = [f"{words.one_line(r.text, 34)} +{r.points}" for r in best[: room.reasons]]
    label = "Why hot" if facts.band == "hot" else "Why"
    return f"{label}: " + " · ".join(kept) if kept else ""


def _asked(facts: AlertFacts, room: Room) -> str:
    if not facts.asked or not room.asked:
        return ""
    return (
        f'Asked: "{words.one_line(question(facts.asked), room.asked).replace(chr(34), chr(39))}"'
    )


def _clock(facts: AlertFacts) -> str:
    """When it became hot, until when to answer, or from when, and where it came from."""
    at, via = words.clock(facts.at, facts.tz), words.via(facts.source, facts.channel)
    here = facts.at.astimezone(facts.tz)
    if facts.opens is not None:
        first = day_and_time(facts.opens.astimezone(facts.tz), here)
        return f"🌙 {at} · call from {first} · via {via}"
    until = facts.at + timedelta(minutes=facts.answer_minutes)
    parts = [f"⏱ {at}", f"answer by {words.clock(until, facts.tz)}"]
    decent = here if facts.call_now else facts.hours.opens(here)
    if decent > here:
        parts.append(f"calls from {day_and_time(decent, here)}")
    return " · ".join((*parts, f"via {via}"))


def _claimed(facts: AlertFacts, agent: str, claimed_at: datetime) -> str:
    name = words.without_contact(name_of(facts, Room())) or "a visitor"
    took = words.lasted((claimed_at - facts.at).total_seconds())
    at = words.clock(claimed_at, facts.tz)
    return f"✅ {words.one_line(agent, 40)} took {name} at {at} ({took})"


def with_contact(facts: AlertFacts) -> AlertFacts:
    """The facts for somebody who may see the number."""
    return replace(facts, hide_contact=False)


def lines_of(*lines: str) -> str:
    """The lines that hold something, one below the other."""
    return "\n".join(line for line in lines if line)


def marked(text: str, *, html: bool) -> str:
    """The whole text escaped for Telegram's HTML, or as it is."""
    return escape(text, quote=False) if html else text
