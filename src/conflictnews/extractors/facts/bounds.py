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

from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.lexicons.table import read_table
from conflictnews.text import TextView

__all__ = ["apply_bound", "attach_bound", "attach_bound_behind", "share_bound"]

_RANK = {"exact": 0, "approx": 1, "max": 2, "min": 2}


@cache
def _phrases(side: str) -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Phrases by their last word (before the number) or first word (behind it), the longest first."""
    out: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, bound, where in read_table("number_bounds", "phrase", "bound", "side"):
        if where == side:
            parts = tuple(phrase.split())
            out.setdefault(parts[-1] if side == "before" else parts[0], []).append((parts, bound))
    for entries in out.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return out


def attach_bound(view: TextView, quantity: Quantity) -> None:
    """Read the bounds right before a number, up to two of them, and take them into the quantity."""
    words, phrases = view.words, _phrases("before")
    for _ in range(2):
        at = quantity.first
        if at and words[at - 1] in ("a", "an", "the", "another") and quantity.form in ("digits", "words") and at > 1:
            if (
                words[at - 2] not in ("than", "least", "about", "nearly", "almost", "to", "over")
                or words[at - 1] == "the"
            ):
                break
            at -= 1
        found = None
        for parts, bound in phrases.get(words[at - 1], ()) if at else ():
            if (
                at >= len(parts)
                and tuple(words[at - len(parts) : at]) == parts
                and _fits(view, quantity, at - len(parts), parts)
            ):
                found = (len(parts), bound)
                break
        if found is None:
            break
        size, bound = found
        quantity.first = at - size
        quantity.start = view.starts[quantity.first]
        apply_bound(quantity, bound)


def _fits(view: TextView, quantity: Quantity, at: int, parts: tuple[str, ...]) -> bool:
    """Whether ambiguous words bound the number here: "over", "under", "above", "near", "some", "just", "sub"."""
    word = parts[0]
    before = view.words[at - 1] if at else ""
    if word in ("about", "around", "over", "under", "near") and view.words[quantity.number[0]] == "one":
        return quantity.unit is not None  # "an article about one man"
    if len(parts) > 1:
        return parts[:2] != ("not", "only")
    if word == "over":
        return (
            (before not in ("divided", "one") and not quantity.plain)
            or quantity.kind != "duration"
            or before in ("is", "are", "was", "were", "for")
        )
    if word in ("near", "beyond"):
        return quantity.kind in ("percent", "money", "measure")
    return word != "better"


def attach_bound_behind(view: TextView, quantity: Quantity) -> None:
    """Read a bound behind the number or its unit: "or so", "or more", "at most"."""
    words, at = view.words, quantity.last
    if at >= len(words):
        return
    for parts, bound in _phrases("after").get(words[at], ()):
        if tuple(words[at : at + len(parts)]) == parts:
            if words[at] == "+" and view.starts[at] != view.ends[at - 1]:
                return
            if (
                parts[0] in ("at", "on", "minimum", "maximum", "plus", "approximately")
                and at + len(parts) < len(words)
                and (words[at + len(parts)][0].isalnum())
            ):
                return
            quantity.last = at + len(parts)
            quantity.end = view.ends[quantity.last - 1]
            apply_bound(quantity, bound)
            return


def share_bound(view: TextView, before: Quantity, quantity: Quantity) -> None:
    """A figure in parentheses is the one before in another unit: "more than 8 miles (13 km)" is a minimum twice."""
    if quantity.bound != "exact" or before.bound not in ("min", "max") or before.unit is None or quantity.unit is None:
        return
    if before.last == quantity.first - 1 and view.words[before.last] == "(":
        apply_bound(quantity, before.bound)


def apply_bound(quantity: Quantity, bound: str) -> None:
    """Set value, low and high for a bound; a minimum or maximum outweighs "about", a figure's vagueness stays."""
    if quantity.bound == "range":
        return
    if quantity.bound == "vague":
        if bound == "max":
            quantity.bound, quantity.low = "max", None
        return
    if quantity.form == "ordinal" or _RANK[bound] < _RANK[quantity.bound] or bound == "exact":
        return
    quantity.bound = bound
    quantity.low = quantity.value if bound == "min" else None
    quantity.high = quantity.value if bound == "max" else None
