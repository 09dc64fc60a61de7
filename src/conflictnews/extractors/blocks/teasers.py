"""Headings within the story, and headlines of other stories that were glued in between."""

from __future__ import annotations

from conflictnews.text import TextView

from .heads import is_title_case
from .page import Paragraph

__all__ = ["is_heading", "is_unrelated"]

_HEADING_WIDTH = 100
_WORDS_LOOKED_AT = 120
_TELLING = frozenset({"was", "were", "had", "said", "says", "told"})
"""Headlines leave these out: a line that has them is a sentence that lost its stop."""


def is_heading(view: TextView, paragraph: Paragraph, following: Paragraph | None) -> bool:
    """A short line without a stop, with prose behind it."""
    start, end, first, last = paragraph
    text = view.text
    if text[start] in "-–—" and text[end - 1] == text[start]:  # "- Migrants repatriated -", as AFP sets them
        start, end = start + 1, end - 1
        inside = text[start:end]
        start, end = start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())
    if start >= end:
        return False
    if end - start > _HEADING_WIDTH or last - first > 16 or following is None or text[start].islower():
        return False
    if not (text[start].isalnum() and text[end - 1].isalnum()):
        return False
    if (
        not following.is_prose(text)
        or following.end - following.start <= end - start
        or text[following.start].islower()
    ):
        return False
    return _TELLING.isdisjoint(view.words[first:last]) or is_title_case(view, paragraph)


def is_unrelated(view: TextView, headline: Paragraph, text_below: Paragraph) -> bool:
    """Whether a headline in title case and the text below it share names with each other and not with the article."""
    if view.text[headline.start : headline.end].isupper() or not is_title_case(view, headline):
        return False
    names = _names(view, headline, text_below)
    strange = [name for name in names if _only_within(view, name, headline.first, text_below.last)]
    shared = _names(view, headline, headline) & set(view.words[text_below.first : text_below.last])
    return len(names) >= 2 and bool(shared) and 5 * len(strange) >= 3 * len(names)


def _names(view: TextView, first: Paragraph, last: Paragraph) -> set[str]:
    """The folded words in capitals, but for those that begin a sentence."""
    found: set[str] = set()
    for paragraph in {first, last}:
        for token in range(paragraph.first, min(paragraph.last, paragraph.first + _WORDS_LOOKED_AT)):
            start = view.starts[token]
            if view.text[start].isupper() and view.ends[token] - start > 3:
                found.add(view.words[token])
    return found


def _only_within(view: TextView, word: str, first: int, last: int) -> bool:
    positions = view.index[word]
    return positions[0] >= first and positions[-1] < last
