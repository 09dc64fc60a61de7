"""Facts: quantities, what is counted, in which role."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.extractors.facts.about import with_about
from conflictnews.extractors.facts.casualties import (
    harmed_sentences,
    is_victim,
    may_be_victims,
    no_harm,
    without_apposed,
    without_repeats,
)
from conflictnews.extractors.facts.coordinates import coordinates
from conflictnews.extractors.facts.counting import count, share_noun
from conflictnews.extractors.facts.grammar import GRAMMAR, Grammar
from conflictnews.extractors.facts.quantity import Quantity
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
    NamedEntity,
    NumericFact,
    Role,
    SpeakerKind,
)

__all__ = ["FactExtractor", "read_quantities"]

_BOUNDS = {str(bound): bound for bound in Bound}
_KINDS = {str(kind): kind for kind in FactKind}
_ROLES = {str(role): role for role in Role}
_UNNUMBERED = frozenset({"article", "definite", "name", "zero"})
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
    requires: ClassVar[frozenset[str]] = frozenset({"blocks", "names", "dates"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Annotation]:
        """The facts in the order of the text, and diagnostics."""
        quantities, ambiguous = read_quantities(view, done, self.grammar)
        for q in ambiguous:
            yield _ambiguous(view, q)
        speech = _Speech(done)
        for q in quantities:
            yield _fact(view, q, speech)


def read_quantities(view: TextView, done: Layers, grammar: Grammar = GRAMMAR) -> tuple[list[Quantity], list[Quantity]]:
    """The quantities of a text with all that is known of each, in its order; and the numbers that are ambiguous."""
    ambiguous: list[Quantity] = []
    found: dict[int, list[Quantity]] = {}
    story = Story(done)
    for q in _quantities(view, done, story, grammar, ambiguous):
        found.setdefault(view.sentence_number(q.number[0]), []).append(q)
    positions, harmed = role_positions(view), harmed_sentences(view)
    people = _people(view, done) if harmed else []
    counted: list[Quantity] = []
    for number in sorted(found.keys() | harmed):
        first, last = view.sentences[number]
        if view.starts[last - 1] in story:  # it may begin with a date that is none of it
            roles = positions[bisect_left(positions, first) : bisect_left(positions, last)]
            named = (
                people[bisect_left(people, (first, 0)) : bisect_left(people, (last, 0))] if number in harmed else None
            )
            counted += _count(Window(view, first), grammar, found.get(number, []), roles, named)
    return without_repeats(view.words, counted), ambiguous


def _people(view: TextView, done: Layers) -> list[tuple[int, int]]:
    """The tokens of persons' names, in order."""
    names = (named for named in done.get("names", NamedEntity) if named.kind is SpeakerKind.PERSON)
    spans = (view.tokens_in(span) for named in names for span in named.mentions)
    return sorted((tokens.start, tokens.stop) for tokens in spans)


def _quantities(
    view: TextView, done: Layers, story: Story, grammar: Grammar, ambiguous: list[Quantity]
) -> Iterator[Quantity]:
    """Every quantity of the story that is no date and no coordinate, before neighbours are joined."""
    dates = Covered(ref.span for ref in done.get("dates", DateRef) if ref.type in _NO_FACTS)
    located = Covered(coordinates(view))
    window: Window | None = None
    behind = 0
    for at, label in starts(view):
        offset = view.starts[at]
        if at < behind or offset not in story or offset in dates or offset in located:
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
            yield q


def _count(
    window: Window,
    grammar: Grammar,
    quantities: list[Quantity],
    roles: list[int],
    people: list[tuple[int, int]] | None,
) -> list[Quantity]:
    """The quantities of one sentence with noun, role and what they are said of; and casualties without a numeral.

    ``people`` are the persons named in it, None where nobody is harmed.
    """
    counted = [one for q in complete(window, grammar, quantities) if (one := count(window, q)) is not None]
    if not counted and people is None:
        return []
    syntax = window.view.syntax(window.start)
    counted = [
        through(grammar.behind, window, q) if q.noun >= 0 and q.bound == "exact" else q  # "12 people or more"
        for q in counted
    ]
    unnumbered = [] if people is None else may_be_victims(syntax, counted, people)
    both = give_roles(syntax, sorted([*counted, *unnumbered], key=_place), roles)
    numbers = [q for q in both if q.form not in _UNNUMBERED]
    for k in range(1, len(numbers)):
        numbers[k] = share_noun(syntax, numbers[k - 1], numbers[k])
    numbers = with_about(syntax, numbers)
    if people is None:
        return numbers
    victims = [q for q in both if q.form in _UNNUMBERED and is_victim(syntax, q)]
    told = sorted([*numbers, *victims, *no_harm(syntax)], key=_place)
    return without_apposed(syntax, told)


def _place(q: Quantity) -> tuple[int, int]:
    return q.first, q.last


def _fact(view: TextView, q: Quantity, speech: _Speech) -> NumericFact:
    span, (value, low, high) = view.span(q.first, q.last), q.figures
    return NumericFact(
        span=span,
        text=span.of(view.text),
        value=value,
        low=low,
        high=high,
        bound=_BOUNDS[q.bound],
        kind=_KINDS[q.kind],
        unit=q.unit,
        noun=view.surface(q.noun, q.noun + 1) if q.noun >= 0 else q.tied or None,
        modifier=view.surface(q.modifier, q.noun) if q.modifier >= 0 else None,
        about=None if q.about is None else view.surface(*q.about),
        role=_ROLES[q.role],
        attribution=speech.of(span.start, span.end),
    )


def _ambiguous(view: TextView, q: Quantity) -> Diagnostic:
    span = view.span(q.first, q.last)
    surface = span.of(view.text)
    message = f"the separators of {surface!r} contradict each other"
    return Diagnostic(span=span, text=surface, code="ambiguous-number", message=message)


class _Speech:
    """Which attribution's content holds a span: the smallest."""

    __slots__ = ("_parts", "_starts")

    def __init__(self, done: Layers) -> None:
        attributions = done.get("attributions", Attribution)
        parts = [(part.start, part.end, item) for item in attributions for part in item.content]
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
