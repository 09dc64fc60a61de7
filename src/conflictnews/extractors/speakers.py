"""Speakers, as a layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Layers, Speaker

__all__ = ["SpeakerExtractor"]


@attrs.frozen
class SpeakerExtractor:
    """Not yet."""

    name: ClassVar[str] = "speakers"
    requires: ClassVar[frozenset[str]] = frozenset({"attributions"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Speaker]:
        """Not yet."""
        yield from ()
