"""Span and Annotation: where something stands in a text, and what stands there."""

from __future__ import annotations

import attrs

__all__ = ["Annotation", "Span"]


@attrs.frozen(order=False)
class Span:
    """A stretch of text: half-open offsets in Unicode code points, ``text[span.start:span.end]``.

    Spans compare by their start, then by their end. A negative start or an end before the start is a ``ValueError``,
    offsets that are no ``int`` are a ``TypeError``.

    >>> Span(4, 9).of("The Pentagon")
    'Penta'
    """

    start: int
    end: int

    def __attrs_post_init__(self) -> None:
        start, end = self.start, self.end
        if type(start) is not int or type(end) is not int:
            raise TypeError(f"Span takes two int offsets, not {type(start).__name__} and {type(end).__name__}")
        if not 0 <= start <= end:
            raise ValueError(f"Span({start}, {end}): offsets must satisfy 0 <= start <= end")

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


@attrs.frozen(kw_only=True)
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
