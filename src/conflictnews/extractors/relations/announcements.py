"""A name and a colon at the beginning of a sentence: ``US: we will respond``, ``SMITH: No``."""

from __future__ import annotations

from conflictnews.extractors.relations.contents import trimmed
from conflictnews.extractors.relations.draft import Draft
from conflictnews.extractors.relations.headings import is_heading
from conflictnews.extractors.relations.quoted_view import QuotedView

__all__ = ["colon"]

_CERTAINTY = 90
_LONGEST_NAME = 6


def colon(text: QuotedView, first: int, last: int) -> list[Draft]:
    """The attribution of a sentence that begins with a name and a colon, and has no other."""
    words, tags = text.words, text.tags
    if tags[first] != "P":
        return []
    for k in range(first + 1, min(last - 1, first + _LONGEST_NAME)):
        if words[k] == ":":
            begin, end = trimmed(text, k + 1, last)
            named = all(tags[i] in "P." for i in range(first, k))
            if not named or begin >= end or is_heading(words[first:k]):
                return []
            number = text.view.sentence_number(first)
            return [Draft(number, [(begin, end)], (first, k), (k, k + 1), "colon", k, _CERTAINTY)]
    return []
