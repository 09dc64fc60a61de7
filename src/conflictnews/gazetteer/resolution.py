"""Toponym resolution: which of the places that bear a name a text means.

A candidate gains by what the text says around the name (its unit or country told in the sentence), by the countries
that the text tells of, and by its people; it loses where the text tells of other countries alone. Of two that fit
about equally, far from each other, neither is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import cache, lru_cache
from math import log10
from os.path import commonprefix
from typing import NamedTuple

from conflictnews.gazetteer.entry import Entry, kilometres
from conflictnews.gazetteer.gazetteer import Gazetteer
from conflictnews.gazetteer.spelling import folded, sound
from conflictnews.lexicons.table import read_table, word_set, word_sets
from conflictnews.register.identity import identity_of
from conflictnews.register.states import states

__all__ = ["Resolved", "Surroundings", "country_of_unit", "is_word", "resolve"]

_CONTAINED, _COUNTRY_NEAR, _COUNTRY_TOLD, _COUNTRY_OTHER = 4.0, 3.0, 2.5, -3.0
_PEOPLE_OTHER = -1.0
_ELSEWHERE = -20.0
_BASE = 1.0
_EXACT, _SORT, _CITY = 2.0, 2.0, 0.5
_FAR = 50.0
"""Kilometres from which on two candidates are two places."""
_INSIDE = 75.0
"""Kilometres from a town or district within which a place that is said to be in it lies."""
_REACH = 2_500.0
"""Kilometres from the capital of its base within which a group acts."""
_MARGIN = 0.7
_ALIKE = 0.75
"""The share of a name's sounds with which another spelling of it begins as well."""
_FAMOUS = 100_000
"""People in a city that is meant wherever nothing speaks against it."""
_LEAST = 3.0
_SMALLER = 10
"""Of two places of one name that nothing else tells apart, one so many times as large is meant."""
_LEADING = 3.0
"""A town that a longer name begins with may be in a country told a third as much as the one told most."""


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


class Resolved(NamedTuple):
    """The place that is meant, and ACLED's precision of it; no entry where two fit."""

    entry: Entry | None
    precision: int


def resolve(gazetteer: Gazetteer, name: str, around: Surroundings) -> Resolved | None:
    """The place that a name means, else the nearest one told with it; None where the gazetteer has nothing that fits.

    >>> resolve(Gazetteer(), "Tripoli", Surroundings((), None, {"LBN": 1.0})).entry.unit
    'Liban-Nord'
    """
    own = _plain(name)[0]
    near = [part for other in around.near for part in (other, *_beginnings(other))]
    around = around._replace(near=[other for other in near if _plain(other)[0] != own])
    if (state := _state(name) or _state(_plain(name)[0])) is not None:
        return Resolved(state, 3)
    best = _best(gazetteer, name, around)
    if best is not None and best.entry is not None:
        return best
    near = [other for other in around.near if _is_name(other.split())]
    for other in (*_beginnings(name), *near, *_endings(name)):
        outer = around._replace(around=None) if other == around.around else around
        found = _best(gazetteer, other, outer)
        if found is None or found.entry is None or _is_guessed(found.entry, around):
            continue
        if other in _endings(name) and found.entry.kind != "city":
            continue
        if other in around.near or _is_at_home(found.entry, around):
            return found._replace(precision=max(found.precision, 2))
    return best


def _is_guessed(entry: Entry, around: Surroundings) -> bool:
    """Whether only the sound of a name speaks for a place, and its country is not told near it."""
    return entry.approximate and not _is_country_near(entry, around)


def _is_at_home(entry: Entry, around: Surroundings) -> bool:
    """Whether a town is large or where the text is: no town called Olympia in "the Olympia shopping centre"."""
    if entry.population >= _FAMOUS or not around.countries or _is_country_near(entry, around):
        return True
    share = around.countries.get(entry.country or "", 0.0)
    told = share * _LEADING >= max(around.countries.values())
    return told or entry.country in around.implied or _is_contained(entry, around)


