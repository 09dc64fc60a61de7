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
        attributions = done.get("attributions", Attribution)
        # By identity first: hashing a speaker by value costs as much as it has mentions.
        distinct = {id(one): one for item in attributions for one in item.speakers}
        yield from sorted(dict.fromkeys(distinct.values()), key=lambda speaker: (speaker.span, speaker.name))
