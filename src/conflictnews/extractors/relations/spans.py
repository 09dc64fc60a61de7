"""Source, cue and content around one cue: a first-order tagger over the slots of its unit.

Each slot gets one of six labels; the best row of labels is found by Viterbi's algorithm over a linear model, a
structured averaged perceptron (Collins 2002). The weights are ``weights/span_weights.tsv``; ``span_weights`` tells how
they are packed.

Weights that do not depend on the cue are summed once a unit and side (``_base_sums``), those that depend on its form or
lemma alone once for all texts, and those of the words between, which change only behind a comma, a verb, a quotation, a
cue or a word that opens a clause, once for each stretch between such words (``_between``). What is left for a slot is
a sum of five numbers, which columns of ``map`` look up without a step of the interpreter each.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import repeat
from typing import NamedTuple

from conflictnews.extractors.relations.best_labels import labels_before, labels_behind
from conflictnews.extractors.relations.reading import CLAUSE_WORDS, Reading, Source
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.span_weights import (
    FIRST,
    LABELS,
    WINDOW,
    base_weights,
    between_weights,
    own_lemmas,
    profile_of,
    zone_weights,
)

__all__ = ["Labelled", "SpanTagger", "lemma_of"]

_CUE = LABELS.index("cue")
_NO_WEIGHTS = (0, 0, 0)


class Labelled(NamedTuple):
    """The labels of a unit's slots, and how much better they are than nothing but a cue."""

    labels: list[int]
    margin: int


def lemma_of(cue: Candidate) -> str:
    """The lemma under which the weights know a cue."""
    return cue.word.lemma if cue.word is not None and cue.word.lemma in own_lemmas() else "?"


class SpanTagger:
    """Labels the slots of one unit for some of its cues, which are given in order."""

    def __init__(self, reading: Reading, cues: list[Candidate]) -> None:
        self._reading = reading
        self._behind_first = cues[0].at + 1
        self._left = _base_sums(reading, "L", 0, cues[-1].at)
        self._right = _base_sums(reading, "R", self._behind_first, len(reading.unit.words))

    def label(self, cue: Candidate) -> Labelled:
        """The best labels for a cue."""
        at, size = cue.at, len(self._reading.unit.words)
        begin, end = max(0, at - WINDOW), min(size, at + WINDOW + 1)
        left, lead_left = labels_before(self._sums(cue, "L", begin, at))
        right, lead_right = labels_behind(self._sums(cue, "R", at + 1, end))
        return Labelled([0] * begin + left + [_CUE] + right + [0] * (size - end), lead_left + lead_right)

    def _sums(self, cue: Candidate, side: str, begin: int, end: int) -> list[int]:
        """The packed scores of the slots on one side of a cue."""
        if begin >= end:
            return []
        reading = self._reading
        subject = reading.subject(cue.at)
        how, lemma = "-" if subject is None else subject.how, lemma_of(cue)
        profile = profile_of(side, cue.form, cue.frame, lemma, how)
        tags, phrases, rows = reading.unit.tags[begin:end], reading.phrases[begin:end], profile.ranks
        near, between = profile.near[: end - begin], _between(reading, cue, side, begin, end)
        if side == "L":
            base, most = self._left[begin:end], reading.begun[end - 1]
            ranks = [rows[most - ended] for ended in reading.ended[begin:end]]
            near.reverse()
            between.reverse()
        else:
            base, least = self._right[begin - self._behind_first : end - self._behind_first], reading.ended[begin]
            ranks = [rows[begun - least] for begun in reading.begun[begin:end]]
        sums = [
            one + two + three + four + five
            for one, two, three, four, five in zip(
                base,
                map(profile.by_tag.__getitem__, tags),
                map(_look_up, near, tags, repeat(0)),
                map(_look_up, ranks, phrases, repeat(0)),
                map(_take, between, tags),
                strict=True,
            )
        ]
        if subject is not None:
            for at, weight in _beside(zone_weights(side, cue.form, lemma, how), subject).items():
                if begin <= at < end:
                    sums[at - begin] += weight
        return sums


_look_up, _take = dict[str, int].get, dict[str, int].__getitem__


def _between(reading: Reading, cue: Candidate, side: str, begin: int, end: int) -> list[dict[str, int]]:
    """For each slot on one side of a cue, from the cue outwards, the weights of what stands between, by tag."""
    words, tags, steps = reading.unit.words, reading.unit.tags, reading.steps
    turns = reading.turns[bisect_left(reading.turns, begin) : bisect_left(reading.turns, end)]
    if side == "L":
        turns.reverse()
    commas = verbs = quotations = surest = 0
    clause, form = "-", cue.form
    row = between_weights(side, form, 0, 0, 0, "-", 0)
    rows: list[dict[str, int]] = []
    for at in turns:
        rows += [row] * (abs(at - cue.at) - len(rows))
        word, tag = words[at], tags[at]
        if word == ",":
            commas = min(commas + 1, 3)
        elif tag in "VM":
            verbs = min(verbs + 1, 3)
        elif tag in "Qq":
            quotations = min(quotations + 1, 2)
        if word in CLAUSE_WORDS:
            clause = word
        surest = max(surest, steps[at])
        row = between_weights(side, form, commas, verbs, quotations, clause, surest)
    return rows + [row] * (end - begin - len(rows))


def _beside(zones: dict[str, int], subject: Source) -> dict[int, int]:
    """What the slots of the likely subject and its neighbours get beyond all other slots."""
    elsewhere = zones["-"]
    out = dict.fromkeys(range(subject.first, subject.last), zones["I"] - elsewhere)
    out[subject.first - 1], out[subject.last] = zones["b"] - elsewhere, zones["a"] - elsewhere
    out[subject.first] = zones["B"] - elsewhere
    return out


def _base_sums(reading: Reading, side: str, begin: int, end: int) -> list[int]:
    """For some slots the packed weights of their words, tags, chunks and cues on one side of any cue."""
    if begin >= end:
        return []
    weights, tags, steps = base_weights(side), reading.unit.tags, reading.steps
    padded = "^^" + "".join(tags) + "$$"
    around = [padded[at : at + 3] for at in range(begin, end + 2)]
    words = ["^", *reading.unit.words, "$"][begin : end + 2]
    behind_words, own_words, before_words = zip(*map(weights.words.get, words, repeat(_NO_WEIGHTS)), strict=True)
    sums = [
        one + two + three + four + five + six
        for one, two, three, four, five, six in zip(
            map(weights.places.__getitem__, map(str.__add__, around[1:-1], reading.phrases[begin:end])),
            map(weights.tags_before.get, around[:-2], repeat(0)),
            map(weights.tags_behind.get, around[2:], repeat(0)),
            behind_words[:-2],
            own_words[1:-1],
            before_words[2:],
            strict=True,
        )
    ]
    if begin == 0:
        sums[0] += weights.cue_before[FIRST][tags[0]]
    for at in reading.cues:
        if begin <= at < end:
            sums[at - begin] += weights.own_cue[steps[at]][tags[at]]
        if begin <= at + 1 < end:
            sums[at + 1 - begin] += weights.cue_before[steps[at]][tags[at + 1]]
    return sums
