"""The last reading of a number: its kind, what it counts, and whether it is a fact at all."""

from __future__ import annotations

from conflictnews.extractors.facts.counting import count_noun
from conflictnews.extractors.facts.quantity import Counted, Quantity
from conflictnews.text.numerals import whole
from conflictnews.text.spelled_numbers import class_of
from conflictnews.text.window import Window

__all__ = ["count"]

_ALONE = frozenset({"dozens", "hundreds", "thousands", "millions", "scores"})
_LARGEST_SCORE = 300


def count(window: Window, q: Quantity) -> Counted | None:
    """A number with its final kind and its noun; None for what turns out to be none."""
    if q.form == "ordinal":
        q = q._replace(kind="ordinal")
        tied = q.tail or class_of(window.word(q.number[1]))
        return Counted(q, q.last) if tied else count_noun(window.view.syntax(q.number[0]), q, single=True)
    if q.kind == "count" and (q.form == "ratio" or (q.form == "fraction" and q.value < 1)):
        q = q._replace(kind="ratio")
    elif q.kind not in ("count", "ratio"):
        return Counted(q, q.last)
    if q.form == "times":
        return Counted(q, q.last)
    result = _as_score(window, q)
    if result is not None and result[0] > result[1]:
        return Counted(q._replace(kind="score"), q.last)
    found = count_noun(
        window.view.syntax(q.number[0]),
        q,
        single=q.value == 1 and q.upper is None and q.form not in ("fraction", "vague"),
    )
    if result is not None and found.noun is None:
        return Counted(q._replace(kind="score"), q.last)
    if q.form == "vague" and found.noun is None:
        alone = window.words[q.number[0]] in _ALONE or q.last > q.first + 1 or window.word(q.last) == "more"
        return found if alone else None
    return found


def _as_score(window: Window, q: Quantity) -> tuple[int, int] | None:
    """Both figures of a range in one token, small, and nothing measured: "2-1" is a score if nothing is counted."""
    first, last = q.number
    if q.upper is None or last - first > 1 or q.upper >= _LARGEST_SCORE or q.unit is not None:
        return None
    above, _, below = window.words[first].replace("-to-", "-").partition("-")
    left, right = whole(above, 3), whole(below, 3)
    return None if left is None or right is None else (left, right)
