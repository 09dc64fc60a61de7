"""What every Article promises of any text: exact spans, finite numbers, intervals that are none the wrong way round."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import attrs

import conflictnews as cn

__all__ = ["check", "found_in", "spans"]


def found_in(value: Any) -> Iterator[cn.Annotation]:
    """The annotation itself and all that it refers to."""
    if isinstance(value, cn.Annotation):
        yield value
    if attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from found_in(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from found_in(item)


def spans(value: Any) -> Iterator[cn.Span]:
    if isinstance(value, cn.Span):
        yield value
    elif attrs.has(type(value)):
        for field in attrs.fields(type(value)):
            yield from spans(getattr(value, field.name))
    elif isinstance(value, tuple):
        for item in value:
            yield from spans(item)


def check_entities(article: cn.Article) -> None:
    """Entities have their mentions in order; whoever points at one points inside the list; places are on the globe."""
    for entity in article.entities:
        assert entity.mentions[0] == entity.span
        assert list(entity.mentions) == sorted(entity.mentions)
        assert entity.name
    for event in article.events:
        for argument in (*event.actors, *event.targets, event.claimed_by, event.location):
            assert argument is None or argument.entity is None or argument.entity < len(article.entities)
        place = event.location
        if place is None:
            continue
        assert (place.latitude is None) == (place.longitude is None) == (place.precision is None)
        assert place.latitude is None or (-90 <= place.latitude <= 90 and place.precision in (1, 2, 3))
    for speaker in article.speakers:
        if speaker.entity is not None:
            assert speaker.span in article.entities[speaker.entity].mentions


def check(article: cn.Article, text: str) -> None:
    """What every Article promises of any text."""
    assert article.text == text
    for item in found_in(article):
        assert item.span.of(text) == item.text
    assert all(span.end <= len(text) for span in spans(article))
    for quote in article.quotes:
        assert quote.outer.contains(quote.span)
        if quote.nested_in is not None:
            assert article.quotes[quote.nested_in].outer.contains(quote.outer)
    for attribution in article.attributions:
        assert 0 <= attribution.confidence <= 1
        assert all(attribution.span.contains(part) for part in attribution.content)
        assert (attribution.resolved_by is cn.Resolution.NONE) == (attribution.speaker is None)
    for fact in article.facts:
        for number in (fact.value, fact.low, fact.high):
            assert number is None or (isinstance(number, Decimal) and number.is_finite())
        if fact.low is not None and fact.high is not None:
            assert fact.low <= fact.high
    for ref in article.dates:
        if ref.earliest is not None and ref.latest is not None:
            assert ref.earliest <= ref.latest
    check_entities(article)
    for diagnostic in article.diagnostics:
        assert diagnostic.message
        assert diagnostic.code == diagnostic.code.lower().replace(" ", "-")
    for items in (article.blocks, article.sentences, article.dates, article.diagnostics):
        starts = [item.span.start for item in items]
        assert starts == sorted(starts)
