"""Blocks: what each paragraph is on the page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.text import TextView
from conflictnews.types import Block, BlockKind, Layers, Span

from .captions import caption_end, pictured
from .datelines import date_end, dateline_end, is_date_line, town_end
from .furniture import furniture, may_be_furniture
from .heads import is_byline, is_personal_name, is_title, repeats, title_words
from .page import Paragraph
from .teasers import is_heading, is_unrelated

__all__ = ["BlockExtractor"]


@attrs.frozen
class BlockExtractor:
    """Gives every paragraph a kind; a dateline at the head of a paragraph is a block of its own."""

    name: ClassVar[str] = "blocks"
    requires: ClassVar[frozenset[str]] = frozenset()

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Block]:
        """The blocks, in order."""
        text = view.text
        for start, end, kind in _Page(view).pieces():
            yield Block(span=Span(start, end), text=text[start:end], kind=kind)


Piece = tuple[int, int, BlockKind]

_TITLE_AGAIN = 150
"""A first line of this width that stands twice in a row is a title, stop or no stop."""


_WIDE = 160
"""A paragraph wider than any headline, date or byline, which opens with no word of the tables, is body."""
_DECK = 160
"""The widest line of a deck."""


class _Page:
    """One pass over the paragraphs; what a paragraph can be depends on what stood before it."""

    def __init__(self, view: TextView) -> None:
        self.view = view
        self.paragraphs = _paragraphs(view)
        self.pictured = pictured(view, [paragraph.first for paragraph in self.paragraphs])
        self.title: list[str] = []
        self.in_head = True
        """No body yet."""
        self.opens_story = True
        """No body yet but for the lines of a deck (a summary under the title), and no dateline."""
        self.in_list = False
        """Behind "Related Articles", among the headlines of other stories."""
        self.glued: Paragraph | None = None
        """The last paragraph of a teaser."""

    def pieces(self) -> Iterator[Piece]:
        for number, paragraph in enumerate(self.paragraphs):
            kind = BlockKind.BODY if self._is_plainly_body(number, paragraph) else self._kind(number, paragraph)
            if kind is BlockKind.BODY:
                yield from self._body(paragraph)
            elif kind is BlockKind.CAPTION:
                yield from self._caption(paragraph)
            else:
                yield paragraph.start, paragraph.end, kind

    def _is_plainly_body(self, number: int, paragraph: Paragraph) -> bool:
        """Most paragraphs: wide, opening as nothing else does, and nothing stands above that changes their meaning."""
        if paragraph.end - paragraph.start <= _WIDE or self.in_head or self.glued or number in self.pictured:
            return False
        return not may_be_furniture(self.view, paragraph.first)

    def _kind(self, number: int, paragraph: Paragraph) -> BlockKind:
        view = self.view
        if repeats(view, paragraph, self.title):
            return BlockKind.BOILERPLATE
        if match := furniture(view, paragraph):
            self.in_list = match == "list"
            return BlockKind.BOILERPLATE
        if len(self.paragraphs) == 1:
            return BlockKind.BODY
        if is_date_line(view, paragraph):
            return BlockKind.DATE
        if is_byline(view, paragraph):
            return BlockKind.BYLINE
        following = self.paragraphs[number + 1] if number + 1 < len(self.paragraphs) else None
        if self.in_head and (kind := self._head_kind(paragraph, following)):
            return kind
        return self._story_kind(number, paragraph, following)

    def _head_kind(self, paragraph: Paragraph, following: Paragraph | None) -> BlockKind | None:
        """Title, the bare name of the writer, the line below the title."""
        view = self.view
        if not self.title:
            if dateline_end(view.text, paragraph.start, paragraph.end, self.opens_story):
                return None
            if following and (is_title(view, paragraph) or _stands_twice(view, paragraph, following)):
                self.title = title_words(view, paragraph)
                return BlockKind.TITLE
            self.in_head = False
            return None
        if is_personal_name(view, paragraph):
            return BlockKind.BYLINE
        return None

    def _story_kind(self, number: int, paragraph: Paragraph, following: Paragraph | None) -> BlockKind:
        view = self.view
        if caption_end(view, paragraph, number in self.pictured):
            return BlockKind.CAPTION
        if self.in_list and not paragraph.is_prose(view.text):
            return BlockKind.TEASER
        self.in_list = False
        if self.glued and self._goes_on(number):
            self.glued = paragraph
            return BlockKind.TEASER
        self.glued = None
        if is_heading(view, paragraph, following):
            if following and not self.in_head and is_unrelated(view, paragraph, following):
                self.glued = paragraph
                return BlockKind.TEASER
            return BlockKind.HEADING
        return BlockKind.BODY

    def _goes_on(self, number: int) -> bool:
        """The text below a teaser's headline, and more of it up to the next blank line."""
        before, this = self.paragraphs[number - 1], self.paragraphs[number]
        below_headline = not before.is_prose(self.view.text)
        return below_headline or "\n" not in self.view.text[before.end : this.start].replace("\n", "", 1)

    def _body(self, paragraph: Paragraph) -> Iterator[Piece]:
        view, (start, end, _, _) = self.view, paragraph
        dated: int | None = None
        cut = dateline_end(view.text, start, end, self.opens_story)
        if cut is None and self.opens_story:
            cut = town_end(view.text, start, end)
            dated = date_end(view.text, start, end) if self.title and cut is None else None
        if dated:
            yield start, dated, BlockKind.DATE
            start = dated + 1
            cut = dateline_end(view.text, start, end, self.opens_story)
        if cut or end - start > _DECK:
            self.opens_story = False
        self.in_head = False
        if cut is None:
            yield start, end, BlockKind.BODY
            return
        yield start, cut, BlockKind.DATELINE
        rest = view.text[cut:end]
        if rest.strip():
            yield cut + len(rest) - len(rest.lstrip()), end, BlockKind.BODY

    def _caption(self, paragraph: Paragraph) -> Iterator[Piece]:
        view = self.view
        cut = caption_end(view, paragraph, True) or paragraph.end
        yield paragraph.start, cut, BlockKind.CAPTION
        token = view.token_at(cut) + 1
        if cut < paragraph.end and token < paragraph.last:
            self.in_head = False
            yield view.starts[token], paragraph.end, BlockKind.BODY


def _paragraphs(view: TextView) -> list[Paragraph]:
    starts, last = view.starts, 0
    found: list[Paragraph] = []
    for start, end in view.paragraphs:
        first = bisect_left(starts, start, last)
        last = bisect_left(starts, end, first)
        found.append(Paragraph(start, end, first, last))
    return found


def _stands_twice(view: TextView, paragraph: Paragraph, following: Paragraph) -> bool:
    if paragraph.end - paragraph.start > _TITLE_AGAIN or paragraph.last - paragraph.first < 3:
        return False
    return repeats(view, following, title_words(view, paragraph))
