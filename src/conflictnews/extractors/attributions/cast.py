"""The cast of an article: its entities by place, and one Speaker for each that speaks."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from conflictnews.text import TextView
from conflictnews.types import NamedEntity, Span, Speaker, SpeakerKind

_MANY = 64
_SHORT_ROLES = {"sen": "senator", "gov": "governor", "rep": "congressman", "gen": "general", "pres": "president"}

__all__ = ["Cast", "Named", "Unnamed", "role_words"]


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


def role_words(role: str) -> frozenset[str]:
    """The words of an office, shortened titles written out.

    >>> sorted(role_words("Vermont Sen."))
    ['senator', 'vermont']
    """
    words = (word.strip(".,()").lower() for word in role.split())
    return frozenset(_SHORT_ROLES.get(word, word) for word in words)


class Cast:
    """Who appears, where; speakers are made on demand, one for each entity or description.

    The mentions of a source without a name are complete when all sources are read: ask for ``speakers`` last.
    """

    def __init__(self, view: TextView, entities: Sequence[NamedEntity]) -> None:
        self.view = view
        self.entities = entities
        self.mentions: list[Named] = sorted(
            Named(span.start, span.end, number) for number, entity in enumerate(entities) for span in entity.mentions
        )
        self._starts = [mention.start for mention in self.mentions]
        self.dead: dict[int, bool] = {}
        self._offices: dict[str, list[int]] | None = None
        self._unnamed: dict[str, tuple[Unnamed, list[Span]]] = {}
        self._pairs: dict[str, tuple[int, int]] = {}

    def between(self, start: int, end: int) -> list[Named]:
        """The mentions that begin in a stretch of text, in order; of very many the last ones."""
        last = bisect_left(self._starts, end)
        return self.mentions[max(bisect_left(self._starts, start), last - _MANY) : last]

    def touching(self, start: int, end: int) -> list[Named]:
        """The mentions that share characters with a stretch of text, in order."""
        first = bisect_left(self._starts, start)
        if first and self.mentions[first - 1].end > start:
            first -= 1
        return self.mentions[first : bisect_left(self._starts, end)]

    def bearers(self, word: str) -> list[int]:
        """The first people in whose office a word occurs ("spokesman"), shortened titles written out."""
        if self._offices is None:
            self._offices = {}
            for number, entity in enumerate(self.entities):
                if entity.kind is SpeakerKind.PERSON and entity.role:
                    for part in role_words(entity.role):
                        self._offices.setdefault(part, []).append(number)
        return self._offices.get(word, [])[:_MANY]

    def describe(self, who: Unnamed, span: Span) -> str:
        """File a source without a name; the key under which it is known."""
        key = who.description.lower()
        self._unnamed.setdefault(key, (who, []))[1].append(span)
        return key

    def together(self, one: int, other: int) -> str:
        """The key of two who speak together."""
        first, second = self.entities[one], self.entities[other]
        name = f"{first.name} and {second.name}"
        key = self.describe(Unnamed(name, "both", SpeakerKind.GROUP, plural=True, named=True), first.span)
        self._pairs[key] = (one, other)
        return key

    def unnamed(self, key: str) -> Unnamed:
        """What is known of a source without a name."""
        return self._unnamed[key][0]

    def speaker_of(self, number: int) -> Speaker:
        """The speaker that an entity is."""
        entity = self.entities[number]
        return Speaker(
            span=entity.span,
            text=entity.text,
            name=entity.name,
            kind=entity.kind,
            role=entity.role,
            mentions=entity.mentions,
            entity=number,
        )

    def speakers(self, keys: Sequence[int | str]) -> dict[int | str, tuple[Speaker, ...]]:
        """Who speaks, for each key: one for the number of an entity or the key of a description, two of a pair."""
        known: dict[int | str, Speaker] = {}

        def speaker(key: int | str) -> Speaker:
            if key not in known:
                known[key] = self.speaker_of(key) if isinstance(key, int) else self._described(key)
            return known[key]

        return {key: tuple(speaker(one) for one in self._pairs.get(str(key), (key,))) for key in keys}

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