@lru_cache(maxsize=1 << 12)
def country_of_unit(gazetteer: Gazetteer, name: str) -> str | None:
    """The country whose unit a name is, if only one has a unit of that name: "Alibori", "Kirinyaga County".

    >>> country_of_unit(Gazetteer(), "Kirinyaga County"), country_of_unit(Gazetteer(), "Central")
    ('KEN', None)
    """
    plain, _ = _plain(name)
    if not _has_capital(plain) or is_word(plain):
        return None
    entries = [entry for entry in gazetteer.lookup(plain) if not entry.approximate]
    countries = {entry.country for entry in entries}
    return countries.pop() if len(countries) == 1 and any(entry.kind == "unit" for entry in entries) else None


@lru_cache(maxsize=1 << 12)
def _beginnings(name: str) -> tuple[str, ...]:
    """The names that a name may begin with, the longest first: "Larkana" of "Larkana Press Club"."""
    words = name.split()
    return tuple(" ".join(words[:size]) for size in range(len(words) - 1, 0, -1) if _is_name(words[:size]))


@lru_cache(maxsize=1 << 12)
def _endings(name: str) -> tuple[str, ...]:
    """The names that a name may end with, and the ends of a road: "Pir Colony PESHAWAR", "the axis DJIBO-MENTAO"."""
    words = name.split()
    ends = (" ".join(words[first:]) for first in range(1, len(words)) if _is_name(words[first:]))
    ways = (end for word in words if "-" in word for end in word.split("-") if end and _is_name([end]))
    return (*ends, *ways)


def _is_name(words: Sequence[str]) -> bool:
    """Whether words may be the name of a place: the last has a capital, and one is no common word and no "West"."""
    common = is_word(" ".join(words)) or _parts().keys() >= {word.casefold() for word in words}
    return words[-1][:1].isupper() and not common


@lru_cache(maxsize=1 << 12)
def is_word(name: str) -> bool:
    """Whether a name is also a common word: "Nice", "Reading", "University"."""
    return all(word in word_set("common_words", "word") or word in _bodies() for word in folded(name).split())


@cache
def _bodies() -> frozenset[str]:
    """Words that end names of bodies, seldom written small: "Branch", "University"."""
    rows = read_table("organisation_heads", "word", "kind", "position")
    return frozenset(word for word, kind, _ in rows if kind == "organisation")


def _best(gazetteer: Gazetteer, name: str, around: Surroundings) -> Resolved | None:
    plain, sort = _plain(name)
    candidates: Sequence[Entry] = [
        entry for form in dict.fromkeys((name, plain)) if _has_capital(form) for entry in gazetteer.lookup(form)
    ]
    candidates = _within(gazetteer, candidates, around)
    scored = sorted(
        ((_score(entry, sort, around), entry) for entry in candidates), key=lambda pair: pair[0], reverse=True
    )
    if not scored or scored[0][0] < _LEAST:
        return None
    if not _is_plausible(plain, scored[0][1], candidates, around):
        return Resolved(None, 3) if _is_open(plain, scored[0][1], candidates, around) else None
    top, entry = scored[0]
    if entry.kind == "unit" and sort is None:
        entry = _seat(entry, candidates) or entry
    for score, other in scored[1:]:
        if top - score >= _MARGIN:
            break
        rivals = score >= _LEAST and other.population * _SMALLER >= entry.population
        if rivals and kilometres(entry, other) > _FAR and _contends(plain, entry, other):
            return Resolved(None, 3)
    return Resolved(entry, {"city": 1, "district": 2}.get(entry.kind, 3))


def _seat(unit: Entry, candidates: Sequence[Entry]) -> Entry | None:
    """The city that a unit has its name from: "Buenos Aires" is the city, unless the text says "province"."""
    cities = [entry for entry in candidates if entry.kind == "city" and entry.country == unit.country]
    named = (entry for entry in cities if folded(entry.name) == folded(unit.name))
    return max(named, key=lambda entry: entry.population, default=None)


