"""Copies: the same sentence again, spun by other words for some of its own."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.comparison.grouping import features_of_words, group
from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.similarity import common_in_order, upper_bound
from conflictnews.comparison.words import function_words

__all__ = ["copies"]

_COPY = 0.7
"""The least ratio of two sentences that are one, spun."""
_WITHIN = 0.9
_LEAST_RATIO = 0.55
"""A sentence of which all but a tenth stands in another, with this ratio at least, is a copy as well."""


def copies(sentences: Sequence[StorySentence]) -> list[list[int]]:
    """Groups of positions of sentences that are one, also within one article."""
    idle = function_words()
    return group(
        lambda at: features_of_words(sentences[at].words, idle),
        [sentence.words for sentence in sentences],
        lambda one, other: _likeness(sentences[one], sentences[other]),
    )


def _likeness(one: StorySentence, other: StorySentence) -> float:
    if upper_bound(one.words, other.words) < _LEAST_RATIO:
        return 0.0
    common = common_in_order(one.words, other.words)
    total = len(one.words) + len(other.words)
    within = 2 * common >= _LEAST_RATIO * total and common >= _WITHIN * min(len(one.words), len(other.words))
    if not within and 2 * common < _COPY * total:
        return 0.0
    # "The Roe campaign did not respond", "The Doe campaign did not respond": a formula, said of somebody else
    if one.names and other.names and one.names.isdisjoint(other.names):
        return 0.0
    return 2 * common / total
