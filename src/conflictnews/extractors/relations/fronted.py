"""What a participle before its clause attributes: "Rejecting the offer, THE REBELS shelled the town"."""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.units import Unit
from conflictnews.text.phrases import phrases_at

__all__ = ["fronted"]

_REACH = 30


def fronted(unit: Unit, proposal: Proposal) -> Proposal:
    """The proposal of a participle with which a unit begins: its source is the subject behind the comma.

    What it attributes ends before that comma; the proposal as it was where no clause follows.
    """
    if proposal.cue.at != 0 or proposal.cue.form != "G" or proposal.source is not None or len(proposal.parts) != 1:
        return proposal
    begin, end = proposal.parts[0]
    syntax, offset = unit.syntax()
    for comma in range(begin + 1, min(len(unit.words) - 2, begin + _REACH)):
        if unit.words[comma] != ",":
            continue
        phrases = phrases_at(syntax, comma + 1 + offset)
        last = phrases[-1].last - offset if phrases else len(unit.words)
        while last < len(unit.words) and unit.tags[last] == "R":
            last += 1
        if last < len(unit.words) and unit.tags[last] in "VM":
            cut = min(end, comma)
            source = (comma + 1, phrases[-1].last - offset)
            return proposal._replace(parts=((begin, cut),), held=frozenset(range(begin, cut)), source=source)
    return proposal
