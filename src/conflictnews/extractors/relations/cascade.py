"""The attributions of one unit: cues are scored, each likely one gets a source and a content, an acceptor decides."""

from __future__ import annotations

from heapq import nlargest

from conflictnews.extractors.relations.acceptor import accept
from conflictnews.extractors.relations.according import according_to
from conflictnews.extractors.relations.acts import act_of
from conflictnews.extractors.relations.contents import trimmed
from conflictnews.extractors.relations.draft import Draft
from conflictnews.extractors.relations.embedded import before_verb_of_noun
from conflictnews.extractors.relations.fronted import fronted
from conflictnews.extractors.relations.mended_sources import added, shared, subject_alone, without_expletive
from conflictnews.extractors.relations.occasions import without_occasion
from conflictnews.extractors.relations.phrasal import is_phrasal, phrasal
from conflictnews.extractors.relations.proposals import Proposal, propose
from conflictnews.extractors.relations.quoted_view import QuotedView
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.refusals import is_refused
from conflictnews.extractors.relations.relayed import relayed
from conflictnews.extractors.relations.reported import reported
from conflictnews.extractors.relations.responsibility import responsibility
from conflictnews.extractors.relations.scoring import UNKNOWN, Candidate, read_candidates
from conflictnews.extractors.relations.spans import SpanTagger
from conflictnews.extractors.relations.told_aside import is_aside, told_aside
from conflictnews.extractors.relations.units import FRAGMENT, QUOTED, Unit
from conflictnews.extractors.relations.without_comma import without_comma
from conflictnews.text.closed_words import auxiliaries, reporting_verbs

__all__ = ["LIKELY", "proposals_of", "unit_drafts"]

LIKELY = -20
"""A cue is followed from here on (logarithm of the odds, times 16): from a probability of 0.2."""
_PARTICIPLES = frozenset("PDG")
_WHO, _OF_NAMES = frozenset({"who", "whom"}), frozenset("TJNP")
_MOST = 60
"""Cues that are followed in one unit; only endless sentences have more."""


def proposals_of(unit: Unit) -> list[Proposal]:
    """What each likely cue of a unit may attribute."""
    candidates = read_candidates(unit)
    likely = [one for one in candidates if one.score >= LIKELY or is_phrasal(one, unit.words) or is_aside(one, unit)]
    if len(likely) > _MOST:
        likely = sorted(nlargest(_MOST, likely, key=lambda cue: cue.score), key=lambda cue: cue.at)
    if not likely:
        return []
    reading = Reading(unit, candidates)
    tagger = SpanTagger(reading)
    read = (_read(reading, cue, tagger) for cue in likely)
    found = [proposal for proposal in read if proposal is not None and not is_refused(reading, proposal)]
    found = [subject_alone(reading, one) for one in found]
    found = [shared(unit, one, found) for one in found]
    found = [one for one in found if not (_is_topic(unit, one, found) or _relays(unit, one, found))]
    return [_before_next(unit, added(unit, without_expletive(unit, one), found), found) for one in found]


def _read(reading: Reading, cue: Candidate, tagger: SpanTagger) -> Proposal | None:
    """What the first rule reads that knows a cue; else what the labels mark, put right where it is an aside."""
    by_rule = (
        responsibility(reading, cue) or relayed(reading, cue) or phrasal(reading, cue) or without_comma(reading, cue)
    )
    if by_rule is not None:
        return by_rule
    if cue.score < LIKELY and not is_phrasal(cue, reading.unit.words):
        return told_aside(reading, cue, None)
    labelled = reported(reading, cue, propose(cue, tagger.label(cue), reading))
    return told_aside(reading, cue, according_to(reading, cue, labelled))


def _before_next(unit: Unit, proposal: Proposal, found: list[Proposal]) -> Proposal:
    """What is said up to the next thing that the same one says: "said that it fell AND claimed that they fled"."""
    cue, parts = proposal.cue, proposal.parts
    if len(parts) != 1 or parts[0][0] != cue.at + 1 or unit.words[parts[0][0]] != "that":
        return proposal
    for other in found:
        at = other.cue.at
        joined = unit.words[at - 1] == "and" and unit.words[at + 1 : at + 2] == ["that"] and unit.tags[at] in "VD"
        if joined and parts[0][0] < at < parts[0][1] and other.source == proposal.source is not None:
            end = at - 1 - (unit.words[at - 2] == ",")
            return proposal._replace(parts=((parts[0][0], end),), held=frozenset(range(parts[0][0], end)))
    return proposal


