"""Rows of lexicons that are left out for a while, and which documents rest on which row."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FunctionType
from typing import Any, NamedTuple

from conflictnews.lexicons import table
from discipline.benches import Found
from discipline.replay import OUTSIDE, Replay
from discipline.rules import PACKAGE
from discipline.stand_in import caches, loaded, replaced, underlying

__all__ = ["Row", "Tables", "left_of", "rests_on"]

SOURCE = "source"
"""The column that names where a row comes from."""
SEEN = "seen"
"""What stands there, if anything, where that is a text in which the word was seen."""
PARTED = "|"
KINDS = ("type", "kind", "plover")


class Row(NamedTuple):
    """A row of a table, by its number; or one ``word`` of a cell of it that holds several."""

    table: str
    number: int
    word: str = ""


class Tables:
    """Tables of which rows can be left out, and the documents read with all of them.

    A name is that of a table, whose rows are left out, or ``TABLE/COLUMN``: then each word of that column, where words
    are parted by ``|``, is left out by itself. It is ``read_table`` that leaves out, so it does not matter what is made
    of the rows.
    """

    def __init__(self, names: Collection[str], documents: Sequence[dict[str, Any]]) -> None:
        self.names = dict(name.partition("/")[::2] for name in names)
        self.columns: dict[str, tuple[str, ...]] = {}
        self.cells: dict[Row, tuple[str, ...]] = {}
        self._out: Collection[Row] = ()
        self._replay = Replay()
        with self.without(()):
            self.readings = [self._replay.read(document) for document in documents]
            self._caches = caches(PACKAGE)
        if missing := self.names.keys() - self.columns.keys():
            raise ValueError(f"these documents lead to no look into the table {', '.join(sorted(missing))}")
        homes = [self._replay.home_of(module) for module in _readers(self.names)]
        first = min(homes, default=OUTSIDE)
        self._places, self._anew = self._replay.every_place_from(max(first, 0)), first == OUTSIDE

    @contextmanager
    def without(self, rows: Collection[Row]) -> Iterator[None]:
        """While this lasts, the tables do not have these rows."""
        function = underlying(table.read_table)
        assert function is not None  # noqa: S101 - for mypy
        self._out = frozenset(rows)
        try:
            with replaced(function, self._make):
                self._clear()
                yield
        finally:
            self._clear()

    def read_without(self, rows: Collection[Row], at: Iterable[int]) -> list[Found]:
        """What these documents give if the tables lack these rows."""
        with self.without(rows):
            return [self._replay.again(self.readings[number], self._places, self._anew) for number in at]

    def sourced(self, row: Row) -> bool:
        """Whether the row says that it comes from a source, and not only from a text."""
        columns = self.columns[row.table]
        return SOURCE in columns and bool(set(self.cells[row][columns.index(SOURCE)].split()) - {SEEN})

    def _make(self, original: FunctionType) -> Callable[..., Any]:
        def read(name: str, *columns: str, **folder: str) -> tuple[tuple[str, ...], ...]:
            rows: tuple[tuple[str, ...], ...] = original(name, *columns, **folder)
            if name not in self.names:
                return rows
            self.columns[name] = columns
            kept = (self._kept(name, number, cells) for number, cells in enumerate(rows))
            return tuple(cells for cells in kept if cells is not None)

        return read

    def _kept(self, name: str, number: int, cells: tuple[str, ...]) -> tuple[str, ...] | None:
        """A row without what is left out; None where nothing remains."""
        if not (column := self.names[name]):
            self.cells[Row(name, number)] = cells
            return None if Row(name, number) in self._out else cells
        at = self.columns[name].index(column)
        words = [Row(name, number, word) for word in cells[at].split(PARTED)]
        self.cells.update((row, (*cells[:at], row.word, *cells[at + 1 :])) for row in words)
        left = PARTED.join(row.word for row in words if row not in self._out)
        return (*cells[:at], left, *cells[at + 1 :]) if left or not cells[at] else None

    def _clear(self) -> None:
        for cache in getattr(self, "_caches", None) or caches(PACKAGE):
            cache.cache_clear()


def _readers(names: Collection[str]) -> list[str]:
    """The modules in whose text the name of a table stands."""
    texts = {module.__name__: Path(module.__file__ or "").read_text("utf-8") for module in loaded(PACKAGE)}
    return [module for module, text in texts.items() if any(f'"{name}"' in text for name in names)]


def marks(found: Found, layer: str) -> set[tuple[object, ...]]:
    """The annotations of a layer, each by its kind and the places where it is told."""
    return {
        (*(item.get(kind) for kind in KINDS), *span)
        for item in found.get(layer) or []
        for span in (item["span"], *(item.get("mentions") or []))
    }


def left_of(before: Found, now: Found, layer: str) -> Found:
    """What was found before, of one layer only what is told at the same first place now."""
    there = marks(now, layer)
    kept = [item for item in before[layer] if (*(item.get(kind) for kind in KINDS), *item["span"]) in there]
    return {**before, layer: kept}


def rests_on(tables: Tables, layer: str) -> dict[Row, list[int]]:
    """For each row the documents in which, without it, some annotation of the layer is no longer there.

    Rows are left out by halves, and halves of halves, where something is lost. So of two rows that do the same for a
    text neither is used there.
    """
    base = [marks(reading.found, layer) for reading in tables.readings]
    used: dict[Row, list[int]] = {}

    def search(rows: Sequence[Row], documents: Sequence[int]) -> None:
        now = tables.read_without(rows, documents)
        lost = [at for at, found in zip(documents, now, strict=True) if base[at] - marks(found, layer)]
        if not lost:
            return
        if len(rows) == 1:
            used[rows[0]] = lost
            return
        half = len(rows) // 2
        search(rows[:half], lost)
        search(rows[half:], lost)

    search(list(tables.cells), [at for at, found in enumerate(base) if found])
    return used
