"""What stands before a colon and names nobody: ``ARRESTS: On Monday, police ...``, ``Karim (Arabic: ...)``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.lexicons.table import word_set, word_sets
from conflictnews.register.states import states
from conflictnews.text.nouns import nouns

__all__ = ["is_heading", "is_label"]

_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_ONESELF = frozenset({"we", "our", "us", "i", "my"})


def is_heading(words: Sequence[str]) -> bool:
    """Whether words before a colon, folded, speak nothing: common words that name no persons, or an open bracket."""
    if not _OPENING.isdisjoint(words) and _CLOSING.isdisjoint(words):
        return True
    return _speechless().issuperset(words) and nouns("person", "group").isdisjoint(words)


def is_label(words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a state before a colon, folded, only tells where a headline is from; not "US: WE will respond".

    >>> is_label(["sudan"], [":", "rebels", "shell", "hospital"]), is_label(["us"], [":", "we", "will", "respond"])
    (True, False)
    """
    return " ".join(words) in states("country", "short", "capital") and _ONESELF.isdisjoint(behind)


@cache
def _speechless() -> frozenset[str]:
    return word_set("common_words", "word") | word_sets("dateline", "word", "class")["weekday"]
