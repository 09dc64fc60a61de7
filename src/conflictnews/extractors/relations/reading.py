"""Reading: what the span tagger and the rules for proposals know of a unit, whatever the cue."""

from __future__ import annotations

from itertools import accumulate
from typing import NamedTuple

from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.span_weights import WINDOW, step_of
from conflictnews.extractors.relations.units import FRAGMENT, Unit
from conflictnews.text.closed_words import auxiliaries
from conflictnews.text.nouns import find_noun
from conflictnews.text.phrase_chains import chain_before
from conflictnews.text.subjects import subject_of
from conflictnews.text.syntax import Syntax

__all__ = ["CLAUSE_WORDS", "HAPPENS", "Reading", "Source", "is_happening"]

CLAUSE_WORDS = frozenset(
    "that if whether who which whom whose where when why how what as but while because although though since until "
    "unless after before so and or than".split()
)
_TURNS = CLAUSE_WORDS | {","}
_VERBS = "VMBGD"
_HOW = {"I": "p", "C": "c", ".": "c", "t": "t"}


HAPPENS = frozenset({"combat", "accident", "occasion", "abstract", "thing", "suffered", "nature"})
"""Kinds of nouns for what happens, or may be besides, and does not speak: "clash", "flood", "attack"."""


class Source(NamedTuple):
    """The likely subject of a verb, in slots, and how it was found.

    See ``subjects.Subject``; where nothing tells it is that of the finite verb before, and ? if that is all there is.
    """

    how: str
    first: int
    last: int


class Reading:
    """What the tagger knows of a unit, whatever the cue.

    ``steps`` say how sure each slot is a cue, ``cues`` which of them are any; ``number`` which noun chunk holds a slot,
    or -1; ``ranges`` where the chunks stand; ``phrases`` where in a chunk the slot stands (B, I or O), and where that
    chunk does; ``begun`` and ``ended`` how many chunks have begun and ended when a slot is reached. ``turns`` are the
    slots behind which something else may be said: commas, verbs, quotations, cues, words that open a clause.
    """

    __slots__ = (
        "_subjects", "begun", "cues", "ended", "number", "offset", "phrases", "ranges", "steps", "syntax", "turns",
        "unit",
    )  # fmt: skip

    def __init__(self, unit: Unit, candidates: list[Candidate]) -> None:
        self.unit: Unit = unit
        steps = [0] * len(unit.words)
        self.steps: list[int] = steps
        for candidate in candidates:
            steps[candidate.at] = step_of(candidate.score)
        self.cues: list[int] = [candidate.at for candidate in candidates if steps[candidate.at]]
        syntax, offset = unit.syntax()
        number, chunks = syntax.chunks.number, syntax.chunks.items
        self.syntax: Syntax = syntax
        self.number: list[int] = number
        self.ranges: list[tuple[int, int]] = [(chunk.first - offset, chunk.last - offset) for chunk in chunks]
        self.offset: int = offset
        self.phrases: list[str] = ["O"] * len(number)
        for begin, end in self.ranges:
            place = _place(unit, begin, end)
            self.phrases[begin:end] = ["B" + place, *["I" + place] * (end - begin - 1)]
        self.begun: list[int] = [held + 1 for held in accumulate(number, max)]
        self.ended: list[int] = [begun - (held >= 0) for begun, held in zip(self.begun, number, strict=True)]
        self.turns: list[int] = [
            at
            for at, (word, tag, step) in enumerate(zip(unit.words, unit.tags, steps, strict=True))
            if step or word in _TURNS or tag in "VMQq"
        ]
        self._subjects: dict[int, Source | None] = {}

    def subject(self, at: int) -> Source | None:
        """The likely subject of the verb at a slot; where nothing tells, that of the finite verb before it."""
        if self.unit.tags[at] not in _VERBS:
            return None
        known, without, verb = self._subjects, list[int](), at
        while verb not in known:
            known[verb] = self._own_subject(verb)
            if known[verb] is not None:
                break
            without.append(verb)
            verb = next((k for k in range(verb - 1, max(-1, verb - WINDOW), -1) if self.unit.tags[k] in "VM"), verb)
        source = known[verb]
        for verb in reversed(without):
            source = known[verb] = source and source._replace(how=self._fallback(verb))
        return source

    def whole(self, subject: Source, at: int) -> tuple[int, int]:
        """The whole subject of the verb at a slot, where it stands right before: "THE MINISTRY OF DEFENCE said"."""
        found = subject_of(self.syntax, at + self.offset)
        if found is None or found.how != "d":
            return subject.first, subject.last
        return subject.first, max(subject.last, found.at + 1 - self.offset)

    def _own_subject(self, at: int) -> Source | None:
        """The subject that the clause of a verb tells."""
        found = subject_of(self.syntax, at + self.offset)
        if found is None:
            return None
        begin = found.at if found.how == "w" else min(found.at, chain_before(self.syntax, found.at + 1)[1])
        begin -= self.offset
        if self.unit.tags[begin] == FRAGMENT and self.unit.words[begin][1] == "l":
            return None  # 'was "horrified" by it, adding'
        if self.unit.tags[at] == "G" and is_happening(self.unit.words[at - 1]):
            return None  # "reports of the RAID adding"
        held = self.number[begin]
        return Source(found.how, *(self.ranges[held] if held >= 0 else (begin, begin + 1)))

    def _fallback(self, at: int) -> str:
        """How a verb whose subject is not found stands: behind a preposition, a conjunction or mark, an -ing form."""
        tags, k = self.unit.tags, at - 1
        stop = max(0, at - WINDOW)
        while k >= stop and (tags[k] == "R" or self.unit.words[k] in auxiliaries()):
            k -= 1
        before = tags[k] if k >= 0 else "^"
        return "g" if tags[at] == "G" and before != "I" else _HOW.get(before, "?")


def is_happening(word: str) -> bool:
    """Whether a noun is for what happens, or for a thing, and is nobody who speaks."""
    noun = find_noun(word)
    return noun is not None and HAPPENS.issuperset(noun.kinds)


def _place(unit: Unit, begin: int, end: int) -> str:
    """Where a chunk is: s before a finite verb, c before a comma, p behind a preposition, v behind a verb, o else."""
    words, tags, size = unit.words, unit.tags, len(unit.tags)
    while end < size and tags[end] == "R":
        end += 1
    if end < size and tags[end] in "VM":
        return "s"
    if end < size and words[end] in (",", "("):
        return "c"
    if begin and tags[begin - 1] == "I":
        return "p"
    return "v" if begin and tags[begin - 1] in "VBGD" else "o"
