"""QuotedView: a text with its tags, and for every token the quotation that holds it."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from conflictnews.lexicons.table import word_sets
from conflictnews.text import Quotation, TextView

__all__ = ["QuotedView"]


class QuotedView:
    """What the search for attributions reads: tokens, tags, sentences, and the outermost quotations.

    ``quotations`` are those that stand in no other one; ``inside[i]`` is the number of the one that holds token ``i``,
    marks included, or -1; ``opening`` and ``closing`` lead from a quotation's first and last token to its number.
    """

    def __init__(self, view: TextView) -> None:
        self.view = view
        self.words: list[str] = view.words
        self.tags: list[str] = view.tags
        self.starts: list[int] = view.starts
        self.ends: list[int] = view.ends
        self.quotations: list[Quotation] = []
        self.ranges: list[tuple[int, int]] = []
        self.inside: list[int] = [-1] * len(view)
        self.opening: dict[int, int] = {}
        self.closing: dict[int, int] = {}
        reached = 0
        for quotation in view.quotations:
            if quotation.depth or quotation.outer_start < reached:
                continue
            reached = quotation.outer_end
            first = bisect_left(self.starts, quotation.outer_start)
            last = bisect_left(self.starts, quotation.outer_end)
            if first >= last or self._names(quotation, first, last):
                continue
            number = len(self.quotations)
            self.quotations.append(quotation)
            self.ranges.append((first, last))
            self.inside[first:last] = [number] * (last - first)
            self.opening[first] = number
            self.closing[last - 1] = number
        self._edges = sorted(self.opening.keys() | self.closing.keys())

    def edges(self, first: int, last: int) -> list[int]:
        """The tokens in a range at which quotations open or close, ascending."""
        return self._edges[bisect_left(self._edges, first) : bisect_left(self._edges, last)]

    def _names(self, quotation: Quotation, first: int, last: int) -> bool:
        """Whether the marks hold a term or a title, which nobody says: "the movie 'Barton Fink'", "so-called"."""
        words = [k for k in range(first, min(last, first + 16)) if self.words[k][0].isalnum()]
        if not words or len(words) > _LONGEST_TITLE:
            return False
        before = self.words[first - 1] if first else ""
        if before in _naming()["term"]:
            return True
        text, (begins, ends) = self.view.text, self.view.sentence_of(first)
        small = _naming()["small"]
        if not all(text[self.starts[k]].isupper() or self.words[k] in small for k in words):
            return False
        nickname = begins < first and last < ends and self.tags[first - 1] == self.tags[last] == "P"
        if (len(words) < 2 and not nickname) or text[quotation.end - 1] in "?!.":
            return False
        around = (*range(max(begins, first - _AROUND), first), *range(last, min(ends, last + _AROUND)))
        if text[self.starts[words[-1]]].islower() or before in (":", "said"):
            return False
        return any(text[self.starts[k]].islower() for k in around)


_LONGEST_TITLE = 9
_AROUND = 20


@cache
def _naming() -> dict[str, frozenset[str]]:
    return word_sets("naming_words", "word", "class")
