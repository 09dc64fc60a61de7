"""Which part of the page is the story: what extractors skip in boilerplate and repeated titles."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from conflictnews.types import Block, BlockKind, Layers, Span

__all__ = ["HEADS", "Covered", "Story"]

HEADS = frozenset({BlockKind.DATELINE, BlockKind.DATE})
"""Blocks with which the first sentence of a story may begin: where and when it was filed."""
_APART = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATE})


class Covered:
    """Tells whether an offset lies in one of some spans, which are in order and do not overlap."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, spans: Iterable[Span]) -> None:
        spans = list(spans)
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def __contains__(self, offset: int) -> bool:
        if not self._starts:  # most pages are all story, and every layer asks for each of its words
            return False
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


class Story:
    """Tells whether an offset lies in the story, or in a repeated title, a byline, a site's own words.

    Without a blocks layer everything is story.
    """

    __slots__ = ("_apart",)

    def __init__(self, done: Layers, apart: frozenset[BlockKind] = _APART) -> None:
        self._apart = Covered(block.span for block in done.get("blocks", Block) if block.kind in apart)

    def __contains__(self, offset: int) -> bool:
        return offset not in self._apart
