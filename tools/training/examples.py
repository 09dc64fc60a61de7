"""Documents as the cascade sees them: units, and for each annotated attribution its cue slot and its labels."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.extractors.relations.span_weights import LABELS
from conflictnews.extractors.relations.units import Unit, read_units
from conflictnews.text.closed_words import auxiliaries
from training.corpus import Document, Gold, Span

__all__ = ["Attribution", "Example", "read_example"]

NOTHING, SOURCE, CUE, CONTENT = (
    LABELS.index("O"),
    LABELS.index("B-source"),
    LABELS.index("cue"),
    LABELS.index("B-content"),
)


class Attribution(NamedTuple):
    """An annotated attribution in its unit: the cue's head slot, and the label of every slot."""

    unit: int
    head: int
    labels: list[int]
    gold: Gold


class Example(NamedTuple):
    """A document with its units; ``heads`` are (unit, slot), ``contents`` the tokens of annotated contents."""

    document: Document
    text: QuotedView
    units: list[Unit]
    attributions: list[Attribution]
    heads: frozenset[tuple[int, int]]
    contents: frozenset[int]


def read_example(document: Document) -> Example:
    """Cut a document into units and lay its attributions over them."""
    text = QuotedView(document.view)
    units = list(read_units(text, document.view.sentences))
    firsts = [unit.first for unit in units]
    attributions = []
    for gold in document.attributions:
        head = _head(text, gold)
        if head is None or text.inside[head] >= 0:
            continue
        number = bisect_right(firsts, head) - 1
        unit = units[number]
        attributions.append(Attribution(number, _slot(unit, head), _labels(text, unit, gold, head), gold))
    heads = frozenset((item.unit, item.head) for item in attributions)
    contents = {token for gold in document.attributions for span in gold.content for token in _tokens(text, span)}
    return Example(document, text, units, attributions, heads, frozenset(contents))


def _tokens(text: QuotedView, span: Span) -> range:
    view = text.view
    return range(view.token_at(span[0]), min(len(view), view.token_at(span[1] - 1) + 1))


def _head(text: QuotedView, gold: Gold) -> int | None:
    """The first full verb of a cue, else its first noun, its first adjective, its first token."""
    cue = [token for span in gold.cue for token in _tokens(text, span)]
    tags, words = text.tags, text.words
    verbs = [k for k in cue if tags[k] in "VBGD" and words[k] not in auxiliaries()]
    found = verbs or [k for k in cue if tags[k] == "N"] or [k for k in cue if tags[k] == "J"] or cue
    return found[0] if found else None


def _slot(unit: Unit, token: int) -> int:
    return bisect_right(unit.starts, token) - 1


def _labels(text: QuotedView, unit: Unit, gold: Gold, head: int) -> list[int]:
    labels = [NOTHING] * len(unit.starts)
    for spans, label in ((gold.content, CONTENT), (gold.source, SOURCE)):
        for span in spans:
            _mark(unit, labels, _tokens(text, span), label)
    for span in gold.cue:
        for token in _tokens(text, span):
            if unit.first <= token < unit.last and text.inside[token] < 0:
                labels[_slot(unit, token)] = CUE
    labels[_slot(unit, head)] = CUE
    for at, label in enumerate(labels):  # what a cue or a source has cut in two begins anew behind it
        if label in (SOURCE + 1, CONTENT + 1) and (at == 0 or labels[at - 1] not in (label, label - 1)):
            labels[at] = label - 1
    return labels


def _mark(unit: Unit, labels: list[int], tokens: range, label: int) -> None:
    """Label the slots of which a span holds at least half."""
    begun = False
    for at in range(len(unit.starts)):
        first, last = unit.tokens(at, at + 1)
        shared = min(last, tokens.stop) - max(first, tokens.start)
        if 2 * shared >= last - first:
            labels[at] = label + 1 if begun else label
            begun = True
        elif begun:
            return
