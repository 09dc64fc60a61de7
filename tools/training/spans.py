"""Learn the span tagger: a structured averaged perceptron (Collins 2002), trained with a margin.

The features are those of ``training.span_features``. It is trained on all of them that were seen twice, then on
the rows that weigh most, and rounded to the square steps in which the table is written.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numba import njit
from numpy.typing import NDArray

from conflictnews.extractors.relations.reading import Reading
from conflictnews.extractors.relations.scoring import Candidate
from conflictnews.extractors.relations.span_weights import LABELS, LARGEST
from conflictnews.extractors.relations.spans import Labelled
from training.span_features import Feature, span_features

__all__ = ["Encoder", "Instance", "SpanModel", "train_spans", "write_spans"]

N = len(LABELS)
BEGIN = N  # the label before the first slot
PASSES = 9
SEEDS = 3
"""So many perceptrons, which see the instances in different orders, are averaged."""
MARGIN = 15.0
ROWS = 20_000
SEEN = 2
_CODE_ZERO = ord("P")
_CUE = LABELS.index("cue")


class Instance(NamedTuple):
    """One cue in its unit: the features of slot ``i`` are ``features[ends[i]:ends[i + 1]]``; gold labels or None."""

    features: NDArray[np.int32]
    ends: NDArray[np.int64]
    cue: int
    labels: list[int] | None


class Encoder:
    """Numbers for features, in the order in which they are first seen."""

    def __init__(self) -> None:
        self.numbers: dict[Feature, int] = {}
        self.frozen = False

    def instance(self, reading: Reading, cue: Candidate, lemma: str, labels: list[int] | None) -> Instance:
        """One cue in numbers; once frozen, features that are new are left out."""
        numbers, found, ends = self.numbers, list[int](), [0]
        for slot in span_features(reading, cue, lemma):
            for feature in slot:
                number = numbers.get(feature)
                if number is None:
                    if self.frozen:
                        continue
                    number = numbers[feature] = len(numbers)
                found.append(number)
            ends.append(len(found))
        return Instance(np.array(found, np.int32), np.array(ends, np.int64), cue.at, labels)


class SpanModel(NamedTuple):
    """Weights by feature number and label, and transitions between labels."""

    weights: NDArray[np.float64]
    transitions: NDArray[np.float64]

    def label(self, instance: Instance) -> Labelled:
        """The best labels, and how much better they are than nothing but the cue."""
        size = len(instance.ends) - 1
        path, gold = np.zeros(size, np.int64), np.zeros(size, np.int64)
        best, nothing = _viterbi(
            instance.features, instance.ends, self.weights, self.transitions, instance.cue, path, gold, 0.0
        )
        return Labelled([int(label) for label in path], int(best - nothing))


@njit
def _viterbi(features, ends, weights, transitions, cue, path, gold, margin):  # type: ignore[no-untyped-def]
    """The best labels into ``path``; its score, and that of nothing but the cue."""
    size, never = len(ends) - 1, -1e15
    scores, before = np.zeros((size, N)), np.zeros((size, N), np.int64)
    nothing, was = 0.0, BEGIN
    for at in range(size):
        for label in range(N):
            score = 0.0 if label == gold[at] else margin
            for place in range(ends[at], ends[at + 1]):
                score += weights[features[place], label]
            scores[at, label] = score
        neutral = _CUE if at == cue else 0
        nothing += scores[at, neutral] + transitions[was, neutral]
        was = neutral
        if at == cue:
            for label in range(N):
                if label != _CUE:
                    scores[at, label] = never
        for label in range(N):
            inner = label == 2 or label == 5
            if at == 0:
                scores[at, label] = never if inner else scores[at, label] + transitions[BEGIN, label]
                continue
            best, best_label = -1e18, 0
            for other in range(N):
                if inner and other != label and other != label - 1:
                    continue
                score = scores[at - 1, other] + transitions[other, label]
                if score > best:
                    best, best_label = score, other
            scores[at, label] += best
            before[at, label] = best_label
    label = int(np.argmax(scores[size - 1]))
    best = scores[size - 1, label]
    for at in range(size - 1, -1, -1):
        path[at] = label
        label = before[at, label]
    return best, nothing


@njit
def _learn(features, ends, firsts, cues, gold, mask, rows, passes, seed, margin):  # type: ignore[no-untyped-def]
    """Averaged weights and transitions."""
    weights, totals = np.zeros((rows, N)), np.zeros((rows, N))
    transitions, sums = np.zeros((N + 1, N)), np.zeros((N + 1, N))
    np.random.seed(seed)
    count, step, path = len(firsts) - 1, 1.0, np.zeros(100_000, np.int64)
    for _ in range(passes):
        for number in np.random.permutation(count):
            first, size = firsts[number], firsts[number + 1] - firsts[number]
            edges, truth = ends[first : first + size + 1], gold[first : first + size]
            _viterbi(features, edges, weights, transitions, cues[number], path[:size], truth, margin)
            step += 1
            for at in range(size):
                right, found = truth[at], path[at]
                right_before = truth[at - 1] if at else BEGIN
                found_before = path[at - 1] if at else BEGIN
                if right != found:
                    for place in range(edges[at], edges[at + 1]):
                        row = features[place]
                        if mask[row]:
                            weights[row, right] += 1
                            totals[row, right] += step
                            weights[row, found] -= 1
                            totals[row, found] -= step
                if right != found or right_before != found_before:
                    transitions[right_before, right] += 1
                    sums[right_before, right] += step
                    transitions[found_before, found] -= 1
                    sums[found_before, found] -= step
    return weights - totals / step, transitions - sums / step


def train_spans(encoder: Encoder, instances: Iterable[Instance], seed: int = 0, rows: int = ROWS) -> SpanModel:
    """Learn from labelled instances; the weights are rounded to what the table can hold."""
    labelled = [instance for instance in instances if instance.labels is not None]
    features = np.concatenate([instance.features for instance in labelled])
    ends, firsts, gold = [0], [0], list[int]()
    for instance in labelled:
        ends += [ends[-1] + int(end) for end in instance.ends[1:]]
        firsts.append(len(ends) - 1)
        gold += instance.labels or []
    cues = np.array([instance.cue for instance in labelled])
    size = len(encoder.numbers)
    data = (features, np.array(ends), np.array(firsts), cues, np.array(gold))
    mask = np.bincount(features, minlength=size) >= SEEN
    weights, _ = _learn(*data, mask, size, PASSES, seed, MARGIN)
    heavy = np.abs(weights).max(axis=1)
    mask &= heavy >= np.sort(heavy)[-min(rows, size)]
    learned = [_learn(*data, mask, size, PASSES, seed + place, MARGIN) for place in range(SEEDS)]
    weights, transitions = (np.mean(parts, axis=0) for parts in zip(*learned, strict=True))
    unit = LARGEST / max(np.abs(weights).max(), np.abs(transitions).max())
    return SpanModel(_rounded(weights * unit), _rounded(transitions * unit))


def _rounded(weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """To the nearest square, with its sign."""
    steps = np.rint(np.sqrt(np.abs(weights)))
    steps -= (steps * (steps - 1) + 0.5 > np.abs(weights)) & (steps > 0)
    rounded: NDArray[np.float64] = np.sign(weights) * steps * steps
    return rounded


def write_spans(encoder: Encoder, model: SpanModel, path: Path) -> None:
    """Write the rows that weigh anything."""
    lines = [
        "# Made by tools/train_attribution.py; see README.md. Weights of the six labels, in square steps from P.",
        "template\tkey\tweights",
    ]
    for label, row in zip((*LABELS, "^"), model.transitions, strict=True):
        lines.append(f"transition\t{label}\t{_code(row)}")
    for template, key in sorted(encoder.numbers):
        row = model.weights[encoder.numbers[template, key]]
        if row.any():
            lines.append(f"{template}\t{key}\t{_code(row)}")
    path.write_text("\n".join(lines) + "\n", "utf-8")


def _code(row: NDArray[np.float64]) -> str:
    steps = np.sign(row) * np.sqrt(np.abs(row))
    return "".join(chr(_CODE_ZERO + round(float(step))) for step in steps)
