"""Syntax: one sentence as phrases and clauses read it: its words and tags, their classes, its noun chunks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from conflictnews.text.noun_chunks import Chunk, Chunks, read_chunks
from conflictnews.text.word_classes import read_classes

if TYPE_CHECKING:
    from conflictnews.text.subjects import Subject

__all__ = ["Syntax"]


class Syntax:
    """A sentence, or any stretch that is read as one: positions ``first`` up to, not with, ``last`` of ``words``.

    All positions, also in what the functions of ``phrases`` and ``clauses`` give, are those of ``words``, with which
    ``tags`` and ``classes`` are parallel. Chunks are read when they are first asked for.

    >>> syntax = Syntax("the rebels were seen near Dorn".lower().split(), "TNVDIP")
    >>> "".join(syntax.classes), syntax.chunk(1)
    ('dnxepn', Chunk(first=0, core=1, last=2, head=1))
    """

    __slots__ = ("_chunks", "classes", "first", "last", "subjects", "tags", "words")

    def __init__(
        self,
        words: Sequence[str],
        tags: Sequence[str],
        first: int = 0,
        last: int | None = None,
        classes: Sequence[str] | None = None,
    ) -> None:
        self.words: Sequence[str] = words
        self.tags: Sequence[str] = tags
        self.first: int = first
        self.last: int = len(words) if last is None else last
        self.classes: Sequence[str] = read_classes(words, tags, 0, len(words)) if classes is None else classes
        self.subjects: dict[tuple[int, int], Subject | None] = {}
        """What ``subjects.subject_of`` has found, by verb and depth."""
        self._chunks: Chunks | None = None

    @property
    def chunks(self) -> Chunks:
        """The noun chunks."""
        if self._chunks is None:
            self._chunks = read_chunks(self.words, self.tags, self.classes, self.first, self.last)
        return self._chunks

    def chunk(self, position: int) -> Chunk | None:
        """The noun chunk that holds a token of the sentence; None where there is none, and beyond its edges."""
        return self.chunks.at(position) if self.first <= position < self.last else None
