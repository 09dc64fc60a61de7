"""Disagreements: figures of different articles on one matter, and whether they can both be right."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from conflictnews.comparison.people import counted_head, sort_of_people
from conflictnews.types import (
    Article,
    Bound,
    FactKind,
    NumericFact,
    PassageKind,
    Role,
    Verdict,
)
from conflictnews.types.comparison import (
    CopiedPassage,
    Disagreement,
    DisagreementItem,
    Incident,
)

__all__ = ["disagreements", "possible", "verdict"]

_ABOUT = Decimal("0.1")
"""What "about" leaves open on either side."""
_PERSONS = (Role.KILLED, Role.INJURED)

Interval = tuple[Decimal, Decimal | None]


class _Figure(NamedTuple):
    article: int
    position: int
    fact: NumericFact


def disagreements(
    articles: Sequence[Article], incidents: Sequence[Incident], passages: Sequence[CopiedPassage]
) -> list[Disagreement]:
    """The killed and injured of each incident, then the figures in copied sentences, where they are not all the same.

    Figures on different sorts of people ("a contractor", "two soldiers") are not comparable.
    """
    positions = [{fact: at for at, fact in reversed(list(enumerate(article.facts)))} for article in articles]
    found = [
        disagreement
        for number, incident in enumerate(incidents)
        for disagreement in _of_incident(articles, positions, number, incident)
    ]
    places = [sorted((fact.span.start, at) for at, fact in enumerate(article.facts)) for article in articles]
    seen = {(item.article, item.fact) for disagreement in found for item in disagreement.items}
    for passage in passages:
        if passage.kind is PassageKind.COPY:
            found += (d for d in _of_passage(articles, places, passage) if not seen.issuperset(_places(d)))
    return found


def _places(disagreement: Disagreement) -> set[tuple[int, int]]:
    return {(item.article, item.fact) for item in disagreement.items}


def _of_incident(
    articles: Sequence[Article], positions: list[dict[NumericFact, int]], number: int, incident: Incident
) -> Iterator[Disagreement]:
    for role in _PERSONS:
        figures: dict[tuple[int, int], _Figure] = {}
        for member in incident.members:
            event = articles[member.article].events[member.event]
            for fact in event.killed if role is Role.KILLED else event.injured:
                position = positions[member.article].get(fact)
                if position is not None:
                    figures[member.article, position] = _Figure(member.article, position, fact)
        yield from _compared([figures[place] for place in sorted(figures)], role.value, number)


def _compared(figures: list[_Figure], what: str, incident: int) -> Iterator[Disagreement]:
    """One disagreement for each sort of people; one for all where the sorts differ from article to article."""
    by_sort: dict[str, list[_Figure]] = {}
    for figure in figures:
        by_sort.setdefault(sort_of_people(figure.fact), []).append(figure)
    shared = {sort: group for sort, group in by_sort.items() if len({figure.article for figure in group}) > 1}
    for group in shared.values():
        if not _all_same(group):
            yield _disagreement(verdict([figure.fact for figure in group]), what, group, incident)
    if not shared and len({figure.article for figure in figures}) > 1:
        yield _disagreement(Verdict.NOT_COMPARABLE, what, figures, incident)


def _of_passage(
    articles: Sequence[Article], places: list[list[tuple[int, int]]], passage: CopiedPassage
) -> Iterator[Disagreement]:
    """Figures that a copy has changed: those of the same noun or unit, where each copy has one of it."""
    by_noun: dict[tuple[FactKind, str], list[_Figure]] = {}
    for member in passage.members:
        here, span = places[member.article], member.span
        for _, position in here[bisect_left(here, (span.start, 0)) : bisect_left(here, (span.end, 0))]:
            fact = articles[member.article].facts[position]
            noun = fact.unit or counted_head(fact)
            if noun and fact.kind is not FactKind.ORDINAL:
                by_noun.setdefault((fact.kind, noun), []).append(_Figure(member.article, position, fact))
    for group in by_noun.values():
        several = {figure.article for figure in group}
        if len(several) == len(group) > 1 and not _all_same(group):
            fact = group[0].fact
            what = fact.role.value if fact.role is not Role.OTHER else fact.noun or fact.about or fact.unit or ""
            yield _disagreement(verdict([figure.fact for figure in group]), what, group, None)


def _all_same(figures: Iterable[_Figure]) -> bool:
    return len({(f.fact.value, f.fact.low, f.fact.high, f.fact.bound) for f in figures}) == 1


def _disagreement(result: Verdict, what: str, figures: list[_Figure], incident: int | None) -> Disagreement:
    items = tuple(
        DisagreementItem(article=f.article, fact=f.position, span=f.fact.span, value=f.fact.value) for f in figures
    )
    return Disagreement(verdict=result, what=what, items=items, incident=incident)


def verdict(facts: Sequence[NumericFact]) -> Verdict:
    """Whether one number satisfies all the facts; not comparable where one tells no number, or in another unit."""
    if len({(fact.kind, fact.unit) for fact in facts}) > 1:
        return Verdict.NOT_COMPARABLE
    ranges = [interval for fact in facts if (interval := possible(fact)) is not None]
    if len(ranges) < len(facts):
        return Verdict.NOT_COMPARABLE
    ends = [high for _, high in ranges if high is not None]
    if not ends or max(low for low, _ in ranges) <= min(ends):
        return Verdict.COMPATIBLE
    return Verdict.CONTRADICTION


def possible(fact: NumericFact) -> Interval | None:
    """The numbers that a fact allows, from and to; no end where it sets none, None where it tells no number.

    "At least 22" allows 22 and more, "up to 40" none to 40, "about 20" a tenth more or less, "dozens" 24 and more.
    """
    value, low, high = fact.value, fact.low, fact.high
    if fact.bound is Bound.EXACT and value is not None:
        return value, value
    if fact.bound is Bound.APPROX and value is not None:
        around = abs(value) * _ABOUT
        return value - around, value + around
    if fact.bound is Bound.MAX:
        most = high if high is not None else value
        return None if most is None else (min(Decimal(0), most), most)
    least = low if low is not None else value
    return None if least is None and high is None else (least if least is not None else Decimal(0), high)
