"""Facts: quantities, what is counted, in which role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.extractors.facts.about import with_about
from conflictnews.extractors.facts.casualties import harmed_sentences, is_victim, may_be_victims, no_harm
from conflictnews.extractors.facts.counting import share_noun
from conflictnews.extractors.facts.grammar import GRAMMAR, Grammar
from conflictnews.extractors.facts.kinds import count
from conflictnews.extractors.facts.numeral import Numeral
from conflictnews.extractors.facts.quantity import Counted, Quantity
from conflictnews.extractors.facts.reading import complete, measure, read_at, starts, through
from conflictnews.extractors.facts.roles import give_roles, role_positions
from conflictnews.extractors.story import Covered, Story
from conflictnews.text import TextView
from conflictnews.text.window import Window
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
)

__all__ = ["FactExtractor", "read_quantities"]

_BOUNDS = {str(bound): bound for bound in Bound}
_KINDS = {str(kind): kind for kind in FactKind}
_ROLES = {str(role): role for role in Role}
_UNNUMBERED = frozenset({"article", "zero"})
_NO_FACTS = frozenset({DateType.DATE, DateType.TIME, DateType.SET})


@attrs.frozen
class FactExtractor:
    """Facts: quantities, what is counted, in which role.

    Numbers are read from the few tokens that begin one; each then gets its unit, bound, noun and role from the words
    around it, by the rules of ``grammar``. Numbers within a date or a time are no facts. Where attributions ran, each
    fact has the innermost one whose content holds it. A number whose separators contradict each other ("1,234.567.8")
    gives a diagnostic ``ambiguous-number`` and no fact.
    """

    grammar: Grammar = GRAMMAR
    name: ClassVar[str] = "facts"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks", "dates"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Annotation]:
        """The facts in the order of the text, and diagnostics."""
        counted, ambiguous = read_quantities(view, done, self.grammar)
        for numeral in ambiguous:
            yield _ambiguous(view, numeral)
        speech = _Speech(done)
        for quantity in counted:
            yield _fact(view, quantity, speech)


def read_quantities(view: TextView, done: Layers, grammar: Grammar = GRAMMAR) -> tuple[list[Counted], list[Numeral]]:
    """The quantities of a text with all that is known of each, in its order; and the numbers that are ambiguous."""
    ambiguous: list[Numeral] = []
    found: dict[int, list[Quantity]] = {}
    for at, quantity in _quantities(view, done, grammar, ambiguous):
        found.setdefault(view.sentence_number(at), []).append(quantity)
    positions, harmed, story = role_positions(view), harmed_sentences(view), Story(done)
    counted: list[Counted] = []
    for number in sorted(found.keys() | harmed):
        first, last = view.sentences[number]
        if view.starts[first] in story:
            roles = positions[bisect_left(positions, first) : bisect_left(positions, last)]
            window = Window(view, first)
            counted += _count(window, grammar, found.get(number, []), roles, harmed=number in harmed)
    return counted, ambiguous


def _quantities(
    view: TextView, done: Layers, grammar: Grammar, ambiguous: list[Numeral]
) -> Iterator[tuple[int, Quantity]]:
    """Every quantity of the story that is no date, with the token where it was found, before neighbours are joined."""
    story = Story(done)
    dates = Covered(ref.span for ref in done.get("dates", DateRef) if ref.type in _NO_FACTS)
    window: Window | None = None
    behind = 0
    for at, label in starts(view):
        offset = view.starts[at]
        if at < behind or offset not in story or offset in dates:
            continue
        if window is None or at >= window.end:
            window = Window(view, at)
        numeral = read_at(window, grammar, at, label)
        if numeral is None:
            continue
        behind = numeral.last
        if numeral.form == "ambiguous":
            ambiguous.append(numeral)
        elif (q := measure(window, grammar, numeral)) is not None:
            behind = max(behind, q.last)  # the inches of 6'4" are no number of their own
            yield at, q


def _count(
    window: Window, grammar: Grammar, quantities: list[Quantity], roles: list[int], *, harmed: bool
) -> list[Counted]:
    """The quantities of one sentence with noun, role and what they are said of; and casualties without a numeral."""
    counted = [one for q in complete(window, grammar, quantities) if (one := count(window, q)) is not None]
    if not counted and not harmed:
        return []
    view, syntax = window.view, window.view.syntax(window.start)
    counted = [_bounded_behind(window, grammar, one) for one in counted]
    unnumbered = may_be_victims(syntax, counted) if harmed else []
    both = sorted([*counted, *unnumbered], key=_place)
    both = give_roles(syntax, both, roles)
    numbers = [one for one in both if one.form not in _UNNUMBERED]
    for k in range(1, len(numbers)):
        numbers[k] = share_noun(syntax, numbers[k - 1], numbers[k])
    tags = syntax.tags[window.start : window.end]
    numbers = with_about(view, (window.start, window.end), tags, numbers)
    victims = [one for one in both if one.form in _UNNUMBERED and is_victim(one)]
    return sorted([*numbers, *victims, *(no_harm(syntax) if harmed else [])], key=_place)


def _place(one: Counted) -> tuple[int, int]:
    return one.first, one.last


def _bounded_behind(window: Window, grammar: Grammar, one: Counted) -> Counted:
    """With a bound behind its noun: "12 people or more"."""
    if one.noun is None or one.quantity.bound != "exact":
        return one
    q = through(grammar.behind, window, one.quantity._replace(last=one.last))
    return one._replace(quantity=q, last=q.last)


def _fact(view: TextView, one: Counted, speech: _Speech) -> NumericFact:
    span, quantity, figures = view.span(one.first, one.last), one.quantity, one.quantity.figures
    tied = one.head >= 0 and one.noun is None
    return NumericFact(
        span=span,
        text=span.of(view.text),
        value=figures.value,
        low=figures.low,
        high=figures.high,
        bound=_BOUNDS[quantity.bound],
        kind=_KINDS[quantity.kind],
        unit=quantity.unit,
        noun=(quantity.tail.partition("-")[0] or None) if tied else _words(view, one.noun),
        modifier=_words(view, one.modifier),
        about=_words(view, one.about),
        role=_ROLES[one.role],
        attribution=speech.of(span.start, span.end),
    )


def _words(view: TextView, tokens: tuple[int, int] | None) -> str | None:
    return None if tokens is None else view.surface(*tokens)


def _ambiguous(view: TextView, numeral: Numeral) -> Diagnostic:
    span = view.span(numeral.first, numeral.last)
    surface = span.of(view.text)
    message = f"the separators of {surface!r} contradict each other"
    return Diagnostic(span=span, text=surface, code="ambiguous-number", message=message)


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
