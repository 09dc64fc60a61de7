"""Column: a name, a type and a meaning, from which rows, CSV, Arrow, JSON Schema, SQLite and the docs page are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

import attrs

from conflictnews.output.codec import decimal_text
from conflictnews.output.tables.numbering import Numbering

__all__ = ["Column", "ColumnType", "Table", "as_float", "plain"]


class ColumnType(StrEnum):
    """The type of a column's values; each may also be missing (``None``).

    >>> from conflictnews import columns
    >>> [(column.name, column.type.value) for column in columns("events") if column.name in ("killed_low", "denied_by")]
    [('killed_low', 'integer'), ('denied_by', 'strings')]
    """

    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    """A ``float``; exact decimals are to be had as strings (``to_rows(..., numbers="exact")``)."""
    BOOLEAN = "boolean"
    DATE = "date"
    """A ``datetime.date``."""
    STRINGS = "strings"
    """A list of strings, empty where there are none."""

    @property
    def python(self) -> Any:  # noqa: ANN401 - a class, or list[str]
        """The Python type of a value, as data frames take it: ``list[str]`` for strings.

        >>> ColumnType.NUMBER.python
        <class 'float'>
        """
        return _PYTHON[self]


_PYTHON: dict[ColumnType, Any] = {
    ColumnType.STRING: str,
    ColumnType.INTEGER: int,
    ColumnType.NUMBER: float,
    ColumnType.BOOLEAN: bool,
    ColumnType.DATE: date,
    ColumnType.STRINGS: list[str],
}

Value = Callable[[Any, Numbering], Any]


@attrs.frozen
class Column:
    """One column of a table: its ``name``, the ``type`` of its values and its ``meaning`` in words.

    ``value`` is what it holds of an item. ``decimal`` says that the numbers are exact decimals before they are floats.

    >>> Column("length", ColumnType.INTEGER, "characters", lambda item, _: len(item.text)).exact.type.value
    'integer'
    """

    name: str
    type: ColumnType
    meaning: str
    value: Value = attrs.field(repr=False, eq=False)
    decimal: bool = False

    @property
    def exact(self) -> Column:
        """The same column with exact decimals as strings."""
        return attrs.evolve(self, type=ColumnType.STRING) if self.decimal else self


@attrs.frozen
class Table:
    """A layer as a table: what its rows are of, and its columns.

    ``items`` gives what the rows of an article are of; ``key`` are the columns that tell one row from all others;
    ``refers`` says which column is the key of which other table.
    """

    name: str
    meaning: str
    items: Callable[[Numbering], Iterable[Any]] = attrs.field(repr=False)
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str], ...] = ()


def as_float(value: object) -> object:
    """A decimal as the nearest float, None where none is near; anything else as it is.

    >>> as_float(Decimal("2.5")), as_float(Decimal("1e999")), as_float(3)
    (2.5, None, 3)
    """
    if not isinstance(value, Decimal):
        return value
    number = float(value)
    return number if abs(number) != float("inf") else None


def plain(column: Column, value: object) -> object:
    """A value as rows hold it: decimals as floats, or as strings where the column holds strings."""
    if not isinstance(value, Decimal):
        return value
    return decimal_text(value) if column.type is ColumnType.STRING else as_float(value)
