"""Which part of the page is the story: what extractors skip in boilerplate and repeated titles."""

from __future__ import annotations

from bisect import bisect_right

from conflictnews.types import Block, BlockKind, Layers

__all__ = ["Story"]

_APART = frozenset({BlockKind.BOILERPLATE, BlockKind.BYLINE, BlockKind.DATE})


class Story:
    """Tells whether an offset lies in the story, or in a repeated title, a byline, a site's own words.

    Without a blocks layer everything is story.
    """

    __slots__ = ("_ends", "_starts")

    def __init__(self, done: Layers, apart: frozenset[BlockKind] = _APART) -> None:
        blocks = [block.span for block in done.get("blocks", Block) if block.kind in apart]
        self._starts = [span.start for span in blocks]
        self._ends = [span.end for span in blocks]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at < 0 or offset >= self._ends[at]
