"""Identities: which entity a participant is, who that is in the register, and of what sort of actor."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

import attrs
import regex as re

from conflictnews.extractors.events.parties import head_word, party_of
from conflictnews.extractors.events.trigger_table import context_words
from conflictnews.lexicons.table import read_table
from conflictnews.register.actors import Actor
from conflictnews.register.identity import Identity, identity_of
from conflictnews.text.closed_words import closed_words
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
_SUPPOSING = re.compile(r",?\s?(?P<mark>[(\[]?)(?P<words>(?:\s?\p{Ll}++){1,6}+)\s?")
_CLOSING = {"(": ")", "[": "]"}
_NEAR = 40
"""Characters in which a name may follow where no bracket holds it."""
_THINGS = frozenset({EntityKind.PLACE, EntityKind.STATE, EntityKind.FACILITY, EntityKind.PERSON})


class Identities:
    """The entities of a text by place, and the register."""

    def __init__(self, text: str, entities: Sequence[Entity], given: Sequence[Actor] = ()) -> None:
        self.text = text
        self.entities = entities
        self._kinds = {actor.id: actor.kind for actor in given}
        self.mentions: list[tuple[int, int, int]] = sorted(
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
        category = _category(argument.name, who, country)
        return EventArgument(argument.name, argument.span, who.id, who.state, number, category)

    def parties(self, argument: EventArgument, country: str | None) -> Iterator[EventArgument]:
        """The argument as ``identified``; of "soldiers and DF or RLA militants" each party by itself.

        Of nameless ones behind whom a body stands that they are thought to be ("gunmen (presumably DF)"), it too.
        """
        pieces = list(self._pieces(argument.span))
        if len(pieces) > 1 and None not in pieces:
            yield from (self.identified(self._argument(span), country) for span in filter(None, pieces))
            return
        found = self.identified(argument, country)
        yield found
        if found.id is None and not pieces:
            yield from (self.identified(self._argument(span), country) for span in self._supposed(argument))

    def _argument(self, span: Span) -> EventArgument:
        return EventArgument(" ".join(span.of(self.text).split()), span)

    def _supposed(self, argument: EventArgument) -> Iterator[Span]:
        """The bodies that somebody is thought to be or belongs to: " (assumed DF/RLA)", " from the Dorn Front"."""
        end = argument.span.end
        found = _SUPPOSING.match(self.text, end)
        words = found["words"].split() if found is not None else []
        head = head_word(argument.name)
        if head in nouns("thing", "place", "materiel", "weapon") and head not in nouns("person", "group"):
            return  # "shops belonging to the party": what is theirs is not they
        armed = words[:1] == ["from"] and head in nouns("armed", "troops")
        if found is None or not (armed or _supposes(words, bool(found["mark"]))):
            return
        last = self.text.find(_CLOSING[found["mark"]], found.end()) if found["mark"] else found.end() + _NEAR
        inside = self._inside(Span(found.end(), max(last, found.end())))
        bodies = [mention for mention in inside if self.entities[mention[2]].kind in _BODIES]
        for first, stop, _ in bodies if found["mark"] else bodies[:1]:
            yield Span(first, stop)

    def _pieces(self, span: Span) -> Iterator[Span | None]:
        """What joints part in a list that names a body; None for a part that is no party by itself."""
        bodies = [mention for mention in self._inside(span) if self.entities[mention[2]].kind in _BODIES]
        if not bodies:
            return
        start = span.start
        for joint in (*_JOINTS.finditer(self.text, span.start, span.end), None):
            end = span.end if joint is None else joint.start()
            if joint is not None and any(first < joint.end() and joint.start() < last for first, last, _ in bodies):
                continue  # inside of a name
            named = next((mention for mention in bodies if start <= mention[0] and mention[1] <= end), None)
            if named is not None:
                yield Span(named[0], end)
            else:
                yield Span(start, end) if _is_party(self.text[start:end]) else None
            start = end if joint is None else joint.end()

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


def _supposes(words: list[str], enclosed: bool) -> bool:
    """Whether words between people and a body say that they may be of it; not "the sergeant REPORTEDLY ATTACKED a"."""
    supposed = context_words("supposed")
    if supposed.isdisjoint(words[:2]):
        return False
    links = supposed | closed_words("preposition", "determiner", "to", "be") | nouns("person", "group", "forces")
    hedged = any(word.endswith("ly") for word in words[:2])
    return enclosed or not hedged or all(word in links or word.endswith("ly") for word in words)


def _is_party(name: str) -> bool:
    """Whether a part of a list is somebody by itself: "military forces", not "Borland"."""
    return bool(name) and head_word(name) in nouns("person", "forces", "armed", "body")


@lru_cache(maxsize=1 << 12)
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
