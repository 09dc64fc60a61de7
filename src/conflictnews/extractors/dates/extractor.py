"""Dates: TIMEX3 expressions and their values."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

import attrs

from conflictnews.extractors.dates.grammar import Reader, read_at, triggers
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.values import interval
from conflictnews.extractors.dates.words import words
from conflictnews.extractors.story import Story
from conflictnews.text import TextView
from conflictnews.types import Block, BlockKind, DateRef, DateType, Diagnostic, Layers, Span

__all__ = ["DateExtractor"]

_APART = frozenset({BlockKind.BOILERPLATE})


@attrs.frozen
class DateExtractor:
    """Dates, times, durations and sets (TIMEX3, ISO 24617-1) with values resolved against the day of publication.

    Without ``published`` the date printed under the title serves; without that, relative expressions have no value and
    one diagnostic "undated" says so. A date whose day and month can be told either way ("3/4/2021") keeps its year,
    with both days as its interval, and a diagnostic "ambiguous-date". Spans leave out prepositions ("on").
    """

    name: ClassVar[str] = "dates"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[DateRef | Diagnostic]:
        """The expressions in the order of the text; they don't overlap."""
        found = triggers(view)
        if not found:
            return
        published = view.published or _printed(view, done)
        story = Story(done, _APART)
        undated: Timex | None = None
        for timex in _read(view, Scene(view, published, read_at), found, story):
            yield from _refs(view, timex)
            if timex.value is None and published is None and undated is None:
                undated = timex
        if undated is not None:
            span = view.span(undated.first, undated.last)
            message = "Without a day of publication, relative dates stay unresolved."
            yield Diagnostic(span=span, text=span.of(view.text), code="undated", message=message)


def _printed(view: TextView, done: Layers) -> date | None:
    """The first whole date in a block of kind ``date``."""
    for block in done.get("blocks", Block):
        if block.kind is not BlockKind.DATE:
            continue
        tokens = view.tokens_in(block.span)
        scene = Scene(view, None, read_at)
        for timex in _read(
            view, scene, [trigger for trigger in triggers(view) if trigger[0] in tokens], Story(Layers(), _APART)
        ):
            span = interval(timex.value)
            if span is not None and span[0] == span[1]:
                return span[0]
    return None


def _read(view: TextView, scene: Scene, found: list[tuple[int, tuple[Reader, ...]]], story: Story) -> Iterator[Timex]:
    """Left to right: each trigger behind what was read, until a reader takes it."""
    starts = view.starts
    for at, readers in found:
        if at < scene.floor or starts[at] not in story:
            continue
        scene.move(at)
        for reader in readers:
            timex = reader(scene, at)
            if timex is not None and timex.first >= scene.floor:
                break
        else:
            continue
        _remember(scene, timex)
        scene.floor = timex.last
        yield timex


def _remember(scene: Scene, timex: Timex) -> None:
    """What was told is the anchor of what follows ("a week later")."""
    value = timex.value
    if value is None or timex.type not in (DateType.DATE, DateType.TIME):
        return
    span = interval(value)
    if span is None or "X" in value:
        return
    scene.told, scene.told_in = span[0], timex.first
    scene.told_grain = (
        "D" if span[0] == span[1] else "M" if len(value) == 7 and "-W" not in value else "Y" if len(value) == 4 else ""
    )
    if timex.full and scene.told_grain == "D":
        captions = words("caption")
        reach = range(max(scene.start, timex.first - 15), min(scene.end, timex.last + 5))
        if any(scene.words[at] in captions for at in reach):
            scene.shown = span[0]


def _refs(view: TextView, timex: Timex) -> Iterator[DateRef | Diagnostic]:
    span = Span(*timex.cut) if timex.cut else view.span(timex.first, timex.last)
    text = span.of(view.text)
    days = timex.days or interval(timex.value) or (None, None)
    yield DateRef(span=span, text=text, type=timex.type, value=timex.value, earliest=days[0], latest=days[1])
    if timex.ambiguous:
        message = f"{text!r} may be {days[0]} or {days[1]}: the order of day and month is not told."
        yield Diagnostic(span=span, text=text, code="ambiguous-date", message=message)
    if timex.twin is not None:
        yield from _refs(view, timex.twin)
