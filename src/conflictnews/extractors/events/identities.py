"""Identities: which entity a participant is, who that is in the register, and of what sort of actor."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

import attrs

from conflictnews.extractors.events.parties import head_word, party_of
from conflictnews.lexicons.table import read_table
from conflictnews.register.actors import Actor
from conflictnews.register.identity import Identity, identity_of
from conflictnews.text.morphology import plural
from conflictnews.text.nouns import nouns
from conflictnews.types import ActorCategory, Entity, EntityKind, EventArgument, Place, Span

__all__ = ["Identities"]

_OF_REGISTER = {
    "rebel": ActorCategory.REBEL_GROUP,
    "militia": ActorCategory.POLITICAL_MILITIA,
    "communal": ActorCategory.IDENTITY_MILITIA,
    "force": ActorCategory.STATE_FORCES,
    "state": ActorCategory.STATE_FORCES,
}
_MANY = 8
_BODIES = frozenset({EntityKind.GROUP, EntityKind.ORGANISATION})
_JOINTS = re.compile(r",?\s(?:and|or|and/or)\s|,\s|/")
_THINGS = frozenset({EntityKind.PLACE, EntityKind.STATE, EntityKind.FACILITY, EntityKind.PERSON})


class Identities:
    """The entities of a text by place, and the register."""

    def __init__(self, text: str, entities: Sequence[Entity], given: Sequence[Actor] = ()) -> None:
        self.text = text
        self.entities = entities
        self._kinds = {actor.id: actor.kind for actor in given}
        self.mentions = sorted(
            (span.start, span.end, number) for number, entity in enumerate(entities) for span in entity.mentions
        )

    def identified(self, argument: EventArgument, country: str | None) -> EventArgument:
        """The argument with its entity, id, state and category; ``country`` is where the event took place (alpha-3)."""
        number = self.entity_at(argument.span)
        who = identity_of(argument.name)
        if who.id is None and number is not None and self.entities[number].id is not None:
            entity = self.entities[number]
            kind = self._kinds.get(entity.id or "") or identity_of(entity.name).kind
            who = Identity(entity.id, entity.state, kind)
        return attrs.evolve(
            argument, id=who.id, state=who.state, entity=number, category=_category(argument.name, who, country)
        )

    def parties(self, argument: EventArgument, country: str | None) -> Iterator[EventArgument]:
        """The argument as ``identified``; of "DF and RLA militants" each group by itself."""
        inside = [mention for mention in self._inside(argument.span) if self.entities[mention[2]].kind in _BODIES]
        between = (self.text[one[1] : other[0]] for one, other in pairwise(inside))
        if len(inside) < 2 or not all(_JOINTS.fullmatch(gap) for gap in between):
            yield self.identified(argument, country)
            return
        for start, end, _ in inside[:-1]:
            yield self.identified(EventArgument(self.text[start:end], Span(start, end)), country)
        rest = Span(inside[-1][0], argument.span.end)
        yield self.identified(EventArgument(" ".join(rest.of(self.text).split()), rest), country)

    def placed(self, place: Place) -> Place:
        """The place with its entity."""
        return attrs.evolve(place, entity=self.entity_at(place.span))

    def entity_at(self, span: Span) -> int | None:
        """The entity whose name a participant's is, or the only body in it: "members of the Dorn Front"."""
        inside = self._inside(span)
        if inside and inside[0][:2] == (span.start, span.end):
            return inside[0][2]
        if len(inside) != 1:
            return None
        _, end, number = inside[0]
        return number if end == span.end or self.entities[number].kind not in _THINGS else None

    def _inside(self, span: Span) -> list[tuple[int, int, int]]:
        """The mentions within a stretch of text, the first few."""
        first = bisect_left(self.mentions, (span.start, 0, 0))
        near = self.mentions[first : first + _MANY]
        return [mention for mention in near if mention[0] < span.end and mention[1] <= span.end]


def _category(name: str, who: Identity, country: str | None) -> ActorCategory | None:
    """ACLED's sort of an actor, by the register, else by the head of the name and what its words tell."""
    found = _OF_REGISTER.get(who.kind or "")
    if found is None:
        party, head = party_of(name), head_word(name)
        found = _of_heads().get(head) or next(filter(None, map(_of_heads().get, name.casefold().split()[-1:])), None)
        if found is None and party.protester:
            found = ActorCategory.PROTESTERS
        elif found is None and (party.police or (party.force and party.bears_arms)):
            found = ActorCategory.STATE_FORCES
        elif found is None and party.civilian and party.people and head not in nouns("troops"):
            found = ActorCategory.CIVILIANS
    if found is ActorCategory.STATE_FORCES and country is not None and who.state not in (None, country):
        return ActorCategory.EXTERNAL_FORCES
    return found


@cache
def _of_heads() -> dict[str, ActorCategory]:
    rows = read_table("actor_categories", "word", "category")
    return {form: ActorCategory(label) for word, label in rows for form in (word, plural(word))}
