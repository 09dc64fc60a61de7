"""Stories: which articles tell of the same, by average linkage of their leads within a window of days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import attrs

from conflictnews.comparison.days import own_day
from conflictnews.comparison.grouping import linked
from conflictnews.comparison.leads import lead_vectors
from conflictnews.types import Article

__all__ = ["grouped_by_story"]

_ALIKE = 0.2
"""The least mean cosine of an article to those of a story that it joins."""
_ALIKE_UNDATED = 0.24
"""The same where no day says that both are of one week."""
_ALIKE_OF_FEW = 0.15
_FEW = 12
"""Who compares so few articles has chosen them: less is asked for."""
_WINDOW = timedelta(days=5)
"""Days between an article and the next of the same story, at most."""
_LONGEST = timedelta(days=14)
"""A story of more days is a war, not a story."""
_PROBED = 24
"""The heaviest features of an article, by which stories are looked up."""
_POSTINGS = 64
"""Stories that a feature leads to, the latest ones: a feature of more is no name of a story."""
_CANDIDATES = 8
_SHARED = 3
"""Features that an article shares with a story that it is compared with, at least."""


@attrs.define(eq=False)
class _Draft:
    """A story in the making; ``total`` is the sum of its articles' vectors."""

    members: list[int]
    total: dict[str, float]
    first: date | None
    last: date | None


def grouped_by_story(articles: Sequence[Article], copied: Iterable[tuple[int, int]] = ()) -> list[list[int]]:
    """Positions of the articles, one list a story, each in order, by their first article; every article is in one.

    Articles are taken by day. Each joins the story that its lead is most like on the average, among those that its
    heaviest words lead to, or begins one; then stories are joined to one another in the same way. ``copied`` are pairs
    of articles of which one is the text of the other: they are of one story whatever their leads say.
    """
    vectors = lead_vectors(articles)
    days = [own_day(article) for article in articles]
    order = sorted(range(len(articles)), key=lambda at: (days[at] or date.max, at))
    few = len(articles) <= _FEW
    drafts = _linked([_begun(at, vectors[at], days[at]) for at in order], few=few)
    drafts = _linked(drafts, few=few)
    return _with_copies(drafts, len(articles), copied)


def _begun(position: int, vector: dict[str, float], day: date | None) -> _Draft:
    return _Draft([position], vector, day, day)


def _linked(drafts: list[_Draft], *, few: bool) -> list[_Draft]:
    """Each draft joined to the earlier one that it is most like, if there is one alike enough."""
    spread = Counter(feature for draft in drafts for feature in draft.total)
    kept: list[_Draft] = []
    index: dict[str, list[int]] = {}
    for draft in drafts:
        features = sorted(
            (feature for feature in draft.total if spread[feature] > 1), key=lambda f: (-draft.total[f], f)
        )[:_PROBED]
        found = Counter(number for feature in features for number in index.get(feature, ()))
        likely = sorted((number for number in found if found[number] >= _SHARED), key=lambda n: (-found[n], n))
        scored = [(_linkage(kept[number], draft, few=few), -number) for number in likely[:_CANDIDATES]]
        best, number = max(scored, default=(0.0, 0))
        home = -number if best > 0 else len(kept)
        if best > 0:
            _join(kept[home], draft)
        else:
            kept.append(draft)
        for feature in features:
            postings = index.setdefault(feature, [])
            if home in postings[-_POSTINGS:]:
                continue
            postings.append(home)
            if len(postings) > 2 * _POSTINGS:
                del postings[:_POSTINGS]
    return kept


def _linkage(one: _Draft, other: _Draft, *, few: bool) -> float:
    """The mean cosine between the articles of two drafts; 0 where it is too little or the days lie apart."""
    if one.first and one.last and other.first and other.last:
        gap = max(other.first - one.last, one.first - other.last)
        if gap > _WINDOW or max(one.last, other.last) - min(one.first, other.first) > _LONGEST:
            return 0.0
        least = _ALIKE
    else:
        least = _ALIKE_UNDATED
    if few:
        least = _ALIKE_OF_FEW
    small, large = sorted((one.total, other.total), key=len)
    common = sum(weight * large.get(feature, 0.0) for feature, weight in small.items())
    mean = common / (len(one.members) * len(other.members))
    return mean if mean >= least else 0.0


def _join(draft: _Draft, other: _Draft) -> None:
    draft.members += other.members
    for feature, weight in other.total.items():
        draft.total[feature] = draft.total.get(feature, 0.0) + weight
    days = [day for day in (draft.first, draft.last, other.first, other.last) if day is not None]
    draft.first, draft.last = min(days, default=None), max(days, default=None)


def _with_copies(drafts: list[_Draft], count: int, copied: Iterable[tuple[int, int]]) -> list[list[int]]:
    home = [0] * count
    for number, draft in enumerate(drafts):
        for member in draft.members:
            home[member] = number
    first = linked((home[one], home[other]) for one, other in copied)
    stories: dict[int, list[int]] = {}
    for position in range(count):
        stories.setdefault(first.get(home[position], home[position]), []).append(position)
    return list(stories.values())
