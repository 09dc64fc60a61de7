"""Layout with rich; importing this without rich is a ModuleNotFoundError."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from conflictnews.cli.grid import grid_lines, record_lines
from conflictnews.cli.screen import LABEL_WIDTH, NARROW
from conflictnews.cli.sections import Line, Section

__all__ = ["RichScreen"]


class RichScreen:
    """Colours where the terminal has them, and columns that fit its width."""

    def __init__(self) -> None:
        self._console = Console(highlight=False, markup=False, emoji=False, soft_wrap=False)

    def _print(self, *shown: RenderableType) -> None:
        with self._console.capture() as captured:
            self._console.print(*shown)
        # rich fills each line up with blanks, which are in the way of whoever copies or compares the output.
        sys.stdout.write("".join(line.rstrip(" \n") + "\n" for line in captured.get().splitlines(keepends=True)))

    def heading(self, title: str, note: str) -> None:
        """A line across, the title in bold, the note in small print."""
        self._print()
        self._print(Text("━" * self._console.width, style="blue"))
        self._print(Text(title, style="bold"))
        if note:
            self._print(Text(note, style="dim"))

    def section(self, section: Section) -> None:
        """The title, then a grid of labels and texts."""
        self._print()
        self._print(Text(section.title.upper(), style="bold blue"))
        if self._console.width < NARROW:
            for line in section.lines:
                self._print(Padding(_label(line), (0, 0, 0, 2)))
                self._print(Padding(_said(line), (0, 0, 0, 4)))
            return
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=LABEL_WIDTH)
        grid.add_column(overflow="fold")
        for line in section.lines:
            grid.add_row(_label(line), _said(line))
        self._print(Padding(grid, (0, 0, 0, 2)))

    def table(self, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """A table under a head in colour; where it doesn't fit, a row at a time with a column a line."""
        lines = grid_lines(columns, rows, self._console.width)
        if lines is not None:
            self._print(Text(lines[0], style="bold blue"))
            sys.stdout.writelines(f"{line}\n" for line in lines[1:])
            return
        for row in rows:
            sys.stdout.writelines(f"{line}\n" for line in [*record_lines(columns, row, self._console.width), ""])


def _said(line: Line) -> Text:
    return Text.assemble((f"{line.lead}: ", "cyan"), line.text) if line.lead else Text(line.text)


def _label(line: Line) -> Text:
    text = Text(line.label, style="bold")
    if line.note:
        text.append("\n" + line.note if line.label else line.note, style="not bold dim")
    return text
