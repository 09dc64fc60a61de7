"""Words around a name that make it a place: "in San Verde", "the town of San Verde", "San Verde village"."""

from __future__ import annotations

from functools import cache

from conflictnews.text import TextView
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import nouns
from conflictnews.text.place_words import place_words
from conflictnews.text.tokens import POSSESSIVES

__all__ = ["is_called_place", "is_stormed", "stands_within"]

_WITHIN = frozenset("in near outside inside across throughout".split())
"""Prepositions of place behind which a person hardly stands; "at" brings firms, too, "around" people."""
_OF = frozenset({"of", "from"})
_SORTS = frozenset({"airport", "airbase", "area", "neighborhood", "neighbourhood"})
_BODIES = frozenset({"capital", "department", "division"})
"""What may end the name of a firm or an office, too."""


def stands_within(view: TextView, first: int, last: int) -> bool:
    """Whether tokens ``first`` up to, not with, ``last`` stand behind "in", "near": a place, as far as that tells.

    >>> view = TextView("Clashes went on in Puerto Lindo and in Dorn's house")
    >>> stands_within(view, 4, 6), stands_within(view, 8, 9)
    (True, False)
    """
    words = view.words
    if not first or words[first - 1] not in _WITHIN or (last < len(words) and words[last] in POSSESSIVES):
        return False
    return first < 2 or words[first - 2] not in closed_words("trusting")


def is_stormed(view: TextView, first: int, last: int) -> bool:
    """Whether tokens are the object of what is done to places: "shelled DORN", "entered SAN VERDE".

    >>> is_stormed(TextView("Rebels shelled Dorn"), 2, 3)
    True
    """
    words = view.words
    owned = last < len(words) and words[last] in POSSESSIVES
    return first > 0 and words[first - 1] in closed_words("storming") and not owned


def is_called_place(view: TextView, first: int, last: int) -> bool:
    """Whether a noun says of a name that it is a place's: "the town of San Verde", "San Verde village".

    >>> view = TextView("Rebels took the town of San Verde and Dorn village")
    >>> is_called_place(view, 5, 7), is_called_place(view, 8, 9), is_called_place(view, 0, 1)
    (True, True, False)
    """
    words = view.words
    if last < len(words) and words[last] in POSSESSIVES:
        return False  # "the village of Dorn's family"
    if first > 1 and words[first - 1] in _OF and words[first - 2] in _before_of():
        return True
    if first > 1 and words[first - 1] == "(" and words[first - 2] in _sorts():
        return words[last : last + 1] in ([")"], [","])  # "in Dorn city (Sarn, Kaya)"
    return last < len(words) and words[last] in _sorts() and view.text[view.starts[last]].islower()


@cache
def _before_of() -> frozenset[str]:
    """What stands before "of" and a place: "the village OF Dorn", "residents OF Dorn", "the north OF Dorn"."""
    return nouns("inhabitant", "named-place") | closed_words("distance") | place_words("part")


@cache
def _sorts() -> frozenset[str]:
    """What stands behind a place and says what it is: "Dorn VILLAGE", "Dorn PROVINCE"."""
    return (place_words("settlement", "district", "unit") | _SORTS) - _BODIES
