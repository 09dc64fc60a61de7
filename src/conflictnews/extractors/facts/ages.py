"""Ages: "25-year-old", "25 years old", "aged 25", "at the age of 25", "Maddon, 66,", "three months of age"."""

from __future__ import annotations

from conflictnews.extractors.facts.bounds import apply_bound
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.text import TextView

__all__ = ["attach_age"]

_OLD = frozenset({"old", "olds", "old's", "older", "younger"})
_YEARS = frozenset({"year", "month", "week", "day"})
_BEHIND_AGE = frozenset({".", ",", "by", "on", "in", "next", "this", "when", "at", "and", ";", "years", "?"})
_CLOSE = frozenset({",", ".", ")", ";", "—", "--", "-", "–", "and"})


def attach_age(view: TextView, quantity: Quantity) -> None:
    """Make a number an age where the words around it say so; its unit is then "year" or what the text has."""
    words, size = view.words, len(view.words)
    at = quantity.last
    if (
        words[quantity.first - 2 : quantity.first] == ["age", "of"]
        and quantity.kind in ("duration", "count")
        and quantity.unit in (None, *_YEARS)
    ):
        quantity.kind, quantity.unit = "age", quantity.unit or "year"
        k = quantity.first - 3
        k -= k > 0 and words[k] == "the"
        bound = {"under": "max", "below": "max", "over": "min", "above": "min"}.get(words[k] if k >= 0 else "")
        if bound is not None:
            apply_bound(quantity, bound)
            quantity.first, quantity.start = k, view.starts[k]
        return
    if quantity.kind == "duration" and quantity.unit in _YEARS:
        if quantity.tail in _OLD:
            quantity.kind, quantity.tail = "age", ""
        elif (at < size and words[at] in ("old", "olds")) or (
            at + 1 < size and words[at] == "-" and words[at + 1] == "old"
        ):
            quantity.kind = "age"
            quantity.last = at + 1 + (words[at] == "-")
            quantity.end = view.ends[quantity.last - 1]
        elif at + 1 < size and words[at] == "of" and words[at + 1] == "age":
            quantity.kind, quantity.last, quantity.end = "age", at + 2, view.ends[at + 1]
        elif at + 2 < size and words[at] == "-" and words[at + 1] == "year":
            return
        if quantity.kind == "age":
            _following_noun(quantity)
            return
    if quantity.unit is not None and quantity.unit != "year":
        return
    first = quantity.first
    before = words[first - 1] if first else ""
    if before == "aged" or (
        before in ("age", "of") and "age" in words[max(0, first - 2) : first] and quantity.unit is None
    ):
        quantity.kind, quantity.unit = "age", "year"
        return
    if quantity.unit is None and at < size and words[at] in ("yo", "y.o.", "yr-old"):
        quantity.kind, quantity.unit, quantity.last, quantity.end = "age", "year", at + 1, view.ends[at]
        return
    if quantity.plain and quantity.unit is None and _turning(view, quantity, before):
        quantity.kind, quantity.unit = "age", "year"
        return
    if quantity.plain and quantity.bound == "exact" and _apposed(view, quantity, before):
        quantity.kind, quantity.unit = "age", "year"


def _turning(view: TextView, quantity: Quantity, before: str) -> bool:
    """ "She turned 35 in May", "he will be 35 by": a person's age, nothing behind it that could be counted."""
    words, at = view.words, quantity.last
    if quantity.value is None or not 1 <= quantity.value <= 115 or (at < len(words) and words[at] not in _BEHIND_AGE):
        return False
    k = quantity.first - 2
    if before in ("turned", "turning", "turns"):
        return k >= 0 and (
            words[k] in ("he", "she", "who", "has", "had", "just", "recently") or view.text[view.starts[k]].isupper()
        )
    if before == "be" and k >= 1 and words[k] in ("will", "would"):
        return words[k - 1] in ("he", "she")
    return before in ("is", "was") and k >= 0 and words[k] in ("he", "she")


def _following_noun(quantity: Quantity) -> None:
    quantity.noun = None


def _apposed(view: TextView, quantity: Quantity, before: str) -> bool:
    """ "Galan, 46, was": a bare number between a capitalised name and a mark."""
    words, at, first = view.words, quantity.last, quantity.first
    if before not in (",", "(") or first < 2 or quantity.value is None or not 1 <= quantity.value <= 115:
        return False
    if at < len(words) and words[at] not in _CLOSE:
        return False
    name = view.text[view.starts[first - 2] : view.ends[first - 2]]
    if not name[0].isupper() or not name.isalpha() or len(name) < 3 or name.isupper():
        return False
    if words[first - 2] in (
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ):
        return False
    return not (at + 1 < len(words) and words[at] in (",", "and") and words[at + 1][:1].isdigit())
