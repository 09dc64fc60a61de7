"""The table of places that the package ships, read by bisection: nothing is made of the rows that nobody asks for."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from gzip import decompress
from pkgutil import get_data

from conflictnews.errors import LexiconError
from conflictnews.gazetteer.entry import KINDS, Entry

__all__ = ["BuiltIn", "unit_names"]

_ALIAS = "="
_HEADER = b"sound\tkind\tname\tcountry\tunit\tlatitude\tlongitude\tpopulation\tid\n"


class BuiltIn:
    """The source of ``gazetteer.tsv.gz``; all instances are equal."""

    __slots__ = ()

    def heard(self, sound: str) -> tuple[tuple[str, Entry], ...]:
        """The names that sound so, each with the place that has it."""
        return _heard(sound)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, BuiltIn)

    def __hash__(self) -> int:
        return hash(BuiltIn)


@cache
def _table() -> bytes:
    """The whole table; no copy is made of it."""
    data = get_data("conflictnews", "lexicons/gazetteer.tsv.gz")
    if data is None:
        raise LexiconError("lexicons/gazetteer.tsv.gz can't be read")
    return decompress(data)


@cache
def _first_row() -> int:
    """Where the first row begins, behind the comments and the header."""
    return _table().index(b"\nsound\t") + len(_HEADER) + 1


@lru_cache(maxsize=1 << 10)
def _heard(heard: str) -> tuple[tuple[str, Entry], ...]:
    return tuple(_places(heard))


def _places(heard: str) -> Iterator[tuple[str, Entry]]:
    for _, kind, name, *rest in _rows(heard):
        if kind != _ALIAS:
            yield name, _entry(kind, name, rest)
            continue
        country, unit, key, of = rest
        for _, other, plain, *found in _rows(key):
            if other == of and found[:2] == [country, unit]:
                yield name, _entry(other, plain, found)


def unit_names() -> dict[str, str]:
    """The names of all first-level units by their ids ("geonames:US.CA")."""
    rows = (line.decode().split("\t") for line in _table()[_first_row() :].splitlines() if b"\tunit\t" in line)
    return {f"geonames:{row[-1]}": row[2] for row in rows}


def _entry(kind: str, name: str, rest: list[str]) -> Entry:
    country, unit, latitude, longitude, population, number = rest
    return Entry(
        name,
        KINDS[kind],
        country,
        unit or None,
        float(latitude),
        float(longitude),
        int(population),
        f"geonames:{number}" if number else None,
    )


def _rows(heard: str) -> Iterator[list[str]]:
    """The rows whose first column is this."""
    data, want = _table(), heard.encode(errors="replace") + b"\t"
    low, high = _first_row(), len(data)
    while low < high:
        middle = (low + high) // 2
        start = data.rfind(b"\n", 0, middle) + 1  # the header ends before ``low``, so never before the first row
        if data[start : start + len(want)] < want:
            end = data.find(b"\n", middle)
            low = len(data) if end < 0 else end + 1
        else:
            high = start
    while data.startswith(want, low):
        end = data.find(b"\n", low)
        yield data[low:end].decode().split("\t")
        low = end + 1
