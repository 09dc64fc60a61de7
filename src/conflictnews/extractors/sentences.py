"""Sentences, as a layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Layers, Sentence

__all__ = ["SentenceExtractor"]


@attrs.frozen
class SentenceExtractor:
    """The sentences of the view, headings and list items among them."""

    name: ClassVar[str] = "sentences"
    requires: ClassVar[frozenset[str]] = frozenset()

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Sentence]:
        """Every sentence, in order."""
        for first, last in view.sentences:
            span = view.span(first, last)
            yield Sentence(span=span, text=view.text[span.start : span.end])
