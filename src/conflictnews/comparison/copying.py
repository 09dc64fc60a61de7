"""Copying: how much of one article another has, which of them are one text, and who copied whom."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from conflictnews.comparison.grouping import linked
from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.vocabulary import pattern
from conflictnews.types import Article
from conflictnews.types.comparison import Copying

__all__ = ["copying", "one_texts"]

_LEAST_SHARE = 0.25
_FEWEST_SENTENCES = 2
_ONE_TEXT = 0.8
"""An article of which another has so much is the same text, or a part of it."""
_LOST = 0.2
"""Who has so much less than the other has dropped words, and copied."""
_PAIRED = 24
"""Articles of one passage that are all paired; where more have it, each is paired with the first only."""


def copying(
    articles: Sequence[Article], sentences: Sequence[StorySentence], groups: Iterable[Sequence[int]]
) -> list[Copying]:
    """The pairs of articles of which one has a quarter of the other's words or more, in two sentences at least.

    ``groups`` are the positions of sentences that are copies.
    """
    totals = Counter[int]()
    for sentence in sentences:
        totals[sentence.article] += len(sentence.words)
    shared, counted = Counter[tuple[int, int]](), Counter[tuple[int, int]]()
    for group in groups:
        words = Counter[int]()
        for at in group:
            words[sentences[at].article] += len(sentences[at].words)
        for one, other in _pairs(list(words)):
            for pair, length in (((one, other), words[one]), ((other, one), words[other])):
                shared[pair] += length
                counted[pair] += 1
    shares = {pair: min(1.0, shared[pair] / totals[pair[0]]) for pair in shared if totals[pair[0]]}
    return [
        _copying(articles, pair, shares)
        for pair in sorted(shares)
        if shares[pair] >= _LEAST_SHARE and (counted[pair] >= _FEWEST_SENTENCES or shares[pair] >= _ONE_TEXT)
    ]


def _pairs(members: list[int]) -> Iterator[tuple[int, int]]:
    if len(members) > _PAIRED:
        yield from ((members[0], other) for other in members[1:])
        return
    yield from ((one, other) for at, one in enumerate(members) for other in members[at + 1 :])


def _copying(articles: Sequence[Article], pair: tuple[int, int], shares: dict[tuple[int, int], float]) -> Copying:
    article, other = pair
    share, back = shares[pair], shares.get((other, article), 0.0)
    return Copying(
        article=article,
        other=other,
        share=round(share, 4),
        reason=_reason(articles[article], articles[other], share - back),
    )


def _reason(article: Article, other: Article, more: float) -> str | None:
    """Why ``article`` copied from ``other``, and not the other way round."""
    if article.published and other.published and article.published != other.published:
        return "later-day" if article.published > other.published else None
    if _credits(article, other.source) and not _credits(other, article.source):
        return "credited-agency"
    return "lost-words" if more >= _LOST else None


def _credits(article: Article, source: str | None) -> bool:
    if not source:
        return False
    return any(match[1].lower() in source.lower() for match in _credit().finditer(article.text))


@cache
def _credit() -> re.Pattern[str]:
    """An agency behind a dash, a bracket, "by" or "source"."""
    return re.compile(rf"(?:--|—|–|\(|\bby |\bsource: ?)\s*({pattern('agency')})\b", re.IGNORECASE)


def one_texts(members: Sequence[int], pairs: Iterable[Copying]) -> tuple[tuple[int, ...], ...]:
    """The articles of a story by independent text: one text, or a part of it, stands with the other."""
    own = set(members)
    first = linked(
        (pair.article, pair.other)
        for pair in pairs
        if pair.share >= _ONE_TEXT and pair.article in own and pair.other in own
    )
    texts: dict[int, list[int]] = {}
    for member in members:
        texts.setdefault(first.get(member, member), []).append(member)
    return tuple(tuple(text) for text in texts.values())
