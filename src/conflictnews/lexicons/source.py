"""The text of a table and its rows: UTF-8, tab-separated under a header, with ``#`` comments."""

from __future__ import annotations

from collections.abc import Iterator
from pkgutil import get_data

from conflictnews.errors import LexiconError

__all__ = ["Row", "line_of", "table_rows", "table_source"]

Row = tuple[str, ...]


def table_source(name: str, folder: str = "lexicons") -> str:
    """The text of a table that the package ships."""
    # pkgutil, since importlib.resources brings tempfile, shutil and their like into every import of the package.
    source = get_data("conflictnews", f"{folder}/{name}.tsv")
    if source is None:
        raise LexiconError("can't be read", file=f"{folder}/{name}.tsv")
    return source.decode("utf-8")


def table_rows(name: str, source: str, columns: Row) -> list[Row]:
    """The rows of a table's text. A wrong header or a surplus cell is a ``LexiconError`` that names file and line.

    Trailing empty cells may be left out.
    """
    lines = _filled_lines(source)
    file, width = f"{name}.tsv", len(columns)
    first = next(lines, None)
    if first is None:
        raise LexiconError("no header", file=file)
    header = _cells(first[1])
    if header != columns:
        raise LexiconError(f"the header must be {columns}, not {header}", file=file, line=first[0])
    rows = []
    for number, line in lines:
        cells = _cells(line)
        if len(cells) > width or not cells[0]:
            raise LexiconError(f"{width} cells wanted, the first not empty: {line!r}", file=file, line=number)
        rows.append(cells + ("",) * (width - len(cells)))
    return rows


def line_of(source: str, position: int) -> int:
    r"""The line of the row at a position.

    >>> line_of("# what\nword\n\na\nb\n", 1)
    5
    """
    numbers = [number for number, _ in _filled_lines(source)]
    return numbers[position + 1]


def _filled_lines(source: str) -> Iterator[tuple[int, str]]:
    """The lines that are neither empty nor comments, each with its number."""
    for number, line in enumerate(source.split("\n"), 1):
        if line.strip() and not line.startswith("#"):
            yield number, line


def _cells(line: str) -> Row:
    return tuple([cell.strip() for cell in line.rstrip("\r").split("\t")])
