"""Read a lexicon: a UTF-8 file of tab-separated rows under a header, with ``#`` comments.

A table is read when it is first asked for, once a process. Trailing empty cells may be left out.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pkgutil import get_data

from conflictnews.errors import LexiconError

__all__ = ["read_table", "word_sets"]

Row = tuple[str, ...]


def parse_rows(name: str, source: str, columns: tuple[str, ...]) -> Iterator[Row]:
    """The rows of a table's text. A wrong header or a surplus cell is a LexiconError that names file and line."""
    header: Row | None = None
    for number, line in enumerate(source.split("\n"), 1):
        if not line.strip() or line.startswith("#"):
            continue
        cells = tuple(cell.strip() for cell in line.rstrip("\r").split("\t"))
        if header is None:
            header = cells
            if header != columns:
                raise LexiconError(f"{name}.tsv:{number}: the header must be {columns}, not {header}")
            continue
        if len(cells) > len(columns) or not cells[0]:
            raise LexiconError(f"{name}.tsv:{number}: {len(columns)} cells wanted, the first not empty: {line!r}")
        yield cells + ("",) * (len(columns) - len(cells))
    if header is None:
        raise LexiconError(f"{name}.tsv: no header")


@cache
def read_table(name: str, *columns: str, folder: str = "lexicons") -> tuple[Row, ...]:
    """All rows of ``lexicons/NAME.tsv`` (or of ``weights/``), whose header must name exactly these columns.

    >>> ("sen", "title") in read_table("abbreviations", "abbreviation", "class")
    True
    """
    # pkgutil, since importlib.resources brings tempfile, shutil and their like into every import of the package.
    source = get_data("conflictnews", f"{folder}/{name}.tsv")
    if source is None:
        raise LexiconError(f"{folder}/{name}.tsv can't be read")
    return tuple(parse_rows(name, source.decode("utf-8"), columns))


@cache
def word_sets(name: str, *columns: str) -> dict[str, frozenset[str]]:
    """A table of two columns, entry and class, as one set of entries a class.

    >>> "mr" in word_sets("abbreviations", "abbreviation", "class")["title"]
    True
    """
    classes: dict[str, set[str]] = {}
    for entry, label in read_table(name, *columns):
        classes.setdefault(label, set()).add(entry)
    return {label: frozenset(entries) for label, entries in classes.items()}
