"""Entities: what each name of a text is the name of, and who that is in the register."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import ClassVar

import attrs

from conflictnews.lexicons.table import read_table
from conflictnews.register.identity import identity_of
from conflictnews.register.states import states
from conflictnews.text import TextView
from conflictnews.types import Entity, EntityKind, Layers, NamedEntity, SpeakerKind

__all__ = ["EntityExtractor"]

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
    requires: ClassVar[frozenset[str]] = frozenset({"names"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Entity]:
        """The entities, by their first mention; as many as there are names, in the same order."""
        for named in done.get("names", NamedEntity):
            kind = _kind(named)
            known = identity_of(named.name)
            yield Entity(
                span=named.span,
                text=named.text,
                name=named.name,
                kind=kind,
                mentions=named.mentions,
                id=None if kind is EntityKind.PERSON else known.id,
                state=None if kind is EntityKind.PERSON else known.state,
            )


def _kind(named: NamedEntity) -> EntityKind:
    words = named.name.casefold().removeprefix("the ").split()
    folded = " ".join(words)
    if folded in states("country", "short"):
        return EntityKind.STATE
    if folded in states("demonym"):
        return EntityKind.NATIONALITY
    if named.kind in _REFINED:
        found = _words("last").get(words[-1]) or (_words("first").get(words[0]) if len(words) > 1 else None)
        if found is not None:
            return found
    return _KINDS[named.kind]


@cache
def _words(position: str) -> dict[str, EntityKind]:
    """What a name is the name of, by its first or last word."""
    rows = read_table("entity_words", "word", "kind", "position")
    return {word: EntityKind(kind) for word, kind, where in rows if where == position}
