"""Source, cue and content around one cue: a first-order tagger over the slots of its unit.

Each slot gets one of six labels; the best row of labels is found by Viterbi's algorithm over a linear model, a
structured averaged perceptron (Collins 2002). The weights are ``weights/span_weights.tsv``; ``span_weights`` tells how
they are packed.

Weights that do not depend on the cue are summed once a unit (``_base_sums``), those that depend on its form or
lemma alone once for all texts, and those of the words between, which change only behind a comma, a verb, a quotation, a
cue or a word that opens a clause, once for each stretch between such words (``_between``). What is left for a slot is
a sum of six numbers, which columns of ``map`` look up without a step of the interpreter each.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import repeat
from typing import NamedTuple

from conflictnews.extractors.relations.best_labels import best_labels
from conflictnews.extractors.relations.reading import CLAUSE_WORDS, Reading, Source
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.span_weights import (
    FIRST,
    MIDDLE,
    SIDE,
    WINDOW,
    Profile,
    base_weights,
    between_weights,
    own_lemmas,
    profile_of,
    zone_weights,
)

__all__ = ["Labelled", "SpanTagger", "lemma_of"]

_NONE: dict[str, int] = {}
_LEFT = (1 << SIDE) - 1
_NO_WEIGHTS = (0, 0, 0)


class Labelled(NamedTuple):
    """The labels of a unit's slots, and how much better they are than nothing but a cue."""

    labels: list[int]
    margin: int


def lemma_of(cue: Candidate) -> str:
    """The lemma under which the weights know a cue."""
    return cue.word.lemma if cue.word is not None and cue.word.lemma in own_lemmas() else "?"


class SpanTagger:
    """Labels the slots of one unit for one cue after the other."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._base = _base_sums(reading)

    def label(self, cue: Candidate) -> Labelled:
        """The best labels for a cue."""
        at, size = cue.at, len(self._reading.unit.words)
        begin, end = max(0, at - WINDOW), min(size, at + WINDOW + 1)
        labels, lead = best_labels(self._sums(cue, begin, end), at - begin)
        return Labelled([0] * begin + labels + [0] * (size - end), lead)

    def _sums(self, cue: Candidate, begin: int, end: int) -> list[int]:
        """The packed scores of the slots around a cue; those of the cue itself are not asked for."""
        reading, at, lemma = self._reading, cue.at, lemma_of(cue)
        before, behind = at - begin, end - at - 1
        tags, subject = reading.unit.tags[begin:end], reading.subject(at)
        how = "-" if subject is None else subject.how
        left = profile_of("L", cue.form, cue.frame, lemma, how)
        right = profile_of("R", cue.form, cue.frame, lemma, how)
        constants_left, between_left = _between(reading, cue, "L", begin, at, left.constant)
        constants_right, between_right = _between(reading, cue, "R", at + 1, end, right.constant)
        sums = [
            one + two + three + four + five + six
            for one, two, three, four, five, six in zip(
                [
                    *[both & _LEFT for both in self._base[begin:at]],
                    MIDDLE,
                    *[b >> SIDE for b in self._base[at + 1 : end]],
                ],
                [*constants_left[::-1], 0, *constants_right],
                map(_look_up, [left.by_tag] * before + [right.by_tag] * (behind + 1), tags, repeat(0)),
                map(_look_up, [*left.near[:before][::-1], _NONE, *right.near[:behind]], tags, repeat(0)),
                map(_look_up, _ranks(reading, at, begin, end, left, right), reading.phrases[begin:end], repeat(0)),
                map(_look_up, [*between_left[::-1], _NONE, *between_right], tags, repeat(0)),
                strict=True,
            )
        ]
        if subject is not None:
            weights = zone_weights("L", cue.form, lemma, how), zone_weights("R", cue.form, lemma, how)
            for slot, zone in _zones(subject).items():
                if begin <= slot < end:
                    side = weights[slot > at]
                    sums[slot - begin] += side[zone] - side["-"]
        return sums


_look_up = dict[str, int].get


def _ranks(reading: Reading, at: int, begin: int, end: int, left: Profile, right: Profile) -> list[dict[str, int]]:
    """For each slot around a cue the weights of how many chunks lie between, by where it stands in one."""
    most = reading.begun[at - 1] if at else 0
    least = reading.ended[at + 1] if at + 1 < end else 0
    return [
        *[left.ranks[most - ended] for ended in reading.ended[begin:at]],
        _NONE,
        *[right.ranks[begun - least] for begun in reading.begun[at + 1 : end]],
    ]


def _between(
    reading: Reading, cue: Candidate, side: str, begin: int, end: int, constant: int
) -> tuple[list[int], list[dict[str, int]]]:
    """For each slot on one side of a cue, from the cue outwards, the weights of what stands between.

    Those of any slot, beyond a constant, and by the tag of the slot.
    """
    words, tags, steps = reading.unit.words, reading.unit.tags, reading.steps
    turns = reading.turns[bisect_left(reading.turns, begin) : bisect_left(reading.turns, end)]
    if side == "L":
        turns.reverse()
    commas = verbs = quotations = surest = 0
    clause, form = "-", cue.form
    weight, row = between_weights(side, form, 0, 0, 0, "-", 0)
    weights: list[int] = []
    rows: list[dict[str, int]] = []
    for at in turns:
        more = abs(at - cue.at) - len(rows)
        weights += [constant + weight] * more
        rows += [row] * more
        word, tag = words[at], tags[at]
        if word == ",":
            commas += commas < 3
        elif tag in "VM":
            verbs += verbs < 3
        elif tag in "Qq":
            quotations += quotations < 2
        if word in CLAUSE_WORDS:
            clause = word
        if steps[at] > surest:  # noqa: PLR1730 - a call of max takes thrice as long
            surest = steps[at]
        weight, row = between_weights(side, form, commas, verbs, quotations, clause, surest)
    more = end - begin - len(rows)
    return weights + [constant + weight] * more, rows + [row] * more


def _zones(subject: Source) -> dict[int, str]:
    """The slots of the likely subject and its neighbours, as ``zone_weights`` names them."""
    zones = dict.fromkeys(range(subject.first, subject.last), "I")
    zones[subject.first - 1], zones[subject.last] = "b", "a"
    zones[subject.first] = "B"
    return zones


def _base_sums(reading: Reading) -> list[int]:
    """For every slot the packed weights of its words, tags, chunk and cues, those of both sides in one integer."""
    weights, tags, steps = base_weights(), reading.unit.tags, reading.steps
    padded = "^^" + "".join(tags) + "$$"
    around = [padded[at : at + 3] for at in range(len(tags) + 2)]
    words = map(weights.words.get, ["^", *reading.unit.words, "$"], repeat(_NO_WEIGHTS))
    behind_words, own_words, before_words = zip(*words, strict=True)
    sums = [
        one + two + three + four + five + six
        for one, two, three, four, five, six in zip(
            map(weights.places.__getitem__, map(str.__add__, around[1:-1], reading.phrases)),
            map(weights.tags_before.get, around[:-2], repeat(0)),
            map(weights.tags_behind.get, around[2:], repeat(0)),
            behind_words[:-2],
            own_words[1:-1],
            before_words[2:],
            strict=True,
        )
    ]
    sums[0] += weights.cue_before[FIRST][tags[0]]
    for at in reading.cues:
        sums[at] += weights.own_cue[steps[at]][tags[at]]
        if at + 1 < len(tags):
            sums[at + 1] += weights.cue_before[steps[at]][tags[at + 1]]
    return sums
