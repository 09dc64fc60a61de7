"""Toponym resolution: which of the places that bear a name a text means.

A candidate gains by what the text says around the name (its unit or country told in the sentence), by the countries
that the text tells of, and by its people; it loses where the text tells of other countries alone. Of two that fit
about equally, far from each other, neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from difflib import SequenceMatcher
from functools import cache, lru_cache
from math import log10
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
_BYNAME = 1.0
_NEIGHBOUR = 2.0
_NEARBY = 100.0
"""Kilometres within which another place of a sentence speaks for one."""
_EXACT, _SORT, _CITY = 2.0, 2.0, 0.5
_FAR = 50.0
"""Kilometres from which on two candidates are two places."""
_INSIDE = 75.0
"""Kilometres from a town or district within which a place that is said to be in it lies."""
_REACH = 2_500.0
"""Kilometres from the capital of its base within which a group acts."""
_MARGIN = 0.7
_ALIKE = 0.75
"""The share of its sounds that a name has in common with another spelling of it."""
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
    names = around.near
    near = [*names, *(part for other in names for part in _beginnings(other))]
    around = around._replace(near=[other for other in near if _plain(other)[0] != own])
    if (state := _state(name) or _state(_plain(name)[0])) is not None:
        return Resolved(state, 3)
    best = _best(gazetteer, name, around)
    if best is not None and best.entry is not None:
        return best
    whole = any(not entry.approximate for entry in gazetteer.lookup(name))  # no town called San in "San Miguel"
    within = None if whole else _first_found(gazetteer, _beginnings(name), (), around)
    beside = _first_found(gazetteer, around.near, names, around)
    if within is not None and beside is not None and _is_likelier(beside[1], within[1], around):
        within = None
    found = within or beside or (None if whole else _first_found(gazetteer, _endings(name), (), around))
    if found is not None and found not in (within, beside) and found[1].kind != "city":
        return best
    return best if found is None else Resolved(found[1], max(found[0], 2))


def _first_found(
    gazetteer: Gazetteer, names: Iterable[str], told: Sequence[str], around: Surroundings
) -> tuple[int, Entry] | None:
    """The first place that one of some names means, with its precision; of names not ``told`` one that is at home."""
    for other in names:
        if not _is_name(other.split()) or _country(other) is not None:
            continue
        found = _container(gazetteer, other, around) if other == around.around else _best(gazetteer, other, around)
        entry = None if found is None else found.entry
        if found is None or entry is None or _is_guessed(entry, around):
            continue
        if other in told or _is_at_home(entry, around):
            return found.precision, entry
    return None


def _is_likelier(beside: Entry, within: Entry, around: Surroundings) -> bool:
    """Whether a place that is told near it is meant, not the one that a name begins with: "ANWARA School, DHAKA".

    It is larger, or its unit is told as well: "in Simojovel, CHIAPAS, ... the Santa Anita prison".
    """
    surer = beside.population > within.population or _is_contained(beside, around)
    return beside.kind in ("city", "district") and surer and kilometres(beside, within) > _NEARBY


def _container(gazetteer: Gazetteer, name: str, around: Surroundings) -> Resolved | None:
    """What the text puts a place in; its unit rather than a town of that name: "Astoria, OREGON"."""
    found = _best(gazetteer, name, around._replace(around=None))
    town = None if found is None else found.entry
    if town is not None and (town.population >= _FAMOUS or _is_contained(town, around)):
        return found
    units = [entry for entry in gazetteer.lookup(name) if entry.kind == "unit" and entry.country in around.countries]
    return Resolved(max(units, key=lambda unit: unit.population), 3) if units else found


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
    if not _has_capital(plain) or is_word(plain) or _country(plain) is not None:
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
    """Whether words may be the name of a place: the last has a capital, and one is no common word, "West" nor "San"."""
    small = [word.casefold() for word in words]
    common = is_word(" ".join(words)) or _parts().keys() >= set(small)
    return words[-1][:1].isupper() and not common and (len(words) > 1 or small[0] not in _no_names())


@cache
def _no_names() -> frozenset[str]:
    """Words that alone name no place: common nouns, "Street", and what names begin with, "San"."""
    nouns = (noun for noun, *_ in read_table("nouns", "noun", "kinds", "number"))
    return word_sets("naming_words", "word", "class")["opening"].union(nouns)


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
    candidates = _in_reach(_within(gazetteer, candidates, around), around)
    scored = sorted(
        ((_score(gazetteer, plain, entry, sort, around), entry) for entry in candidates), key=lambda pair: pair[0], reverse=True
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
    cities = (entry for entry in candidates if entry.kind == "city" and entry.country == unit.country)
    inside = (entry for entry in cities if entry.unit == unit.name or kilometres(entry, unit) <= _NEARBY)
    named = (entry for entry in inside if folded(entry.name) == folded(unit.name))
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


def _in_reach(candidates: Sequence[Entry], around: Surroundings) -> Sequence[Entry]:
    """Of places of one name those within reach of the groups that the text names, if any is."""
    told = around.countries.keys() | around.bases | around.implied
    near = [entry for entry in candidates if entry.country in told or not _is_out_of_reach(entry, around)]
    return near if any(not entry.approximate for entry in near) else candidates


def _score(gazetteer: Gazetteer, name: str, entry: Entry, sort: str | None, around: Surroundings) -> float:
    score = log10(entry.population + 10) / 2
    score -= 0.0 if _is_alike(name, entry) else _BYNAME
    score += _NEIGHBOUR if _has_neighbour(gazetteer, entry, around) else 0.0
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


def _has_neighbour(gazetteer: Gazetteer, entry: Entry, around: Surroundings) -> bool:
    """Whether another town or district that is told near its name lies near a place."""
    others = (other for name in around.near if _has_capital(name) for other in _towns(gazetteer, name))
    return any(kilometres(entry, other) <= _NEARBY for other in others)


@lru_cache(maxsize=1 << 12)
def _towns(gazetteer: Gazetteer, name: str) -> tuple[Entry, ...]:
    """The towns and districts of just this name; none for a common word."""
    if is_word(name):
        return ()
    found = _whole_or_plain(gazetteer, name)
    return tuple(entry for entry in found if entry.kind in ("city", "district") and not entry.approximate)


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
        known = " " in name and entry.population >= _FAMOUS and not _has_rival(name, entry, rivals)
        return not around.countries and (known or entry.country in around.bases)
    if _is_country_near(entry, around) or _is_contained(entry, around):
        return True
    if is_word(entry.name):
        return False
    if around.implied and entry.country not in around.implied:
        return entry.population >= _FAMOUS and not around.implied.isdisjoint(around.countries)
    speaks_against = _is_out_of_reach(entry, around) if around.bases else not (" " in name or _is_alike(name, entry))
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
    """Whether a name sounds much like that by which a place is known, or begins it: "Sopore", Sopur; "Khairpur"."""
    return _ratio(sound(folded(name)), sound(folded(entry.name))) >= _ALIKE


@lru_cache(maxsize=1 << 12)
def _ratio(one: str, other: str) -> float:
    """The share of sounds that two names have in common (Ratcliff and Obershelp); 1 where one begins the other."""
    return 1.0 if other.startswith(one) else SequenceMatcher(None, one, other).ratio()


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
