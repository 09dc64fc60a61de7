"""How much of a content lies in quotation marks: all, some, none of its letters and digits."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from conflictnews.text import TextView
from conflictnews.types import AttributionKind, Span

__all__ = ["Quoted"]

_LETTER = re.compile(r"[^\W_]")


class Quoted:
    """The outermost quotations of a text.

    >>> quoted = Quoted(TextView('He called it "a lie".'))
    >>> str(quoted.kind([Span(10, 20)])), str(quoted.kind([Span(14, 19)])), str(quoted.kind([Span(0, 9)]))
    ('mixed', 'direct', 'indirect')
    """

    __slots__ = ("_ends", "_starts", "_text")

    def __init__(self, view: TextView) -> None:
        outer = [q for q in view.quotations if q.depth == 0]
        self._text = view.text
        self._starts = [q.start for q in outer]
        self._ends = [q.end for q in outer]

    def holds(self, offset: int) -> bool:
        """Whether a character stands inside quotation marks."""
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]

    def kind(self, content: Sequence[Span]) -> AttributionKind:
        """The kind of an attribution by its content."""
        inside = outside = False
        for span in content:
            at = max(bisect_right(self._starts, span.start) - 1, 0)
            edge = span.start
            while at < len(self._starts) and self._starts[at] < span.end:
                start, end = max(self._starts[at], span.start), min(self._ends[at], span.end)
                if start < end:
                    inside = inside or self._letters(start, end)
                    outside = outside or self._letters(edge, start)
                    edge = max(edge, end)
                at += 1
            outside = outside or self._letters(edge, span.end)
        if not inside:
            return AttributionKind.INDIRECT
        return AttributionKind.MIXED if outside else AttributionKind.DIRECT

    def _letters(self, start: int, end: int) -> bool:
        return start < end and _LETTER.search(self._text, start, end) is not None
