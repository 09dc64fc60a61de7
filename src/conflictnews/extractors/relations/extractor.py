"""Attribution relations: source, cue and content as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import AttributionRelation, Layers

__all__ = ["RelationExtractor"]


@attrs.frozen
class RelationExtractor:
    """Attribution relations: source, cue and content as they stand."""

    name: ClassVar[str] = "relations"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks", "entities"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[AttributionRelation]:
        """Not yet."""
        yield from ()
