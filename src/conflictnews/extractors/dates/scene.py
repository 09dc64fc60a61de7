"""What a reader of temporal expressions looks at: one sentence, and the days from which others are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from conflictnews.text import TextView
from conflictnews.types import DateType

__all__ = ["Scene", "Timex"]


class Timex(NamedTuple):
    """A temporal expression: tokens ``first`` up to, not with, ``last``.

    ``days`` are given only where they don't follow from the value, ``cut`` are character offsets where the expression
    is a part of its tokens, ``twin`` is a second expression in the same token ("1999-2001"). A ``full`` date tells
    its own year; an ``ambiguous`` one leaves open which number is the day.
    """

    first: int
    last: int
    type: DateType
    value: str | None
    days: tuple[date, date] | None = None
    cut: tuple[int, int] | None = None
    twin: Timex | None = None
    full: bool = False
    ambiguous: bool = False


class Scene:
    """A window on one sentence at a time. Words outside of ``floor`` and ``end`` read as empty.

    ``published`` is the day from which relative dates are told, ``told`` the last day of the narrative, ``shown`` the
    day of the picture whose caption the sentence is. ``read`` reads the expression that begins at a token.
    """

    __slots__ = (
        "depth",
        "end",
        "ends",
        "floor",
        "order",
        "published",
        "read",
        "shown",
        "start",
        "starts",
        "text",
        "told",
        "told_grain",
        "told_in",
        "view",
        "words",
    )

    def __init__(self, view: TextView, published: date | None, read: Callable[[Scene, int], Timex | None]) -> None:
        self.view: TextView = view
        self.text: str = view.text
        self.words: list[str] = view.words
        self.starts: list[int] = view.starts
        self.ends: list[int] = view.ends
        self.published: date | None = published
        self.read: Callable[[Scene, int], Timex | None] = read
        self.start: int = 0
        self.floor: int = 0
        self.end: int = 0
        self.told: date | None = None
        self.told_in: int = 0
        self.told_grain: str = ""
        self.shown: date | None = None
        self.order: str | None = None
        self.depth: int = 0

    def move(self, position: int) -> None:
        """Look at the sentence that holds token ``position``; what was read before stays behind."""
        if position >= self.end:
            self.start, self.end = self.view.sentence_of(position)
            self.shown = None
            self.floor = max(self.floor, self.start)

    def told_here(self) -> date | None:
        """The last day told in this sentence."""
        return self.told if self.told_grain == "D" and self.told_in >= self.start else None

    def told_before(self, position: int, grains: str) -> date | None:
        """The last date told, of one of these grains (Y, M, D), in this sentence or the two before."""
        if self.told is None or self.told_grain not in grains:
            return None
        near = self.view.sentence_number(self.told_in) >= self.view.sentence_number(position) - 2
        return self.told if near else None

    def word(self, position: int) -> str:
        """A folded word; empty outside."""
        return self.words[position] if self.floor <= position < self.end else ""

    def before(self, position: int) -> str:
        """A word of the sentence, whether or not something was read there."""
        return self.words[position] if self.start <= position < self.end else ""

    def capital(self, position: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.start <= position < self.end and self.text[self.starts[position]].isupper()

    def touching(self, position: int) -> bool:
        """Whether a token follows the one before it without a blank."""
        return self.start < position < self.end and self.ends[position - 1] == self.starts[position]

    def follows(self, position: int, *words: str) -> bool:
        """Whether these words stand from token ``position``."""
        return all(self.word(position + offset) == word for offset, word in enumerate(words))

    def part(self, position: int) -> Timex | None:
        """What can be read from token ``position`` on, as a part of a longer expression."""
        if self.depth >= 2 or not self.start <= position < self.end:
            return None
        floor = self.floor
        self.floor, self.depth = position, self.depth + 1
        found = self.read(self, position)
        self.floor, self.depth = floor, self.depth - 1
        return found if found is not None and found.first == position else None
