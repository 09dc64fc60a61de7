"""to_geojson: events as points, for every map there is (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from conflictnews.output.rows import row_of
from conflictnews.output.tables.numbering import Numbering
from conflictnews.types import Article, Event

__all__ = ["to_geojson"]


def to_geojson(items: Iterable[Article | Event]) -> dict[str, Any]:
    """The events of articles, or events, as a GeoJSON FeatureCollection of plain data.

    One point (longitude, latitude) for each event whose place is on the map; others are left out. Its properties are
    those of the event's row (``to_rows``), days as ISO strings; an event by itself has its position for an article.
    What is neither an Article nor an Event is a ``TypeError``.

    >>> from conflictnews.types import Event, EventType, Place, Span
    >>> place = Place("Kaya", Span(3, 7), latitude=13.1, longitude=-1.1, precision=1)
    >>> event = Event(span=Span(0, 2), text="It", type=EventType.CLASH, location=place)
    >>> to_geojson([event])["features"][0]["geometry"]
    {'type': 'Point', 'coordinates': [-1.1, 13.1]}
    """
    features: list[dict[str, Any]] = []
    for number, item in enumerate(_checked(items)):
        article = item if isinstance(item, Article) else Article(text="", events=(item,))
        ids = Numbering(article, article.id if article.id is not None else str(number))
        features += [_feature(event, row_of(event, ids, "events")) for event in article.events if _is_placed(event)]
    return {"type": "FeatureCollection", "features": features}


def _checked(items: object) -> Iterable[Article | Event]:
    if isinstance(items, Article | Event | str) or not isinstance(items, Iterable):
        raise TypeError(f"to_geojson takes a list of Articles or Events, not {type(items).__name__}")
    for position, item in enumerate(items):
        if not isinstance(item, Article | Event):
            raise TypeError(f"to_geojson takes Articles or Events, not {type(item).__name__} at position {position}")
        yield item


def _is_placed(event: Event) -> bool:
    return event.location is not None and event.location.latitude is not None and event.location.longitude is not None


def _feature(event: Event, row: dict[str, Any]) -> dict[str, Any]:
    place = event.location
    assert place is not None  # noqa: S101 - asked of placed events only
    properties = {
        name: value.isoformat() if isinstance(value, date) else value
        for name, value in row.items()
        if name not in ("latitude", "longitude")
    }
    return {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [place.longitude, place.latitude]},
        "properties": properties,
    }
