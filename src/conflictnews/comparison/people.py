"""What a number counts, comparable across articles."""

from __future__ import annotations

from functools import cache

from conflictnews.comparison import vocabulary
from conflictnews.comparison.words import stem
from conflictnews.text.tokens import fold
from conflictnews.types import NumericFact

__all__ = ["counted_head", "is_anybody", "sort_of_people"]

_SINGULAR = {"men": "man", "women": "woman", "children": "child", "people": "person", "lives": "life"}
_OF_FORCES = "soldier"
"""What soldiers, troops, service members, servicemen and service personnel are one by one."""
_ANYBODY = frozenset(
    stem(word)
    for word in (
        "person",
        "individual",
        "victim",
        "dead",
        "death",
        "casualty",
        "casualties",
        "fatality",
        "life",
        "other",
    )
)
"""Nouns that say no more than that somebody was killed or hurt."""


@cache
def _civilians() -> frozenset[str]:
    """The stems of nouns that tell one attack from the next as little."""
    return frozenset(map(stem, vocabulary.words("civilians")))


def is_anybody(word: str) -> bool:
    """Whether the stem of a noun says no more than that it was people: "people", "civilians".

    >>> is_anybody(stem("people")), is_anybody(stem("soldiers"))
    (True, False)
    """
    return word in _ANYBODY or word in _civilians()


def counted_head(fact: NumericFact) -> str:
    """The last word of the noun, without its inflection; empty where there is none."""
    words = fold(fact.noun or "").split()
    if not words:
        return ""
    words = [*fold(fact.modifier or "").split(), *words]
    if words[-2:-1] == ["service"] or words[-1] in vocabulary.words("soldiers"):
        return _OF_FORCES
    return stem(_SINGULAR.get(words[-1], words[-1]))


def sort_of_people(fact: NumericFact) -> str:
    """Which people are counted, "soldier"; empty for "people", "victims" and where nothing is said."""
    head = counted_head(fact)
    return "" if head in _ANYBODY else head
