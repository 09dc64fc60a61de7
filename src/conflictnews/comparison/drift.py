"""Drift: what a copy of a sentence has changed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from conflictnews.comparison.figures import verdict
from conflictnews.comparison.people import counted_head
from conflictnews.comparison.words import words_and_names
from conflictnews.types import Article, FactKind, NumericFact, PassageKind, Role, Slot
from conflictnews.types.comparison import CopiedPassage, Disagreement, DisagreementItem, PassageMember

__all__ = ["drifted_figures"]


class _Figure(NamedTuple):
    article: int
    position: int
    fact: NumericFact


def drifted_figures(
    articles: Sequence[Article], passages: Iterable[CopiedPassage], seen: set[tuple[int, int | None]]
) -> Iterator[Disagreement]:
    """Figures of copied sentences that differ, but for those of which all are ``seen`` (article and fact)."""
    places = [sorted((fact.span.start, at) for at, fact in enumerate(article.facts)) for article in articles]
    for passage in passages:
        if passage.kind is PassageKind.COPY:
            for found in _of_passage(articles, places, passage):
                if not seen.issuperset((item.article, item.fact) for item in found.items):
                    yield found


def _of_passage(
    articles: Sequence[Article], places: list[list[tuple[int, int]]], passage: CopiedPassage
) -> Iterator[Disagreement]:
    """Figures that a copy has changed: those of the same noun or unit, where each copy has one of it.

    Where names differ too, the sentence is a formula, filled in for somebody or some place else.
    """
    by_noun: dict[tuple[FactKind, str], list[_Figure]] = {}
    for member in passage.members:
        here, span = places[member.article], member.span
        for _, position in here[bisect_left(here, (span.start, 0)) : bisect_left(here, (span.end, 0))]:
            fact = articles[member.article].facts[position]
            noun = fact.unit or counted_head(fact)
            if noun and fact.kind is not FactKind.ORDINAL:
                by_noun.setdefault((fact.kind, noun), []).append(_Figure(member.article, position, fact))
    if len({_names(articles, member) for member in passage.members}) > 1:
        return
    for group in by_noun.values():
        several = {figure.article for figure in group}
        if len(several) == len(group) > 1 and not _all_same(group):
            yield _disagreement(group)


def _names(articles: Sequence[Article], member: PassageMember) -> frozenset[str]:
    names = words_and_names(member.span.of(articles[member.article].text))[1]
    return frozenset(name for name in names if not name[0].isdigit())


def _all_same(figures: Iterable[_Figure]) -> bool:
    return len({(f.fact.value, f.fact.low, f.fact.high, f.fact.bound) for f in figures}) == 1


def _disagreement(group: Sequence[_Figure]) -> Disagreement:
    fact = group[0].fact
    what = fact.role.value if fact.role is not Role.OTHER else fact.noun or fact.about or fact.unit or ""
    slot = Slot(fact.role.value) if fact.role.value in {slot.value for slot in Slot} else Slot.QUANTITY
    items = tuple(
        DisagreementItem(
            article=f.article, span=f.fact.span, fact=f.position, value=f.fact.value, told=" ".join(f.fact.text.split())
        )
        for f in group
    )
    return Disagreement(verdict=verdict([figure.fact for figure in group]), what=what, items=items, slot=slot)
