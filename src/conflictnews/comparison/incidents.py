"""Incidents: events of several articles that are one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from conflictnews.comparison.names import name_key
from conflictnews.comparison.people import sort_of_people
from conflictnews.comparison.places import Place, place_of
from conflictnews.comparison.words import stem
from conflictnews.types import (
    Article,
    Event,
    EventStatus,
    EventType,
)
from conflictnews.types.comparison import (
    Incident,
    IncidentMember,
)

__all__ = ["incidents"]

_NO_INCIDENT = frozenset({EventType.OTHER, EventType.CLAIM, EventType.DENIAL, EventType.CONDEMNATION, EventType.THREAT})
"""Words about events, and what is too general to be told apart."""
_SHORT = timedelta(days=10)
"""A longer interval dates nothing."""
_NEWS_AGE = timedelta(days=45)
"""Articles further apart than this tell of other events, where neither says when."""
_KNOWN_BY_A_CLUE = 64
"""Incidents that a day, a name or a noun leads to, at most, so that cost stays linear."""
_SAME_NEWS = timedelta(days=7)
_ENOUGH = 3
"""Evidence for one incident: the same day 3; overlapping days, the same town 2; the same country, actor, target,
sort of victims 1 each; the same
sort again where the days overlap, the same week of news where a day is missing."""


@attrs.define(eq=False)
class _Known:
    """What is known of an incident, or of one event."""

    members: list[IncidentMember]
    type: EventType
    earliest: date | None
    latest: date | None
    value: str | None
    place: Place | None
    actors: frozenset[tuple[str, ...]]
    targets: frozenset[str]
    victims: frozenset[str]
    published: date | None

    @property
    def dated(self) -> bool:
        """Whether the date is close enough to tell one event from the next."""
        return self.earliest is not None and self.latest is not None and self.latest - self.earliest <= _SHORT

    @property
    def rank(self) -> tuple[bool, bool, bool]:
        """The best known first."""
        return not self.dated, self.earliest != self.latest, self.place is None or self.place.is_country


def incidents(articles: Sequence[Article]) -> list[Incident]:
    """The incidents that two articles or more tell of, by their first member.

    Events are one that are of one type, that occurred, that agree on day, place, actor or target well enough and
    disagree neither on the day nor on the place. An event that would fit several incidents equally well is left out.
    """
    events = [known for number, article in enumerate(articles) for known in _events(number, article)]
    found: list[_Known] = []
    by_clue: dict[tuple[object, ...], list[_Known]] = {}
    for event in sorted(events, key=lambda known: known.rank):
        near = dict.fromkeys(other for clue in _clues(event) for other in by_clue.get(clue, ()))
        scored = sorted(((_evidence(other, event), at) for at, other in enumerate(near)), key=lambda s: (-s[0], s[1]))
        fits = [score for score in scored if score[0] >= _ENOUGH]
        if len(fits) > 1 and fits[0][0] == fits[1][0]:
            continue
        home = event
        if fits:
            home = list(near)[fits[0][1]]
            _absorb(home, event)
        else:
            found.append(event)
        for clue in _clues(home):
            known = by_clue.setdefault(clue, [])
            if len(known) < _KNOWN_BY_A_CLUE and home not in known:
                known.append(home)
    several = [known for known in found if len({member.article for member in known.members}) > 1]
    return sorted((_incident(known) for known in several), key=lambda i: (i.members[0].article, i.members[0].event))


def _events(number: int, article: Article) -> Iterator[_Known]:
    for position, event in enumerate(article.events):
        if event.type in _NO_INCIDENT or event.status is not EventStatus.OCCURRED:
            continue
        earliest, latest = _interval(event)
        yield _Known(
            members=[IncidentMember(article=number, event=position)],
            type=event.type,
            earliest=earliest,
            latest=latest,
            value=event.date.value if event.date is not None and earliest is not None else None,
            place=place_of(event.location.name) if event.location is not None else None,
            actors=frozenset(name_key(actor.name) for actor in event.actors),
            targets=frozenset(stem(key[-1]) for target in event.targets if (key := name_key(target.name))),
            victims=frozenset(sort for fact in (*event.killed, *event.injured) if (sort := sort_of_people(fact))),
            published=article.published,
        )


def _interval(event: Event) -> tuple[date | None, date | None]:
    return (event.date.earliest, event.date.latest) if event.date is not None else (None, None)


def _clues(known: _Known) -> Iterator[tuple[object, ...]]:
    """What two events of one incident share at least one of; the index is by these."""
    if known.dated and known.earliest is not None and known.latest is not None:
        for days in range((known.latest - known.earliest).days + 1):
            yield known.type, known.earliest + timedelta(days=days)
    for word in sorted(known.place.words) if known.place is not None else ():
        yield known.type, word
    for name in sorted(known.actors):
        yield known.type, name
    for noun in sorted(known.targets | known.victims):
        yield known.type, "", noun


def _evidence(incident: _Known, event: _Known) -> int:
    """How much speaks for one incident; 0 where something speaks against it."""
    score = 0
    if incident.earliest and incident.latest and event.earliest and event.latest:
        if event.latest < incident.earliest or incident.latest < event.earliest:
            return 0
        if incident.dated and event.dated:
            score += 3 if (incident.earliest, incident.latest) == (event.earliest, event.latest) else 2
            score += not incident.victims.isdisjoint(event.victims)
    elif incident.published and event.published:
        apart = abs(incident.published - event.published)
        if apart > _NEWS_AGE:
            return 0
        score += apart <= _SAME_NEWS and _is_news(incident) and _is_news(event)
    if incident.place is not None and event.place is not None:
        near = incident.place.nearness(event.place)
        if near < 0:
            return 0
        score += near
    shared = (incident.actors & event.actors, incident.targets & event.targets, incident.victims & event.victims)
    return score + sum(map(bool, shared))


def _is_news(known: _Known) -> bool:
    """Whether it happened not long before the article, for all that is said."""
    return known.latest is None or known.published is None or known.published - known.latest <= _NEWS_AGE


def _absorb(incident: _Known, event: _Known) -> None:
    incident.members += event.members
    if incident.earliest is None or (
        event.earliest is not None
        and event.latest is not None
        and incident.latest is not None
        and event.latest - event.earliest < incident.latest - incident.earliest
    ):
        incident.earliest, incident.latest, incident.value = event.earliest, event.latest, event.value
    if incident.place is None or (incident.place.is_country and event.place is not None and not event.place.is_country):
        incident.place = event.place or incident.place
    incident.actors |= event.actors
    incident.targets |= event.targets
    incident.victims |= event.victims


def _incident(known: _Known) -> Incident:
    members = sorted(known.members, key=lambda member: (member.article, member.event))
    return Incident(
        type=known.type,
        date=known.value,
        location=known.place.name if known.place is not None else None,
        members=tuple(members),
    )
