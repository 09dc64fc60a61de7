"""Facilities: the last words of names of what is built: "Sarn DAM", "Kaya BRIDGE"."""

from __future__ import annotations

from functools import cache

from conflictnews.lexicons.table import read_table

__all__ = ["facilities"]


@cache
def facilities() -> frozenset[str]:
    """The words with which the names of facilities end, folded.

    >>> {"dam", "bridge"} <= facilities()
    True
    """
    rows = read_table("entity_words", "word", "kind", "position")
    return frozenset(word for word, kind, position in rows if kind == "facility" and position == "last")
