"""Blocks: what each paragraph is on the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Block, Layers

__all__ = ["BlockExtractor"]


@attrs.frozen
class BlockExtractor:
    """Blocks: what each paragraph is on the page."""

    name: ClassVar[str] = "blocks"
    requires: ClassVar[frozenset[str]] = frozenset()

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Block]:
        """Not yet."""
        yield from ()
