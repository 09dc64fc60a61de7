"""Words around numbers, by class: the table ``fact_context``."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import word_sets

__all__ = ["context"]


@cache
def context(label: str) -> frozenset[str]:
    """All words of one class of the table ``fact_context``.

    >>> "another" in context("before-pair")
    True
    """
    return word_sets("fact_context", "word", "class")[label]
