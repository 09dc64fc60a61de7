"""Facts: quantities, what is counted, in which role."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import ClassVar

import attrs

from conflictnews.extractors.facts.about import attach_about
from conflictnews.extractors.facts.ages import attach_age
from conflictnews.extractors.facts.bounds import attach_bound, attach_bound_behind, share_bound
from conflictnews.extractors.facts.casualties import unnumbered
from conflictnews.extractors.facts.compound_units import attach_calibre, attach_mark, attach_minus
from conflictnews.extractors.facts.exclusions import is_excluded
from conflictnews.extractors.facts.heads import check_head, share_noun, share_role
from conflictnews.extractors.facts.money import attach_money
from conflictnews.extractors.facts.quantity import Quantity, plain
from conflictnews.extractors.facts.ranges import merge, read_tail_range, share_units
from conflictnews.extractors.facts.reading import read
from conflictnews.extractors.facts.roles import attach_role, role_positions
from conflictnews.extractors.facts.settling import settle
from conflictnews.extractors.facts.units import attach_rate, attach_unit
from conflictnews.extractors.story import Story
from conflictnews.text import TextView
from conflictnews.types import (
    Annotation,
    Attribution,
    Bound,
    DateRef,
    DateType,
    Diagnostic,
    FactKind,
    Layers,
    NumericFact,
    Role,
    Span,
)

__all__ = ["FactExtractor", "read_quantities"]

_BOUNDS = {str(bound): bound for bound in Bound}
_KINDS = {str(kind): kind for kind in FactKind}
_ROLES = {str(role): role for role in Role}
_NO_FACTS = frozenset({DateType.DATE, DateType.TIME, DateType.SET})


@attrs.frozen
class FactExtractor:
    """Facts: quantities, what is counted, in which role.

    Numbers are read in one pass over the distinct words of the text; each then gets its unit, bound, noun and role
    from the few words around it. Numbers within a date or a time, where the dates layer ran, are no facts. Where
    attributions ran, each fact has the innermost one whose content holds it. A number whose separators contradict
    each other ("1,234.567.8") gives a diagnostic ``ambiguous-number`` and no fact.
    """

    name: ClassVar[str] = "facts"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Annotation]:
        """The facts in the order of the text, and diagnostics."""
        quantities, ambiguous = read_quantities(view, done)
        for quantity in ambiguous:
            yield _ambiguous(view, quantity)
        speech = _Speech(done)
        for quantity in quantities:
            yield _fact(view, quantity, speech)


def read_quantities(view: TextView, done: Layers) -> tuple[list[Quantity], list[Quantity]]:
    """The quantities of a text with all that is known of each, in its order; and the numbers that are ambiguous."""
    story, dates = Story(done), _Dates(done)
    kept: list[Quantity] = []
    ambiguous: list[Quantity] = []
    taken = 0
    for quantity in read(view):
        if quantity.start < taken:
            continue  # a part of the one before: the inches of 6'4"
        if quantity.form == "ambiguous":
            ambiguous.append(quantity)
        elif quantity.start in story and _understand(view, quantity) and quantity.start not in dates:
            kept.append(quantity)
            taken = quantity.end
    kept = merge(view, kept)
    for quantity in kept:
        attach_rate(view, quantity)
        attach_bound_behind(view, quantity)
        attach_age(view, quantity)
    share_units(view, kept)
    kept = [quantity for quantity in kept if settle(view, quantity)]
    positions = role_positions(view)
    for number, group in groupby(kept, key=lambda quantity: view.sentence_number(quantity.number[0])):
        sentence, inside = view.sentences[number], list(group)
        tags = view.tags_in(*sentence)
        for quantity in inside:
            check_head(view, quantity, sentence, tags)
            if quantity.noun is not None and quantity.bound == "exact":
                attach_bound_behind(view, quantity)  # "12 people or more"
            attach_role(view, quantity, sentence, positions)
        for before, quantity in pairwise(inside):
            share_noun(view, before, quantity)
            share_role(view, before, quantity)
            share_bound(view, before, quantity)
        attach_about(view, sentence, tags, inside)
    kept += (quantity for quantity in unnumbered(view, kept, positions) if quantity.start in story)
    kept.sort(key=lambda quantity: (quantity.start, quantity.end))
    return kept, ambiguous


def _understand(view: TextView, quantity: Quantity) -> bool:
    """Read the unit and bound of a number; False where it is no quantity."""
    ranged = read_tail_range(view, quantity)
    if not attach_money(view, quantity) and (
        attach_calibre(quantity) or attach_unit(view, quantity) or attach_mark(view, quantity)
    ):
        attach_minus(view, quantity)
    attach_age(view, quantity)
    attach_bound(view, quantity)
    return not is_excluded(view, quantity) or (ranged and quantity.unit is not None)


def _fact(view: TextView, quantity: Quantity, speech: _Speech) -> NumericFact:
    start, end = quantity.start, quantity.end
    span = Span(start, end)
    value, low, high = quantity.value, quantity.low, quantity.high
    return NumericFact(
        span=span,
        text=view.text[start:end],
        value=None if value is None else plain(value),
        low=None if low is None else plain(low),
        high=None if high is None else plain(high),
        bound=_BOUNDS[quantity.bound],
        kind=_KINDS[quantity.kind],
        unit=quantity.unit,
        noun=_words(view, quantity.noun) if quantity.head < 0 or quantity.noun else _tied(quantity),
        modifier=_words(view, quantity.modifier),
        about=_words(view, quantity.about),
        role=_ROLES[quantity.role],
        attribution=speech.of(start, end),
    )


def _words(view: TextView, tokens: tuple[int, int] | None) -> str | None:
    return None if tokens is None else view.surface(*tokens)


def _tied(quantity: Quantity) -> str | None:
    return quantity.tail.partition("-")[0] or None


def _ambiguous(view: TextView, quantity: Quantity) -> Diagnostic:
    surface = view.text[quantity.start : quantity.end]
    return Diagnostic(
        span=Span(quantity.start, quantity.end),
        text=surface,
        code="ambiguous-number",
        message=f"the separators of {surface!r} contradict each other",
    )


class _Dates:
    """Whether an offset lies in a date or a time that the dates layer found."""

    __slots__ = ("_ends", "_starts")

    def __init__(self, done: Layers) -> None:
        spans = [ref.span for ref in done.get("dates", DateRef) if ref.type in _NO_FACTS]
        self._starts = [span.start for span in spans]
        self._ends = [span.end for span in spans]

    def __contains__(self, offset: int) -> bool:
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and offset < self._ends[at]


class _Speech:
    """Which attribution's content holds a span: the smallest."""

    __slots__ = ("_parts", "_starts")

    def __init__(self, done: Layers) -> None:
        parts = [
            (part.start, part.end, item) for item in done.get("attributions", Attribution) for part in item.content
        ]
        parts.sort(key=lambda part: part[:2])
        self._parts = parts
        self._starts = [part[0] for part in parts]

    def of(self, start: int, end: int) -> Attribution | None:
        found, size = None, -1
        k = bisect_right(self._starts, start)
        for first, last, item in self._parts[max(0, k - 50) : k]:
            if last >= end and (size < 0 or last - first < size):
                found, size = item, last - first
        return found
