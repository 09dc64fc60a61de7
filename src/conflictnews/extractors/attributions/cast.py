"""The cast of an article: its entities by place, and one Speaker for each that speaks."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from conflictnews.text import TextView
from conflictnews.types import Entity, Span, Speaker, SpeakerKind

__all__ = ["Cast", "Named", "Unnamed"]


class Named(NamedTuple):
    """A mention: offsets, and the number of its entity."""

    start: int
    end: int
    entity: int


class Unnamed(NamedTuple):
    """A source without a name: its description, the head noun, its kind, and whether it is many."""

    description: str
    noun: str
    kind: SpeakerKind
    plural: bool
    named: bool = False
    """Whether it is two who have names ("Obama and Clinton")."""


class Cast:
    """Who appears, where; speakers are made on demand, one for each entity or description.

    The mentions of a source without a name are complete when all sources are read: ask for ``speakers`` last.
    """

    def __init__(self, view: TextView, entities: Sequence[Entity]) -> None:
        self.view = view
        self.entities = entities
        self.mentions = sorted(
            Named(span.start, span.end, number) for number, entity in enumerate(entities) for span in entity.mentions
        )
        self._starts = [mention.start for mention in self.mentions]
        self._unnamed: dict[str, tuple[Unnamed, list[Span]]] = {}

    def between(self, start: int, end: int) -> list[Named]:
        """The mentions that begin in a stretch of text, in order."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def before(self, offset: int) -> int:
        """How many mentions begin before an offset."""
        return bisect_right(self._starts, offset - 1)

    def describe(self, who: Unnamed, span: Span) -> str:
        """File a source without a name; the key under which it is known."""
        key = who.description.lower()
        self._unnamed.setdefault(key, (who, []))[1].append(span)
        return key

    def together(self, one: int, other: int) -> str:
        """The key of two who speak together."""
        first, second = self.entities[one], self.entities[other]
        name = f"{first.name} and {second.name}"
        return self.describe(Unnamed(name, "both", SpeakerKind.GROUP, plural=True, named=True), first.span)

    def unnamed(self, key: str) -> Unnamed:
        """What is known of a source without a name."""
        return self._unnamed[key][0]

    def speaker_of(self, entity: Entity) -> Speaker:
        """The speaker that an entity is."""
        return Speaker(
            span=entity.span,
            text=entity.text,
            name=entity.name,
            kind=entity.kind,
            role=entity.role,
            mentions=entity.mentions,
        )

    def speakers(self, keys: Sequence[int | str]) -> dict[int | str, Speaker]:
        """One speaker for each key: the number of an entity, or the key of a description."""
        out: dict[int | str, Speaker] = {}
        for key in keys:
            if key not in out:
                out[key] = self.speaker_of(self.entities[key]) if isinstance(key, int) else self._described(key)
        return out

    def _described(self, key: str) -> Speaker:
        who, spans = self._unnamed[key]
        mentions = tuple(sorted(set(spans)))
        return Speaker(
            span=mentions[0],
            text=mentions[0].of(self.view.text),
            name=who.description,
            kind=who.kind,
            anonymous=not who.named,
            mentions=mentions,
        )
