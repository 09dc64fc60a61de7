"""Words that somebody else relays: ``Interfax quoted the minister as saying the army would stay``."""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal, Slots
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.units import QUOTED
from conflictnews.text.closed_words import closed_words

__all__ = ["relayed"]

_QUOTING = frozenset({"quote", "cite"})
_SAYING = frozenset({"saying", "telling", "warning", "stating", "claiming", "announcing"})
_REACH = 18


def relayed(reading: Reading, cue: Candidate) -> Proposal | None:
    """The attribution of "quoted X as saying" and "X was quoted as saying": the source is X, who quotes only relays."""
    words, at = reading.unit.words, cue.at
    if cue.word is None or cue.word.lemma not in _QUOTING or cue.form not in "VDGPB":
        return None
    end = len(words) - (words[-1] in ".!?")
    reach = range(at + 1, min(len(words) - 1, at + _REACH))
    said = next((k for k in reach if words[k] == "as" and words[k + 1] in _SAYING), 0)
    if not said:
        return None
    passive = cue.form == "P" or words[at - 1] in closed_words("be")
    source = _subject(reading, at) if passive else _quoted(reading, at + 1, said)
    begin = said + 2
    if source is None:
        return None
    before = _quotation_before(reading, source[0])
    if before >= 0 and (begin >= end or reading.unit.tags[begin] in "I."):
        return Proposal(cue, ((before, before + 1),), frozenset({before}), source, 0, certain=True)
    if begin >= end:
        return None
    return Proposal(cue, ((begin, end),), frozenset(range(begin, end)), source, 0, certain=True)


def _quotation_before(reading: Reading, source: int) -> int:
    """The quotation before who is quoted: `"They came," Omar Dorn was quoted as saying by the paper`; -1 for none."""
    at = source - 1 - (reading.unit.words[source - 1] == ",")
    return at if at >= 0 and reading.unit.tags[at] == QUOTED else -1


def _subject(reading: Reading, at: int) -> Slots | None:
    subject = reading.subject(at)
    return None if subject is None else (subject.first, subject.last)


def _quoted(reading: Reading, first: int, last: int) -> Slots | None:
    """Who stands between "quoted" and "as saying": a noun phrase with what belongs to it."""
    return (first, last) if first < last and reading.number[first] >= 0 else None
