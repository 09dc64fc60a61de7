"""Who says it between or behind commas: ``..., two aides of the mayor SAID``, ``The raid, Dorn SAID, failed``.

The labels read most of these. A rule puts right where they mark no source, or only one half of what is said: a verb of
saying with its subject behind a comma, and nothing behind it but when, where and to whom.
"""

from __future__ import annotations

from conflictnews.extractors.relations.proposals import Proposal, Slots
from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.units import FRAGMENT, QUOTED, Unit
from conflictnews.text.closed_words import closed_words
from conflictnews.text.nouns import nouns
from conflictnews.text.phrase_chains import chain_before
from conflictnews.text.phrases import phrase_at
from conflictnews.text.subjects import subject_of
from conflictnews.types import Act

__all__ = ["is_aside", "told_aside"]

_SAYING, _INSERTED = 45, 25
"""How sure a verb must be to tell what is said: behind a clause, and where it stands inside of one."""
_CIRCUMSTANCE = frozenset("IPNTJURSt")
"""Tags of what may stand between the verb and the comma or the stop behind it: "said late on Monday in a statement"."""
_OBJECT = frozenset("TSNPJUO")
_TELLING = frozenset({"tell", "inform", "assure"})
_SAID = frozenset({Act.SAY, Act.CLAIM, Act.BELIEVE})
_CLAUSE = frozenset("VM")
_TELLS = _CLAUSE | {QUOTED, FRAGMENT}
_FEWEST = 1
_CLOSING = frozenset({".", ",", ";"})
_SPEAKING = ("person", "armed", "police", "group", "group-noun", "organisation", "body", "institution", "document")


def is_aside(cue: Candidate, unit: Unit) -> bool:
    """Whether a verb that may say something ends what a comma or a stop closes."""
    word = cue.word
    if word is None or word.kind != "verb" or cue.form != "V" or word.certainty < _INSERTED or word.act is None:
        return False
    return unit.words[cue.at + 1 : cue.at + 2] in ([","], ["."]) and "," in unit.words[: cue.at]


def told_aside(reading: Reading, cue: Candidate, proposal: Proposal | None) -> Proposal | None:
    """What a cue behind a comma attributes, where ``proposal`` has nobody or one half; else the proposal itself."""
    if proposal is not None and proposal.source is not None and len(proposal.parts) > 1:
        return proposal
    word = cue.word
    if word is None or word.kind != "verb" or word.act is None or word.certainty < _INSERTED or cue.form != "V":
        return proposal
    unit, nobody = reading.unit, proposal is None or proposal.source is None
    last = cue.at - (cue.at > 0 and unit.words[cue.at - 1] == ",")
    quoted = unit.tags[last - 1 : last] == [QUOTED]
    speaks = word.act in _SAID or (quoted and word.act.is_speech)
    turned = nobody and last > 0 and (last < cue.at or quoted) and speaks and word.lemma not in _TELLING
    if turned and (source := _turned(reading, cue.at, last)) is not None:
        return _proposal(cue, ((0, last),), source)
    source = _source(reading, cue.at)
    if source is None:
        return proposal
    before = source[0] - (unit.words[source[0] - 1] == ",")
    end = len(unit.words) - (unit.words[-1] in ".!?")
    behind = _behind(reading, cue)
    if _TELLS.isdisjoint(unit.tags[:before]):
        goes_on = word.act in _SAID and behind < end and unit.words[behind] == "," and _goes_on(unit, behind + 1, end)
        return _proposal(cue, ((0, before), (behind + 1, end)), source) if goes_on else proposal
    if nobody and behind >= end and word.certainty >= _SAYING:
        return _proposal(cue, ((0, before),), source)
    return proposal


def _proposal(cue: Candidate, parts: tuple[Slots, ...], source: Slots) -> Proposal:
    held = frozenset(at for first, last in parts for at in range(first, last))
    return Proposal(cue, parts, held, source, 0, certain=True)


def _behind(reading: Reading, cue: Candidate) -> int:
    """Behind what tells when, where and to whom it was said; right behind the cue where its object stands."""
    unit, at = reading.unit, cue.at + 1
    told = cue.word is not None and cue.word.lemma in _TELLING
    acts_on = at < len(unit.words) and unit.tags[at] in _OBJECT and reading.syntax.classes[at + reading.offset] != "y"
    if acts_on and not told:
        return at
    while at < len(unit.words) and unit.tags[at] in _CIRCUMSTANCE and unit.words[at] != "that":
        at += 1
    return at


def _turned(reading: Reading, at: int, told: int) -> Slots | None:
    """The subject behind a verb that a comma parts from a clause: ``..., SAID an official who was not named``."""
    unit, first = reading.unit, at + 1
    phrase = phrase_at(reading.syntax, first + reading.offset) if first < len(unit.words) else None
    if phrase is None or _TELLS.isdisjoint(unit.tags[:told]):
        return None
    head, last = phrase.head - reading.offset, phrase.last - reading.offset
    if unit.tags[head] != "P" and unit.words[head] not in nouns(*_SPEAKING):
        return None
    end = len(unit.words) - (unit.words[-1] in ".!?")
    behind = unit.words[last] if last < end else "."
    if behind in closed_words("relative"):
        last = next((k for k in range(last, end) if unit.words[k] == ","), end)
    return (first, last) if behind in _CLOSING or behind in closed_words("relative", "preposition") else None


def _source(reading: Reading, at: int) -> Slots | None:
    """The subject of a verb, where it begins behind a comma or a quotation; None for any other."""
    found = subject_of(reading.syntax, at + reading.offset)
    if found is None or found.how not in "di" or not found.phrases:
        return None
    first = chain_before(reading.syntax, found.at + 1)[1] - reading.offset
    unit, words = reading.unit, reading.unit.words
    if first > 1 and words[first - 1] in closed_words("naming"):  # "a farmer named Omar Dorn"
        first = chain_before(reading.syntax, first - 1 + reading.offset)[1] - reading.offset
    listed = [k for k in range(first, found.at - reading.offset) if words[k] == ","] if found.how == "d" else []
    if listed and words[listed[-1] + 1] not in ("and", "or"):
        first = listed[-1] + 1  # "killed five people, | Ana Rell and Alan Dorn said"
    if first < _FEWEST or words[first] in closed_words("relative") or unit.tags[first - 2 : first - 1] == ["W"]:
        return None
    if words[first - 1] != "," and unit.tags[first - 1] != QUOTED:
        return None
    last = at if found.how == "i" else found.at + 1 - reading.offset
    while last > first and (words[last - 1] == "," or unit.tags[last - 1] in "MR"):
        last -= 1
    return first, last


def _goes_on(unit: Unit, at: int, end: int) -> bool:
    """Whether the clause before the aside goes on with its verb."""
    while at < end and unit.tags[at] == "R":
        at += 1
    return at < end and unit.tags[at] in _CLAUSE
