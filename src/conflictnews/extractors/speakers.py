"""Speakers, as a layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Attribution, Layers, Speaker

__all__ = ["SpeakerExtractor"]


@attrs.frozen
class SpeakerExtractor:
    """The people and bodies that are quoted, each once, by their first mention."""

    name: ClassVar[str] = "speakers"
    requires: ClassVar[frozenset[str]] = frozenset({"attributions"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Speaker]:
        """Each speaker of an attribution, once."""
        speakers = dict.fromkeys(
            attribution.speaker
            for attribution in done.get("attributions", Attribution)
            if attribution.speaker is not None
        )
        yield from sorted(speakers, key=lambda speaker: (speaker.span, speaker.name))
