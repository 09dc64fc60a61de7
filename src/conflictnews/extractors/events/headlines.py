"""Headlines: what the headline tells and the lead tells again is one event.

A headline has no date, often no place, and bare nouns ("300 girls kidnapped"); the lead says more.
"""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.extractors.events.draft import Draft
from conflictnews.extractors.events.merging import fits
from conflictnews.text import TextView
from conflictnews.types import Block, BlockKind, EventType, Layers

__all__ = ["join_headlines"]

_LEAD = 3
"""Sentences of the story's beginning that may tell again what its headline told."""
_HARM = frozenset({EventType.KILLING, EventType.OTHER})


def join_headlines(view: TextView, done: Layers, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts with those of the headline joined to the first of the lead that tells of the same."""
    titles = [block.span for block in done.get("blocks", Block) if block.kind is BlockKind.TITLE]
    if not titles:
        return list(drafts)
    told = [draft for draft in drafts if any(title.contains(draft.mentions[0]) for title in titles)]
    lead = [draft for draft in drafts if draft not in told and _is_in_lead(view, titles[-1].end, draft)]
    gone: set[int] = set()
    for draft in told:
        again = next((one for one in lead if id(one) not in gone and _tells_again(draft, one)), None)
        if again is not None:
            gone.add(id(again))
            _take(draft, again)
    return [draft for draft in drafts if id(draft) not in gone]


def _is_in_lead(view: TextView, start: int, draft: Draft) -> bool:
    first = view.sentence_number(min(view.token_at(start), len(view) - 1))
    return first <= view.sentence_number(draft.match.first) <= first + _LEAD


def _tells_again(headline: Draft, draft: Draft) -> bool:
    """Whether a draft of the lead is of the headline's kind, or the harm done in it, and contradicts it nowhere."""
    a, b = headline.row.type, draft.row.type
    harm = headline.violent and draft.violent and not _HARM.isdisjoint((a, b)) and _same_toll(headline, draft)
    return (a is b or harm) and headline.status is draft.status and fits(headline, draft)


def _same_toll(one: Draft, other: Draft) -> bool:
    """Whether as many are told to be killed."""
    tolls = {fact.value or fact.low for fact in one.killed}
    return any((fact.value or fact.low) in tolls for fact in other.killed)


def _take(headline: Draft, lead: Draft) -> None:
    """Give the event of a headline all that the lead tells of it, which is surer than what the headline does."""
    headline.mentions += lead.mentions
    mine, more = headline.roles, lead.roles
    mine.actors, mine.targets = more.actors or mine.actors, more.targets or mine.targets
    mine.location = more.location or mine.location
    mine.weapons += more.weapons
    if headline.row.type in _HARM:
        headline.code = lead.code
    headline.killed += [fact for fact in lead.killed if fact not in headline.killed]
    headline.injured += [fact for fact in lead.injured if fact not in headline.injured]
    headline.date = lead.date or headline.date
    headline.claimed_by = headline.claimed_by or lead.claimed_by
    headline.attribution = headline.attribution or lead.attribution
