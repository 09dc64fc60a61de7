"""Learn what a number is said of, from sentences in which it was annotated.

    python tools/train_about.py SENTENCES.jsonl [--out src/conflictnews/weights] [--folds 10]

``SENTENCES.jsonl`` holds one text a line: ``{"id": "a", "text": "Sales rose 5 percent.", "quantities": [{"value": 5,
"low": null, "high": null, "concept": ["sales"]}]}``; offsets are not needed. A number with one of these values is said
of a noun phrase that shares a word with the concept; any that does is right.

A log-linear model over the candidates of ``conflictnews.extractors.facts.candidates``, one weight for a feature and one
more for a feature with a kind of number, with an L2 penalty; the same data give the same table. With ``--folds``, it
is also tried on texts that it has not seen. Needs numpy; some seconds for 500 numbers.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

import conflictnews as cn
from conflictnews.extractors.facts.about import KINDS, certain, is_linked, kind_of
from conflictnews.extractors.facts.candidates import Surroundings
from conflictnews.extractors.facts.extractor import read_quantities
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.text import TextView
from conflictnews.text.syntax import Syntax
from conflictnews.types import Layers

PENALTY = 2.0
STEPS = 300
RATE = 0.3
RARE = 4
SCALE = 16
_SMALL = frozenset("a an the of and or in on at to for from by with its their his her this that these those".split())

Vector = NDArray[np.float64]


class Choice(NamedTuple):
    """A number: its text, its kind, its candidates' features, which of them are right."""

    text: str
    kind: str
    candidates: list[list[str]]
    right: list[bool]


def words_of(text: str) -> set[str]:
    """Its words, folded, singular and without small ones."""
    found = {word.strip(".,'’\"()").lower() for word in text.replace("-", " ").split()}
    return {
        word[:-1] if len(word) > 3 and word.endswith("s") and word[-2] not in "sui" else word for word in found
    } - _SMALL


def read_choices(path: Path) -> list[Choice]:
    """Every annotated number that the library reads, too."""
    with path.open(encoding="utf-8") as lines:
        return [choice for line in lines for choice in _choices(json.loads(line))]


def _choices(row: dict[str, Any]) -> Iterator[Choice]:
    article = cn.parse(row["text"])
    view = TextView(row["text"])
    quantities, _ = read_quantities(view, Layers({"blocks": article.blocks, "dates": article.dates}))
    free = list(quantities)
    for gold in row["quantities"]:
        concept = words_of(" ".join(gold.get("concept") or []))
        found = next((quantity for quantity in free if _is(quantity, gold)), None)
        if found is None or not concept:
            continue
        free.remove(found)
        sentence = view.sentence_of(found.number[0])
        inside = [quantity for quantity in quantities if sentence[0] <= quantity.number[0] < sentence[1]]
        syntax = view.syntax(sentence[0])
        leader = _leader(syntax, inside, found)
        surroundings = Surroundings(syntax, inside)
        candidates = surroundings.candidates(leader)
        right = [
            not concept.isdisjoint(words_of(view.surface(*surroundings.phrase(number)).lower()))
            for number in candidates
        ]
        yield Choice(str(row["id"]), kind_of(leader), list(candidates.values()), right)


def _is(quantity: Quantity, gold: dict[str, Any]) -> bool:
    """Whether a quantity has the annotated value, or both ends of the annotated range."""
    value, low, high = quantity.figures
    if gold["value"] is None:
        return (low, high) == (_decimal(gold["low"]), _decimal(gold["high"]))
    return value == _decimal(gold["value"])


def _decimal(value: object) -> Decimal | None:
    return None if value is None else Decimal(str(value))


def _leader(syntax: Syntax, inside: list[Quantity], quantity: Quantity) -> Quantity:
    """The number that this one shares its phrase with."""
    for before in reversed(inside[: inside.index(quantity)]):
        if not is_linked(syntax, before, quantity):
            break
        quantity = before
    return quantity


