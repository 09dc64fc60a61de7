"""A sentence as events read it: the text, and the syntax of the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from conflictnews.text import TextView
from conflictnews.text.syntax import Syntax
from conflictnews.types import NamedEntity, SpeakerKind

__all__ = ["Name", "Reading", "names_of"]


class Name(NamedTuple):
    """A mention of an entity, up to, not with, token ``last``."""

    last: int
    kind: SpeakerKind


def names_of(view: TextView, entities: Sequence[NamedEntity]) -> dict[int, Name]:
    """The mentions of entities by their first token."""
    return {
        view.token_at(span.start): Name(view.token_at(span.end - 1) + 1, entity.kind)
        for entity in entities
        for span in entity.mentions
    }


class Reading(NamedTuple):
    """One sentence of a text, token ``first`` up to, not with, ``last``; positions are those of the text."""

    view: TextView
    syntax: Syntax
    names: Mapping[int, Name]

    @property
    def classes(self) -> Sequence[str]:
        """The word classes of the tokens."""
        return self.syntax.classes

    @property
    def first(self) -> int:
        """The first token."""
        return self.syntax.first

    @property
    def last(self) -> int:
        """The token behind the last."""
        return self.syntax.last
