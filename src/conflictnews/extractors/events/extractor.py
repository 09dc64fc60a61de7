"""Events: what happened, to whom, where and by whom."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Event, Layers

__all__ = ["EventExtractor"]


@attrs.frozen
class EventExtractor:
    """Events: what happened, to whom, where and by whom."""

    name: ClassVar[str] = "events"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks", "entities", "facts", "dates"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Event]:
        """Not yet."""
        yield from ()
