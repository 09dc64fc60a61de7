"""Facts: quantities, what is counted, in which role."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Layers, NumericFact

__all__ = ["FactExtractor"]


@attrs.frozen
class FactExtractor:
    """Facts: quantities, what is counted, in which role."""

    name: ClassVar[str] = "facts"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[NumericFact]:
        """Not yet."""
        yield from ()