def _has_capital(name: str) -> bool:
    return not name.islower() and name != ""


def _within(gazetteer: Gazetteer, candidates: Sequence[Entry], around: Surroundings) -> Sequence[Entry]:
    """The candidates that are not far from the town or district that the text puts the place in."""
    if around.around is None or not candidates:
        return candidates
    places = [entry for entry in _whole_or_plain(gazetteer, around.around) if not entry.approximate]
    if not places or _country(around.around) is not None or any(entry.kind == "unit" for entry in places):
        return candidates
    return [entry for entry in candidates if any(kilometres(entry, place) <= _INSIDE for place in places)]


def _whole_or_plain(gazetteer: Gazetteer, name: str) -> Sequence[Entry]:
    """The places of a name as it is, "North Carolina", else without the words that say what it is: "Dorn district"."""
    return gazetteer.lookup(name) or gazetteer.lookup(_plain(name)[0])


def _score(entry: Entry, sort: str | None, around: Surroundings) -> float:
    score = log10(entry.population + 10) / 2
    score += 0.0 if entry.approximate else _EXACT
    if entry.unit is not None and entry.kind != "unit" and around.near:
        score += _CONTAINED if _is_contained(entry, around) else _ELSEWHERE * _is_elsewhere(entry, around)
    if entry.country is not None:
        share = around.countries.get(entry.country)
        score += _COUNTRY_NEAR if _is_country_near(entry, around) else 0.0
        if around.implied:
            score += _COUNTRY_TOLD if entry.country in around.implied else _COUNTRY_OTHER
        score += _BASE if entry.country in around.bases else 0.0
        abroad = around.countries.keys() <= around.peoples and entry.population >= _FAMOUS
        other = _PEOPLE_OTHER if abroad else _COUNTRY_OTHER
        score += other if share is None and around.countries else _COUNTRY_TOLD * (share or 0.0)
    if sort is not None:
        return score + (_SORT if sort == entry.kind else 0.0)
    return score + (_CITY if entry.kind == "city" else 0.0)


def _is_contained(entry: Entry, around: Surroundings) -> bool:
    """Whether the unit that a place is in is told near its name."""
    if entry.unit is None:
        return False
    unit = folded(entry.unit)
    return any(
        unit in (folded(other), _plain(folded(other))[0]) or (entry.country, entry.unit) in _units_named(other) for other in around.near
    )


@lru_cache(maxsize=1 << 12)
def _units_named(name: str) -> frozenset[tuple[str | None, str]]:
    """The countries and names of the units that a name is one of: of "Kunar" Afghanistan's Konar."""
    entries = _whole_or_plain(Gazetteer(), name)
    return frozenset((entry.country, entry.name) for entry in entries if entry.kind == "unit" and not entry.approximate)


def _is_country_near(entry: Entry, around: Surroundings) -> bool:
    """Whether the country of a place is told near its name."""
    return any(_country(other) == entry.country for other in around.near)


def _is_elsewhere(entry: Entry, around: Surroundings) -> bool:
    """Whether the text puts the place in another unit: "Maryville, Missouri", not in Tennessee; "Cairo, Illinois"."""
    if around.around is None:
        return False
    units = _whole_or_plain(Gazetteer(), around.around)
    if units and all(unit.kind == "unit" and unit.country != entry.country for unit in units):
        return True
    return any(unit.kind == "unit" and unit.country == entry.country and not unit.approximate for unit in units)


