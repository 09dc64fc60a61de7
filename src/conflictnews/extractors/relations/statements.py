"""Statements without marks, below a line that ends with a colon: ``The Foreign Secretary said:`` and what she said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.extractors.relations.announcements import announcement
from conflictnews.extractors.relations.contents import trimmed
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.lexicons.table import read_table
from conflictnews.types import Block, BlockKind, Span

__all__ = ["statement_drafts"]

_CERTAINTY = 90
_FEWEST = 3
_ENDING = frozenset({"end", "ends", "-", "–", "—", "--", "#", "*", "[", "]"})
_PHRASE = 6
"""Tokens of a quotation, marks included, up to which it only quotes a phrase."""


def statement_drafts(text: QuotedView, blocks: Sequence[Block]) -> list[Draft]:
    """What stands below each such line: all up to "ENDS", else one paragraph and those up to the last with "I" or "we".

    A quotation, a heading, a site's own words, a further line with a colon end a statement.
    """
    if ":" not in text.view.index:
        return []
    paragraphs = [text.view.tokens_in(Span(*bounds)) for bounds in text.view.paragraphs]
    apart = {text.view.token_at(block.span.start) for block in blocks if block.kind is not BlockKind.BODY}
    drafts, at = list[Draft](), 1
    while at < len(paragraphs):
        announced = announcement(text, paragraphs[at - 1])
        parts = [] if announced is None else _statement(text, paragraphs, at, apart)
        if announced is not None and parts:
            source, cue = announced
            number = text.view.sentence_number(cue)
            drafts.append(Draft(number, parts, source, (cue, cue + 1), "statement", cue, _CERTAINTY))
        at += max(1, len(parts))
    return drafts


def _statement(text: QuotedView, paragraphs: list[range], at: int, apart: set[int]) -> list[Range]:
    """The paragraphs of the statement that begins at a number."""
    found, reached = list[Range](), 0
    for number in range(at, len(paragraphs)):
        line = paragraphs[number]
        if _ENDING.issuperset(text.words[i] for i in line):
            return found  # "ENDS", as press releases close what they quote
        if len(line) < _FEWEST or line[0] in apart or text.words[line[-1]] == ":" or _is_quoted(text, line):
            break
        found.append(trimmed(text, line.start, line.stop))
        if len(found) == 1 or any(text.words[i] in _first_person() for i in line):
            reached = len(found)
    return found[:reached]


def _is_quoted(text: QuotedView, line: range) -> bool:
    """Whether a paragraph holds a quotation of more than a few words."""
    ranges = (text.ranges[number] for at in text.edges(line.start, line.stop) if (number := text.inside[at]) >= 0)
    return any(last - first > _PHRASE for first, last in ranges)


@cache
def _first_person() -> frozenset[str]:
    rows = read_table("pronouns", "pronoun", "gender", "number", "person")
    return frozenset(word for word, _, _, person in rows if person == "first")