def features_of(features: Sequence[str], kind: str) -> Iterator[str]:
    """What has a weight: each feature, for all kinds and for this one."""
    for feature in features:
        yield feature
        yield f"{feature}\t{kind}"


class Model:
    """Weights of the features that are not rare."""

    def __init__(self, choices: Sequence[Choice]) -> None:
        counts = Counter(
            name for choice in choices for features in choice.candidates for name in features_of(features, choice.kind)
        )
        self.number = {
            name: place for place, name in enumerate(sorted(name for name, n in counts.items() if n >= RARE))
        }
        self.weights: Vector = np.zeros(len(self.number))
        self._fit([choice for choice in choices if any(choice.right) and not all(choice.right)])

    def _matrix(self, choice: Choice) -> Vector:
        matrix = np.zeros((len(choice.candidates), len(self.number)))
        for row, features in enumerate(choice.candidates):
            for name in features_of(features, choice.kind):
                if name in self.number:
                    matrix[row, self.number[name]] = 1
        return matrix

    def _fit(self, choices: Sequence[Choice]) -> None:
        """Gradient ascent with a step of its own for each weight (AdaGrad), on the likelihood of a right candidate."""
        data = [(self._matrix(choice), np.array(choice.right, float)) for choice in choices]
        squares = np.full(len(self.number), 1e-6)
        for _ in range(STEPS):
            gradient = -PENALTY * self.weights
            for matrix, right in data:
                scores = matrix @ self.weights
                odds = np.exp(scores - scores.max())
                odds /= odds.sum()
                wanted = odds * right
                gradient += matrix.T @ (wanted / wanted.sum() - odds)
            squares += gradient * gradient
            self.weights += RATE * gradient / np.sqrt(squares)

    def best(self, choice: Choice) -> int:
        """The candidate that the library would take; -1 where there is none."""
        if not choice.candidates:
            return -1
        scores = self._matrix(choice) @ self.weights
        order = [
            (certain(features, choice.kind), score) for features, score in zip(choice.candidates, scores, strict=True)
        ]
        return max(range(len(order)), key=order.__getitem__)

    def table(self) -> str:
        """Its weights with a column for each kind, times 16 and rounded."""
        lines = [
            "# Made by tools/train_about.py; see README.md. Logarithms of odds, times 16.",
            "\t".join(["feature", *KINDS]),
        ]
        for feature in sorted({name.partition("\t")[0] for name in self.number}):
            cells = [self._weight(feature) + self._weight(f"{feature}\t{kind}") for kind in KINDS]
            if any(rounded := [round(SCALE * cell) for cell in cells]):
                lines.append("\t".join([feature, *map(str, rounded)]))
        return "\n".join(lines) + "\n"

    def _weight(self, name: str) -> float:
        return float(self.weights[self.number[name]]) if name in self.number else 0.0


def try_out(choices: Sequence[Choice], folds: int) -> float:
    """The share of numbers that get a right phrase from a model that has not seen their text."""
    texts = sorted({choice.text for choice in choices})
    hits = 0
    for fold in range(folds):
        unseen = set(texts[fold::folds])
        model = Model([choice for choice in choices if choice.text not in unseen])
        for choice in choices:
            if choice.text in unseen and (best := model.best(choice)) >= 0:
                hits += choice.right[best]
    return hits / len(choices)


def main() -> None:
    """Read the arguments, train, write."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("sentences", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/conflictnews/weights"))
    parser.add_argument("--folds", type=int, default=0)
    arguments = parser.parse_args()
    choices = read_choices(arguments.sentences)
    if arguments.folds:
        print(f"{len(choices)} numbers, {100 * try_out(choices, arguments.folds):.1f} % right on unseen texts")
    (arguments.out / "about_weights.tsv").write_text(Model(choices).table(), "utf-8")


if __name__ == "__main__":
    main()
