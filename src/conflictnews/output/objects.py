"""Codecs of objects, and of references from one object to another by position."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import attrs

from conflictnews.errors import SchemaError
from conflictnews.output.codec import SURFACE, Codec, Context, Schema, check_object, shown_number, type_name
from conflictnews.types import Annotation, Span

__all__ = ["Object", "Position", "Reference", "hull"]


class Object:
    """An attrs class, by a table from each key to the codec of its value.

    An annotation whose table has no ``text`` gets it from the span. Where ``span_of`` is given, the span may be left
    out of the data and is computed from the other fields. Keys that are ``newer`` may be missing,
    and are left out where there is no value.
    """

    plain = False

    def __init__(
        self,
        kind: type[Any],
        fields: Mapping[str, Codec],
        span_of: Callable[[dict[str, Any]], Span | None] | None = None,
        newer: frozenset[str] = frozenset(),
    ) -> None:
        self.kind = kind
        self.fields = fields
        self.required: tuple[str, ...] = tuple(
            name for name in fields if name not in newer and (span_of is None or name != "span")
        )
        self._newer = tuple(sorted(newer))
        self._span_of = span_of
        self._writers = tuple((name, None if codec.plain else codec.write) for name, codec in fields.items())
        self._derives_text = issubclass(kind, Annotation) and "text" not in fields
        self._has_surface = fields.get("text") is SURFACE
        self.schema: Schema = {"$ref": f"#/$defs/{kind.__name__}"}

    def write(self, value: Any, context: Context, /) -> dict[str, Any]:  # noqa: ANN401
        """A dict with the keys of the table."""
        written = {
            name: getattr(value, name) if write is None else write(getattr(value, name), context)
            for name, write in self._writers
        }
        for name in self._newer:
            if written[name] is None:
                del written[name]
        return written

    def read(self, data: Any, path: str, context: Context, /) -> Any:  # noqa: ANN401
        """The object."""
        given = check_object(data, path, self.required, self.fields)
        values = {name: self.fields[name].read(value, f"{path}.{name}", context) for name, value in given.items()}
        if self._span_of is not None and "span" not in values:
            values["span"] = self._span_of(values)
            if values["span"] is None:
                raise SchemaError(f"{path}.span", "is missing, and nothing else says where this stands")
        text = context.text
        if text is not None and self._derives_text:
            values["text"] = values["span"].of(text)
        elif text is not None and self._has_surface and values["text"] != values["span"].of(text):
            raise SchemaError(f"{path}.text", f"is not what stands at {list(attrs.astuple(values['span']))}")
        return self.kind(**values)

    @property
    def definition(self) -> Schema:
        """The JSON Schema of the object itself."""
        return {
            "description": (self.kind.__doc__ or "").split("\n", maxsplit=1)[0],
            "type": "object",
            "properties": {name: codec.schema for name, codec in self.fields.items()},
            "required": list(self.required),
            "additionalProperties": False,
        }


class Position:
    """A position in one of the document's own lists."""

    plain = True

    def __init__(self, name: str) -> None:
        self.name = name
        self.schema: Schema = {"type": "integer", "minimum": 0, "description": f"a position in {name}"}

    def write(self, value: int, _: Context, /) -> int:
        """The number itself."""
        return value

    def read(self, data: Any, path: str, context: Context, /) -> int:  # noqa: ANN401
        """The number; where the list is at hand it must lie inside."""
        if type(data) is not int:
            raise SchemaError(path, f"must be a position in {self.name}, an integer, not {type_name(data)}")
        items = context.lists.get(self.name)
        if not 0 <= data < (sys.maxsize if items is None else len(items)):
            count = "" if items is None else f", which has {len(items)} items"
            raise SchemaError(path, f"{shown_number(data)} is no position in {self.name}{count}")
        return data


class Reference:
    """An object of one of the article's own lists, by its position.

    An object that the list leaves out (the parser ran without that layer) is written in place of the position, so
    that nothing is lost.
    """

    plain = False

    def __init__(self, name: str, target: Object) -> None:
        self._position = Position(name)
        self._target = target
        self.schema: Schema = {"anyOf": [self._position.schema, target.schema]}

    def write(self, value: Any, context: Context, /) -> Any:  # noqa: ANN401
        """The position, else the object."""
        position = context.position(self._position.name, value)
        return self._target.write(value, context) if position is None else position

    def read(self, data: Any, path: str, context: Context, /) -> Any:  # noqa: ANN401
        """The object at the position."""
        if isinstance(data, dict):
            return self._target.read(data, path, context)
        return context.lists[self._position.name][self._position.read(data, path, context)]


def hull(spans: Iterable[Span | None]) -> Span | None:
    """The smallest stretch that holds all the spans; None where there are none."""
    given = [span for span in spans if span is not None]
    return Span(min(span.start for span in given), max(span.end for span in given)) if given else None
