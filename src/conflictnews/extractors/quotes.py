"""Quotes, as a layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Layers, Quote

__all__ = ["QuoteExtractor"]


@attrs.frozen
class QuoteExtractor:
    """Not yet."""

    name: ClassVar[str] = "quotes"
    requires: ClassVar[frozenset[str]] = frozenset({"attributions"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Quote]:
        """Not yet."""
        yield from ()
