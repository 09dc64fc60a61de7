"""Bounds: "about", "at least", "up to", "or more"; doubled ones ("at least about 20": a minimum).

=========  ==========================================  =====================================
bound      example                                     value, low, high
=========  ==========================================  =====================================
exact      2,500 troops                                2500, 2500, 2500
approx     about 2,500; a score of; ~5                 2500, none, none
min        at least 22; more than 22; 22 or more       22, 22, none
max        up to 22; fewer than 22; as many as 22      22, none, 22
range      10 to 15; between 10 and 15; 10-15          none, 10, 15
vague      dozens; several; hundreds                   none, 24 (3, 200), none
=========  ==========================================  =====================================

A fraction or a ratio is its quotient ("one in five": 0.2), a negation zero, "twice" 2. A score is a range from the
smaller to the larger figure. "Up to a handful" is a maximum without a figure; "at least dozens" stays vague.
"""

from __future__ import annotations

from functools import cache

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.lexicons.table import read_table
from conflictnews.text.phrase_table import PhraseTable
from conflictnews.text.window import Window

__all__ = ["bound_before", "bound_behind"]


@cache
def _phrases(side: str) -> PhraseTable[str]:
    rows = read_table("number_bounds", "phrase", "bound", "side")
    return PhraseTable((phrase, bound) for phrase, bound, where in rows if where == side)


@rule("At least about 20 men died.")
def bound_before(window: Window, q: Quantity) -> Quantity | None:
    """Up to two bounds right before a number, over an article: "more than a 5 percent"."""
    found = None
    for _ in range(2):
        at = q.first
        if window.word(at - 1) in ("a", "an", "another") and q.form in ("digits", "words"):
            at -= window.word(at - 2) in context("over-an-article")
        bound = _phrases("before").before(window, at)
        if bound is None or not _fits(window, q, bound[1], at - bound[1]):
            break
        found = q = q._replace(first=bound[1]).bounded(bound[0])
    return found


def _fits(window: Window, q: Quantity, at: int, size: int) -> bool:
    """Whether words that say something else, too, bound the number here."""
    word = window.words[at]
    if window.words[q.number[0]] == "one" and word in context("no-bound-of-one"):
        return q.unit is not None  # "an article about one man"
    if word in ("near", "beyond") and size == 1:
        return q.kind in ("percent", "money", "measure")
    return True


@rule("A dozen men or more died.")
def bound_behind(window: Window, q: Quantity) -> Quantity | None:
    """A bound behind a number, its unit or its noun."""
    found = _phrases("after").at(window, q.last)
    if found is None or (window.word(q.last) == "+" and not window.touching(q.last)):
        return None
    bound, last = found
    if window.word(q.last) in context("bound-at-the-end") and window.word(last)[:1].isalnum():
        return None
    return q._replace(last=last).bounded(bound)
