"""What was struck and on which spot of a town, by the words of a sentence: two that name two tell of two attacks."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from conflictnews.comparison.cited import Cited
from conflictnews.comparison.places import ComparedPlace, place_of_name
from conflictnews.comparison.vocabulary import pattern, words_of
from conflictnews.types import Sentence

__all__ = ["Whereabouts", "joined", "whereabouts"]


class Whereabouts(NamedTuple):
    """``sites`` are kinds of what is struck ("market"), ``spots`` words of names of places within or near the town."""

    sites: frozenset[str]
    spots: frozenset[str]

    def may_be_one(self, other: Whereabouts) -> bool:
        """Whether neither what is struck nor the spot differs, where both are told."""
        return all(not (one and two and one.isdisjoint(two)) for one, two in zip(self, other, strict=True))


def whereabouts(sentence: Sentence, cited: Cited, town: ComparedPlace | None) -> Whereabouts:
    """What a sentence names, the town of the incident aside."""
    names = [*cited.places_named(sentence), *(match[1] for match in _before_a_part().finditer(sentence.text))]
    spots = frozenset[str]()
    for name in names:
        place = place_of_name(name)
        if place is not None and not place.is_country:
            spots |= place.words
    return Whereabouts(words_of("site", sentence.text), spots - (town.words if town is not None else frozenset()))


@cache
def _before_a_part() -> re.Pattern[str]:
    """The name of a district, at most three words."""
    return re.compile(rf"\b((?:[A-Z][\w'’-]{{1,20}} ?){{1,3}})(?= ?(?:{pattern('part-of-town')})\b)")


def joined(one: Whereabouts, other: Whereabouts) -> Whereabouts:
    """What either names."""
    return Whereabouts(one.sites | other.sites, one.spots | other.spots)
