"""PhraseTable of a table, found from one of their words: the longest that stands at a token."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Generic, TypeVar

from conflictnews.text.window import Window

__all__ = ["PhraseTable"]

T = TypeVar("T")


class PhraseTable(Generic[T]):
    """PhraseTable with what each means.

    >>> from conflictnews.text.view import TextView
    >>> window = Window(TextView("no fewer than 12 men"), 0)
    >>> PhraseTable([("than", 1), ("no fewer than", 2)]).before(window, 3)
    (2, 0)
    """

    __slots__ = ("_by_first", "_by_last")

    def __init__(self, rows: Iterable[tuple[str, T]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        self._by_last: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, meaning in sorted(rows, key=lambda row: -len(row[0].split())):
            parts = tuple(phrase.split())
            self._by_first.setdefault(parts[0], []).append((parts, meaning))
            self._by_last.setdefault(parts[-1], []).append((parts, meaning))

    def at(self, window: Window, at: int) -> tuple[T, int] | None:
        """The meaning of the phrase that begins at a token, and the token behind it."""
        for parts, meaning in self._by_first.get(window.word(at), ()):
            if len(parts) == 1 or window.follows(at, *parts):
                return meaning, at + len(parts)
        return None

    def before(self, window: Window, at: int) -> tuple[T, int] | None:
        """The meaning of the phrase that ends before a token, and its first token."""
        for parts, meaning in self._by_last.get(window.word(at - 1), ()):
            if len(parts) == 1 or window.follows(at - len(parts), *parts):
                return meaning, at - len(parts)
        return None

    def word(self, word: str) -> T | None:
        """The meaning of a single word."""
        return next((meaning for parts, meaning in self._by_first.get(word, ()) if len(parts) == 1), None)

    def exactly(self, phrase: str) -> T | None:
        """The meaning of a phrase that is given whole."""
        parts = tuple(phrase.split())
        return next((meaning for known, meaning in self._by_first.get(parts[0], ()) if known == parts), None)
