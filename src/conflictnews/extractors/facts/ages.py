"""Ages: "25-year-old", "25 years old", "aged 25", "at the age of 25", "Maddon, 66,", "three months of age"."""

from __future__ import annotations

from conflictnews.extractors.facts.bounds import apply_bound
from conflictnews.extractors.facts.nouns import is_plural
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.text import TextView

__all__ = ["attach_age"]

_OLD = frozenset({"old", "olds", "old's", "older", "younger"})
_AGE_BOUNDS = {"under": "max", "below": "max", "over": "min", "above": "min"}
_PERSONS = frozenset("man woman boy girl child youth teenager son daughter baby toddler infant youngster".split())
_YEARS = frozenset({"year", "month", "week", "day"})
_BEHIND_AGE = frozenset({".", ",", "by", "on", "in", "next", "this", "when", "at", "and", ";", "years", "?"})
_CLOSE = frozenset({",", ".", ")", ";", "—", "--", "-", "–", "and"})


def attach_age(view: TextView, quantity: Quantity) -> None:
    """Make a number an age where the words around it say so; its unit is then "year" or what the text has."""
    if quantity.unit is not None and quantity.unit not in _YEARS:
        return
    words, first, at = view.words, quantity.first, quantity.last
    if words[first - 2 : first] in (["age", "of"], ["ages", "of"]) and quantity.kind in ("duration", "count"):
        _of_age(view, quantity)
    elif quantity.kind == "duration":
        _years_old(view, quantity)
    elif first and words[first - 1] in ("aged", "age", "ages") and quantity.kind == "count":
        quantity.kind, quantity.unit = "age", "year"
    elif quantity.kind == "count" and words[at : at + 1] in (["yo"], ["y.o."], ["yr-old"]):
        quantity.kind, quantity.unit, quantity.last, quantity.end = "age", "year", at + 1, view.ends[at]
    elif words[first - 1 : first] == ["of"] and quantity.plain and _person_of(view, quantity):
        quantity.kind, quantity.unit = "age", "year"
    elif quantity.plain and quantity.unit is None:
        before = words[first - 1] if first else ""
        if _turning(view, quantity, before) or (quantity.bound == "exact" and _apposed(view, quantity, before)):
            quantity.kind, quantity.unit = "age", "year"


def _person_of(view: TextView, quantity: Quantity) -> bool:
    """ "a boy of 12": one person, and nothing behind the number that could be counted."""
    words, first, at = view.words, quantity.first, quantity.last
    if quantity.kind != "count" or quantity.value is None or not 1 <= quantity.value <= 115 or first < 2:
        return False
    return words[first - 2] in _PERSONS and (at >= len(words) or not is_plural(words[at]))


def _of_age(view: TextView, quantity: Quantity) -> None:
    """ "at the age of 25", "under the age of 5 years": the second is a maximum."""
    quantity.kind, quantity.unit = "age", quantity.unit or "year"
    k = quantity.first - 3
    k -= k > 0 and view.words[k] == "the"
    bound = _AGE_BOUNDS.get(view.words[k] if k >= 0 else "")
    if bound is not None:
        apply_bound(quantity, bound)
        quantity.first, quantity.start = k, view.starts[k]


def _years_old(view: TextView, quantity: Quantity) -> None:
    """ "25-year-old", "25 years old", "18 months of age"."""
    words, at = view.words, quantity.last
    behind = words[at : at + 2]
    if quantity.tail in _OLD:
        quantity.kind, quantity.tail = "age", ""
        return
    if words[quantity.first - 1 : quantity.first] == ["aged"]:
        quantity.kind = "age"
    if behind[:1] in (["old"], ["olds"]):
        quantity.kind, quantity.last = "age", at + 1
    elif behind in (["-", "old"], ["of", "age"]):
        quantity.kind, quantity.last = "age", at + 2
    quantity.end = view.ends[quantity.last - 1] if quantity.last > at else quantity.end


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


def _apposed(view: TextView, quantity: Quantity, before: str) -> bool:
    """ "Galan, 46, was": a bare number between a capitalised name and a mark."""
    words, at, first = view.words, quantity.last, quantity.first
    if before not in (",", "(") or first < 2 or quantity.value is None or not 1 <= quantity.value <= 115:
        return False
    if at < len(words) and words[at] not in _CLOSE:
        return False
    name = view.text[view.starts[first - 2] : view.ends[first - 2]]
    if not name[0].isupper() or not name.replace("-", "").isalpha() or len(name) < 3 or name.isupper():
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
