"""Cues inside a noun phrase: what is said there ends before the verb of that phrase.

"A guard who warned THE VILLAGERS was killed", "nurses seeking HIGHER PAY marched", "the convoy, which the army said
CARRIED ARMS, was bombed".
"""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal, Slots
from conflictnews.extractors.relations.units import Unit
from conflictnews.text.closed_words import closed_words
from conflictnews.text.morphology import strong_pasts
from conflictnews.text.nouns import is_plural
from conflictnews.text.subjects import subject_of
from conflictnews.text.syntax import Syntax
from conflictnews.types import Act

__all__ = ["before_verb_of_noun"]

_HOW = frozenset("di")
_OF_THINGS = frozenset({Act.ACCUSE, Act.AGREE, Act.DENY, Act.DEMAND})
"""What is done to things rather than told in clauses: one criticises, supports, rejects, demands something."""
_OF_MANY = {"was": False, "is": False, "has": False, "were": True, "are": True, "have": True}


def before_verb_of_noun(unit: Unit, proposal: Proposal) -> tuple[Slots, ...]:
    """The parts of a content, each cut before the verb whose subject the cue only describes."""
    syntax, offset = unit.syntax()
    cue, word = proposal.cue.at, proposal.cue.word
    if not _describes(syntax, cue + offset):
        return proposal.parts
    thing = word is not None and (word.act in _OF_THINGS or (word.act is Act.EXPECT and not word.frames))
    return tuple(
        (begin, end if begin < cue else _cut(syntax, cue + offset, begin + offset, end + offset, thing) - offset)
        for begin, end in proposal.parts
    )


def _describes(syntax: Syntax, cue: int) -> bool:
    """Whether a cue is the verb of a relative clause, or a participle right behind a noun."""
    if cue - 1 < syntax.first or syntax.classes[cue] not in "veg":
        return False
    if syntax.classes[cue] in "eg" and syntax.classes[cue - 1] == "n":
        return True
    subject = subject_of(syntax, cue)
    if subject is None or subject.how == "w":
        return subject is not None
    chunk = syntax.chunk(subject.at)
    first = subject.at if chunk is None else chunk.first
    return first - 1 >= syntax.first and syntax.words[first - 1] in closed_words("relative")


def _cut(syntax: Syntax, cue: int, first: int, last: int, thing: bool) -> int:
    """Where the first finite verb stands from ``first`` on whose subject is before the cue; ``last`` if none does.

    What is said may be a clause, whose verb comes first, unless it is a ``thing`` that is demanded, or a "to".
    """
    infinitive, told = syntax.classes[first] == "t", thing or syntax.classes[first] in "vxe"
    for at in range(first + 1, min(last, syntax.last)):
        if not _begins_group(syntax, at) or (infinitive and syntax.classes[at] != "x"):
            continue
        if (told or infinitive or _disagrees(syntax, at)) and _is_of_noun(syntax, cue, at):
            return at
        subject = subject_of(syntax, at)
        told = told or (subject is not None and subject.at >= first)
    return last


def _begins_group(syntax: Syntax, verb: int) -> bool:
    """Whether a finite verb, or its first auxiliary, stands behind a noun phrase or a mark."""
    before = verb - 1
    while before > syntax.first and syntax.classes[before] == "r":
        before -= 1
    return syntax.classes[verb] in "vx" and syntax.classes[before] not in "txad"


def _is_of_noun(syntax: Syntax, cue: int, verb: int) -> bool:
    """Whether the subject of a verb stands before the cue, and is one or several as the verb is."""
    subject = subject_of(syntax, verb)
    if subject is None or subject.how not in _HOW or not subject.phrases or syntax.classes[subject.at] == "o":
        return False
    word = syntax.words[verb]
    base = syntax.classes[verb] == "v" and not (word.endswith(("ed", "s")) or word in strong_pasts())
    many = len(subject.phrases) > 1 or is_plural(syntax.words[subject.phrases[-1].head])
    return all(phrase.last <= cue for phrase in subject.phrases) and (many or not base)


def _disagrees(syntax: Syntax, verb: int) -> bool:
    """Whether the noun right before a verb is no subject of it: "the villagers WAS killed"."""
    wanted = _OF_MANY.get(syntax.words[verb])
    return wanted is not None and syntax.tags[verb - 1] == "N" and is_plural(syntax.words[verb - 1]) != wanted
