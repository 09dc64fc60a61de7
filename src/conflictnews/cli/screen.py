"""Layout on the terminal: with rich where it is installed, else in plain text."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Protocol

from conflictnews.cli.sections import Line, Section

__all__ = ["Screen", "make_screen"]

_LABEL = 24
_NARROW = 60


class Screen(Protocol):
    """What sections are printed on."""

    def heading(self, title: str, note: str) -> None:
        """Begin an article."""
        ...

    def section(self, section: Section) -> None:
        """Print a section."""
        ...

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Print a table."""
        ...


def make_screen() -> Screen:
    """A screen with rich; without it a plain one, which is said on stderr in one line."""
    try:
        from conflictnews.cli.rich_screen import RichScreen  # noqa: PLC0415 - rich is optional
    except ModuleNotFoundError:
        print("conflictnews: plain text, as rich is missing: pip install 'conflictnews[report]'", file=sys.stderr)
        return PlainScreen()
    return RichScreen()


class PlainScreen:
    """Plain text, wrapped at the width of the terminal."""

    def __init__(self) -> None:
        self._width = max(40, shutil.get_terminal_size((80, 24)).columns)

    def heading(self, title: str, note: str) -> None:
        """A line across, the title, the note."""
        _print("", "=" * self._width)
        _print(*textwrap.wrap(title, self._width))
        _print(note)

    def section(self, section: Section) -> None:
        """The title, then each row with its label at the left."""
        label = min(_LABEL, max(len(line.label) for line in section.lines)) if section.lines else 0
        _print("", section.title.upper())
        for line in section.lines:
            self._line(line, label)

    def _line(self, line: Line, label: int) -> None:
        left = textwrap.wrap(line.label, label or 1) + (textwrap.wrap(f"({line.note})", _LABEL) if line.note else [])
        right = textwrap.wrap(line.text, max(20, self._width - _LABEL - 4))
        for number in range(max(len(left), len(right))):
            first = left[number] if number < len(left) else ""
            _print(f"  {first:<{_LABEL}}  {right[number] if number < len(right) else ''}".rstrip())

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Columns parted by two blanks; the last one takes what is left."""
        widths = [max(len(row[i]) for row in [columns, *rows]) for i in range(len(columns))]
        widths = [min(width, 40) for width in widths]
        for row in [columns, *rows]:
            _print("  ".join(cell[:width].ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())


def _print(*lines: str) -> None:
    for line in lines:
        print(line)
