"""Groups of like sequences of words, found through an index of their rare features, never by comparing all pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar
from zlib import crc32

__all__ = ["feature", "features_of_words", "group", "linked"]

_BUCKETS = 1 << 22
"""Features are counted in so many buckets; two that share one are taken for more frequent than they are."""
_MANY = 255

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
Item = TypeVar("Item", int, str)


def feature(words: str) -> int:
    """A number for some words, the same in every run: it takes a tenth of the memory."""
    return crc32(words.encode("utf-8", "surrogatepass"))


def features_of_words(words: Sequence[str], idle: frozenset[str]) -> list[int]:
    """Pairs of neighbours, and single words that are not idle, each once, in order."""
    pairs = [feature(f"{one} {other}") for one, other in pairwise(words)]
    return list(dict.fromkeys(pairs + [feature(word) for word in words if word not in idle]))


def group(features: Callable[[int], Iterable[int]], same: Sequence[object], likeness: Likeness) -> list[list[int]]:
    """Positions of like items, in groups, each in order; groups of one are left out.

    Items with an equal ``same`` are alike without further ado. Any other item joins the group whose first member it is
    most like, or begins one; ``features`` gives those of a position, by which groups are found, and is asked twice, so
    that they need not be kept. ``likeness`` of two positions is 0 where they are not alike.
    """
    twins: dict[object, list[int]] = {}
    for position, key in enumerate(same):
        twins.setdefault(key, []).append(position)
    counts = bytearray(_BUCKETS)
    for positions in twins.values():
        for found in features(positions[0]):
            bucket = found % _BUCKETS
            counts[bucket] = min(counts[bucket] + 1, _MANY)
    leaders: list[list[int]] = []
    index: dict[int, list[int]] = {}
    for positions in twins.values():
        item = positions[0]
        counted = sorted((counts[found % _BUCKETS], found) for found in features(item))
        rare = [found for count, found in counted if count > 1][:_PROBED]
        best = _best_group(item, rare, leaders, index, likeness)
        if best is not None:
            leaders[best] += positions
            continue
        for found in rare[:_INDEXED]:
            postings = index.setdefault(found, [])
            if len(postings) < _POSTINGS:
                postings.append(len(leaders))
        leaders.append(list(positions))
    return [sorted(members) for members in leaders if len(members) > 1]


def _best_group(
    item: int, rare: Iterable[int], leaders: list[list[int]], index: dict[int, list[int]], likeness: Likeness
) -> int | None:
    found: list[int] = []
    for number in rare:
        found += index.get(number, ())
        if len(found) > _LOOKED_AT:
            break
    shared = {number: count for number, count in Counter(found).items() if count > 1}
    likely = sorted(shared, key=lambda number: (-shared[number], number))[:_CANDIDATES]
    scored = [(likeness(leaders[number][0], item), -number) for number in likely]
    value, number = max(scored, default=(0.0, 0))
    return -number if value > 0 else None


def linked(pairs: Iterable[tuple[Item, Item]]) -> dict[Item, Item]:
    """Each item that stands in a pair, with the least of all that pairs lead to from it.

    >>> linked([(2, 3), (1, 2), (7, 8)])
    {2: 1, 3: 1, 1: 1, 7: 7, 8: 7}
    """
    above: dict[Item, Item] = {}

    def top(item: Item) -> Item:
        above.setdefault(item, item)
        while above[item] != item:
            above[item] = above[above[item]]
            item = above[item]
        return item

    for one, other in pairs:
        first, second = sorted((top(one), top(other)))
        above[second] = first
    return {item: top(item) for item in above}
