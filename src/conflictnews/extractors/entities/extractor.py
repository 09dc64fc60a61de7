"""Entities: names of people, bodies, groups and places, their mentions merged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Entity, Layers

__all__ = ["EntityExtractor"]


@attrs.frozen
class EntityExtractor:
    """Entities: names of people, bodies, groups and places, their mentions merged."""

    name: ClassVar[str] = "entities"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Entity]:
        """Not yet."""
        yield from ()
