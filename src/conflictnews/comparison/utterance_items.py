"""Utterances: what articles quote or report, in or outside quotation marks, as it can be known again."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.words import comparable_words, content_words
from conflictnews.types import Article, Attribution, AttributionKind, Quote, QuoteKind, Span

__all__ = ["Utterance", "quoted", "reported", "unmarked"]

_FEWEST = 4
_FEWEST_REPORTED = 6
"""Words of a term in quotation marks, and of reported speech, that somebody's own words have at least."""


class Utterance(NamedTuple):
    """``quote`` is a position in the article's quotes, None for words outside quotation marks."""

    article: int
    quote: int | None
    span: Span
    words: tuple[str, ...]
    attribution: Attribution | None


def quoted(articles: Sequence[Article]) -> Iterator[Utterance]:
    """The quotations that can be known again: one word, a term or a phrase of function words is nobody's own."""
    for number, article in enumerate(articles):
        for position, quote in enumerate(article.quotes):
            words = comparable_words(quote.text)
            if _is_own(quote, words):
                yield Utterance(number, position, quote.span, words, quote.attribution)


def _is_own(quote: Quote, words: tuple[str, ...]) -> bool:
    return len(content_words(words)) > 1 and (quote.kind is not QuoteKind.SCARE or len(words) >= _FEWEST)


def reported(articles: Sequence[Article]) -> Iterator[Utterance]:
    """What is reported in no quotation marks, of six words or more."""
    for number, article in enumerate(articles):
        for item in article.attributions:
            if item.kind is not AttributionKind.INDIRECT or not item.act.is_speech or len(item.content) != 1:
                continue
            words = comparable_words(item.content[0].of(article.text))
            if len(words) >= _FEWEST_REPORTED:
                yield Utterance(number, None, item.content[0], words, item)


def unmarked(
    articles: Sequence[Article], sentences: Sequence[StorySentence], groups: Sequence[Sequence[int]]
) -> Iterator[Utterance]:
    """Sentences without quotation marks of which another article has a copy that is quoted."""
    starts = [sorted((quote.span.start, quote.span.end) for quote in article.quotes) for article in articles]
    for group in groups:
        marked = [_meets(starts[sentences[at].article], sentences[at].span) for at in group]
        if not any(marked) or all(marked):
            continue
        for at, is_marked in zip(group, marked, strict=True):
            sentence = sentences[at]
            if not is_marked:
                yield Utterance(sentence.article, None, sentence.span, sentence.words, None)


def _meets(quotes: list[tuple[int, int]], span: Span) -> bool:
    """Whether a quotation begins or goes on in a span."""
    at = bisect_left(quotes, (span.end, 0))
    return any(end > span.start for _, end in quotes[max(0, at - 2) : at])
