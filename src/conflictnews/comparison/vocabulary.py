"""Words that tell what is compared: of rising tolls, former figures, parts, sites (``comparison_words.tsv``)."""

from __future__ import annotations

import re
from functools import cache

from conflictnews.lexicons.table import word_sets

__all__ = ["has_word", "pattern", "word_before", "words", "words_of"]

_NEAR = 30
"""Characters before a figure in which a word of it is looked for."""


@cache
def words(label: str) -> frozenset[str]:
    """The words of one class.

    >>> "market" in words("site")
    True
    """
    return word_sets("comparison_words", "word", "class").get(label, frozenset())


@cache
def pattern(label: str) -> str:
    """The words of a class as a group of a regular expression, the longest first."""
    return "|".join(sorted(map(re.escape, words(label)), key=lambda word: (-len(word), word)))


@cache
def _whole(label: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{pattern(label)})\b")


def has_word(label: str, text: str) -> bool:
    """Whether a stretch of text has a word of a class.

    >>> has_word("running", "The death toll has risen to 40."), has_word("history", "The blast killed 40.")
    (True, False)
    """
    return _whole(label).search(text.lower()) is not None


def words_of(label: str, text: str) -> frozenset[str]:
    """The words of a class that stand in a text.

    >>> sorted(words_of("site", "The blast tore through a market near the mosque."))
    ['market', 'mosque']
    """
    return frozenset(_whole(label).findall(text.lower()))


def word_before(label: str, text: str, offset: int) -> bool:
    """Whether a word of a class stands shortly before an offset."""
    return has_word(label, text[max(0, offset - _NEAR) : offset])
