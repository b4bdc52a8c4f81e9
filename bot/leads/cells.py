"""Cells of a CSV file that no spreadsheet takes for a formula.

The rule: a text in which a formula begins, at its start or after anything that some spreadsheet
splits cells at, gets an apostrophe in front. Every other text is written as it is. A phone number
of ours (E.164) cannot be a formula and is written bare.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

BOM = "\ufeff"
_SIGNS = "=+\\-@\uff1d\uff0b\uff0d\uff20"  # and the same at full width
_FORMULA = re.compile(
    rf"(?:^|[;\t\r\n|]|,(?=[\"{_SIGNS}]))(?:[\s\"']|%0[ad]|%09)*+[{_SIGNS}]"
    r"|^[\t\r\n]",
    re.IGNORECASE,
)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_E164 = re.compile(r"\+[1-9][0-9]{4,14}")


def text(value: str) -> str:
    """A visitor's or an office's words as a cell."""
    value = _UNPRINTABLE.sub("", value)
    return f"'{value}" if _FORMULA.search(value) else value


def phone(value: str) -> str:
    """A number in E.164 as a cell."""
    return value if _E164.fullmatch(value) else text(value)


def line(cells: Iterable[str]) -> str:
    """One record by RFC 4180, with its line end."""
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
