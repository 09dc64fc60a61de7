"""Identities: which entity a participant is, who that is in the register, and of what sort of actor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

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
_THINGS = frozenset({EntityKind.PLACE, EntityKind.STATE, EntityKind.FACILITY, EntityKind.PERSON})


class Identities:
    """The entities of a text by place, and the register."""

    def __init__(self, entities: Sequence[Entity], given: Sequence[Actor] = ()) -> None:
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

    def placed(self, place: Place) -> Place:
        """The place with its entity."""
        return attrs.evolve(place, entity=self.entity_at(place.span))

    def entity_at(self, span: Span) -> int | None:
        """The entity whose name a participant's is, or the only body in it: "members of the Dorn Front"."""
        first = bisect_left(self.mentions, (span.start, 0, 0))
        inside: list[tuple[int, int]] = []
        for start, end, number in self.mentions[first : first + 8]:
            if start >= span.end:
                break
            if end <= span.end:
                if end == span.end and start == span.start:
                    return number
                inside.append((end, number))
        if len(inside) == 1 and (inside[0][0] == span.end or self.entities[inside[0][1]].kind not in _THINGS):
            return inside[0][1]
        return None


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
