"""The benches of an evaluation folder, and how their figures move.

Such a folder holds ``benches/NAME.py``, with ``load(folder, split)``, a list of documents (dicts with ``id``, ``text``
and, where it is known, ``published``), and ``score(documents, articles)``, which takes the articles as
``conflictnews.to_dict`` gives them and returns for each metric ``{"f1", "p", "r", "n"}`` or ``{"value", "n"}``. The
documents are those of ``data/NAME``.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

__all__ = ["Bench", "Found", "Move", "load_benches", "moves"]

Found = dict[str, Any]
"""An article, as ``conflictnews.to_dict`` gives it."""
Scores = dict[str, dict[str, float]]
PART = "·"
"""A metric whose name begins so is a part of another one: shown, and in no sum."""


class Move(NamedTuple):
    """By how much a metric of a bench rose or, below zero, fell."""

    bench: str
    metric: str
    points: float
    items: float
    """About how many of the metric's items that is."""

    def __str__(self) -> str:
        return f"{self.bench} {self.metric} {self.points:+.1f}"


@dataclass(frozen=True)
class Bench:
    """One split of a bench."""

    name: str
    documents: list[dict[str, Any]]
    module: Any

    def score(self, found: Sequence[Found], only: Sequence[int] | None = None) -> Scores:
        """The figures of all documents, or of some, given what was found in them."""
        documents = self.documents if only is None else [self.documents[at] for at in only]
        scores: Scores = self.module.score(documents, list(found))
        return scores


def load_benches(folder: Path, wanted: Iterable[str], split: str, data: Path | None = None) -> list[Bench]:
    """The benches named ``NAME`` or ``NAME:SPLIT``; ``all`` stands for every bench that has the split.

    ValueError where there is none of that name, or it lacks the split.
    """
    sys.path.insert(0, str(folder))
    names = sorted(path.stem for path in (folder / "benches").glob("[!_]*.py"))
    out: dict[str, Bench] = {}
    for item in wanted:
        asked, _, own = item.partition(":")
        if asked != "all" and asked not in names:
            raise ValueError(f"no bench {asked!r} in {folder}; there are {', '.join(names)}")
        for name in names if asked == "all" else [asked]:
            module = importlib.import_module(f"benches.{name}")
            label = name if (own or split) == "dev" else f"{name}:{own or split}"
            try:
                out[label] = Bench(label, module.load((data or folder / "data") / name, own or split), module)
            except FileNotFoundError as missing:
                if asked != "all":
                    raise ValueError(f"{name} has no split {own or split!r}: {missing.filename}") from None
    return list(out.values())


def headline(score: dict[str, float]) -> float:
    """The one figure that stands for a metric."""
    return score["f1"] if "f1" in score else score["value"]


def moves(bench: str, before: Scores, after: Scores, falling: Iterable[str] = ()) -> list[Move]:
    """What moved; precision and recall alone where F1 stands still. Of ``falling`` metrics less is better."""
    out = []
    for metric in before.keys() | after.keys():
        old, new = before.get(metric, {"value": 0.0}), after.get(metric, {"value": 0.0})
        sign = -1 if metric in falling else 1
        points = round(sign * (headline(new) - headline(old)), 3)
        if points:
            out.append(Move(bench, metric, points, points * old.get("n", 0) / 100))
            continue
        halves = ((key, round(new.get(key, 0) - old.get(key, 0), 3)) for key in ("p", "r"))
        out += [Move(bench, f"{metric} ({key} alone)", change, 0.0) for key, change in halves if change]
    return sorted(out, key=lambda move: (move.metric.startswith(PART), -abs(move.points), move))


def total(found: Iterable[Move]) -> tuple[float, float]:
    """The sum of points and of items, without parts of metrics and without what F1 does not show."""
    whole = [move for move in found if not move.metric.startswith(PART) and not move.metric.endswith("alone)")]
    return round(sum(move.points for move in whole), 1), round(sum(move.items for move in whole), 1)
