"""Retellings: sentences that tell the same in other words, known by the rare words that both have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

from conflictnews.comparison.grouping import feature, group
from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.words import content_words, stem

__all__ = ["Retellings"]

_OF_SHORTER = 0.6
"""The least share of the content words of the shorter sentence, by weight, that the other has too."""
_OF_BOTH = 0.4
"""The least share of the content words of either, by weight, that both have."""
_SHARED = 5
_SHARED_NO_NAMES = 3
"""The content words that both have, at least; and those that are no names: lists of the same people tell nothing."""
_RUN = 8
_CONTENT_IN_RUN = 4
_WITH_RUN = 0.4
"""A run of words that both have, so many of them content words and no names, needs this share of the shorter only."""


class Retellings:
    """Compares sentences by their content words, each weighing the more the fewer sentences have it."""

    def __init__(self, sentences: Sequence[StorySentence]) -> None:
        self._sentences = sentences
        spread = Counter(word for sentence in sentences for word in sentence.content)
        self._weights = {word: log((len(sentences) + 20) / (count + 2)) for word, count in spread.items()}
        self._totals = [self._weight(sentence.content) for sentence in sentences]
        self._names = [frozenset(map(stem, sentence.names)) for sentence in sentences]

    def groups(self) -> list[list[int]]:
        """Groups of positions of sentences of different articles."""

        def features(at: int) -> list[int]:
            return list(map(feature, sorted(self._sentences[at].content)))

        return group(features, range(len(self._sentences)), self.likeness)

    def likeness(self, one: int, other: int) -> float:
        """The share of the content words of the shorter that the other has, 0 where that is no retelling."""
        first, second = self._sentences[one], self._sentences[other]
        shared = first.content & second.content
        if first.article == second.article or len(shared) < _CONTENT_IN_RUN:
            return 0.0
        if first.names and second.names and first.names.isdisjoint(second.names):
            return 0.0
        common, shorter = self._weight(shared), min(self._totals[one], self._totals[other])
        names = shared & (self._names[one] | self._names[other])
        if (
            len(shared) >= _SHARED
            and names
            and len(shared) - len(names) >= _SHARED_NO_NAMES
            and common >= _OF_SHORTER * shorter
            and common >= _OF_BOTH * (self._totals[one] + self._totals[other] - common)
        ):
            return common / shorter
        return common / shorter if common >= _WITH_RUN * shorter and _have_a_run(first, second) else 0.0

    def _weight(self, words: frozenset[str]) -> float:
        return sum(sorted(self._weights[word] for word in words))


def _have_a_run(one: StorySentence, other: StorySentence) -> bool:
    words, names = other.words, one.names | other.names
    runs = {one.words[at : at + _RUN] for at in range(len(one.words) - _RUN + 1)}
    return any(
        run in runs and len(content_words(tuple(word for word in run if word not in names))) >= _CONTENT_IN_RUN
        for at in range(len(words) - _RUN + 1)
        if (run := words[at : at + _RUN])
    )
