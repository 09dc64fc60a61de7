"""Dates: TIMEX3 expressions and their values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import DateRef, Diagnostic, Layers

__all__ = ["DateExtractor"]


@attrs.frozen
class DateExtractor:
    """Dates, times, durations and sets (TIMEX3, ISO 24617-1) with values resolved against the day of publication.

    Without ``published`` the date printed under the title serves; without that, relative expressions have no value and
    one diagnostic "undated" says so. A date whose day and month can be told either way ("3/4/2021") keeps its year,
    with both days as its interval, and a diagnostic "ambiguous-date". Spans leave out prepositions ("on").
    """

    name: ClassVar[str] = "dates"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[DateRef | Diagnostic]:
        """The expressions in the order of the text; they don't overlap."""
        # The grammar is imported at the first text, as its patterns would make up a tenth of the package's import time.
        from conflictnews.extractors.dates.reading import read_dates  # noqa: PLC0415

        return read_dates(view, done)
