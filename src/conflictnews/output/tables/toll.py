"""A toll: the least and the most that the numbers of an event add up to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import cache

from conflictnews.lexicons.table import word_set
from conflictnews.output.tables.numbering import Numbering
from conflictnews.types import NumericFact, Span

__all__ = ["toll"]

Bounds = tuple[int | None, int | None]


def toll(facts: Sequence[NumericFact], ids: Numbering) -> Bounds:
    """The least and the most of all facts together; None where they leave it open, both None where there are none.

    Numbers of one sentence add up ("12 soldiers and 3 civilians"), but for parts ("12 people, including 3 children")
    and what is told twice; a number told again in another sentence counts once, the greatest.

    >>> from conflictnews.parsing import parse
    >>> article = parse("A bomb killed 12 soldiers and at least 3 civilians in Kabul.")
    >>> toll(article.events[0].killed, Numbering(article, "a"))
    (15, None)
    """
    if not facts:
        return None, None
    sentences: dict[int, list[NumericFact]] = {}
    for fact in sorted(facts, key=lambda one: one.span):
        sentences.setdefault(ids.sentence_at(fact.span.start), []).append(fact)
    sums = [_sum(told, ids.article.text) for told in sentences.values()]
    lows = [low for low, _ in sums if low is not None]
    highs = [high for _, high in sums]
    low = max(lows, default=None)
    high = None if any(one is None for one in highs) else max(one for one in highs if one is not None)
    return _whole(low), None if high is None or (low is not None and high < low) else _whole(high)


def _sum(facts: Iterable[NumericFact], text: str) -> tuple[Decimal | None, Decimal | None]:
    """The numbers of one sentence together."""
    wholes: dict[tuple[Decimal | None, Decimal | None, str | None], NumericFact] = {}
    before: Span | None = None
    for fact in facts:
        if before is None or not _is_part(text[before.end : fact.span.start]):
            wholes.setdefault((fact.low, fact.high, fact.noun), fact)
            before = fact.span
    lows = [fact.low for fact in wholes.values() if fact.low is not None]
    highs = [fact.high for fact in wholes.values()]
    high = None if None in highs else sum((one for one in highs if one is not None), Decimal())
    return sum(lows, Decimal()) if lows else None, high


def _is_part(between: str) -> bool:
    return not _part_words().isdisjoint(between.lower().replace(",", " ").split())


@cache
def _part_words() -> frozenset[str]:
    return word_set("part_words", "word")


def _whole(value: Decimal | None) -> int | None:
    return None if value is None else int(value)
