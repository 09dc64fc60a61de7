"""The last reading of a number: its kind, what it counts, and whether it is a fact at all."""

from __future__ import annotations

from conflictnews.extractors.facts.counting import count_noun
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.text.numerals import whole
from conflictnews.text.spelled_numbers import class_of
from conflictnews.text.window import Window

__all__ = ["count"]

_ALONE = frozenset({"dozens", "hundreds", "thousands", "millions", "scores"})
_LARGEST_SCORE = 300


def count(window: Window, q: Quantity) -> Quantity | None:
    """A number with its final kind and its noun; None for what turns out to be none."""
    if q.form == "ordinal":
        q = q._replace(kind="ordinal")
        return q if q.tail or class_of(window.word(q.number[1])) else _with_noun(window, q, single=True)
    if q.kind == "count" and (q.form == "ratio" or (q.form == "fraction" and q.value < 1)):
        q = q._replace(kind="ratio")
    if q.kind not in ("count", "ratio") or q.form == "times":
        return q
    result = _as_score(window, q)
    if result is None or result[0] <= result[1]:
        q = _with_noun(window, q, single=q.value == 1 and q.upper is None and q.form not in ("fraction", "vague"))
    if q.noun >= 0:
        return q
    if result is not None:
        return q._replace(kind="score")
    alone = window.words[q.number[0]] in _ALONE or q.last > q.first + 1 or window.word(q.last) == "more"
    return q if q.form != "vague" or alone else None


def _with_noun(window: Window, q: Quantity, *, single: bool) -> Quantity:
    return count_noun(window.view.syntax(window.start), q, single=single)


def _as_score(window: Window, q: Quantity) -> tuple[int, int] | None:
    """Both figures of a range in one token, small, and nothing measured: "2-1" is a score if nothing is counted."""
    first, last = q.number
    if q.upper is None or last - first > 1 or q.upper >= _LARGEST_SCORE or q.unit is not None:
        return None
    above, _, below = window.words[first].replace("-to-", "-").partition("-")
    left, right = whole(above, 3), whole(below, 3)
    return None if left is None or right is None else (left, right)
