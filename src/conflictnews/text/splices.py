"""Comma splices: clauses with a comma alone between ("gunmen hit a hotel, two guests and a waiter were killed")."""

from __future__ import annotations

from conflictnews.text.closed_words import reporting_verbs
from conflictnews.text.syntax import Syntax

__all__ = ["is_spliced"]

_PLACING = frozenset({"in", "at", "near", "on", "from", "of", "inside", "outside"})
_ENDS = frozenset('w."c')


def is_spliced(syntax: Syntax, comma: int, stop: int, end: int) -> bool:
    """Whether the noun before a comma belongs to the verb before it, so that no list goes on there up to ``end``.

    One before "who" is no list of subjects.

    >>> is_spliced(Syntax("they hit a bus , two men and a girl died".split(), "OVTN.UNCTNV"), 4, 0, 10)
    True
    >>> is_spliced(Syntax("police said guards , men and a girl died".split(), "NVN.NCTNV"), 3, 0, 8)
    False
    """
    chunk = syntax.chunk(comma - 1)
    if chunk is not None and syntax.words[chunk.first - 2 : chunk.first] == ["according", "to"]:
        return True  # "according to the army, soldiers and police attacked"
    if chunk is None or end >= syntax.last or syntax.words[end] == "," or syntax.classes[end] == "w":
        return False
    for at in range(chunk.first - 1, stop - 1, -1):
        label, word = syntax.classes[at], syntax.words[at]
        if label in _ENDS or word in ("that", ","):
            return False
        if label == "p" and word not in _PLACING:
            return False  # "men armed with guns, knives and sticks"
        if label == "v":
            return syntax.tags[at] == "V" and word not in reporting_verbs()
    return False
