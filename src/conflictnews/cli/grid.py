"""A table laid out for a terminal: no number and no word is ever cut."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest

__all__ = ["grid_lines", "record_lines"]

_GAP = 2
_NATURAL = 48
"""A column is no wider than this, unless a word is."""


def grid_lines(columns: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> list[str] | None:
    """The lines of a table, its head first; None where the words do not fit beside one another.

    >>> grid_lines(["who", "text"], [["Otto", "a b c"]], 10)
    ['who   text', 'Otto  a b', '      c']
    """
    table = [columns, *rows]
    least = [max(_longest_word(row[i]) for row in table) for i in range(len(columns))]
    wide = [max(len(row[i]) for row in table) for i in range(len(columns))]
    widths = [max(low, min(high, _NATURAL)) for low, high in zip(least, wide, strict=True)]
    room = width - _GAP * (len(columns) - 1)
    if sum(least) > room:
        return None
    while sum(widths) > room:
        widest = max((i for i in range(len(widths)) if widths[i] > least[i]), key=lambda i: widths[i] - least[i])
        widths[widest] -= 1
    return [line for row in table for line in _row_lines(row, widths)]


def _row_lines(row: Sequence[str], widths: Sequence[int]) -> Iterator[str]:
    cells = [_wrapped(cell, width) for cell, width in zip(row, widths, strict=True)]
    for parts in zip_longest(*cells, fillvalue=""):
        yield (" " * _GAP).join(part.ljust(width) for part, width in zip(parts, widths, strict=True)).rstrip()


def record_lines(columns: Sequence[str], row: Sequence[str], width: int) -> list[str]:
    """One row with a column a line, for terminals that the table does not fit; empty cells are left out.

    >>> record_lines(["who", "text"], ["Otto", "a b"], 40)
    ['who   Otto', 'text  a b']
    """
    head = max(map(len, columns)) + _GAP
    lines = []
    for name, cell in zip(columns, row, strict=True):
        for number, part in enumerate(_wrapped(cell, max(10, width - head)) if cell else ()):
            lines.append(f"{'' if number else name:<{head}}{part}".rstrip())
    return lines


def _wrapped(cell: str, width: int) -> list[str]:
    return textwrap.wrap(cell, width, break_long_words=False, break_on_hyphens=False) or [""]


def _longest_word(cell: str) -> int:
    return max(map(len, cell.split()), default=0)