def _is_topic(unit: Unit, proposal: Proposal, found: list[Proposal]) -> bool:
    """Whether a participle only leads to what is said behind it: "Asked about the raid, the minister said"."""
    leads = proposal.cue.at == 0 and proposal.source is None and proposal.cue.form in _PARTICIPLES
    leads = leads and all(unit.tags[at] not in (QUOTED, FRAGMENT) for at in proposal.held)
    return leads and any(other.cue.at > 0 and other.cue.form == "V" for other in found)


def _relays(unit: Unit, proposal: Proposal, found: list[Proposal]) -> bool:
    """Whether "according to" only tells who relays a quotation with its speaker: `"No," he said, according to Y`."""
    if unit.words[proposal.cue.at] != "according":
        return False
    return any(
        other.cue.at in proposal.held
        and other.source is not None
        and other.cue.form == "V"
        and unit.words[other.cue.at] in reporting_verbs()
        and any(unit.tags[at] == QUOTED for at in other.held)
        for other in found
    )


def unit_drafts(text: QuotedView, unit: Unit) -> list[Draft]:
    """The attributions of a unit, by their cues."""
    accepted = accept(unit, proposals_of(unit))
    drafts = (_draft(text, unit, fronted(unit, proposal), score) for proposal, score in accepted)
    return [draft for draft in drafts if draft is not None]


def _verb_group(unit: Unit, proposal: Proposal) -> tuple[int, int]:
    """The cue with its auxiliaries, negation and adverbs: ``HAS not SAID``, ``ACCORDING TO``."""
    words, tags, at = unit.words, unit.tags, proposal.cue.at
    taken = proposal.held if proposal.source is None else proposal.held.union(range(*proposal.source))
    begin, end = at, at + 1
    if tags[at] in "VBGD":
        while begin > 0 and begin - 1 not in taken and _helps(unit, begin - 1):
            begin -= 1
        while begin < at and tags[begin] == "R" and words[begin] not in auxiliaries():
            begin += 1
    if words[at] == "according" and end < len(words) and words[end] == "to" and end not in taken:
        end += 1
    return begin, end


def _helps(unit: Unit, at: int) -> bool:
    """Whether a slot is an auxiliary or an adverb; not the month of "on 14 May said"."""
    tag = unit.tags[at]
    return tag in "MR" or (unit.words[at] in auxiliaries() and tag != "P")


def _without_time(text: QuotedView, part: tuple[int, int]) -> tuple[int, int]:
    """A content behind its cue without the day on which it was told: ``said Tuesday TWO CONVOYS HAD CROSSED``."""
    first, last = part
    at = first
    while at < last and text.view.syntax(at).classes[at] == "y":
        at += 1
    days = at > first and at < last and text.tags[at] not in "VM.S"
    return (at, last) if days and first > 0 and text.tags[first - 1] in "VD" else part


def _without_relative(unit: Unit, source: tuple[int, int]) -> tuple[int, int]:
    """A source without what it says something of: "the gunman, who POLICE said held two passports"."""
    begin, end = source
    only = end - begin > 1 and unit.words[begin] in _WHO and all(tag in _OF_NAMES for tag in unit.tags[begin + 1 : end])
    return (begin + 1, end) if only else source


def _source(text: QuotedView, unit: Unit, source: tuple[int, int]) -> tuple[int, int]:
    """The tokens of who says it."""
    return without_occasion(text, unit.tokens(*_without_relative(unit, source)))


def _draft(text: QuotedView, unit: Unit, proposal: Proposal, score: int) -> Draft | None:
    parts = [trimmed(text, *_without_time(text, unit.tokens(*part))) for part in before_verb_of_noun(unit, proposal)]
    parts = [(first, last) for first, last in parts if first < last]
    if not parts:
        return None
    cue, head = proposal.cue, unit.starts[proposal.cue.at]
    return Draft(
        sentence=text.view.sentence_number(head),
        parts=parts,
        source=_source(text, unit, proposal.source) if proposal.source else None,
        cue=unit.tokens(*_verb_group(unit, proposal)),
        pattern="cascade",
        head=head,
        certainty=cue.word.certainty if cue.word is not None else UNKNOWN,
        score=score,
        act=act_of(unit, proposal),
    )
