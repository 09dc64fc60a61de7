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


class Reading:
    """One sentence of a text, token ``first`` up to, not with, ``last``; positions are those of the text.

    ``classes`` are those of all tokens. Plain fields, as rules ask for them more often than for anything else.
    """

    __slots__ = ("classes", "first", "last", "names", "syntax", "view")

    def __init__(self, view: TextView, syntax: Syntax, names: Mapping[int, Name]) -> None:
        self.view: TextView = view
        self.syntax: Syntax = syntax
        self.names: Mapping[int, Name] = names
        self.classes: Sequence[str] = syntax.classes
        self.first: int = syntax.first
        self.last: int = syntax.last

    def name_over(self, at: int) -> Name | None:
        """The mention that holds the token ``at``; None where no name does."""
        for first in range(at, max(self.first, at - _LONGEST_NAME) - 1, -1):
            name = self.names.get(first)
            if name is not None:
                return name if name.last > at else None
        return None
