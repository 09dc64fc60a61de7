"""Learn the cue decision: a logistic model with an L1 penalty over the features of ``relations.scoring``."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from conflictnews.extractors.relations.cues import frame_at, word_at
from conflictnews.extractors.relations.scoring import UNKNOWN, certainty_step, cue_features
from conflictnews.extractors.relations.units import Unit
from conflictnews.text.closed_words import auxiliaries
from training.examples import Example
from training.lexicon import Counts

__all__ = ["CueModel", "Use", "fit_logistic", "read_uses", "train_cues", "write_weights"]

RARE = 4
SCALE = 16


class Use(NamedTuple):
    """One candidate: document, unit, slot, its features, whether it is a cue."""

    document: int
    unit: int
    at: int
    features: list[str]
    cue: bool


class CueModel(NamedTuple):
    """Weights by feature: logarithms of the odds, times 16."""

    weights: dict[str, int]

    def score(self, features: list[str]) -> int:
        """The score of a candidate."""
        return sum(self.weights.get(feature, 0) for feature in features)


def read_uses(examples: list[Example], counts: Counts) -> list[Use]:
    """Every candidate of the documents, its certainties counted without its own document."""
    out = []
    for number, example in enumerate(examples):
        for place, unit in enumerate(example.units):
            earlier = 0
            for at in range(len(unit.words)):
                found = _certainties(unit, at, counts, example.document.id)
                if found is None:
                    continue
                certainty, framed = found
                features = cue_features(unit, at, certainty, framed, earlier)
                out.append(Use(number, place, at, features, (place, at) in example.heads))
                if unit.tags[at] in "VBGD":
                    earlier = max(earlier, certainty_step(UNKNOWN if certainty is None else certainty))
    return out


def _certainties(unit: Unit, at: int, counts: Counts, document: str) -> tuple[int | None, int | None] | None:
    """The certainties of a candidate as if the lexicon had been made without its document; None for no candidate."""
    tag = unit.tags[at]
    if tag in "Qq" or (tag in "VBGD" and unit.words[at] in auxiliaries()):
        return None
    word = word_at(unit, at)
    if word is None:
        return (None, None) if tag in "VBGD" else None
    seen = counts.certainty((word.kind, word.lemma), frame_at(unit, at + 1), document)
    if seen is None:
        return (None, None) if tag in "VBGD" else None
    return seen


def fit_logistic(rows: list[list[str]], truth: list[bool], penalty: float) -> dict[str, int]:
    """Weights of a logistic model with an L1 penalty, times 16 and rounded; those that are zero are left out."""
    if len(set(truth)) < 2:
        return {}  # nothing to tell apart
    counts = Counter(feature for row in rows for feature in row)
    names = [feature for feature, n in counts.items() if n >= RARE]
    number = {feature: place for place, feature in enumerate(names)}
    columns: list[int] = []
    ends = [0]
    for row in rows:
        columns += [number[feature] for feature in row if feature in number]
        ends.append(len(columns))
    shape = (len(rows), len(names))
    matrix = csr_matrix((np.ones(len(columns)), np.array(columns, np.int32), np.array(ends, np.int32)), shape=shape)
    model = LogisticRegression(l1_ratio=1, solver="liblinear", C=penalty, fit_intercept=False, random_state=0, tol=1e-3)
    model.fit(matrix, np.array(truth))
    coefficients: NDArray[np.float64] = model.coef_[0]
    rounded = {name: round(SCALE * float(value)) for name, value in zip(names, coefficients, strict=True)}
    return {name: weight for name, weight in sorted(rounded.items()) if weight}


def train_cues(uses: list[Use], penalty: float = 0.3) -> CueModel:
    """Learn from candidates."""
    return CueModel(fit_logistic([use.features for use in uses], [use.cue for use in uses], penalty))


def write_weights(weights: dict[str, int], path: Path) -> None:
    """Write features with their weights as a table."""
    head = "# Made by tools/train_attribution.py; see README.md. Logarithms of odds, times 16.\nfeature\tweight\n"
    path.write_text(head + "".join(f"{name}\t{weight}\n" for name, weight in weights.items()), "utf-8")
