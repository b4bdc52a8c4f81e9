"""Between rows and columns: times are whole microseconds since 1970, the rest is as it is."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

RowT = TypeVar("RowT", bound="DataclassInstance")

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


def micros(at: datetime) -> int:
    """An aware datetime as a column value."""
    return (at - EPOCH) // _MICROSECOND


def maybe_micros(at: datetime | None) -> int | None:
    """The same for a time that may be missing."""
    return None if at is None else (at - EPOCH) // _MICROSECOND


def moment(value: int) -> datetime:
    """A column value as an aware datetime in UTC."""
    return EPOCH + timedelta(microseconds=value)


def reader(row: type[RowT], **columns: str) -> tuple[str, Callable[[Sequence[Any]], RowT]]:
    """The select list of a row class, and what builds the row from a fetched record.

    ``columns`` maps a field to the SQL that yields it; the others are columns of their own name.
    """
    names = [field.name for field in fields(row)]
    times = [n for n, field in enumerate(fields(row)) if "datetime" in str(field.type)]
    flags = [n for n, field in enumerate(fields(row)) if field.type == "bool"]

    def build(record: Sequence[Any]) -> RowT:
        values = list(record)
        for n in times:
            if values[n] is not None:
                values[n] = moment(values[n])
        for n in flags:
            values[n] = bool(values[n])
        return row(*values)

    return ", ".join(columns.get(name, name) for name in names), build
