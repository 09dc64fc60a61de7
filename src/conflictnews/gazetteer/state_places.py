"""States on the map: by their names, where their capitals are."""

from __future__ import annotations

from functools import cache, lru_cache

from conflictnews.gazetteer.entry import Entry
from conflictnews.gazetteer.gazetteer import Gazetteer
from conflictnews.register.identity import identity_of
from conflictnews.register.states import states

__all__ = ["capitals", "country_named", "state_named"]


def state_named(name: str) -> Entry | None:
    """A state, where its capital is."""
    country = country_named(name)
    return None if country is None else capitals().get(country)


@lru_cache(maxsize=1 << 12)
def country_named(name: str) -> str | None:
    """The alpha-3 code of a state by its name."""
    key = name.casefold().removeprefix("the ")
    return identity_of(key).id if key in states("country", "short") else None


@cache
def capitals() -> dict[str, Entry]:
    """The states by their codes (alpha-3), each where its capital is."""
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
