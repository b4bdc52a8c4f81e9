"""Values in the words of an alert: money, phone, time, codes, visitors' text on one line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta, tzinfo
from typing import Any

import phonenumbers

from bot.dialogue.shifts import DAYS
from bot.understanding.normalise import clean

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£"}
CRORE, LAKH = 10_000_000, 100_000
_BLANK_LETTERS = re.compile("[\u2800\u3164\u115f\u1160\uffa0]")  # letters that look like nothing
_MARKS = re.compile(
    r"([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]{2})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u20d0-\u20ff]+"
)
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_NUMBER = re.compile(r"(?:\d[\s().+/_-]{0,3}){5,}")
_ADDRESS = re.compile(r"\S+@\S+")

WORDS: dict[tuple[str, Any], str] = {
    ("timeline", "now"): "right away",
    ("timeline", "1_3m"): "1-3 months",
    ("timeline", "3_6m"): "3-6 months",
    ("timeline", "6_12m"): "6-12 months",
    ("timeline", "12m_plus"): "over a year",
    ("timeline", "browsing"): "just looking",
    ("financing", "cash"): "cash",
    ("financing", "preapproved"): "pre-approved",
    ("financing", "in_progress"): "lender in progress",
    ("financing", "needs_to_sell"): "must sell first",
    ("financing", "not_started"): "no lender yet",
    ("financing", "unsure"): "financing unsure",
    ("has_agent", "no"): "no agent",
    ("has_agent", "informal"): "talks to an agent, unsigned",
    ("has_agent", "signed"): "signed with an agent",
    ("appointment", "tour"): "wants tour",
    ("appointment", "video"): "wants video tour",
    ("appointment", "call"): "wants call",
    ("appointment", "visit"): "wants visit",
    ("appointment", "demo"): "wants demo",
    ("contact_pref", "phone"): "prefers call",
    ("contact_pref", "email"): "prefers e-mail",
    ("contact_pref", "text"): "prefers text",
}


def say(field: str, value: Any) -> str:
    """A field's value in a few words; an unknown code with its underscores as spaces."""
    if isinstance(value, (list, tuple)):
        return one_line(", ".join(say(field, part) for part in value), 40)
    known = WORDS.get((field, value)) if isinstance(value, str) else None
    return known or one_line(str(value).replace("_", " "), 40)


def one_line(text: str, cap: int) -> str:
    """A visitor's text as one honest line: nothing hidden, no break, no separator of ours, and
    right-to-left words isolated so that they cannot turn the numbers around them."""
    text = clean(_BLANK_LETTERS.sub(" ", text)).replace(" · ", ", ")
    text = shorten(_MARKS.sub(r"\1", text), cap)
    return f"\u2068{text}\u2069" if _RTL.search(text) else text


def shorten(text: str, cap: int) -> str:
    """At most ``cap`` characters, with an ellipsis where something is missing."""
    return text if len(text) <= cap else text[: cap - 1].rstrip() + "…"


def without_contact(text: str) -> str:
    """The text without numbers and addresses by which somebody could be reached."""
    return _ADDRESS.sub("…", _NUMBER.sub("…", text)).strip()


def phone(number: str) -> str:
    """``+17375550141`` as ``+1 737-555-0141``."""
    try:
        parsed = phonenumbers.parse(number, None)
    except phonenumbers.NumberParseException:
        return one_line(number, 24)
    shown: str = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return shown


def money(amount: float, currency: str, per: str = "") -> str:
    """``$465k``, ``€1.2M``, ``AED 1.2M``, ``₹85 L``; a rent in full: ``$2,500/month``."""
    sign = SYMBOLS.get(currency, "₹" if currency == "INR" else f"{currency} ")
    if per:
        return f"{sign}{amount:,.0f}/{per}"
    return sign + (_indian(amount) if currency == "INR" else _short(amount))


def span(low: float | None, high: float, currency: str, per: str = "") -> str:
    """``$400k-450k``; without a lower end ``≤$450k``, "at least" is ``≥$450k``."""
    top = money(high, currency, per)
    if low is None or low >= high:
        return f"≥{top}" if low == high else f"≤{top}"
    sign = len(top) - len(top.lstrip("$€£₹ ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
    return (
        f"{money(low, currency)}-{top[sign:]}"
        if not per
        else f"{top[:sign]}{low:,.0f}-{top[sign:]}"
    )


def _short(amount: float) -> str:
    """Thousands and millions with as few digits as are true."""
    if amount >= 1_000_000:
        return f"{amount / 1_000_000:.2f}".rstrip("0").rstrip(".") + "M"
    if amount >= 10_000:
        return f"{amount / 1000:.1f}".rstrip("0").rstrip(".") + "k"
    return f"{amount:,.0f}"


def _indian(amount: float) -> str:
    """Crore and lakh."""
    if amount >= CRORE:
        return f"{amount / CRORE:.2f}".rstrip("0").rstrip(".") + " Cr"
    if amount >= LAKH:
        return f"{amount / LAKH:.1f}".rstrip("0").rstrip(".") + " L"
    return f"{amount:,.0f}"


def clock(at: datetime, tz: tzinfo) -> str:
    """``14:07`` in a zone."""
    return f"{at.astimezone(tz):%H:%M}"


def when(iso: str, now: datetime, tz: tzinfo) -> str:
    """A local ISO time as ``Sat 11:00``, with its date where it is not within the coming week."""
    try:
        at = datetime.fromisoformat(iso)
    except ValueError:
        return one_line(iso, 20)
    at = at.replace(tzinfo=tz) if at.tzinfo is None else at.astimezone(tz)
    words = DAYS[at.weekday()]
    if not timedelta() <= at.date() - now.astimezone(tz).date() < timedelta(days=7):
        words += f" {at.day} {MONTHS[at.month - 1]}"
    has_time = "T" in iso or " " in iso
    return f"{words} {at:%H:%M}" if has_time else words


def lasted(seconds: float) -> str:
    """``34 s``, ``1 min 34 s``, ``2 h 10``, ``3 days``."""
    whole = max(0, int(seconds))
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s" if whole % 60 else f"{whole // 60} min"
    if whole < 48 * 3600:
        return f"{whole // 3600} h {whole % 3600 // 60:02}"
    return f"{whole // 86400} days"


def via(source: Mapping[str, Any], channel: str) -> str:
    """Where a lead came from: ``google/rr-3bed-mar``, the referring host, or the channel."""
    named = [str(source[key]) for key in ("utm_source", "utm_campaign") if source.get(key)]
    if named:
        return one_line("/".join(named), 36)
    host = re.match(r"https?://(?:www\.)?([^/:?#]+)", str(source.get("referrer") or ""))
    if host:
        return one_line(host[1], 36)
    return {"telegram": "Telegram", "web": "website"}.get(channel, channel)
