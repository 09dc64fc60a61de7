"""Countries: which ones a text tells of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache

from conflictnews.lexicons.table import read_table
from conflictnews.register.identity import identity_of
from conflictnews.register.states import states
from conflictnews.text import TextView
from conflictnews.types import NamedEntity

__all__ = ["bases_of", "countries_of"]


def countries_of(view: TextView, names: Sequence[NamedEntity]) -> Mapping[str, float]:
    """The countries (alpha-3) that a text names, by their name, adjective or people, each with its share.

    One whose word for a unit stands in it is told as well: "Sarn upazila" is in Bangladesh.
    """
    counts = Counter[str]()
    codes = _codes()
    for word in sorted(codes.keys() & view.index.keys()):
        if view.is_capital(view.index[word][0]):
            counts[codes[word]] += len(view.index[word])
    units = _units()
    for word in sorted(units.keys() & view.index.keys()):
        counts[units[word]] += len(view.index[word])
    for named in names:
        who = identity_of(named.name) if " " in named.name else None
        if who is not None and who.id is not None and who.id == who.state:
            counts[who.id] += len(named.mentions)
    total = counts.total()
    return {code: count / total for code, count in counts.items()}


def peoples_of(view: TextView, names: Sequence[NamedEntity]) -> frozenset[str]:
    """The countries (alpha-3) that an adjective or a people alone tells: they may act elsewhere, "Turkish troops"."""
    placed = states("country", "short")
    plain = {code for word, code in _codes().items() if word in placed and word in view.index}
    units = {code for word, code in _units().items() if word in view.index}
    full = {who.id for named in names if " " in named.name and (who := identity_of(named.name)).id == who.state}
    return frozenset(countries_of(view, names)) - plain - units - full


def bases_of(names: Sequence[NamedEntity]) -> frozenset[str]:
    """The countries (alpha-3) of the bodies and groups that a text names: they may act elsewhere."""
    states = (identity_of(named.name).state for named in names)
    return frozenset(state for state in states if state is not None)


@cache
def _codes() -> dict[str, str]:
    """The codes of states by the single words that name them."""
    words = states("country", "short", "adjective", "demonym").items()
    codes = ((word, identity_of(state).id) for word, state in words if " " not in word)
    return {word: code for word, code in codes if code is not None}


@cache
def _units() -> dict[str, str]:
    """The codes of states by the words for their units."""
    return {row[0]: row[1] for row in read_table("unit_words", "word", "state")}
