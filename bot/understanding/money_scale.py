"""What a figure is worth in a market: "425" in a sale is 425,000, "80" in Mumbai 80 lakh.

A bare figure is scaled by the question's unit. Where two scales are as likely ("2" in Austin may
be two million, or the second button), both are given back and the visitor is asked.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Final, NamedTuple

from bot.understanding.money_marks import MONEY, Mark
from bot.understanding.numerals import MILLION, ONE, THOUSAND
from bot.understanding.types import Surroundings

SALE: Final = "sale"
RENT: Final = "rent"
LAKH: Final = Decimal(100_000)
CRORE: Final = Decimal(10_000_000)

# (below this figure, the scales a bare figure may have there, is there no doubt)
_BARE_SALE: Final[dict[str, tuple[tuple[int, tuple[Decimal, ...], bool], ...]]] = {
    "INR": ((10, (CRORE,), False), (1000, (LAKH,), False), (5000, (LAKH, THOUSAND), False)),
    "MXN": ((100, (MILLION,), False), (5000, (THOUSAND,), True)),
    "AED": ((10, (MILLION,), False), (100, (MILLION, THOUSAND), False), (5000, (THOUSAND,), True)),
    "": (
        (10, (MILLION, THOUSAND), False),
        (100, (THOUSAND,), False),
        (1500, (THOUSAND,), True),
        (5000, (THOUSAND,), False),
    ),
}
_LOWEST: Final = {  # below it a price or a month's rent is not believed without asking
    SALE: {"INR": 300_000, "MXN": 100_000, "AED": 50_000, "": 5_000},
    RENT: {"INR": 1_000, "MXN": 1_000, "AED": 500, "": 100},
}
_HIGHEST: Final = {  # above it a figure is only believed when it was said as money
    SALE: {"INR": 2_000_000_000, "MXN": 500_000_000, "AED": 300_000_000, "": 60_000_000},
    RENT: {"INR": 5_000_000, "MXN": 500_000, "AED": 900_000, "": 60_000},
}


_HUNDREDS: Final = frozenset(Decimal(hundreds * 100) for hundreds in range(2, 10))
_THOUSANDS_OF_RENT: Final = {"MXN": 4}  # from here on, "15" is 15,000


class Worth(NamedTuple):
    """The values a figure can have, the likeliest first; one of them needs no question."""

    values: tuple[Decimal, ...]
    sure: bool = True

    @property
    def value(self) -> Decimal:
        """The likeliest."""
        return self.values[0]

    @property
    def clear(self) -> bool:
        """Is there one reading only?"""
        return len(self.values) == 1


def worth(mark: Mark, unit: str, around: Surroundings) -> Worth:
    """What one amount is worth; no values at all if it cannot be money of this kind."""
    if unit not in (SALE, RENT):
        return _unscaled(mark)
    found = _candidates(mark, unit, around)
    if len(found.values) > 1 and _is_asked(mark, unit, around):
        return found
    believed = tuple(value for value in found.values if believable(value, unit, around))
    if len(found.values) > 1 and believed:
        return Worth(believed, sure=found.sure and len(believed) == len(found.values))
    return Worth(()) if _too_much(mark, found.value, unit, around) else found


def _is_asked(mark: Mark, unit: str, around: Surroundings) -> bool:
    """ "2" may be a button's number, a rent is never scaled, and 2 thousand is no price."""
    if mark.amount.scale == ONE:
        return unit == RENT or mark.value < 10 or (mark.amount.other or 10) < 10
    return (
        unit == SALE and mark.value < _limit(_LOWEST, SALE, around) and mark.amount.other is None
    )


def believable(value: Decimal, unit: str, around: Surroundings) -> bool:
    """Does the office see such figures? Nothing at all (0) is an answer too."""
    if unit not in (SALE, RENT) or value == 0:
        return True
    return _limit(_LOWEST, unit, around) <= value <= _limit(_HIGHEST, unit, around)


def pair(low: Mark, high: Mark, unit: str, around: Surroundings) -> tuple[Worth, Worth]:
    """What both ends of a range are worth: "350-400k", "1.2-1.4", "800-1.2m", "300 to 350"."""
    if unit in (SALE, RENT) or high.amount.words:
        low = _in_hundreds(low, high)
    if low.amount.scale == ONE and high.amount.scale > ONE:
        return _lent(low, high, unit, around), worth(high, unit, around)
    if high.amount.scale == ONE and low.amount.scale > ONE and unit != RENT:
        return worth(low, unit, around), _borrowed(high, low, unit, around)
    first, second = worth(low, unit, around), worth(high, unit, around)
    if unit != SALE or low.amount.scale > ONE:
        return first, second
    return _one_scale(low, high, first, second, around)


def _in_hundreds(low: Mark, high: Mark) -> Mark:
    """ "three to four hundred", "5-600": the hundred is said once."""
    said_once = low.amount.scale == high.amount.scale == ONE and not low.amount.decimals
    if not said_once or not (0 < low.value < 10 and high.value in _HUNDREDS):
        return low
    hundreds = low.value * 100
    if hundreds >= high.value:
        return low
    amount = low.amount._replace(value=hundreds, mantissa=hundreds)
    return low._replace(amount=amount)


def _unscaled(mark: Mark) -> Worth:
    other = mark.amount.other
    if other is None or (mark.currency == "EUR" and mark.amount.scale == ONE):
        return Worth((mark.value,))
    return Worth((mark.value, other))


