"""Plausibility: whether the text speaks for a place at all, and whether another of its name may as well be meant."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.gazetteer.entry import Entry, kilometres
from conflictnews.gazetteer.evidence import FAMOUS, Surroundings, is_contained, is_country_near, is_out_of_reach
from conflictnews.gazetteer.toponyms import is_alike, is_byname, is_word

__all__ = ["SMALLER", "is_open", "is_plausible", "is_rival"]

SMALLER = 10
"""Of two places of one name that nothing else tells apart, one so many times as large is meant."""
_FAR = 50.0
"""Kilometres from which on two candidates are two places."""


def is_plausible(name: str, entry: Entry, rivals: Sequence[Entry], around: Surroundings) -> bool:
    """Whether the text speaks for the place, or nothing speaks against the only one of its name, or it is large."""
    if entry.country is None or (entry.country in around.countries and not is_word(entry.name)):
        return True
    if entry.approximate:
        known = " " in name and entry.population >= FAMOUS and not _has_rival(name, entry, rivals)
        return not around.countries and (known or entry.country in around.bases)
    if is_country_near(entry, around) or is_contained(entry, around):
        return True
    if is_word(entry.name):
        return False
    if around.implied and entry.country not in around.implied:
        return entry.population >= FAMOUS and not around.implied.isdisjoint(around.countries)
    speaks_against = is_out_of_reach(entry, around) if around.bases else not (" " in name or is_alike(name, entry))
    if around.countries or speaks_against:
        return entry.population >= FAMOUS and not _has_rival(name, entry, rivals)
    return not _has_rival(name, entry, rivals)


def is_open(name: str, entry: Entry, rivals: Sequence[Entry], around: Surroundings) -> bool:
    """Whether a name is that of several places, and the text says nothing of which."""
    return not (entry.approximate or around.countries or is_word(entry.name)) and _has_rival(name, entry, rivals)


def _has_rival(name: str, entry: Entry, rivals: Sequence[Entry]) -> bool:
    """Whether another place that is known by the name may be meant."""
    return any(not rival.approximate and is_rival(name, entry, rival) for rival in rivals)


def is_rival(name: str, entry: Entry, rival: Entry) -> bool:
    """Whether a name may as well mean another place, which is far away and not much smaller."""
    small = rival.population * SMALLER < entry.population
    return not small and kilometres(entry, rival) > _FAR and _contends(name, entry, rival)


def _contends(name: str, entry: Entry, rival: Entry) -> bool:
    """Whether another place has the name as much: not the unit of a city's name, nor what was called so once."""
    if is_byname(name, rival) and not is_byname(name, entry):
        return False
    return rival.country != entry.country or entry.kind == rival.kind
