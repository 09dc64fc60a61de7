"""Toponym resolution: which of the places that bear a name a text means.

Of two that fit about equally, far from each other, neither is taken; where the gazetteer has nothing that fits, the
name that it begins with or that is told next to it stands for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from conflictnews.gazetteer.entry import TOWN, Entry, kilometres
from conflictnews.gazetteer.evidence import (
    FAMOUS,
    NEARBY,
    Surroundings,
    has_neighbour,
    is_contained,
    is_country_near,
    is_out_of_reach,
    score,
    whole_or_plain,
)
from conflictnews.gazetteer.gazetteer import Gazetteer
from conflictnews.gazetteer.plausibility import SMALLER, is_open, is_plausible, is_rival
from conflictnews.gazetteer.spelling import folded
from conflictnews.gazetteer.state_places import capital_called, country_named, state_named
from conflictnews.gazetteer.toponyms import beginnings, endings, has_capital, is_byname, is_name, plain

__all__ = ["Resolved", "resolve"]

_INSIDE = 75.0
"""Kilometres from a town or district within which a place that is said to be in it lies."""
_MARGIN = 0.7
_LEAST = 3.0
_LEADING = 3.0
"""A town that a longer name begins with may be in a country told a third as much as the one told most."""


class Resolved(NamedTuple):
    """The place that is meant, and ACLED's precision of it; no entry where two fit."""

    entry: Entry | None
    precision: int


def resolve(gazetteer: Gazetteer, name: str, around: Surroundings) -> Resolved | None:
    """The place that a name means, else the nearest one told with it; None where the gazetteer has nothing that fits.

    >>> resolve(Gazetteer(), "Tripoli", Surroundings((), None, {"LBN": 1.0})).entry.unit
    'Liban-Nord'
    """
    own = plain(name)[0]
    names = around.near
    near = [*names, *(part for other in names for part in beginnings(other))]
    around = around._replace(near=[other for other in near if plain(other)[0] != own])
    if (state := state_named(name) or state_named(own)) is not None:
        return Resolved(state, 3)
    if (capital := capital_called(name, around.countries)) is not None:
        return Resolved(capital, 1)
    best = _best(gazetteer, name, around)
    if best is not None and best.entry is not None:
        return best
    whole = any(not entry.approximate for entry in gazetteer.lookup(name))  # no town called San in "San Miguel"
    within = None if whole else next(_found(gazetteer, beginnings(name), (), around), None)
    told = [other for other in names if not name.startswith(other)]  # "the Olympia shopping centre" tells no Olympia
    beside = _narrowest(_found(gazetteer, around.near, told, around))
    if within is not None and beside is not None and _is_likelier(beside[1], within[1], around):
        within = None
    found = within or beside
    if found is None and not whole:
        ends = _found(gazetteer, endings(name), (), around)
        found = next((pair for pair in ends if pair[1].kind == "city" and not pair[1].approximate), None)
    return best if found is None else Resolved(found[1], max(found[0], 2))


def _found(
    gazetteer: Gazetteer, names: Iterable[str], told: Sequence[str], around: Surroundings
) -> Iterator[tuple[int, Entry]]:
    """The places that names mean, each with its precision; of names not ``told`` those that are known or at home."""
    for other in names:
        if not is_name(other.split()) or country_named(other) is not None:
            continue
        found = _container(gazetteer, other, around) if other == around.around else _best(gazetteer, other, around)
        entry = None if found is None else found.entry
        if found is None or entry is None or _is_guessed(entry, around):
            continue
        known = _is_at_home(entry, around) and not _is_unheard_of(gazetteer, entry, around)
        if known or other in told:
            yield found.precision, entry


def _narrowest(found: Iterable[tuple[int, Entry]]) -> tuple[int, Entry] | None:
    """The first town or district, else the first unit."""
    places = list(found)
    return next((pair for pair in places if pair[1].kind in ("city", "district")), places[0] if places else None)


def _is_likelier(beside: Entry, within: Entry, around: Surroundings) -> bool:
    """Whether a place that is told near it is meant, not the one that a name begins with: "ANWARA School, DHAKA".

    It is larger, or its unit is told as well: "in Simojovel, CHIAPAS, ... the Santa Anita prison".
    """
    surer = beside.population > within.population or is_contained(beside, around)
    return beside.kind in ("city", "district") and surer and kilometres(beside, within) > NEARBY


def _container(gazetteer: Gazetteer, name: str, around: Surroundings) -> Resolved | None:
    """What the text puts a place in; its unit rather than a town of that name: "Astoria, OREGON"."""
    found = _best(gazetteer, name, around._replace(around=None))
    town = None if found is None else found.entry
    if town is not None and (town.population >= FAMOUS or is_contained(town, around)):
        return found
    units = [entry for entry in gazetteer.lookup(name) if entry.kind == "unit" and entry.country in around.countries]
    return Resolved(max(units, key=lambda unit: unit.population), 3) if units else found


