"""Ages: "25-year-old", "25 years old", "aged 25", "at the age of 25", "Maddon, 66,", "three months of age"."""

from __future__ import annotations

from conflictnews.extractors.facts.context import context
from conflictnews.extractors.facts.quantity import Quantity
from conflictnews.extractors.facts.rule import rule
from conflictnews.text.nouns import is_plural
from conflictnews.text.window import Window

_BOUNDS = {"under": "max", "below": "max", "over": "min", "above": "min"}
_YEARS = frozenset({"year", "month", "week", "day"})
_AGED = frozenset({"aged", "age", "ages"})
_CLOSE = frozenset({"", ",", ".", ")", ";", "—", "--", "-", "–", "―", "and"})


def _is_age(q: Quantity) -> bool:
    """Whether a figure may be a person's age in years."""
    return q.kind == "count" and q.unit is None and q.bare and 1 <= q.value <= 115


def _in_years(q: Quantity) -> Quantity:
    return q.measured("age", q.unit or "year")


@rule("He died at the age of 25.", "digits", "words")
def age_of(window: Window, q: Quantity) -> Quantity | None:
    """ "The age of 25"; "under the age of 5" is a maximum."""
    if window.word(q.first - 1) != "of" or window.word(q.first - 2) not in ("age", "ages"):
        return None
    if q.kind not in ("duration", "count"):
        return None
    at = q.first - 3 - (window.word(q.first - 3) == "the")
    bound = _BOUNDS.get(window.word(at))
    return _in_years(q) if bound is None else _in_years(q).bounded(bound)._replace(first=at)


@rule("A 25-year-old man died.", "digits", "words")
def years_old(window: Window, q: Quantity) -> Quantity | None:
    """A duration before "old" or "of age", or behind "aged"."""
    if q.kind != "duration" or q.unit not in _YEARS:
        return None
    if q.tail in context("old"):
        return _in_years(q)._replace(tail="")
    size = 2 if window.follows(q.last, "-", "old") or window.follows(q.last, "of", "age") else 0
    size = size or (window.word(q.last) in ("old", "olds"))
    return _in_years(q)._replace(last=q.last + size) if size or window.word(q.first - 1) in _AGED else None


@rule("A man aged 25 died.", "digits", "words")
def aged(window: Window, q: Quantity) -> Quantity | None:
    """A count behind "aged"."""
    return _in_years(q) if q.kind == "count" and window.word(q.first - 1) in _AGED else None


@rule("A 9 yo boy died.", "digits")
def yo(window: Window, q: Quantity) -> Quantity | None:
    """The abbreviation "yo", apart or tied."""
    if q.kind != "count" or q.glue or q.tail not in ("", "yo"):
        return None
    if q.tail:
        return _in_years(q)._replace(tail="")
    return _in_years(q)._replace(last=q.last + 1) if window.word(q.last) in ("yo", "y.o.", "yr-old") else None


@rule("A boy of 12 died.", "digits")
def age_of_person(window: Window, q: Quantity) -> Quantity | None:
    """One person and "of", and nothing behind the number that could be counted."""
    if window.word(q.first - 1) != "of" or window.word(q.first - 2) not in context("of-an-age") or not _is_age(q):
        return None
    return None if is_plural(window.word(q.last)) else _in_years(q)


@rule("Omar Haddad, 46, died.", "digits")
def age_behind_name(window: Window, q: Quantity) -> Quantity | None:
    """A bare number between a capitalised name and a mark."""
    name, behind = window.surface(q.first - 2), window.word(q.last)
    if window.word(q.first - 1) not in (",", "(") or q.bound != "exact" or not _is_age(q):
        return None
    if behind not in _CLOSE:
        return None
    if len(name) < 3 or not name[0].isupper() or name.isupper() or not name.replace("-", "").isalpha():
        return None
    listed = behind in (",", "and") and window.word(q.last + 1)[:1].isdigit()
    return None if listed else _in_years(q)