def _is_plausible(name: str, entry: Entry, rivals: Sequence[Entry], around: Surroundings) -> bool:
    """Whether the text speaks for the place, or nothing speaks against the only one of its name, or it is large."""
    if entry.country is None or (entry.country in around.countries and not is_word(entry.name)):
        return True
    if entry.approximate:
        return entry.country in around.bases and not around.countries
    if _is_country_near(entry, around) or _is_contained(entry, around):
        return True
    if is_word(entry.name):
        return False
    if around.implied and entry.country not in around.implied:
        return entry.population >= _FAMOUS and not around.implied.isdisjoint(around.countries)
    speaks_against = _is_out_of_reach(entry, around) if around.bases else not _is_alike(name, entry)
    if around.countries or speaks_against:
        return entry.population >= _FAMOUS and not _has_rival(name, entry, rivals)
    return not _has_rival(name, entry, rivals)


def _is_out_of_reach(entry: Entry, around: Surroundings) -> bool:
    """Whether the groups that the text names have their bases far away: no "JNIM" in Inata in Japan."""
    capitals = [_capitals()[base] for base in around.bases if base in _capitals()]
    return bool(capitals) and all(kilometres(entry, capital) > _REACH for capital in capitals)


def _is_byname(name: str, entry: Entry) -> bool:
    """Whether a place is better known by another name: the Soest in the Netherlands that is Sust in some language."""
    return folded(name) != folded(entry.name)


def _is_alike(name: str, entry: Entry) -> bool:
    """Whether a name sounds much like that by which a place is known: "Sopore", Sopur."""
    one, other = sound(folded(name)), sound(folded(entry.name))
    return len(commonprefix((one, other))) >= _ALIKE * max(len(one), len(other))


def _is_open(name: str, entry: Entry, rivals: Sequence[Entry], around: Surroundings) -> bool:
    """Whether a name is that of several places, and the text says nothing of which."""
    return not (entry.approximate or around.countries or is_word(entry.name)) and _has_rival(name, entry, rivals)


def _has_rival(name: str, entry: Entry, rivals: Sequence[Entry]) -> bool:
    """Whether another place far away has the same name and is not much smaller."""
    return any(
        rival.population * _SMALLER >= entry.population
        and not rival.approximate
        and kilometres(entry, rival) > _FAR
        and _contends(name, entry, rival)
        for rival in rivals
    )


def _contends(name: str, entry: Entry, rival: Entry) -> bool:
    """Whether a name may as well mean another place: not the unit of a city's name, nor what was called so once."""
    if _is_byname(name, rival) and not _is_byname(name, entry):
        return False
    return rival.country != entry.country or entry.kind == rival.kind


def _state(name: str) -> Entry | None:
    """A state, where its capital is."""
    country = _country(name)
    return None if country is None else _capitals().get(country)


@lru_cache(maxsize=1 << 12)
def _country(name: str) -> str | None:
    """The alpha-3 code of a state by its name."""
    key = name.casefold().removeprefix("the ")
    return identity_of(key).id if key in states("country", "short") else None


@cache
def _capitals() -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    gazetteer = Gazetteer()
    for capital, state in states("capital").items():
        code = identity_of(state).id
        if code is None or code in found:
            continue
        cities = [entry for entry in gazetteer.lookup(capital) if entry.country == code and entry.kind == "city"]
        if cities:
            found[code] = max(cities, key=lambda entry: entry.population)._replace(
                name=state, kind="state", unit=None, id=code, approximate=False
            )
    return found


@cache
def _parts() -> dict[str, str | None]:
    """The words that say which part of a place or what sort it is, with the kind of entry that they tell."""
    kinds = {"unit": "unit", "district": "district", "settlement": "city"}
    return {
        word: kinds.get(label) for label, words in word_sets("place_parts", "word", "class").items() for word in words
    }


@lru_cache(maxsize=1 << 12)
def _plain(name: str) -> tuple[str, str | None]:
    """A name without the words around it that say what it is, and what they say: "the northern city of Kunduz"."""
    words, parts, sort = name.split(), _parts(), None
    first, last = 0, len(words)
    while first < last and words[first].casefold() in parts:
        sort = parts[words[first].casefold()] or sort
        first += 1
    while last > first and words[last - 1].casefold() in parts:
        last -= 1
        sort = parts[words[last].casefold()] or sort
    return " ".join(words[first:last]), sort
