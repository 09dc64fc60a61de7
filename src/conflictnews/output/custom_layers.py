"""The layers of a user's own extractors in JSON: any attrs class, written and restored with cattrs."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from functools import cache, partial
from typing import TYPE_CHECKING, Any

from conflictnews.errors import SchemaError
from conflictnews.output.codec import BOOL, DATE, DECIMAL, SPAN, STRING, Codec, Context, check_object, type_name
from conflictnews.output.plain_json import dumps
from conflictnews.types import Annotation, Layers, RawAnnotation, Span

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = ["read_layers", "write_annotation", "write_layers"]

_NO_CONTEXT = Context(None)
_CODECS: dict[type[Any], Codec] = {Span: SPAN, Decimal: DECIMAL, date: DATE, str: STRING, bool: BOOL}


@cache
def _converter() -> Converter:
    """A strict converter: no value is taken for one of another type, no key is dropped."""
    from cattrs import Converter  # noqa: PLC0415 - cattrs is loaded when JSON is used
    from cattrs.strategies import configure_union_passthrough  # noqa: PLC0415

    converter = Converter(
        forbid_extra_keys=True, unstruct_collection_overrides={tuple: list, frozenset: _in_order, set: _in_order}
    )
    for kind, codec in _CODECS.items():
        converter.register_structure_hook(kind, _or_enum(partial(_read_value, codec)))
    for kind in (Span, Decimal, date):
        converter.register_unstructure_hook(kind, partial(_write, _CODECS[kind]))
    for kind in (str, int, Enum):
        converter.register_unstructure_hook(kind, lambda value: value.value if isinstance(value, Enum) else value)
    converter.register_unstructure_hook(datetime, datetime.isoformat)
    converter.register_structure_hook(datetime, lambda data, _: datetime.fromisoformat(data))
    converter.register_structure_hook(int, _or_enum(_int))
    converter.register_structure_hook(float, _or_enum(_float))
    configure_union_passthrough(str | bool | int | float | None, converter)
    return converter


def _in_order(items: Iterable[Any]) -> list[Any]:
    """A set's items in an order that does not hang on the hash seed."""
    return sorted(items, key=dumps)


def _is_enum(kind: Any) -> bool:  # noqa: ANN401 - cattrs asks about every annotation
    return isinstance(kind, type) and issubclass(kind, Enum)


def _or_enum(read: Callable[[Any], Any]) -> Callable[[Any, type[Any]], Any]:
    """A hook for a class; cattrs calls it for an enum that derives from the class (``StrEnum``) too."""
    return lambda data, kind: kind(data) if _is_enum(kind) else read(data)


def _read_value(codec: Codec, data: Any) -> Any:  # noqa: ANN401 - codecs meet every type
    return codec.read(data, "", _NO_CONTEXT)


def _write(codec: Codec, value: Any) -> Any:  # noqa: ANN401 - codecs meet every type
    return codec.write(value, _NO_CONTEXT)


def _int(data: object) -> int:
    if type(data) is not int:
        raise SchemaError("", f"must be an integer, not {type_name(data)}")
    return data


def _float(data: object) -> float:
    if isinstance(data, bool) or not isinstance(data, int | float) or not math.isfinite(data):
        raise SchemaError("", f"must be a finite number, not {type_name(data)}")
    return data


def write_layers(layers: Layers) -> dict[str, list[dict[str, Any]]]:
    """Every custom layer as plain data."""
    return {name: [write_annotation(item) for item in layers[name]] for name in layers}


def write_annotation(item: Annotation) -> dict[str, Any]:
    """One annotation of any class as plain data."""
    if isinstance(item, RawAnnotation):
        return {"span": SPAN.write(item.span, _NO_CONTEXT), "text": item.text, **json.loads(item.json)}
    plain: dict[str, Any] = _converter().unstructure(item)
    return plain


def read_layers(data: object, types: Mapping[str, type[Annotation]], context: Context) -> Layers:
    """The layers: those named in ``types`` restored, the others kept as they stand."""
    for name, kind in types.items():
        if not isinstance(kind, type) or not issubclass(kind, Annotation):
            raise TypeError(f"types[{name!r}] must be a class derived from Annotation, not {kind!r}")
    given = check_object(data, "$.layers", (), None)
    layers: dict[str, tuple[Annotation, ...]] = {}
    for name, items in given.items():
        path = f"$.layers.{name}" if name.isidentifier() else f"$.layers[{dumps(name)}]"
        if not isinstance(items, list):
            raise SchemaError(path, f"must be an array, not {type_name(items)}")
        layers[name] = tuple(
            [_read(item, f"{path}[{number}]", types.get(name), context) for number, item in enumerate(items)]
        )
    return Layers(layers)


def _read(data: object, path: str, kind: type[Annotation] | None, context: Context) -> Annotation:
    given = check_object(data, path, ("span", "text"), None)
    span = SPAN.read(given["span"], f"{path}.span", context)
    text = STRING.read(given["text"], f"{path}.text", context)
    if context.text is not None and span.of(context.text) != text:
        raise SchemaError(f"{path}.text", f"is not what stands at {given['span']}")
    if kind is not None:
        return _structured(given, kind, path)
    rest = {key: value for key, value in given.items() if key not in {"span", "text"}}
    try:
        return RawAnnotation(span=span, text=text, json=dumps(rest))
    except ValueError:
        raise SchemaError(path, "holds a number that is not finite") from None


def _structured(data: dict[str, Any], kind: type[Annotation], path: str) -> Annotation:
    from cattrs.errors import BaseValidationError, StructureHandlerNotFoundError  # noqa: PLC0415 - see _converter

    try:
        return _converter().structure(data, kind)
    except NameError as wrong:
        raise _unsupported(path, kind, wrong) from None
    except (BaseValidationError, StructureHandlerNotFoundError, SchemaError, ValueError, TypeError) as wrong:
        raise _first_problem(wrong, path, kind) from None


def _unsupported(path: str, kind: type[Any], wrong: BaseException) -> TypeError:
    return TypeError(f"{path}: {kind.__name__} has a field that can't be restored from JSON: {wrong}")


def _first_problem(wrong: BaseException, path: str, kind: type[Any]) -> Exception:
    """The first of what cattrs found, as an error of ours; cattrs notes where in each exception."""
    from cattrs.errors import (  # noqa: PLC0415 - see _converter
        AttributeValidationNote,
        BaseValidationError,
        ForbiddenExtraKeysError,
        IterableValidationNote,
        StructureHandlerNotFoundError,
    )

    while True:
        for note in getattr(wrong, "__notes__", ()):
            if isinstance(note, AttributeValidationNote):
                path += f".{note.name}"
            elif isinstance(note, IterableValidationNote):
                path += f"[{note.index}]" if isinstance(note.index, int) else f"[{note.index!r}]"
        if not isinstance(wrong, BaseValidationError):
            break
        wrong = wrong.exceptions[0]
    if isinstance(wrong, StructureHandlerNotFoundError):
        return _unsupported(path, kind, wrong)
    if isinstance(wrong, ForbiddenExtraKeysError):
        return SchemaError(f"{path}.{min(wrong.extra_fields)}", f"is no field of {wrong.cl.__name__}")
    if isinstance(wrong, KeyError):
        return SchemaError(path, "is missing")
    return SchemaError(path, getattr(wrong, "problem", None) or re.sub(r"\s+", " ", str(wrong)))
