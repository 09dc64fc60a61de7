"""Places across articles: the same town, a town of another name, a country around it."""

from __future__ import annotations

from functools import cache

import attrs

from conflictnews.comparison.names import name_key, spelled_alike
from conflictnews.lexicons.table import word_sets
from conflictnews.register.states import states

__all__ = ["Place", "place_of"]


@cache
def _idle() -> frozenset[str]:
    """Words that say which part of a place is meant, or of what sort it is."""
    return frozenset().union(*word_sets("place_parts", "word", "class").values())


@cache
def _countries() -> frozenset[tuple[str, ...]]:
    return frozenset(map(name_key, states("country").values()))


@attrs.frozen
class Place:
    """A place as an article names it; ``words`` are those that tell it from others."""

    name: str
    words: frozenset[str]
    is_country: bool

    def nearness(self, other: Place) -> int:
        """2: the same town; 1: the same country; 0: it can't be told; -1: another place."""
        if self.words == other.words:
            return 1 if self.is_country else 2
        if self.is_country and other.is_country:
            return -1
        if self.is_country or other.is_country:
            return 0
        alike = any(_one_town(word, name) for word in self.words for name in other.words)
        return 2 if alike else -1


def _one_town(one: str, other: str) -> bool:
    """Spellings of one town, the first vowel too: Erbil, Arbil."""
    vowels = "aeiou"
    if one[0] in vowels and other[0] in vowels and len(one) > 4 and one[1:] == other[1:]:
        return True
    return spelled_alike(one, other)


def place_of(name: str) -> Place | None:
    """The place of a name; None where nothing but "the region" is left of it.

    >>> place_of("northern Syria").is_country, place_of("Erbil International Airport").nearness(place_of("Arbil"))
    (True, 2)
    """
    words = frozenset(word for word in name_key(name) if word not in _idle())
    return Place(name, words, tuple(sorted(words)) in _countries()) if words else None
