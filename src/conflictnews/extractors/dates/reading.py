"""Reading a text from left to right for its temporal expressions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import islice

from conflictnews.extractors.dates.grammar import Trigger, read_at, triggers
from conflictnews.extractors.dates.listed import days_before, days_behind
from conflictnews.extractors.dates.passage import Passage
from conflictnews.extractors.dates.scene import Scene, Timex
from conflictnews.extractors.dates.values import interval
from conflictnews.extractors.dates.words import words
from conflictnews.extractors.story import Story
from conflictnews.text import TextView
from conflictnews.types import Block, BlockKind, DateRef, DateType, Diagnostic, Layers, Span

__all__ = ["read_dates"]

_APART = frozenset({BlockKind.BOILERPLATE})
_DATE_BLOCKS = 5


def read_dates(view: TextView, done: Layers) -> Iterator[DateRef | Diagnostic]:
    """The expressions in the order of the text, which don't overlap, and what is odd about them."""
    found = triggers(view)
    if not found:
        return
    published = view.published or _printed(view, done, found)
    story = Story(done, _APART)
    undated: Timex | None = None
    for timex in _read(view, Scene(view, published, read_at), found, story, Passage(view, published)):
        yield from _refs(view, timex)
        if timex.value is None and published is None and undated is None:
            undated = timex
    if undated is not None:
        span = view.span(undated.first, undated.last)
        message = "Without a day of publication, relative dates stay unresolved."
        yield Diagnostic(span=span, text=span.of(view.text), code="undated", message=message)


def _printed(view: TextView, done: Layers, found: list[Trigger]) -> date | None:
    """The first whole date in a block of kind ``date``, else in a dateline; a page has few of them."""
    blocks = done.get("blocks", Block)
    lines = (block.span for kind in (BlockKind.DATE, BlockKind.DATELINE) for block in blocks if block.kind is kind)
    for span in islice(lines, _DATE_BLOCKS):
        tokens = view.tokens_in(span)
        inside = [trigger for trigger in found if trigger[0] in tokens]
        for timex in _read(view, Scene(view, None, read_at), inside, Story(Layers()), None):
            days = interval(timex.value)
            if days is not None and days[0] == days[1]:
                return days[0]
    return None


def _read(view: TextView, scene: Scene, found: list[Trigger], story: Story, passage: Passage | None) -> Iterator[Timex]:
    """Left to right: each trigger behind what was read, until a reader takes it; years as the passage tells them."""
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
        behind = days_behind(scene, timex)
        for one in (*days_before(scene, timex), timex, *behind):
            dated = one if passage is None else passage.dated(one)
            _remember(scene, dated)
            yield dated
        scene.floor = behind[-1].last if behind else timex.last


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
