"""Span and Annotation: where something stands in a text, and what stands there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

__all__ = ["Annotation", "Span", "share_text"]

_SHARED = 1 << 14
_OFFSETS = list(range(_SHARED))
"""One integer for each offset of a text of usual length: its own two integers weigh as much as a span does."""


@attrs.frozen(order=False, weakref_slot=False)
class Span:
    """A stretch of text: half-open offsets in Unicode code points, ``text[span.start:span.end]``.

    Spans compare by their start, then by their end. A negative start or an end before the start is a ``ValueError``,
    offsets that are no ``int`` are a ``TypeError``.

    >>> Span(4, 9).of("The Pentagon")
    'Penta'
    """

    start: int
    end: int

    # What attrs writes takes twice as long, as it checks in a second call, and an analysis makes thousands of spans.
    def __init__(self, start: int, end: int) -> None:
        if type(start) is not int or type(end) is not int:
            raise TypeError(f"Span takes two int offsets, not {type(start).__name__} and {type(end).__name__}")
        if not 0 <= start <= end:
            raise ValueError(f"Span({start}, {end}): offsets must satisfy 0 <= start <= end")
        if end < _SHARED:
            _set_start(self, _OFFSETS[start])
            _set_end(self, _OFFSETS[end])
        else:
            _set_start(self, start)
            _set_end(self, end)

    # What attrs writes makes two tuples of fields by their names, in five times the time, and spans are sorted a lot.
    def __lt__(self, other: object) -> bool:
        if other.__class__ is not Span:
            return NotImplemented
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __le__(self, other: object) -> bool:
        if other.__class__ is not Span:
            return NotImplemented
        return self.start < other.start or (self.start == other.start and self.end <= other.end)

    def __gt__(self, other: object) -> bool:
        if other.__class__ is not Span:
            return NotImplemented
        return other < self

    def __ge__(self, other: object) -> bool:
        if other.__class__ is not Span:
            return NotImplemented
        return other <= self

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        return True

    def of(self, text: str) -> str:
        """The characters of ``text`` that the span covers.

        >>> Span(0, 4).of("Iran denied it.")
        'Iran'
        """
        return text[self.start : self.end]

    def contains(self, other: Span) -> bool:
        """Whether ``other`` lies wholly inside.

        >>> Span(0, 9).contains(Span(4, 9)), Span(0, 9).contains(Span(4, 10))
        (True, False)
        """
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character.

        >>> Span(0, 4).overlaps(Span(4, 9))
        False
        """
        return self.start < other.end and other.start < self.end


_set_start, _set_end = (vars(Span)[name].__set__ for name in ("start", "end"))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Annotation:
    """The base of everything found in a text. ``text`` is the surface, equal to the slice at ``span``.

    Derive your own from it:

    >>> import attrs
    >>> @attrs.frozen(kw_only=True)
    ... class Aircraft(Annotation):
    ...     model: str
    >>> Aircraft(span=Span(0, 4), text="F-16", model="F-16").model
    'F-16'
    """

    span: Span
    text: str


class _Whole:
    """The text of which a surface is a part: what many annotations of one article hold in place of a copy each."""

    __slots__ = ("text",)

    def __init__(self, text: str) -> None:
        self.text = text


_slot: Any = vars(Annotation)["text"]
_read, _write = _slot.__get__, _slot.__set__


def _surface(annotation: Annotation) -> str:
    held: str | _Whole = _read(annotation)
    if held.__class__ is not _Whole:
        return held  # type: ignore[return-value]
    span = annotation.span
    return held.text[span.start : span.end]


Annotation.text = property(_surface, _write)  # type: ignore[assignment]


def share_text(text: str, annotations: Iterable[Annotation]) -> None:
    """Let annotations whose surface is the slice at their span hold ``text`` itself: a third of an article's memory.

    Nobody sees a difference, but that who keeps one of them keeps the text of its article too.
    """
    whole = _Whole(text)
    for annotation in annotations:
        held, span = _read(annotation), annotation.span
        if held.__class__ is str and held == text[span.start : span.end]:
            _write(annotation, whole)
