"""How surely an attribution is right: that somebody is made answerable here, and that it is who is named.

The first is a table, ``weights/confidence.tsv``: for each construction that finds attributions, and for each step of
the score that a model over the whole sentence gives them, the share that annotators of news marked too, with the same
source (``tools/calibrate_confidence.py``; docs/accuracy.md has the figures by kind of news). The second is the share of
right names by the way a speaker was found: pronouns, read by hand, 92 in 100; what goes on a quotation, 93.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from conflictnews.lexicons.table import read_table
from conflictnews.types import Resolution

__all__ = ["confidence"]

_NAMED = {
    Resolution.EXPLICIT: 1.0,
    Resolution.CONTINUATION: 0.93,
    Resolution.PRONOUN: 0.92,
    Resolution.ADJACENT: 0.75,
    Resolution.NONE: 0.0,
}
_UNSEEN = 0.8
"""The share for a construction that no annotated text had."""


class _Steps(NamedTuple):
    """Where the steps of a construction's scores begin, ascending, and the share of each."""

    begins: list[int]
    shares: list[float]


def confidence(resolution: Resolution, pattern: str, score: int | None) -> float:
    """The confidence of an attribution, 0 to 1; 0 where nobody is named.

    ``pattern`` and ``score`` are those of its relation.

    >>> confidence(Resolution.EXPLICIT, "cascade", 90) > confidence(Resolution.EXPLICIT, "cascade", 5)
    True
    >>> confidence(Resolution.NONE, "cascade", 90)
    0.0
    """
    return round(_NAMED[resolution] * _share(pattern, score), 2)


def _share(pattern: str, score: int | None) -> float:
    alone, steps = _table()
    if score is None:
        return alone.get(pattern, _UNSEEN)
    found = steps.get(pattern)
    return _UNSEEN if found is None else found.shares[max(0, bisect_right(found.begins, score) - 1)]


@cache
def _table() -> tuple[dict[str, float], dict[str, _Steps]]:
    """The share of each construction without a score, and the steps of those with one."""
    alone: dict[str, float] = {}
    steps: dict[str, _Steps] = {}
    for pattern, score, share, _ in read_table("confidence", "pattern", "score", "share", "seen", folder="weights"):
        if not score:
            alone[pattern] = float(share)
            continue
        begins, shares = steps.setdefault(pattern, _Steps([], []))
        begins.append(int(score))
        shares.append(float(share))
    return alone, steps
