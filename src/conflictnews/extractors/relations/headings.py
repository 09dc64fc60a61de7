"""What stands before a colon and names nobody: ``ARRESTS: On Monday, police ...``, ``Karim (Arabic: ...)``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.lexicons.table import word_set, word_sets
from conflictnews.text.nouns import nouns

__all__ = ["is_heading"]

_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})


def is_heading(words: Sequence[str]) -> bool:
    """Whether words before a colon, folded, speak nothing: common words that name no persons, or an open bracket."""
    if not _OPENING.isdisjoint(words) and _CLOSING.isdisjoint(words):
        return True
    return _speechless().issuperset(words) and nouns("person", "group").isdisjoint(words)


@cache
def _speechless() -> frozenset[str]:
    return word_set("common_words", "word") | word_sets("dateline", "word", "class")["weekday"]
