"""Alterations: what a copied sentence says otherwise than the first: another day, another place, a *not*."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import attrs

from conflictnews.comparison.days import Days
from conflictnews.comparison.edits import changed_negation
from conflictnews.comparison.places import place_of
from conflictnews.comparison.words import comparable_words, words_and_names
from conflictnews.types import Article, DateRef, Event, PassageKind, Place, Slot, Span, Verdict
from conflictnews.types.comparison import CopiedPassage, Disagreement, DisagreementItem, PassageMember

__all__ = ["altered_sentences"]

_ALIKE = 0.8
"""Sentences less alike than this may be of two things."""
_COMMON = 3
"""Sentences that two articles share, at least, where one of them is altered: a single one may be a formula."""


def altered_sentences(articles: Sequence[Article], passages: Iterable[CopiedPassage]) -> Iterator[Disagreement]:
    """Days, places and denials that differ between two copies of a sentence.

    Each copy is held against the first and the one before it only, so that cost stays linear.
    """
    places = [_by_start((event.location, at) for at, event in enumerate(article.events)) for article in articles]
    dates = [_by_start((event.date, at) for at, event in enumerate(article.events)) for article in articles]
    given = [passage for passage in passages if passage.kind is PassageKind.COPY]
    common = Counter(
        pair for passage in given for pair in {(one.article, other.article) for one, other in _pairs(passage)}
    )
    for passage in given:
        if passage.similarity < _ALIKE:
            continue
        seen: set[tuple[object, ...]] = set()
        for one, other in _pairs(passage):
            if common[one.article, other.article] < _COMMON or not _same_but_one(articles, one, other):
                continue
            for found in (
                *_of_days(articles, dates, one, other),
                *_of_places(articles, places, one, other),
                *_of_negation(articles, one, other),
            ):
                told = (found.slot, *sorted(item.told for item in found.items))
                if told not in seen:
                    seen.add(told)
                    yield found


def _pairs(passage: CopiedPassage) -> Iterator[tuple[PassageMember, PassageMember]]:
    """Each sentence with the first and with that before it, of another article."""
    members = passage.members
    for at in range(1, len(members)):
        for before in dict.fromkeys((members[0], members[at - 1])):
            if before.article != members[at].article:
                yield before, members[at]


def _same_but_one(articles: Sequence[Article], one: PassageMember, other: PassageMember) -> bool:
    """Whether the names and numbers of two sentences are the same, one apart."""
    names = [words_and_names(member.span.of(articles[member.article].text))[1] for member in (one, other)]
    return len(names[0] - names[1]) <= 1 and len(names[1] - names[0]) <= 1


def _by_start(found: Iterable[tuple[Place | DateRef | None, int]]) -> list[tuple[int, int]]:
    """The positions of events by the start of their place or date."""
    return sorted((item.span.start, at) for item, at in found if item is not None)


def _within(index: list[tuple[int, int]], span: Span) -> list[int]:
    return [at for _, at in index[bisect_left(index, (span.start, -1)) : bisect_left(index, (span.end, -1))]]


def _of_days(
    articles: Sequence[Article], dates: list[list[tuple[int, int]]], one: PassageMember, other: PassageMember
) -> Iterator[Disagreement]:
    """The one day of an event in each sentence, where these are two; the page's own day is none."""
    sides: list[tuple[int, DateRef]] = []
    for member in (one, other):
        article = articles[member.article]
        events = [article.events[at] for at in _within(dates[member.article], member.span)]
        days = list(dict.fromkeys(event.date for event in events if event.date is not None))
        if len(days) != 1 or days[0].earliest is None or days[0].earliest != days[0].latest:
            return
        if Days(article).of_event(attrs.evolve(events[0], date=days[0])) is None:
            return
        sides.append((member.article, days[0]))
    (_, first), (_, second) = sides
    if first.earliest != second.earliest and comparable_words(first.text) != comparable_words(second.text):
        yield _disagreement(Slot.DAY, "day", [_day(article, ref) for article, ref in sides])


def _day(article: int, ref: DateRef) -> DisagreementItem:
    return DisagreementItem(
        article=article, span=ref.span, told=ref.earliest.isoformat() if ref.earliest is not None else ""
    )


def _of_places(
    articles: Sequence[Article], places: list[list[tuple[int, int]]], one: PassageMember, other: PassageMember
) -> Iterator[Disagreement]:
    """The one place of an event in each sentence, where these are two."""
    sides: list[tuple[int, Place]] = []
    for member in (one, other):
        events: list[Event] = [
            articles[member.article].events[at] for at in _within(places[member.article], member.span)
        ]
        found = list(dict.fromkeys(event.location for event in events if event.location is not None))
        if len(found) != 1:
            return
        sides.append((member.article, found[0]))
    first, second = (place_of(place) for _, place in sides)
    if first is None or second is None or first.nearness(second) >= 0:
        return
    words = [comparable_words(member.span.of(articles[member.article].text)) for member in (one, other)]
    if first.words <= set(words[1]) or second.words <= set(words[0]):
        return
    yield _disagreement(
        Slot.PLACE,
        "place",
        [DisagreementItem(article=article, span=place.span, told=place.name) for article, place in sides],
    )


def _of_negation(articles: Sequence[Article], one: PassageMember, other: PassageMember) -> Iterator[Disagreement]:
    """A word of negation that one sentence has more than the other, all around it being the same."""
    texts = [member.span.of(articles[member.article].text) for member in (one, other)]
    if changed_negation(*map(comparable_words, texts)):
        items = [
            DisagreementItem(article=member.article, span=member.span, told=" ".join(text.split()))
            for member, text in zip((one, other), texts, strict=True)
        ]
        yield _disagreement(Slot.WORDS, "negation", items)


def _disagreement(slot: Slot, what: str, items: Sequence[DisagreementItem]) -> Disagreement:
    return Disagreement(
        verdict=Verdict.CONTRADICTION,
        slot=slot,
        what=what,
        items=tuple(sorted(items, key=lambda item: (item.article, item.span))),
    )
