"""Attribution relations: source, cue and content as they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.extractors.relations.announcements import colon
from conflictnews.extractors.relations.cascade import unit_drafts
from conflictnews.extractors.relations.continuation import attach_quotations
from conflictnews.extractors.relations.draft import Draft, Range
from conflictnews.extractors.relations.occasions import medium_of, via_of
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.extractors.relations.statements import statement_drafts
from conflictnews.extractors.relations.transcripts import transcript_drafts
from conflictnews.extractors.relations.units import read_units
from conflictnews.extractors.story import HEADS, Story
from conflictnews.lexicons.table import word_set
from conflictnews.text import TextView
from conflictnews.types import AttributionRelation, Block, Layers, Span

__all__ = ["RelationExtractor"]

_LONGEST_LABEL = 4


@attrs.frozen
class RelationExtractor:
    """Finds who says what by cues, noun phrases and quotation marks; who the source is, a later layer asks."""

    name: ClassVar[str] = "relations"
    requires: ClassVar[frozenset[str]] = frozenset({"blocks"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[AttributionRelation]:
        """Every outermost attribution, in the order of the text."""
        text = QuotedView(view)
        drafts = transcript_drafts(text) or statement_drafts(text, done.get("blocks", Block))
        for unit in read_units(text, list(_told(view, done, drafts))):
            found = unit_drafts(text, unit)
            drafts += found or colon(text, unit.first, unit.last)
        attach_quotations(text, drafts)
        drafts.sort(key=lambda draft: min(draft.parts))
        relations = [_relation(text, draft) for draft in drafts if _says_something(text, draft)]
        # What begins with the marks of a quotation stands before what begins inside of them.
        yield from sorted(relations, key=lambda relation: relation.content[0].start)


def _told(view: TextView, done: Layers, transcript: list[Draft]) -> Iterator[tuple[int, int]]:
    """The sentences of the story that no transcript holds, without "BAGHDAD (Reuters) -" or "Roundup:" before them."""
    story = Story(done)
    filed = {block.span.start: block.span for block in done.get("blocks", Block) if block.kind in HEADS}
    spoken = {draft.source[0] for draft in transcript if draft.source}
    spoken.update(token for draft in transcript for part in draft.parts for token in range(*part))
    for begin, last in view.sentences:
        first = begin
        while first < last and (head := filed.get(view.starts[first])) is not None:
            first = view.tokens_in(head).stop
        first = _behind_label(view, begin, last) if first == begin else first
        if first < last and view.starts[first] in story and spoken.isdisjoint(range(first, min(last, first + 2))):
            yield first, last


def _behind_label(view: TextView, first: int, last: int) -> int:
    """Where a sentence begins behind a label of the sort of story: ``Roundup: POLICE say``."""
    for at in range(first + 1, min(last - 1, first + _LONGEST_LABEL)):
        if view.words[at] == ":":
            return at + 1 if " ".join(view.words[first:at]) in word_set("headline_labels", "label") else first
    return first


def _says_something(text: QuotedView, draft: Draft) -> bool:
    """Whether the content holds a word: marks alone tell nothing."""
    return any(text.words[k][0].isalnum() for part in draft.parts for k in range(*part))


def _relation(text: QuotedView, draft: Draft) -> AttributionRelation:
    content = tuple(_span(text, part) for part in sorted(draft.parts))
    source = _span(text, _without_comma(text, draft.source)) if draft.source else None
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
        score=draft.score,
        act=draft.act,
    )


def _without_comma(text: QuotedView, part: Range) -> Range:
    """A source without the comma that ends an apposition: ``Nadia Berg, the mayor, said``."""
    first, last = part
    return (first, last - 1) if last - first > 1 and text.words[last - 1] == "," else part


def _span(text: QuotedView, part: Range) -> Span:
    """The characters of a token range; of a whole quotation, those inside its marks."""
    first, last = part
    number = text.opening.get(first)
    if number is not None and text.ranges[number] == part:
        quotation = text.quotations[number]
        return Span(quotation.start, quotation.end)
    return text.view.span(first, last)
