"""What a number takes from its neighbour in a list: a unit, a tied word, the bound of a figure in brackets."""

from __future__ import annotations

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.window import Window


@rule("It has four-, five- and six-cylinder engines.")
def tied_word_of_next(window: Window, q: Quantity, nxt: Quantity) -> Quantity | None:
    """A hyphen that waits for the word behind a later number."""
    if q.tail or not nxt.tail or not q.last < nxt.first <= q.last + 4 or window.word(q.last) != "-":
        return None
    return q._replace(tail=nxt.tail, unit=nxt.unit, kind=nxt.kind, last=q.last + 1)


@rule("They walked 2 and 3 miles.")
def unit_of_next(window: Window, q: Quantity, nxt: Quantity) -> Quantity | None:
    """The unit of the number behind: "2 and 3 miles", "280 million of the 1.5 billion shekels"."""
    if not _is_bare(q) or nxt.unit is None or nxt.kind == "age" or nxt.last <= q.last:
        return None
    gap = window.between(q.last, nxt.first)
    if not 0 < len(gap) <= 3 or gap == [","] or not context("in-a-list").issuperset(gap):
        return None
    return None if gap[0] == "of" and nxt.kind != "money" else q._replace(unit=nxt.unit, kind=nxt.kind)


def _is_bare(q: Quantity) -> bool:
    return q.unit is None and q.kind == "count" and q.form in ("digits", "words") and not q.tail


@rule("Mileage rose from 21 mpg to 23.")
def unit_of_start(window: Window, q: Quantity, before: Quantity) -> Quantity | None:
    """The unit of where a change began, for a number that counts nothing."""
    if not _is_bare(q) or before.unit is None or before.kind == "duration" or before.bound == "vague":
        return None
    behind, gap = window.word(q.last), window.between(before.last, q.first)
    if (behind[:1].isalpha() and window.label(q.last) not in "pdowcxtr") or not 0 < len(gap) <= 3:
        return None
    if gap[-1] not in ("to", "from") or window.word(before.first - 1) != "from":
        return None
    return q._replace(unit=before.unit, kind=before.kind)


@rule("They walked more than 8 miles (13 km).")
def bound_of_figure_before(window: Window, q: Quantity, before: Quantity) -> Quantity | None:
    """A figure in brackets is the one before in another unit, with its bound."""
    if q.bound != "exact" or before.bound not in ("min", "max") or before.unit is None or q.unit is None:
        return None
    return q.bounded(before.bound) if before.last == q.first - 1 and window.word(before.last) == "(" else None
