"""Attribution relations: source, cue and content as they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.extractors.relations.continuation import attach_quotations
from conflictnews.extractors.relations.cues import cue_words
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.occasions import medium_of, via_of
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.extractors.relations.sentence import sentence_drafts
from conflictnews.extractors.relations.transcripts import transcript_drafts
from conflictnews.extractors.story import Story
from conflictnews.text import TextView
from conflictnews.types import AttributionRelation, Block, BlockKind, Layers, Span

__all__ = ["RelationExtractor"]

_PHRASES = frozenset({"according"})


@attrs.frozen
class RelationExtractor:
    """Finds who says what by cues, noun phrases and quotation marks; who the source is, a later layer asks."""

    name: ClassVar[str] = "relations"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[AttributionRelation]:
        """Every outermost attribution, in the order of the text."""
        text, story = QuotedView(view), Story(done)
        candidates = view.positions(view.index.keys() & cue_words().keys() | _PHRASES)
        drafts = transcript_drafts(text)
        spoken = {draft.sentence for draft in drafts}
        filed = {
            block.span.start: block.span for block in done.get("blocks", Block) if block.kind is BlockKind.DATELINE
        }
        for number, (begin, last) in enumerate(view.sentences):
            # "BAGHDAD (Reuters) -" is no part of the sentence that follows.
            dateline = filed.get(view.starts[begin])
            first = begin if dateline is None else view.tokens_in(dateline).stop
            if first >= last or view.starts[first] not in story or number in spoken:
                continue
            inside = candidates[bisect_left(candidates, first) : bisect_left(candidates, last)]
            drafts += sentence_drafts(text, number, first, last, inside)
        attach_quotations(text, drafts)
        for draft in sorted(drafts, key=lambda draft: min(draft.parts)):
            yield _relation(text, draft)


def _relation(text: QuotedView, draft: Draft) -> AttributionRelation:
    content = tuple(_span(text, part) for part in sorted(draft.parts))
    source = _span(text, draft.source) if draft.source else None
    cue = _span(text, draft.cue) if draft.cue else None
    parts = [span for span in (source, cue, *content) if span is not None]
    hull = Span(min(span.start for span in parts), max(span.end for span in parts))
    return AttributionRelation(
        span=hull,
        text=hull.of(text.view.text),
        content=content,
        source=source,
        cue=cue,
        medium=medium_of(text, draft),
        via=via_of(text, draft),
        pattern=draft.pattern,
    )


def _span(text: QuotedView, part: Range) -> Span:
    """The characters of a token range; of a whole quotation, those inside its marks."""
    first, last = part
    number = text.opening.get(first)
    if number is not None and text.ranges[number] == part:
        quotation = text.quotations[number]
        return Span(quotation.start, quotation.end)
    return text.view.span(first, last)
