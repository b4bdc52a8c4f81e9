"""A visitor as a vCard, for an agent's own phone book."""

from __future__ import annotations

from datetime import UTC

from bot.leads import alert_text, words
from bot.leads.facts import AlertFacts

NAME = 60
LINE = 75  # octets of a line before it is folded


def first_name(facts: AlertFacts) -> str:
    """What stands on the card; Telegram wants a name."""
    return words.one_line(facts.name, NAME) or "Visitor"


def vcard(facts: AlertFacts, company: str, address: str = "") -> str:
    """A vCard 3.0, which every phone reads: name and wish, number, e-mail, why they matter.
    ``address`` is where the public reaches this server, "" where that is not known."""
    first, _, last = first_name(facts).partition(" ")
    wish = next(iter(alert_text.wish_parts(facts, alert_text.Room())), "")
    lines = [
        "BEGIN:VCARD",
        "VERSION:3.0",
        f"UID:lead-{_text(facts.lead_id)}",
        f"N:{_text(last)};{_text(first)};;;",
        f"FN:{_text(first_name(facts) + (f' ({wish})' if wish else ''))}",
        f"TEL;TYPE=CELL,VOICE:{_text(facts.phone)}",
        f"EMAIL;TYPE=INTERNET:{_text(facts.email)}" if facts.email else "",
        f"NOTE:{_text(_note(facts))}",
        f"CATEGORIES:{_text(company)},{facts.band.capitalize()}",
        f"URL:{address.rstrip('/')}/admin/leads/{_text(facts.lead_id)}" if address else "",
        f"REV:{facts.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        "END:VCARD",
    ]
    return "\r\n".join(_folded(line) for line in lines if line) + "\r\n"


def _note(facts: AlertFacts) -> str:
    home = words.one_line(facts.listing_address.split(",")[0], 60)
    known = (
        words.say(name, facts.fields[name])
        for name in ("financing", "has_agent")
        if facts.fields.get(name)
    )
    parts = [f"{facts.band.upper()} {facts.total}", home, *known]
    return " - ".join(part for part in parts if part)


def _text(value: str) -> str:
    """A value in which nothing can end its line or its field."""
    value = words.one_line(value, 300)
    for mark in ("\\", ",", ";"):
        value = value.replace(mark, "\\" + mark)
    return value


def _folded(line: str) -> str:
    """A long line in pieces, as the format asks, never within a character."""
    pieces, piece = [], ""
    for letter in line:
        if len((piece + letter).encode()) > LINE:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
