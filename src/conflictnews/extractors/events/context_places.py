"""Places outside the sentence of an event: in the sentence before, where it tells of the same, or in the dateline."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.extractors.events.draft import Draft
from conflictnews.text import TextView
from conflictnews.types import Block, BlockKind, DateRef, EventArgument, Layers, PlaceEvidence, Span

__all__ = ["locate_by_context"]

_CITY = 4
"""Tokens that the name of a dateline's city may have."""


def locate_by_context(view: TextView, done: Layers, drafts: Sequence[Draft]) -> None:
    """Give violence that tells no place that of the sentence before, or of the dateline.

    Of the sentence before only where it goes on with its incident: "Rebels raided a post in Dorn. Ten men were killed."
    Of the dateline only in the lead.
    """
    dateline = _dateline(view, done)
    before: Draft | None = None
    for draft in drafts:
        roles = draft.roles
        if roles.location is None and draft.violent and draft.row.placed and draft.row.acled is not None:
            if before is not None and _goes_on(view, before, draft):
                roles.location, draft.evidence = before.roles.location, PlaceEvidence.EARLIER
            elif dateline is not None and view.starts[draft.reading.first] <= dateline[1]:
                roles.location, draft.evidence = dateline[0], PlaceEvidence.DATELINE
        before = draft


def _goes_on(view: TextView, before: Draft, draft: Draft) -> bool:
    """Whether harm is told right behind the attack that did it."""
    harm = draft.definite or draft.tells_harm
    if not harm or before.roles.location is None or not before.violent or before.status is not draft.status:
        return False
    if before.date is not None and draft.date is not None and _day(before.date) != _day(draft.date):
        return False
    if view.words[draft.match.first - 1] == "'s" and draft.roles.targets:
        return False  # "the mayor's murder" is another's than "the bombing of Dorn"
    apart = view.sentence_number(draft.match.first) - view.sentence_number(before.match.first)
    return apart == 1 and not draft.roles.actors and not draft.roles.pronouns


def _day(date: DateRef) -> str:
    """The value of a date; its words, where nothing tells the day of publication."""
    return date.value or date.text.casefold()


def _dateline(view: TextView, done: Layers) -> tuple[EventArgument, int] | None:
    """The city of the first dateline, and the offset where the lead begins."""
    block = next((block for block in done.get("blocks", Block) if block.kind is BlockKind.DATELINE), None)
    if block is None:
        return None
    tokens = view.tokens_in(block.span)
    last = tokens.start
    while last < min(tokens.stop, tokens.start + _CITY) and view.words[last][0].isalpha():
        last += 1
    if last == tokens.start or view.words[last : last + 1] == ["/"]:  # "ANKARA/BAGHDAD"
        return None
    surface = view.surface(tokens.start, last)
    span = Span(view.starts[tokens.start], view.ends[last - 1])
    lead = view.starts[tokens.stop] if tokens.stop < len(view) else block.span.end
    return EventArgument(surface.title() if surface.isupper() else surface, span), lead
