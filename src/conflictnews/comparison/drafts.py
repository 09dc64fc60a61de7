"""Drafts: what is known of an incident in the making, from one event to all that tell it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date
from functools import cached_property

import attrs

from conflictnews.comparison.happenings import SPECIFIC, Happening, tells
from conflictnews.comparison.intervals import Interval, Partial
from conflictnews.comparison.places import ComparedPlace
from conflictnews.types import EventType
from conflictnews.types.comparison import IncidentMember

__all__ = ["Draft"]

Clues = dict[object, set[int]]
"""The articles that tell each figure and target."""


@attrs.define(eq=False)
class Draft:
    """What is known of an incident in the making; at first, of one event.

    What is cached is asked for when the incident is made.
    """

    story: int
    happenings: list[Happening]
    kinds: frozenset[str]
    day: Interval | None
    partials: set[Partial]
    place: ComparedPlace | None
    in_lead: bool
    articles: set[int]
    clues: set[object]
    """Figures, targets, actors, copied sentences: whatever two events of one incident may share."""
    published: date | None

    @property
    def is_dated(self) -> bool:
        """Whether its day is close enough to tell it from the next."""
        return self.day is not None and self.day.is_close

    @property
    def is_loose(self) -> bool:
        """Whether it is a single event without day and town: nothing says that it is another incident than the next."""
        return len(self.happenings) == 1 and self.day is None and not self.happenings[0].has_town

    @cached_property
    def members(self) -> tuple[IncidentMember, ...]:
        """In order."""
        return tuple(sorted((one.member for one in self.happenings), key=lambda member: (member.article, member.event)))

    @cached_property
    def sure_members(self) -> frozenset[IncidentMember]:
        """The events that surely are this incident: of its town, or in a sentence that others have.

        A clash or a killing, of which a town sees many, must share casualties, a target or an actor with another's.
        """
        place, day = self.best_place, self.best_day
        town = place if place is not None and not place.is_region else None
        copied: dict[int, set[int]] = {}
        clues: Clues = {}
        for one in self.happenings:
            for group in one.copied:
                copied.setdefault(group, set()).add(one.member.article)
            for clue in (*one.figures, *one.targets, *one.victims, *one.actors):
                clues.setdefault(clue, set()).add(one.member.article)
        return frozenset(one.member for one in self.happenings if _is_sure(one, town, day, copied, clues))

    @property
    def type(self) -> EventType:
        """The type of the members that tell most of what happened, taken together."""
        weights = Counter[EventType]()
        for one in self.happenings:
            weights[one.type] += 1 + 4 * tells(one.type)
        return max(sorted(weights), key=lambda kind: weights[kind])

    @cached_property
    def best_day(self) -> Interval | None:
        """The shortest of the days told, of those the one that most articles tell."""
        days = Counter(
            day for day, _ in {(one.day, one.member.article) for one in self.happenings if one.day is not None}
        )
        return min(days, key=lambda day: (day.latest - day.earliest, -days[day], day), default=None)

    @cached_property
    def best_place(self) -> ComparedPlace | None:
        """A town rather than a region, of those the name that most articles give."""
        named = {(one.place, one.member.article) for one in self.happenings if one.place is not None}
        places = Counter(place for place, _ in named)
        names = Counter(place.words for place, _ in named)
        return min(
            places,
            key=lambda place: (place.is_country, place.is_region, -names[place.words], place.at is None, place.name),
            default=None,
        )


def _is_sure(
    one: Happening, town: ComparedPlace | None, day: Interval | None, copied: Mapping[int, set[int]], clues: Clues
) -> bool:
    if one.day is not None and not one.day.is_close:
        return False
    if any(len(copied[group]) > 1 for group in one.copied):
        return True
    in_town = town is not None and one.place is not None and one.place.nearness(town) > 1
    on_day = one.day is not None and day is not None and one.day.is_close and one.day.meets(day)
    if tells(one.type) < SPECIFIC:
        told = {*one.figures, *one.targets, *one.victims, *one.actors}
        return in_town and (on_day or one.in_lead) and any(len(clues[clue]) > 1 for clue in told)
    return in_town
