"""Happenings: the events of an article as far as they tell which incident they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache

import attrs

from conflictnews.comparison.days import Days
from conflictnews.comparison.intervals import Interval, Partial
from conflictnews.comparison.names import name_key
from conflictnews.comparison.people import is_anybody, sort_of_people
from conflictnews.comparison.places import ComparedPlace, place_of
from conflictnews.comparison.vocabulary import words
from conflictnews.comparison.words import stem
from conflictnews.lexicons.table import read_table
from conflictnews.types import Article, Event, EventStatus, EventType, Role
from conflictnews.types.comparison import IncidentMember

__all__ = ["SPECIFIC", "Happening", "SentencePlace", "happenings", "tells"]

SentencePlace = tuple[int, int]
"""An article, and the position of one of its sentences."""

SPECIFIC = 2
"""A type tells so much, at least, that two events of it in one story speak for one incident."""
_LEAD_SENTENCES = 3
_ASSAULT = "ASSAULT"
_BEFORE = 40
"""Characters before an event in which its determiner is looked for."""


@attrs.frozen(eq=False)
class Happening:
    """One event of one article.

    ``kinds`` are those of the table of incident kinds; ``in_lead`` says that the title or the first sentences tell it,
    ``is_definite`` that it is told as known ("the blast"), ``is_another`` that it is told as a further one ("another
    blast"). ``figures`` are the casualties told of it,
    ``copied`` the groups of copied sentences that mention it.
    """

    member: IncidentMember
    type: EventType
    kinds: frozenset[str]
    day: Interval | None
    partial: Partial | None
    place: ComparedPlace | None
    in_lead: bool
    is_definite: bool
    is_another: bool
    actors: frozenset[tuple[str, ...]]
    targets: frozenset[str]
    victims: frozenset[str]
    figures: frozenset[tuple[str, str]]
    copied: frozenset[int]
    published: date | None

    @property
    def rank(self) -> tuple[bool, bool, bool, bool]:
        """The best known first."""
        dated = self.day is not None and self.day.is_close
        return not (dated and self.has_town), not dated, not self.has_town, not self.in_lead

    @property
    def has_new_town(self) -> bool:
        """Whether the gazetteer knows a town that is told, so that it is no mere spot of another."""
        return self.has_town and self.place is not None and self.place.at is not None

    @property
    def has_town(self) -> bool:
        """Whether a place is told that is no mere region."""
        return self.place is not None and not self.place.is_region


@cache
def _kinds() -> dict[str, tuple[frozenset[str], int]]:
    rows = read_table("incident_kinds", "type", "kinds", "tells")
    return {kind: (frozenset(kinds.split()), int(tells)) for kind, kinds, tells in rows}


def _row(event: Event) -> str:
    return "assault" if event.type is EventType.OTHER and event.plover == _ASSAULT else str(event.type)


def tells(kind: EventType) -> int:
    """How much a type tells of what happened, 0 to 3.

    >>> tells(EventType.SUICIDE_BOMBING) > tells(EventType.KILLING)
    True
    """
    return _kinds().get(str(kind), (frozenset(), 0))[1]


def happenings(number: int, article: Article, copies: Mapping[SentencePlace, int]) -> Iterator[Happening]:
    """The events of an article that occurred and may be incidents, in order.

    ``copies`` are the sentences that several articles have, with the number of their group.
    """
    if not article.events:
        return
    days = Days(article)
    starts = [sentence.span.start for sentence in article.sentences]
    lead = _end_of_lead(article)
    for position, event in enumerate(article.events):
        kinds, _ = _kinds().get(_row(event), (frozenset(), 0))
        if not kinds or event.status is not EventStatus.OCCURRED:
            continue
        mentions = event.mentions or (event.span,)
        definite = _is_definite(article.text, mentions[0].start)
        figures = [*((Role.KILLED, fact) for fact in event.killed), *((Role.INJURED, fact) for fact in event.injured)]
        yield Happening(
            member=IncidentMember(article=number, event=position),
            type=event.type,
            kinds=kinds,
            day=days.of_event(event, definite),
            partial=days.partial_of_event(event),
            place=place_of(event.location) if event.location is not None else None,
            in_lead=mentions[0].start < lead,
            is_definite=definite,
            is_another=_is_another(article, mentions[0].start, starts),
            actors=frozenset(name_key(actor.name) for actor in event.actors),
            targets=frozenset(_heads(event)),
            victims=frozenset(sort for _, fact in figures if (sort := sort_of_people(fact)) and not is_anybody(sort)),
            figures=frozenset((role.value, str(fact.value)) for role, fact in figures if fact.value is not None),
            copied=_groups(copies, number, {bisect_right(starts, mention.start) - 1 for mention in mentions}),
            published=days.published,
        )


def _heads(event: Event) -> Iterator[str]:
    """The heads of its targets, but for "people"."""
    for target in event.targets:
        key = name_key(target.name)
        if key and not is_anybody(stem(key[-1])):
            yield stem(key[-1])


def _groups(copies: Mapping[SentencePlace, int], number: int, sentences: set[int]) -> frozenset[int]:
    return frozenset(copies[number, sentence] for sentence in sentences if (number, sentence) in copies)


def _end_of_lead(article: Article) -> int:
    """Where the first sentences behind the title end; the title, if any, is part of the lead."""
    behind = article.title.span.end if article.title is not None else 0
    body = [sentence for sentence in article.sentences if sentence.span.start >= behind][:_LEAD_SENTENCES]
    return body[-1].span.end if body else len(article.text)


def _is_another(article: Article, start: int, starts: Sequence[int]) -> bool:
    """Told behind "another", "a second", or in a sentence that begins with "Separately", "Elsewhere"."""
    head = starts[max(0, bisect_right(starts, start) - 1)] if starts else 0
    before = article.text[max(head, start - _BEFORE) : start].lower().split()
    opening = article.text[head : head + _BEFORE].lower().split()[:2]
    return not words("another").isdisjoint(before[-4:]) or not words("apart").isdisjoint(
        word.rstrip(",") for word in opening
    )


def _is_definite(text: str, start: int) -> bool:
    before = text[max(0, start - _BEFORE) : start].lower().split()[-2:]
    return not words("definite").isdisjoint(before)
