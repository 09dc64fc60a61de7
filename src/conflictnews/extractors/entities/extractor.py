"""Entities: what each name of a text is the name of, and who that is in the register."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import ClassVar

import attrs

from conflictnews.extractors.countries import countries_of
from conflictnews.extractors.entities.offices import offices_in
from conflictnews.extractors.story import Story
from conflictnews.gazetteer import Gazetteer
from conflictnews.gazetteer.entry import bears_surname
from conflictnews.gazetteer.toponyms import is_word
from conflictnews.lexicons.table import read_table
from conflictnews.register.actors import Actor
from conflictnews.register.identity import identity_of, named_by
from conflictnews.register.states import states
from conflictnews.text import TextView
from conflictnews.types import Entity, EntityKind, Layers, NamedEntity, Span, SpeakerKind

__all__ = ["EntityExtractor"]

_CITY = 50_000
"""Inhabitants."""
_KINDS = {
    SpeakerKind.PERSON: EntityKind.PERSON,
    SpeakerKind.GROUP: EntityKind.GROUP,
    SpeakerKind.ORGANISATION: EntityKind.ORGANISATION,
    SpeakerKind.PLACE: EntityKind.PLACE,
    SpeakerKind.DOCUMENT: EntityKind.OTHER,
    SpeakerKind.UNKNOWN: EntityKind.OTHER,
}
_REFINED = frozenset({SpeakerKind.PLACE, SpeakerKind.ORGANISATION, SpeakerKind.UNKNOWN})
"""Kinds of speakers of which the words of the name tell more."""


@attrs.frozen
class EntityExtractor:
    """Every name of the text, with what it names and, where the register has it, who that is."""

    name: ClassVar[str] = "entities"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks", "names"})
    gazetteer: Gazetteer = attrs.field(factory=Gazetteer)
    actors: tuple[Actor, ...] = ()

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Entity]:
        """The entities: the names in the order of their layer, behind them the offices that nobody named holds."""
        names = done.get("names", NamedEntity)
        own = named_by(self.actors)
        towns = _towns(view, names, self.gazetteer)
        held, vacant = _offices(view, names, Story(done))
        for number, named in enumerate(names):
            kind = EntityKind.PLACE if number in towns else _kind(named, self.gazetteer)
            known = own.get(named.name.lower()) or identity_of(named.name)
            if kind is EntityKind.PERSON:
                known = known._replace(id=None, state=None)
            elif kind is EntityKind.PLACE:  # a capital is no government here, "Central America" is of no state
                known = known._replace(id=None, state=None if known.id is None else known.state)
            spans = sorted((*named.mentions, *held.get(number, ())))
            yield _entity(view, named.name, kind, spans, known.id, known.state)
        for spans in vacant:
            yield _entity(view, " ".join(spans[0].of(view.text).split()), EntityKind.PERSON, spans)


def _entity(
    view: TextView, name: str, kind: EntityKind, mentions: list[Span], id: str | None = None, state: str | None = None
) -> Entity:
    first = mentions[0]
    text = first.of(view.text)
    return Entity(span=first, text=text, name=name, kind=kind, mentions=tuple(mentions), id=id, state=state)


def _offices(
    view: TextView, names: Sequence[NamedEntity], story: Story
) -> tuple[dict[int, list[Span]], list[list[Span]]]:
    """Where an office stands for a name, by its number; and the mentions of each office whose holder is not named."""
    held: dict[int, list[Span]] = {}
    vacant: dict[tuple[str, ...], list[Span]] = {}
    for office in offices_in(view, names, story):
        if office.holder is not None:
            held.setdefault(office.holder, []).append(office.span)
        else:
            vacant.setdefault(office.form, []).append(office.span)
    return held, list(vacant.values())


def _towns(view: TextView, names: Sequence[NamedEntity], gazetteer: Gazetteer) -> set[int]:
    """The names, by number, of which nothing tells what they name, and that a place has in a country told of."""
    unknown = (
        (number, named.name)
        for number, named in enumerate(names)
        if named.kind is SpeakerKind.UNKNOWN and " " not in named.name and not is_word(named.name)
    )
    found = {
        number: [
            place.country for place in gazetteer.lookup(name) if not place.approximate and not bears_surname(place)
        ]
        for number, name in unknown
    }
    if not any(found.values()):
        return set()
    countries = countries_of(view, names)
    return {number for number, places in found.items() if any(country in countries for country in places)}


def _kind(named: NamedEntity, gazetteer: Gazetteer) -> EntityKind:
    words = named.name.casefold().removeprefix("the ").split()
    folded = " ".join(words)
    if folded in states("country", "short"):
        return EntityKind.STATE
    if named.kind in _REFINED:
        found = _words("last").get(words[-1]) or (_words("first").get(words[0]) if len(words) > 1 else None)
        if found is EntityKind.FACILITY and _is_city(named.name, gazetteer):
            return EntityKind.PLACE  # "Cox's Bazar"
        if found is not None:
            return found
    return _KINDS[named.kind]


def _is_city(name: str, gazetteer: Gazetteer) -> bool:
    """Whether a city of some size bears a name that ends as those of buildings do."""
    return any(place.kind == "city" and (place.population or 0) >= _CITY for place in gazetteer.lookup(name))


@cache
def _words(position: str) -> dict[str, EntityKind]:
    """What a name is the name of, by its first or last word."""
    rows = read_table("entity_words", "word", "kind", "position")
    return {word: EntityKind(kind) for word, kind, where in rows if where == position}
