"""Realignment: an article that was read from a normalized text, with every span where it stands in the text itself."""

from __future__ import annotations

from typing import Any

import attrs

from conflictnews.text.normalization import Normalized
from conflictnews.types import Article, Diagnostic, Layers, Span

__all__ = ["realigned"]

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
        if isinstance(value, Span):
            return self._read.origin(value)
        if isinstance(value, tuple):
            return tuple(map(self.of, value))
        if isinstance(value, Layers):
            return Layers({name: tuple(map(self._annotation, items)) for name, items in value.items()})
        return self._annotation(value)

    def _annotation(self, value: Any) -> Any:  # noqa: ANN401 - of a layer's own type, and the same again
        if not attrs.has(type(value)):
            return value
        if id(value) not in self._known:
            self._known[id(value)] = value, self._moved(value)
        return self._known[id(value)][1]

    def _moved(self, value: Any) -> object:  # noqa: ANN401 - as above
        changes: dict[str, Any] = {}
        for field in attrs.fields(type(value)):
            old = getattr(value, field.name)
            if field.init and (new := self.of(old)) is not old:
                changes[field.alias or field.name] = new
        if isinstance(span := changes.get("span"), Span) and isinstance(getattr(value, "text", None), str):
            changes["text"] = span.of(self._text)
        return attrs.evolve(value, **changes) if changes else value
