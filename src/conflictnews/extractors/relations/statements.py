"""Statements without marks, below a line that ends with a colon: ``The Foreign Secretary said:`` and what she said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from conflictnews.extractors.relations.contents import trimmed
from conflictnews.extractors.relations.cues import cue_words
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.lexicons.table import read_table
from conflictnews.text.phrases import chain_before
from conflictnews.text.subjects import subject_of
from conflictnews.types import Block, BlockKind, Span

__all__ = ["statement_drafts"]

_SAYING = 75
_CERTAINTY = 90
_BETWEEN = 6
"""Tokens that may stand between the verb and the colon: "said in a statement:"."""
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
        announced = _announcement(text, paragraphs[at - 1])
        parts = [] if announced is None else _statement(text, paragraphs, at, apart)
        if announced is not None and parts:
            source, cue = announced
            number = text.view.sentence_number(cue)
            drafts.append(Draft(number, parts, source, (cue, cue + 1), "statement", cue, _CERTAINTY))
        at += max(1, len(parts))
    return drafts


def _announcement(text: QuotedView, line: range) -> tuple[Range, int] | None:
    """Who says what is below, and the verb; None where a paragraph announces nothing."""
    if len(line) < _FEWEST or text.words[line[-1]] != ":" or text.inside[line[-1]] >= 0:
        return None
    begin = max(text.view.sentence_of(line[-1])[0], line[-1] - _BETWEEN, line.start)
    verb = next((at for at in range(line[-1] - 1, begin, -1) if _says(text, at)), None)
    if verb is None:
        return None
    syntax = text.view.syntax(verb)
    subject = subject_of(syntax, verb)
    if subject is None or subject.how == "w":
        return None
    return (min(subject.at, chain_before(syntax, subject.at + 1)[1]), subject.at + 1), verb


def _says(text: QuotedView, at: int) -> bool:
    forms = cue_words().get(text.words[at])
    verb = None if forms is None else forms.verb
    return verb is not None and verb.certainty >= _SAYING and text.tags[at] in "VD" and text.inside[at] < 0


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
