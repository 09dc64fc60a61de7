"""The same quotation in several articles: whole, cut, spun or translated back, under one speaker's name or several."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import NamedTuple

from conflictnews.comparison.grouping import features_of_words, group
from conflictnews.comparison.names import last_name, name_key, same_name
from conflictnews.comparison.similarity import common_in_order, ratio
from conflictnews.comparison.words import comparable_words, content_words, function_words
from conflictnews.types import (
    Article,
    Quote,
    QuoteKind,
    Resolution,
)
from conflictnews.types.comparison import (
    QuoteMember,
    SharedQuote,
)

__all__ = ["shared_quotes"]

_ALIKE = 0.7
_ALIKE_SHORT = 0.8
_SHORT = 8
"""The least ratio of two quotations that are one, and of two of which one has fewer than eight words."""
_CONTENT = 3
"""The content words that two quotations share that are one, though not word for word."""
_FRAGMENT = 5
"""The words of a fragment that is known again in a longer quotation."""
_WITHIN = 0.85
"""The share of a fragment's words that the longer quotation has, in their order."""
_FEWEST = 4
"""The words of a quotation that may be known again though spun; two or three must be the same."""


_COMPARED = 32
"""Distinct names of one group that are compared with one another, at most."""


class _Item(NamedTuple):
    article: int
    quote: int
    words: tuple[str, ...]


def shared_quotes(articles: Sequence[Article], home: Sequence[int]) -> list[SharedQuote]:
    """The quotations that two articles of one story have, by article and place of the first member.

    ``home`` is the story of each article.
    """
    items = [
        _Item(number, position, words)
        for number, article in enumerate(articles)
        for position, quote in enumerate(article.quotes)
        if _can_be_shared(quote, words := comparable_words(quote.text))
    ]
    idle = function_words()
    features = [features_of_words(item.words, idle) for item in items]

    def likeness(one: int, other: int) -> float:
        return _likeness(items[one].words, items[other].words)

    found = []
    for positions in group(features, [item.words for item in items], likeness):
        stories: dict[int, list[_Item]] = {}
        for position in positions:
            stories.setdefault(home[items[position].article], []).append(items[position])
        for members in stories.values():
            if len({member.article for member in members}) > 1:
                found.append(_shared(articles, members))
    return sorted(found, key=lambda shared: (shared.members[0].article, shared.members[0].span))


def _can_be_shared(quote: Quote, words: tuple[str, ...]) -> bool:
    """One word, a term or a phrase of function words is nobody's own."""
    return len(content_words(words)) > 1 and (quote.kind is not QuoteKind.SCARE or len(words) >= _FEWEST)


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < _FEWEST or len(content_words(shorter) & content_words(longer)) < _CONTENT:
        return 0.0
    common = common_in_order(shorter, longer)
    value = 2 * common / (len(one) + len(other))
    if value >= (_ALIKE if len(shorter) >= _SHORT else _ALIKE_SHORT):
        return value
    return value if len(shorter) >= _FRAGMENT and common >= _WITHIN * len(shorter) and _runs(shorter, longer) else 0.0


def _runs(shorter: tuple[str, ...], longer: tuple[str, ...]) -> bool:
    """Whether a run of so many words stands in both: words picked from all over a long text are no fragment of it."""
    runs = {longer[at : at + _FRAGMENT] for at in range(len(longer) - _FRAGMENT + 1)}
    return any(shorter[at : at + _FRAGMENT] in runs for at in range(len(shorter) - _FRAGMENT + 1))


def _shared(articles: Sequence[Article], items: list[_Item]) -> SharedQuote:
    fullest = max(items, key=lambda item: len(item.words))
    members = tuple(
        QuoteMember(
            article=item.article,
            quote=item.quote,
            span=articles[item.article].quotes[item.quote].span,
            similarity=round(ratio(item.words, fullest.words), 4),
            speaker=_speaker(articles[item.article].quotes[item.quote]),
        )
        for item in items
    )
    quotes = [articles[item.article].quotes[item.quote] for item in items]
    named = [name for quote in quotes if (name := _named(quote))]
    agree = _one_speaker_of_all(named)
    surely = [name for quote in quotes if (name := _named(quote)) and _is_sure(quote)]
    return SharedQuote(
        members=members,
        speakers_agree=agree,
        suggested_speaker=max(surely, key=len, default=None) if agree and len(named) < len(members) else None,
    )


def _speaker(quote: Quote) -> str | None:
    attribution = quote.attribution
    return attribution.speaker.name if attribution is not None and attribution.speaker is not None else None


def _named(quote: Quote) -> str | None:
    """The speaker by name; "a US official" names nobody."""
    attribution = quote.attribution
    if attribution is None or attribution.speaker is None or attribution.anonymous or attribution.speaker.anonymous:
        return None
    return attribution.speaker.name


def _is_sure(quote: Quote) -> bool:
    """Whether the article itself says whose words they are.

    A speaker inferred from a neighbour is not passed on, nor is one whose cue stands beside another quotation, which
    these words only follow: in articles that were glued together they may be somebody else's.
    """
    attribution = quote.attribution
    if attribution is None or attribution.resolved_by not in (Resolution.EXPLICIT, Resolution.PRONOUN):
        return False
    cue = attribution.cue
    if cue is None:
        return True
    nearest = min(attribution.content, key=lambda part: min(abs(part.start - cue.end), abs(cue.start - part.end)))
    return nearest.overlaps(quote.span)


def _one_speaker_of_all(names: Sequence[str]) -> bool:
    distinct = sorted(set(names))
    return all(_one_speaker(one, other) for one, other in combinations(distinct[:_COMPARED], 2))


def _one_speaker(one: str, other: str) -> bool:
    """Whether two names may mean one speaker: the same name, or the same last name where one has no other."""
    first, second = name_key(one), name_key(other)
    if same_name(first, second):
        return True
    return 1 in (len(first), len(second)) and last_name(first) == last_name(second)
