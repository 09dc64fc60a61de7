"""A sentence as events read it: the text, and the syntax of the sentence."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from conflictnews.text import TextView
from conflictnews.text.syntax import Syntax
from conflictnews.types import NamedEntity, SpeakerKind

__all__ = ["Name", "Reading", "names_of"]


_LONGEST_NAME = 8


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

    def name_over(self, at: int) -> Name | None:
        """The mention that holds the token ``at``; None where no name does."""
        for first in range(at, max(self.first, at - _LONGEST_NAME) - 1, -1):
            name = self.names.get(first)
            if name is not None:
                return name if name.last > at else None
        return None

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
