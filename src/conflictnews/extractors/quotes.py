"""Quotes: every quotation with its kind and its attribution."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from typing import ClassVar

import attrs

from conflictnews.extractors.story import Story
from conflictnews.text import Quotation, TextView
from conflictnews.types import Attribution, BlockKind, Diagnostic, Layers, Quote, QuoteKind, Span

__all__ = ["QuoteExtractor"]

_SCARE_WORDS = 5
_SCANNED = 60
_APART = frozenset({BlockKind.BOILERPLATE})


@attrs.frozen
class QuoteExtractor:
    """What stands in quotation marks: ``direct`` with a clause, ``partial`` without, ``scare`` where nobody is quoted.

    A quotation belongs to the attribution whose content holds it; one inside another is somebody else's words, told
    by the outer one's speaker, and has no attribution. Marks that never close are a diagnostic
    ("unclosed-quote"), unless the next paragraph opens with a mark and goes on.
    """

    name: ClassVar[str] = "quotes"
    requires: ClassVar[frozenset[str]] = frozenset({"attributions"})

    def __call__(self, view: TextView, done: Layers, /) -> Iterator[Quote | Diagnostic]:
        """Every quotation of the story, by its start."""
        owners = _Owners(done.get("attributions", Attribution))
        story, text = Story(done, _APART), view.text
        enclosing: list[tuple[int, int]] = []  # end and number of the quotes that are open here
        number = 0
        for place, quotation in enumerate(view.quotations):
            if quotation.outer_start not in story:
                continue
            while enclosing and enclosing[-1][0] <= quotation.start:
                enclosing.pop()
            span = Span(quotation.start, quotation.end)
            attribution = owners.of(quotation)
            yield Quote(
                span=span,
                text=span.of(text),
                outer=Span(quotation.outer_start, quotation.outer_end),
                kind=_kind(view, quotation, attribution),
                closed=quotation.closed,
                attribution=None if enclosing else attribution,
                nested_in=enclosing[-1][1] if enclosing else None,
            )
            if not quotation.closed and not _goes_on(view, place):
                mark = Span(quotation.outer_start, quotation.start)
                yield Diagnostic(
                    span=mark,
                    text=mark.of(text),
                    code="unclosed-quote",
                    message="This quotation mark opens a quotation that is never closed.",
                )
            enclosing.append((quotation.end, number))
            number += 1


class _Owners:
    """Finds the attribution whose content holds a quotation."""

    def __init__(self, attributions: tuple[Attribution, ...]) -> None:
        parts = [(span.start, span.end, place) for place, item in enumerate(attributions) for span in item.content]
        self._parts = sorted(parts)
        self._starts = [start for start, _, _ in self._parts]
        self._attributions = attributions

    def of(self, quotation: Quotation) -> Attribution | None:
        """The attribution with the shortest content that covers most of the quotation."""
        best: tuple[int, int] | None = None
        at = bisect_right(self._starts, max(quotation.start, quotation.end - 1))
        for start, end, place in reversed(self._parts[max(0, at - 8) : at]):
            shared = min(end, quotation.end) - max(start, quotation.start)
            if 2 * shared > quotation.end - quotation.start and (best is None or end - start < best[0]):
                best = (end - start, place)
        return self._attributions[best[1]] if best else None


def _goes_on(view: TextView, place: int) -> bool:
    """Whether the next paragraph takes up a quotation that was left open."""
    following = view.quotations[place + 1 : place + 2]
    if not following or following[0].paragraph != view.quotations[place].paragraph + 1:
        return False
    return following[0].outer_start == view.paragraphs[following[0].paragraph][0]


def _kind(view: TextView, quotation: Quotation, attribution: Attribution | None) -> QuoteKind:
    first = view.token_at(quotation.start)
    tokens = range(first, min(first + _SCANNED, len(view)))
    inside = [k for k in tokens if view.starts[k] < quotation.end]
    words = [k for k in inside if view.words[k][0].isalnum()]
    alone = _stands_alone(view, quotation, first)
    if first < len(view) and view.starts[view.sentence_of(first)[0]] >= quotation.outer_start:
        alone = alone or (attribution is not None and len(words) > _SCARE_WORDS)  # no part of the writer's sentence
    if attribution is None and not alone and len(words) <= _SCARE_WORDS:
        return QuoteKind.SCARE
    return QuoteKind.DIRECT if alone or _has_clause(view, inside) else QuoteKind.PARTIAL


def _stands_alone(view: TextView, quotation: Quotation, first: int) -> bool:
    """Whether the quotation begins its sentence and ends as one, so that it is no part of the writer's."""
    if first >= len(view):
        return False
    begin, end = view.sentence_of(first)
    opens = view.starts[begin] >= quotation.outer_start and view.text[quotation.start].isupper()
    stop = min(end, len(view)) - 1
    behind = view.text[quotation.end : quotation.end + 2]
    ends_here = view.ends[stop] <= quotation.outer_end + 1 or view.starts[end - 1] < quotation.end
    return opens and ends_here and (view.text[quotation.end - 1] in ".?!" or behind[1:2] in (".", "?", "!"))


def _has_clause(view: TextView, inside: list[int]) -> bool:
    """Whether a subject and its finite verb stand in the marks, outside of relative clauses."""
    tags, words, subject = view.tags, view.words, False
    for place, k in enumerate(inside):
        tag = tags[k]
        if tag == "W" and subject:
            return _main_verb_later(view, inside[place + 1 :])
        if tag in "VM" and place and tags[inside[place - 1]] in "JTI":
            subject = True  # "by other means": a noun, whatever its tag
        elif tag in "VM" or (
            tag == "S" and words[k] == "'s" and place + 1 < len(inside) and tags[inside[place + 1]] in "RTDGJ"
        ):
            return subject or words[k] in ("'m", "'re", "'ve", "'ll")
        if tag in "ONP" or (tag == "T" and words[k] in ("this", "that", "these", "those")):
            subject = True
    return False


def _main_verb_later(view: TextView, inside: list[int]) -> bool:
    """Behind a relative clause a second finite verb is the main one."""
    return sum(view.tags[k] in "VM" for k in inside) >= 2
