"""A window on one sentence of a text, for rules that look a few words around."""

from __future__ import annotations

from conflictnews.text.view import TextView

__all__ = ["Window"]


class Window:
    """One sentence of a text. Positions are those of the text's tokens; outside of the sentence words read as empty.

    >>> window = Window(TextView("It fell. At least 12 men died."), 4)
    >>> window.word(4), window.word(2), window.follows(4, "least", "12"), window.capital(3)
    ('least', '', True, True)
    """

    __slots__ = ("end", "start", "view", "words")

    def __init__(self, view: TextView, position: int) -> None:
        self.view: TextView = view
        self.words: list[str] = view.words
        self.start: int
        self.end: int
        self.start, self.end = view.sentence_of(position)

    def word(self, at: int) -> str:
        """A folded word; empty outside."""
        return self.words[at] if self.start <= at < self.end else ""

    def label(self, at: int) -> str:
        """The class of a word (``text.word_classes``); a mark outside."""
        return self.view.syntax(self.start).classes[at] if self.start <= at < self.end else "."

    def surface(self, at: int) -> str:
        """A word as it stands; empty outside."""
        return self.view.surface(at, at + 1) if self.start <= at < self.end else ""

    def follows(self, at: int, *words: str) -> bool:
        """Whether these words stand from token ``at`` on."""
        last = at + len(words)
        return self.start <= at and last <= self.end and tuple(self.words[at:last]) == words

    def between(self, first: int, last: int) -> list[str]:
        """The words of tokens ``first`` up to, not with, ``last``, as far as they stand in the sentence."""
        return self.words[max(first, self.start) : max(self.start, min(last, self.end))]

    def capital(self, at: int) -> bool:
        """Whether a word begins with a capital letter."""
        return self.start <= at < self.end and self.view.is_capital(at)

    def gap(self, at: int) -> int:
        """How many characters part a token from the one before it; a large number at the edges of the sentence."""
        return self.view.starts[at] - self.view.ends[at - 1] if self.start < at < self.end else 1000

    def touching(self, at: int) -> bool:
        """Whether a token follows the one before it without a blank."""
        return self.gap(at) == 0
