"""The attributions of one unit: cues are scored, each likely one gets a source and a content, an acceptor decides."""

from __future__ import annotations

from heapq import nlargest

from conflictnews.extractors.relations.acceptor import Proposal, accept, propose
from conflictnews.extractors.relations.contents import trimmed
from conflictnews.extractors.relations.draft import Draft
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.extractors.relations.responsibility import responsibility
from conflictnews.extractors.relations.scoring import UNKNOWN, read_candidates
from conflictnews.extractors.relations.spans import Reading, SpanTagger
from conflictnews.extractors.relations.units import Unit

__all__ = ["LIKELY", "proposals_of", "unit_drafts"]

LIKELY = -40
"""A cue is followed from here on (logarithm of the odds, times 16): from a probability of 0.12."""
_MOST = 60
"""Cues that are followed in one unit; only endless sentences have more."""


def proposals_of(unit: Unit) -> list[Proposal]:
    """What each likely cue of a unit may attribute."""
    candidates = read_candidates(unit)
    likely = [candidate for candidate in candidates if candidate.score >= LIKELY]
    if len(likely) > _MOST:
        likely = sorted(nlargest(_MOST, likely, key=lambda cue: cue.score), key=lambda cue: cue.at)
    if not likely:
        return []
    reading = Reading(unit, candidates)
    tagger = SpanTagger(reading)
    read = (responsibility(reading, cue) or propose(cue, tagger.label(cue), reading) for cue in likely)
    return [proposal for proposal in read if proposal is not None]


def unit_drafts(text: QuotedView, unit: Unit) -> list[Draft]:
    """The attributions of a unit, by their cues."""
    return [
        draft
        for proposal, score in accept(unit, proposals_of(unit))
        if (draft := _draft(text, unit, proposal, score)) is not None
    ]


def _draft(text: QuotedView, unit: Unit, proposal: Proposal, score: int) -> Draft | None:
    parts = [trimmed(text, *unit.tokens(*part)) for part in proposal.parts]
    parts = [(first, last) for first, last in parts if first < last]
    if not parts:
        return None
    cue, head = proposal.cue, unit.starts[proposal.cue.at]
    return Draft(
        sentence=text.view.sentence_number(head),
        parts=parts,
        source=unit.tokens(*proposal.source) if proposal.source else None,
        cue=(head, head + 1),
        pattern="cascade",
        head=head,
        certainty=cue.word.certainty if cue.word is not None else UNKNOWN,
    )
