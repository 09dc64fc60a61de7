"""Further places: other names of units, and what of conflict news the extract of GeoNames lacks."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from conflictnews.gazetteer.spelling import folded, sound
from conflictnews.lexicons.table import read_table

__all__ = ["MorePlace", "more_places"]

_COLUMNS = ("name", "kind", "country", "unit", "latitude", "longitude", "population")


class MorePlace(NamedTuple):
    """A row of ``more_places.tsv``; ``kind`` is "=" where it is another name of the unit."""

    name: str
    kind: str
    country: str
    unit: str
    latitude: str
    longitude: str
    population: str


def more_places(heard: str) -> tuple[MorePlace, ...]:
    """The rows whose name sounds so.

    >>> [(place.name, place.unit) for place in more_places("kunar")]
    [('Kunar', 'Konar')]
    """
    return _by_sound().get(heard, ())


@cache
def _by_sound() -> dict[str, tuple[MorePlace, ...]]:
    found: dict[str, tuple[MorePlace, ...]] = {}
    for row in read_table("more_places", *_COLUMNS):
        place = MorePlace(*row)
        key = sound(folded(place.name))
        found[key] = (*found.get(key, ()), place)
    return found
