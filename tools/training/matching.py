"""When a proposal counts as right.

Its content has half of its letters in common with an annotated one, and its source touches the annotated source.
"""

from __future__ import annotations

from collections.abc import Iterable

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.units import Unit
from training.corpus import Span
from training.examples import Example

__all__ = ["is_right", "letters", "meets"]


def is_right(example: Example, unit: Unit, proposal: Proposal) -> tuple[bool, bool]:
    """Whether some annotated content is met, as far as it lies in the unit, and whether its source is met, too."""
    view = example.text.view
    begin, end = view.starts[unit.first], view.ends[unit.last - 1]
    content = letters(view.text, [_span(example, unit, part) for part in proposal.parts])
    source = _span(example, unit, proposal.source) if proposal.source else None
    met = False
    for gold in example.document.attributions:
        spans = [(max(s, begin), min(e, end)) for s, e in gold.content if s < end and e > begin]
        wanted = letters(view.text, spans)
        if wanted and 2 * len(wanted & content) >= len(wanted | content):
            met = True
            if meets(gold.source, source):
                return True, True
    return met, False


def _span(example: Example, unit: Unit, slots: tuple[int, int]) -> Span:
    first, last = unit.tokens(*slots)
    return example.text.view.starts[first], example.text.view.ends[last - 1]


def letters(text: str, spans: Iterable[Span]) -> set[int]:
    """Where letters and digits stand in the spans."""
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def meets(gold: Iterable[Span], source: Span | None) -> bool:
    """Whether a source touches the annotated one, or both are missing."""
    gold = list(gold)
    if source is None or not gold:
        return source is None and not gold
    return any(start < source[1] and source[0] < end for start, end in gold)
