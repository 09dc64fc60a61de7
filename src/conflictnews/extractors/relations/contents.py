"""The edges of a content: what stands at them and is no part of it."""

from __future__ import annotations

from conflictnews.extractors.relations.quoted_view import QuotedView

__all__ = ["trimmed"]

_CLOSING = frozenset(".,;:!?—–-\"'”’)") | {"''", "--", "...", "…"}
_OPENING = frozenset({",", ":", ";", ")", "—", "–", "-", "--"})


def trimmed(text: QuotedView, first: int, last: int) -> tuple[int, int]:
    """A token range without punctuation at its edges; quotation marks stay where their partner is inside."""
    words = text.words
    while (
        last > first
        and words[last - 1] in _CLOSING
        and not (last - 1 in text.closing and text.ranges[text.closing[last - 1]][0] >= first)
    ):
        last -= 1
    while first < last and words[first] in _OPENING:
        first += 1
    return first, last
