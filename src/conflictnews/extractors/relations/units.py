"""Units: the sentences in which attributions are looked for, each quotation in them a single slot.

Only outermost attributions count, so nothing inside a quotation is a source or a cue of its own: it is one slot, which
a content holds or leaves. A sentence that ends inside a quotation goes on behind it: ``"I did. I went," he said.`` is
one unit of five slots.
"""

from __future__ import annotations

from collections.abc import Iterator

from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.text import TextView
from conflictnews.text.syntax import Syntax

__all__ = ["FRAGMENT", "QUOTED", "Unit", "read_units"]

QUOTED, FRAGMENT = "Q", "q"
"""The tags of a quotation: of one that is long or ends like a sentence, and of a few words."""
_FEW_WORDS = 3
_ENDS = frozenset(".?!…")


class Unit:
    """The slots of one unit. ``words`` and ``tags`` have an entry each; slot ``i`` begins at token ``starts[i]``."""

    __slots__ = ("_syntax", "_view", "first", "last", "quoted", "starts", "tags", "words")

    def __init__(self, first: int, last: int, words: list[str], tags: list[str], starts: list[int]) -> None:
        self.first: int = first
        self.last: int = last
        self.words: list[str] = words
        self.tags: list[str] = tags
        self.starts: list[int] = starts
        self.quoted: bool = QUOTED in tags or FRAGMENT in tags
        self._view: TextView | None = None
        self._syntax: Syntax | None = None

    def syntax(self) -> tuple[Syntax, int]:
        """The slots as phrases and clauses read them, and the position of the first one in it.

        A unit that is a whole sentence without quotations is read as that sentence, once for all layers.
        """
        if self._view is not None and self._view.sentence_of(self.first) == (self.first, self.last):
            return self._view.syntax(self.first), self.first
        self._syntax = self._syntax or Syntax(self.words, self.tags)
        return self._syntax, 0

    def tokens(self, begin: int, end: int) -> tuple[int, int]:
        """The token range of the slots from ``begin`` up to, not with, ``end``."""
        return self.starts[begin], self.starts[end] if end < len(self.starts) else self.last


def read_units(text: QuotedView, sentences: list[tuple[int, int]]) -> Iterator[Unit]:
    """The units of these sentences (token ranges, ascending)."""
    inside, held = text.inside, -1
    first = last = 0
    for begin, end in sentences:
        if begin == last and held >= 0 and inside[begin] == held:
            last = end
        else:
            if first < last:
                yield _unit(text, first, last)
            first, last = begin, end
        held = inside[end - 1]
    if first < last:
        yield _unit(text, first, last)


def _unit(text: QuotedView, first: int, last: int) -> Unit:
    if not text.edges(first, last):
        unit = Unit(first, last, text.words[first:last], text.tags[first:last], list(range(first, last)))
        unit._view = text.view
        return unit
    words, tags, starts = list[str](), list[str](), list[int]()
    at = first
    while at < last:
        starts.append(at)
        number = text.inside[at]
        if number < 0:
            words.append(text.words[at])
            tags.append(text.tags[at])
            at += 1
            continue
        word, tag = _quotation(text, number, at)
        words.append(word)
        tags.append(tag)
        at = min(last, text.ranges[number][1])
    return Unit(first, last, words, tags, starts)


def _quotation(text: QuotedView, number: int, first: int) -> tuple[str, str]:
    """How a quotation reads as a word: whether it begins with a capital, how it ends, how long it is."""
    quotation, last = text.quotations[number], text.ranges[number][1]
    written, start = text.view.text, -1
    count = 0
    for at in range(first, last):
        if text.words[at][0].isalnum():
            count += 1
            if start < 0:
                start = text.starts[at]
            if count > 7:
                break
    end = written[quotation.end - 1] if quotation.end > quotation.start else ""
    stop = "," if end == "," else "." if end and end in _ENDS else ""
    size = 1 if count <= 1 else 3 if count <= 3 else 7 if count <= 7 else 9
    capital = "U" if start >= 0 and written[start].isupper() else "l"
    return f"<{capital}{stop}{size}>", QUOTED if count > _FEW_WORDS or stop else FRAGMENT
