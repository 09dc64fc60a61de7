"""Maps of events as SVG: outlines of the countries around them, a dot for each place, its name beside it.

A page draws each country once (``country_shapes``), however many maps show it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape
from math import cos, radians
from typing import NamedTuple

from conflictnews.lexicons.table import read_table
from conflictnews.output.marks import flat
from conflictnews.types import Event

__all__ = ["EventMap", "country_shapes", "event_map"]

_WIDTH, _TALLEST = 640.0, 640.0
_MARGIN = 0.15
_LEAST_DEGREES = 4.0
_POLAR = 0.2
"""A degree of longitude is drawn no narrower than so much of one of latitude."""
_SMALL, _STEP, _LARGE = 4.0, 1.5, 12.0
_LONGEST_LABEL = 40
_RIGHT = 0.7
"""Where names stand on the left of their dots: from this share of the width on."""

Point = tuple[float, float]
"""Longitude and latitude in degrees."""


class _Dot(NamedTuple):
    """A place with the events there."""

    at: Point
    label: str
    events: int
    rough: bool
    """Whether only a region or country is told."""


class _Frame(NamedTuple):
    """The part of the world that is drawn, and how many pixels a degree takes."""

    west: float
    north: float
    across: float
    down: float
    width: float
    height: float

    def place(self, point: Point) -> Point:
        """Where a point of the world is drawn."""
        return (point[0] - self.west) * self.across, (self.north - point[1]) * self.down


class EventMap(NamedTuple):
    """An ``svg`` element, empty where there is nothing to show, and the countries (alpha-3) whose shapes it uses."""

    svg: str
    countries: tuple[str, ...]


def event_map(events: Iterable[Event]) -> EventMap:
    """The events that have coordinates.

    Equirectangular around the middle of the map. Outlines: Natural Earth, 1:110m; where no country is near, dots alone.
    """
    dots = _dots(events)
    if not dots:
        return EventMap("", ())
    frame = _frame([dot.at for dot in dots])
    seen = [country for country, rings in outlines().items() if any(_is_seen(ring, frame) for ring in rings)]
    parts = [_land(country, frame) for country in seen]
    parts += [_drawn(dot, frame) for dot in sorted(dots, key=lambda dot: -dot.events)]
    size = f"{frame.width:.0f} {frame.height:.0f}"
    title = f"{_counted(sum(dot.events for dot in dots), 'event')} at {_counted(len(dots), 'place')}"
    svg = (
        f'<svg class="map" viewBox="0 0 {size}" role="img" aria-label="{title}">'
        f"<title>{title}</title>{''.join(parts)}</svg>"
    )
    return EventMap(svg, tuple(seen))


def country_shapes(countries: Iterable[str]) -> str:
    """The shapes that maps use, in tenths of degrees, as an ``svg`` element that shows nothing; empty for none."""
    shapes = [f'<g id="land-{country}">{"".join(map(_ring, outlines()[country]))}</g>' for country in countries]
    return f'<svg class="shapes" aria-hidden="true"><defs>{"".join(shapes)}</defs></svg>' if shapes else ""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@cache
def outlines() -> dict[str, tuple[tuple[Point, ...], ...]]:
    """The closed lines of each country (alpha-3), each a tuple of points."""
    return {
        country: tuple(tuple(_point(cell) for cell in ring.split(",")) for ring in rings.split(";"))
        for country, rings in read_table("outlines", "country", "rings")
    }


def _point(cell: str) -> Point:
    longitude, _, latitude = cell.partition(" ")
    return int(longitude) / 10, int(latitude) / 10


def _dots(events: Iterable[Event]) -> list[_Dot]:
    found: dict[Point, list[Event]] = {}
    for event in events:
        place = event.location
        if place is not None and place.latitude is not None and place.longitude is not None:
            found.setdefault((place.longitude, place.latitude), []).append(event)
    return [_dot(at, here) for at, here in found.items()]


def _dot(at: Point, events: Sequence[Event]) -> _Dot:
    places = [event.location for event in events if event.location is not None]
    names = list(dict.fromkeys(flat(place.name) for place in places))
    return _Dot(at, names[0][:_LONGEST_LABEL], len(events), all(place.precision == 3 for place in places))


def _frame(points: Sequence[Point]) -> _Frame:
    """The rectangle around the points, with a margin, no smaller than a small country."""
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shrink = max(cos(radians((south + north) / 2)), _POLAR)
    wide = max((east - west) * (1 + 2 * _MARGIN), _LEAST_DEGREES * 2 / shrink)
    tall = max((north - south) * (1 + 2 * _MARGIN), _LEAST_DEGREES * 2)
    wide, tall = max(wide, tall / shrink / 2), max(tall, wide * shrink / 2)
    across = min(_WIDTH / wide, _TALLEST / tall * shrink)
    down = across / shrink
    west, north = (west + east - wide) / 2, (south + north + tall) / 2
    return _Frame(west, north, across, down, wide * across, tall * down)


def _is_seen(ring: Sequence[Point], frame: _Frame) -> bool:
    """Whether some of a line may lie inside the frame."""
    drawn = [frame.place(point) for point in ring]
    beside = max(x for x, _ in drawn) < 0 or min(x for x, _ in drawn) > frame.width
    return not (beside or max(y for _, y in drawn) < 0 or min(y for _, y in drawn) > frame.height)


def _ring(ring: Sequence[Point]) -> str:
    points = " ".join(f"{round(x * 10)},{round(-y * 10)}" for x, y in ring)
    return f'<polygon vector-effect="non-scaling-stroke" points="{points}"/>'


def _land(country: str, frame: _Frame) -> str:
    """A country's shape, moved and stretched to where the frame has it."""
    left, top = frame.place((0.0, 0.0))
    moved = f"matrix({frame.across / 10:.4f} 0 0 {frame.down / 10:.4f} {left:.1f} {top:.1f})"
    return f'<use class="land" href="#land-{country}" transform="{moved}"/>'


def _drawn(dot: _Dot, frame: _Frame) -> str:
    x, y = frame.place(dot.at)
    size = min(_SMALL + _STEP * (dot.events - 1), _LARGE)
    count = f" ({dot.events} events)" if dot.events > 1 else ""
    left = x > frame.width * _RIGHT
    anchor = ' text-anchor="end"' if left else ""
    label = escape(dot.label)
    return (
        f'<circle class="{"rough" if dot.rough else "spot"}" cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}">'
        f"<title>{label}{count}</title></circle>"
        f'<text x="{x - size - 3 if left else x + size + 3:.1f}" y="{y + 4:.1f}"{anchor}>{label}</text>'
    )
