"""Groups of like sequences of words, found through an index of their rare features, never by comparing all pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

__all__ = ["features_of_words", "group"]

_INDEXED = 16
"""Features by which the first of a group is found: its rarest that occur twice or more."""
_PROBED = 32
_POSTINGS = 64
"""Groups that a feature leads to, at most: one that leads to more tells nothing."""
_LOOKED_AT = 256
"""Groups that all features of an item lead to, at most, the rarest features first."""
_CANDIDATES = 8
"""Groups that an item is compared with, at most, those that share most features first."""

Likeness = Callable[[int, int], float]


def features_of_words(words: Sequence[str], idle: frozenset[str]) -> list[str]:
    """Pairs of neighbours, and single words that are not idle, each once, in order."""
    pairs = [f"{one} {other}" for one, other in pairwise(words)]
    return list(dict.fromkeys(pairs + [word for word in words if word not in idle]))


def group(features: Sequence[Sequence[str]], same: Sequence[object], likeness: Likeness) -> list[list[int]]:
    """Positions of like items, in groups, each in order; groups of one are left out.

    Items with an equal ``same`` are alike without further ado. Any other item joins the group whose first member it is
    most like, or begins one; ``likeness`` of two positions is 0 where they are not alike.
    """
    twins: dict[object, list[int]] = {}
    for position, key in enumerate(same):
        twins.setdefault(key, []).append(position)
    counts = Counter(feature for key in twins for feature in features[twins[key][0]])
    leaders: list[list[int]] = []
    index: dict[str, list[int]] = {}
    for positions in twins.values():
        item = positions[0]
        rare = [feature for _, feature in sorted((counts[f], f) for f in features[item] if counts[f] > 1)]
        best = _best_group(item, rare[:_PROBED], leaders, index, likeness)
        if best is not None:
            leaders[best] += positions
            continue
        for feature in rare[:_INDEXED]:
            postings = index.setdefault(feature, [])
            if len(postings) < _POSTINGS:
                postings.append(len(leaders))
        leaders.append(list(positions))
    return [sorted(members) for members in leaders if len(members) > 1]


def _best_group(
    item: int, rare: Iterable[str], leaders: list[list[int]], index: dict[str, list[int]], likeness: Likeness
) -> int | None:
    found: list[int] = []
    for feature in rare:
        found += index.get(feature, ())
        if len(found) > _LOOKED_AT:
            break
    shared = {number: count for number, count in Counter(found).items() if count > 1}
    likely = sorted(shared, key=lambda number: (-shared[number], number))[:_CANDIDATES]
    scored = [(likeness(leaders[number][0], item), -number) for number in likely]
    value, number = max(scored, default=(0.0, 0))
    return -number if value > 0 else None
