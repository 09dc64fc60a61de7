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
"""The column that names where a row comes from, if not from a text in which it was seen."""
KINDS = ("type", "kind", "plover")


class Row(NamedTuple):
    """A row of a table, by its number."""

    table: str
    number: int


class Tables:
    """Tables of which rows can be left out, and the documents read with all of them.

    It is ``read_table`` that leaves rows out, so it does not matter what is made of them.
    """

    def __init__(self, names: Collection[str], documents: Sequence[dict[str, Any]]) -> None:
        self.names = names
        self.columns: dict[str, tuple[str, ...]] = {}
        self.cells: dict[Row, tuple[str, ...]] = {}
        self._out: Collection[Row] = ()
        self._replay = Replay()
        with self.without(()):
            self.readings = [self._replay.read(document) for document in documents]
            self._caches = caches(PACKAGE)
        if missing := set(names) - self.columns.keys():
            raise ValueError(f"these documents lead to no look into the table {', '.join(sorted(missing))}")
        homes = [self._replay.home_of(module) for module in _readers(names)]
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
        """Whether the row says that it comes from a source, and not from a text."""
        columns = self.columns[row.table]
        return SOURCE in columns and bool(self.cells[row][columns.index(SOURCE)])

    def _make(self, original: FunctionType) -> Callable[..., Any]:
        def read(name: str, *columns: str, **folder: str) -> tuple[tuple[str, ...], ...]:
            rows: tuple[tuple[str, ...], ...] = original(name, *columns, **folder)
            if name not in self.names:
                return rows
            numbered = {Row(name, number): cells for number, cells in enumerate(rows)}
            self.columns[name] = columns
            self.cells.update(numbered)
            return tuple(cells for row, cells in numbered.items() if row not in self._out)

        return read

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
