"""Sources put right by syntax: who goes on to say more, the subject alone, and the "it" that says nothing."""

from __future__ import annotations

from collections.abc import Sequence

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.units import Unit
from conflictnews.text.closed_words import closed_words, reporting_verbs
from conflictnews.text.phrase_chains import chain_before
from conflictnews.text.subjects import subject_of

__all__ = ["added", "shared", "subject_alone", "without_expletive"]

_ADD = "add"
_SHARING = frozenset({"but", "and"})
_RELATIVE = frozenset({"who", "which", "that", "whose", "whom"})


def added(unit: Unit, proposal: Proposal, found: Sequence[Proposal]) -> Proposal:
    """The proposal of "adding" with the source of the verb before: "SHE said the rebels had fled, adding that"."""
    cue, source = proposal.cue, proposal.source
    if cue.form != "G" or cue.word is None or cue.word.lemma != _ADD or unit.words[cue.at - 1] != ",":
        return proposal
    before = [one for one in found if one.cue.at < (cue.at if source is None else source[0])]
    told = [one for one in before if one.cue.form == "V" and unit.words[one.cue.at] in reporting_verbs()]
    if not told or (who := told[-1].source) is None:
        return proposal
    inverted = source is None and who[1] == cue.at - 1  # "said RICK, adding that"
    return proposal._replace(source=who) if inverted or (source is not None and who[1] <= told[-1].cue.at) else proposal


def shared(unit: Unit, proposal: Proposal, found: Sequence[Proposal]) -> Proposal:
    """The proposal with the source of the verb before "but": "the GENERAL declined to give details, but said"."""
    source, joint = proposal.source, proposal.cue.at - 1
    if source is None or proposal.cue.form != "V" or unit.words[joint] not in _SHARING or source[1] >= joint:
        return proposal
    before = [one for one in found if one.cue.form == "V" and one.cue.at < source[0]]
    who = before[-1].source if before else None
    return proposal if who is None or who[1] > before[-1].cue.at else proposal._replace(source=who)


def without_expletive(unit: Unit, proposal: Proposal) -> Proposal:
    """The proposal without the "it" of a passive, which stands for what is said: "IT must be said that"."""
    source, at = proposal.source, proposal.cue.at
    passive = proposal.cue.form == "P" or unit.words[at - 1] in closed_words("be")
    if source is None or not passive or unit.words[source[0] : source[1]] != ["it"]:
        return proposal
    return proposal._replace(source=None) if unit.words[at + 1 : at + 2] == ["that"] else proposal


def subject_alone(reading: Reading, proposal: Proposal) -> Proposal:
    """The proposal with the subject of its cue for a source that holds a clause: "the town fell and REBELS said"."""
    cue, source = proposal.cue, proposal.source
    if source is None or cue.form != "V" or source[1] > cue.at:
        return proposal
    found = subject_of(reading.syntax, cue.at + reading.offset)
    if found is None or found.how not in "di":
        return proposal
    if not found.phrases:
        alone = found.at - reading.offset
        inside = source[0] < alone and source[1] <= alone + 1 and reading.syntax.classes[found.at] == "o"
        return proposal._replace(source=(alone, alone + 1)) if inside else proposal  # "of fighters IT said were"
    verbs = (at for at in range(source[0] + 1, source[1]) if reading.unit.tags[at] == "V")
    told = any(reading.syntax.classes[at + reading.offset] == "v" for at in verbs)
    first = chain_before(reading.syntax, found.at + 1)[1] - reading.offset
    if not told or not source[0] < first or not _RELATIVE.isdisjoint(reading.unit.words[source[0] : first]):
        return proposal
    return proposal._replace(source=(first, source[1]))
