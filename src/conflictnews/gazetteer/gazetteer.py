"""Gazetteer: where the places are that names stand for: the package's table, GeoNames in full, a user's list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path

import attrs

from conflictnews.gazetteer.entry import Entry, Source
from conflictnews.gazetteer.own import Own, read_file
from conflictnews.gazetteer.spelling import folded, letters, sound
from conflictnews.gazetteer.table import BuiltIn

__all__ = ["Gazetteer"]

_SHORT = 3
"""Names whose sound is not longer are found as they are written only."""


@attrs.frozen
class Gazetteer:
    """Lists of places; one asked earlier wins, name by name. Frozen, hashable, picklable.

    ``Gazetteer()`` is the table that the package ships: cities of 5,000 people and more, where conflict is those of 500
    and seats of districts, first- and second-level units (GeoNames, CC BY 4.0), and small places of conflict news.

    >>> [(place.name, place.country, place.latitude) for place in Gazetteer().lookup("Rakka") if place.kind == "city"]
    [('Ar Raqqah', 'SYR', 35.953)]
    """

    sources: tuple[Source, ...] = (BuiltIn(),)

    @classmethod
    def from_csv(cls, path: str | Path) -> Gazetteer:
        r"""A gazetteer from a table with a header (CSV, or TSV by its suffix), UTF-8.

        Columns: ``name latitude longitude``, and if there are, ``names`` (further ones, parted by "|"), ``country``
        (ISO 3166-1 alpha-3), ``admin1``, ``id``, ``population``, ``kind`` (city, district, unit). What is no such
        table is a ``ValueError`` that names the file and the row.

        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     table = Path(folder, "villages.csv")
        ...     _ = table.write_text("name,latitude,longitude,country,id\nUbundorn,14.2,-1.5,BFA,BF5601\n")
        ...     Gazetteer.from_csv(table).lookup("Ubundorn")[0].id
        'BF5601'
        """
        return cls((read_file(Path(path)),))

    @classmethod
    def from_rows(cls, rows: Iterable[Mapping[str, object]]) -> Gazetteer:
        """The same from mappings with these keys.

        >>> rows = [{"name": "Ubundorn", "names": "Oubundorn", "latitude": 14.2, "longitude": -1.5}]
        >>> Gazetteer.from_rows(rows).lookup("Oubundorn")[0].name
        'Ubundorn'
        """
        return cls((Own(rows),))

    @classmethod
    def geonames(cls) -> Gazetteer:
        """GeoNames' 235,000 places of 500 people and more, before the package's own table; needs the extra ``geo``."""
        from conflictnews.gazetteer.geonames import GeoNames  # noqa: PLC0415 - reads a large file

        return cls((GeoNames(), BuiltIn()))

    def joined(self, other: Gazetteer) -> Gazetteer:
        """A gazetteer that asks the other one for what this one lacks.

        >>> villages = Gazetteer.from_rows([{"name": "Ubundorn", "latitude": 14.2, "longitude": -1.5}])
        >>> [len(villages.joined(Gazetteer()).lookup(name)) > 0 for name in ("Ubundorn", "Kirkuk")]
        [True, True]
        """
        return Gazetteer((*self.sources, *(source for source in other.sources if source not in self.sources)))

    def lookup(self, name: str) -> tuple[Entry, ...]:
        """The places of a name in the first source that has it, then those that only sound so, as ``approximate``.

        >>> place = Gazetteer().lookup("Kirkuk")[0]
        >>> place.name, place.country, place.latitude, place.approximate
        ('Kirkuk', 'IRQ', 35.468, False)
        """
        return _in_table(name) if self.sources == _TABLE else _lookup(self.sources, name)


_TABLE = (BuiltIn(),)


@lru_cache(maxsize=1 << 12)
def _in_table(name: str) -> tuple[Entry, ...]:
    return _lookup(_TABLE, name)


def _lookup(sources: tuple[Source, ...], name: str) -> tuple[Entry, ...]:
    plain = folded(name)
    heard, own = sound(plain), letters(plain)
    near: list[Entry] = []
    for source in sources:
        pairs = [(letters(folded(written)) == own, entry) for written, entry in source.heard(heard)]
        exact = [entry for same, entry in pairs if same]
        if len(heard) > _SHORT:
            near += [entry._replace(approximate=True) for same, entry in pairs if not same]
        if exact:
            return (*exact, *near)
    return tuple(near)
