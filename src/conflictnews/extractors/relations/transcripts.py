"""Transcripts: paragraphs that begin with a speaker and a colon, inside quotation marks or without."""

from __future__ import annotations

from bisect import bisect_left

from conflictnews.extractors.relations.contents import trimmed
from conflictnews.extractors.relations.draft import Draft
from conflictnews.extractors.relations.quoted_view import QuotedView

__all__ = ["transcript_drafts"]

_MARKS = frozenset("\"“‘'") | {"``", "''"}
_LONGEST_NAME, _LONGEST_HEAD = 5, 14
"""Tokens of a name, and with what it adds: "COL. HUGH BARROW (RET.), MILITARY ANALYST"."""
_FEWEST = 3


def transcript_drafts(text: QuotedView) -> list[Draft]:
    """``WALLACE: Will she be there?``, ``Q: Why?``: at least three such paragraphs, or it is no transcript."""
    if len(text.view.index.get(":", ())) < _FEWEST:
        return []
    drafts = []
    for start, end in text.view.paragraphs:
        first, last = bisect_left(text.starts, start), bisect_left(text.starts, end)
        begin = first + (first < last and text.words[first] in _MARKS)
        colon = next((k for k in range(begin + 1, min(last, begin + _LONGEST_HEAD + 1)) if text.words[k] == ":"), None)
        if colon is None or not _is_speaker(text, begin, colon):
            continue
        behind = next((k for k in range(begin + 1, colon) if text.words[k] in (",", "(", "[")), colon)
        if behind - begin > _LONGEST_NAME:
            continue
        content = trimmed(text, colon + 1, last)
        if content[0] < content[1]:
            sentence = text.view.sentence_number(begin)
            drafts.append(Draft(sentence, [content], (begin, behind), (colon, colon + 1), "transcript", colon, 90))
    return drafts if len(drafts) >= _FEWEST else []


def _is_speaker(text: QuotedView, first: int, last: int) -> bool:
    """Capitals throughout ("WALLACE", "Q")."""
    return text.view.surface(first, last).isupper() and all(text.tags[k] != "U" for k in range(first, last))
