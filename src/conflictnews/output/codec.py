"""Codecs: how one kind of value is written to plain data, read back with a path to what is wrong, and described.

Each type's JSON is one table of codecs, so that the writer, the reader and the JSON Schema can't drift apart.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Any, Protocol

import attrs

from conflictnews.errors import SchemaError
from conflictnews.types import Span

__all__ = [
    "BOOL",
    "DATE",
    "DECIMAL",
    "LATITUDE",
    "LONGITUDE",
    "PRECISION",
    "SPAN",
    "SPANS",
    "STRING",
    "SURFACE",
    "UNIT_INTERVAL",
    "Codec",
    "Context",
    "Each",
    "Optional",
    "Vocabulary",
    "check_object",
    "decimal_text",
    "shown_number",
    "type_name",
]

Schema = dict[str, Any]

_DECIMAL = re.compile(r"-?[0-9]++(?:\.[0-9]++)?(?:E[+-]?[0-9]{1,9}+)?")
_PLAIN_EXPONENT = 40
_SHOWN = 10**100


@attrs.define
class Context:
    """What the codecs of one document share: its text (None in a comparison) and its lists, by name."""

    text: str | None
    lists: dict[str, tuple[Any, ...]] = attrs.field(factory=dict)
    _positions: dict[str, dict[int, int]] = attrs.field(factory=dict)
    _equals: dict[str, dict[Any, int]] = attrs.field(factory=dict)

    def position(self, name: str, item: Any) -> int | None:  # noqa: ANN401 - an item of any list
        """Where ``item`` stands in a list: the very object, else the first that equals it, else None."""
        if name not in self._positions:
            items = self.lists.get(name, ())
            self._positions[name] = {id(items[i]): i for i in reversed(range(len(items)))}
        position = self._positions[name].get(id(item))
        if position is not None:
            return position
        if name not in self._equals:
            items = self.lists.get(name, ())
            self._equals[name] = {items[i]: i for i in reversed(range(len(items)))}
        return self._equals[name].get(item)


class Codec(Protocol):
    """One kind of value. ``plain``: what is written is the value itself."""

    plain: bool

    @property
    def schema(self) -> Schema:
        """Its JSON Schema."""
        ...

    def write(self, value: Any, context: Context, /) -> Any:  # noqa: ANN401 - codecs meet every type
        """Plain data."""
        ...

    def read(self, data: Any, path: str, context: Context, /) -> Any:  # noqa: ANN401
        """The value; ``SchemaError`` with the path where the data is none."""
        ...


def type_name(data: object) -> str:
    """What JSON calls the type of ``data``."""
    names = {dict: "an object", list: "an array", str: "a string", bool: "a boolean", type(None): "null"}
    return names.get(type(data), "a number" if isinstance(data, int | float) else type(data).__name__)


def shown_number(number: float) -> str:
    """A number as a message shows it; one of hundreds of digits is none that anybody wants to see.

    >>> shown_number(0.5), shown_number(10**400)
    ('0.5', 'a number of hundreds of digits')
    """
    endless = isinstance(number, int) and abs(number) > _SHOWN
    return "a number of hundreds of digits" if endless else str(number)


def _shown_pair(start: int, end: int) -> str:
    return f"[{shown_number(start)}, {shown_number(end)}]"


def check_object(data: object, path: str, required: Iterable[str], allowed: Iterable[str] | None) -> dict[str, Any]:
    """``data`` as a dict that has the required keys and, unless ``allowed`` is None, no others than the allowed."""
    if not isinstance(data, dict):
        raise SchemaError(path, f"must be an object, not {type_name(data)}")
    for key in required:
        if key not in data:
            raise SchemaError(f"{path}.{key}", "is missing")
    if allowed is not None and len(unknown := data.keys() - set(allowed)):
        raise SchemaError(f"{path}.{min(unknown, key=str)}", "is no field that this schema knows")
    return data


def decimal_text(value: Decimal) -> str:
    """A decimal in plain digits, with an exponent only where there would be a great many zeros."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and abs(exponent) <= _PLAIN_EXPONENT:
        return format(value, "f")
    return str(value)


class _String:
    plain = True
    schema: Schema = {"type": "string"}  # noqa: RUF012 - read only

    def write(self, value: str, _: Context, /) -> str:
        return value

    def read(self, data: Any, path: str, _: Context, /) -> str:  # noqa: ANN401
        if not isinstance(data, str):
            raise SchemaError(path, f"must be a string, not {type_name(data)}")
        return data


class _Bool:
    plain = True
    schema: Schema = {"type": "boolean"}  # noqa: RUF012 - read only

    def write(self, value: bool, _: Context, /) -> bool:
        return value

    def read(self, data: Any, path: str, _: Context, /) -> bool:  # noqa: ANN401
        if not isinstance(data, bool):
            raise SchemaError(path, f"must be true or false, not {type_name(data)}")
        return data


class _Number:
    plain = True

    def __init__(self, least: float, most: float) -> None:
        self._least, self._most = least, most
        self.schema: Schema = {"type": "number", "minimum": least, "maximum": most}

    def write(self, value: float, _: Context, /) -> float:
        return value

    def read(self, data: Any, path: str, _: Context, /) -> float:  # noqa: ANN401
        if isinstance(data, bool) or not isinstance(data, int | float):
            raise SchemaError(path, f"must be a number, not {type_name(data)}")
        if not self._least <= data <= self._most:
            raise SchemaError(path, f"must be a number from {self._least} to {self._most}, not {shown_number(data)}")
        return data


