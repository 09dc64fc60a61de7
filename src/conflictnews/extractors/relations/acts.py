"""Acts: what somebody does by what is said, by the cue, and where the cue does not tell by what is behind it."""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.units import Unit
from conflictnews.types import Act

__all__ = ["act_of"]

_CALL = "call"
_ASKING = frozenset({"for", "on", "upon", "to", "that", "out"})
"""What is behind "call" where somebody asks for something, and does not only describe it."""


def act_of(unit: Unit, proposal: Proposal) -> Act:
    """The act of a cue: "CALLED FOR calm" demands something, "CALLED the raid a crime" only says what it is."""
    word, behind = proposal.cue.word, unit.words[proposal.cue.at + 1 : proposal.cue.at + 2]
    if word is None or word.act is None:
        return Act.SAY
    if word.kind == "verb" and word.lemma == _CALL and proposal.cue.form != "P" and _ASKING.isdisjoint(behind):
        return Act.SAY
    return word.act
