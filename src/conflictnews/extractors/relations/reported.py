"""Reported clauses, of which the grammar is certain: all that stands behind a sure verb of saying in its sentence.

The tagger leaves some out ("The mayor said at least 12 people, including three children, were killed") and ends others
at the first comma ("said the bridge, which two rockets hit, was open again").
"""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.units import QUOTED

__all__ = ["reported"]

_SAYING = 90
_LONGEST, _TOLD = 60, 14
_FEWEST = 3
_OPENING = frozenset("TJNPSUOW")
_CLAUSE = frozenset("VM")
_RELATIVES = frozenset({"which", "who", "whose", "where"})
_OCCASIONS = frozenset("in at on during via through by to".split())


def reported(reading: Reading, cue: Candidate, read: Proposal | None) -> Proposal | None:
    """The proposal with its content to the end of the clause where it holds no verb, or one where there is none."""
    unit, at = reading.unit, cue.at
    if cue.word is None or cue.word.certainty < _SAYING or cue.form != "V":
        return read
    if read is None and unit.tags[0] == QUOTED and at > 1:
        return _of_quotation(reading, cue)
    if unit.quoted:
        return read
    if unit.words[0] == "as" and (told := _as_told(reading, cue)) is not None:
        return told
    subject, begin = reading.subject(at), _past_occasion(reading, _past_time(reading, at + 1))
    if subject is None or subject.how not in "di" or subject.last > at:
        return read
    if read is not None:
        if len(read.parts) != 1 or _chunk_start(reading, read.parts[0][0]) not in (at + 1, begin):
            return read
        if _has_verb(reading, *read.parts[0]):
            return _with_relative(reading, _from(read, _chunk_start(reading, read.parts[0][0])))
    end = _end(reading, begin)
    opens = begin < end and (unit.tags[begin] in _OPENING or unit.words[begin] == "that" or reading.number[begin] >= 0)
    if end - begin < _FEWEST or not opens or not _has_verb(reading, begin, end):
        return read
    source = read.source if read is not None and read.source is not None else reading.whole(subject, cue.at)
    margin = 0 if read is None else read.margin
    return Proposal(cue, ((begin, end),), frozenset(range(begin, end)), source, margin, certain=True)


def _past_occasion(reading: Reading, at: int) -> int:
    """Behind the occasion on which it was said, up to "that": "said in a statement on Friday | that two planes"."""
    words = reading.unit.words
    if at >= len(words) or words[at] not in _OCCASIONS:
        return at
    return next((k for k in range(at, min(len(words), at + _TOLD)) if words[k] == "that"), at)


def _of_quotation(reading: Reading, cue: Candidate) -> Proposal | None:
    """``"We saw smoke," one resident, who declined to be named, TOLD AFP``."""
    subject = reading.subject(cue.at)
    if subject is None or subject.first < 1 or subject.last > cue.at:
        return None
    return Proposal(cue, ((0, 1),), frozenset({0}), reading.whole(subject, cue.at), 0)


def _as_told(reading: Reading, cue: Candidate) -> Proposal | None:
    """``As Holm told the daily Morgen, THE BRIDGE FELL``."""
    unit, at, subject = reading.unit, cue.at, reading.subject(cue.at)
    comma = next((k for k in range(at + 1, min(len(unit.words), at + _TOLD)) if unit.words[k] == ","), -1)
    if comma < 0 or subject is None or subject.first > 1 or any(tag in "VM" for tag in unit.tags[at + 1 : comma]):
        return None
    end = _end(reading, comma + 1)
    if end - comma <= _FEWEST or not _has_verb(reading, comma + 1, end):
        return None
    held = frozenset(range(comma + 1, end))
    return Proposal(cue, ((comma + 1, end),), held, (subject.first, subject.last), 0, certain=True)


def _chunk_start(reading: Reading, at: int) -> int:
    """Where the noun chunk begins that holds a slot: "UP TO 20 villages"."""
    held = reading.number[at]
    return at if held < 0 else reading.ranges[held][0]


def _from(read: Proposal, begin: int) -> Proposal:
    """The proposal with its one part from an earlier slot on."""
    end = read.parts[0][1]
    return read._replace(parts=((begin, end),), held=frozenset(range(begin, end)))


def _with_relative(reading: Reading, read: Proposal) -> Proposal:
    """With the relative clause or apposition behind a comma that ends the sentence: "…, which fell", "…, a town"."""
    words, (begin, end) = reading.unit.words, read.parts[0]
    last = _end(reading, begin)
    if words[end : end + 1] != [","] or end + 1 >= last or "," in words[end + 1 : last]:
        return read
    if words[end + 1] not in _RELATIVES and not _is_apposition(reading, end + 1, last):
        return read
    return read._replace(parts=((begin, last),), held=frozenset(range(begin, last)))


def _is_apposition(reading: Reading, begin: int, end: int) -> bool:
    """Whether a noun phrase with an article, and no clause, stands there behind a noun: ", A TOWN in the north"."""
    tags = reading.unit.tags
    noun = tags[begin] == "T" and reading.number[begin] >= 0 and reading.number[begin - 2] >= 0
    return noun and not _has_verb(reading, begin, end)


def _has_verb(reading: Reading, begin: int, end: int) -> bool:
    """Whether a finite verb stands there that is no relative clause's."""
    tags = reading.unit.tags
    return any(tags[k] in _CLAUSE and tags[k - 1] != "W" for k in range(max(begin, 1), end))


def _past_time(reading: Reading, at: int) -> int:
    """Behind the day on which it was said: "said on Tuesday | two convoys"."""
    words, classes, offset = reading.unit.words, reading.syntax.classes, reading.offset
    at += at + 1 < len(words) and words[at] == "on" and classes[offset + at + 1] == "y"
    while at < len(words) and classes[offset + at] == "y":
        at += 1
    return at


def _end(reading: Reading, begin: int) -> int:
    """The end of the sentence, without its stop."""
    unit = reading.unit
    last = min(len(unit.words), begin + _LONGEST)
    end = next((k for k in range(begin, last) if unit.words[k] in (";", "--", "—")), last)
    return end - (end == len(unit.words) and unit.words[-1] in ".!?")