def _is_guessed(entry: Entry, around: Surroundings) -> bool:
    """Whether only the sound of a name speaks for a place, and its country is not told near it."""
    return entry.approximate and not is_country_near(entry, around)


def _is_unheard_of(gazetteer: Gazetteer, entry: Entry, around: Surroundings) -> bool:
    """Whether a place is small, and neither its country, nor a group that acts there or a place near it is told."""
    if entry.population >= TOWN or entry.kind != "city" or entry.country in around.countries.keys() | around.implied:
        return False
    in_reach = bool(around.bases) and not is_out_of_reach(entry, around)
    return not in_reach and not has_neighbour(gazetteer, entry, around)


def _is_at_home(entry: Entry, around: Surroundings) -> bool:
    """Whether a town is large or where the text is: no town called Olympia in "the Olympia shopping centre"."""
    if entry.population >= FAMOUS or not around.countries or is_country_near(entry, around):
        return True
    share = around.countries.get(entry.country or "", 0.0)
    told = share * _LEADING >= max(around.countries.values())
    return told or entry.country in around.implied or is_contained(entry, around)


def _best(gazetteer: Gazetteer, name: str, around: Surroundings) -> Resolved | None:
    own, sort = plain(name)
    candidates: Sequence[Entry] = [
        entry for form in dict.fromkeys((name, own)) if has_capital(form) for entry in gazetteer.lookup(form)
    ]
    candidates = _in_reach(_within(gazetteer, _spelled_so((name, own), candidates), around), around)
    scored = sorted(
        ((score(gazetteer, own, entry, sort, around), entry) for entry in candidates),
        key=lambda pair: pair[0],
        reverse=True,
    )
    if not scored or scored[0][0] < _LEAST:
        return None
    if not is_plausible(own, scored[0][1], candidates, around):
        return Resolved(None, 3) if is_open(own, scored[0][1], candidates, around) else None
    top, entry = scored[0]
    if entry.kind == "unit" and sort is None:
        entry = _seat(entry, candidates) or entry
    for other_score, other in scored[1:]:
        if top - other_score >= _MARGIN:
            break
        if other_score >= _LEAST and is_rival(own, entry, other):
            return Resolved(None, 3)
    return Resolved(entry, {"city": 1, "district": 2}.get(entry.kind, 3))


def _seat(unit: Entry, candidates: Sequence[Entry]) -> Entry | None:
    """The city that a unit has its name from: "Buenos Aires" is the city, unless the text says "province"."""
    cities = (entry for entry in candidates if entry.kind == "city" and entry.country == unit.country)
    inside = (entry for entry in cities if entry.unit == unit.name or kilometres(entry, unit) <= NEARBY)
    named = (entry for entry in inside if folded(entry.name) == folded(unit.name))
    return max(named, key=lambda entry: entry.population, default=None)


def _spelled_so(forms: Sequence[str], candidates: Sequence[Entry]) -> Sequence[Entry]:
    """The candidates without those of another spelling that are small beside a city of this one: no "Bagdad".

    Nor, beside a place known by this name, those that only some language calls so: no Inada, where there is an Inata.
    """
    exact = [entry for entry in candidates if not entry.approximate]
    most = max((entry.population for entry in exact), default=0)
    known = [entry for entry in exact if not all(is_byname(form, entry) for form in forms)]
    least = max(most // SMALLER, FAMOUS) if known else most // SMALLER if most >= FAMOUS else 0
    kept = exact if not known else [entry for entry in exact if entry in known or entry.population >= FAMOUS]
    return [*kept, *(entry for entry in candidates if entry.approximate and entry.population >= least)]


def _within(gazetteer: Gazetteer, candidates: Sequence[Entry], around: Surroundings) -> Sequence[Entry]:
    """The candidates that are not far from the town or district that the text puts the place in."""
    if around.around is None or not candidates:
        return candidates
    places = [entry for entry in whole_or_plain(gazetteer, around.around) if not entry.approximate]
    if not places or country_named(around.around) is not None or any(entry.kind == "unit" for entry in places):
        return candidates
    return [entry for entry in candidates if any(kilometres(entry, place) <= _INSIDE for place in places)]


def _in_reach(candidates: Sequence[Entry], around: Surroundings) -> Sequence[Entry]:
    """Of places of one name those within reach of the groups that the text names, if any is."""
    told = around.countries.keys() | around.bases | around.implied
    near = [entry for entry in candidates if entry.country in told or not is_out_of_reach(entry, around)]
    return near if any(not entry.approximate for entry in near) else candidates
