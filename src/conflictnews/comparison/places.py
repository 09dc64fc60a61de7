"""Places across articles: the same town, a town of another name, a region or country around it."""

from __future__ import annotations

from functools import cache
from math import cos, hypot, radians

import attrs

from conflictnews.comparison.intervals import is_weekday
from conflictnews.comparison.names import name_key, spelled_alike
from conflictnews.register.states import states
from conflictnews.text.place_words import place_words
from conflictnews.types import Place as NamedPlace
from conflictnews.types import PlaceEvidence

__all__ = ["ComparedPlace", "place_of", "place_of_name"]

_KM_A_DEGREE = 111.2
_SAME_TOWN_KM = 5.0
_ELSEWHERE_KM = 40.0
"""Places up to the first are one town with what lies around it, places beyond the second are two."""
_REGION = 3
"""The precision of a region or country."""
_TOLD = frozenset({PlaceEvidence.CLAUSE, PlaceEvidence.SENTENCE})


@cache
def _countries() -> frozenset[tuple[str, ...]]:
    return frozenset(map(name_key, states("country").values()))


@attrs.frozen
class ComparedPlace:
    """A place as an article names it; ``words`` are those that tell it from others.

    ``is_region`` is true of a province or country, ``is_sure`` where the sentence itself tells the place.
    """

    name: str
    words: frozenset[str]
    is_country: bool
    is_region: bool = False
    is_sure: bool = True
    country: str | None = None
    at: tuple[float, float] | None = None

    def nearness(self, other: ComparedPlace) -> int:
        """2: the same town; 1: the same region or country; 0: it can't be told; -1: another place."""
        if self.words == other.words:
            return 1 if self.is_region else 2
        if self.country and other.country and self.country != other.country:
            return -1
        if self.is_region or other.is_region:
            return -1 if self.is_country and other.is_country else 0
        apart = _kilometres(self.at, other.at) if self.at is not None and other.at is not None else None
        if apart is not None and apart > _ELSEWHERE_KM:
            return -1
        fewer, more = sorted((self.words, other.words), key=len)
        if all(any(_one_town(word, name) for name in more) for word in fewer):
            return 2
        if apart is not None:
            return 2 if apart <= _SAME_TOWN_KM else 0
        return -1 if self.is_sure and other.is_sure and not (self.at or other.at) else 0


def _kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """On a plane that touches the globe between them: close enough for what is near."""
    across = (one[1] - other[1]) * cos(radians((one[0] + other[0]) / 2))
    return _KM_A_DEGREE * hypot(one[0] - other[0], across)


def _one_town(one: str, other: str) -> bool:
    """Spellings of one town, the first vowel too: Erbil, Arbil."""
    vowels = "aeiou"
    if one[0] in vowels and other[0] in vowels and len(one) > 4 and one[1:] == other[1:]:
        return True
    return spelled_alike(one, other)


def place_of(place: NamedPlace) -> ComparedPlace | None:
    """The place of an event; None where no name of a place is left of it."""
    known = place_of_name(place.name)
    if place.name == place.name.lower():  # "the school", "several areas"
        return None
    if known is None or any(is_weekday(word) for word in known.words):
        return None
    region = known.is_country or place.precision == _REGION
    at = _point(place)
    return attrs.evolve(
        known, is_region=region, is_sure=place.evidence in _TOLD, country=place.country, at=None if region else at
    )


def _point(place: NamedPlace) -> tuple[float, float] | None:
    if place.latitude is None or place.longitude is None or place.approximate:
        return None
    return place.latitude, place.longitude


def place_of_name(name: str) -> ComparedPlace | None:
    """The place of a name; None where nothing but "the region" is left of it.

    >>> erbil = place_of_name("Erbil International Airport")
    >>> place_of_name("northern Syria").is_country, erbil.nearness(place_of_name("Arbil"))
    (True, 2)
    """
    words = frozenset(word for word in name_key(name) if word not in place_words())
    country = tuple(sorted(words)) in _countries()
    return ComparedPlace(name, words, is_country=country, is_region=country) if words else None
