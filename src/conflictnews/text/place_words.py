"""Words of places that say which part is meant, or of what sort it is: "NORTHERN Dorn", "Dorn PROVINCE"."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import word_sets

__all__ = ["place_words"]


@cache
def place_words(*classes: str) -> frozenset[str]:
    """The words of these classes of the table ``place_parts``; all of them where none is told.

    >>> "northern" in place_words("part"), "province" in place_words("part")
    (True, False)
    """
    sets = word_sets("place_parts", "word", "class")
    return frozenset().union(*(sets[name] for name in classes or sets))
