"""Evidence: what a text tells around the name of a place, and how much of it speaks for a place of that name.

A candidate gains by what the text says around the name (its unit or country told in the sentence, another place near
it), by the countries that the text tells of, and by its people; it loses where the text tells of other countries alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import lru_cache
from math import log10
from typing import NamedTuple

from conflictnews.gazetteer.entry import Entry, kilometres
from conflictnews.gazetteer.gazetteer import Gazetteer
from conflictnews.gazetteer.spelling import folded
from conflictnews.gazetteer.state_places import capitals, country_named
from conflictnews.gazetteer.toponyms import has_capital, is_alike, is_word, plain

__all__ = [
    "FAMOUS",
    "NEARBY",
    "Surroundings",
    "country_of_unit",
    "has_neighbour",
    "is_contained",
    "is_country_near",
    "is_out_of_reach",
    "score",
    "whole_or_plain",
]

NEARBY = 100.0
"""Kilometres within which another place of a sentence speaks for one."""
FAMOUS = 100_000
"""People in a city that is meant wherever nothing speaks against it."""
_CONTAINED, _COUNTRY_NEAR, _COUNTRY_TOLD, _COUNTRY_OTHER = 4.0, 3.0, 2.5, -3.0
_PEOPLE_OTHER = -1.0
_ELSEWHERE = -20.0
_BASE = 1.0
_BYNAME = 1.0
_NEIGHBOUR = 2.0
_EXACT, _SORT, _CITY = 2.0, 2.0, 0.5
_REACH = 2_500.0
"""Kilometres from the capital of its base within which a group acts."""


class Surroundings(NamedTuple):
    """What a text tells around the name of a place."""

    near: Sequence[str]
    """Other names in the sentence, the nearest behind first."""
    around: str | None
    """Of them the one that says what the place is in: "Kaliganj (Satkhira)", "Inkhil, Daraa"."""
    countries: Mapping[str, float]
    """The countries that the text tells of (alpha-3), each with its share."""
    peoples: Set[str] = frozenset()
    """Of these the ones that only an adjective or a people tells: "Turkish troops"."""
    bases: Set[str] = frozenset()
    """The countries of the groups and bodies that it names."""
    implied: Set[str] = frozenset()
    """The countries of the units that its sentence names (``country_of_unit``)."""


def score(gazetteer: Gazetteer, name: str, entry: Entry, sort: str | None, around: Surroundings) -> float:
    """How much speaks for a place of this name, of which the text may say what ``sort`` it is."""
    total = log10(entry.population + 10) / 2
    total -= 0.0 if is_alike(name, entry) else _BYNAME
    total += _NEIGHBOUR if has_neighbour(gazetteer, entry, around) else 0.0
    total += 0.0 if entry.approximate else _EXACT
    if entry.unit is not None and entry.kind != "unit" and around.near:
        total += _CONTAINED if is_contained(entry, around) else _ELSEWHERE * _is_elsewhere(entry, around)
    if entry.country is not None:
        share = around.countries.get(entry.country)
        total += _COUNTRY_NEAR if is_country_near(entry, around) else 0.0
        if around.implied:
            total += _COUNTRY_TOLD if entry.country in around.implied else _COUNTRY_OTHER
        total += _BASE if entry.country in around.bases else 0.0
        abroad = around.countries.keys() <= around.peoples and entry.population >= FAMOUS
        other = _PEOPLE_OTHER if abroad else _COUNTRY_OTHER
        total += other if share is None and around.countries else _COUNTRY_TOLD * (share or 0.0)
    if sort == entry.kind:
        return total + _SORT
    return total + (_CITY if entry.kind == "city" else 0.0)


def has_neighbour(gazetteer: Gazetteer, entry: Entry, around: Surroundings) -> bool:
    """Whether another town or district that is told near its name lies near a place."""
    others = (other for name in around.near if has_capital(name) for other in towns(gazetteer, name))
    return any(kilometres(entry, other) <= NEARBY for other in others)


@lru_cache(maxsize=1 << 12)
def towns(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    """The towns and districts of just this name; none for a common word."""
    if is_word(name):
        return ()
    found = whole_or_plain(gazetteer, name)
    return tuple(entry for entry in found if entry.kind in ("city", "district") and not entry.approximate)


def whole_or_plain(gazetteer: Gazetteer, name: str) -> Sequence[Entry]:
    """The places of a name as it is, "North Carolina", else without the words that say what it is: "Dorn district"."""
    return gazetteer.lookup(name) or gazetteer.lookup(plain(name)[0])


def is_contained(entry: Entry, around: Surroundings) -> bool:
    """Whether the unit that a place is in is told near its name."""
    if entry.unit is None:
        return False
    unit = folded(entry.unit)
    return any(
        unit in (folded(other), plain(folded(other))[0]) or (entry.country, entry.unit) in _units_named(other)
        for other in around.near
    )


@lru_cache(maxsize=1 << 12)
def _units_named(name: str) -> frozenset[tuple[str | None, str]]:
    """The countries and names of the units that a name is one of: of "Kunar" Afghanistan's Konar."""
    entries = whole_or_plain(Gazetteer(), name)
    return frozenset((entry.country, entry.name) for entry in entries if entry.kind == "unit" and not entry.approximate)


def is_country_near(entry: Entry, around: Surroundings) -> bool:
    """Whether the country of a place is told near its name."""
    return any(country_named(other) == entry.country for other in around.near)


def _is_elsewhere(entry: Entry, around: Surroundings) -> bool:
    """Whether the text puts the place in another unit: "Maryville, Missouri", not in Tennessee; "Cairo, Illinois"."""
    if around.around is None:
        return False
    units = whole_or_plain(Gazetteer(), around.around)
    if units and all(unit.kind == "unit" and unit.country != entry.country for unit in units):
        return True
    return any(unit.kind == "unit" and unit.country == entry.country and not unit.approximate for unit in units)


def is_out_of_reach(entry: Entry, around: Surroundings) -> bool:
    """Whether the groups that the text names have their bases far away: no "JNIM" in Inata in Japan."""
    seats = [capitals()[base] for base in around.bases if base in capitals()]
    return bool(seats) and all(kilometres(entry, seat) > _REACH for seat in seats)


@lru_cache(maxsize=1 << 12)
def country_of_unit(gazetteer: Gazetteer, name: str) -> str | None:
    """The country whose unit a name is, if only one has a unit of that name: "Alibori", "Kirinyaga County".

    >>> country_of_unit(Gazetteer(), "Kirinyaga County"), country_of_unit(Gazetteer(), "Central")
    ('KEN', None)
    """
    own, _ = plain(name)
    if not has_capital(own) or is_word(own) or country_named(own) is not None:
        return None
    entries = [entry for entry in gazetteer.lookup(own) if not entry.approximate]
    countries = {entry.country for entry in entries}
    return countries.pop() if len(countries) == 1 and any(entry.kind == "unit" for entry in entries) else None
