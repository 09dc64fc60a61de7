"""Entities: who and what a text names."""

from __future__ import annotations

import attrs

from conflictnews.types.span import Annotation, Span
from conflictnews.types.vocabulary import EntityKind

__all__ = ["Entity"]


@attrs.frozen(kw_only=True, weakref_slot=False)
class Entity(Annotation):
    """A person, body, place or thing that a text names, with all its ``mentions``; ``span`` is the first of them.

    ``name`` is the fullest form as it stands in the text. ``id`` and ``state`` are those of the actor register
    (``EventArgument``); None for what it does not have.

    >>> from conflictnews import parse
    >>> group, place = parse("JNIM attacked Djibo, and JNIM said so.").entities
    >>> group.name, group.kind.value, group.id, group.state, len(group.mentions)
    ('JNIM', 'group', 'jnim', 'MLI', 2)
    """

    name: str
    kind: EntityKind
    mentions: tuple[Span, ...] = ()
    id: str | None = None
    state: str | None = None
