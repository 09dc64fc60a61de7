"""Entry: a place as a gazetteer has it."""

from __future__ import annotations

from collections.abc import Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Literal, NamedTuple, Protocol

__all__ = ["KINDS", "TOWN", "Entry", "Kind", "Source", "bears_surname", "kilometres"]

Kind = Literal["city", "district", "unit", "state"]
KINDS: dict[str, Kind] = {"city": "city", "district": "district", "unit": "unit"}
"""The kinds that a list may give, by their names."""
_EARTH = 6371.0
TOWN = 15_000
"""People in a town that is known under its own name."""
_NAMED_AFTER_PEOPLE = frozenset({"AUS", "CAN", "GBR", "IRL", "NZL", "USA"})
"""Countries (alpha-3) whose small towns bear surnames, which in news are more often those of people."""


class Entry(NamedTuple):
    """A place: ``latitude`` and ``longitude`` in degrees (WGS 84), ``country`` as ISO 3166-1 alpha-3.

    ``unit`` is the first-level unit that it is in, ``approximate`` whether it was found by another spelling than its
    own. An ``id`` is that of its source: "geonames:98182", a p-code.

    >>> from conflictnews import Gazetteer
    >>> place = Gazetteer.from_rows([{"name": "Ubundorn", "latitude": 14.2, "longitude": -1.5, "country": "BFA"}])
    >>> entry, = place.lookup("Ubundorn")
    >>> entry.name, entry.kind, entry.country, entry.latitude
    ('Ubundorn', 'city', 'BFA', 14.2)
    """

    name: str
    kind: Kind
    country: str | None
    unit: str | None
    latitude: float
    longitude: float
    population: int
    id: str | None
    approximate: bool = False


class Source(Protocol):
    """Where entries come from, by how their names sound.

    >>> from conflictnews import Gazetteer
    >>> class Dorn:
    ...     def heard(self, sound: str) -> list[tuple[str, Entry]]:
    ...         return [("Dorn", Entry("Dorn", "city", "MLI", None, 14.2, -1.5, 0, "dorn:1"))]
    >>> [place.id for place in Gazetteer((Dorn(),)).lookup("Dorn")]
    ['dorn:1']
    """

    def heard(self, sound: str) -> Sequence[tuple[str, Entry]]:
        """The names that sound so, each with the place that has it."""


def kilometres(one: Entry, other: Entry) -> float:
    """The great-circle distance between two places.

    >>> place = Entry("", "city", None, None, 33.3, 44.4, 0, None)
    >>> round(kilometres(place, place._replace(latitude=36.3)))
    334
    """
    a, b = radians(one.latitude), radians(other.latitude)
    half = sin((b - a) / 2) ** 2 + cos(a) * cos(b) * sin(radians(other.longitude - one.longitude) / 2) ** 2
    return 2 * _EARTH * asin(sqrt(min(1.0, half)))


def bears_surname(place: Entry) -> bool:
    """Whether a name that a place has is more likely a person's: Sanders, Wade, Rector in the United States.

    >>> place = Entry("Sanders", "city", "USA", None, 35.2, -109.3, 630, None)
    >>> bears_surname(place), bears_surname(place._replace(population=60_000))
    (True, False)
    """
    return 0 < place.population < TOWN and place.country in _NAMED_AFTER_PEOPLE
