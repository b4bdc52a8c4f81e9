"""Days and months in words, and how a date is put together, language by language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from bot.records import frozen


@frozen
class Names:
    """The words of one language; patterns take {weekday}, {day} and {month}."""

    weekdays: tuple[str, ...]  # from Monday
    months: tuple[str, ...]
    long: str
    at: str  # a {day} and a {time}
    short_weekdays: tuple[str, ...]
    short_months: tuple[str, ...]
    short: str

    def day(self, value: date) -> str:
        """A day in full."""
        return self.long.format(
            weekday=self.weekdays[value.weekday()],
            day=value.day,
            month=self.months[value.month - 1],
        )

    def short_day(self, value: date) -> str:
        """A day as it fits on a button."""
        return self.short.format(
            weekday=self.short_weekdays[value.weekday()],
            day=value.day,
            month=self.short_months[value.month - 1],
        )


def _cut(names: str, length: int) -> tuple[str, ...]:
    return tuple(name[:length] for name in names.split())


_EN_DAYS: Final = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_EN_MONTHS: Final = (
    "January February March April May June July August September October November December"
)
_ES_DAYS: Final = "lunes martes miércoles jueves viernes sábado domingo"
_ES_MONTHS: Final = (
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre"
)
_DE_DAYS: Final = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag"
_DE_MONTHS: Final = (
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember"
)
_AR_DAYS: Final = "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد"
_AR_MONTHS: Final = "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"

AMERICAN: Final = Names(
    weekdays=tuple(_EN_DAYS.split()),
    months=tuple(_EN_MONTHS.split()),
    long="{weekday}, {month} {day}",
    at="{day} at {time}",
    short_weekdays=_cut(_EN_DAYS, 3),
    short_months=_cut(_EN_MONTHS, 3),
    short="{weekday}, {month} {day}",
)
BRITISH: Final = Names(
    weekdays=AMERICAN.weekdays,
    months=AMERICAN.months,
    long="{weekday} {day} {month}",
    at="{day} at {time}",
    short_weekdays=AMERICAN.short_weekdays,
    short_months=AMERICAN.short_months,
    short="{weekday} {day} {month}",
)
OTHERS: Final[Mapping[str, Names]] = {
    "es": Names(
        weekdays=tuple(_ES_DAYS.split()),
        months=tuple(_ES_MONTHS.split()),
        long="{weekday} {day} de {month}",
        at="{day} a las {time}",
        short_weekdays=_cut(_ES_DAYS, 3),
        short_months=_cut(_ES_MONTHS, 3),
        short="{weekday} {day} {month}",
    ),
    "de": Names(
        weekdays=tuple(_DE_DAYS.split()),
        months=tuple(_DE_MONTHS.split()),
        long="{weekday}, {day}. {month}",
        at="{day} um {time} Uhr",
        short_weekdays=_cut(_DE_DAYS, 2),
        short_months=_cut(_DE_MONTHS, 3),
        short="{weekday}, {day}. {month}",
    ),
    "ar": Names(
        weekdays=tuple(_AR_DAYS.split()),
        months=tuple(_AR_MONTHS.split()),
        long="{weekday} {day} {month}",
        at="{day} الساعة {time}",
        short_weekdays=tuple(_AR_DAYS.split()),
        short_months=tuple(_AR_MONTHS.split()),
        short="{weekday} {day} {month}",
    ),
}


def names_of(lang: str, country: str) -> Names:
    """The names of a language; English as the country writes it."""
    return OTHERS.get(lang[:2]) or (AMERICAN if country == "US" else BRITISH)
