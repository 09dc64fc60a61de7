"""Realignment: an article that was read from a normalized text, with every span where it stands in the text itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

import attrs

from conflictnews.text.normalization import Normalized
from conflictnews.types import Article, Diagnostic, Layers, Span

__all__ = ["realigned"]

_SPANLESS = frozenset({str, int, float, bool, date, Decimal, type(None)})
"""What most fields hold: nothing to move."""
_KINDS = 256
"""Types of annotations whose fields are remembered."""
_MESSAGE = "The text holds markup, entities or damaged characters; it is read as it would be seen."


def realigned(article: Article, text: str, read: Normalized) -> Article:
    """The article of ``text``, of which ``article`` is what was found in what is read of it.

    Names and other words that say what is meant stay as they were read; surfaces are those of the text.
    """
    aligner = _Aligner(text, read)
    changes: dict[str, Any] = {field.name: aligner.of(getattr(article, field.name)) for field in attrs.fields(Article)}
    diagnostics = list(changes["diagnostics"])
    if read.mended is not None:
        diagnostics.append(Diagnostic(span=read.mended, text=read.mended.of(text), code="normalized", message=_MESSAGE))
        diagnostics.sort(key=lambda one: (one.span, one.code))
    return attrs.evolve(article, **{**changes, "text": text, "diagnostics": tuple(diagnostics)})


class _Aligner:
    """Moves spans, and values that hold them; a value that several others hold stays one."""

    def __init__(self, text: str, read: Normalized) -> None:
        self._text, self._read = text, read
        self._known: dict[int, tuple[object, object]] = {}

    def of(self, value: object) -> object:
        """The value with its spans moved."""
        if type(value) in _SPANLESS:
            return value
        if isinstance(value, Span):
            return self._read.origin(value)
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if isinstance(value, Layers):
            return Layers({name: tuple(map(self._annotation, items)) for name, items in value.items()})
        return self._annotation(value)

    def _annotation(self, value: Any) -> Any:  # noqa: ANN401 - of a layer's own type, and the same again
        kind: type = type(value)
        names = _names(kind)
        if not names:
            return value
        known = self._known.get(id(value))
        if known is None:
            known = self._known[id(value)] = value, self._moved(value, names)
        return known[1]

    def _moved(self, value: Any, names: tuple[tuple[str, str], ...]) -> object:  # noqa: ANN401 - as above
        fields: dict[str, Any] = {}
        changed = False
        for name, alias in names:
            old = getattr(value, name)
            fields[alias] = new = self.of(old)
            changed = changed or new is not old
        if not changed:
            return value
        if isinstance(span := fields.get("span"), Span) and isinstance(getattr(value, "text", None), str):
            fields["text"] = span.of(self._text)
        return type(value)(**fields)


@lru_cache(_KINDS)
def _names(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of a type with the arguments that set them; none where it has no fields."""
    if not attrs.has(kind):
        return ()
    return tuple((field.name, field.alias or field.name) for field in attrs.fields(kind) if field.init)
