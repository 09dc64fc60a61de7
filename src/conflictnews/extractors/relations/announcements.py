"""Who says what comes behind a colon: ``US: we will respond``, ``SMITH: No``, or below ``The minister said:``."""

from __future__ import annotations

from conflictnews.extractors.relations.contents import trimmed
from conflictnews.extractors.relations.cues import certainty_of_verb
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.headings import is_heading, is_label
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.text.phrase_chains import chain_before
from conflictnews.text.subjects import subject_of

__all__ = ["announcement", "colon"]

_CERTAINTY = 90
_LONGEST_NAME = 6
_SAYING = 75
_BETWEEN = 10
"""Tokens that may stand between the verb and the colon: "said in a statement:"."""
_FEWEST = 3


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
            if text.inside[begin] < 0 and is_label(words[first:k], words[begin:end]):
                return []
            number = text.view.sentence_number(first)
            return [Draft(number, [(begin, end)], (first, k), (k, k + 1), "colon", k, _CERTAINTY)]
    return []


def announcement(text: QuotedView, line: range) -> tuple[Range, int] | None:
    """Who says what stands below a line, and the verb; None where the line announces nothing."""
    if len(line) < _FEWEST or text.words[line[-1]] != ":" or text.inside[line[-1]] >= 0:
        return None
    begin = max(text.view.sentence_of(line[-1])[0], line[-1] - _BETWEEN, line.start)
    verb = next((at for at in range(line[-1] - 1, begin, -1) if _says(text, at)), None)
    if verb is None or any(text.tags[at] in "VMW" for at in range(verb + 1, line[-1])):
        return None
    syntax = text.view.syntax(verb)
    subject = subject_of(syntax, verb)
    if subject is None or subject.how == "w":
        return None
    return (min(subject.at, chain_before(syntax, subject.at + 1)[1]), subject.at + 1), verb


def _says(text: QuotedView, at: int) -> bool:
    return text.tags[at] in "VD" and text.inside[at] < 0 and certainty_of_verb(text.words[at]) >= _SAYING
