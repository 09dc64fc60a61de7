"""Read documents once, and read them again from the layer that may have changed."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

import conflictnews as cn
from conflictnews.extractors.protocol import Extractor
from conflictnews.text import TextView
from conflictnews.types import Annotation, Layers
from discipline.benches import Found
from discipline.limits import time_limit

__all__ = ["OUTSIDE", "Reading", "Replay"]

Items = tuple[Annotation, ...]
OUTSIDE = -1
"""The place of what runs in no layer: cutting a text into words, writing the result."""


@dataclass(frozen=True)
class Reading:
    """What one document gave: each layer's annotations, the article, and the article as a dict."""

    document: dict[str, Any]
    layers: tuple[Items, ...]
    article: cn.Article
    found: Found
    view: TextView
    """The text with all that layers have asked of it, to be read again where none of that may have changed."""


class _Layer:
    """An extractor of the parser, run or replayed as its ``Replay`` says."""

    def __init__(self, replay: Replay, place: int, extractor: Extractor[Annotation]) -> None:
        self.name, self.requires = extractor.name, extractor.requires
        self._replay, self._place, self._extractor = replay, place, extractor

    def __call__(self, view: TextView, done: Layers, /) -> Items:
        replay, place = self._replay, self._place
        kept = replay.kept[place] if replay.kept else None
        if kept is not None and place not in replay.places and not replay.changed:
            return kept
        if replay.view is None:
            replay.view = view
        replay.now = place
        try:
            items = tuple(self._extractor(replay.view, done))
        finally:
            replay.now = OUTSIDE
        if kept is None:
            replay.new.append(items)
        elif items != kept:
            replay.changed = True
        return items


class Replay:
    """The parser as it is, with layers that need not run again.

    ``now`` is the place of the layer that is running. A layer runs again where its place is among those asked for, or
    a layer before it gave something else than the first time.
    """

    def __init__(self) -> None:
        extractors = cn.Parser().extractors
        self.names = tuple(extractor.name for extractor in extractors)
        self.homes = tuple(type(extractor).__module__ for extractor in extractors)
        self.now = OUTSIDE
        self.kept: tuple[Items, ...] | None = None
        self.new: list[Items] = []
        self.view: TextView | None = None
        self.places: Collection[int] = ()
        self.changed = False
        self._parser = cn.Parser(tuple(_Layer(self, place, item) for place, item in enumerate(extractors)))

    def read(self, document: dict[str, Any]) -> Reading:
        """Read a document with every layer."""
        self.kept, self.new, self.view = None, [], None
        article = self._parse(document)
        assert self.view is not None  # noqa: S101 - for mypy: some layer has run
        _ = self.view.tags  # layers that ask for the tags of single sentences find them
        return Reading(document, tuple(self.new), article, cn.to_dict(article), self.view)

    def again(self, reading: Reading, places: Collection[int], anew: bool, seconds: float = 20) -> Found:
        """What the document gives now, if only what runs at these places may have changed; Overtime if that lasts.

        ``anew`` cuts the text into words and sentences once more: for what may have changed that.
        """
        self.kept, self.places, self.changed = reading.layers, places, False
        self.view = None if anew else reading.view
        with time_limit(seconds):
            article = self._parse(reading.document)
        if article == reading.article and OUTSIDE not in places:
            return reading.found
        return cn.to_dict(article)

    def every_place_from(self, first: int) -> frozenset[int]:
        """A layer and all behind it."""
        return frozenset(range(first, len(self.names)))

    def home_of(self, module: str) -> int:
        """The place of the layer to which a module belongs; OUTSIDE if it belongs to none."""
        for place, home in enumerate(self.homes):
            folder = home.removesuffix(".extractor")
            if module == folder or module.startswith(f"{folder}."):
                return place
        return OUTSIDE

    def _parse(self, document: dict[str, Any]) -> cn.Article:
        published = date.fromisoformat(document["published"]) if document.get("published") else None
        return self._parser.parse(document["text"], published=published, id=str(document["id"]))
