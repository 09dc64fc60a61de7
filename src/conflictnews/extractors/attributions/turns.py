"""Turns: who spoke so far, as pronouns and definite phrases behind ask for it."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from conflictnews.text import TextView

__all__ = ["Turn", "Turns"]


class Turn(NamedTuple):
    """An attribution that has been read: where its source begins, where it ends and in which paragraph, who speaks."""

    offset: int
    end: int
    last_paragraph: int
    who: int | str | None
    """An entity's number, the key of a description, or None where nobody could be named."""


class Turns:
    """The attributions read so far, in the order of their sources, and where offsets lie."""

    def __init__(self, view: TextView, reach: int = 1) -> None:
        self._view = view
        self.reach = reach
        """How many paragraphs back an antecedent may stand."""
        self._starts = [start for start, _ in view.paragraphs]
        self.turns: list[Turn] = []

    def paragraph(self, offset: int) -> int:
        """The number of the paragraph that holds an offset."""
        return max(bisect_right(self._starts, offset) - 1, 0)

    def paragraph_start(self, number: int) -> int:
        """Where a paragraph begins."""
        return self._starts[number] if 0 <= number < len(self._starts) else 0

    def sentence(self, offset: int) -> int:
        """The number of the sentence that holds an offset."""
        view = self._view
        return view.sentence_number(min(view.token_at(offset), len(view) - 1))

    def add(self, offset: int, end: int, who: int | str | None) -> None:
        """Note who speaks at an offset, in words that reach to ``end``."""
        self.turns.append(Turn(offset, end, self.paragraph(max(end - 1, offset)), who))

    @property
    def last(self) -> Turn | None:
        """The turn before."""
        return self.turns[-1] if self.turns else None