class _Precision(_Number):
    def __init__(self) -> None:
        super().__init__(1, 3)
        self.schema: Schema = {**self.schema, "type": "integer"}

    def read(self, data: Any, path: str, context: Context, /) -> int:  # noqa: ANN401
        if type(data) is not int:
            raise SchemaError(path, f"must be an integer, not {type_name(data)}")
        return int(super().read(data, path, context))


class _Decimal:
    plain = False
    schema: Schema = {"type": "string", "pattern": r"^-?[0-9]+(\.[0-9]+)?(E[+-]?[0-9]{1,9})?$"}  # noqa: RUF012

    def write(self, value: Decimal, _: Context, /) -> str:
        return decimal_text(value)

    def read(self, data: Any, path: str, _: Context, /) -> Decimal:  # noqa: ANN401
        if not isinstance(data, str):
            raise SchemaError(path, f"must be a decimal number in a string, not {type_name(data)}")
        if not _DECIMAL.fullmatch(data):
            raise SchemaError(path, f"{data[:40]!r} is no decimal number")
        return Decimal(data)


class _Date:
    plain = False
    schema: Schema = {"type": "string", "format": "date"}  # noqa: RUF012 - read only

    def write(self, value: date, _: Context, /) -> str:
        return value.isoformat()

    def read(self, data: Any, path: str, _: Context, /) -> date:  # noqa: ANN401
        if not isinstance(data, str):
            raise SchemaError(path, f"must be a date in a string, not {type_name(data)}")
        try:
            day = date.fromisoformat(data)
        except ValueError:
            raise SchemaError(path, f"{data[:40]!r} is no date (YYYY-MM-DD)") from None
        if day.isoformat() != data:
            raise SchemaError(path, f"{data[:40]!r} must be written {day}")
        return day


class _Span:
    plain = False
    schema: Schema = {"$ref": "#/$defs/Span"}  # noqa: RUF012 - read only

    def write(self, value: Span, _: Context, /) -> list[int]:
        return [value.start, value.end]

    def read(self, data: Any, path: str, context: Context, /) -> Span:  # noqa: ANN401
        if not isinstance(data, list) or len(data) != 2 or any(type(offset) is not int for offset in data):
            raise SchemaError(path, "must be [start, end], two integers")
        start, end = data
        if not 0 <= start <= end:
            raise SchemaError(path, f"{_shown_pair(start, end)} must satisfy 0 <= start <= end")
        if context.text is not None and end > len(context.text):
            size = f"the text, which has {len(context.text)} characters"
            raise SchemaError(path, f"{_shown_pair(start, end)} ends behind {size}")
        if end > sys.maxsize:
            raise SchemaError(path, f"{_shown_pair(start, end)} ends behind any text")
        return Span(start, end)


STRING, BOOL, DECIMAL, DATE, SPAN = _String(), _Bool(), _Decimal(), _Date(), _Span()
UNIT_INTERVAL, LATITUDE, LONGITUDE, PRECISION = _Number(0, 1), _Number(-90, 90), _Number(-180, 180), _Precision()
SURFACE = _String()
"""The text of an annotation: the object's codec checks that it stands at the span."""


class Vocabulary:
    """A closed vocabulary."""

    plain = False

    def __init__(self, kind: type[StrEnum]) -> None:
        self._members: Mapping[str, StrEnum] = {str(member): member for member in kind}
        self.schema: Schema = {"enum": list(self._members)}

    def write(self, value: StrEnum, _: Context, /) -> str:
        """The member's string."""
        return str(value)

    def read(self, data: Any, path: str, _: Context, /) -> StrEnum:  # noqa: ANN401
        """The member."""
        if isinstance(data, str) and data in self._members:
            return self._members[data]
        shown = repr(data[:40]) if isinstance(data, str) else type_name(data)
        raise SchemaError(path, f"must be one of {', '.join(self._members)}, not {shown}")


class Optional:
    """A value or null."""

    def __init__(self, inner: Codec) -> None:
        self._inner = inner
        self.plain: bool = inner.plain

    @cached_property
    def schema(self) -> Schema:
        """The inner one's, or null."""
        inner = self._inner.schema
        if isinstance(inner.get("type"), str):
            return {**inner, "type": [inner["type"], "null"]}
        return {"anyOf": [*inner.get("anyOf", [inner]), {"type": "null"}]}

    def write(self, value: Any, context: Context, /) -> Any:  # noqa: ANN401
        """Plain data or None."""
        return None if value is None else self._inner.write(value, context)

    def read(self, data: Any, path: str, context: Context, /) -> Any:  # noqa: ANN401
        """The value or None."""
        return None if data is None else self._inner.read(data, path, context)


class Each:
    """A list of values of one kind; a tuple in Python."""

    plain = False

    def __init__(self, inner: Codec) -> None:
        self._inner = inner

    @cached_property
    def schema(self) -> Schema:
        """An array."""
        return {"type": "array", "items": self._inner.schema}

    def write(self, value: Iterable[Any], context: Context, /) -> list[Any]:
        """A list."""
        write = self._inner.write
        return [write(item, context) for item in value]

    def read(self, data: Any, path: str, context: Context, /) -> tuple[Any, ...]:  # noqa: ANN401
        """A tuple."""
        if not isinstance(data, list):
            raise SchemaError(path, f"must be an array, not {type_name(data)}")
        read = self._inner.read
        return tuple([read(item, f"{path}[{number}]", context) for number, item in enumerate(data)])


SPANS = Each(SPAN)
