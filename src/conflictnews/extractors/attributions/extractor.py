"""Attributions: who each source is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Attribution, Layers

__all__ = ["AttributionExtractor"]


@attrs.frozen
class AttributionExtractor:
    """Attributions: who each source is."""

    name: ClassVar[str] = "attributions"
    requires: ClassVar[frozenset[str]] = frozenset({"relations", "entities"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Attribution]:
        """Not yet."""
        yield from ()
