"""Values as people write them: money, numbers, phones, days and times, by market and language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Final

import phonenumbers

from bot.dialogue.phrases.calendars import names_of

RIGHT_TO_LEFT: Final = frozenset({"ar"})
_SIGNS: Final[Mapping[str, str]] = {"USD": "$", "GBP": "£", "EUR": "€", "MXN": "$", "INR": "₹"}
_ARABIC_NAMES: Final[Mapping[str, str]] = {"AED": "درهم"}
_COMMA_LANGUAGES: Final = frozenset({"de", "es"})  # 380.000 and 1,5
_ISOLATED: Final = "\u2066{}\u2069"  # left to right inside right-to-left text
_POINT_COUNTRIES: Final = frozenset({"MX", "US"})  # but 380,000 in Spanish there


def number(value: float, lang: str = "en", country: str = "US") -> str:
    """A number with its thousands apart, the way the country and language write it."""
    whole = round(value, 2)
    text = f"{whole:,.0f}" if whole == int(whole) else f"{whole:,.2f}"
    if country == "IN" and lang == "en":
        return _lakh(text)
    if lang in _COMMA_LANGUAGES and country not in _POINT_COUNTRIES:
        return text.translate({ord(","): ".", ord("."): ","})
    return text


def money(value: float, currency: str, lang: str = "en", country: str = "US") -> str:
    """An amount with its currency: $425,000 · £285,000 · 380.000 € · AED 1,200,000."""
    amount = number(value, lang, country)
    if lang == "ar":
        name = _ARABIC_NAMES.get(currency)
        if name is not None:
            return f"{isolated(amount, lang)} {name}"
        return isolated(f"{amount} {_SIGNS.get(currency, currency)}", lang)
    sign = _SIGNS.get(currency)
    if sign is None:
        return f"{currency} {amount}"
    return f"{amount} {sign}" if sign == "€" and lang != "en" else f"{sign}{amount}"


def isolated(text: str, lang: str) -> str:
    """A number or phone as it is said: in right-to-left text it stays left to right."""
    return _ISOLATED.format(text) if lang in RIGHT_TO_LEFT else text


@lru_cache(maxsize=1024)
def phone(e164: str, country: str = "US") -> str:
    """A number as it is written in the market: at home without the country's code."""
    try:
        parsed = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    at_home = phonenumbers.country_code_for_region(country) == parsed.country_code
    if at_home and country == "US":
        digits = str(parsed.national_number)
        return f"{digits[:3]}-{digits[3:6]}-{digits[6:]}" if len(digits) == 10 else e164
    form = phonenumbers.PhoneNumberFormat
    return str(
        phonenumbers.format_number(parsed, form.NATIONAL if at_home else form.INTERNATIONAL)
    )


def day(value: date, lang: str = "en", country: str = "US") -> str:
    """A day: Saturday, March 14 in the US, Saturday 14 March elsewhere, sábado 14 de marzo."""
    return names_of(lang, country).day(value)


def clock(value: datetime, lang: str = "en", country: str = "US") -> str:
    """A time of day: 11:00 am in American English, 11:00 elsewhere."""
    if country == "US" and lang == "en":
        half = "am" if value.hour < 12 else "pm"
        return f"{value.hour % 12 or 12}:{value.minute:02} {half}"
    return f"{value.hour:02}:{value.minute:02}"


def moment(iso: str, lang: str = "en", country: str = "US") -> str:
    """A stored date in words, with its time where it has one; the text itself if it is none."""
    try:
        value = datetime.fromisoformat(iso)
    except ValueError:
        return iso
    names = names_of(lang, country)
    if "T" not in iso:
        return names.day(value)
    return names.at.format(day=names.day(value), time=clock(value, lang, country))


def short_moment(value: datetime, lang: str = "en", country: str = "US") -> str:
    """A free time on a button: Sat, Mar 14, 11:00 am or Sat 14 Mar, 11:00."""
    comma = "،" if lang == "ar" else ","
    short = names_of(lang, country).short_day(value)
    return f"{short}{comma} {clock(value, lang, country)}"


def _lakh(text: str) -> str:
    """12,345,678 as 1,23,45,678."""
    whole, _, cents = text.replace(",", "").partition(".")
    sign = "-" if whole.startswith("-") else ""
    whole = whole.lstrip("-")
    head, tail = whole[:-3], whole[-3:]
    groups = [head[max(0, end - 2) : end] for end in range(len(head), 0, -2)][::-1]
    joined = ",".join([*groups, tail])
    return sign + joined + (f".{cents}" if cents else "")
