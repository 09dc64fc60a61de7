"""What stands before a colon and names nobody: ``ARRESTS: On Monday, police ...``, ``Karim (Arabic: ...)``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.lexicons.table import word_set, word_sets
from conflictnews.register.states import states
from conflictnews.text.closed_words import calendar_words
from conflictnews.text.nouns import nouns

__all__ = ["is_heading", "is_label"]

_OPENING = frozenset({"(", "["})
_CLOSING = frozenset({")", "]"})
_DATING = frozenset({"on", "around"})
_ONESELF = frozenset({"we", "our", "us", "i", "my"})


def is_heading(words: Sequence[str]) -> bool:
    """Whether words before a colon, folded, speak nothing: common words that name no persons, or an open bracket."""
    if not _OPENING.isdisjoint(words) and _CLOSING.isdisjoint(words):
        return True
    return _speechless().issuperset(words) and nouns("person", "group").isdisjoint(words)


def is_label(words: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether words before a colon, folded, only tell where a headline is from, or what a note is of.

    A note begins with its day: "Detonation: ON 2 April, a mine exploded". Not "US: WE will respond".

    >>> is_label(["sudan"], [":", "rebels", "shell", "hospital"]), is_label(["us"], [":", "we", "will", "respond"])
    (True, False)
    """
    if not _ONESELF.isdisjoint(behind):
        return False
    return _is_dated(behind) or " ".join(words) in states("country", "short", "capital")


def _is_dated(behind: Sequence[str]) -> bool:
    """Whether what stands behind a colon begins with a day: "on 2 April", "around Monday"."""
    first = int(len(behind) > 0 and behind[0] == ":")
    return not _DATING.isdisjoint(behind[first : first + 1]) and not _days().isdisjoint(behind[first + 1 : first + 3])


@cache
def _days() -> frozenset[str]:
    return calendar_words("month", "month-name") | word_sets("dateline", "word", "class")["weekday"]


@cache
def _speechless() -> frozenset[str]:
    return word_set("common_words", "word") | word_sets("dateline", "word", "class")["weekday"]
