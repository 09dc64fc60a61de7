"""The words that decide what may fill a role, by their class in the table ``argument_words``."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import word_sets

__all__ = ["argument_words"]


@cache
def argument_words(label: str) -> frozenset[str]:
    """The words of one class.

    >>> "bandits" in argument_words("armed")
    True
    """
    return word_sets("argument_words", "word", "class")[label]
