"""The chart of a toll: time across, people up, a dot a figure; inline SVG, readable by keyboard."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from html import escape
from math import ceil, log10

from conflictnews.types import Bound, TollState
from conflictnews.types.comparison import Toll

__all__ = ["colours_of", "toll_chart"]

_WIDTH, _HEIGHT = 720, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 48, 16, 16, 34
_WHISKER = 22
_SMALLEST = 4
_COLOURS = 6
"""Sources that have a colour of their own; the rest share one."""
_MOST = 400
"""Figures that are drawn, at most."""


def colours_of(tolls: Sequence[Toll]) -> dict[str | None, int]:
    """The number of each cited source's colour, those of most figures first; 0 for figures that cite nobody."""
    counts: dict[str, int] = {}
    for toll in tolls:
        if toll.source is not None:
            counts[toll.source] = counts.get(toll.source, 0) + 1
    ranked = sorted(counts, key=lambda source: (-counts[source], source))
    colours: dict[str | None, int] = {source: min(at, _COLOURS) for at, source in enumerate(ranked, 1)}
    return {None: 0, **colours}


def toll_chart(
    tolls: Sequence[Toll],
    colours: dict[str | None, int],
    label: Callable[[Toll], str],
    href: Callable[[Toll], str],
    name: str,
) -> str:
    """The figures that tell a number, as SVG; empty where fewer than two do.

    A whisker goes up from a figure that is the least, down from one that is the most. A figure of earlier days that is
    repeated is hollow, one of a part of the people small. ``colours`` are those of the sources, ``label`` and ``href``
    give the text and the link of a dot.
    """
    drawn = sorted((toll for toll in tolls if _value(toll) is not None), key=lambda toll: _value(toll) or 0)[:_MOST]
    if len({_value(toll) for toll in drawn}) < 2:
        return ""
    days = sorted({toll.told_on for toll in drawn if toll.told_on is not None})
    top = _round_up(max(_value(toll) or Decimal(0) for toll in drawn))
    columns = _columns(drawn, days)
    parts = [
        f'<svg class="chart" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="group" aria-label="{escape(name)}">',
        *_axis(days, top),
        *(_dot(toll, columns[at], top, colours, label(toll), href(toll)) for at, toll in enumerate(drawn)),
        "</svg>",
    ]
    return "".join(parts)


def _value(toll: Toll) -> Decimal | None:
    if toll.value is not None:
        return toll.value
    return toll.low if toll.low is not None else toll.high


def _round_up(most: Decimal) -> Decimal:
    """A round number a little above, four steps of which are whole."""
    if most <= _SMALLEST:
        return Decimal(_SMALLEST)
    power = Decimal(10) ** (ceil(log10(float(most))) - 1)
    return next(step * power for step in (1, 2, 4, 6, 8, 12, 16, 20) if step * power > most)


def _columns(tolls: Sequence[Toll], days: Sequence[date]) -> list[float]:
    """Where each figure stands across: its day, and beside the others of that day."""
    same = Counter(toll.told_on for toll in tolls)
    seen: dict[date | None, int] = {}
    columns = []
    for toll in tolls:
        seen[toll.told_on] = at = seen.get(toll.told_on, 0) + 1
        left, right = _band(toll.told_on, days)
        columns.append(left + (right - left) * at / (same[toll.told_on] + 1))
    return columns


def _band(day: date | None, days: Sequence[date]) -> tuple[float, float]:
    """The stretch of the axis that belongs to a day; figures of no day have all of it."""
    width = _WIDTH - _LEFT - _RIGHT
    if not days or day is None:
        return _LEFT, _LEFT + width
    span = (days[-1] - days[0]).days + 1
    start = _LEFT + width * (day - days[0]).days / span
    return start, start + width / span


def _height(value: Decimal, top: Decimal) -> float:
    return _HEIGHT - _BOTTOM - float(value / top) * (_HEIGHT - _TOP - _BOTTOM)


def _axis(days: Sequence[date], top: Decimal) -> list[str]:
    lines = []
    for step in range(5):
        value = top * step / 4
        up = _height(value, top)
        lines.append(f'<line class="grid" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{up:.1f}" y2="{up:.1f}"/>')
        number = format(value.normalize(), "f")
        lines.append(f'<text class="tick" x="{_LEFT - 6}" y="{up + 4:.1f}" text-anchor="end">{number}</text>')
    shown = list(days) if len(days) <= 8 else [days[0], days[len(days) // 2], days[-1]]
    for day in shown:
        left, right = _band(day, days)
        middle = (left + right) / 2
        lines.append(
            f'<text class="tick" x="{middle:.1f}" y="{_HEIGHT - 10}" text-anchor="middle">{day.isoformat()}</text>'
        )
    return lines


def _dot(toll: Toll, across: float, top: Decimal, colours: dict[str | None, int], label: str, href: str) -> str:
    value = _value(toll)
    up = _height(value if value is not None else Decimal(0), top)
    whisker = ""
    if toll.bound in (Bound.MIN, Bound.VAGUE):
        end = max(_TOP - 8.0, up - _WHISKER)
        whisker = f'<path d="M{across:.1f} {up:.1f}V{end:.1f}m-4 5l4 -5l4 5"/>'
    elif toll.bound is Bound.MAX:
        whisker = f'<path d="M{across:.1f} {up:.1f}v{_WHISKER}m-4 -5l4 5l4 -5"/>'
    classes = [f"of{colours.get(toll.source, _COLOURS)}"]
    if toll.state is TollState.STALE:
        classes.append("stale")
    size = 3.5 if toll.state is TollState.PART else 5.5
    shape = f'{whisker}<circle cx="{across:.1f}" cy="{up:.1f}" r="{size}"/><title>{escape(label)}</title>'
    group = f'<g class="{" ".join(classes)}">{shape}</g>'
    return f'<a href="#{escape(href)}" aria-label="{escape(label)}">{group}</a>' if href else group
