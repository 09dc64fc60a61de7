"""The best row of labels on either side of a cue, by Viterbi's algorithm.

Nothing links one side of a cue with the other but the cue itself, so each is searched alone: the left one up to the
cue, the right one from it on. A source or a content goes on only where it has begun.
"""

from __future__ import annotations

import struct
from functools import cache
from operator import add

from conflictnews.extractors.relations.span_weights import LABELS, transitions

__all__ = ["labels_before", "labels_behind"]

Scores = tuple[int, int, int, int, int, int]
"""One score a label."""
_unpack = struct.Struct("<6H").iter_unpack
_NEVER = -(1 << 28)
"""Below every score, and small enough to be compared quickly: an integer of one digit."""
_CUE = LABELS.index("cue")
_INSIDE = (2, 5)
"""The labels that go on with a source and a content."""


def labels_before(sums: list[int]) -> tuple[list[int], int]:
    """The best labels for the packed scores of the slots before a cue, and their lead over nothing there."""
    if not sums:
        return [], 0
    fields = _fields(sums)
    steps = transitions()
    best = _best(fields, steps["^"])
    reached = list(map(add, best[-1], _into()[_CUE]))
    lead = max(reached)
    return _trace(best, reached.index(lead)), lead - _nothing(fields, steps["^"][0]) - steps["O"][_CUE]


def labels_behind(sums: list[int]) -> tuple[list[int], int]:
    """The best labels for the packed scores of the slots behind a cue, and their lead over nothing there."""
    if not sums:
        return [], 0
    fields = _fields(sums)
    start = transitions()["cue"]
    best = _best(fields, start)
    lead = max(best[-1])
    return _trace(best, best[-1].index(lead)), lead - _nothing(fields, start[0])


def _fields(sums: list[int]) -> list[Scores]:
    """Packed scores as six numbers each."""
    return list(_unpack(b"".join([total.to_bytes(12, "little") for total in sums])))


def _nothing(fields: list[Scores], into: int) -> int:
    """The score of slots that are all O."""
    return into + sum([scores[0] for scores in fields]) + (len(fields) - 1) * transitions()["O"][0]


def _best(fields: list[Scores], start: list[int]) -> list[Scores]:
    """For each slot and label the score of the best row that ends so.

    This loop takes more time than any other of an analysis. Mostly "O" or "I-content" leads by so much that whatever
    does not go on with a source or content comes from it, and nothing else is compared.
    """
    steps = transitions()
    (oo, os, _, ok, oc, _), (so, ss, si, sk, sc, _), (io, is_, ii, ik, ic, _) = (steps[label] for label in LABELS[:3])
    (ko, ks, _, kk, kc, _), (co, cs, _, ck, cc, ci), (jo, js, _, jk, jc, jj) = (steps[label] for label in LABELS[3:])
    _, o_s, o_i, o_k, o_c, o_j = _leads("O")
    j_o, j_s, j_i, j_k, j_c, _ = _leads("I-content")
    rest = iter(fields)
    eo, es, _, ek, ec, _ = next(rest)
    o, s, k, c = start[0] + eo, start[1] + es, start[3] + ek, start[4] + ec
    i = j = _NEVER
    best: list[Scores] = [(o, s, i, k, c, j)]
    for eo, es, ei, ek, ec, ej in rest:
        if o >= k + o_k and o >= j + o_j and o >= s + o_s and o >= i + o_i and o >= c + o_c:
            to_o, to_s, to_k, to_c = o + oo, o + os, o + ok, o + oc
        elif j >= o + j_o and j >= k + j_k and j >= s + j_s and j >= i + j_i and j >= c + j_c:
            to_o, to_s, to_k, to_c = j + jo, j + js, j + jk, j + jc
        else:
            to_o = max(o + oo, s + so, i + io, k + ko, c + co, j + jo)
            to_s = max(o + os, s + ss, i + is_, k + ks, c + cs, j + js)
            to_k = max(o + ok, s + sk, i + ik, k + kk, c + ck, j + jk)
            to_c = max(o + oc, s + sc, i + ic, k + kc, c + cc, j + jc)
        i = max(s + si, i + ii) + ei
        j = max(c + ci, j + jj) + ej
        o, s, k, c = to_o + eo, to_s + es, to_k + ek, to_c + ec
        best.append((o, s, i, k, c, j))
    return best


@cache
def _leads(leader: str) -> Scores:
    """By how much a label must lead each other one, so that what goes on with no source or content comes from it."""
    steps = transitions()
    o, s, i, k, c, j = (
        max(steps[label][place] - steps[leader][place] for place in range(len(LABELS)) if place not in _INSIDE)
        for label in LABELS
    )
    return o, s, i, k, c, j


def _trace(best: list[Scores], label: int) -> list[int]:
    """The labels of the best row that ends in a label, from the scores of all, from the last slot back."""
    into = _into()
    labels = [label]
    for o, s, i, k, c, j in best[-2::-1]:
        from_o, from_s, from_i, from_k, from_c, from_j = into[label]
        if label in _INSIDE:  # it goes on from one of two, and most slots of a row are such
            label -= s + from_s >= i + from_i if label == 2 else c + from_c >= j + from_j
        else:
            reached = (o + from_o, s + from_s, i + from_i, k + from_k, c + from_c, j + from_j)
            label = reached.index(max(reached))
        labels.append(label)
    labels.reverse()
    return labels


@cache
def _into() -> list[Scores]:
    """For each label the transitions into it; a source or a content goes on only where it has begun."""
    steps = transitions()
    columns: list[Scores] = []
    for place in range(len(LABELS)):
        o, s, i, k, c, j = (
            steps[label][place] if place not in _INSIDE or other in (place - 1, place) else _NEVER
            for other, label in enumerate(LABELS)
        )
        columns.append((o, s, i, k, c, j))
    return columns
