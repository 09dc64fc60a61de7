"""Ids of all that an article holds: its own id, the layer and the position in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import cached_property

from conflictnews.output.codec import Context
from conflictnews.output.tables.statements import Statement, statements
from conflictnews.types import Annotation, Article, Event, NumericFact

__all__ = ["Numbering", "numbered"]

_LAYERS = "blocks sentences entities speakers quotes attributions facts dates events diagnostics".split()


class Numbering:
    """An article with its id, and the ids of its items: "000#facts-2" is the third fact of article "000"."""

    def __init__(self, article: Article, name: str) -> None:
        self.article = article
        self.id = name
        self._context = Context(article.text, {layer: getattr(article, layer) for layer in _LAYERS})

    def at(self, layer: str, position: int | None) -> str | None:
        """The id of the item at a position of a layer; None for no position."""
        return None if position is None else f"{self.id}#{layer}-{position}"

    def of(self, layer: str, item: Annotation | None) -> str | None:
        """The id of an item of a layer; None for no item, and where the article leaves the layer out."""
        return None if item is None else self.at(layer, self._context.position(layer, item))

    def event_of(self, fact: NumericFact) -> str | None:
        """The id of the first event whose toll a fact is part of."""
        return self._events.get(self.of("facts", fact))

    def said_of(self, event: Event) -> list[Statement]:
        """What is said of an event."""
        return self._statements.get(id(event), [])

    def sentence_at(self, offset: int) -> int:
        """The position of the sentence that a place in the text is in, or behind; -1 before the first."""
        return bisect_right(self._sentence_starts, offset) - 1

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.span.start for sentence in self.article.sentences]

    @cached_property
    def _events(self) -> dict[str | None, str | None]:
        events: dict[str | None, str | None] = {None: None}
        for position, event in enumerate(self.article.events):
            for fact in (*event.killed, *event.injured):
                events.setdefault(self.of("facts", fact), self.at("events", position))
        return events

    @cached_property
    def _statements(self) -> dict[int, list[Statement]]:
        found: dict[int, list[Statement]] = {}
        for one in statements(self.article):
            found.setdefault(id(one.event), []).append(one)
        return found


def numbered(articles: Sequence[Article]) -> Iterable[Numbering]:
    """The articles with their ids; one that has none gets its position. An id that comes twice is a ``ValueError``."""
    places: dict[str, int] = {}
    for position, article in enumerate(articles):
        name = article.id if article.id is not None else str(position)
        first = places.setdefault(name, position)
        if first != position:
            raise ValueError(
                f"two articles have the id {name!r}, those at positions {first} and {position}; rows need other ids"
            )
        yield Numbering(article, name)
