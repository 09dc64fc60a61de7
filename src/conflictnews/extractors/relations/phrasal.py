"""Cues of more than one word: "PUT the toll AT 12", "COUNTED 24 DEAD", "HELD the rebels RESPONSIBLE", "it READ:"."""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.text.nouns import nouns
from conflictnews.text.spelled_numbers import class_of

__all__ = ["is_phrasal", "phrasal"]

_REACH, _LONGEST = 8, 60
_FIGURE = 4
"""Words behind a verb of counting within which the number stands: "counted at least 24 dead"."""
_FIGURES = frozenset("toll number figure count total cost losses casualties dead estimate".split())
_HARMED = nouns("harm", "toll") | {"bodies", "injured", "killed", "wounded"}
_COUNTING = ("count", "confirm", "document", "log", "record", "register", "report", "tally", "verify")
_SECOND = dict.fromkeys(_COUNTING, _HARMED) | {
    "put": frozenset({"at"}),
    "hold": frozenset({"responsible", "accountable"}),
    "read": frozenset({":"}),
}
"""The second word of a cue by the lemma of the first."""
_VERBS = "VD"
_CLAUSE = frozenset("VM")


def is_phrasal(cue: Candidate, words: list[str]) -> bool:
    """Whether the second word of such a cue stands behind a candidate."""
    second = _SECOND.get(cue.word.lemma, frozenset()) if cue.word is not None else frozenset[str]()
    return bool(second) and not second.isdisjoint(words[cue.at + 1 : cue.at + 1 + _REACH])


def phrasal(reading: Reading, cue: Candidate) -> Proposal | None:
    """The attribution of a cue of two words, with all behind the first as its content."""
    unit, at = reading.unit, cue.at
    if cue.word is None or cue.form not in _VERBS or not is_phrasal(cue, unit.words):
        return None
    if any(other < at for other in reading.cues):
        return None  # "said the army holds the rebels responsible": only the outer one counts
    subject = reading.subject(at)
    if subject is None or subject.last > at or not _fits(reading, cue, subject.last):
        return None
    begin = at + 1 + (cue.word.lemma == "read")
    end = _end(reading, begin)
    if begin >= end:
        return None
    held = frozenset(range(begin, end))
    return Proposal(cue, ((begin, end),), held, reading.whole(subject, at), 0, certain=True)


def _fits(reading: Reading, cue: Candidate, last: int) -> bool:
    """Whether a toll is put, the dead are counted, a statement reads; who is held responsible is told by anybody."""
    words, at = reading.unit.words, cue.at
    lemma = "" if cue.word is None else cue.word.lemma
    if lemma == "put":
        where = words.index("at", at + 1)
        return not _FIGURES.isdisjoint(words[at + 1 : where])
    if lemma == "read":
        return words[at + 1 : at + 2] == [":"] and words[last - 1] in nouns("document")
    if lemma in _COUNTING:
        harmed = next(k for k in range(at + 1, len(words)) if words[k] in _HARMED)
        counted = any(word[0].isdigit() or class_of(word) for word in words[at + 1 : at + 1 + _FIGURE])
        return counted and _CLAUSE.isdisjoint(reading.unit.tags[at + 1 : harmed])
    return True


def _end(reading: Reading, begin: int) -> int:
    """The end of the clause: a semicolon, a comma before "and" or a participle, or the end of the sentence."""
    unit = reading.unit
    last = min(len(unit.words), begin + _LONGEST)
    for k in range(begin, last):
        if unit.words[k] == ";" or (unit.words[k] == "," and k + 1 < last and unit.tags[k + 1] in "CGWV"):
            return k
    return last - (last == len(unit.words) and unit.words[-1] in ".!?")
