"""Claims of responsibility, which must be certain: ``The group claimed responsibility for the attack``."""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate

__all__ = ["responsibility"]

_CLAIMS = frozenset("claim accept deny admit assume take acknowledge disclaim".split())
_NAMING = frozenset("or known as called calling itself named".split())
_NEAR = 4
_TURNS = frozenset("but while although though saying which and".split())
_LONGEST = 60


def responsibility(reading: Reading, cue: Candidate) -> Proposal | None:
    """The claim that a verb makes whose object is "responsibility"; None where it makes none."""
    words, tags, at = reading.unit.words, reading.unit.tags, cue.at
    if cue.word is None or cue.word.lemma not in _CLAIMS or cue.form not in "VBGD":
        return None
    near = words[at + 1 : at + 1 + _NEAR]
    if "responsibility" not in near:
        return None
    begin = at + 1 + near.index("responsibility")
    while begin - 1 > at and tags[begin - 1] in "TSJ":
        begin -= 1
    end = _end(words, tags, begin)
    subject = reading.subject(at)
    source = None
    if subject is not None and subject.last <= at:
        source = _name_start(reading, subject.first), _name_end(reading, subject.last, at)
    return Proposal(cue, ((begin, end),), frozenset(range(begin, end)), source, 0, certain=True)


def _name_start(reading: Reading, first: int) -> int:
    """Where a source begins that has several names: ``a GROUP known as the Cell or the Guardians``."""
    words, number, ranges = reading.unit.words, reading.number, reading.ranges
    begin = first
    while begin > 0 and (words[begin - 1] in _NAMING or number[begin - 1] >= 0):
        begin -= 1
        if number[begin] >= 0:
            begin = ranges[number[begin]][0]
    return begin


def _name_end(reading: Reading, last: int, cue: int) -> int:
    """Where a source ends that is called something before its cue: ``a cell known as THE FALCONS``."""
    while last < cue and (reading.unit.words[last] in _NAMING or reading.number[last] >= 0):
        last += 1
    return last


def _end(words: list[str], tags: list[str], begin: int) -> int:
    """Where the writer goes on: at a stop, before "but" or "and" with a verb behind a comma, else at the end."""
    last = min(len(words), begin + _LONGEST)
    for at in range(begin, last):
        if words[at] in (";", "—", "--", ".") and (words[at] != "." or at + 1 >= last):
            return at
        if words[at] == "," and at + 1 < last and (words[at + 1] in _TURNS or tags[at + 1] in "VGM"):
            return at
        if tags[at] == "C" and at + 1 < last and tags[at + 1] in "VM":
            return at
    return last
