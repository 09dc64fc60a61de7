"""Layout on the terminal: with rich where it is installed, else in plain text."""

from __future__ import annotations

import itertools
import shutil
import sys
import textwrap
from collections.abc import Sequence
from typing import Protocol

from conflictnews.cli.grid import grid_lines, record_lines
from conflictnews.cli.sections import Section

__all__ = ["LABEL_WIDTH", "NARROW", "Screen", "make_screen"]

LABEL_WIDTH = 24
NARROW = 60
"""Below this width labels stand above their texts."""


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
        """The title, then each row with its label at the left, or above where the terminal is narrow."""
        _print("", section.title.upper())
        for line in section.lines:
            note = textwrap.wrap(f"({line.note})", LABEL_WIDTH) if line.note else []
            text = f"{line.lead}: {line.text}" if line.lead else line.text
            left = textwrap.wrap(line.label, LABEL_WIDTH) + note
            if self._width < NARROW:
                _print(*[f"  {part}" for part in left], *_indented(text, self._width))
            else:
                self._beside(left, textwrap.wrap(text, self._width - LABEL_WIDTH - 4))

    def _beside(self, left: Sequence[str], right: Sequence[str]) -> None:
        for label, text in itertools.zip_longest(left, right, fillvalue=""):
            _print(f"  {label:<{LABEL_WIDTH}}  {text}".rstrip())

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Columns parted by two blanks; where they don't fit, a row at a time with a column a line."""
        lines = grid_lines(columns, rows, self._width)
        if lines is not None:
            _print(*lines)
            return
        for row in rows:
            _print(*record_lines(columns, row, self._width), "")


def _indented(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent="    ", subsequent_indent="    ")


def _print(*lines: str) -> None:
    for line in lines:
        print(line)
