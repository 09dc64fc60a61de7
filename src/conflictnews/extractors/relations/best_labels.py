"""The best row of labels around a cue, by Viterbi's algorithm; a source or content goes on only where it has begun."""

from __future__ import annotations

import struct
from functools import cache

from conflictnews.extractors.relations.span_weights import LABELS, transitions

__all__ = ["best_labels"]

Scores = tuple[int, int, int, int, int, int]
"""One score a label."""
_unpack = struct.Struct("<6H").iter_unpack
_NEVER = -(1 << 28)
"""Below every score, and small enough to be compared quickly: an integer of one digit."""
_CUE = LABELS.index("cue")
_ONLY_CUE = (_NEVER, _NEVER, _NEVER, 0, _NEVER, _NEVER)
_INSIDE = (2, 5)
"""The labels that go on with a source and a content."""


def best_labels(sums: list[int], cue: int) -> tuple[list[int], int]:
    """The best labels for packed scores, "cue" being given at one place, and their lead over nothing but that cue."""
    fields = list(_unpack(b"".join([total.to_bytes(12, "little") for total in sums])))
    nothing = sum([scores[0] for scores in fields]) - fields[cue][0] + _from_nothing(cue, len(fields) - cue - 1)
    fields[cue] = _ONLY_CUE
    best = _best(fields)
    return _trace(best), max(best[-1]) - nothing


def _from_nothing(before: int, behind: int) -> int:
    """The transitions of a row that is O but for a cue."""
    steps = transitions()
    total = steps["^"][0] + (before - 1) * steps["O"][0] + steps["O"][_CUE] if before else steps["^"][_CUE]
    return total + steps["cue"][0] + (behind - 1) * steps["O"][0] if behind else total


def _best(fields: list[Scores]) -> list[Scores]:
    """For each slot and label the score of the best row that ends so.

    This loop takes more time than any other of an analysis. Mostly "O" or "I-content" leads by so much that whatever
    does not go on with a source or content comes from it, and nothing else is compared.
    """
    (
        (oo, os, _, ok, oc, _), (so, ss, si, sk, sc, _), (io, is_, ii, ik, ic, _),
        (ko, ks, _, kk, kc, _), (co, cs, _, ck, cc, ci), (jo, js, _, jk, jc, jj),
        (o, s, _, k, c, _), (_, o_s, o_i, o_k, o_c, o_j), (j_o, j_s, j_i, j_k, j_c, _),
    ) = _steps()  # fmt: skip
    rest = iter(fields)
    eo, es, _, ek, ec, _ = next(rest)
    o, s, k, c = o + eo, s + es, k + ek, c + ec
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
        begun, i = s + si, i + ii
        if begun > i:  # noqa: PLR1730 - max of two takes thrice as long
            i = begun
        begun, j = c + ci, j + jj
        if begun > j:  # noqa: PLR1730
            j = begun
        o, s, i, k, c, j = to_o + eo, to_s + es, i + ei, to_k + ek, to_c + ec, j + ej
        best.append((o, s, i, k, c, j))
    return best


@cache
def _steps() -> list[list[int]]:
    """The transitions from each label and from the edge, and the leads of "O" and "I-content"."""
    return [*(transitions()[label] for label in (*LABELS, "^")), _leads("O"), _leads("I-content")]


def _leads(leader: str) -> list[int]:
    """By how much a label must lead each other one, so that what goes on with no source or content comes from it."""
    steps = transitions()
    places = [place for place in range(len(LABELS)) if place not in _INSIDE]
    return [max(steps[label][place] - steps[leader][place] for place in places) for label in LABELS]


def _trace(best: list[Scores]) -> list[int]:
    """The best labels from the scores of the best rows that end in each label at each slot, from the last slot back."""
    into = _into()
    label = best[-1].index(max(best[-1]))
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
