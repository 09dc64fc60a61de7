"""A user's list of places: OCHA p-codes, an ACLED list, whatever has names and coordinates."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from conflictnews.gazetteer.entry import KINDS, Entry
from conflictnews.gazetteer.spelling import folded, sound
from conflictnews.lexicons.cells import cell_text
from conflictnews.register.states import is_alpha3

__all__ = ["Own", "read_file"]

_NEEDED = ("name", "latitude", "longitude")
_KNOWN = frozenset((*_NEEDED, "names", "country", "admin1", "id", "population", "kind"))
_LATITUDE, _LONGITUDE = 90.0, 180.0


class Own:
    """The source that a user's rows make; a row that is none is a ``ValueError`` with its number (the header is 1)."""

    __slots__ = ("_by_sound",)

    def __init__(self, rows: Iterable[Mapping[str, object]]) -> None:
        self._by_sound: dict[str, list[tuple[str, Entry]]] = {}
        ids: dict[str, int] = {}
        if isinstance(rows, str | Mapping):
            raise TypeError(f"places must be a list of mappings, not {type(rows).__name__}")
        for number, row in enumerate(rows, 2):
            if not isinstance(row, Mapping):
                raise TypeError(f"row {number}: a place must be a mapping, not {type(row).__name__}")
            entry, names = _entry(row, number)
            if entry.id is not None and ids.setdefault(entry.id, number) != number:
                raise ValueError(f"row {number}: the id {entry.id!r} is that of row {ids[entry.id]}")
            for name in names:
                self._by_sound.setdefault(sound(folded(name)), []).append((name, entry))

    def heard(self, sound: str) -> Sequence[tuple[str, Entry]]:
        """The names that sound so, each with the place that has it."""
        return self._by_sound.get(sound, ())


def read_file(path: Path) -> Own:
    """The source that a table with a header makes; a mistake in it is a ``ValueError`` that names the file, too."""
    try:
        return Own(_read_csv(path))
    except UnicodeDecodeError:
        raise ValueError(f"{path.name}: is not UTF-8") from None
    except (csv.Error, ValueError) as wrong:
        raise ValueError(f"{path.name}: {wrong}") from None


def _read_csv(path: Path) -> Iterator[Mapping[str, object]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.DictReader(lines, dialect="excel-tab" if path.suffix == ".tsv" else "excel")
        missing = [name for name in _NEEDED if name not in (table.fieldnames or ())]
        if missing:
            have = ", ".join(table.fieldnames or ()) or "none"
            raise ValueError(f"no column {', '.join(missing)}; the header has {have}")
        for number, row in enumerate(table, 2):
            if None in row:
                raise ValueError(f"row {number}: has more cells than the header")
            yield {name: value for name, value in row.items() if name in _KNOWN}


def _entry(row: Mapping[str, object], number: int) -> tuple[Entry, list[str]]:
    given = {name: _cell(value, f"row {number}: {name}") for name, value in row.items()}
    if unknown := given.keys() - _KNOWN:
        raise ValueError(f"row {number}: no column {', '.join(sorted(unknown))}; there are {', '.join(sorted(_KNOWN))}")
    name = given.get("name", "")
    if not folded(name):
        raise ValueError(f"row {number}: a place must have a name, not {name!r}")
    kind = given.get("kind", "") or "city"
    if kind not in KINDS:
        raise ValueError(f"row {number}: kind must be city, district or unit, not {kind!r}")
    country = given.get("country", "")
    if country and not is_alpha3(country):
        raise ValueError(f"row {number}: country must be ISO 3166-1 alpha-3 ('SYR'), not {country!r}")
    people = given.get("population", "") or "0"
    if not people.isdecimal():
        raise ValueError(f"row {number}: population must be a whole number, not {people!r}")
    entry = Entry(
        name,
        KINDS[kind],
        country or None,
        given.get("admin1") or None,
        _degrees(given, "latitude", _LATITUDE, number),
        _degrees(given, "longitude", _LONGITUDE, number),
        int(people),
        given.get("id") or None,
    )
    return entry, [name, *(other for other in given.get("names", "").split("|") if folded(other))]


def _cell(value: object, where: str) -> str:
    try:
        return cell_text(value)
    except ValueError as wrong:
        raise ValueError(f"{where} {wrong}") from None


def _degrees(given: Mapping[str, str], name: str, most: float, number: int) -> float:
    try:
        degrees = float(given.get(name, ""))
    except ValueError:
        raise ValueError(f"row {number}: {name} must be a number of degrees, not {given.get(name, '')!r}") from None
    if not -most <= degrees <= most:
        raise ValueError(f"row {number}: {name} must lie between {-most:g} and {most:g}, not {degrees:g}")
    return degrees
