"""States on the map: by their names, where their capitals are."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache

from conflictnews.gazetteer.entry import Entry
from conflictnews.gazetteer.gazetteer import Gazetteer
from conflictnews.register.identity import identity_of
from conflictnews.register.states import state_of_adjective, states

__all__ = ["capital_called", "capitals", "country_named", "state_named"]

_CAPITAL = "capital"
_OWN = 0.6
"""The share of what a text tells of countries that belongs to the one whose capital is just "the capital"."""


def state_named(name: str) -> Entry | None:
    """A state, where its capital is."""
    country = country_named(name)
    seat = None if country is None else capitals().get(country)
    if seat is None:
        return None
    plain = states("country", "short")[_key(name)]
    return seat._replace(name=plain, kind="state", unit=None, id=country, approximate=False)


def capital_called(name: str, countries: Mapping[str, float]) -> Entry | None:
    """The capital that a text calls so: "the Libyan capital", "Mali's capital"; "the capital" that of its country.

    ``countries`` are those that the text tells of (alpha-3), each with its share.

    >>> capital_called("Mali's capital", {}).name, capital_called("capital", {"MLI": 0.7, "FRA": 0.3}).name
    ('Bamako', 'Bamako')
    """
    words = name.casefold().replace("’", "'").removeprefix("the ").split()
    if words[-1:] != [_CAPITAL]:
        return None
    state = state_of_adjective(" ".join(words[:-1]).removesuffix("'s"))
    code = None if state is None else identity_of(state).id
    if len(words) == 1:
        code = max(countries, key=lambda country: countries[country], default=None)
        code = code if code is not None and countries[code] >= _OWN else None
    return None if code is None else capitals().get(code)


def _key(name: str) -> str:
    return name.casefold().removeprefix("the ")


@lru_cache(maxsize=1 << 12)
def country_named(name: str) -> str | None:
    """The alpha-3 code of a state by its name."""
    key = _key(name)
    return identity_of(key).id if key in states("country", "short") else None


@cache
def capitals() -> dict[str, Entry]:
    """The capitals by the codes of their states (alpha-3)."""
    found: dict[str, Entry] = {}
    gazetteer = Gazetteer()
    for capital, state in states("capital").items():
        code = identity_of(state).id
        if code is None or code in found:
            continue
        cities = [entry for entry in gazetteer.lookup(capital) if entry.country == code and entry.kind == "city"]
        if cities:
            found[code] = max(cities, key=lambda entry: entry.population)
    return found
