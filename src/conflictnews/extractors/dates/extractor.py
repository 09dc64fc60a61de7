"""Dates: TIMEX3 expressions and their values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import DateRef, Layers

__all__ = ["DateExtractor"]


@attrs.frozen
class DateExtractor:
    """Dates: TIMEX3 expressions and their values."""

    name: ClassVar[str] = "dates"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[DateRef]:
        """Not yet."""
        yield from ()
