"""Other quantities: the same thing counted in like sentences of two articles, with figures that no number satisfies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from decimal import Decimal
from typing import NamedTuple

from conflictnews.comparison.cited import Cited
from conflictnews.comparison.days import Days, own_day
from conflictnews.comparison.figures import possible
from conflictnews.comparison.people import counted_head
from conflictnews.comparison.sentences import StorySentence
from conflictnews.comparison.vocabulary import has_word
from conflictnews.types import Article, Bound, FactKind, NumericFact, Role, Slot, Verdict
from conflictnews.types.comparison import Disagreement, DisagreementItem

__all__ = ["quantity_disagreements"]

_CASUALTIES = frozenset({Role.KILLED, Role.INJURED, Role.MISSING, Role.DISPLACED})
_NAMES = 2
_SHARED = 6
_SHARE = 0.5
"""What two sentences on one quantity share, at least: names, content words, and these as a share of the shorter's."""
_LEAST = 3
_POSTINGS = 32
_APART = Decimal("1.2")
"""Figures closer than this may be one, rounded."""
_ONE_TIME = timedelta(days=1)


class _Counted(NamedTuple):
    article: int
    position: int
    fact: NumericFact
    head: str
    sentence: StorySentence
    names: frozenset[str]


def quantity_disagreements(
    articles: Sequence[Article], sentences: Sequence[StorySentence], home: Sequence[int]
) -> Iterator[Disagreement]:
    """Pairs of figures of one story that cannot both be right, one pair for each thing counted.

    Figures of different days may both have been right, and are left out. Each figure is held against a few
    others that share a name, so that cost stays linear.
    """
    index: dict[tuple[int, str, str], list[_Counted]] = {}
    for one in _counted(articles, sentences):
        story = home[one.article]
        near = dict.fromkeys(other for name in sorted(one.names) for other in index.get((story, one.head, name), ()))
        for other in near:
            if other.article != one.article and _alike(one, other) and _clash(articles, other, one):
                yield _disagreement(articles, story, other, one)
                break
        for name in one.names:
            known = index.setdefault((story, one.head, name), [])
            if len(known) < _POSTINGS:
                known.append(one)


def _counted(articles: Sequence[Article], sentences: Sequence[StorySentence]) -> Iterator[_Counted]:
    """The figures that are the only ones of their noun in a sentence."""
    by_article: dict[int, list[StorySentence]] = {}
    for sentence in sentences:
        by_article.setdefault(sentence.article, []).append(sentence)
    for number, own in by_article.items():
        facts = sorted(
            (fact.span.start, at)
            for at, fact in enumerate(articles[number].facts)
            if fact.kind is FactKind.COUNT and fact.role not in _CASUALTIES
        )
        first = 0
        for sentence in own:
            here: dict[str, list[int]] = {}
            while first < len(facts) and facts[first][0] < sentence.span.end:
                start, at = facts[first]
                first += 1
                if start >= sentence.span.start:
                    here.setdefault(counted_head(articles[number].facts[at]), []).append(at)
            for head, found in here.items():
                fact = articles[number].facts[found[0]]
                if head and len(found) == 1 and (fact.low or fact.value or 0) >= _LEAST:
                    yield _Counted(number, found[0], fact, head, sentence, sentence.plain_names)


def _alike(one: _Counted, other: _Counted) -> bool:
    shared = one.sentence.content & other.sentence.content
    shorter = min(len(one.sentence.content), len(other.sentence.content))
    if not (one.names <= other.names or other.names <= one.names):
        return False
    return len(one.names & other.names) >= _NAMES and len(shared) >= _SHARED and len(shared) >= _SHARE * shorter


def _clash(articles: Sequence[Article], one: _Counted, other: _Counted) -> bool:
    """Whether no number near either satisfies both, though they are of one time."""
    first, second = _allowed(one.fact), _allowed(other.fact)
    if first is None or second is None:
        return False
    low, high = sorted((first, second), key=lambda allowed: allowed[0])
    if low[1] is None or high[0] <= low[1]:
        return False
    if any(has_word("running", item.sentence.span.of(articles[item.article].text)) for item in (one, other)):
        return False
    if low[1] == low[0] and low[1] * _APART > high[0]:
        return False
    days = [own_day(articles[item.article]) for item in (one, other)]
    return days[0] is not None and days[1] is not None and abs(days[0] - days[1]) <= _ONE_TIME


def _allowed(fact: NumericFact) -> tuple[Decimal, Decimal | None] | None:
    """The numbers that a figure allows; "hundreds" are fewer than two thousand."""
    found = possible(fact)
    if fact.bound is Bound.VAGUE and found is not None and found[1] is None and found[0] > 0:
        return found[0], Decimal(2 * 10 ** len(str(int(found[0]))) - 1)
    return found


def _disagreement(articles: Sequence[Article], story: int, one: _Counted, other: _Counted) -> Disagreement:
    items = [
        DisagreementItem(
            article=item.article,
            span=item.fact.span,
            fact=item.position,
            value=item.fact.value,
            told=" ".join(item.fact.text.split()),
            source=Cited(articles[item.article]).source_of(item.fact),
            told_on=Days(articles[item.article]).told_on(item.sentence.span),
        )
        for item in sorted((one, other), key=lambda item: (item.article, item.position))
    ]
    return Disagreement(
        verdict=Verdict.CONTRADICTION,
        slot=Slot.QUANTITY,
        what=one.fact.noun or one.head,
        items=tuple(items),
        story=story,
    )
