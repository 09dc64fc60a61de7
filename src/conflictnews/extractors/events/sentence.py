"""A sentence as events read it: the text, and the syntax of the sentence."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from conflictnews.text import TextView
from conflictnews.text.syntax import Syntax

__all__ = ["Reading"]


class Reading(NamedTuple):
    """One sentence of a text, token ``first`` up to, not with, ``last``; positions are those of the text."""

    view: TextView
    syntax: Syntax

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
