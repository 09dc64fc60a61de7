"""Quotations without a cue of their own: they go on from an attribution before, or belong to one in their sentence."""

from __future__ import annotations

from bisect import bisect_right

from conflictnews.extractors.relations.draft import Draft
from conflictnews.extractors.relations.noun_phrases import phrase_start
from conflictnews.extractors.relations.quoted_view import QuotedView

__all__ = ["attach_quotations"]

_FEW_WORDS = 3


def attach_quotations(text: QuotedView, drafts: list[Draft]) -> None:
    """Give each quotation that no content covers to the attribution that it continues.

    A quotation that a content touches belongs to it as a whole, also past the end of the sentence. One of three words
    or more that opens its sentence goes on from the last attribution of its paragraph or of the paragraph before.
    """
    covered = _extend(text, drafts)
    paragraphs = [start for start, _ in text.view.paragraphs]

    def paragraph_of(at: int) -> int:
        return bisect_right(paragraphs, text.starts[at])

    by_place = sorted(drafts, key=lambda draft: draft.parts[-1][1])
    for number, (first, last) in enumerate(text.ranges):
        if number in covered or _words(text, first, last) < _FEW_WORDS:
            continue
        sentence = text.view.sentence_number(first)
        opens = text.view.sentences[sentence][0] == first
        announced = _announced(text, sentence, first)
        if announced is not None:
            drafts.append(announced)
            by_place = sorted(drafts, key=lambda draft: draft.parts[-1][1])
            continue
        last_one = _last_before(by_place, first)
        if last_one is None:
            continue
        before = last_one.parts[-1][1] - 1
        if opens and paragraph_of(first) - paragraph_of(max(before, last_one.head)) <= 1:
            last_one.parts.append((first, last))
            by_place.sort(key=lambda draft: draft.parts[-1][1])
        elif not opens and last_one.sentence == sentence:
            last_one.parts.append((first, last))


def _extend(text: QuotedView, drafts: list[Draft]) -> set[int]:
    """Take quotations whole that a content touches; the numbers of those that are covered."""
    covered: set[int] = set()
    for draft in drafts:
        for place, (first, last) in enumerate(draft.parts):
            for edge in (first, last - 1):
                number = text.inside[edge]
                if number < 0:
                    continue
                begin, end = text.ranges[number]
                covered.add(number)
                first, last = min(first, begin), max(last, end)
            draft.parts[place] = (first, last)
            covered.update(text.inside[k] for k in range(first, last) if k in text.opening)
    return covered


def _words(text: QuotedView, first: int, last: int) -> int:
    return sum(text.words[k][0].isalnum() for k in range(first, min(last, first + 12)))


def _last_before(drafts: list[Draft], at: int) -> Draft | None:
    """The attribution that ends last before a token."""
    best = None
    for draft in drafts:
        if max(draft.parts[-1][1] - 1, draft.head) < at:
            best = draft
        elif draft.parts[-1][0] > at:
            break
    return best


def _announced(text: QuotedView, sentence: int, first: int) -> Draft | None:
    """``Pew Research: "All the samples ..."``: a name and a colon before the marks are source and cue."""
    begin = text.view.sentences[sentence][0]
    if first - 2 < begin or text.words[first - 1] != ":":
        return None
    start = phrase_start(text, begin, first - 2)
    if start > first - 2 or not any(text.tags[k] == "P" for k in range(start, first - 1)):
        return None
    return Draft(sentence, [text.ranges[text.opening[first]]], (start, first - 1), (first - 1, first), "colon", first - 1)