def _candidates(mark: Mark, unit: str, around: Surroundings) -> Worth:
    if mark.amount.scale >= THOUSAND:
        return _with_scale_word(mark, unit, around)
    if mark.amount.other is not None and mark.currency != "EUR":
        scaled = mark.value * THOUSAND if unit == SALE else mark.amount.other
        return Worth((mark.value, scaled), sure=False)
    if unit == RENT:
        lowest = _limit(_LOWEST, RENT, around)
        small = 0 < mark.value < lowest
        if _THOUSANDS_OF_RENT.get(around.currency, 0) <= mark.value < min(lowest, 500) and (
            around.currency in _THOUSANDS_OF_RENT
        ):
            return Worth((mark.value * THOUSAND,), sure=False)  # "15" in Mexico
        return Worth((mark.value, mark.value * THOUSAND), sure=False) if small else _plain(mark)
    return _scaled_for_sale(mark, around)


def _plain(mark: Mark) -> Worth:
    return Worth((mark.value,))


def _with_scale_word(mark: Mark, unit: str, around: Surroundings) -> Worth:
    if mark.amount.other is not None:
        return Worth((mark.value, mark.amount.other))
    if mark.amount.scale == MILLION and mark.amount.mantissa >= 100 and not mark.amount.words:
        return Worth((mark.value, mark.amount.mantissa * THOUSAND), sure=False)  # "400m" for mille
    if unit == SALE and 0 < mark.value < _limit(_LOWEST, SALE, around):
        if mark.amount.scale == THOUSAND:
            return Worth((mark.value, mark.value * THOUSAND), sure=False)  # "2 mil"
        return Worth((mark.value,), sure=False)
    return _plain(mark)


def _scaled_for_sale(mark: Mark, around: Surroundings) -> Worth:
    value = mark.value
    if value == 0:
        return _plain(mark)
    for below, scales, sure in _BARE_SALE.get(around.currency, _BARE_SALE[""]):
        if value < below:
            likely = scales[:1] if mark.amount.decimals else scales  # "1.2" is nobody's 1,200
            return _in_reach(tuple(value * scale for scale in likely), sure, around)
    too_small = around.min_price is not None and value * 10 < Decimal(around.min_price)
    return Worth((value,), sure=not too_small)


def _in_reach(values: tuple[Decimal, ...], sure: bool, around: Surroundings) -> Worth:
    """12 in Mumbai: far too little in lakh, so it may as well be crore."""
    few_lakh = around.currency == "INR" and around.min_price and values[0] < around.min_price / 2
    if few_lakh and len(values) == 1:
        return Worth((values[0], values[0] * 100), sure=False)
    return Worth(values, sure)


def _lent(low: Mark, high: Mark, unit: str, around: Surroundings) -> Worth:
    """The lower end takes the scale of the upper one, or a smaller one if that is too much."""
    if low.amount.other is not None or low.amount.grouped:
        return worth(low, unit, around)
    scale = high.amount.scale
    if low.value < 10 <= high.amount.mantissa and high.amount.mantissa % 100 == 0:
        return Worth((low.value * 100 * scale,))  # "3-400k"
    scales = [scale, LAKH, THOUSAND, ONE] if around.currency == "INR" else [scale, THOUSAND, ONE]
    fitting = [each for each in scales if low.value * each <= high.value]
    if low.value * scale < 5 * high.value:
        fitting = [scale]  # "400-350k": the other way round
    if not fitting:
        return worth(low, unit, around)
    value = low.value * fitting[0]
    if unit == SALE and not believable(value, unit, around):
        return Worth(())  # "400-50k"
    return Worth((value,))


def _borrowed(high: Mark, low: Mark, unit: str, around: Surroundings) -> Worth:
    """ "400k-450", "900k to 1.1", "90L to 1.1": the upper end is told by the lower one."""
    if high.amount.other is not None or high.amount.grouped or high.value > 5000:
        return worth(high, unit, around)
    scales = (low.amount.scale, THOUSAND, LAKH, MILLION, CRORE)
    local = [each for each in scales if around.currency == "INR" or each not in (LAKH, CRORE)]
    above = [high.value * each for each in local if high.value * each >= low.value]
    likely = [value for value in above if believable(value, unit, around)]
    if likely:
        return Worth((likely[0],))
    return Worth((high.value * low.amount.scale,)) if unit not in (SALE, RENT) else Worth(())


def _one_scale(
    low: Mark, high: Mark, first: Worth, second: Worth, around: Surroundings
) -> tuple[Worth, Worth]:
    """Both ends bare: one scale for both, unless the first figure is the greater ("900-1.1")."""
    if not first.values or not second.values or low.value > high.value or low.value == 0:
        return first, second
    ways, others = _scales(low, first), _scales(high, second)
    scales = ways & others or {
        scale
        for scale in ways | others
        if believable(low.value * scale, SALE, around)
        and believable(high.value * scale, SALE, around)
    }
    if not scales:
        return first, second
    sure = first.sure and second.sure
    return _times(low, scales, sure=sure), _times(high, scales, sure=sure)


def _times(mark: Mark, scales: set[Decimal], *, sure: bool) -> Worth:
    return Worth(tuple(mark.value * scale for scale in sorted(scales)), sure)


def _scales(mark: Mark, found: Worth) -> set[Decimal]:
    return {value / mark.value for value in found.values}


def _too_much(mark: Mark, value: Decimal, unit: str, around: Surroundings) -> bool:
    return value > _limit(_HIGHEST, unit, around) * (10 if mark.role == MONEY else 2)


def _limit(table: dict[str, dict[str, int]], unit: str, around: Surroundings) -> int:
    return table[unit].get(around.currency, table[unit][""])
