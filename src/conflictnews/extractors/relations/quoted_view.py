"""QuotedView: a text with its tags, and for every token the quotation that holds it."""

from __future__ import annotations

from bisect import bisect_left

from conflictnews.text import Quotation, TextView

__all__ = ["QuotedView"]


class QuotedView:
    """What the search for attributions reads: tokens, tags, sentences, and the outermost quotations.

    ``quotations`` are those that stand in no other one; ``inside[i]`` is the number of the one that holds token ``i``,
    marks included, or -1; ``opening`` and ``closing`` lead from a quotation's first and last token to its number.
    """

    def __init__(self, view: TextView) -> None:
        self.view = view
        self.words, self.tags = view.words, view.tags
        self.starts, self.ends = view.starts, view.ends
        self.quotations: list[Quotation] = []
        self.ranges: list[tuple[int, int]] = []
        self.inside = [-1] * len(view)
        self.opening: dict[int, int] = {}
        self.closing: dict[int, int] = {}
        reached = 0
        for quotation in view.quotations:
            if quotation.depth or quotation.outer_start < reached:
                continue
            reached = quotation.outer_end
            first = bisect_left(self.starts, quotation.outer_start)
            last = bisect_left(self.starts, quotation.outer_end)
            if first >= last:
                continue
            number = len(self.quotations)
            self.quotations.append(quotation)
            self.ranges.append((first, last))
            self.inside[first:last] = [number] * (last - first)
            self.opening[first] = number
            self.closing[last - 1] = number
